"""Looks at the programme as a whole: gate, weeks and stages, walking, aerobic work, referrals, stop rules, retest."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import timedelta

from ladderback.programme.values import Aerobic
from ladderback.verification.items import effort_cap
from ladderback.verification.kinds import violation
from ladderback.verification.values import Violation
from ladderback.verification.weeks import Seen, Week, gate_holds


def look(seen: Seen) -> Iterator[Violation]:
    """Looks at the whole."""
    yield from _gate(seen)
    yield from _weeks(seen)
    yield from _phases(seen)
    for week in seen.weeks:
        yield from _walking(week)
        for one in week.aerobic:
            yield from _aerobic(seen, week, one)
    yield from _weight_goal(seen)
    yield from _offers(seen)
    yield from _restrictions(seen)
    yield from _left_out(seen)


def _gate(seen: Seen) -> Iterator[Violation]:
    programme = seen.programme
    if gate_holds(seen) and (programme.sessions or programme.aerobic or programme.walking):
        gate = seen.decision.gate
        yield violation("gate", "programme", f"gate:{gate}", f"the gate is {gate}: no sessions, no walking")


def _weeks(seen: Seen) -> Iterator[Violation]:
    programme, most = seen.programme, int(seen.shelf.numbers["weeks"])
    if programme.weeks != most:
        yield violation("weeks", "programme", "weeks", f"{programme.weeks} weeks, {most} are asked for")
    numbers = [one.week for part in (programme.sessions, programme.walking, programme.aerobic) for one in part]
    beyond = sorted({number for number in numbers if not 1 <= number <= most})
    if beyond:
        yield violation("numbering", "programme", "week", f"weeks run from 1 to {most}; there is week {beyond[0]}")


def _phases(seen: Seen) -> Iterator[Violation]:
    phases = sorted(seen.programme.phases, key=lambda one: (one.from_week, one.to_week))
    numbers, here = seen.shelf.numbers, 1
    for one in phases:
        if one.from_week != here or one.to_week < one.from_week or one.stage_number not in (1, 2, 3, 4):
            yield violation(
                "phases", f"weeks {one.from_week} to {one.to_week}", "phases", "does not follow the one before"
            )
        here = one.to_week + 1
    if not phases or here != int(numbers["weeks"]) + 1:
        yield violation("phases", "programme", "phases", "the stages do not cover each of the twelve weeks once")
    stage, weeks_at_two = seen.formulation.stage_number, int(numbers["weeks"])
    if phases and phases[0].stage_number > stage:
        said = f"begins at stage {phases[0].stage_number}; this person is at stage {stage}"
        yield violation("stage_order", "week 1", "formulation", said)
    stage = phases[0].stage_number if phases else stage
    for one in phases:
        where = f"week {one.from_week}"
        if one.stage_number > stage + 1:
            yield violation("stage_order", where, "phases", f"from stage {stage} to {one.stage_number}")
        if one.stage_number == 3 and weeks_at_two < numbers["weeks_stage_2_least"]:
            yield violation("stage_order", where, "weeks_stage_2_least", "stage 3 comes too early")
        weeks_at_two = one.to_week - one.from_week + 1 if one.stage_number == 2 else weeks_at_two
        stage = one.stage_number


def _walking(week: Week) -> Iterator[Violation]:
    if week.walks and not week.walking:
        yield violation("walking_missing", f"week {week.number}", "walking", "walking from the first day, every week")
    for one in week.walking:
        sane = math.isfinite(one.minutes) and one.minutes > 0 and one.times_per_week > 0
        if not sane:
            said = f"{one.times_per_week} walks of {one.minutes} minutes"
            yield violation("number", f"week {week.number} walking", "walking", said)


def _aerobic(seen: Seen, week: Week, one: Aerobic) -> Iterator[Violation]:
    where, exercise = f"week {week.number} aerobic", seen.shelf.exercises.get(one.exercise)
    if exercise is None:
        yield violation("unknown_exercise", where, "catalogue", "not in the catalogue")
        return
    if not (math.isfinite(one.minutes) and one.minutes > 0 and 1 <= one.times_per_week <= 7):
        yield violation("aerobic", where, "number", f"{one.minutes:g} minutes, {one.times_per_week} times a week")
    most, rule = effort_cap(seen, week)
    if not 0 < one.effort_rpe <= most:
        yield violation("aerobic", where, rule, f"effort {one.effort_rpe:g}, at most {most:g}")
    if exercise.id not in seen.equipment:
        yield violation("aerobic", where, "equipment", f"the kit for {exercise.id} is not there")
    if week.stage is not None and week.stage not in exercise.stages:
        yield violation("aerobic", where, "stages", f"{exercise.id} does not belong to stage {week.stage}")
    if exercise.dose.minutes and not exercise.dose.minutes[0] <= one.minutes <= exercise.dose.minutes[1]:
        low, high = exercise.dose.minutes
        yield violation("aerobic", where, exercise.id, f"{one.minutes:g} minutes, the record says {low:g} to {high:g}")
    for rule, ids in week.out.items():
        if exercise.id in ids:
            kind = "limit_forbid" if rule in seen.shelf.touched else "aerobic"
            yield violation(kind, where, rule, f"{exercise.id} is left out by {rule}")


def _weight_goal(seen: Seen) -> Iterator[Violation]:
    if not any(goal.task == "body_mass" for goal in seen.record.goals):
        return
    aerobic = seen.shelf.named("aerobic")
    possible = any(not aerobic.isdisjoint(week.possible) for week in seen.weeks)
    done = any(not aerobic.isdisjoint(week.exercises) or week.aerobic for week in seen.weeks)
    if possible and not done:
        yield violation("aerobic_missing", "programme", "body_mass", "a weight goal gets aerobic work")
    if not _offered(seen, seen.shelf.words["referral_weight"]):
        yield violation(
            "dietitian_missing", "programme", "referral_weight", "a weight goal gets the offer of a dietitian"
        )


def _offers(seen: Seen) -> Iterator[Violation]:
    if seen.formulation.psychosocial_risk == "high" and not _offered(seen, seen.shelf.words["referral_high_risk"]):
        said = "psychotherapy is offered beside exercise when the psychosocial risk is high"
        yield violation("referral_missing", "programme", "referral_high_risk", said)
    for one in seen.shelf.words["stop_rules_always"]:
        if one not in seen.stop_rules:
            yield violation("stop_rule_missing", "programme", one, f"the stop rule {one} stands in every programme")
    week, most = seen.review_on_week, seen.shelf.numbers["review_week_most"]
    if week is None or not 1 <= week <= most:
        yield violation("review_week", "programme", "review_week_most", f"the retest is in week {most:g} at the latest")


def _offered(seen: Seen, roles: tuple[str, ...]) -> bool:
    return any(one.to in roles for one in seen.referrals)


def _restrictions(seen: Seen) -> Iterator[Violation]:
    """Two weeks before a restriction ends the one who gave it, or a physician, is asked for a review."""
    record, numbers = seen.record, seen.shelf.numbers
    end = record.on + timedelta(weeks=numbers["weeks"] + numbers["restriction_review_weeks"])
    for one in record.restrictions:
        if one.until is None or not record.on <= one.until < end:
            continue
        until, asked = one.until.isoformat(), (one.given_by, "physician", "surgeon")
        if any(sent.to in asked and until in f"{sent.reason} {sent.urgency}" for sent in seen.referrals):
            continue
        if not any(until in wait.why and one.given_by in wait.why for wait in seen.programme.waiting):
            said = f"{one.avoid} ends on {until} and nobody is asked, by that date, for a review"
            yield violation("restriction_review", "programme", f"restriction:{one.avoid}", said)


def _left_out(seen: Seen) -> Iterator[Violation]:
    """What is said to be left out for the whole programme does not stand in it."""
    everywhere = frozenset[str]().union(*(week.exercises for week in seen.weeks))
    last = seen.weeks[-1]
    for one in seen.excluded:
        if one.exercise in everywhere and (one.exercise in last.exercises or one.by in last.out):
            said = f"{one.exercise} is said to be left out by {one.by} and stands in the programme"
            yield violation("excluded_prescribed", "excluded", one.by, said)
