"""Where a search begins: solved poses of one body under several restrictions, and seeded random ones.

They only shorten the search; every answer is solved and checked for the person at hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from ladderback.body.coordinates import Vector, names, place_of
from ladderback.body.posing import Problem, Solved, first_guess
from ladderback.body.slack.numbers import number, rows
from ladderback.movements.mirror import other_side
from ladderback.terms.sides import SIDES

_SIDEWAYS = (
    "lumbar_lateral",
    "lumbar_rotation",
    "thoracic_lateral",
    "thoracic_rotation",
    "neck_lateral",
    "neck_rotation",
)


@dataclass(frozen=True)
class Known:
    """A solved pose of a body of one metre: place of the pelvis, its turn, coordinates [rad]."""

    where: Vector
    turn: Vector
    angles: Vector

    def sized(self, stature: float) -> Solved:
        """The same for a body of this stature [m]."""
        return Solved(self.where * stature, self.turn, self.angles, 0.0, 0)

    def mirrored(self) -> Known:
        """The same in the mirror."""
        across = np.array([1.0, -1.0, 1.0])
        angles = np.empty_like(self.angles)
        for name in names():
            sign = -1.0 if name in _SIDEWAYS else 1.0
            angles[place_of(other_side(name)) - 6] = sign * self.angles[place_of(name) - 6]
        return Known(self.where * across, self.turn * np.array([1.0, -1.0, 1.0, -1.0]), angles)


@cache
def known(movement: str, kind: str, mirrored: bool = False) -> tuple[Known, ...]:
    """The poses found for one way: "ease" or "least"."""
    found = [
        _read(row.cells)
        for row in rows("slack_starts").values()
        if row.cells["movement"] == movement and row.cells["kind"] == kind
    ]
    return tuple(one.mirrored() if mirrored else one for one in found)


def _read(cells: dict[str, str]) -> Known:
    where, turn, angles = (
        np.array([float(one) for one in cells[key].split(";")]) for key in ("where", "turn", "angles")
    )
    return Known(where, turn / np.linalg.norm(turn), np.radians(angles))


def random_starts(problem: Problem, count: int, seed: int) -> list[Solved]:
    """Starts around the authored pose, the same for the same seed."""
    draw = np.random.default_rng(seed)
    where, turn, angles = first_guess(problem)
    spread = number("start_spread")
    return [Solved(where, turn, angles + spread * draw.standard_normal(len(angles)), 0.0, 0) for _ in range(count)]


def straighten(problem: Problem, start: Solved) -> Solved:
    """A start brought within the limits of a problem; the first two rows are the straight legs."""
    angles = np.clip(start.angles, problem.low, problem.high)
    for index, side in enumerate(SIDES):
        over = float(problem.rows[index] @ angles - problem.most[index])
        if over > 0:
            angles[place_of(f"{side}_hip_flexion") - 6] -= over
    for row, most in zip(problem.rows[2:], problem.most[2:], strict=True):
        over = float(row @ angles - most)
        if over > 0:
            angles = np.clip(angles - row * over / float(row @ row), problem.low, problem.high)
    return Solved(start.where, start.turn, angles, 0.0, 0)
