"""A rule checks itself when it is built."""

from __future__ import annotations

import math

import pytest

from ladderback.rules import read
from ladderback.rules.values import AllOf, AnyOf, AtLeast, Feature, Not, Number, Unless, features_of, reliefs_of
from ladderback.terms.errors import KnowledgeError

FEVER, AGE = Feature("fever"), Number("age", ">=", 60)


@pytest.mark.parametrize("name", ["Fever", "fe ver", "", "any", "age", "1st"])
def test_a_feature_has_a_plain_name(name: str) -> None:
    with pytest.raises(KnowledgeError):
        Feature(name)


@pytest.mark.parametrize("limit", [math.nan, math.inf, 1e9, 0.00001])
def test_a_limit_is_a_plain_number(limit: float) -> None:
    with pytest.raises(KnowledgeError):
        Number("age", ">=", limit)


def test_an_unknown_number_names_the_nearest() -> None:
    with pytest.raises(KnowledgeError, match="duration_days"):
        Number("duration_day", ">=", 3)


@pytest.mark.parametrize("count", [0, 3, -1])
def test_a_count_fits_its_parts(count: int) -> None:
    with pytest.raises(KnowledgeError):
        AtLeast(count, (FEVER, AGE))


@pytest.mark.parametrize("kind", [AnyOf, AllOf])
def test_a_list_is_not_empty(kind: type[AnyOf] | type[AllOf]) -> None:
    with pytest.raises(KnowledgeError):
        kind(())


def test_an_exception_is_a_plain_yes() -> None:
    with pytest.raises(KnowledgeError):
        Unless(FEVER, Not(AGE))


def test_a_rule_knows_what_it_asks_and_what_relieves_it() -> None:
    rule = read("any(fever, rigors) and age >= 60 unless any(pregnant, fever)")
    assert features_of(rule) == ("fever", "rigors", "pregnant")
    assert reliefs_of(rule) == ("pregnant", "fever")
