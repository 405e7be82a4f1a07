"""The numbers and sentences of the day by its hours, by name, and how sure each is."""

from __future__ import annotations

from functools import cache
from typing import Any

from ladderback.evidence import book
from ladderback.evidence.tables import TableRow
from ladderback.terms.status import Status


def rows(table: str) -> dict[str, TableRow]:
    """All rows of one table by id."""
    return book().tables[table]


@cache
def _numbers(table: str) -> dict[str, float]:
    return {name: float(row.cells["value"]) for name, row in rows(table).items()}


def number(table: str, name: str) -> float:
    """One number of a table by name [unit as in its record].

    >>> number("niosh_numbers", "metric.load_constant")
    23.0
    """
    return _numbers(table)[name]


def status_of(table: str, name: str) -> Status:
    """How sure a number is."""
    return rows(table)[name].status


def say(part: str, key: str, /, **values: Any) -> str:
    """A sentence of the ergonomics letter with its gaps filled; numbers without needless decimals.

    >>> say("hours", "sleep")
    'Bed'
    """
    shown = {name: f"{value:g}" if isinstance(value, float) else value for name, value in values.items()}
    sentence: str = book().letter("ergonomics")[part][key]
    return sentence.format(**shown)


def listed(words: list[str] | tuple[str, ...]) -> str:
    """Joins words as one says them: "a, b and c".

    >>> listed(("load", "grip"))
    'load and grip'
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
