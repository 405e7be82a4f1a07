"""Small cases and journals for the specs: a person of whom only what matters is told."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from ladderback import intake
from ladderback.intake.events import Journal
from ladderback.intake.values import IntakeRecord

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "cases"
NEEDED = {"format": "ladderback/case/1", "taken_on": "2026-11-01", "client": {"age": 40, "sex": "male"}}


def told(**tables: Any) -> IntakeRecord:
    """A man of 40 of whom only these tables were told; `client` adds to his."""
    client = NEEDED["client"] | tables.pop("client", {})  # type: ignore[operator]
    return intake.read(json.dumps(NEEDED | {"client": client} | tables), "told.json")


def happened(*lines: dict[str, Any]) -> Journal:
    """A journal of these lines; what names no id gets its number, what names no time the next day at eight."""
    whole = [
        {"at": f"2026-11-{number:02d}T08:00+00:00", "id": str(number)} | line for number, line in enumerate(lines, 2)
    ]
    return intake.read_journal("\n".join(json.dumps(line) for line in whole), "happened.jsonl")


def known(record: IntakeRecord, *lines: dict[str, Any], on: date | None = None) -> IntakeRecord:
    """The person after these lines, on a day or on the last one."""
    journal = happened(*lines)
    return intake.as_of(record, journal, on or intake.latest_day(record, journal))
