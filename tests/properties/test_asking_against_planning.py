"""What asking says it is worth, compared with planning again: slow, because every answer is planned for."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from ladderback import assessment, formulation, intake, planner, triage
from ladderback.evidence import book
from ladderback.formulation.asking import _worth_of_questions
from ladderback.formulation.facts import see
from ladderback.formulation.trying import base_of
from ladderback.formulation.weighing import read_all
from ladderback.formulation.what_if import is_known, possible_records, questions
from ladderback.intake.values import IntakeRecord, Measurement
from ladderback.programme.values import Composed
from ladderback.terms.sides import SIDES, Side

pytestmark = pytest.mark.slow
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "cases"
PEOPLE = ("relief_that_never_lasts", "gardening_flexion_acute", "stenosis_walker")


@cache
def told(name: str) -> IntakeRecord:
    return intake.read((EXAMPLES / f"{name}.toml").read_text(encoding="utf-8"), name)


def planned(record: IntakeRecord) -> tuple[object, ...]:
    """What the person would do: the exercises week by week, daily life and education."""
    decision = triage.decide(record)
    findings = assessment.score(decision, record)
    composed = planner.compose(record, decision, findings, formulation.weigh(findings, record, decision))
    assert isinstance(composed, Composed)
    programme = composed.programme
    items = tuple((one.week, item.exercise, item.side) for one in programme.sessions for item in one.items)
    return (
        items,
        tuple(one.contributor for one in programme.daily_life),
        tuple(one.topic for one in programme.education),
    )


def with_test(record: IntakeRecord, test: str, good: bool) -> IntakeRecord:
    """The same person with a test as good or as bad as it can be."""
    known = book().clinical_tests[test]
    value: float | str = "pass" if good else "fail"
    if known.answer == "number":
        best = known.highest if known.better == "higher" else known.lowest
        worst = known.lowest if known.better == "higher" else known.highest
        value = (best if good else worst) or 0.0
    sides: tuple[Side | None, ...] = SIDES if known.sided else (None,)
    added = tuple(Measurement(test=test, side=side, value=value) for side in sides)
    return replace(record, tests=record.tests + added)


@pytest.mark.parametrize("name", PEOPLE)
def test_the_first_tests_asked_for_do_change_the_programme(name: str) -> None:
    decision = triage.decide(told(name))
    asks = formulation.weigh(assessment.score(decision, told(name)), told(name), decision).next_best
    for one in [one.ask for one in asks if one.ask in book().clinical_tests][:2]:
        assert planned(with_test(told(name), one, good=True)) != planned(with_test(told(name), one, good=False))


@pytest.mark.parametrize("name", PEOPLE)
def test_what_is_worth_nothing_changes_no_programme(name: str) -> None:
    record = told(name)
    decision = triage.decide(record)
    person = see(assessment.score(decision, record), record)
    base = base_of(person, read_all(person, book().contributors.values()))
    worth = {one.ask for one in _worth_of_questions(base)}
    worthless = [one for one in questions() if one.id not in worth and not is_known(record, one)]
    assert worthless
    usual = planned(record)
    for one in worthless:
        for answered in possible_records(person, one):
            assert planned(answered) == usual, one.id
