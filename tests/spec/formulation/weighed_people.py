"""People of whom only what matters was told, and what has to be weighed: one table, the spec of every contributor."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from ladderback.assessment import score
from ladderback.assessment.values import Findings
from ladderback.formulation import weigh
from ladderback.formulation.values import Contributor, Formulation
from ladderback.intake.values import IntakeRecord, Measurement
from ladderback.triage.values import IfRestDenied, TriageDecision

HERE = Path(__file__).parent
DAY = date(2026, 11, 1)
MAY_TRAIN = TriageDecision(
    urgency="routine",
    gate="proceed",
    complete=True,
    if_rest_denied=IfRestDenied(urgency="routine", gate="proceed"),
    say="",
    recipient="",
    reasons=(),
    open_questions=(),
    may_train=True,
)


class Row(Struct, frozen=True):
    """What brings a contributor up, on which side, and what, added, takes it off again."""

    contributor: str
    told: dict[str, Any]
    side: str | None
    against: dict[str, Any]
    why: str


def person(**told: Any) -> IntakeRecord:
    """A man of 45 of whom only this was told; tests as in a case."""
    client = {"age": 45, "sex": "male", "height_cm": 178.0, "mass_kg": 75.0} | told.pop("client", {})
    tests = measurements(told.pop("tests", {}))
    values = {"taken_on": DAY, "on": DAY, "client": client, **told}
    return msgspec.structs.replace(msgspec.convert(values, IntakeRecord), tests=tests)


def measurements(given: dict[str, Any]) -> tuple[Measurement, ...]:
    """Tests as they stand in a case: a value, or left and right."""
    found = []
    for test, value in given.items():
        sides = value if isinstance(value, dict) else {"": value}
        found += [Measurement(test=test, side=side or None, value=one) for side, one in sorted(sides.items())]  # type: ignore[arg-type]
    return tuple(found)


def merged(one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """Two tellings of one person put together, the second over the first."""
    both = dict(one)
    for key, value in other.items():
        both[key] = merged(both[key], value) if isinstance(value, dict) and isinstance(both.get(key), dict) else value
    return both


def found(record: IntakeRecord) -> Findings:
    """What assessment makes of it."""
    return score(MAY_TRAIN, record)


def formulated(**told: Any) -> Formulation:
    """What formulation makes of it."""
    return weighed(person(**told))


def weighed(record: IntakeRecord) -> Formulation:
    """What formulation makes of a record."""
    return weigh(found(record), record, MAY_TRAIN)


def listed(formulation: Formulation) -> dict[str, Contributor]:
    """The contributors by name."""
    return {one.contributor: one for one in formulation.contributors}


def both(value: float | str) -> dict[str, float | str]:
    """The same on both sides."""
    return {"left": value, "right": value}


ANKLE = {"site": "ankle", "side": "right", "kind": "sprain", "years_ago": 3}
CORE = {"what": "core_strengthening", "weeks": 8, "helped": "short"}

ROWS = [
    Row(told["contributor"], told["told"], told.get("side"), told["against"], told["why"])
    for told in tomllib.loads((HERE / "contributors.toml").read_text(encoding="utf-8"))["row"]
]
