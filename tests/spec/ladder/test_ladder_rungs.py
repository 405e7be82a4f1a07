"""The rungs: by load, a little at a time, to the task, within the limits, and who could allow the next."""

from __future__ import annotations

import pytest
from climbers import formulation, keeps_out, ladder_of, never_falls, record, small_steps

from ladderback import ladder
from ladderback.evidence import book
from ladderback.intake.values import Client, Goal
from ladderback.terms.words import forbidden_in

TASKS = sorted(book().ladders)


@pytest.mark.parametrize("task", TASKS)
def test_each_life_task_has_a_ladder_that_keeps_its_promises(task: str) -> None:
    made = ladder_of(task, None)
    assert made.why_none is None
    assert made.rungs[-1].kind == "task"
    assert never_falls((*made.rungs, *made.beyond))
    assert small_steps((*made.rungs, *made.beyond))
    assert len({one.rung for one in made.rungs}) == len(made.rungs)


@pytest.mark.parametrize("task", TASKS)
def test_every_rung_is_told_in_full(task: str) -> None:
    for one in (*(made := ladder_of(task, None)).rungs, *made.beyond):
        assert one.rung.startswith(f"{task}.")
        assert " " not in one.rung
        assert "{" not in one.name + one.pass_when + one.note
        assert one.prepares
        assert one.pass_when
        assert one.ratio_low <= 0.76 * one.ratio_to_standing
        assert one.ratio_high >= 1.24 * one.ratio_to_standing
        assert not forbidden_in(f"{one.name} {one.pass_when} {one.note} {one.prepares}")


def test_the_first_rung_follows_nothing_and_each_other_says_what_changes() -> None:
    made = ladder_of()
    assert made.rungs[0].changed == ()
    assert all(one.changed for one in made.rungs[1:])


def test_lifting_and_turning_meet_before_the_child_in_the_car_seat() -> None:
    made = ladder_of("lift_child_from_car_seat", 12.0)
    meeting = [one for one in made.rungs[:-1] if one.load_kg > 0 and one.levels.get("twist", 0) > 0]
    assert meeting
    assert meeting[0].load_kg < 12.0


def test_nobody_practises_with_a_lighter_child() -> None:
    made = ladder_of("lift_child_from_car_seat", 12.0)
    assert [one.load_kg for one in made.rungs if one.kind == "task"] == [12.0]


def test_the_way_to_longer_sitting_is_time() -> None:
    made = ladder_of("sit_at_desk", None)
    minutes = [one.minutes for one in made.rungs if one.kind == "task"]
    assert minutes == [20.0, 30.0, 45.0]
    assert made.rungs[-1].changed == ("repetitions",)


@pytest.mark.parametrize(
    ("height", "mass", "why"), [(None, 71.0, "no_height"), (168.0, None, "no_mass"), (None, None, "no_height")]
)
def test_without_height_or_mass_the_ladder_says_why(height: float | None, mass: float | None, why: str) -> None:
    made = ladder_of(client=Client(age=47, sex="female", height_cm=height, mass_kg=mass))
    assert (made.rungs, made.at, made.why_none) == ((), None, why)
    assert made.says[0].startswith("We need your")


def test_body_mass_has_no_ladder() -> None:
    person = record(Goal(task="body_mass", target_kg=65.0), Goal(task="walk"))
    assert [one.task for one in ladder.build(person, formulation())] == ["walk"]


def test_a_ladder_ends_at_the_highest_rung_allowed_and_names_who_could_allow_the_next() -> None:
    made = ladder_of("lift_box_floor_to_waist", 10.0, limits=keeps_out("loaded_flexion", who=("surgeon",)))
    assert made.rungs[-1].kind == "step"
    assert all(one.exercise != "lift_box_floor" for one in (*made.rungs, *made.beyond))
    assert made.ends is not None
    assert made.ends.who == ("surgeon",)
    assert made.ends.say.endswith("Your surgeon could allow it.")


def test_what_opens_in_a_later_week_is_shown_locked_with_its_week() -> None:
    made = ladder_of("lift_box_floor_to_waist", 10.0, limits=keeps_out("loaded_flexion", week=5))
    locked = [one for one in made.rungs if one.closed]
    assert made.rungs[-1].kind == "task"
    assert {one.state for one in locked} == {"locked"}
    assert all(one.note.endswith("It opens in week 5.") for one in locked)


def test_where_nothing_is_allowed_there_is_no_ladder_and_it_says_so() -> None:
    every_word = lambda asked: keeps_out(next(iter(asked.words)))(asked)  # noqa: E731
    assert ladder_of(limits=every_word).why_none == "nothing_allowed"


@pytest.mark.parametrize("stage", [1, 2, 3])
def test_rungs_beyond_the_task_wait_for_the_last_stage(stage: int) -> None:
    made = ladder_of(stage=stage)
    assert made.beyond
    assert {one.state for one in made.beyond} == {"locked"}
    assert not {one.kind for one in made.rungs} & {"heavier", "awkward", "tired"}


@pytest.mark.parametrize("task", TASKS)
def test_beyond_the_task_is_at_most_a_fifth_more_and_never_tired_and_heavier(task: str) -> None:
    made = ladder_of(task, None, stage=4)
    goal = max(one.compression_n for one in made.rungs if one.kind == "task")
    weight = made.load_kg
    for one in made.rungs:
        assert one.compression_n <= 1.2 * goal + 0.1
        assert one.kind != "tired" or (one.load_kg <= weight and one.compression_n <= goal + 0.1)
    assert made.beyond == ()


def test_a_rung_beyond_the_task_against_a_limit_is_left_out() -> None:
    free = ladder_of("tie_shoes", None, stage=4)
    made = ladder_of("tie_shoes", None, stage=4, limits=keeps_out("balance_risk"))
    assert all(one.movement != "task_shoes_stand" for one in made.rungs)
    assert len(made.rungs) <= len(free.rungs)


def test_a_class_that_was_measured_stands_before_the_computed_one() -> None:
    for task in TASKS:
        for one in ladder_of(task, None).rungs:
            measured = book().tables["load_classes"].get(one.movement)
            if measured and not one.load_kg and not one.variation.changes:
                assert (one.band, one.band_from) == (measured.cells["band"], "measured")
                assert one.band_sources
