"""Solves one way of a task within one set of bounds: with ease, and with the least bend of the low back.

The same solver and the same demands as for the load. A solution is accepted only when demands, limits, balance and
overlap are all checked in the answer itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ladderback.body.coordinates import Matrix, Vector
from ladderback.body.numbers import number as body_number
from ladderback.body.physics import Body
from ladderback.body.posing import Price, Problem, Solved, first_guess, solve
from ladderback.body.slack.numbers import number
from ladderback.body.slack.price import Weighing, ease, reaching, sparing, usual_weighing
from ladderback.body.slack.ranges import Bounds, straight_leg_rows
from ladderback.body.slack.starts import straighten
from ladderback.body.slack.ways import Task
from ladderback.movements.values import Posed

_WORTH = 0.02  # a start must promise at least this share of the price to be worth a search


@dataclass(frozen=True)
class Missed:
    """What a solution misses: demands, balance, overlap [mm] and limits [deg], in this order."""

    demand: float
    limit: float
    balance: float
    overlap: float

    @property
    def accepted(self) -> bool:
        """Whether all of it is small enough."""
        return (
            self.demand < number("accept_demand") and self.limit < number("accept_limit")
            and self.balance < number("accept_balance") and self.overlap < body_number("gate_overlap")
        )  # fmt: skip

    @property
    def length(self) -> float:
        """How far it is off as one length [mm]."""
        over = max(0.0, self.overlap - body_number("gate_overlap"))
        return max(self.demand, self.balance, over)


@dataclass(frozen=True)
class Found:
    """A solution with its price and what it misses, and for which bounds; `fresh` where no neighbour led to it."""

    solved: Solved
    price: float
    missed: Missed
    bounds: Bounds
    fresh: bool = False

    def held_by(self, wider: Bounds) -> bool:
        """Whether a limit that is wider there holds this posture back; where none does, it stays as it is."""
        angles, near = self.solved.angles, np.radians(number("accept_limit"))
        own, legs = self.bounds, straight_leg_rows() @ self.solved.angles
        high = (wider.high > own.high + 1e-9) & (angles > own.high - near)
        low = (wider.low < own.low - 1e-9) & (angles < own.low + near)
        leg = (np.array(wider.straight_leg) > np.array(own.straight_leg) + 1e-9) & (
            legs > np.array(own.straight_leg) - near
        )
        return bool(high.any() or low.any() or leg.any())


class Solver:
    """One way of a task for one body; bounds and prices change, demands stay."""

    def __init__(self, body: Body, pose: Posed, task: Task) -> None:
        self.body, self.task = body, task
        self.problem = Problem(body, pose)
        self.problem.turn_price = number("pelvis_price")
        self.problem.rows = straight_leg_rows()
        self._most = np.zeros(0)
        self.scale: float | None = None
        self.enough, self.most = number("enough"), int(number("most_steps"))
        self.lumbar = f"lumbar_{'rotation' if task.direction == 'rotation' else 'flexion'}"

    def ease(
        self, bounds: Bounds, starts: Sequence[Solved | None], weighing: Weighing | None = None, most: int | None = None
    ) -> Found:
        """The easiest accepted solution from some starts (None: as authored), or the one that misses least."""
        return self._best(bounds, ease(bounds, weighing or usual_weighing(), self.scale), starts, most)

    def cheaper(self, bounds: Bounds, other: Found, own: Found) -> bool:
        """Whether another answer, brought within these bounds, is worth a search: cheaper here than the own one."""
        self.within(bounds)
        self.problem.price = ease(bounds, usual_weighing(), self.scale)
        values = []
        for one in (straighten(self.problem, other.solved), own.solved):
            one.pose(self.body)
            values.append(self.problem.value(one.angles, one.turn))
        return values[0] < values[1] * (1 - _WORTH)

    def changed(self, bounds: Bounds, start: Solved) -> float:
        """How far a start is outside these bounds [rad, root of the sum of squares]."""
        self.within(bounds)
        return float(np.linalg.norm(straighten(self.problem, start).angles - start.angles))

    def within(self, bounds: Bounds) -> None:
        """Sets the limits of the search."""
        self.problem.low, self.problem.high = self.task.pinned(bounds)
        self.problem.most = np.concatenate([bounds.straight_leg, self._most])

    def more_rows(self, rows: Matrix, most: Vector) -> None:
        """Adds limits of several angles together: rows @ angles <= most [rad]."""
        self.problem.rows = np.vstack([self.problem.rows, rows])
        self._most = np.concatenate([self._most, most])

    def least(self, bounds: Bounds, starts: Sequence[Solved | None]) -> Found:
        """The accepted solution with the least angle of the low back from some starts."""
        return self._best(bounds, None, starts)

    def reach(self, bounds: Bounds, starts: Sequence[Solved | None]) -> Found:
        """The solution that misses least."""
        return self._best(bounds, reaching(), starts)

    def angle(self, solved: Solved) -> float:
        """The angle of the low back in the direction of the task [deg]; arching counts up where the task arches."""
        return solved.degrees(self.lumbar) * (-1.0 if self.task.direction == "extension" else 1.0)

    def bent(self, solved: Solved) -> float:
        """How far the low back is from upright [deg]."""
        return abs(solved.degrees(self.lumbar))

    def _best(
        self, bounds: Bounds, price: Price | None, starts: Sequence[Solved | None], most: int | None = None
    ) -> Found:
        """The best from some starts; no price means that the low back is to be spared."""
        found = [self._from(bounds, price, start, most) for start in starts]
        return min(found, key=rank)

    def _from(self, bounds: Bounds, price: Price | None, start: Solved | None, most: int | None) -> Found:
        problem = self.problem
        self.within(bounds)
        begun = straighten(problem, start or Solved(*first_guess(problem), 0.0, 0))
        problem.price = price or sparing(bounds, self.lumbar, begun.angles)
        solved = solve(problem, begun, most or self.most, self.enough, number("damping"))
        paid = price(solved.angles)[0] if price else self.bent(solved)
        return Found(solved, paid, self.missed(solved, bounds), bounds)

    def missed(self, solved: Solved, bounds: Bounds) -> Missed:
        """Checks a solution: everything is computed anew from the pose itself."""
        problem = self.problem
        solved.pose(self.body)
        lengths = np.abs(problem.lengths())
        low, high = self.task.pinned(bounds)
        over = [
            low - solved.angles,
            solved.angles - high,
            straight_leg_rows() @ solved.angles - np.array(bounds.straight_leg),
        ]
        sway = problem.sway()
        inside = [-gap for _, _, gap in self.body.overlaps()]
        return Missed(
            demand=1000 * float(lengths.max()) if len(lengths) else 0.0,
            limit=float(np.degrees(max(0.0, *(float(one.max()) for one in over)))),
            balance=1000 * float(sway.max()) if len(sway) else 0.0,
            overlap=1000 * max(0.0, *inside, 0.0),
        )


def rank(found: Found) -> tuple[bool, float]:
    """For the best of several: accepted before not; then by price, or by what is missed."""
    return (not found.missed.accepted, found.price if found.missed.accepted else found.missed.length)


__all__ = ["Found", "Missed", "Solver"]
