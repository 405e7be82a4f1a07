"""Reads the knowledge, refuses what is unclear, says where any number comes from."""

from ladderback.evidence.book import Book, book

__all__ = ["Book", "book"]
