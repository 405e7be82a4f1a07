"""Weighs what speaks for and against each contributor. This is the one place where evidence is combined.

What speaks for a contributor adds up as independent hints do: p = 1 - (1 - s1)(1 - s2)..., where s is the strength of
a fact times how strongly it holds here. What speaks against multiplies the rest away: p x (1 - a1)(1 - a2).... So two
hints are more than one, no pile of hints is more than certain, and one strong fact against (a back that is strong
already) is never averaged away by many weak ones for. Only facts that are known count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from ladderback.assessment.numbers import number
from ladderback.evidence.contributors import ContributorRecord, Evidence, atoms
from ladderback.formulation.facts import Person, degree_of, on_side, read_fact
from ladderback.terms.sides import SIDES, Side

MEASURED = ("off",)
ASKED = ("answer", "missing", "injury", "tried", "belief", "goal", "hours")
NOT_ENOUGH = ("duration_days", "age")  # when it began and how old somebody is say little of what plays a part

Degrees = dict[tuple[str, Side | None], float]


class Held(Struct, frozen=True, kw_only=True):
    """One fact that holds for this person, on this side, and how strongly it counts here (0-1)."""

    evidence: Evidence
    side: Side | None
    counts: float


class Weighed(Struct, frozen=True, kw_only=True):
    """How much speaks for one contributor (0-1), on which side, and the facts behind it."""

    record: ContributorRecord
    side: Side | None
    speaks: float
    for_: tuple[Held, ...]
    against: tuple[Held, ...]

    @property
    def weight(self) -> float:
        """What speaks for it, raised so that the first ones stand out."""
        return float(self.speaks ** number("weight_power"))


def read_all(person: Person, records: Iterable[ContributorRecord]) -> Degrees:
    """How strongly every fact of every contributor holds, by fact and side."""
    return {
        (one.fact, side): degree_of(person, one.fact, side)
        for record in records
        for one in record.for_ + record.against
        for side in (SIDES if record.sided else (None,))
    }


def weigh_one(record: ContributorRecord, degrees: Degrees) -> Weighed:
    """One contributor: side by side where it has sides; both are meant when the lesser has nearly as much."""
    if not record.sided:
        return _on_side(record, None, degrees)
    left, right = (_on_side(record, side, degrees) for side in SIDES)
    lesser, greater = sorted((left, right), key=lambda one: one.speaks)
    if lesser.speaks < number("side_alike") * greater.speaks:
        return greater
    return Weighed(
        record=record,
        side=None,
        speaks=greater.speaks,
        for_=left.for_ + right.for_,
        against=left.against + right.against,
    )


def speaks_for(record: ContributorRecord, degree: Callable[[str, Side | None], float]) -> float:
    """How much speaks for a contributor (0-1) when each fact holds to this degree; of two sides the greater counts."""
    sides = SIDES if record.sided else (None,)
    return max(_speaks(record, side, degree) for side in sides)


def _speaks(record: ContributorRecord, side: Side | None, degree: Callable[[str, Side | None], float]) -> float:
    left_over = 1.0
    for one in record.for_:
        left_over *= 1.0 - one.strength * degree(one.fact, side)
    speaks = 1.0 - left_over
    for one in record.against:
        speaks *= 1.0 - one.strength * degree(one.fact, side)
    return speaks


def _on_side(record: ContributorRecord, side: Side | None, degrees: Degrees) -> Weighed:
    return Weighed(
        record=record,
        side=side,
        speaks=_speaks(record, side, lambda fact, on: degrees[(fact, on)]),
        for_=_held(record.for_, side, degrees),
        against=_held(record.against, side, degrees),
    )


def _held(evidence: Iterable[Evidence], side: Side | None, degrees: Degrees) -> tuple[Held, ...]:
    known = ((one, degrees[(one.fact, side)]) for one in evidence)
    return tuple(Held(evidence=one, side=side, counts=one.strength * degree) for one, degree in known if degree)


def listed(weighed: Iterable[Weighed]) -> list[Weighed]:
    """Those for which enough speaks, the weightiest first."""
    enough = [one for one in weighed if one.speaks >= number("threshold_listed")]
    ordered = sorted(enough, key=lambda one: (-round(one.speaks, 9), one.record.id))
    return ordered[: int(number("most_listed"))]


def confidence(one: Weighed) -> str:
    """How sure we are: nothing measured is low; a link of very low or low certainty is never high."""
    facts = [part for held in one.for_ for part in atoms(held.evidence.fact)]
    measured = [held for held in one.for_ if any(part.kind in MEASURED for part in atoms(held.evidence.fact))]
    asked = any(part.kind in ASKED and part.subjects[0] not in NOT_ENOUGH for part in facts)
    known = bool(measured) or asked
    if not known or one.speaks < number("confidence_moderate"):
        return "low"
    sure = any(held.evidence.status in ("verified", "secondary") for held in one.for_)
    high = one.speaks >= number("confidence_high") and one.record.certainty in ("moderate", "high") and sure
    return "high" if high and (measured or not one.record.measured_by) else "moderate"


def is_strong(person: Person, record: ContributorRecord) -> bool:
    """True when its decisive test is better than usual on all sides and none of its tests is off."""
    decisive = {*record.measured_by[:1], *_named_strong(record)}
    found = {test: on_side(person, test, None) for test in record.measured_by}
    off = any(one.verdict in ("borderline", "finding") for test in found.values() for one in test)
    sides = SIDES if record.sided else (None,)
    strong = any(
        all(read_fact(person, f"strong:{test}", side).answer is True for side in sides) for test in sorted(decisive)
    )
    return strong and not off


def _named_strong(record: ContributorRecord) -> set[str]:
    parts = [part for one in record.against for part in atoms(one.fact)]
    return {test for part in parts if part.kind == "strong" for test in part.subjects}
