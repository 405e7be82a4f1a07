"""Every red flag of the book stands in a table of people, with one who fires it and one who must not."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from people import Person

from ladderback.evidence import book

TABLES = sorted(path.stem for path in Path(__file__).parent.glob("test_red_flags_*.py"))
PEOPLE: tuple[Person, ...] = tuple(one for name in TABLES for one in importlib.import_module(name).PEOPLE)


@pytest.mark.parametrize("rule", sorted(book().red_flag_rules))
def test_somebody_fires_it_and_somebody_does_not(rule: str) -> None:
    says = {one.says for one in PEOPLE if one.rule == rule}
    assert {"yes", "no"} <= says


def test_no_row_speaks_of_a_rule_that_is_gone() -> None:
    assert {one.rule for one in PEOPLE} <= set(book().red_flag_rules)


def test_every_word_in_a_row_is_a_safety_feature() -> None:
    words = {word for one in PEOPLE for word in one.features}
    assert words <= set(book().safety_features)
