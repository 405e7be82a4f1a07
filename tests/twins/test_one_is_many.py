"""The engine for one person and the engine for a million give the same answers, also where nothing was asked."""

from __future__ import annotations

import random

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_making import RULES

from ladderback.rules import Rule, many
from ladderback.rules.one import Screen
from ladderback.rules.values import Feature, Number, features_of, walk
from ladderback.triage.known import screen

Column = list[bool | None] | list[float | None]


def made_up_people(rules: dict[str, Rule], count: int, seed: int) -> dict[str, Column]:
    """Columns of answers: a third yes, a third no, a third not asked; numbers on, beside and far from each limit."""
    draw = random.Random(seed)
    atoms = [one for rule in rules.values() for one in walk(rule)]
    features = sorted({one.name for one in atoms if isinstance(one, Feature)})
    limits: dict[str, set[float]] = {}
    for one in atoms:
        if isinstance(one, Number):
            limits.setdefault(one.name, set()).update((one.limit - 1, one.limit, one.limit + 0.5))
    people: dict[str, Column] = {name: draw.choices((True, False, None), k=count) for name in features}
    people |= {name: draw.choices((*sorted(values), None), k=count) for name, values in sorted(limits.items())}
    return people


def compared(rules: dict[str, Rule], people: dict[str, Column], count: int) -> None:
    """Runs both engines and compares every answer of every person."""
    table = pl.DataFrame(people, schema={name: _kind(name, rules) for name in people})
    answers = many.answers(table, rules)
    one = Screen(rules)
    features = {name for rule in rules.values() for name in features_of(rule)}
    for row, person in zip(answers.iter_rows(named=True), table.iter_rows(named=True), strict=True):
        told = {name: person[name] for name in features}
        numbers = {name: value for name, value in person.items() if name not in features}
        assert one.answers(one.facts(told, numbers)) == row
    assert answers.height == count


def _kind(name: str, rules: dict[str, Rule]) -> type[pl.DataType]:
    numbers = {one.name for rule in rules.values() for one in walk(rule) if isinstance(one, Number)}
    return pl.Float64 if name in numbers else pl.Boolean


def test_all_red_flags_agree_on_made_up_people() -> None:
    rules = screen().rules
    compared(rules, made_up_people(rules, 1_500, seed=1), 1_500)


@settings(max_examples=40, deadline=None)
@given(st.data(), st.integers(0, 2**32))
def test_any_rules_agree(data: st.DataObject, seed: int) -> None:
    rules = {f"R{place}": rule for place, rule in enumerate(data.draw(st.lists(RULES, min_size=1, max_size=4)))}
    people = made_up_people(rules, 40, seed)
    compared(rules, people, 40)


@pytest.mark.slow
@pytest.mark.parametrize("part", range(20))
def test_all_red_flags_agree_on_a_million_people(part: int) -> None:
    rules = screen().rules
    compared(rules, made_up_people(rules, 50_000, seed=100 + part), 50_000)
