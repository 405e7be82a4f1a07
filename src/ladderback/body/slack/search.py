"""Looks for the answers of one person in one way of a task, and looks again from every answer that may be better.

A body can be stuck in one posture where another would do. So each search begins at several places: known poses,
neighbouring answers with fewer or more restrictions, and (where the low back must bend) seeded random poses. An answer
for fewer restrictions begins at the answer for more, so it can only be as good or better.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ladderback.body.physics import Body
from ladderback.body.posing import Solved
from ladderback.body.slack.numbers import number
from ladderback.body.slack.price import Weighing
from ladderback.body.slack.ranges import Bounds
from ladderback.body.slack.solving import Found, Solver, rank
from ladderback.body.slack.starts import known, random_starts
from ladderback.body.slack.ways import Task
from ladderback.evidence import book
from ladderback.movements import poses
from ladderback.terms.sides import Side


@dataclass
class Search:
    """All answers found so far for one body in one way, by bounds."""

    body: Body
    task: Task
    side: Side | None
    seed: int
    random: int = 0
    solver: Solver = field(init=False)
    eased: dict[bytes, Found] = field(default_factory=dict)
    spared: dict[bytes, Found] = field(default_factory=dict)

    def __post_init__(self) -> None:
        record = book().poses[self.task.movement]
        mirrored = self.side is not None and record.side is not None and self.side != record.side
        task = self.task.mirrored() if mirrored else self.task
        self.solver = Solver(self.body, poses(self.task.movement, self.side)[0], task)
        stature = self.body.build.stature
        self._known = {
            kind: [one.sized(stature) for one in known(self.task.movement, kind, mirrored)]
            for kind in ("ease", "least")
        }

    def ease(self, bounds: Bounds, near: Sequence[Found] = ()) -> Found:
        """Moving with ease within these bounds; `near` are answers for neighbouring bounds."""
        key = bounds.key()
        if key not in self.eased:
            begin = [one.solved for one in near] + self._fitting(bounds, "ease", 1 if near else 2)
            self.eased[key] = self.solver.ease(bounds, begin or [None])
            if not self.eased[key].missed.accepted:
                self._mend(bounds)
        return self.eased[key]

    def _mend(self, bounds: Bounds) -> None:
        """Looks again with demands that give way less, from everywhere; what is spared is possible, if anything is."""
        least = self.least(bounds)
        starts = [self.eased[bounds.key()].solved, least.solved, *self._fitting(bounds, "ease", 2)]
        self.solver.scale = number("mend_scale")
        found = self.solver.ease(bounds, starts)
        self.solver.scale = None
        self.eased[bounds.key()] = min(self.eased[bounds.key()], found, key=rank)

    def again_with_ease(self, bounds: Bounds, others: Sequence[Found]) -> Found:
        """Looks again from other answers where one of them would be cheaper here."""
        key, own = bounds.key(), self.eased[bounds.key()]
        for other in others:
            if self.solver.cheaper(bounds, other, own):
                own = min(own, self.solver.ease(bounds, [other.solved]), key=rank)
        self.eased[key] = own
        return own

    def drawn(self, bounds: Bounds, weighing: Weighing) -> Found:
        """Moving with ease under other weights, from the answer under the usual ones."""
        return self.solver.ease(bounds, [self.eased[bounds.key()].solved], weighing, most=int(number("draw_steps")))

    def least(self, bounds: Bounds, near: Sequence[Found] = (), floor: float = 0.0) -> Found:
        """The least angle of the low back within these bounds.

        `near` are answers for tighter bounds: one that no widened limit held back stays as it is. `floor` is the least
        angle that can be hoped for, as wider bounds have shown [deg].
        """
        key = bounds.key()
        if key in self.spared:
            return self.spared[key]
        best = self._kept(bounds, near)
        for fresh, start in self._begin(bounds, near):
            if best and best.missed.accepted and self.solver.bent(best.solved) < floor + number("same_least"):
                break
            found = replace(self.solver.least(bounds, [start]), fresh=fresh)
            best = found if best is None else min(best, found, key=rank)
        assert best is not None
        self.spared[key] = best
        return best

    def least_from(self, bounds: Bounds, others: Sequence[Found]) -> Found:
        """Looks again for the least angle from other answers, and keeps the best."""
        own = self.spared[bounds.key()]
        found = [self.solver.least(bounds, [other.solved]) for other in others]
        kept = self._kept(bounds, others)
        own = min([own, *found, *([kept] if kept else [])], key=rank)
        self.spared[bounds.key()] = own
        return own

    def _kept(self, bounds: Bounds, near: Sequence[Found]) -> Found | None:
        """The best of the neighbouring postures that are possible here as they are: with more range they always are."""
        here = [replace(one, missed=self.solver.missed(one.solved, bounds), bounds=bounds, fresh=False) for one in near]
        return min((one for one in here if one.missed.accepted), key=rank, default=None)

    def _begin(self, bounds: Bounds, near: Sequence[Found]) -> list[tuple[bool, Solved | None]]:
        """A neighbour and the known pose that fits best; where there is no neighbour, from many sides."""
        if near:
            led = [one for one in near if not one.missed.accepted or one.held_by(bounds)]
            return [*((False, one.solved) for one in led), *((True, one) for one in self._fitting(bounds, "least", 1))]
        informed = self._fitting(bounds, "least", int(number("informed_starts")))
        eased = [one.solved for key, one in self.eased.items() if key == bounds.key()]
        self.solver.within(bounds)
        return [
            (False, one) for one in (*informed, *eased, *random_starts(self.solver.problem, self.random, self.seed))
        ]

    def _fitting(self, bounds: Bounds, kind: str, count: int) -> list[Solved]:
        """The known poses that these bounds change least."""
        return sorted(self._known[kind], key=lambda one: self.solver.changed(bounds, one))[:count]
