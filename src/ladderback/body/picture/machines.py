"""x."""
MACHINES = {}
