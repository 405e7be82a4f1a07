"""Scores triage on coded vignettes: `python bench/score_vignettes.py [FILE]`.

The cases that come with the project were used to write the rules: their score is a regression check, not a proof of
validity. A row is scored on `if_rest_denied`, the answer if everything the case report does not mention were no.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from ladderback import intake, triage
from ladderback.evidence.red_flags import URGENCIES
from ladderback.intake.values import IntakeRecord
from ladderback.terms.errors import RecordError
from ladderback.triage.values import TriageDecision

GOLDEN = Path(__file__).resolve().parents[1] / "tests" / "golden"
FILE, UMBRELLAS = GOLDEN / "vignettes.csv", GOLDEN / "umbrella_negatives.csv"
AGE_NOT_GIVEN, TAKEN_ON = 45, "2026-11-01"
AGES = {"age_under_18": 16, "adolescent": 16, "age_70_plus": 74, "age_60_plus": 64, "age_50_plus": 54}
SCORES = {"startback_total": "start_back_total", "startback_psych": "start_back_psych", "phq9_total": "phq9"}
Row = dict[str, str]


class Scored(NamedTuple):
    """One vignette with its decision, and whether it is exact and inside the acceptable range."""

    row: Row
    decision: TriageDecision

    @property
    def got(self) -> str:
        return self.decision.if_rest_denied.urgency

    @property
    def exact(self) -> bool:
        return self.got == self.row["expected_urgency"]

    @property
    def inside(self) -> bool:
        low, high = (URGENCIES.index(self.row[key]) for key in ("acceptable_min", "acceptable_max"))
        return low <= URGENCIES.index(self.got) <= high

    @property
    def pressing(self) -> bool:
        return self.row["expected_urgency"] in ("same_day", "emergency_now")


def person_of(row: Row) -> IntakeRecord:
    """The intake record of one row: what is present is yes, what is absent is no, the rest is not known.

    A stated feature that contradicts what intake reads from the numbers (a chronic pain of five weeks) is left out: the
    numbers stand.
    """
    present = [one for one in row["features_present"].split(";") if one]
    scores = {SCORES[name]: float(value) for name, _, value in (one.partition("=") for one in present) if value}
    safety = dict.fromkeys(_denied(row), False) | {one: True for one in present if "=" not in one}
    case = {
        "format": "ladderback/case/1",
        "taken_on": TAKEN_ON,
        "client": {"age": _age(row, present), "sex": "male" if row["sex"] == "M" else "female"},
        "episode": _episode(row),
        "safety": safety,
        "mind": scores,
    }
    return _read(case)


def _read(case: dict[str, object]) -> IntakeRecord:
    safety = case["safety"]
    assert isinstance(safety, dict)
    for _ in range(len(safety) + 1):
        try:
            return intake.read(json.dumps(case), "vignette")
        except RecordError as error:
            feature = error.key.rpartition(".")[2]
            if feature not in safety:
                raise
            del safety[feature]
    raise AssertionError("each round takes one answer away")


def _denied(row: Row) -> Iterator[str]:
    with UMBRELLAS.open(encoding="utf-8", newline="") as lines:
        members = {line["umbrella"]: line["denies"].split(";") for line in csv.DictReader(lines)}
    for feature in row["features_absent"].split(";"):
        if feature:
            yield from (one for one in members.get(feature, [feature]) if one)


def _age(row: Row, present: list[str]) -> int:
    if row["age"]:
        return int(row["age"])
    return next((age for feature, age in AGES.items() if feature in present), AGE_NOT_GIVEN)


def _episode(row: Row) -> dict[str, float]:
    episode: dict[str, float] = {}
    if row.get("duration_days"):
        episode["duration_days"] = int(row["duration_days"])
    if row.get("pain_0_10"):
        episode["pain_now"] = float(row["pain_0_10"].partition("-")[0])
    return episode


def score(file: Path = FILE) -> list[Scored]:
    """Every row of a file of vignettes with its decision."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [Scored(row, triage.decide(person_of(row))) for row in csv.DictReader(lines)]


def summary(scored: list[Scored]) -> dict[str, float]:
    """The figures that are quoted: shares [%] and counts that must be nought."""
    return {
        "rows": len(scored),
        "exact_percent": 100 * sum(one.exact for one in scored) / len(scored),
        "inside_percent": 100 * sum(one.inside for one in scored) / len(scored),
        "emergencies_below_same_day": sum(
            one.row["expected_urgency"] == "emergency_now" and URGENCIES.index(one.got) < URGENCIES.index("same_day")
            for one in scored
        ),
        "pressing_with_proceed": sum(
            one.pressing and one.decision.if_rest_denied.gate.startswith("proceed") for one in scored
        ),
    }


def main() -> None:
    """Prints the figures and every miss."""
    scored = score(Path(sys.argv[1]) if len(sys.argv) > 1 else FILE)
    for name, value in summary(scored).items():
        print(f"{name:28} {value:.1f}" if isinstance(value, float) else f"{name:28} {value}")
    for one in scored:
        if not (one.exact and one.inside):
            row = one.row
            where = "inside the range" if one.inside else "OUTSIDE THE RANGE"
            rules = ", ".join(reason.rule for reason in one.decision.reasons[:4]) or "no rule"
            print(f"{row['id']}: expected {row['expected_urgency']}, got {one.got} ({where}; {rules}): {row['title']}")


if __name__ == "__main__":
    main()
