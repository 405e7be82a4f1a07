"""The clinical choices this room and the next compute with, from the table `formulation_numbers`."""

from __future__ import annotations

from functools import cache

from ladderback.evidence.book import Book, book
from ladderback.evidence.clinical_tests import Norm


@cache
def number(key: str) -> float:
    """One clinical choice by its key [unit as in the table]."""
    return float(book().tables["formulation_numbers"][key].cells["value"])


def norms_by_test(known: Book) -> dict[str, tuple[Norm, ...]]:
    """All norms of each test, in the order of their identifiers."""
    sorted_norms: dict[str, list[Norm]] = {}
    for key in sorted(known.norms):
        sorted_norms.setdefault(known.norms[key].test_id, []).append(known.norms[key])
    return {test: tuple(rows) for test, rows in sorted_norms.items()}


@cache
def all_norms() -> dict[str, tuple[Norm, ...]]:
    """The norms of the book by test, sorted once per process."""
    return norms_by_test(book())


@cache
def words(name: str, part: str) -> dict[str, str]:
    """The sentences of one part of a letter file."""
    found: dict[str, str] = book().letter(name)[part]
    return found


def show(value: float) -> str:
    """A number as people write it, without a needless decimal.

    >>> show(95.0), show(5.25)
    ('95', '5.2')
    """
    return f"{value:.0f}" if abs(value - round(value)) < 0.05 else f"{value:.1f}"
