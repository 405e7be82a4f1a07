"""Tasks and the ways to do them: which movement, how the low back moves in it, and what is pinned."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

import numpy as np

from ladderback.body.coordinates import Vector, place_of
from ladderback.body.slack.numbers import rows
from ladderback.body.slack.ranges import Bounds
from ladderback.body.slack.values import Direction
from ladderback.movements.mirror import other_side
from ladderback.terms.errors import RecordError, nearest_word

Pin = tuple[str, float, float]


@dataclass(frozen=True)
class Task:
    """One way of a task: its movement, and coordinates kept within limits so that it stays this way [deg]."""

    task: str
    way: str
    movement: str
    direction: Direction
    pins: tuple[Pin, ...]

    def mirrored(self) -> Task:
        """The same way with the other side."""
        pins = tuple((other_side(name), low, high) for name, low, high in self.pins)
        return Task(self.task, self.way, self.movement, self.direction, pins)

    def pinned(self, bounds: Bounds) -> tuple[Vector, Vector]:
        """The limits with what is pinned."""
        low, high = bounds.low.copy(), bounds.high.copy()
        for name, least, most in self.pins:
            index = place_of(name) - 6
            low[index] = min(max(low[index], np.radians(least)), high[index])
            high[index] = max(min(high[index], np.radians(most)), low[index])
        return low, high


@cache
def ways_of(task: str) -> tuple[Task, ...]:
    """The ways of a task, the usual one first.

    >>> [one.way for one in ways_of("box")]
    ['from_floor', 'from_knee_height']

    Raises:
        RecordError: there is no such task.
    """
    found = tuple(_read(name) for name, row in rows("slack_ways").items() if row.cells["task"] == task)
    if not found:
        known = tasks()
        raise RecordError(
            file="slack", key="task", received=task, allowed=", ".join(known), nearest=nearest_word(task, known)
        )
    return found


@cache
def tasks() -> tuple[str, ...]:
    """All tasks that can be looked at."""
    return tuple(dict.fromkeys(row.cells["task"] for row in rows("slack_ways").values()))


def _read(movement: str) -> Task:
    cells = rows("slack_ways")[movement].cells
    pins = tuple(_pin(one) for one in cells["within"].split(";") if one)
    return Task(cells["task"], cells["way"], movement, cast("Direction", cells["direction"]), pins)


def _pin(text: str) -> Pin:
    name, _, limits = text.partition(":")
    low, _, high = limits.partition("..")
    return name, float(low), float(high)
