"""Features that follow from other answers: what is told, the feature, and what is then known (None: not known)."""

from __future__ import annotations

from typing import Any

import pytest
from intake_cases import told

from ladderback.evidence import book

PEOPLE: list[tuple[str, str, dict[str, Any], bool | None]] = [
    ("age_50_plus", "age_50_plus", {"client": {"age": 50}}, True),
    ("age_50_plus", "age_50_plus", {"client": {"age": 49}}, False),
    ("age_60_plus", "age_60_plus", {"client": {"age": 60}}, True),
    ("age_60_plus", "age_60_plus", {"client": {"age": 59}}, False),
    ("age_70_plus", "age_70_plus", {"client": {"age": 70}}, True),
    ("age_70_plus", "age_70_plus", {"client": {"age": 69}}, False),
    ("age_under_18", "age_under_18", {"client": {"age": 17}}, True),
    ("age_under_18", "age_under_18", {"client": {"age": 18}}, False),
    ("sex_male", "sex_male", {"client": {"sex": "male"}}, True),
    ("sex_male", "sex_male", {"client": {"sex": "female"}}, False),
    ("adolescent", "adolescent", {"client": {"age": 10}}, True),
    ("adolescent", "adolescent", {"client": {"age": 17}}, True),
    ("adolescent", "adolescent", {"client": {"age": 18}}, False),
    ("adolescent", "adolescent", {"client": {"age": 9}}, False),
    ("acute", "acute", {"episode": {"duration_days": 27}}, True),
    ("acute", "acute", {"episode": {"duration_days": 28}}, False),
    ("acute", "acute", {}, None),
    ("duration_gt3mo", "duration_gt3mo", {"episode": {"duration_days": 91}}, True),
    ("duration_gt3mo", "duration_gt3mo", {"episode": {"duration_days": 90}}, False),
    ("duration_gt3mo", "duration_gt3mo", {}, None),
    ("low_back_pain_chronic", "low_back_pain_chronic", {"episode": {"duration_days": 400}}, True),
    ("onset_lt45", "onset_lt45", {"client": {"age": 44}, "episode": {"duration_days": 3}}, True),
    ("onset_lt45", "onset_lt45", {"client": {"age": 50}, "episode": {"duration_days": 2200}}, True),
    ("onset_lt45", "onset_lt45", {"client": {"age": 50}, "episode": {"duration_days": 400}}, False),
    ("onset_lt45", "onset_lt45", {"client": {"age": 30}}, None),
    ("onset_lt35", "onset_lt35", {"client": {"age": 36}, "episode": {"duration_days": 800}}, True),
    ("onset_lt35", "onset_lt35", {"client": {"age": 36}, "episode": {"duration_days": 300}}, False),
    ("low_back_pain_severe", "low_back_pain_severe", {"episode": {"pain_now": 7}}, True),
    ("low_back_pain_severe", "low_back_pain_severe", {"episode": {"pain_now": 6.5}}, False),
    ("low_back_pain_severe", "low_back_pain_severe", {"episode": {"pain_worst": 9}}, None),
    ("low_bmi", "low_bmi", {"client": {"height_cm": 180, "mass_kg": 55}}, True),
    ("low_bmi", "low_bmi", {"client": {"height_cm": 180, "mass_kg": 75}}, False),
    ("low_bmi", "low_bmi", {"client": {"height_cm": 180}}, None),
    ("low_bmi", "low_bmi", {"client": {"age": 12, "height_cm": 150, "mass_kg": 38}}, None),
    ("recurrent", "recurrent", {"episode": {"previous_episodes": 1}}, True),
    ("recurrent", "recurrent", {"episode": {"previous_episodes": 0}}, False),
    ("low_back_pain_site", "low_back_pain", {"episode": {"sites": ["low_back"]}}, True),
    ("low_back_pain_site", "low_back_pain", {"episode": {"sites": ["hip_left"], "pain_now": 5}}, None),
    ("low_back_pain_any", "low_back_pain", {"episode": {"pain_now": 1}}, True),
    ("low_back_pain_any", "low_back_pain", {"episode": {"pain_now": 0}}, None),
    ("buttock_pain", "buttock_pain", {"episode": {"sites": ["buttock_left"]}}, True),
    ("buttock_pain", "buttock_pain", {"episode": {"sites": ["low_back"]}}, None),
    (
        "bilateral_buttock_pain",
        "bilateral_buttock_pain",
        {"episode": {"sites": ["buttock_left", "buttock_right"]}},
        True,
    ),
    ("bilateral_buttock_pain", "bilateral_buttock_pain", {"episode": {"sites": ["buttock_left"]}}, False),
    ("bilateral_buttock_pain", "bilateral_buttock_pain", {"episode": {"sites": ["low_back"]}}, None),
    ("unilateral_buttock_pain", "unilateral_buttock_pain", {"episode": {"sites": ["buttock_right"]}}, True),
    ("bilateral_thigh_pain", "bilateral_thigh_pain", {"episode": {"sites": ["thigh_left", "thigh_right"]}}, True),
    ("bilateral_thigh_pain", "bilateral_thigh_pain", {"episode": {"sites": ["thigh_left"]}}, False),
    ("thoracic_pain", "thoracic_pain", {"episode": {"sites": ["thoracic"]}}, True),
    ("thoracic_pain", "thoracic_pain", {"episode": {"sites": ["low_back"]}}, None),
    ("loin_pain", "loin_pain", {"episode": {"sites": ["flank_left"]}}, True),
    ("loin_pain", "loin_pain", {"episode": {"sites": ["flank_left"]}, "safety": {"loin_pain": False}}, False),
    ("leg_pain", "leg_pain", {"episode": {"sites": ["calf_right"]}}, True),
    ("gradual_onset", "gradual_onset", {"episode": {"onset": "gradual"}}, True),
    ("gradual_onset", "gradual_onset", {"episode": {"onset": "sudden"}}, None),
    ("extension_pain", "extension_pain", {"movements": {"bend_backward": "worse"}}, True),
    ("extension_pain", "extension_pain", {"movements": {"bend_backward": "same"}}, None),
    ("pregnant_told", "pregnant", {"client": {"sex": "female", "pregnant": True}}, True),
    ("pregnant_told", "pregnant", {"client": {"sex": "female", "pregnant": False}}, False),
    ("pregnant_told", "pregnant", {"client": {"sex": "female"}}, None),
    ("pregnant_male", "pregnant", {}, False),
    ("pregnant_unasked", "pregnant", {"client": {"sex": "female", "age": 66}}, False),
    ("pregnant_unasked", "pregnant", {"client": {"sex": "female", "age": 57, "pregnant": True}}, True),
    ("anticoagulant", "anticoagulant", {"medicine": {"anticoagulant": True}}, True),
    ("anticoagulant", "anticoagulant", {"medicine": {"anticoagulant": False}}, False),
    ("steroids", "steroid_prolonged", {"medicine": {"steroids": True}}, True),
    ("steroids", "steroid_prolonged", {"medicine": {"steroids": False}}, None),
    ("steroids", "steroid_prolonged", {"medicine": {"steroids": True}, "safety": {"steroid_prolonged": False}}, False),
    ("sugar_medicine", "diabetes", {"medicine": {"insulin_or_secretagogue": True}}, True),
    ("sugar_medicine", "diabetes", {"medicine": {"insulin_or_secretagogue": False}}, None),
    ("", "major_trauma", {"episode": {"onset": "trauma"}}, None),
    ("", "hypertension", {"vitals": {"systolic_mmhg": 190, "diastolic_mmhg": 100}}, None),
    ("", "radicular_pain_below_knee", {"episode": {"sites": ["calf_left"]}}, None),
    ("", "night_pain", {"daily_life": {"bed": {"wakes_with_pain": True}}}, None),
]


