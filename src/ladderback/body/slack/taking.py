"""Who takes up the slack in one task of one person: measured against each range restored to the norm."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from ladderback.body.coordinates import names
from ladderback.body.loading import weigh
from ladderback.body.physics import body_of
from ladderback.body.slack.numbers import number
from ladderback.body.slack.price import drawn
from ladderback.body.slack.ranges import Bounds, bounds_of, error_of, moved, norm_of, restricted, value_of
from ladderback.body.slack.ranges import assumed as assumed_ranges
from ladderback.body.slack.search import Search
from ladderback.body.slack.shapley import Names, shares
from ladderback.body.slack.solving import Found
from ladderback.body.slack.values import Answer, Effect, RangeName, Ranges, ShareBand, Slack, Span, Stance, Way
from ladderback.body.slack.ways import Task, ways_of
from ladderback.body.values import Build
from ladderback.evidence import book
from ladderback.terms.sides import SIDES, Side

SEED = 20260
_MOST = 4  # restrictions looked at together
_JOINTS = ("hip_flexion", "knee_flexion")


def take_up(
    build: Build, ranges: Ranges, task: str, way: str | None = None, side: Side | None = None, seed: int = SEED
) -> Slack:
    """Who takes up the slack when this person does this task with the ranges they have.

    Args:
        build: the person's build.
        ranges: as measured; what is absent stands at the norm and is named in `assumed`.
        task: a task of the book, as "sock".
        way: how it is done; the first way of the task when none is said.
        side: the working side; the more restricted one when none is said.
        seed: of the drawn weights and random starts.

    Raises:
        RecordError: there is no such task or way.
    """
    ways = ways_of(task)
    chosen = next((one for one in ways if one.way == way), ways[0])
    asked = Question(
        build, ranges, chosen, side or _working_side(build, ranges, chosen), seed, int(number("random_starts"))
    )
    asked.solve_all()
    effects = asked.effects()
    measured, all_restored = asked.answer(frozenset()), asked.answer(frozenset(asked.names))
    share, least = asked.band()
    others = tuple(_other(build, ranges, one, asked.side, seed, measured) for one in ways if one is not chosen)
    return Slack(
        task=task, way=chosen.way, movement=chosen.movement, side=asked.side, direction=chosen.direction,
        lumbar_range=round(asked.lumbar_range(), 1), answer=measured, restored=all_restored, share=share, least=least,
        effects=effects, ways=others, assumed=assumed_ranges(ranges), seed=seed,
    )  # fmt: skip


def _other(build: Build, ranges: Ranges, way: Task, side: Side | None, seed: int, own: Answer) -> Way:
    asked = Question(build, ranges, way, side if book().poses[way.movement].side else None, seed)
    asked.solve_one()
    answer = asked.answer(frozenset())
    less = max(own.share - answer.share - number("show_share"), own.least - answer.least - number("show_angle"))
    easier = answer.possible and (
        not own.possible or (less >= 0 and answer.share <= own.share + 1 and answer.least <= own.least + 1)
    )
    return Way(way=way.way, movement=way.movement, answer=answer, easier=easier)


def _working_side(build: Build, ranges: Ranges, way: Task) -> Side | None:
    """The side with less range; the authored one when both are the same; none where the task has no side."""
    authored = book().poses[way.movement].side
    if authored is None:
        return None
    lost = dict.fromkeys(SIDES, 0.0)
    for name in restricted(ranges, build.sex):
        for side in SIDES:
            norm = norm_of(name, build.sex)
            lost[side] += max(0.0, 1 - value_of(ranges, name, side, build.sex) / norm)
    other = SIDES[1 - SIDES.index(authored)]
    return other if lost[other] > lost[authored] + 1e-9 else authored


@dataclass
class Question:
    """One way of a task for one person, with everything solved so far."""

    build: Build
    ranges: Ranges
    way: Task
    side: Side | None
    seed: int
    random: int = 0

    def __post_init__(self) -> None:
        self.search = Search(body_of(self.build), self.way, self.side, self.seed, self.random)
        short = restricted(self.ranges, self.build.sex)
        self.names: tuple[RangeName, ...] = tuple(sorted(sorted(short, key=self._lost)[:_MOST]))
        self._answers: dict[frozenset[RangeName], Answer] = {}
        self._under: dict[frozenset[RangeName], list[float]] = {}

    def _lost(self, name: RangeName) -> float:
        return self.value(name) / norm_of(name, self.build.sex)

    def value(self, name: RangeName) -> float:
        """The measured range of the working side, or of the worse where both work [deg]."""
        sides = [self.side] if self.side else list(SIDES)
        return min(value_of(self.ranges, name, side, self.build.sex) for side in sides)

    def bounds(self, restored: frozenset[RangeName], off: Mapping[RangeName, float] | None = None) -> Bounds:
        """The limits with some ranges restored, and some measured otherwise by so much."""
        ranges = moved(self.ranges, self.build.sex, off) if off else self.ranges
        return bounds_of(ranges, self.build.sex, restored)

    def _errors(self, sign: int) -> dict[RangeName, float]:
        """Every range off by its measurement error [deg]."""
        return {name: sign * error_of(name, self.ranges.get(name)) for name in self.names}

    def lumbar_range(self) -> float:
        """The own range of the low back in the direction of the task [deg]."""
        bounds, index = self.bounds(frozenset()), names().index(self.search.solver.lumbar)
        return float(np.degrees(-bounds.low[index] if self.way.direction == "extension" else bounds.high[index]))

    def solve_all(self) -> None:
        """Solves what is measured, each restored, all restored; least angles of every subset, each from the one before.

        The most restricted comes first: every range measured too large. What is possible there is possible with less
        restriction, so later answers begin at earlier ones. Where a later search found more than its neighbour could
        tell, the earlier are looked at again from there, and then the later once more.
        """
        every = [frozenset(one) for size in range(len(self.names) + 1) for one in combinations(self.names, size)]
        full = frozenset(self.names)
        self._ease([full, frozenset(), *[one for one in every if len(one) == 1 and one != full]])
        tightest = self.search.least(self.bounds(frozenset(), self._errors(-1)))
        self.search.least(self.bounds(frozenset()), [tightest])
        measured = self.search.spared[self.bounds(frozenset()).key()]
        self.search.least(self.bounds(full), [measured])
        floor = min(self._bent_at(full), self._bent(measured))
        for restored in every[1:]:
            self.search.least(self.bounds(restored), self._smaller(restored), floor)
        for restored in reversed(every[:-1]):
            self._again(restored, self._larger(restored))
        for restored in every[1:]:
            self._again(
                restored, [one for one in self._smaller(restored) if self._bent(one) < self._bent_at(restored) - 0.05]
            )

    def solve_one(self) -> None:
        """Solves only what is measured."""
        bounds = self.bounds(frozenset())
        self.search.ease(bounds)
        self.search.least(bounds)

    def _again(self, restored: frozenset[RangeName], others: list[Found]) -> None:
        """Looks again where the low back still bends, from neighbours that found something new."""
        if others and self._bent_at(restored) > number("same_least"):
            self.search.least_from(self.bounds(restored), others)

    def _bent_at(self, restored: frozenset[RangeName]) -> float:
        return self._bent(self.search.spared[self.bounds(restored).key()])

    def _ease(self, wanted: list[frozenset[RangeName]]) -> None:
        found: list[Found] = []
        for restored in wanted:
            found.append(self.search.ease(self.bounds(restored), found[:1]))
        for restored in dict.fromkeys(wanted):
            own = self.search.eased[self.bounds(restored).key()]
            others = [one for one in found if one is not own]
            if others:
                self.search.again_with_ease(self.bounds(restored), others)

    def _smaller(self, restored: frozenset[RangeName]) -> list[Found]:
        keys = (self.bounds(restored - {name}).key() for name in sorted(restored))
        found = [self.search.spared[key] for key in keys if key in self.search.spared]
        return sorted(found, key=self._bent)[:1]

    def _larger(self, restored: frozenset[RangeName]) -> list[Found]:
        found = [
            self.search.spared[self.bounds(restored | {name}).key()] for name in self.names if name not in restored
        ]
        return [one for one in sorted(found, key=self._bent)[:1] if one.fresh]

    def _bent(self, found: Found) -> float:
        return self.search.solver.bent(found.solved) if found.missed.accepted else 1000.0 + found.missed.length

    def answer(self, restored: frozenset[RangeName]) -> Answer:
        """What was found with these ranges restored."""
        if restored not in self._answers:
            bounds = self.bounds(restored)
            self._answers[restored] = self._said(
                bounds, self.search.eased[bounds.key()], self.search.spared[bounds.key()]
            )
        return self._answers[restored]

    def _said(self, bounds: Bounds, easy: Found, least: Found) -> Answer:
        solver = self.search.solver
        if not easy.missed.accepted and not least.missed.accepted:
            off = solver.reach(bounds, [easy.solved, least.solved])
            if not off.missed.accepted:
                return Answer(possible=False, misses_mm=round(off.missed.length, 1))
        if not easy.missed.accepted:
            easy = least
        angle = solver.angle(easy.solved)
        share = 100 * max(0.0, angle) / self.lumbar_range()
        side = self.side or "right"
        hip = easy.solved.degrees(f"{side}_hip_flexion")
        limit = float(np.degrees(bounds.high[names().index(f"{side}_hip_flexion")]))
        return Answer(
            possible=True, angle=round(angle, 1), share=round(share, 1), band=band_of(share),
            least=round(solver.bent(least.solved), 1) if least.missed.accepted else round(abs(angle), 1),
            hip=round(hip, 1), hip_share=round(100 * max(0.0, hip) / limit, 1),
            ease=self._stance(easy), stiffest=self._stance(least), failed=self._gates(easy),
        )  # fmt: skip

    def _stance(self, found: Found) -> Stance:
        solved = found.solved
        x, y, z = (round(float(one), 5) for one in solved.where)
        a, b, c, d = (round(float(one), 6) for one in solved.turn)
        angles = {name: round(solved.degrees(name), 1) for name in names()}
        return Stance(movement=self.way.movement, side=self.side, where=(x, y, z), turn=(a, b, c, d), angles=angles)

    def _gates(self, found: Found) -> tuple[str, ...]:
        """The gates of the load that this pose misses; how the pelvis is turned is free here."""
        solver = self.search.solver
        found.solved.pose(solver.body)
        loaded = weigh(solver.body, solver.problem, found.solved)
        return tuple(sorted({gate.gate for gate in loaded.failed if gate.gate != "pelvis"}))

    def band(self) -> tuple[Span, Span]:
        """Share and least angle, with what they are when every range was measured too large or too small."""
        ends = [self._at(frozenset(), self._errors(sign)) for sign in (-1, 1)]
        own = self.answer(frozenset())
        return _span(own.share, [one and one[0] for one in ends]), _span(own.least, [one and one[1] for one in ends])

    def _at(self, restored: frozenset[RangeName], off: Mapping[RangeName, float]) -> tuple[float, float] | None:
        """Share and least angle where ranges were measured otherwise; None where the task fails."""
        bounds, search = self.bounds(restored, off), self.search
        own = self.bounds(restored).key()
        easy = search.ease(bounds, [search.eased[own]])
        if bounds.key() not in search.spared:
            search.least(bounds, [search.spared[own]])
        least = search.spared[bounds.key()]
        if not easy.missed.accepted:
            return None
        share = 100 * max(0.0, search.solver.angle(easy.solved)) / self.lumbar_range()
        return share, search.solver.bent(least.solved) if least.missed.accepted else share * self.lumbar_range() / 100

    def effects(self) -> tuple[Effect, ...]:
        """What each restriction does, largest first."""
        worth: dict[Names, float] = {}
        for size in range(len(self.names) + 1):
            for chosen in combinations(self.names, size):
                restored = frozenset(self.names) - frozenset(chosen)
                worth[frozenset(chosen)] = self._bent(self.search.spared[self.bounds(restored).key()])
        possible = max(worth.values()) < 1000
        parts = shares(worth, self.names) if possible else {}
        found = [self._effect(name, parts.get(name)) for name in self.names]
        return tuple(sorted(found, key=lambda one: (not one.clear, -one.least.value, -one.share.value, one.name)))

    def _effect(self, name: RangeName, part: float | None) -> Effect:
        own, restored = self.answer(frozenset()), self.answer(frozenset({name}))
        both, error = own.possible and restored.possible, error_of(name, self.ranges.get(name))
        share, least = self._rises(name, own, restored, error)
        shifts, must = both and _clear(share, number("show_share")), both and _clear(least, number("show_angle"))
        kept = self._kept(name) if shifts else 1.0
        return Effect(
            name=name, measured=round(self.value(name), 1), norm=round(norm_of(name, self.build.sex), 1),
            error=round(error, 1), side=self.side or "right", share=share, least=least,
            shapley=None if part is None else round(part, 1), kept=kept,
            shifts=shifts and kept >= number("draw_keeps"), must=must, switched=both and _switched(own, restored),
            opens=restored.possible and not own.possible, restored=restored,
        )  # fmt: skip

    def _rises(self, name: RangeName, own: Answer, restored: Answer, error: float) -> tuple[Span, Span]:
        """The rise of share and least angle, with their band where the rise is large enough to be looked at."""
        share, least = own.share - restored.share, own.least - restored.least
        if not own.possible or not restored.possible:
            return Span(value=0.0), Span(value=0.0)
        if share < number("show_share") and least < number("show_angle"):
            return Span(value=round(share, 1)), Span(value=round(least, 1))
        there = self._at(frozenset({name}), {})
        ends = [self._at(frozenset(), {name: sign * error}) for sign in (-1, 1)]
        rises = [None if one is None or there is None else (one[0] - there[0], one[1] - there[1]) for one in ends]
        return _span(share, [one and one[0] for one in rises]), _span(least, [one and one[1] for one in rises])

    def _kept(self, name: RangeName) -> float:
        """The share of drawn weights under which the angle does not fall with the restriction."""
        here, there = self._drawn(frozenset()), self._drawn(frozenset({name}))
        keeps = [one - other > -number("draw_reversed") for one, other in zip(here, there, strict=True)]
        return round(sum(keeps) / len(keeps), 3)

    def _drawn(self, restored: frozenset[RangeName]) -> list[float]:
        """The angle of the low back under each of the drawn weights [deg]."""
        if restored not in self._under:
            bounds, search = self.bounds(restored), self.search
            self._under[restored] = [search.solver.angle(search.drawn(bounds, one).solved) for one in drawn(self.seed)]
        return self._under[restored]


def band_of(share: float) -> ShareBand:
    """In which band a share of the own range lies [%].

    >>> [band_of(one) for one in (40, 61, 90, 100)]
    ['low', 'middle', 'high', 'end']
    """
    if share > number("band_end"):
        return "end"
    return "high" if share >= number("band_high") else "middle" if share >= number("band_middle") else "low"


def _clear(span: Span, most: float) -> bool:
    """Large enough, and of the same sign at both ends of the measurement error; where it fails outright, more so."""
    ends = [one for one in (span.low, span.high) if one is not None]
    return span.value >= most and bool(ends) and min(ends) > number("draw_reversed")


def _span(value: float, ends: list[float | None]) -> Span:
    """A figure with what it is with less range and with more; where less range makes it fail, there is no upper end."""
    tight, wide = ends
    known = [value, *(one for one in ends if one is not None)]
    if wide is None:
        return Span(value=round(value, 1))
    return Span(value=round(value, 1), low=round(min(known), 1), high=None if tight is None else round(max(known), 1))


def _switched(one: Answer, other: Answer) -> bool:
    """Whether two answers are done another way: a hip or a knee is far from where it was."""
    if one.ease is None or other.ease is None:
        return False
    off = [
        abs(one.ease.angles[f"{side}_{joint}"] - other.ease.angles[f"{side}_{joint}"])
        for side in SIDES
        for joint in _JOINTS
    ]
    return max(off) > number("switched")


def _none(search: Search, found: Found) -> bool:
    return found.missed.accepted and search.solver.bent(found.solved) < number("same_least")
