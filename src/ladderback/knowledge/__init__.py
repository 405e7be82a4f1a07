"""The cited facts: data only. A clinician can read and correct every line."""
