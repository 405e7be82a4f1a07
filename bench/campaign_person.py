"""One simulated person through the whole way: what came out, how long it took, what was wrong."""

from __future__ import annotations

from datetime import date
from time import perf_counter
from typing import Any

import msgspec

from ladderback import intake, simulate
from ladderback.evidence import book
from ladderback.pathway import Walk
from ladderback.programme.applies import Person
from ladderback.programme.limits import what_this_person_must_not_do
from ladderback.programme.values import Composed, NoProgramme

WEEKS = 12
DONE, OUR_FAULT, MUST_NOT_TRAIN, WISHES_CLASH, NOT_IN_ORDER = 0, 1, 3, 4, 5


class Row(msgspec.Struct, kw_only=True):
    """What is kept of one person. Times in seconds; `reason` is what stands where there is no programme."""

    number: int
    seed: int
    drawn_as: str
    exit: int = OUR_FAULT
    error: str = ""
    urgency: str = ""
    gate: str = ""
    rules: list[str] = []
    limits: list[str] = []
    place: str = ""
    equipment_set: str = ""
    stage: int | None = None
    stages: list[int] = []
    status: str = ""
    gap: float | None = None
    plan_seconds: float | None = None
    verify_seconds: float | None = None
    whole_seconds: float = 0.0
    sessions: int | None = None
    clash: list[str] = []
    violations: list[str] = []
    answered: bool = False


def crash_test(number: int, seed: int) -> Row:
    """Plans and verifies one person; whatever goes wrong is written down, never raised."""
    begin = perf_counter()
    row = Row(number=number, seed=seed, drawn_as=simulate.kind_of(number))
    try:
        _walk_through(row, simulate.one(number, seed)["case"])
    except Exception as error:  # the crash test counts every fault by its type
        row.exit, row.error = OUR_FAULT, type(error).__name__
    row.whole_seconds = round(perf_counter() - begin, 5)
    return row


def _walk_through(row: Row, case: dict[str, Any]) -> None:
    row.place, row.equipment_set = case["means"]["place"], set_of(case["means"])
    walk = Walk(intake.read(msgspec.json.encode(case), "simulated"), None, date.fromisoformat(case["taken_on"]))
    decision = walk.decision
    row.urgency, row.gate = decision.urgency, decision.gate
    row.rules = sorted({reason.rule for reason in decision.reasons})
    row.stage = walk.formulation.stage_number
    row.stages = [row.stage] * WEEKS
    if not decision.may_train:
        row.exit, row.answered = MUST_NOT_TRAIN, bool(decision.say)
    else:
        _plan(row, walk)
    row.limits = _limits_in_force(walk, row.stages)


def _plan(row: Row, walk: Walk) -> None:
    begin = perf_counter()
    composed = walk.composed
    row.plan_seconds = round(perf_counter() - begin, 5)
    if isinstance(composed, NoProgramme):
        row.exit, row.clash = WISHES_CLASH, [wish.wish for wish in composed.clash]
        row.answered = bool(composed.clash) and all(wish.say and wish.resolve for wish in composed.clash)
    elif isinstance(composed, Composed):
        begin = perf_counter()
        report = walk.report
        row.verify_seconds = round(perf_counter() - begin, 5)
        row.exit = DONE if report is not None and report.ok else NOT_IN_ORDER
        found = report.violations if report is not None else ()
        row.violations = sorted({f"{one.kind}:{one.rule}" for one in found})
        row.status, row.gap, row.sessions = composed.solve.status, composed.solve.gap, len(composed.programme.sessions)
        row.stages = _stages(composed)
        row.answered = composed.programme.weeks == WEEKS


def _stages(composed: Composed) -> list[int]:
    by_week = {
        week: phase.stage_number
        for phase in composed.programme.phases
        for week in range(phase.from_week, phase.to_week + 1)
    }
    return [by_week.get(week, 1) for week in range(1, WEEKS + 1)]


def _limits_in_force(walk: Walk, stages: list[int]) -> list[str]:
    """Every limit that held in at least one week."""
    person = Person(record=walk.record, decision=walk.decision, formulation=walk.formulation)
    weeks = what_this_person_must_not_do(person, tuple(stages), book())
    return sorted({limit.rule_id for week in weeks for limit in week.rows})


def set_of(means: dict[str, Any]) -> str:
    """The name of the set of equipment somebody was given."""
    for name, row in book().tables["simulation_means"].items():
        if row.cells["place"] == means["place"] and row.cells["equipment"] == ";".join(means["equipment"]):
            return name
    return "other"
