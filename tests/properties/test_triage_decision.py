"""What must hold for every person that triage ever sees."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "spec" / "triage"))

from screened import implied, record

from ladderback import intake, triage
from ladderback.evidence import book
from ladderback.evidence.red_flags import GATES, URGENCIES
from ladderback.intake.values import IntakeRecord, Measurement
from ladderback.rules.values import Not, walk
from ladderback.triage.known import screen, shapes
from ladderback.triage.questions import HOLDS
from ladderback.triage.values import TriageDecision

MANY = settings(max_examples=80, deadline=None)
RELIEFS = {one for shape in shapes().values() for one in shape.relieves}
FLAGS = sorted({one for shape in shapes().values() for one in shape.speaks} - RELIEFS - {"sex_male"})
ASKED = sorted({*FLAGS, *RELIEFS} - {"sex_male"})
EMERGENCIES = sorted(name for name, rule in book().red_flag_rules.items() if rule.urgency == "emergency_now")
ANSWERS = st.dictionaries(st.sampled_from(ASKED), st.booleans(), max_size=12)
AGES, DAYS = st.integers(18, 95), st.one_of(st.none(), st.sampled_from([1, 13, 14, 15, 30, 45, 92, 900]))


@st.composite
def people(draw: st.DrawFn) -> IntakeRecord:
    """Adults with a handful of answers, some with all mandatory questions answered."""
    made = record(f"age={draw(AGES)}", complete=draw(st.booleans()))
    days = draw(DAYS)
    features = implied(made.features | draw(ANSWERS))
    return msgspec.structs.replace(
        made, features=features, episode=msgspec.structs.replace(made.episode, duration_days=days)
    )


def with_answer(person: IntakeRecord, feature: str, answer: bool) -> IntakeRecord:
    return msgspec.structs.replace(person, features=implied(person.features | {feature: answer}))


def place(decision: TriageDecision) -> tuple[int, int]:
    return URGENCIES.index(decision.urgency), GATES.index(decision.gate)


def test_no_rule_turns_a_fact_around_and_reliefs_are_no_flags() -> None:
    assert not any(isinstance(one, Not) for rule in screen().rules.values() for one in walk(rule))
    told_of = {"neurogenic_claudication_stable", "stable_baseline_gt_14d_unchanged", "cancer_long_ago_discharged"}
    told_of |= {"old_weakness_stable_known_to_clinician", "urinary_symptom_longstanding_known_to_clinician"}
    speaks = {one for shape in shapes().values() for one in shape.speaks}
    assert RELIEFS & speaks <= told_of | {"low_back_pain_chronic", "sex_male"}


@MANY
@given(people(), st.sampled_from(FLAGS))
def test_a_further_red_flag_never_moves_towards_training(person: IntakeRecord, flag: str) -> None:
    no, yes = (triage.decide(with_answer(person, flag, answer)) for answer in (False, True))
    assert all(later >= earlier for later, earlier in zip(place(yes), place(no), strict=True))
    assert no.may_train or not yes.may_train


@MANY
@given(people(), st.sampled_from(FLAGS))
def test_what_it_comes_to_when_the_rest_is_denied_only_rises(person: IntakeRecord, flag: str) -> None:
    before = triage.decide(person).if_rest_denied
    after = triage.decide(with_answer(person, flag, True)).if_rest_denied
    assert URGENCIES.index(after.urgency) >= URGENCIES.index(before.urgency)
    assert GATES.index(after.gate) >= GATES.index(before.gate)


@MANY
@given(people(), st.sampled_from(ASKED))
def test_a_no_never_sends_anybody_sooner(person: IntakeRecord, feature: str) -> None:
    if feature not in person.features:
        before, after = triage.decide(person), triage.decide(with_answer(person, feature, False))
        assert after.if_rest_denied == before.if_rest_denied
        assert place(after) <= place(before)


@MANY
@given(people())
def test_not_asked_never_counts_as_no(person: IntakeRecord) -> None:
    decision = triage.decide(person)
    unasked = [name for name in intake.mandatory(person) if name not in person.features]
    assert decision.complete is not bool(unasked)
    if unasked:
        assert not decision.may_train
        assert GATES.index(decision.gate) >= HOLDS
        assert decision.urgency != "monitor_train"


@pytest.mark.parametrize("rule", EMERGENCIES)
def test_the_facts_of_an_emergency_alone_are_an_emergency(rule: str) -> None:
    because = _alone(rule)
    assert because, "no facts found that fire it"
    words = " ".join(f"{name}={value:g}" if not isinstance(value, bool) else name for name, value in because.items())
    decision = triage.decide(record(words))
    assert (decision.urgency, decision.may_train) == ("emergency_now", False)
    assert rule in {one.rule for one in decision.reasons}


def _alone(rule: str) -> dict[str, bool | float]:
    """The facts of the first person in the spec whom this rule calls an emergency."""
    from test_every_rule_has_people import PEOPLE

    person = next(one for one in PEOPLE if one.rule == rule and one.says == "yes")
    return {name: True for name, answer in person.features.items() if answer} | person.numbers


@MANY
@given(people(), st.sampled_from(sorted(book().clinical_tests)))
def test_a_clinical_test_never_changes_the_answer(person: IntakeRecord, test: str) -> None:
    measured = msgspec.structs.replace(person, tests=(Measurement(test=test, side=None, value="negative"),))
    assert triage.decide(measured) == triage.decide(person)


@MANY
@given(people())
def test_denying_the_listed_questions_in_order_leaves_nothing_to_ask(person: IntakeRecord) -> None:
    decision, rounds = triage.decide(person), 0
    while decision.open_questions:
        person = with_answer(person, decision.open_questions[0], False)
        decision, rounds = triage.decide(person), rounds + 1
        assert rounds < 100
    held = GATES.index(decision.gate) > HOLDS
    assert decision.complete or held


@MANY
@given(people())
def test_a_question_is_listed_once_and_was_not_answered(person: IntakeRecord) -> None:
    questions = triage.decide(person).open_questions
    assert len(set(questions)) == len(questions)
    assert not set(questions) & set(person.features)


@MANY
@given(people())
def test_every_reason_names_facts_that_were_told(person: IntakeRecord) -> None:
    for reason in triage.decide(person).reasons:
        for name, value in reason.because.items():
            assert person.features.get(name, value) == value or not isinstance(value, bool)