@pytest.mark.parametrize(("row", "feature", "tables", "expected"), PEOPLE)
def test_a_feature_follows(row: str, feature: str, tables: dict[str, Any], expected: bool | None) -> None:
    record = told(**tables)
    assert record.features.get(feature) is expected
    assert (feature in record.because) is (expected is not None)


def test_every_row_of_the_table_has_a_spec() -> None:
    assert set(book().tables["derived_features"]) == {row for row, *_ in PEOPLE if row}


CONDITIONS = [
    ("osteoporosis", None, "osteoporosis_known", True),
    ("osteoporosis", "healed", "osteoporosis_known", True),
    ("axial_spondyloarthritis", "stable", "known_axial_spondyloarthritis", True),
    ("hypertension", "active", "hypertension", True),
    ("hypertension", "healed", "hypertension", None),
    ("cardiac_disease", None, "cardiovascular_disease", True),
    ("diabetes", None, "diabetes", True),
    ("postpartum", None, "postpartum", True),
    ("postpartum", "healed", "postpartum", None),
    ("cancer_active", "healed", "cancer_history", True),
    ("long_term_steroids", "active", "steroid_prolonged", True),
    ("long_term_steroids", "healed", "steroid_prolonged", None),
    ("vertebral_fracture", None, "vertebral_collapse_on_imaging", None),
    ("vertigo", None, "dizziness", None),
]


@pytest.mark.parametrize(("condition", "state", "feature", "expected"), CONDITIONS)
def test_a_recorded_condition_answers(condition: str, state: str | None, feature: str, expected: bool | None) -> None:
    one = {"condition": condition, "given_by": "physician", "state": state}
    record = told(history={"diagnosis": [one]}, client={"sex": "female"})
    assert record.features.get(feature) is expected
    assert expected is None or record.because[feature] == f"recorded by physician: {condition}"


def test_a_recorded_pregnancy_is_told_under_client_too() -> None:
    record = told(history={"diagnosis": [{"condition": "pregnancy", "given_by": "midwife"}]}, client={"sex": "female"})
    assert record.client.pregnant is True


IMPLIED = [
    ("bladder_change", "urinary_retention"),
    ("bladder_change", "urinary_retention_painless"),
    ("bladder_change", "urinary_hesitancy"),
    ("bladder_change", "urinary_difficulty"),
    ("bladder_change", "urinary_incontinence_new"),
    ("bladder_change", "reduced_bladder_sensation"),
    ("bowel_change", "bowel_incontinence_new"),
    ("bowel_change", "reduced_rectal_sensation"),
    ("bowel_change", "constipation_new"),
    ("saddle_numbness", "groin_numbness"),
    ("fever", "rigors"),
    ("fever", "fever_occasional"),
]


@pytest.mark.parametrize(("group", "member"), IMPLIED)
def test_a_group_denied_denies_its_members(group: str, member: str) -> None:
    denied = told(safety={group: False})
    assert denied.features[member] is False
    assert denied.because[member] == f"implied by {group}"
    assert told(safety={group: True}).features.get(member) is None
    assert told(safety={group: False, member: True}).features[member] is True


def test_the_implied_answers_are_these_and_no_others() -> None:
    assert {(group, member) for group, one in book().implies.items() for member in one.denies} == set(IMPLIED)
    assert "bilateral_leg_numbness" not in told(safety={"bilateral_leg_weakness": False}).features
