"""The rule language: what it reads, what it refuses and how it sounds."""

from __future__ import annotations

import pytest

from ladderback.evidence import book
from ladderback.rules import read, read_aloud, write
from ladderback.rules.check import check
from ladderback.rules.one import Screen
from ladderback.rules.values import AllOf, AnyOf, Feature, Number, Unless
from ladderback.terms.errors import KnowledgeError

A, B, C = Feature("a"), Feature("b"), Feature("c")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("a or b and c", AnyOf((A, AllOf((B, C))))),
        ("a and b unless c", Unless(AllOf((A, B)), C)),
        ("a and (b unless c)", AllOf((A, Unless(B, C)))),
        ("glucose_mmol_l < 3.9", Number("glucose_mmol_l", "<", 3.9)),
        ("  any(a,\n b)  ", AnyOf((A, B))),
    ],
)
def test_reads(text: str, rule: object) -> None:
    assert read(text) == rule


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("any(a,, b)", "word 5"),
        ("a and", "end of the sentence"),
        ("age > x", "a number"),
        ("a b", "and, or, unless"),
        ("duration_days == 4", "letter 14"),
        ("at_least(3, a, b)", "count from 1 to 2"),
        ("at_least(two, a, b)", "whole number"),
        ("", "end of the sentence"),
        ("not_closed(a", "end of the sentence"),
    ],
)
def test_refuses_and_says_where(text: str, says: str) -> None:
    with pytest.raises(KnowledgeError, match=says):
        read(text, "X.toml")


def test_is_read_out_with_the_words_given() -> None:
    rule = read("saddle_numbness unless stable")
    assert read_aloud(rule, {"saddle_numbness": "numb between the legs"}) == "numb between the legs; unless stable"


def test_every_rule_of_the_book_reads_writes_and_is_said() -> None:
    assert check(book()) == []
    for record in book().red_flag_rules.values():
        rule = read(record.when)
        assert read(write(rule)) == rule
        assert read_aloud(rule)


def test_a_fired_rule_keeps_the_facts_that_made_it_so() -> None:
    screen = Screen({"A": read("(a and b) or (c and age >= 60)"), "B": read("not a")})
    assert screen.run({"a": False, "b": True, "c": True}, {"age": 61}) == {
        "A": {"c": True, "age": 61},
        "B": {"a": False},
    }


def test_an_unasked_exception_does_not_relieve() -> None:
    screen = Screen({"A": read("a unless b")})
    assert list(screen.run({"a": True}, {})) == ["A"]
    assert list(screen.run({"a": True, "b": True}, {})) == []
