"""Stages, walking, aerobic work, daily life, education and referrals: the parts around the sessions."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from msgspec.structs import replace
from prescribed_people import MAY_TRAIN, WALK_IN, contributor, formulated, limits_of, told

from ladderback.evidence import book
from ladderback.programme.daily_life import daily_life_plan
from ladderback.programme.education import education_plan
from ladderback.programme.phases import phases_of, stage_of_each_week
from ladderback.programme.referrals import referrals_for
from ladderback.programme.values import Referral
from ladderback.programme.walking import walking_plan

# stage now, irritability, phase, by quota, the stage of each week
PATHS = [
    (1, "low", "acute", False, "122233334444"),
    (1, "high", "acute", False, "111222233334"),
    (1, "unknown", "chronic", False, "112222333344"),
    (2, "low", "chronic", False, "222233334444"),
    (2, "low", "chronic", True, "222223333344"),
    (3, "low", "chronic", False, "333344444444"),
    (4, "low", "chronic", False, "444444444444"),
]


@pytest.mark.parametrize(("stage", "irritability", "phase", "quota", "path"), PATHS)
def test_the_stage_of_each_week(stage: int, irritability: Any, phase: Any, quota: bool, path: str) -> None:
    view = replace(WALK_IN, stage_number=stage, irritability=irritability, phase=phase, time_contingent=quota)
    assert "".join(map(str, stage_of_each_week(view, book()))) == path


def test_a_leading_contributor_without_work_at_stage_four_holds_stage_three() -> None:
    assert "".join(map(str, stage_of_each_week(WALK_IN, book(), 1))) == "222233333344"
    assert "".join(map(str, stage_of_each_week(WALK_IN, book(), 2))) == "222233333333"


def test_each_phase_says_what_opens_the_next() -> None:
    phases = phases_of((2, 2, 3, 3, 3, 4), WALK_IN, book())
    assert [(one.from_week, one.to_week, one.stage_number) for one in phases] == [(1, 2, 2), (3, 5, 3), (6, 6, 4)]
    assert all(one.passes_when for one in phases)
    by_plan = phases_of((2,), replace(WALK_IN, time_contingent=True), book())
    assert "pain" not in by_plan[0].passes_when.lower()


def walks(case: str, view: Any = WALK_IN, stages: str = "222333344444", **changes: Any) -> list[tuple[float, int]]:
    record = told(case, **changes)
    plan = walking_plan(record, view, limits_of(record, view, stages=stages), book())
    assert [one.week for one in plan] == list(range(1, 13))
    return [(one.minutes, one.times_per_week) for one in plan]


def test_walking_starts_on_the_first_day_in_short_bouts_while_acute() -> None:
    acute = replace(WALK_IN, phase="acute")
    found = walks("gardening_flexion_acute", acute, "122233334444")
    assert found[0] == (5, 21)
    assert found[1] == (15, 5)


def test_walking_grows_from_what_is_usual_to_half_an_hour_five_times() -> None:
    found = walks("socks_hip_flexion")
    assert found[0] == (15, 4)
    assert found[-1] == (30, 5)
    assert all(later[0] >= earlier[0] for earlier, later in itertools.pairwise(found))
    assert walks("socks_hip_flexion", daily_life={"walking_minutes_per_day": 90})[0] == (30, 4)


def test_walking_has_rests_where_a_row_asks_or_walking_hurts() -> None:
    stenosis = told("stenosis_walker")
    plan = walking_plan(stenosis, WALK_IN, limits_of(stenosis), book())
    assert all("sit down" in one.how for one in plan)


def test_daily_life_counts_the_hours_it_acts_on() -> None:
    view = formulated("desk_day_ergonomics")
    plan = daily_life_plan(told("desk_day_ergonomics"), view, frozenset(), book())
    hours = {one.contributor: one.hours_per_week for one in plan}
    assert hours["sitting_exposure"] == 52.5
    assert hours["couch_posture"] == 17.5
    assert hours["sleep_surface"] == 49
    desk = next(one for one in plan if one.contributor == "workstation")
    assert any("screen" in line for line in desk.advice)


def test_every_belief_has_its_answer() -> None:
    record = told("chronic_pain_beliefs")
    topics = [one.topic for one in education_plan(record, formulated("chronic_pain_beliefs"), book())]
    assert topics[:3] == ["belief.back_is_fragile", "belief.pain_means_damage", "belief.surgery_only"]
    assert len(topics) == len(set(topics))


def sent(case: str, view: Any = WALK_IN, decision: Any = MAY_TRAIN, **changes: Any) -> tuple[Referral, ...]:
    record = told(case, **changes)
    return referrals_for(record, decision, view, limits_of(record, view, decision), book())


def test_a_talking_therapist_is_offered_beside_the_exercise() -> None:
    offers = sent("chronic_pain_beliefs", replace(WALK_IN, psychosocial_risk="high"))
    assert [one.to for one in offers] == ["psychotherapist"]
    assert "never instead" in offers[0].reason
    assert sent("chronic_pain_beliefs", replace(WALK_IN, psychosocial_risk="low")) == ()


def test_a_weight_goal_gets_a_dietitian() -> None:
    assert any(one.to == "dietitian" and "90 kg" in one.reason for one in sent("deconditioned_weight_goal"))


def test_the_surgeon_gets_a_letter_and_a_review_two_weeks_before_the_end() -> None:
    letters = [one for one in sent("disc_herniation_surgeon_restriction") if "surgeon" in one.reason]
    assert [one.urgency for one in letters] == ["routine", "by 2027-01-18"]
    assert "2027-02-01" in letters[1].reason


def test_clearance_before_hard_work_is_asked_for() -> None:
    wanted = sent("socks_hip_flexion", decision=replace(MAY_TRAIN, clearance_before_vigorous=True))
    assert [one.to for one in wanted] == ["physician"]


def test_mood_worked_by_referral_is_offered_a_therapist_too() -> None:
    low = replace(WALK_IN, contributors=(contributor("low_mood", worked_by="referral"),))
    assert [one.to for one in sent("socks_hip_flexion", low)] == ["psychotherapist"]
