"""What the shape alone cannot say of an event: known words, and answers that cannot both be true."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ladderback.evidence import book
from ladderback.intake import words
from ladderback.intake.answers import measurements_of
from ladderback.intake.case.consistency import vitals
from ladderback.intake.events import (
    Adverse,
    CheckIn,
    Cleared,
    ClinicalTestDone,
    DayAfter,
    DiagnosisGiven,
    Discharged,
    GoalSet,
    HandsOn,
    Line,
    Measured,
    Referred,
    Replied,
    RestrictionGiven,
    RungTried,
    Trained,
)  # fmt: skip
from ladderback.intake.features import Answers, with_features
from ladderback.intake.mistakes import Mistake, need
from ladderback.intake.values import Client, Episode, Goal, IntakeRecord, Vitals


def check(event: Line) -> None:
    """Demands known words and answers that fit together.

    Raises:
        Mistake: the first thing that is wrong.
    """
    special = _CHECKS.get(type(event))
    if special is not None:
        special(event)


def _check_in(event: CheckIn) -> None:
    words.each(event.sites, "site", ("sites",))
    words.each(event.worse_with, "movement", ("worse_with",))
    words.each(event.better_with, "movement", ("better_with",))
    both = set(event.worse_with) & set(event.better_with)
    if both:
        raise Mistake(("better_with",), min(both), "movements that do not stand in worse_with too")
    vitals(Vitals(systolic_mmhg=event.systolic_mmhg, diastolic_mmhg=event.diastolic_mmhg), ())
    if event.safety:
        words.safety(event.safety, ("safety",))
        _agrees_with_itself(event)


def _agrees_with_itself(event: CheckIn) -> None:
    """A safety answer must not contradict what follows from the pain or the sites of the same line."""
    if event.pain_now is None and event.sites is None:
        return
    day = event.at.date()
    alone = IntakeRecord(
        taken_on=day,
        on=day,
        client=Client(age=0, sex="female"),
        episode=Episode(pain_now=event.pain_now, sites=event.sites),
    )
    of_age = ("age_", "adolescent", "pregnan")
    said = {name: answer for name, answer in event.safety.items() if not name.startswith(of_age)}
    with_features(alone, Answers(said, dict.fromkeys(said, "answered")))


def _trained(event: Trained) -> None:
    known = words.words().exercises
    for index, item in enumerate(event.items):
        if item.exercise not in known:
            need(item.exercise, known, ("items", index, "exercise"), "exercise")


def _day_after(event: DayAfter) -> None:
    words.each(event.sites, "site", ("sites",))


def _hands_on(event: HandsOn) -> None:
    words.optional(event.technique, "technique", ("technique",))
    groups = words.words().groups
    if event.region is not None:
        need(event.region, groups["site"] | groups["injury_site"], ("region",), "region")
    words.role(event.by, ("by",))


def _clinical_test(event: ClinicalTestDone) -> None:
    measurements_of(event)
    words.role(event.by, ("by",))


def _measured(event: Measured) -> None:
    words.optional(event.measure, "measure", ("measure",))
    record = book().measures.get(event.measure)
    lowest = record.lowest if record and record.lowest is not None else -1e6
    highest = record.highest if record and record.highest is not None else 1e6
    if not lowest <= event.value <= highest:
        raise Mistake(
            ("value",), event.value, f"a number from {lowest:g} to {highest:g}, because it is {event.measure}"
        )


def _rung_tried(event: RungTried) -> None:
    if not event.rung.isprintable():
        raise Mistake(("rung",), event.rung, "the id of a rung")


def _cleared(event: Cleared) -> None:
    known = words.words()
    for index, rule in enumerate(event.clears):
        need(rule, known.rules, ("clears", index), "rule")
    for index, tag in enumerate(event.limits):
        need(tag, known.tags, ("limits", index), "tag of the limits")
    words.role(event.by, ("by",))


def _restriction(event: RestrictionGiven) -> None:
    words.restriction(event.avoid, event.given_by, ())


def _diagnosis(event: DiagnosisGiven) -> None:
    words.diagnosis(event.condition, event.given_by, ())
    if event.on is not None and event.on > event.at.date():
        raise Mistake(("on",), event.on, f"a day not after this line, {event.at.date()}")


def _goal(event: GoalSet) -> None:
    words.goal(goal_of(event), ())


def goal_of(event: GoalSet) -> Goal:
    """The goal that a line sets."""
    return Goal(
        task=event.task,
        load_kg=event.load_kg,
        times_per_day=event.times_per_day,
        ability=event.ability,
        fear=event.fear,
        target_kg=event.target_kg,
    )


def _adverse(event: Adverse) -> None:
    if event.exercise is not None:
        need(event.exercise, words.words().exercises, ("exercise",), "exercise")


def _referred(event: Referred) -> None:
    words.role(event.to, ("to",))
    words.role(event.by, ("by",))
    for index, rule in enumerate(event.rules):
        need(rule, words.words().rules, ("rules", index), "rule")


def _by_role(event: Replied | Discharged) -> None:
    words.role(event.by, ("by",))


_CHECKS: dict[type, Callable[[Any], None]] = {
    CheckIn: _check_in,
    Trained: _trained,
    DayAfter: _day_after,
    HandsOn: _hands_on,
    ClinicalTestDone: _clinical_test,
    Measured: _measured,
    RungTried: _rung_tried,
    Cleared: _cleared,
    RestrictionGiven: _restriction,
    DiagnosisGiven: _diagnosis,
    GoalSet: _goal,
    Adverse: _adverse,
    Referred: _referred,
    Replied: _by_role,
    Discharged: _by_role,
}
