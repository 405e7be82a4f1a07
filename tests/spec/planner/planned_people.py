"""Programmes of the examples, and of people of whom something is told differently."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from ladderback import assessment, formulation, intake, planner, triage
from ladderback.intake.values import IntakeRecord
from ladderback.programme.values import Composed, Item, NoProgramme

CASES = Path(__file__).resolve().parents[3] / "examples" / "cases"
TRAINED = (
    "car_seat_lift",
    "chronic_pain_beliefs",
    "deconditioned_weight_goal",
    "desk_day_ergonomics",
    "disc_herniation_surgeon_restriction",
    "gardening_flexion_acute",
    "relief_that_never_lasts",
    "socks_hip_flexion",
    "stenosis_walker",
    "strong_back_weak_calf",
)


def told(case: str, **changes: Any) -> IntakeRecord:
    """An example person with some keys of the case told differently; a table is merged, the rest replaced."""
    values = tomllib.loads((CASES / f"{case}.toml").read_text(encoding="utf-8"))
    for key, change in changes.items():
        values[key] = values.get(key, {}) | change if isinstance(change, dict) else change
    return intake.read(json.dumps(values, default=str), f"{case}.json")


def composed(record: IntakeRecord) -> Composed | NoProgramme:
    """The whole way of one person up to the programme."""
    decision = triage.decide(record)
    findings = assessment.score(decision, record)
    return planner.compose(record, decision, findings, formulation.weigh(findings, record, decision))


def programme_of(record: IntakeRecord) -> Composed:
    """The programme of somebody who gets one."""
    found = composed(record)
    assert isinstance(found, Composed)
    return found


@cache
def example(case: str) -> Composed:
    """The programme of an example person."""
    return programme_of(told(case))


def items_of(found: Composed, week: int | None = None) -> list[Item]:
    """All items of a programme, or of one week."""
    return [item for one in found.programme.sessions if week in (None, one.week) for item in one.items]


def names_in(found: Composed, week: int) -> set[str]:
    """The different exercises of a week."""
    return {item.exercise for item in items_of(found, week)}
