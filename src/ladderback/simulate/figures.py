"""The figures people are drawn from, and the only place where anything is left to chance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import exp
from random import Random
from typing import TypeVar

from ladderback.evidence import book
from ladderback.evidence.tables import TableRow

T = TypeVar("T")


@cache
def figure(name: str) -> float:
    """One figure of the simulation by its identifier, as `figure("age.mean")` [unit as in the record]."""
    return float(book().tables["simulation"][name].cells["value"])


@cache
def group(name: str) -> dict[str, float]:
    """All figures of one group by their last name, as `group("work")["desk"]`."""
    first = f"{name}."
    rows = book().tables["simulation"]
    return {key.removeprefix(first): figure(key) for key in rows if key.startswith(first)}


def table(name: str) -> dict[str, TableRow]:
    """A table of the simulation: conditions, tests, signs, means or patterns."""
    return book().tables[f"simulation_{name}"]


def listed(cell: str) -> list[str]:
    """The words of a cell that lists several.

    >>> listed("mat;band")
    ['mat', 'band']
    """
    return [word for word in cell.split(";") if word]


class Draw:
    """Chance from a seed: the same words give the same draws, on every machine, in any order of people."""

    def __init__(self, *words: object) -> None:
        self._random = Random("/".join(str(word) for word in words))

    def chance(self, share: float) -> bool:
        """Yes in that share of draws."""
        return self._random.random() < share

    def asked(self, share: float, value: T) -> T | None:
        """The value where it was asked; not known otherwise."""
        return value if self.chance(share) else None

    def whole(self, least: int, most: int) -> int:
        """A whole number between two, both included."""
        return self._random.randint(least, most)

    def between(self, least: float, most: float) -> float:
        """Any number between two."""
        return self._random.uniform(least, most)

    def normal(self) -> float:
        """A draw from the normal distribution with mean 0 and spread 1."""
        return self._random.gauss(0.0, 1.0)

    def near(self, mean: float, spread: float, least: float, most: float) -> float:
        """A draw around a mean, kept within a span."""
        return clipped(mean + spread * self.normal(), least, most)

    def around(self, median: float, spread: float, step: float | None = None) -> float:
        """A draw around a median of something that cannot be negative; `step` is the hidden trait [sd]."""
        return median * exp(spread * (self.normal() if step is None else step))

    def pick(self, weights: Mapping[T, float]) -> T:
        """One of several, each as often as its weight says."""
        keys = list(weights)
        return self._random.choices(keys, [weights[key] for key in keys])[0]

    def one_of(self, several: Sequence[T]) -> T:
        """One of several, each as often as the others."""
        return several[self._random.randrange(len(several))]

    def some(self, several: Sequence[T], number: int) -> list[T]:
        """That many different ones of several, in their order."""
        chosen = set(self._random.sample(range(len(several)), min(number, len(several))))
        return [one for index, one in enumerate(several) if index in chosen]

    def bits(self) -> int:
        """128 bits for an identifier."""
        return self._random.getrandbits(128)


def clipped(value: float, least: float, most: float) -> float:
    """The value, kept within a span.

    >>> clipped(11.0, 0, 10)
    10
    """
    return min(max(value, least), most)
