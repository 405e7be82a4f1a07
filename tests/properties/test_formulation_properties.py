"""Whoever it is: mirrored people, more evidence, names that change nothing, and questions that were answered."""

from __future__ import annotations

import re
from collections import Counter

from assessed_people import DAY, MAY_TRAIN, PEOPLE, in_mirror, mirror
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ladderback.assessment import score
from ladderback.evidence import book
from ladderback.evidence.contributors import atoms
from ladderback.formulation import weigh
from ladderback.formulation.facts import read_fact, see
from ladderback.formulation.values import Contributor, Formulation
from ladderback.intake.values import Client, IntakeRecord, Measurement
from ladderback.terms.sides import SIDES, Side, mirrored
from ladderback.terms.words import forbidden_in

FEW = settings(max_examples=40, deadline=None)
NOBODY = IntakeRecord(taken_on=DAY, on=DAY, client=Client(age=40, sex="female"))
MEASURED = sorted((name, one.measured_by[0]) for name, one in book().contributors.items() if one.measured_by)
MEASURED = [(name, test) for name, test in MEASURED if name != "old_injury_compensation"]


def formulated(record: IntakeRecord) -> Formulation:
    return weigh(score(MAY_TRAIN, record), record, MAY_TRAIN)


def seen(one: Contributor, turned: bool) -> tuple[object, ...]:
    side = one.side and mirrored(one.side) if turned else one.side
    said = [in_mirror(text) if turned else text for text in one.for_ + one.against]
    words = Counter(word for text in said for word in re.findall(r"\w+", text))
    return one.contributor, side, one.weight, one.confidence, frozenset(words.items())


@FEW
@given(PEOPLE)
def test_mirrored_person_gets_mirrored_contributors(record: IntakeRecord) -> None:
    own, turned = formulated(record), formulated(mirror(record))
    assert {seen(one, True) for one in own.contributors} == {seen(one, False) for one in turned.contributors}
    assert (own.pattern, own.stage_number, own.strong) == (turned.pattern, turned.stage_number, turned.strong)


@FEW
@given(PEOPLE, st.sampled_from(MEASURED))
def test_one_more_finding_never_lowers_the_weight_it_speaks_for(record: IntakeRecord, pair: tuple[str, str]) -> None:
    name, test = pair
    without = replace(record, tests=tuple(one for one in record.tests if one.test != test))
    added = replace(without, tests=without.tests + worst(test))
    assume({one.verdict for one in score(MAY_TRAIN, added).findings if one.test == test} <= {"borderline", "finding"})
    assert weight(formulated(added), name) >= weight(formulated(without), name) - 0.0002


def worst(test: str) -> tuple[Measurement, ...]:
    known = book().clinical_tests[test]
    value: float | str = "fail"
    if known.answer == "number":
        value = (known.highest if known.better == "lower" else known.lowest) or 0.0
    sides: tuple[Side | None, ...] = SIDES if known.sided else (None,)
    return tuple(Measurement(test=test, side=side, value=value) for side in sides)


def weight(formulation: Formulation, name: str) -> float:
    return sum(one.weight for one in formulation.contributors if one.contributor == name)


@FEW
@given(PEOPLE, st.text(max_size=30), st.text(max_size=30))
def test_title_and_story_change_nothing(record: IntakeRecord, title: str, story: str) -> None:
    told = replace(record, title=title, episode=replace(record.episode, story=story))
    assert formulated(told) == formulated(record)


@FEW
@given(PEOPLE)
def test_nothing_answered_is_asked(record: IntakeRecord) -> None:
    sides = Counter(one.test for one in record.tests)
    done = {test for test, count in sides.items() if count == (2 if book().clinical_tests[test].sided else 1)}
    asks = {one.ask for one in formulated(record).next_best}
    assert not asks & (done | set(record.movements))
    for name in ("sitting_hours", "sleep_hours"):
        assert name not in asks or getattr(record.daily_life, name) is None


@FEW
@given(PEOPLE)
def test_weights_sum_to_one_and_fall(record: IntakeRecord) -> None:
    weights = [one.weight for one in formulated(record).contributors]
    assert not weights or abs(sum(weights) - 1.0) < 1e-9
    assert weights[1:] == sorted(weights[1:], reverse=True)


@FEW
@given(PEOPLE)
def test_nothing_strong_is_worked_on_and_no_forbidden_word_is_said(record: IntakeRecord) -> None:
    formulation = formulated(record)
    assert not set(formulation.strong) & {one.contributor for one in formulation.contributors}
    texts = [text for one in formulation.contributors for text in (*one.for_, *one.against)]
    texts += [*formulation.individual_because, *(ask.why for ask in formulation.next_best)]
    assert not [text for text in texts if forbidden_in(text) or "{" in text]


@FEW
@given(PEOPLE)
def test_at_most_five_tests_and_five_questions_tests_first(record: IntakeRecord) -> None:
    kinds = [one.ask in book().clinical_tests for one in formulated(record).next_best]
    assert kinds == sorted(kinds, reverse=True)
    assert max(kinds.count(True), kinds.count(False)) <= 5


@FEW
@given(PEOPLE)
def test_the_same_person_gets_the_same_answer(record: IntakeRecord) -> None:
    turned_round = replace(record, tests=tuple(reversed(record.tests)))
    assert formulated(record) == formulated(turned_round)


def test_of_nobody_nothing_is_known_to_be_so() -> None:
    person = see(score(MAY_TRAIN, NOBODY), NOBODY)
    facts = {one.fact for record in book().contributors.values() for one in record.for_ + record.against}
    known = [fact for fact in facts if read_fact(person, fact, "left").answer is True]
    assert all(part.kind in ("unknown", "unlooked", "answer") for fact in known for part in atoms(fact))
    assert not formulated(NOBODY).contributors
