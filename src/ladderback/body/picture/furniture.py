"""x."""
FURNITURE = {}
