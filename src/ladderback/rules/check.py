"""Proves that every red-flag sentence can be read, and that no two of them mean the same."""

from __future__ import annotations

from ladderback.evidence.book import Book
from ladderback.rules.text import read
from ladderback.rules.values import Rule
from ladderback.terms.errors import KnowledgeError


def check(book: Book) -> list[str]:
    """Every red flag whose sentence cannot be read, or that says what another one says."""
    found: list[str] = []
    first: dict[Rule, str] = {}
    for name, record in book.red_flag_rules.items():
        try:
            rule = read(record.when, f"red_flag_rules/{name}.toml")
        except KnowledgeError as error:
            found.append(str(error))
            continue
        if first.setdefault(rule, name) != name:
            found.append(f"red flag {name}: says the same as {first[rule]}")
    return found
