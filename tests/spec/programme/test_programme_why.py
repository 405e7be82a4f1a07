"""The reason of an item: it names a finding or an answer of this person, and differs from person to person."""

from __future__ import annotations

from msgspec.structs import replace
from prescribed_people import WALK_IN, contributor, formulated, limits_of, told

from ladderback.evidence import book
from ladderback.programme.dosing import Caps, first_amount
from ladderback.programme.prescribing import prescribe
from ladderback.programme.why import Reasons, side_of, why_for


def why(exercise: str, case: str, view: object = None) -> str:
    record = told(case)
    known = view if view is not None else formulated(case)
    rows = limits_of(record, known)[0].rows  # type: ignore[arg-type]
    return why_for(book().exercises[exercise], Reasons(record=record, formulation=known, rows=rows, book=book()))  # type: ignore[arg-type]


def test_the_finding_comes_first_then_what_the_exercise_does() -> None:
    said = why("mob_rock_back", "socks_hip_flexion")
    assert said.startswith("The left hip bends 94 degrees")
    assert book().exercises["mob_rock_back"].words.purpose in said
    assert "putting on your socks" in said


def test_the_same_exercise_has_another_reason_in_another_person() -> None:
    cases = ["socks_hip_flexion", "car_seat_lift", "desk_day_ergonomics", "relief_that_never_lasts"]
    assert len({why("mob_rock_back", case) for case in cases}) == len(cases)


def test_what_eases_is_named_by_the_movement_that_was_tried() -> None:
    assert "pressing up from your belly made it better" in why("dir_press_up", "gardening_flexion_acute")
    assert "You said that bending forward eases" in why("dir_flex_lie", "deconditioned_weight_goal")


def test_a_step_of_the_task_names_the_task_and_the_answer() -> None:
    said = why("leg_squat_bw", "socks_hip_flexion", WALK_IN)
    assert "picking things up from the floor" in said
    assert "5 of 10" in said


def test_balance_of_the_body_leans_on_an_answer_of_the_person() -> None:
    assert "9 hours a day" in why("push_wall", "socks_hip_flexion", WALK_IN)


def test_the_weaker_side_gets_a_further_set() -> None:
    calf, view = book().exercises["calf_single"], formulated("strong_back_weak_calf")
    assert side_of(calf, view) == "right"
    first = first_amount(calf, Caps(stage=2, effort=6), book())
    items = prescribe(calf, first, "because", book(), weak="right")
    assert [(one.side, one.sets) for one in items] == [("right", 3), ("left", 2)]
    assert "right side" in why("calf_single", "strong_back_weak_calf")


def test_both_sides_are_trained_when_neither_leads() -> None:
    calf = book().exercises["calf_single"]
    both = (contributor("calf_strength", side="left"), contributor("calf_strength", side="right"))
    assert side_of(calf, replace(WALK_IN, contributors=both)) is None
    (item,) = prescribe(calf, first_amount(calf, Caps(stage=2, effort=6), book()), "because", book())
    assert item.each_side
    assert item.side is None


def test_by_plan_the_plan_decides_when_to_go_on() -> None:
    calf = book().exercises["calf_double"]
    amount = first_amount(calf, Caps(stage=2, effort=6), book())
    (item,) = prescribe(calf, amount, "because", book(), by_plan=True)
    assert "plan" in item.progress_when
    assert "stop rules" in item.progress_when
