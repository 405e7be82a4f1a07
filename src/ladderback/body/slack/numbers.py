"""The numbers and rows of who takes up the slack, by name, and how sure they are."""

from __future__ import annotations

from functools import cache

from ladderback.evidence import book
from ladderback.evidence.tables import TableRow
from ladderback.terms.status import Status


@cache
def _numbers() -> dict[str, float]:
    return {name: float(row.cells["value"]) for name, row in book().tables["slack_numbers"].items()}


def number(name: str) -> float:
    """One number by name [unit as in its record].

    >>> number("power")
    8.0
    """
    return _numbers()[name]


def status_of(name: str) -> Status:
    """How sure a number is."""
    return book().tables["slack_numbers"][name].status


def rows(table: str) -> dict[str, TableRow]:
    """All rows of one table by id."""
    return book().tables[table]
