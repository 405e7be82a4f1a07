"""Whole people: what the decision is when everything else was asked and denied."""

from __future__ import annotations

from datetime import date

import pytest
from screened import SHEETS, Sheet, record

from ladderback import triage
from ladderback.evidence.red_flags import URGENCIES


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.who)
def test_the_decision_lies_where_a_clinician_would_put_it(sheet: Sheet) -> None:
    decision = triage.decide(sheet.record)
    low, high = (URGENCIES.index(one) for one in (sheet.low, sheet.high))
    assert low <= URGENCIES.index(decision.if_rest_denied.urgency) <= high, [one.rule for one in decision.reasons]


@pytest.mark.parametrize("sheet", [one for one in SHEETS if one.low == "same_day"], ids=lambda sheet: sheet.who)
def test_nobody_trains_who_must_be_seen_today(sheet: Sheet) -> None:
    decision = triage.decide(sheet.record)
    assert not decision.may_train
    assert decision.if_rest_denied.gate.startswith("hold")


@pytest.mark.parametrize("sheet", [one for one in SHEETS if one.high == "routine"], ids=lambda sheet: sheet.who)
def test_the_door_stays_open(sheet: Sheet) -> None:
    assert triage.decide(sheet.record).if_rest_denied.gate.startswith("proceed")


def test_everything_asked_and_denied_may_train() -> None:
    decision = triage.decide(record("", complete=True))
    assert (decision.urgency, decision.gate, decision.complete, decision.may_train) == (
        "monitor_train",
        "proceed",
        True,
        True,
    )


def test_one_open_mandatory_question_holds() -> None:
    decision = triage.decide(record("", complete=True, but="fever"))
    assert (decision.urgency, decision.gate, decision.complete) == ("routine", "hold_until_answered", False)
    assert decision.if_rest_denied.gate == "proceed"
    assert decision.open_questions == ("fever",)


def test_a_stricter_hold_stands_while_questions_are_open() -> None:
    decision = triage.decide(record("fever"))
    assert (decision.urgency, decision.gate, decision.complete) == ("same_day", "hold_all", False)


def test_an_adult_trains_around_extension_and_impact_and_a_child_does_not() -> None:
    adult = triage.decide(record("hop_test_painful age=30", complete=True))
    child = triage.decide(record("age=16", complete=True))
    assert adult.gate == child.gate == "hold_extension_and_impact"
    assert (adult.may_train, child.may_train) == (True, False)


def test_the_highest_urgency_and_the_strictest_gate_may_come_from_two_rules() -> None:
    decision = triage.decide(record("self_harm_disclosed cancer_history", complete=True))
    assert (decision.urgency, decision.gate) == ("same_day", "hold_until_cleared")
    assert [one.rule for one in decision.reasons] == ["MH-1", "MAL-3"]


def test_a_reason_carries_rule_facts_sources_and_status() -> None:
    reason = triage.decide(record("cancer_history night_pain", complete=True)).reasons[0]
    assert reason.rule == "MAL-2"
    assert reason.because == {"cancer_history": True, "night_pain": True}
    assert reason.sources == ("NICE_NG234",)
    assert reason.status == "secondary"


def test_clearance_before_vigorous_work_does_not_stop_the_walk() -> None:
    decision = triage.decide(record("diabetes", complete=True))
    assert (decision.urgency, decision.may_train, decision.clearance_before_vigorous) == ("monitor_train", True, True)


def test_self_harm_shows_human_help_and_nothing_else() -> None:
    decision = triage.decide(record("self_harm_disclosed"))
    assert decision.say.startswith("Thank you for telling us.")
    assert not any(word in decision.say for word in ("score", "questionnaire", "exercise"))


def test_self_harm_is_never_demanded() -> None:
    assert "self_harm_disclosed" not in triage.decide(record("")).open_questions


def test_the_decision_is_the_same_every_time() -> None:
    one = record("cancer_history night_pain diabetes pregnant")
    assert triage.decide(one) == triage.decide(one)


def test_the_day_of_the_record_counts() -> None:
    assert record("").on == date(2026, 11, 1)
