"""What a client sees of a load: bands, ratios, ties; a class from a study goes before the computed band."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ladderback.body.movement import movement_load
from ladderback.body.standing import standing
from ladderback.body.uncertainty import band_of, is_tie, ratio_to
from ladderback.body.values import Build
from ladderback.evidence import book

BUILD = Build(sex="female", stature=1.66, mass=66.0)
BANDS = tuple(book().tables["load_bands"])


def test_standing_is_one_with_a_quarter_to_either_side() -> None:
    own = standing(BUILD).load
    ratio = ratio_to(own, own)
    assert ratio.value == 1.0
    assert ratio.low <= 0.75
    assert ratio.high >= 1.25


@given(one=st.floats(0, 12), other=st.floats(0, 12))
def test_a_larger_ratio_is_never_in_a_lower_band(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert BANDS.index(band_of(low)) <= BANDS.index(band_of(high))


@given(one=st.floats(0.1, 12), other=st.floats(0.1, 12))
def test_a_tie_is_a_tie_from_both_sides(one: float, other: float) -> None:
    assert is_tie(one, other) == is_tie(other, one)


def test_a_measured_class_goes_before_the_computed_band_and_says_so() -> None:
    found = movement_load(BUILD, "core_superman")
    assert (found.band, found.band_from) == ("very_high", "measured")
    assert "CALLAGHAN1998" in found.sources
    assert movement_load(BUILD, "leg_squat").band_from == "computed"


def test_every_class_names_a_movement_and_a_band() -> None:
    for name, row in book().tables["load_classes"].items():
        assert name in book().exercises
        assert row.cells["band"] in BANDS


def test_twice_the_weight_in_the_hands_is_more_load() -> None:
    assert (
        movement_load(BUILD, "lift_box_waist", kg=10).compression
        > movement_load(BUILD, "lift_box_waist", kg=5).compression
    )
