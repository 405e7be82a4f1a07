"""Weighing: evidence is never averaged away, uncertain links stay low, and the sentences carry the person's numbers."""

from __future__ import annotations

import pytest
from weighed_people import ANKLE, CORE, both, formulated, listed

WEAK_BACK = {"sorensen": 40}
HEAVY = {"lift": "worse", "sustained_bending": "worse", "carry": "worse", "standing": "worse"}


def test_a_strong_back_is_not_outweighed_by_any_number_of_movements_that_hurt() -> None:
    formulation = formulated(tests={"sorensen": 205}, movements=HEAVY)
    assert "trunk_extensor_endurance" not in listed(formulation)
    assert "trunk_extensor_endurance" in formulation.strong


def test_what_was_tried_and_did_not_last_speaks_against_doing_it_again() -> None:
    before = listed(formulated(tests=WEAK_BACK, movements=HEAVY))["trunk_extensor_endurance"]
    after = listed(formulated(tests=WEAK_BACK, movements=HEAVY, tried=[CORE]))
    assert before.against == ()
    tried = after.get("trunk_extensor_endurance")
    assert tried is None or (tried.confidence == "low" and "did not last" in tried.against[0])


def test_what_lasted_does_not_speak_against() -> None:
    lasting = CORE | {"helped": "lasting"}
    told = {"tests": WEAK_BACK, "movements": HEAVY}
    assert listed(formulated(**told, tried=[lasting])) == listed(formulated(**told))


@pytest.mark.parametrize(("side", "expected"), [("right", "right"), ("left", None)])
def test_an_old_sprain_counts_for_the_calf_of_its_own_side(side: str, expected: str | None) -> None:
    calf = {"heel_raise": {"left": 26, "right": 9}}
    habit = listed(formulated(tests=calf, injuries=[ANKLE | {"side": side}])).get("old_injury_compensation")
    assert (habit.side if habit else None) == expected


def test_ten_hours_of_sitting_outweigh_one_hour_of_training() -> None:
    life = {"sitting_hours": 10, "activity_minutes_per_week": 420}
    first = formulated(daily_life=life, movements={"sitting": "worse"}).contributors[0]
    assert first.contributor == "sitting_exposure"
    assert "10 hours" in first.for_[0]
    assert "60 minutes" in first.for_[0]


@pytest.mark.parametrize("hours", [3, 5])
def test_few_hours_of_sitting_are_no_exposure(hours: float) -> None:
    assert "sitting_exposure" not in listed(
        formulated(daily_life={"sitting_hours": hours}, movements={"sitting": "worse"})
    )


def test_links_of_low_certainty_never_give_high_confidence() -> None:
    told = {
        "tests": {"hip_ir": both(10), "hip_er": both(10), "heel_raise": {"left": 30, "right": 2}},
        "injuries": [ANKLE],
    }
    contributors = listed(formulated(**told, movements={"twist_left": "worse", "walking": "worse"}))
    assert contributors["hip_rotation_range"].confidence != "high"
    assert contributors["calf_strength"].confidence != "high"


def test_movements_alone_give_low_confidence() -> None:
    formulation = formulated(movements={"bend_forward": "worse", "sitting": "worse", "put_on_socks": "worse"})
    assert {one.confidence for one in formulation.contributors} == {"low"}


def test_both_sides_are_meant_when_both_are_short() -> None:
    hips = listed(formulated(tests={"hip_flex_prom": {"left": 94, "right": 91}}))["hip_flexion_range"]
    assert hips.side is None
    assert hips.because == ("test:hip_flex_prom:left", "test:hip_flex_prom:right")


def test_sentences_carry_the_persons_own_numbers() -> None:
    hip = listed(formulated(tests={"hip_flex_prom": {"left": 118, "right": 95}}))["hip_flexion_range"]
    assert hip.for_ == ("The right hip bends 95 degrees before the pelvis tips; about 120 is usual [proposal].",)


def test_an_uncertain_link_is_worded_as_an_idea() -> None:
    told = {"tests": {"hip_flex_prom": both(90)}, "movements": {"bend_forward": "worse"}}
    assert any("may" in sentence for sentence in listed(formulated(**told))["hip_flexion_range"].for_)


def test_only_the_first_movements_begin_in_the_first_week() -> None:
    tests = {"hip_flex_prom": both(80), "hip_ext_prom": both(0), "hip_ir": both(10), "wblt": both(4), "chair30": 6}
    formulation = formulated(tests=tests, movements={"squat": "worse", "walking": "worse", "bend_forward": "worse"})
    weeks = [one.from_week for one in formulation.contributors if one.worked_by == "movement"]
    assert weeks[:5] == [1, 1, 1, 2, 2]


@pytest.mark.parametrize("unit_word", ["degrees", "times"])
def test_units_are_words(unit_word: str) -> None:
    tests = {"hip_flex_prom": both(90), "heel_raise": both(4)}
    said = " ".join(text for one in formulated(tests=tests).contributors for text in one.for_)
    assert unit_word in said


def test_a_number_that_was_not_verified_says_so_and_a_verified_one_does_not() -> None:
    back = listed(formulated(tests={"sorensen": 10}, movements=HEAVY))["trunk_extensor_endurance"]
    balance = listed(formulated(tests={"sl_stance": both(2)}))["balance_position_sense"]
    assert "[" not in back.for_[0]
    assert "[memory]" in balance.for_[0]
