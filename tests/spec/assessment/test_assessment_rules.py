"""The rules of scoring: which norm, which line, which side, what is real, what is ruled in or out."""

from __future__ import annotations

from datetime import date

import pytest
from measured_people import MAY_TRAIN, findings, measurements, one, person
from msgspec.structs import replace

from ladderback.assessment import score
from ladderback.assessment.equation import predict
from ladderback.assessment.values import Finding
from ladderback.intake.values import Client

# What a man of 41 gets for one number of one test: z and strong.
STRONG = [
    ("sorensen", 205, True),
    ("sorensen", 105, True),
    ("sorensen", 95, False),
    ("sorensen", 40, False),
    ("chest_exp", 5.5, True),
    ("flexor_endur", 150, False),
]


@pytest.mark.parametrize(("test", "value", "strong"), STRONG)
def test_strong_is_typical_and_at_least_the_mean(test: str, value: float, strong: bool) -> None:
    assert one(findings("male", 41, {test: value}), test).strong is strong


def test_z_is_negative_when_worse_also_where_less_is_better() -> None:
    slow = one(findings("female", 45, {"ftsts": 9.4}), "ftsts")
    short = one(findings("male", 45, {"hip_flex_prom": {"left": 111, "right": 111}}), "hip_flex_prom", "left")
    assert (slow.z, short.z) == (-1.0, -1.0)


def test_a_value_that_fits_no_norm_is_kept_and_says_so() -> None:
    kept = one(findings("male", 52, {"ake": {"left": 30, "right": 30}}), "ake", "left")
    assert (kept.value, kept.verdict, kept.norm) == (30, None, None)
    assert "No norm fits" in kept.note


def test_verified_comes_before_memory_even_when_memory_is_of_his_own_sex() -> None:
    norm = one(findings("male", 24, {"sorensen": 160}), "sorensen").norm
    assert norm is not None
    assert (norm.norm, norm.status) == ("N103", "verified")
    assert "first of" in norm.chosen_because


def test_a_neighbouring_age_band_gives_borderline_at_most_and_says_so() -> None:
    low = one(findings("male", 60, {"prone_plank": 1}), "prone_plank")
    near = one(findings("male", 60, {"side_bridge": {"left": 1, "right": 1}}), "side_bridge", "left")
    assert (near.verdict, near.z) == ("borderline", -2.12)
    assert near.norm is not None
    assert "5 years away" in near.norm.chosen_because
    assert low.verdict == "finding"


SIDES = [
    # test, left, right, side that is a finding by the difference
    ("side_bridge", 95, 60, "right"),
    ("side_bridge", 95, 70, None),
    ("wblt", 12, 10.6, None),
    ("wblt", 12, 10.4, "right"),
    ("hip_ir", 40, 30, None),
    ("hip_ir", 40, 29, "right"),
    ("heel_raise", 30, 25, None),
    ("heel_raise", 30, 20, "right"),
    ("sl_ham_bridge", 30, 24, None),
    ("ake", 10, 19, "right"),
]


@pytest.mark.parametrize(("test", "left", "right", "worse"), SIDES)
def test_a_side_difference_counts_beyond_error_and_beyond_the_usual_spread(
    test: str, left: float, right: float, worse: str | None
) -> None:
    found = findings("male", 24, {test: {"left": left, "right": right}})
    noted = [one_.side for one_ in found.findings if one_.test == test and "usual spread" in one_.note]
    assert noted == ([worse] if worse else [])
    assert one(found, test, "left").side_difference == pytest.approx(abs(left - right))


def test_error_in_another_unit_says_nothing() -> None:
    degrees = {"wblt": {"left": 38, "right": 44, "instrument": "inclinometer"}}
    assert one(findings("male", 30, degrees), "wblt", "left").beyond_mdc is None


def changed(first: float, second: float) -> Finding:
    before = person("male", 40, {})
    tests = measurements({"sorensen": first}, date(2026, 9, 1)) + measurements({"sorensen": second}, date(2026, 10, 1))
    return one(score(MAY_TRAIN, replace(before, tests=tests)), "sorensen")


@pytest.mark.parametrize(("first", "second", "real"), [(60, 70, False), (60, 93, True), (93, 60, True)])
def test_only_a_change_beyond_error_is_real(first: float, second: float, real: bool) -> None:
    newest = changed(first, second)
    assert (newest.value, newest.change, newest.change_beyond_mdc) == (second, second - first, real)


def test_total_rotation_is_added_only_in_the_same_position() -> None:
    mixed = {"hip_ir": {"left": 30}, "hip_er": {"left": 40, "position": "seated"}}
    assert not [one_ for one_ in findings("male", 40, mixed).findings if one_.test == "hip_total_rot"]


def test_limb_symmetry_within_error_is_no_finding() -> None:
    close = findings("male", 41, {"heel_raise": {"left": 20, "right": 16}})
    assert one(close, "lsi", "right").value == 80.0
    assert one(close, "lsi", "right").verdict == "typical"


def test_equation_needs_what_it_names() -> None:
    nobody = Client(age=57, sex="male", height_cm=175.0)
    assert predict("7.57*height_cm - 5.02*age - 1.76*mass_kg - 309", nobody) is None
    somebody = Client(age=57, sex="male", height_cm=175.0, mass_kg=99.0)
    assert predict("7.57*height_cm - 5.02*age - 1.76*mass_kg - 309", somebody) == pytest.approx(555.37)


REGIONS = [
    ({}, "open", "open"),
    ({"hip_flex_prom": {"left": 120, "right": 120}}, "open", "open"),
    ({"hip_flex_prom": {"left": 90, "right": 120}}, "in", "open"),
    (
        {
            "hip_flex_prom": {"left": 120, "right": 120},
            "hip_ir": {"left": 35, "right": 35},
            "hip_ext_prom": {"left": 10, "right": 10},
        },
        "out",
        "open",
    ),
    (
        {
            "hip_flex_prom": {"left": 120},
            "hip_ir": {"left": 35, "right": 35},
            "hip_ext_prom": {"left": 10, "right": 10},
        },
        "open",
        "open",
    ),
    ({"thor_rot_locked": {"left": 48, "right": 48}, "chest_exp": 5.0}, "open", "out"),
    ({"chest_exp": 5.0}, "open", "open"),
    ({"chest_exp": 2.0}, "open", "in"),
]


@pytest.mark.parametrize(("given", "hips", "rib_cage"), REGIONS)
def test_hips_and_rib_cage_are_ruled_in_or_out_or_open(given: dict[str, object], hips: str, rib_cage: str) -> None:
    regions = findings("male", 30, given).regions
    assert (regions["hips"], regions["rib_cage"]) == (hips, rib_cage)
