"""The single numbers of the body, by name, and how sure they are."""

from __future__ import annotations

from functools import cache

from ladderback.evidence import book
from ladderback.terms.status import Status


@cache
def numbers() -> dict[str, float]:
    """All of `knowledge/tables/body_numbers.csv` by name, read once."""
    return {name: float(row.cells["value"]) for name, row in book().tables["body_numbers"].items()}


def number(name: str) -> float:
    """One number by name [unit as in its record].

    >>> number("gravity")
    9.81
    """
    return numbers()[name]


def status_of(name: str) -> Status:
    """How sure a number is."""
    return book().tables["body_numbers"][name].status
