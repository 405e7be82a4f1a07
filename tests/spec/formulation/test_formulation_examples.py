"""The example people: which contributors lead, which must be there, which must not, and what is strong already."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from weighed_people import listed, weighed

from ladderback import intake
from ladderback.formulation.values import Formulation

EXAMPLES = Path(__file__).resolve().parents[3] / "examples" / "cases"
# person: (may lead, must be there with side or "", must not be there, strong already)
PEOPLE: dict[str, tuple[set[str], dict[str, str], set[str], set[str]]] = {
    "socks_hip_flexion": (
        {"hip_flexion_range"},
        {"hip_rotation_range": "", "flexion_control": "", "sitting_exposure": ""},
        {"hip_extension_range", "rib_cage_mobility", "trunk_extensor_endurance"},
        {"trunk_extensor_endurance", "rib_cage_mobility"},
    ),
    "strong_back_weak_calf": (
        {"calf_strength", "old_injury_compensation"},
        {
            "calf_strength": "right", "old_injury_compensation": "right", "hamstring_strength": "right",
            "ankle_range": "right",
        },
        {"trunk_extensor_endurance", "trunk_flexor_endurance", "lateral_trunk_endurance", "sitting_exposure"},
        {"trunk_extensor_endurance", "lateral_trunk_endurance"},
    ),
    "desk_day_ergonomics": (
        {"sitting_exposure"},
        {
            "workstation": "", "sleep_surface": "", "couch_posture": "", "hip_extension_range": "left",
            "hip_rotation_range": "left", "thoracic_rotation_range": "left",
        },
        {"trunk_extensor_endurance", "low_activity", "fear_of_movement"},
        {"trunk_extensor_endurance", "lateral_trunk_endurance"},
    ),
    "chronic_pain_beliefs": (
        {"fear_of_movement"},
        {"low_mood": "", "poor_sleep": "", "low_activity": "", "trunk_overguarding": ""},
        {"hip_flexion_range", "load_spike"},
        set(),
    ),
    "deconditioned_weight_goal": (
        {"aerobic_capacity"},
        {
            "leg_strength": "", "body_mass": "", "trunk_extensor_endurance": "", "low_activity": "",
            "extension_control": "",
        },
        {"sitting_exposure", "flexion_control"},
        set(),
    ),
    "gardening_flexion_acute": (
        {"flexion_control"},
        {"load_spike": "", "sitting_exposure": ""},
        {"hip_flexion_range", "thoracic_rotation_range", "fear_of_movement"},
        {"balance_position_sense"},
    ),
    "stenosis_walker": (
        {"hip_extension_range", "aerobic_capacity"},
        {"balance_position_sense": "", "leg_strength": "", "extension_control": ""},
        {"sitting_exposure", "flexion_control"},
        set(),
    ),
    "car_seat_lift": (
        {"hip_flexion_range", "hip_rotation_range", "thoracic_rotation_range"},
        {
            "hip_flexion_range": "right", "hip_rotation_range": "right", "thoracic_rotation_range": "right",
            "fear_of_movement": "", "rotation_control": "", "trunk_extensor_endurance": "",
            "balance_position_sense": "right",
        },
        {"sitting_exposure", "low_mood"},
        set(),
    ),
    "disc_herniation_surgeon_restriction": (
        {"flexion_control"},
        {"fear_of_movement": "", "load_spike": ""},
        {"hip_flexion_range", "extension_control"},
        set(),
    ),
    "relief_that_never_lasts": (
        {"flexion_control"},
        {"hip_flexion_range": ""},
        {"trunk_extensor_endurance", "hamstring_range"},
        {"trunk_extensor_endurance", "hamstring_range"},
    ),
}  # fmt: skip
CLASSES = {
    "socks_hip_flexion": ("flexion", "unknown", 2, "moderate", "chronic", "low", False),
    "strong_back_weak_calf": ("extension", "unknown", 2, "moderate", "chronic", "low", False),
    "desk_day_ergonomics": ("flexion", "unknown", 2, "low", "chronic", "low", False),
    "chronic_pain_beliefs": ("multidirectional", "unknown", 1, "high", "chronic", "high", True),
    "deconditioned_weight_goal": ("extension", "flexion", 2, "moderate", "chronic", "low", False),
    "gardening_flexion_acute": ("flexion", "extension", 2, "low", "acute", "unknown", False),
    "stenosis_walker": ("extension", "flexion", 2, "low", "chronic", "low", False),
    "car_seat_lift": ("rotation", "unknown", 2, "moderate", "chronic", "medium", False),
    "disc_herniation_surgeon_restriction": ("flexion", "extension", 2, "moderate", "subacute", "medium", False),
    "relief_that_never_lasts": ("flexion", "unknown", 2, "moderate", "subacute", "unknown", False),
}


@cache
def of(name: str) -> Formulation:
    return weighed(intake.read((EXAMPLES / f"{name}.toml").read_text(encoding="utf-8"), name))


@pytest.mark.parametrize("name", PEOPLE)
def test_the_right_contributor_leads(name: str) -> None:
    assert of(name).contributors[0].contributor in PEOPLE[name][0]


@pytest.mark.parametrize("name", PEOPLE)
def test_expected_contributors_are_there_on_their_side(name: str) -> None:
    contributors = listed(of(name))
    sides = {one: (contributors[one].side or "" if one in contributors else None) for one in PEOPLE[name][1]}
    assert sides == PEOPLE[name][1]


@pytest.mark.parametrize("name", PEOPLE)
def test_others_are_not_there_and_strong_ones_are_known(name: str) -> None:
    formulation = of(name)
    assert not PEOPLE[name][2] & set(listed(formulation))
    assert set(formulation.strong) >= PEOPLE[name][3]
    assert not set(formulation.strong) & set(listed(formulation))


@pytest.mark.parametrize("name", CLASSES)
def test_classes(name: str) -> None:
    one = of(name)
    expected = CLASSES[name]
    assert (one.pattern, one.directional_preference, one.stage_number, one.irritability) == expected[:4]
    assert (one.phase, one.psychosocial_risk, one.time_contingent) == expected[4:]


@pytest.mark.parametrize("name", PEOPLE)
def test_three_facts_make_each_one_different(name: str) -> None:
    facts = of(name).individual_because
    assert len(facts) == 3
    others = [of(other).individual_because for other in PEOPLE if other != name]
    assert facts not in others


def test_the_player_whose_relief_never_lasts_gets_hips_then_rib_cage() -> None:
    asks = [one.ask for one in of("relief_that_never_lasts").next_best]
    assert asks[0] == "hip_flex_prom"
    assert {"thor_rot_seated", "chest_exp"} <= set(asks[:5])
