"""Which safety questions are still worth asking, the most decisive first, in the fewest questions.

A mandatory question is listed while it holds the gate, or while it could still raise the answer. Any other question is
listed only when one yes to it would raise the answer *because of something already said*: leg pain on walking makes
foot pulses matter, nobody is asked about foot pulses out of the blue. A group question stands for its members. At the
top (an emergency, everything held) nothing is asked: acting comes first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ladderback import intake
from ladderback.evidence import book
from ladderback.evidence.red_flags import GATES, URGENCIES
from ladderback.intake.values import IntakeRecord
from ladderback.rules.one import Facts
from ladderback.triage.known import Known, context, screen, shapes
from ladderback.triage.standing import TOP, Outcome, Standing, of_rule, together
from ladderback.triage.values import OpenQuestion

HOLDS = GATES.index("hold_until_answered")
ASKABLE = ("asked", "observed", "examined")


class Weighed(NamedTuple):
    """One question with what one yes to it would come to, and how many rules it would decide or could still serve."""

    feature: str
    mandatory: bool
    reach: Outcome
    decides: int
    serves: int
    place: int


def unanswered(record: IntakeRecord) -> tuple[str, ...]:
    """The mandatory questions that nobody has answered, in their order."""
    return tuple(name for name in intake.mandatory(record) if name not in record.features)


def open_questions(record: IntakeRecord, known: Known, standing: Standing) -> tuple[OpenQuestion, ...]:
    """Every question still worth asking, the most decisive first."""
    now = standing.outcome
    if now == TOP:
        return ()
    must = _without_members(unanswered(record))
    covered = {member for group in must for member in _members(group)}
    raising = _by_feature(_raising(known.facts, standing, now))
    found = [*_mandatory(must, known.facts, raising, now), *_mattering(known.facts, raising, now, {*must, *covered})]
    found.sort(
        key=lambda one: (-one.reach.urgency, -one.decides, not one.mandatory, -one.serves, one.place, one.feature)
    )
    relieving = sorted(_relieving(known.facts, standing), key=lambda one: (one.reach, one.feature))
    return tuple(map(_question, (*found, *relieving)))


def _members(group: str) -> tuple[str, ...]:
    implied = book().implies.get(group)
    return implied.denies if implied else ()


def _without_members(must: tuple[str, ...]) -> tuple[str, ...]:
    """A member goes when its group question is asked anyway: no to the group denies it, yes is enough to act."""
    covered = {member for group in must for member in _members(group)}
    return tuple(name for name in must if name not in covered)


def _raising(facts: Facts, standing: Standing, now: Outcome) -> tuple[str, ...]:
    """The rules that are not decided and would send this person sooner or hold more."""
    settled = {reason.rule for reason in standing.reasons} | set(standing.cleared)
    return tuple(name for name in screen().possible(facts) if name not in settled and now.is_raised_by(of_rule(name)))


def _by_feature(rules: Iterable[str]) -> dict[str, list[str]]:
    """For each feature the rules it speaks for."""
    found: dict[str, list[str]] = {}
    for name in rules:
        for feature in shapes()[name].speaks:
            found.setdefault(feature, []).append(name)
    return found


def _mandatory(must: tuple[str, ...], facts: Facts, raising: dict[str, list[str]], now: Outcome) -> Iterator[Weighed]:
    for place, feature in enumerate(must):
        serving = raising.get(feature, [])
        if serving or now.gate < HOLDS:
            yield _weighed(feature, True, _decided(facts, feature, serving), serving, now, place)


def _mattering(facts: Facts, raising: dict[str, list[str]], now: Outcome, listed: set[str]) -> Iterator[Weighed]:
    """Questions outside the mandatory group that one yes, beside what was said, would make count."""
    bare = screen().only(facts, context())
    for feature, names in raising.items():
        serving = [name for name in names if facts.yes & shapes()[name].tells]
        if not serving or feature in listed or not _can_be_asked(facts, feature):
            continue
        decided = _decided(facts, feature, serving)
        if decided and together(_decided(bare, feature, names)).is_raised_by(together(decided)):
            yield _weighed(feature, False, decided, serving, now, 0)


def _relieving(facts: Facts, standing: Standing) -> Iterator[Weighed]:
    """Exceptions whose yes would bring the answer down; never for an emergency, where acting comes first."""
    now = standing.outcome
    if now.urgency == TOP.urgency:
        return
    rules = [reason.rule for reason in standing.reasons]
    for feature in dict.fromkeys(one for name in rules for one in shapes()[name].relieves):
        if _can_be_asked(facts, feature):
            fired = screen().fired(screen().told(facts, feature, True))
            then = together(name for name in fired if name not in standing.cleared)
            if then.is_raised_by(now):
                yield Weighed(feature, False, then, 1, 1, 0)


def _can_be_asked(facts: Facts, feature: str) -> bool:
    row = book().safety_features.get(feature)
    return screen().is_open(facts, feature) and (row is None or row.kind in ASKABLE)


def _decided(facts: Facts, feature: str, serving: Iterable[str]) -> list[str]:
    """The rules that one yes to this question would make fire."""
    then = screen().told(facts, feature, True)
    return [name for name in serving if screen().fires(name, then)]


def _weighed(feature: str, must: bool, decided: list[str], serving: list[str], now: Outcome, place: int) -> Weighed:
    then = together(decided)
    reach = Outcome(max(now.urgency, then.urgency), max(now.gate, then.gate))
    highest = [name for name in decided if of_rule(name).urgency == reach.urgency]
    could = [name for name in serving if of_rule(name).urgency > now.urgency]
    return Weighed(feature, must, reach, len(highest), len(could), place)


def _question(one: Weighed) -> OpenQuestion:
    row = book().safety_features.get(one.feature)
    asked = row.question if row and row.question else one.feature
    return OpenQuestion(
        feature=one.feature, question=asked, mandatory=one.mandatory, could_reach=URGENCIES[one.reach.urgency]
    )
