"""The case: what was told and measured on one day."""
