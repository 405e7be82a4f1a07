"""x."""
WEIGHTS = {}
