"""A corrected line changes the answer: the journal as it is kept, read and walked through anew."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from logged_people import FIRST, done, formulation, moment, person, programme

from ladderback import intake
from ladderback.progression import advance
from ladderback.progression.values import NextStep


def line(day: int, name: str, event: str, **keys: Any) -> dict[str, Any]:
    hour = {"trained": 17}.get(event, 9)
    return {"at": moment(day, hour).isoformat(timespec="minutes"), "id": name, "event": event} | keys


def trained(day: int, number: int) -> dict[str, Any]:
    items = [
        {"exercise": one.exercise, "reps": list(one.reps or ()), "load_kg": one.load_kg, "pain_during": 1}
        for one in done(programme().sessions[0].items)
    ]
    session = {"week": 1, "number": number}
    return line(day, f"t{day}", "trained", session=session, pain_before=1, items=items, pain_after=1)


LOG = [
    trained(1, 1),
    line(2, "m2", "day_after", vs_usual=0, settled=True),
    trained(3, 2),
    line(4, "m4", "day_after", vs_usual=3, settled=False),
]
BETTER = line(4, "m4", "day_after", vs_usual=0, settled=True)


def step_of(lines: list[dict[str, Any]]) -> NextStep:
    raw = "\n".join(json.dumps(one) for one in lines).encode()
    journal = intake.read_journal(raw, "journal")
    told, day = person(), FIRST + timedelta(days=6)
    return advance(journal.events, told, formulation(), programme(), day, told)


# what corrects the bad morning, the step
CORRECTIONS = [
    ("not corrected", [], "down"),
    ("it was better", [line(5, "c", "corrects", of="m4", **{"with": BETTER})], "up"),
    ("it was never said", [line(5, "c", "corrects", of="m4", **{"with": None})], "hold"),
]


@pytest.mark.parametrize(("name", "more", "step"), CORRECTIONS, ids=[row[0] for row in CORRECTIONS])
def test_a_correction_changes_the_answer(name: str, more: list[dict[str, Any]], step: str) -> None:
    assert step_of([*LOG, *more]).step == step


def test_a_line_that_comes_twice_counts_once() -> None:
    assert step_of([*LOG, LOG[0], LOG[2]]) == step_of(LOG)


def test_a_line_that_arrives_late_stands_at_its_own_time() -> None:
    assert step_of([LOG[2], LOG[3], LOG[0], LOG[1]]) == step_of(LOG)
