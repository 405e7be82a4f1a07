"""What happened since, folded in: what was told, what happened, and what is then known."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from intake_cases import EXAMPLES, happened, known, told

from ladderback import intake
from ladderback.intake.values import IntakeRecord
from ladderback.terms.errors import RecordError

WOMAN = {"age": 30, "sex": "female", "height_cm": 165, "mass_kg": 60}


def check_in(**keys: Any) -> dict[str, Any]:
    return {"event": "check_in"} | keys


def test_time_goes_by() -> None:
    before = told(
        episode={"duration_days": 10},
        history={"injury": [{"site": "ankle", "years_ago": 3}], "surgery": [{"kind": "fusion", "weeks_ago": 5}]},
    )
    after = known(before, on=date(2027, 11, 1))
    assert after.episode.duration_days == 375
    assert after.injuries[0].years_ago == pytest.approx(4, abs=0.01)
    assert after.surgeries[0].weeks_ago == pytest.approx(5 + 365 / 7, abs=0.01)
    assert after.client.age == before.client.age
    assert after.features["duration_gt3mo"] is True
    assert before.features["duration_gt3mo"] is False


def test_what_is_not_dated_stays_not_known() -> None:
    after = known(told(history={"surgery": [{"kind": "fusion"}]}), on=date(2027, 11, 1))
    assert (after.episode.duration_days, after.surgeries[0].weeks_ago) == (None, None)


def test_nothing_happened_and_no_day_went_by() -> None:
    before = intake.read((EXAMPLES / "car_seat_lift.toml").read_bytes(), "case")
    assert known(before, on=before.taken_on) == before


def test_a_day_before_the_case_is_refused() -> None:
    with pytest.raises(RecordError, match="taken_on"):
        known(told(), on=date(2026, 10, 31))


def test_a_check_in_tells_pain_sites_movements_and_pressure() -> None:
    line = check_in(pain_now=8, sites=["thoracic"], worse_with=["sitting"], better_with=["walking"], systolic_mmhg=150)
    after = known(told(episode={"pain_now": 2}, movements={"sitting": "same", "lift": "worse"}), line)
    assert (after.episode.pain_now, after.episode.sites) == (8, ("thoracic",))
    assert after.movements == {"sitting": "worse", "walking": "better", "lift": "worse"}
    assert (after.vitals.systolic_mmhg, after.vitals.on) == (150, date(2026, 11, 2))
    assert after.features["low_back_pain_severe"] is after.features["thoracic_pain"] is True


def test_only_what_happened_by_the_day_counts() -> None:
    lines = [check_in(pain_now=8), check_in(pain_now=1)]
    assert known(told(), *lines, on=date(2026, 11, 2)).episode.pain_now == 8
    assert known(told(), *lines).episode.pain_now == 1


def test_a_day_is_that_of_the_place_where_the_line_was_written() -> None:
    late = check_in(pain_now=8) | {"at": "2026-11-02T23:30-05:00"}
    assert known(told(), late, on=date(2026, 11, 2)).episode.pain_now == 8
    assert intake.latest_day(told(), happened(late)) == date(2026, 11, 2)


def test_a_safety_answer_counts_from_the_moment_it_was_given() -> None:
    after = known(told(safety={"fever": False}), check_in(safety={"fever": True}))
    assert after.features["fever"] is True
    assert after.because["fever"] == "answered on 2026-11-02"
    assert after.reported_at == {"fever": datetime(2026, 11, 2, 8, tzinfo=UTC)}
    assert "rigors" not in after.features


def test_the_same_yes_again_is_a_newer_report() -> None:
    after = known(told(), check_in(safety={"fever": True}), check_in(safety={"fever": True}))
    assert after.reported_at["fever"].day == 3


def test_nothing_new_denies_the_mandatory_questions() -> None:
    after = known(told(client=WOMAN), check_in(nothing_new=True))
    assert {after.features.get(question) for question in intake.mandatory(after)} == {False}
    assert after.because["saddle_numbness"] == "denied by nothing_new on 2026-11-02"
    assert after.because["groin_numbness"] == "implied by saddle_numbness"


KEPT = [
    ({"safety": {"cancer_history": True}}, (), "cancer_history"),
    ({}, (check_in(safety={"fever": True}),), "fever"),
    ({"medicine": {"steroids": True}}, (), "steroid_prolonged"),
    ({"history": {"diagnosis": [{"condition": "osteoporosis", "given_by": "physician"}]}}, (), "osteoporosis_known"),
]


@pytest.mark.parametrize(("tables", "lines", "feature"), KEPT)
def test_nothing_new_takes_no_yes_back(tables: dict[str, Any], lines: tuple[Any, ...], feature: str) -> None:
    assert known(told(**tables), *lines, check_in(nothing_new=True)).features[feature] is True


def test_a_yes_beside_nothing_new_stands() -> None:
    assert known(told(), check_in(nothing_new=True, safety={"fever": True})).features["fever"] is True


def test_a_group_answered_yes_later_leaves_its_members_open() -> None:
    before = told(safety={"bladder_change": False})
    assert before.features["urinary_hesitancy"] is False
    assert "urinary_hesitancy" not in known(before, check_in(safety={"bladder_change": True})).features


def test_a_newer_reading_overtakes_an_older_answer() -> None:
    before = told(safety={"low_back_pain_severe": True})
    assert known(before, check_in(pain_now=3)).features["low_back_pain_severe"] is False


def test_what_a_professional_records_later_stands_over_an_older_no() -> None:
    line = {"event": "diagnosis", "condition": "osteoporosis", "given_by": "physician"}
    after = known(told(safety={"osteoporosis_known": False}), line)
    assert after.features["osteoporosis_known"] is True
    assert after.because["osteoporosis_known"] == "recorded by physician on 2026-11-02: osteoporosis"
    assert known(after, line | {"state": "healed"}).diagnoses[0].state == "healed"


def test_the_newest_value_of_a_test_a_side_and_a_position_stands() -> None:
    before = told(tests={"hip_ir": {"left": 30, "right": 22}})
    lines = (
        {"event": "clinical_test", "tests": {"hip_ir": {"right": 28}}},
        {"event": "clinical_test", "tests": {"hip_ir": {"right": 40, "position": "seated"}}},
        {"event": "clinical_test", "tests": {"hip_ir": {"right": 10, "on": "2026-10-01"}}},
    )
    values = {(one.side, one.position): (one.value, one.on) for one in known(before, *lines).tests}
    assert values == {
        ("left", "prone"): (30, date(2026, 11, 1)),
        ("right", "prone"): (28, date(2026, 11, 2)),
        ("right", "seated"): (40, date(2026, 11, 3)),
    }


def test_restrictions_goals_and_clearances_are_folded_in() -> None:
    before = told(
        history={"restriction": [{"avoid": "impact", "given_by": "surgeon", "until": "2026-12-01"}]},
        goals=[{"task": "walk", "ability": 3}],
    )
    after = known(
        before,
        {"event": "restriction", "avoid": "impact", "given_by": "surgeon", "until": "2027-02-01"},
        {"event": "restriction", "avoid": "valsalva", "given_by": "physician"},
        {"event": "goal", "task": "walk", "ability": 5},
        {"event": "goal", "task": "run"},
        {
            "event": "cleared",
            "clears": ["NL01", "restriction:impact"],
            "by": "physician",
            "until": "2027-01-01",
            "limits": ["impact"],
        },
    )
    assert [(one.avoid, one.until) for one in after.restrictions] == [("impact", date(2027, 2, 1)), ("valsalva", None)]
    assert [(goal.task, goal.ability) for goal in after.goals] == [("walk", 5), ("run", None)]
    assert [(one.clears, one.limits, one.at.day) for one in after.clearances] == [
        (("NL01", "restriction:impact"), ("impact",), 6)
    ]


def test_what_was_written_before_the_case_fills_only_what_it_left_open() -> None:
    old = {"at": "2026-10-01T08:00Z"}
    before = told(safety={"fever": False}, episode={"pain_now": 2})
    after = known(before, check_in(pain_now=9, nothing_new=True, safety={"fever": True, "foot_drop": True}) | old)
    assert (after.features["fever"], after.features["foot_drop"]) == (False, True)
    assert after.episode.pain_now == 2
    assert "night_sweats" not in after.features


def pregnant(week: int | None) -> IntakeRecord:
    return told(client=WOMAN | {"pregnant": True} | ({"pregnancy_week": week} if week else {}))


def test_a_pregnancy_goes_on_and_after_its_last_week_nobody_knows() -> None:
    assert known(pregnant(20), on=date(2026, 11, 22)).client.pregnancy_week == 23
    later = known(pregnant(20), on=date(2027, 6, 1))
    assert (later.client.pregnant, "pregnant" in later.features) == (None, False)
    assert "pregnant" in known(pregnant(None), on=date(2027, 6, 1)).features


def test_a_birth_is_told_at_a_check_in() -> None:
    after = known(pregnant(38), check_in(safety={"pregnant": False, "postpartum": True}))
    assert (after.client.pregnant, after.client.pregnancy_week) == (False, None)
    assert (after.features["pregnant"], after.features["postpartum"]) == (False, True)


ASKED = [
    ({"age": 30, "sex": "female"}, True),
    ({"age": 12, "sex": "female"}, True),
    ({"age": 55, "sex": "female"}, True),
    ({"age": 11, "sex": "female"}, False),
    ({"age": 56, "sex": "female"}, False),
    ({"age": 30, "sex": "male"}, False),
]


@pytest.mark.parametrize(("client", "asked"), ASKED)
def test_who_must_say_whether_she_is_pregnant(client: dict[str, Any], asked: bool) -> None:
    assert ("pregnant" in intake.mandatory(told(client=client))) is asked


def test_the_mandatory_questions_are_those_the_example_answers() -> None:
    example = intake.read((EXAMPLES / "car_seat_lift.toml").read_bytes(), "case")
    answered = {feature for feature, why in example.because.items() if why == "answered"}
    assert set(intake.mandatory(example)) == answered - {"self_harm_disclosed"}
