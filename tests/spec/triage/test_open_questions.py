"""The open questions: the most decisive first, groups before members, and none that can no longer matter."""

from __future__ import annotations

import pytest
from screened import record

from ladderback import triage
from ladderback.evidence import book
from ladderback.evidence.red_flags import URGENCIES


def asked(facts: str, complete: bool = False) -> tuple[str, ...]:
    return triage.decide(record(facts, complete=complete)).open_questions


def test_a_group_question_stands_for_its_members() -> None:
    questions = asked("")
    assert {"bladder_change", "bowel_change", "saddle_numbness", "fever"} <= set(questions)
    assert not {"urinary_retention", "urinary_incontinence_new", "bowel_incontinence_new"} & set(questions)


def test_a_denied_group_takes_its_members_along() -> None:
    questions = asked("-bladder_change")
    assert not {"bladder_change", "urinary_retention", "urinary_incontinence_new"} & set(questions)


def test_the_most_decisive_come_first() -> None:
    reach = [URGENCIES.index(one.could_reach) for one in triage.decide(record("")).questions]
    assert reach == sorted(reach, reverse=True)
    assert reach[0] == URGENCIES.index("emergency_now")


def test_an_emergency_asks_nothing_before_acting() -> None:
    decision = triage.decide(record("bladder_change"))
    assert (decision.urgency, decision.complete, decision.open_questions) == ("emergency_now", False, ())


def test_below_the_top_only_what_can_still_raise_the_answer_is_asked() -> None:
    questions = asked("fever")
    assert "saddle_numbness" in questions
    assert "osteoporosis_known" not in questions


@pytest.mark.parametrize("wanted", ["weak_foot_pulses", "cardiovascular_disease"])
def test_leg_pain_on_walking_makes_the_vessels_matter(wanted: str) -> None:
    assert wanted in asked("leg_pain_on_walking", complete=True)
    assert wanted not in asked("", complete=True)


def test_pregnancy_makes_its_danger_signs_matter() -> None:
    questions = asked("pregnant age=30", complete=True)
    assert {"vaginal_bleeding", "severe_headache", "calf_swelling"} <= set(questions)


def test_cancer_asks_whether_it_was_only_the_skin() -> None:
    assert "cancer_superficial_skin_only" in asked("cancer_history", complete=True)
    assert "cancer_superficial_skin_only" not in asked("", complete=True)


def test_night_sweats_ask_whether_they_are_explained() -> None:
    assert "night_sweats_menopausal_or_explained" in asked("night_sweats", complete=True)


def test_what_is_an_emergency_by_itself_is_not_asked_out_of_the_blue() -> None:
    assert not {"syncope", "collapse", "acute_cold_pale_leg"} & set(asked("hypertension radicular_pain", complete=True))


def test_each_question_is_said_in_the_words_of_the_table() -> None:
    for one in triage.decide(record("")).questions:
        assert one.question == book().safety_features[one.feature].question
        assert one.mandatory
