"""What this person must not do: conditions, restrictions of the care team, the gate, stage and clearances, by week."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from msgspec.structs import replace
from prescribed_people import MAY_TRAIN, WALK_IN, limits_of, told

from ladderback.evidence import book
from ladderback.intake.values import Clearance, IntakeRecord

DISC = {"diagnosis": [{"condition": "disc_herniation_radiculopathy", "given_by": "physician", "on": "2026-10-02"}]}
FUSION = {"surgery": [{"kind": "fusion", "weeks_ago": 4}]}
BONES = {"diagnosis": [{"condition": "osteoporosis", "given_by": "physician"}]}
PRESSURE = {"diagnosis": [{"condition": "hypertension", "given_by": "physician"}]}
RESTRICTED = {"restriction": [{"avoid": "axial_load", "given_by": "surgeon", "until": "2026-12-01"}]}
OPEN_END = {"restriction": [{"avoid": "axial_load", "given_by": "surgeon"}]}


def person(**history: Any) -> IntakeRecord:
    safety = {"osteoporosis_known": True} if history == BONES else {}
    return told("socks_hip_flexion", history=history, safety=safety)


def rule_on(exercise: str, week: int, record: IntakeRecord, stages: str = "222333344444") -> str | None:
    ban = limits_of(record, stages=stages)[week - 1].ban_on(book().exercises[exercise])
    return ban.rule if ban else None


# who, what, week, stages of the weeks, the rule that keeps it out (None: it may stand)
KEPT_OUT = [
    ({}, "leg_squat", 5, "222333344444", None),
    ({}, "rot_chop", 3, "222333344444", "LB01"),
    ({}, "rot_chop", 4, "222333344444", None),
    (DISC, "dir_flex_lie", 1, "222333344444", None),  # 200 days of pain: past the first six weeks, no leg pain
    (DISC, "mob_ham_band", 12, "222333344444", "DH06"),
    (DISC, "neu_slider", 12, "222333344444", None),  # gentle sliders are exempt
    (BONES, "task_garden_stand", 12, "222333344444", "OP01"),
    (RESTRICTED, "leg_squat", 5, "222333344444", "restriction:axial_load"),  # the week still touches the date
    (RESTRICTED, "leg_squat", 6, "222333344444", None),  # past the date, and stage 3 allows it
    (RESTRICTED, "carry_front", 6, "222222222222", "restriction:axial_load"),  # past the date, the stage does not
    (OPEN_END, "leg_squat", 12, "222333344444", "restriction:axial_load"),
]


@pytest.mark.parametrize(("history", "exercise", "week", "stages", "rule"), KEPT_OUT)
def test_what_is_kept_out_in_which_week(
    history: dict[str, Any], exercise: str, week: int, stages: str, rule: str | None
) -> None:
    assert rule_on(exercise, week, person(**history), stages) == rule


def test_after_a_fusion_there_is_only_walking_until_week_twelve_has_passed() -> None:
    weeks = limits_of(person(**FUSION))
    assert [here.sessions for here in weeks] == [False] * 8 + [True] * 4
    assert all(here.walking for here in weeks)


def test_without_supervision_the_weeks_that_ask_for_it_stay_empty() -> None:
    early = {"surgery": [{"kind": "discectomy", "weeks_ago": 4}]}
    assert [here.sessions for here in limits_of(person(**early))[:3]] == [False, False, True]
    beside = told("socks_hip_flexion", history=early, means={"supervised": True})
    assert all(here.sessions for here in limits_of(beside))


def test_pressure_caps_effort_and_holds() -> None:
    here, books = limits_of(person(**PRESSURE))[11], book().exercises
    assert here.effort_cap(books["push_up"]) == 6
    assert here.hold_cap(books["core_plank"]) == 10
    assert here.hold_cap(books["mob_ham_band"]) is None


def test_effort_follows_the_stage_and_the_gate() -> None:
    squat = book().exercises["leg_squat"]
    free = limits_of(person(), stages="111122223334")
    assert [here.effort_cap(squat) for here in free[:1] + free[4:5] + free[8:9] + free[11:]] == [4, 6, 8, 9]
    careful = replace(MAY_TRAIN, gate="proceed_modified")
    assert limits_of(person(), decision=careful, stages="4" * 12)[0].effort_cap(squat) == 6
    waiting = replace(MAY_TRAIN, clearance_before_vigorous=True)
    assert limits_of(person(), decision=waiting, stages="4" * 12)[0].effort_cap(squat) == 5


@pytest.mark.parametrize(
    ("gate", "exercise"),
    [
        ("hold_extension_and_impact", "dir_press_up"),
        ("hold_extension_and_impact", "calf_hop"),
        ("proceed_modified_flexion_bias", "dir_ext_stand"),
        ("proceed_modified", "car_bike_hiit"),
    ],
)
def test_the_gate_keeps_out(gate: Any, exercise: str) -> None:
    here = limits_of(person(), decision=replace(MAY_TRAIN, gate=gate), stages="4" * 12)[0]
    ban = here.ban_on(book().exercises[exercise])
    assert ban is not None


def test_not_known_applies() -> None:
    sore = replace(WALK_IN, pattern="flexion", irritability="unknown")
    calm = replace(sore, irritability="low")
    bend = book().exercises["dir_flex_lie"]
    assert limits_of(person(), sore)[0].ban_on(bend) is not None
    assert limits_of(person(), calm)[0].ban_on(bend) is None


def cleared(record: IntakeRecord, clears: str, by: str, **more: Any) -> IntakeRecord:
    given = Clearance(clears=(clears,), by=by, at=datetime(2026, 11, 1, tzinfo=UTC), **more)
    return replace(record, clearances=(given,))


# who gave it, what it names, whether the movement comes back after the date although the stage does not allow it
CONFIRMED = [
    ("surgeon", "restriction:axial_load", True),
    ("surgeon", "axial_load", True),
    ("physician", "axial_load", True),
    ("physiotherapist", "axial_load", False),
    ("surgeon", "loaded_flexion", False),
]


@pytest.mark.parametrize(("by", "names", "back"), CONFIRMED)
def test_who_may_confirm_the_end_of_a_restriction(by: str, names: str, back: bool) -> None:
    record = cleared(person(**RESTRICTED), names, by)
    assert (rule_on("carry_front", 6, record, "2" * 12) is None) == back
    assert rule_on("carry_front", 1, record, "2" * 12) == "restriction:axial_load"


def test_a_clearance_lifts_only_its_own_row_by_a_role_that_may_until_its_day() -> None:
    bones = person(**BONES)
    row = next(row for row in book().limits.values() if row.rule_id == "OP04")
    lifted = cleared(bones, "OP04", row.lifted_by[0])
    assert "OP04" not in {found.rule_id for found in limits_of(lifted)[0].rows}
    assert "OP01" in {found.rule_id for found in limits_of(lifted)[0].rows}
    assert "OP04" in {found.rule_id for found in limits_of(cleared(bones, "OP04", "friend"))[0].rows}
