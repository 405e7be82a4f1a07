"""x."""
HOUSEHOLD = {}
