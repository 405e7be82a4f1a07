"""The journal: what happened since, one event a line."""
