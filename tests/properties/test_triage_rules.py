"""Rules as values: every operation has a generator, every sentence reads back, three-valued logic holds."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_making import GENERATORS, MEASURED, PEOPLE, RULES

from ladderback.rules import Rule, read, read_aloud, write
from ladderback.rules.one import Screen
from ladderback.rules.values import (
    OPERATIONS,
    AllOf,
    AnyOf,
    AtLeast,
    Exactly,
    Feature,
    Not,
    Number,
    Unless,
    walk,
)
from ladderback.terms.errors import RecordError
from ladderback.terms.kleene import Answer, all_of, any_of, negated

MANY = settings(max_examples=150, deadline=None)


def asked_plainly(rule: Rule, people: dict[str, bool], numbers: dict[str, float]) -> Answer:
    """The textbook reading of a rule, one operation at a time: what the fast engine must agree with."""
    if isinstance(rule, Feature):
        return people.get(rule.name)
    if isinstance(rule, Number):
        return _held(rule, numbers.get(rule.name))
    if isinstance(rule, Not):
        return negated(asked_plainly(rule.part, people, numbers))
    if isinstance(rule, Unless):
        relieved = asked_plainly(rule.relief, people, numbers) is True
        return False if relieved else asked_plainly(rule.part, people, numbers)
    answers = [asked_plainly(part, people, numbers) for part in rule.parts]
    if isinstance(rule, AnyOf | AllOf):
        return any_of(answers) if isinstance(rule, AnyOf) else all_of(answers)
    return _counted(rule, sum(one is True for one in answers), sum(one is not False for one in answers))


def _held(rule: Number, value: float | None) -> Answer:
    if value is None:
        return None
    held = {">=": value >= rule.limit, ">": value > rule.limit, "<=": value <= rule.limit, "<": value < rule.limit}
    return held[rule.sign]


def _counted(rule: AtLeast | Exactly, yes: int, maybe: int) -> Answer:
    if isinstance(rule, AtLeast):
        return True if yes >= rule.count else None if maybe >= rule.count else False
    return True if yes == maybe == rule.count else None if yes <= rule.count <= maybe else False


def answer(rule: Rule, people: dict[str, bool], numbers: dict[str, float]) -> Answer:
    screen = Screen({"it": rule})
    return screen.answers(screen.facts(people, numbers))["it"]


def test_every_operation_has_a_generator() -> None:
    assert set(GENERATORS) == set(OPERATIONS)


@MANY
@given(RULES)
def test_a_sentence_reads_back_as_the_same_rule(rule: Rule) -> None:
    assert read(write(rule)) == rule


@MANY
@given(RULES)
def test_every_rule_can_be_read_aloud(rule: Rule) -> None:
    assert all(one.name.split("_")[0] in read_aloud(rule) for one in walk(rule) if isinstance(one, Feature))


@MANY
@given(RULES, PEOPLE, MEASURED)
def test_the_fast_engine_reads_as_the_textbook_does(
    rule: Rule, people: dict[str, bool], numbers: dict[str, float]
) -> None:
    assert answer(rule, people, numbers) is asked_plainly(rule, people, numbers)


@MANY
@given(RULES, PEOPLE, MEASURED, st.data())
def test_knowing_more_never_turns_yes_into_no_without_an_exception(
    rule: Rule, people: dict[str, bool], numbers: dict[str, float], data: st.DataObject
) -> None:
    if not any(isinstance(one, Unless) for one in walk(rule)):
        before = answer(rule, people, numbers)
        after = answer(rule, data.draw(PEOPLE) | people, numbers)
        assert before is None or after is before


@MANY
@given(RULES, PEOPLE, MEASURED)
def test_the_reasons_of_a_fired_rule_are_enough_to_fire_it(
    rule: Rule, people: dict[str, bool], numbers: dict[str, float]
) -> None:
    for because in Screen({"it": rule}).run(people, numbers).values():
        told = {name: value for name, value in because.items() if name in people}
        assert told.items() <= people.items()
        if not any(isinstance(one, Not | Exactly | Unless) for one in walk(rule)):
            assert answer(rule, told, {name: because[name] for name in because if name in numbers}) is True


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
def test_a_number_that_is_none_is_refused(value: float) -> None:
    with pytest.raises(RecordError):
        answer(read("age >= 60"), {}, {"age": value})
