"""Lays a programme beside the knowledge, week by week: stage, rows in force, what is left out, what could be done."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from ladderback.assessment.values import Finding, Findings
from ladderback.evidence.limits import Limit
from ladderback.formulation.values import Formulation
from ladderback.intake.values import IntakeRecord
from ladderback.ladder.values import Ladder, Rung
from ladderback.programme.values import Aerobic, Composed, Excluded, Item, Programme, Referral, SessionPlan, Walk
from ladderback.triage.values import TriageDecision
from ladderback.verification.left_out import NOTHING, closed_by_people, in_force, left_out
from ladderback.verification.person import Person
from ladderback.verification.shelf import Ids, Shelf
from ladderback.verification.written import Plan, PlanItem, PlanLadder, PlanProgramme, PlanRung, PlanSession

AnyItem = Item | PlanItem
AnySession = SessionPlan | PlanSession
AnyProgramme = Programme | PlanProgramme
AnyLadder = Ladder | PlanLadder
AnyRung = Rung | PlanRung
REQUIRES = ("require", "require_weekly")


class Week(Struct, kw_only=True):
    """One week. `out`: exercises kept out, by the rule that does; `possible`: what is left for this person.

    `asked`: exercises that a row in force requires; these may have a target that is strong already. `exercises` stand
    in sessions, as `items` that differ; `before` stood in the sessions of the last week that had any; `trains` and
    `walks` say whether sessions and walking may stand in it.
    """

    number: int
    stage: int | None
    rows: tuple[Limit, ...]
    out: dict[str, Ids]
    trains: bool
    walks: bool
    sessions: tuple[AnySession, ...]
    aerobic: tuple[Aerobic, ...]
    walking: tuple[Walk, ...]
    exercises: Ids
    before: Ids
    asked: Ids
    items: tuple[AnyItem, ...]
    possible: Ids = NOTHING

    @property
    def done(self) -> Ids:
        """Everything that is done in the week, walking among it."""
        walked = {"car_walk"} if self.walking else set()
        return self.exercises | walked | {one.exercise for one in self.aerobic}


class Seen(Struct, kw_only=True):
    """Everything that is looked at, side by side. `strong`: contributors that are strong already.

    `minutes` keeps what an item was counted to take [min].
    """

    shelf: Shelf
    person: Person
    programme: AnyProgramme
    referrals: tuple[Referral, ...]
    excluded: tuple[Excluded, ...]
    stop_rules: Ids
    review_on_week: int | None
    individual_because: tuple[str, ...]
    equipment: Ids
    strong: Ids
    ladders: tuple[AnyLadder, ...] = ()
    weeks: tuple[Week, ...] = ()
    minutes: dict[AnyItem, float] = field(default_factory=dict)

    @property
    def record(self) -> IntakeRecord:
        """What is known of the person."""
        return self.person.record

    @property
    def formulation(self) -> Formulation:
        """The working view of the person."""
        return self.person.formulation

    @property
    def decision(self) -> TriageDecision:
        """The decision of triage."""
        return self.person.decision

    @property
    def supervised(self) -> bool:
        """Whether somebody stands beside; not known is no."""
        return self.record.means is not None and self.record.means.supervised

    @property
    def most_exercises(self) -> int:
        """Most different exercises in a session and in a week."""
        return int(self.shelf.numbers["exercises_most_supervised" if self.supervised else "exercises_most_alone"])


def items_of(session: AnySession) -> tuple[AnyItem, ...]:
    """The items of a session, however it was written."""
    return session.items


def lay_beside(
    answer: Composed | Plan, programme: AnyProgramme, person: Person, findings: Findings, shelf: Shelf
) -> Seen:
    """Lays an answer beside what is known of the person."""
    seen = Seen(
        shelf=shelf,
        person=person,
        programme=programme,
        referrals=tuple(answer.referrals),
        excluded=tuple(answer.excluded),
        stop_rules=_stop_rules(answer, shelf),
        review_on_week=answer.review_on_week if isinstance(answer, Composed) else answer.review.on_week,
        individual_because=answer.individual_because,
        equipment=_equipped(person.record, shelf),
        strong=_strong(findings, person.formulation, shelf),
        ladders=tuple(answer.ladders),
    )
    seen.weeks = tuple(_weeks(seen))
    return seen


def _stop_rules(answer: Composed | Plan, shelf: Shelf) -> Ids:
    """Ids of the stop rules, whether they are written as ids, as texts, as both, or as objects."""
    found = set[str]()
    for one in answer.stop_rules:
        for text in (one,) if isinstance(one, str) else (one.id, one.text):
            found |= {text, text.partition(":")[0].strip(), shelf.stop_rule_texts.get(text, "")}
    return frozenset(found)


def _equipped(record: IntakeRecord, shelf: Shelf) -> Ids:
    """Exercises whose kit is there: what the person named, and what is always there in that place."""
    place = record.means.place if record.means else "home"
    named = record.means.equipment if record.means else ()
    kit = frozenset(named).union(shelf.words[f"always_at_{place}"])
    return frozenset(
        one.id for one in shelf.exercises.values() if all(kit.intersection(any_) for any_ in one.equipment)
    )


def _strong(findings: Findings, formulation: Formulation, shelf: Shelf) -> Ids:
    """Contributors that are strong: the first of their tests is, on both sides, and none of their tests is off."""
    judged: dict[str, list[Finding]] = {}
    for finding in findings.findings:
        if finding.verdict is not None:
            judged.setdefault(finding.test, []).append(finding)
    found = set(formulation.strong)
    for contributor, tests in shelf.measured_by.items():
        first = judged.get(tests[0], []) if tests else []
        sides = {one.side for one in first}
        whole = None in sides or len(sides) == 2
        off = any(one.verdict != "typical" for test in tests for one in judged.get(test, ()))
        if whole and not off and all(one.strong for one in first):
            found.add(contributor)
    return frozenset(found)


def _weeks(seen: Seen) -> Iterator[Week]:
    spoken = [limit for limit in seen.shelf.limits if seen.person.may_be_meant(limit)]
    phases = seen.programme.phases
    stages = {
        week: one.stage_number for one in phases for week in range(max(one.from_week, 0), min(one.to_week, 52) + 1)
    }
    before = NOTHING
    for number in range(1, int(seen.shelf.numbers["weeks"]) + 1):
        week = _week(seen, number, stages.get(number), spoken, before)
        before = week.exercises or before
        yield week


def _week(seen: Seen, number: int, stage: int | None, spoken: list[Limit], before: Ids) -> Week:
    person, shelf = seen.person, seen.shelf
    rows = tuple(row for row in spoken if in_force(row, person, number, stage))
    shut = [row for row in rows if row.effect == "no_programme"]
    waits = not seen.supervised and any(row.effect == "supervised_only" for row in rows)
    sessions = tuple(one for one in seen.programme.sessions if one.week == number)
    items = tuple(dict.fromkeys(item for one in sessions for item in items_of(one)))
    week = Week(
        number=number,
        stage=stage,
        rows=rows,
        out=left_out(person, rows, shelf, number, stage),
        trains=not (gate_holds(seen) or shut or waits or closed_by_people(person, shelf, number, stage)),
        walks=not gate_holds(seen) and all("walking" in row.effect_tags for row in shut),
        sessions=sessions,
        aerobic=tuple(one for one in seen.programme.aerobic if one.week == number),
        walking=tuple(one for one in seen.programme.walking if one.week == number),
        exercises=frozenset(item.exercise for item in items),
        items=items,
        before=before,
        asked=NOTHING.union(*(shelf.touched[row.rule_id] for row in rows if row.effect in REQUIRES)),
    )
    week.possible = _possible(seen, week) if week.trains else NOTHING
    return week


def gate_holds(seen: Seen) -> bool:
    """Whether triage lets nobody train, or this person not."""
    return seen.decision.gate not in seen.shelf.words["gates_that_train"] or not seen.decision.may_train


def _possible(seen: Seen, week: Week) -> Ids:
    """Exercises that nothing rules out in a week, whether their target is strong already or not."""
    shelf, means = seen.shelf, seen.record.means
    stage = week.stage or seen.formulation.stage_number
    found = (shelf.by_stage.get(stage, NOTHING) & seen.equipment).difference(*week.out.values())
    if seen.formulation.irritability == "high" and stage <= 2:
        found &= shelf.by_class[int(shelf.numbers[f"load_class_irritable_stage_{stage}"])]
    for row in week.rows:
        if row.effect in ("cap_hold", "cap_load_kg", "cap_load_body_mass"):
            found -= {one for one in found & shelf.touched[row.rule_id] if _starts_above(seen, one, row)}
    most = means.minutes_per_session if means else 0.0
    return frozenset(one for one in found if shelf.smallest[one] <= most)


def _starts_above(seen: Seen, exercise_id: str, row: Limit) -> bool:
    """Whether already the smallest dose of an exercise is more than a row allows."""
    exercise, most = seen.shelf.exercises[exercise_id], row.effect_value or 0.0
    if row.effect == "cap_hold":
        return exercise.dose.hold_s is not None and exercise.dose.hold_s[0] > most
    if row.effect == "cap_load_body_mass":
        most *= seen.record.client.mass_kg or 0.0
    return exercise.load is not None and (exercise.load.start_kg or 0.0) > most
