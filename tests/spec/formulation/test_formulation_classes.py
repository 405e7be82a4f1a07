"""Pattern, directional preference, stage, irritability, phase and risk, by small tables."""

from __future__ import annotations

from typing import Any

import pytest
from weighed_people import formulated

PATTERNS: list[tuple[dict[str, str], str]] = [
    ({}, "none_clear"),
    ({"bend_forward": "worse", "sitting": "worse"}, "flexion"),
    ({"put_on_socks": "worse"}, "flexion"),
    ({"sitting": "worse", "get_up_from_chair": "worse", "walking": "better"}, "flexion"),
    ({"standing": "worse", "walking": "worse"}, "extension"),
    ({"bend_backward": "worse", "bend_forward": "better"}, "extension"),
    ({"twist_left": "worse"}, "rotation"),
    ({"twist_left": "worse", "twist_right": "worse", "lift": "worse", "bend_forward": "worse"}, "rotation"),
    ({"side_bend_right": "worse"}, "lateral"),
    ({"lift": "worse", "carry": "worse", "cough_sneeze": "worse"}, "load"),
    ({"bend_forward": "worse", "bend_backward": "worse"}, "multidirectional"),
    ({"bend_forward": "worse", "sitting": "worse", "standing": "worse", "walking": "worse"}, "multidirectional"),
    ({"bend_forward": "same", "standing": "same"}, "none_clear"),
    ({"bend_forward": "better"}, "none_clear"),
]


@pytest.mark.parametrize(("movements", "pattern"), PATTERNS)
def test_pattern(movements: dict[str, str], pattern: str) -> None:
    assert formulated(movements=movements).pattern == pattern


PREFERENCES: list[tuple[dict[str, str], dict[str, str], str]] = [
    ({}, {}, "unknown"),
    ({"extension_prone": "centralised"}, {}, "extension"),
    ({"extension_prone": "better", "flexion_standing": "worse"}, {}, "extension"),
    ({"flexion_lying": "better", "extension_prone": "better"}, {}, "none"),
    ({"flexion_lying": "centralised", "extension_prone": "better"}, {}, "flexion"),
    ({"flexion_standing": "worse", "extension_standing": "worse"}, {}, "none"),
    ({"side_glide_left": "better"}, {}, "lateral"),
    ({"flexion_standing": "worse"}, {}, "unknown"),
    ({}, {"bend_backward": "better", "bend_forward": "worse"}, "extension"),
    ({}, {"bend_forward": "better", "bend_backward": "worse"}, "flexion"),
    ({}, {"bend_backward": "better", "bend_forward": "same"}, "unknown"),
    ({"extension_prone": "worse", "flexion_lying": "better"}, {"bend_backward": "better"}, "flexion"),
]


@pytest.mark.parametrize(("repeated", "movements", "preference"), PREFERENCES)
def test_directional_preference(repeated: dict[str, str], movements: dict[str, str], preference: str) -> None:
    assert formulated(repeated=repeated, movements=movements).directional_preference == preference


CALM = {"pain_now": 1, "pain_average": 2, "pain_worst": 3, "settles_minutes": 10, "duration_days": 200}
PASSED = {"mct_waiter": "pass"}
STAGES: list[tuple[dict[str, Any], dict[str, Any], int]] = [
    ({}, {}, 1),
    ({"pain_now": 6}, {}, 1),
    ({"pain_now": 3, "settles_minutes": 240}, {}, 1),
    ({"pain_now": 3, "settles_minutes": 20, "duration_days": 5}, {}, 2),
    ({"pain_now": 5, "settles_minutes": 20, "duration_days": 5}, {}, 1),
    ({"pain_now": 5, "settles_minutes": 20, "duration_days": 100}, {}, 2),
    ({"pain_now": 5}, {}, 1),
    ({"pain_now": 3, "duration_days": 100}, {}, 2),
    (CALM, {}, 2),
    (CALM, {"mct_waiter": "fail"}, 2),
    (CALM, PASSED, 3),
    (CALM | {"pain_worst": 7}, PASSED, 2),
    (CALM | {"duration_days": 10}, PASSED, 2),
]


@pytest.mark.parametrize(("episode", "tests", "stage"), STAGES)
def test_stage(episode: dict[str, Any], tests: dict[str, Any], stage: int) -> None:
    assert formulated(episode=episode, tests=tests).stage_number == stage


@pytest.mark.parametrize(("ability", "stage"), [(8, 4), (5, 3), (None, 3)])
def test_the_task_itself_comes_when_it_can_nearly_be_done(ability: float | None, stage: int) -> None:
    goals = [{"task": "walk", "ability": ability}]
    assert formulated(episode=CALM, tests=PASSED, goals=goals).stage_number == stage


IRRITABILITY = [
    (None, None, "unknown"), (0, 3, "low"), (29, 3, "low"), (30, 3, "moderate"), (120, 3, "moderate"), (121, 3, "high"),
    (10, 8, "high"), (None, 8, "high"), (None, 3, "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("minutes", "pain", "irritability"), IRRITABILITY)
def test_irritability(minutes: float | None, pain: float | None, irritability: str) -> None:
    assert formulated(episode={"settles_minutes": minutes, "pain_now": pain}).irritability == irritability


@pytest.mark.parametrize(
    ("days", "phase"), [(None, "acute"), (27, "acute"), (28, "subacute"), (83, "subacute"), (84, "chronic")]
)
def test_phase(days: int | None, phase: str) -> None:
    assert formulated(episode={"duration_days": days}).phase == phase


RISKS = [
    (None, None, "unknown"), (3, None, "low"), (3, 3, "low"), (4, 3, "medium"), (4, None, "unknown"), (5, 4, "high"),
    (9, 5, "high"), (None, 4, "high"), (None, 2, "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("total", "psych", "risk"), RISKS)
def test_psychosocial_risk(total: float | None, psych: float | None, risk: str) -> None:
    assert formulated(mind={"start_back_total": total, "start_back_psych": psych}).psychosocial_risk == risk


@pytest.mark.parametrize(
    ("days", "fear", "expected"), [(400, 8, True), (400, 5, False), (400, None, False), (20, 9, False)]
)
def test_quotas_by_time_only_in_chronic_pain_with_high_fear(days: int, fear: float | None, expected: bool) -> None:
    assert formulated(episode={"duration_days": days}, mind={"fear_of_movement": fear}).time_contingent is expected
