"""References: every source resolves, every number has a source and a status, nothing is orphaned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ladderback.evidence.book import Book
from ladderback.terms.errors import nearest_word

KINDS = (
    "red_flag_rules", "clinical_tests", "contributors", "exercises", "limits", "norms", "implies", "dosing",
    "dosing_numbers", "measures",
)  # fmt: skip


def check(book: Book) -> list[str]:
    """Every reference that leads nowhere and every record that nothing leads to."""
    return [*_unresolved(book), *_without_source(book), *_orphaned_sources(book), *_cards(book)]


def cited(record: Any) -> tuple[str, ...]:
    """The source keys that a record cites, wherever they stand in it.

    >>> cited({"sources": ["A1"], "sem": {"source": "B2"}})
    ('A1', 'B2')
    """
    values = record if isinstance(record, dict) else msgspec.to_builtins(record)
    return tuple(_walk(values))


def _walk(values: Any) -> Iterator[str]:
    if isinstance(values, dict):
        for key, value in values.items():
            if key == "sources":
                yield from value
            elif key == "source" and isinstance(value, str) and value:
                yield value
            else:
                yield from _walk(value)
    elif isinstance(values, list | tuple):
        for value in values:
            yield from _walk(value)


def _records(book: Book) -> Iterator[tuple[str, str, Any]]:
    for kind in KINDS:
        for name, record in getattr(book, kind).items():
            yield kind, name, record
    for table, rows in book.tables.items():
        for name, row in rows.items():
            yield table, name, row


def _unresolved(book: Book) -> Iterator[str]:
    for kind, name, record in _records(book):
        for key in cited(record):
            if key not in book.sources:
                hint = nearest_word(key, book.sources)
                yield f"{kind} {name}: source {key!r} is not in the sources" + (f" (nearest: {hint})" if hint else "")


def _without_source(book: Book) -> Iterator[str]:
    for kind, name, record in _records(book):
        if not cited(record):
            yield f"{kind} {name}: has no source"


def _orphaned_sources(book: Book) -> Iterator[str]:
    used = {key for _, _, record in _records(book) for key in cited(record)}
    used |= set(_cited_in_letters(book.letters.values()))
    for key in sorted(set(book.sources) - used):
        yield f"source {key}: nothing cites it"


def _cited_in_letters(letters: Iterable[Any]) -> Iterator[str]:
    for letter in letters:
        yield from _walk(letter)


def _cards(book: Book) -> Iterator[str]:
    for table in book.tables:
        if table not in book.cards:
            yield f"table {table}: has no card beside it that says what its columns mean"
