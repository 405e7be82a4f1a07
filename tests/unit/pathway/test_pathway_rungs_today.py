"""The rung of today: passed goes on, gone badly goes back, nothing tried follows the plan."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from ladderback import intake
from ladderback.pathway import Walk, answers
from ladderback.pathway.rungs_today import Placed, on_the_rung
from ladderback.pathway.today import allowed_today, todays_training
from ladderback.programme.values import Composed, Item

CASE = Path(__file__).resolve().parents[3] / "examples" / "cases" / "car_seat_lift.toml"
SEAT = "lift_child_from_car_seat"


def walked(*tries: dict[str, Any], day: int = 6) -> Walk:
    """The person of the car seat on a day of November, with rungs tried on the days before."""
    record = intake.read(CASE.read_bytes(), CASE.name)
    on = record.taken_on.replace(day=day)
    lines = [
        {"at": f"{record.taken_on:%Y-%m}-{number:02d}T08:00+00:00", "id": f"try-{number}", "event": "rung_tried"} | one
        for number, one in enumerate(tries, record.taken_on.day + 1)
    ]
    lines.append(
        {"at": f"{on.isoformat()}T08:00+00:00", "id": "check", "event": "check_in", "pain_now": 2, "nothing_new": True}
    )
    text = "\n".join(json.dumps(one) for one in lines) + "\n"
    return Walk(record, intake.read_journal(text.encode(), "journal.jsonl"), on)


def tried(step: str, **changes: Any) -> dict[str, Any]:
    return {"rung": f"{SEAT}.{step}", "reps": 3, "pain": 1, "fear_before": 5, "fear_after": 2} | changes


def rungs_of(walk: Walk) -> list[Item]:
    made = todays_training(walk)
    assert made is not None
    assert made.session is not None, made.hold
    return [item for item in made.session.items if item.rung]


def test_whoever_has_tried_nothing_follows_the_plan() -> None:
    assert [one.rung for one in rungs_of(walked())] == [f"{SEAT}.hip_bend_wall"]


def test_a_passed_rung_goes_on_to_the_next() -> None:
    walk = walked(*[tried("hip_bend_stick")] * 3)
    assert walk.ladders[0].at == f"{SEAT}.box_waist.4_5kg"
    assert [(one.exercise, one.rung) for one in rungs_of(walk)] == [("lift_box_waist", f"{SEAT}.box_waist.4_5kg")]


def test_the_change_is_said() -> None:
    answer = answers.today_answer(walked(*[tried("hip_bend_stick")] * 3))
    change = next(one for one in answer["changed"] if one["to"] == "lift_box_waist")
    assert "Box from table to table" in change["because"]


def test_the_start_of_the_ladder_follows_the_log() -> None:
    first, later = walked(), walked(*[tried("hip_bend_stick")] * 3)
    assert first.ladders[0].at != later.ladders[0].at
    progress = answers.review_answer(later)["ladders"]
    assert progress[0]["rungs_up"] == 1
    assert answers.review_answer(first)["ladders"] == []


def test_a_try_gone_badly_goes_back_to_the_highest_rung_below_that_may_be_done() -> None:
    walk = walked(*[tried("hip_bend_stick")] * 3, tried("box_waist.4_5kg", load_kg=4.5, pain=7))
    assert walk.ladders[0].at == f"{SEAT}.hip_bend_stick"
    begun, made = walk.first.composed, todays_training(walk)
    assert isinstance(begun, Composed)
    assert made is not None
    week_2 = next(one for one in begun.programme.sessions if one.week == 2)
    allowed = allowed_today(walk, begun.programme)
    placed = Placed(programme=begun.programme, ladders=walk.ladders, allowed=allowed, minutes=30.0)
    today = on_the_rung(replace(made, session=week_2, changed=()), placed)
    assert today.session is not None
    assert [item.exercise for item in today.session.items if item.rung] == ["hinge_wall"]
    assert [(one.from_, one.to) for one in today.changed] == [("lift_box_waist", "hinge_wall")]
