"""What `book check` proves, one file a kind of record."""
