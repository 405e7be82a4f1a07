"""The thresholds and the sentences that progression and the rooms after it use, by name."""

from __future__ import annotations

from functools import cache
from typing import Any

from ladderback.evidence import book
from ladderback.terms.status import Status


@cache
def numbers() -> dict[str, float]:
    """All thresholds of `knowledge/tables/progression_numbers.csv` by name, read once."""
    return {name: float(row.cells["value"]) for name, row in book().tables["progression_numbers"].items()}


def number(name: str) -> float:
    """One threshold by name [unit as in its record].

    >>> number("good_sessions_running")
    2.0
    """
    return numbers()[name]


def status_of(name: str) -> Status:
    """How sure a threshold is."""
    return book().tables["progression_numbers"][name].status


def say(part: str, key: str, **values: Any) -> str:
    """A sentence of the training letters with its gaps filled; numbers without needless decimals.

    >>> say("step", "first")
    'This is the first training. We start as planned.'
    """
    shown = {name: f"{value:g}" if isinstance(value, float) else value for name, value in values.items()}
    sentence: str = book().letter("training")[part][key]
    return sentence.format(**shown)


def listed(words: list[str] | tuple[str, ...]) -> str:
    """Joins words as one says them: "a, b and c".

    >>> listed(["sitting", "lifting", "driving"])
    'sitting, lifting and driving'
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
