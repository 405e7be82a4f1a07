"""What the plan answer holds of the body: ladders with their plan, the day by its hours, the load of each item."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from ladderback import intake
from ladderback.pathway import Walk, answers
from ladderback.pathway.loads import LoadOfItems

CASES = Path(__file__).resolve().parents[3] / "examples" / "cases"


def walk_of(name: str) -> Walk:
    path = CASES / f"{name}.toml"
    record = intake.read(path.read_bytes(), path.name)
    return Walk(record, None, record.taken_on)


@cache
def answer(name: str) -> dict[str, Any]:
    return answers.plan_answer(walk_of(name))


def test_every_rung_has_what_is_promised() -> None:
    promised = {"rung", "load_kg", "ratio_to_standing", "compression_n", "moment_nm", "fear", "pass_when"}
    for ladder in answer("car_seat_lift")["ladders"]:
        assert all(promised <= set(one) for one in ladder["rungs"])
        assert ladder["plan"]["weeks"]


def test_every_item_says_how_much_it_loads() -> None:
    for session in answer("car_seat_lift")["programme"]["sessions"]:
        for item in session["items"]:
            load = item["load"]
            assert load["low"] <= load["ratio"] <= load["high"]
            assert load["from"] in ("computed", "measured")
            assert load["plain"]


def test_less_weight_than_the_rung_loads_less() -> None:
    walk = walk_of("car_seat_lift")
    made = walk.composed
    assert made is not None
    loads = LoadOfItems(walk.record.client, walk.ladders)
    items = [item for session in made.programme.sessions for item in session.items if item.exercise == "task_carseat"]  # type: ignore[union-attr]
    ratios = {item.load_kg: loads.of(item)["ratio"] for item in items}  # type: ignore[index]
    assert [ratios[kg] for kg in sorted(ratios)] == sorted(ratios.values())
    assert len(set(ratios.values())) > 2


def test_the_day_is_told_by_its_hours_and_figures_stand_apart() -> None:
    day = answer("desk_day_ergonomics")["day"]
    assert {"hours", "workstation", "lifting", "says"} <= set(day)
    assert day["practitioner"]["for_practitioner"]


def test_who_must_not_train_has_no_ladder() -> None:
    assert answer("new_bladder_change")["ladders"] == []


def checked(name: str, change: Any) -> list[str]:
    plan = json.loads(json.dumps(answer(name)))
    change(plan)
    told = answers.verify_answer(walk_of(name), json.dumps(plan).encode(), "plan.json")
    return [one["kind"] for one in told["verification"]["violations"]]


def heavier(plan: dict[str, Any]) -> None:
    for session in plan["programme"]["sessions"]:
        for item in session["items"]:
            item["load_kg"] += 1.0 if item["exercise"] == "task_carseat" and session["week"] == 6 else 0.0


def swapped(plan: dict[str, Any]) -> None:
    rungs = plan["ladders"][0]["rungs"]
    rungs[0]["ratio_to_standing"], rungs[-1]["ratio_to_standing"] = 9.0, 1.0


def renamed(plan: dict[str, Any]) -> None:
    plan["ladders"] = []


def early(plan: dict[str, Any]) -> None:
    beyond = plan["ladders"][0]["beyond"][0]["rung"]
    plan["programme"]["sessions"][0]["items"][0]["rung"] = beyond


@pytest.mark.parametrize(
    ("change", "kind"),
    [(heavier, "rung_load"), (swapped, "ladder_order"), (renamed, "rung_unknown"), (early, "rung_beyond_early")],
)
def test_a_tampered_plan_is_found(change: Any, kind: str) -> None:
    assert kind in checked("car_seat_lift", change)


@pytest.mark.parametrize("name", ["car_seat_lift", "stenosis_walker", "relief_that_never_lasts"])
def test_the_plan_as_it_is_written_is_in_order(name: str) -> None:
    assert checked(name, lambda plan: None) == []


def older(plan: dict[str, Any]) -> None:
    """A plan as it was written before ladders stood in it."""
    plan["ladders"] = []
    for session in plan["programme"]["sessions"]:
        for item in session["items"]:
            item.pop("rung")
            item.pop("load")
    for walk in plan["programme"]["walking"]:
        walk.pop("rung")


def test_an_older_plan_without_ladders_is_in_order() -> None:
    assert checked("car_seat_lift", older) == []
