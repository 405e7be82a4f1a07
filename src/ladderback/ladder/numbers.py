"""The numbers and the sentences of the ladder, by name."""

from __future__ import annotations

from functools import cache
from typing import Any

from ladderback.evidence import book
from ladderback.terms.status import Status


@cache
def _numbers(table: str) -> dict[str, float]:
    return {name: float(row.cells["value"]) for name, row in book().tables[table].items()}


def number(name: str) -> float:
    """One number of `knowledge/tables/ladder_numbers.csv` by name [unit as in its record].

    >>> number("step_most")
    0.15
    """
    return _numbers("ladder_numbers")[name]


def day_number(name: str) -> float:
    """A number that the day after uses too, by name [unit as in its record].

    >>> day_number("good_sessions_running")
    2.0
    """
    return _numbers("progression_numbers")[name]


def status_of(name: str) -> Status:
    """How sure a number of the ladder is."""
    return book().tables["ladder_numbers"][name].status


def say(part: str, key: str, /, **values: Any) -> str:
    """A sentence of the ladder letter with its gaps filled; numbers without needless decimals.

    >>> say("unit", "kg", kg=6.0)
    '6 kg'
    """
    shown = {name: f"{value:g}" if isinstance(value, float) else value for name, value in values.items()}
    sentence: str = book().letter("ladder")[part][key]
    return sentence.format(**shown)


def listed(words: tuple[str, ...], joined: str = "and") -> str:
    """Joins words as one says them: "a, b and c".

    >>> listed(("load", "height"))
    'load and height'
    """
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joined} {words[-1]}"
