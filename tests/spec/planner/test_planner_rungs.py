"""What the sessions hold of the ladders: the rung whose turn it is, or the reason why not; never a clash for it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from ladderback import intake, planner, simulate
from ladderback.evidence import book
from ladderback.intake.values import IntakeRecord, Means
from ladderback.ladder.values import Ladder, Rung
from ladderback.pathway import Walk
from ladderback.planner.points import preferences
from ladderback.planner.rungs import way_of
from ladderback.programme.values import Composed, Item, NoProgramme

CASES = Path(__file__).resolve().parents[3] / "examples" / "cases"
CLIMBERS = (
    "car_seat_lift", "chronic_pain_beliefs", "deconditioned_weight_goal", "desk_day_ergonomics",
    "disc_herniation_surgeon_restriction", "gardening_flexion_acute", "relief_that_never_lasts", "socks_hip_flexion",
    "stenosis_walker", "strong_back_weak_calf",
)  # fmt: skip


def told(name: str) -> IntakeRecord:
    path = CASES / f"{name}.toml"
    return intake.read(path.read_bytes(), path.name)


@cache
def planned(name: str) -> Composed:
    record = told(name)
    made = Walk(record, None, record.taken_on).composed
    assert isinstance(made, Composed)
    return made


def with_kit(name: str, *pieces: str) -> Composed:
    record = told(name)
    assert record.means is not None
    means: Means = msgspec.structs.replace(record.means, equipment=(*record.means.equipment, *pieces))
    made = Walk(msgspec.structs.replace(record, means=means), None, record.taken_on).composed
    assert isinstance(made, Composed)
    return made


def rung_items(made: Composed, week: int) -> list[Item]:
    return [item for session in made.programme.sessions if session.week == week for item in session.items if item.rung]


def rungs_by_name(ladders: tuple[Ladder, ...]) -> dict[str, tuple[str, int, Rung]]:
    return {one.rung: (way.task, place, one) for way in ladders for place, one in enumerate(way_of(way))}


@pytest.mark.parametrize("name", CLIMBERS)
def test_each_week_trains_the_rung_whose_turn_it_is_or_says_why_not(name: str) -> None:
    made = planned(name)
    for ladder in made.ladders:
        reasons = {(line.rung, week) for line in made.rungs_left_out for week in line.weeks}
        trained = {(line.rung, line.week) for line in made.rungs}
        for line in made.rungs:
            assert not line.asked or (line.asked, line.week) in trained | reasons
        assert any(line.task == ladder.task for line in (*made.rungs, *made.rungs_left_out))


@pytest.mark.parametrize("name", CLIMBERS)
def test_an_item_never_has_more_weight_than_its_rung_and_its_exercise(name: str) -> None:
    made = planned(name)
    known = rungs_by_name(made.ladders)
    for week in range(1, 13):
        for item in rung_items(made, week):
            rung = known[item.rung][2]
            assert item.exercise == rung.exercise
            assert item.load_kg <= rung.load_kg
            assert rung.name in item.why


@pytest.mark.parametrize("name", CLIMBERS)
def test_the_rungs_never_fall_and_rise_by_one_that_could_be_trained(name: str) -> None:
    made = planned(name)
    known = rungs_by_name(made.ladders)
    highest: dict[str, int] = {}
    for week in range(1, 13):
        now: dict[str, int] = {}
        for item in rung_items(made, week):
            task, place, _ = known[item.rung]
            now[task] = max(place, now.get(task, 0))
        assert all(place >= highest.get(task, 0) for task, place in now.items())
        highest |= now


def test_what_the_kit_does_not_allow_says_so_and_the_rung_below_is_trained() -> None:
    made = planned("car_seat_lift")
    left = next(line for line in made.rungs_left_out if line.rung.endswith("hip_bend_stick"))
    assert (left.kind, left.weeks) == ("kit", (1,))
    assert "dowel" in left.because
    assert [item.exercise for item in rung_items(made, 1)][:1] == ["hinge_wall"]


def test_with_the_kit_the_rung_itself_is_trained() -> None:
    made = with_kit("car_seat_lift", "dowel")
    assert {item.exercise for item in rung_items(made, 1)} == {"hinge_dowel"}
    assert not [line for line in made.rungs_left_out if line.kind == "kit"]


def test_weight_grows_by_the_steps_of_the_record_and_the_rest_is_said() -> None:
    made = planned("disc_herniation_surgeon_restriction")
    kilos = [line.load_kg for line in made.rungs if line.exercise == "lift_box_knee"]
    assert all(later <= earlier * 1.05 + 1e-9 for earlier, later in pairwise(kilos))
    assert any(line.kind == "weight" for line in made.rungs_left_out)


def test_after_empty_hands_comes_the_first_weight() -> None:
    kilos = [line.load_kg for line in planned("car_seat_lift").rungs if line.exercise == "task_carseat"]
    assert kilos[:3] == [0.0, 2.0, 2.1]


def test_walking_is_climbed_in_the_walks() -> None:
    made = planned("stenosis_walker")
    assert [one.rung for one in made.programme.walking][:4] == [f"walk.task.{n}min" for n in (5, 10, 15, 20)]
    assert all(line.where == "walking" for line in made.rungs)


def test_what_belongs_into_the_day_stays_there() -> None:
    made = planned("desk_day_ergonomics")
    assert {line.kind for line in made.rungs_left_out} == {"daily_life"}


def test_a_rung_whose_next_one_has_no_kit_holds_no_place_for_long() -> None:
    weeks = [line.week for line in planned("gardening_flexion_acute").rungs if line.rung == "garden_dig.squat"]
    assert weeks == [3, 4]


def test_no_rung_alone_makes_wishes_clash() -> None:
    for one in simulate.people(25, seed=11)["people"]:
        record = intake.read(msgspec.json.encode(one["case"]), "simulated")
        walk = Walk(record, None, record.taken_on)
        if walk.decision.may_train and record.means is not None:
            plain = planner.compose(walk.record, walk.decision, walk.findings, walk.formulation)
            assert isinstance(walk.composed, NoProgramme) == isinstance(plain, NoProgramme)
            assert walk.report is None or walk.report.ok, walk.report.violations


def test_a_rung_pushes_nothing_out_that_is_needed_more() -> None:
    prefer = preferences(book())
    needed_more = ("row_missing", "first_two_missing", "gap_missing")
    assert all(prefer[name] < prefer["rung_missing"] for name in needed_more)
    assert prefer["rung_missing"] < prefer["gap_soon"]
