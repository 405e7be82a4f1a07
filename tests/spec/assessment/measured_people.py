"""People on whom one thing was measured, and what has to be found: one table, the spec of every clinical test."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct

from ladderback.assessment import score
from ladderback.assessment.values import Finding, Findings
from ladderback.intake.values import Client, IntakeRecord, Measurement
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
    """One person, what was measured, the verdict by side ("" without sides), and why in one sentence."""

    test: str
    sex: Literal["female", "male"]
    age: int
    given: dict[str, Any]
    verdicts: dict[str, str | None]
    norm: str | None
    why: str


def measurements(given: dict[str, Any], on: date | None = None) -> tuple[Measurement, ...]:
    """Tests as they stand in a case: a value, or left and right with position and instrument."""
    found = []
    for test, value in given.items():
        sides = value if isinstance(value, dict) else {"": value}
        extra = {key: sides[key] for key in ("position", "instrument") if key in sides}
        for side in ("", "left", "right"):
            if side in sides:
                found.append(Measurement(test=test, side=side or None, value=sides[side], on=on, **extra))  # type: ignore[arg-type]
    return tuple(found)


def person(sex: str, age: int, given: dict[str, Any], **client: Any) -> IntakeRecord:
    """A person of whom only this was measured."""
    known = Client(age=age, sex=sex, **({"height_cm": 175.0, "mass_kg": 80.0} | client))  # type: ignore[arg-type]
    return IntakeRecord(taken_on=DAY, on=DAY, client=known, tests=measurements(given))


def findings(sex: str, age: int, given: dict[str, Any], **client: Any) -> Findings:
    """What assessment makes of it."""
    return score(MAY_TRAIN, person(sex, age, given, **client))


def one(found: Findings, test: str, side: str | None = None) -> Finding:
    """The finding of one test on one side."""
    return next(finding for finding in found.findings if finding.test == test and finding.side == side)


def _row(told: dict[str, Any]) -> Row:
    verdict = told["verdict"]
    sides = verdict if isinstance(verdict, dict) else {"": verdict}
    verdicts = {side: None if one == "kept" else one for side, one in sides.items()}
    return Row(told["test"], told["sex"], told["age"], told["given"], verdicts, told.get("norm"), told["why"])


ROWS = [_row(told) for told in tomllib.loads((HERE / "clinical_tests.toml").read_text(encoding="utf-8"))["row"]]
