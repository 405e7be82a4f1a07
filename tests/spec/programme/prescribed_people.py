"""People for the programme: one of the examples with something told differently, and a formulation to go with it."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ladderback import assessment, formulation, intake, triage
from ladderback.evidence import book
from ladderback.formulation.values import Contributor, Formulation
from ladderback.intake.values import IntakeRecord
from ladderback.programme.applies import Person
from ladderback.programme.limits import WeekLimits, what_this_person_must_not_do
from ladderback.triage.values import IfRestDenied, TriageDecision

CASES = Path(__file__).resolve().parents[3] / "examples" / "cases"
DAY = date(2026, 11, 1)
MAY_TRAIN = TriageDecision(
    urgency="monitor_train",
    gate="proceed",
    complete=True,
    if_rest_denied=IfRestDenied(urgency="monitor_train", gate="proceed"),
    say="",
    recipient="",
    reasons=(),
    open_questions=(),
    may_train=True,
)
WALK_IN = Formulation(
    pattern="none_clear",
    directional_preference="unknown",
    stage="movement_control",
    stage_number=2,
    irritability="low",
    phase="chronic",
    psychosocial_risk="low",
    contributors=(),
    next_best=(),
)


def told(case: str, **changes: Any) -> IntakeRecord:
    """An example person with some keys of the case told differently; a table is merged, the rest replaced."""
    values = tomllib.loads((CASES / f"{case}.toml").read_text(encoding="utf-8"))
    for key, change in changes.items():
        values[key] = values.get(key, {}) | change if isinstance(change, dict) else change
    return intake.read(json.dumps(values, default=str), f"{case}.json")


@cache
def formulated(case: str) -> Formulation:
    """The formulation of an example person."""
    record = told(case)
    decision = triage.decide(record)
    return formulation.weigh(assessment.score(decision, record), record, decision)


def contributor(name: str, weight: float = 0.5, **more: Any) -> Contributor:
    """A contributor with one finding of its own."""
    values: dict[str, Any] = {
        "contributor": name, "side": None, "weight": weight, "confidence": "moderate",
        "for_": (f"You showed {name}.",), "against": (), "falsifier": "", "worked_by": "movement", "from_week": 1,
        "sources": (),
    } | more  # fmt: skip
    return Contributor(**values)


def limits_of(
    record: IntakeRecord,
    view: Formulation = WALK_IN,
    decision: TriageDecision = MAY_TRAIN,
    stages: str = "222333344444",
) -> tuple[WeekLimits, ...]:
    """What this person must not do, with the stage of each week given as digits."""
    person = Person(record=record, decision=decision, formulation=view)
    return what_this_person_must_not_do(person, tuple(int(stage) for stage in stages), book())
