"""x."""
LAID = {}
