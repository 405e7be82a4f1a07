"""Words everyone shares."""

from __future__ import annotations

import doctest
import importlib

import pytest

from ladderback.terms.errors import RecordError, ScopeError
from ladderback.terms.kleene import all_of, any_of, negated
from ladderback.terms.status import STATUSES, read_status, weakest
from ladderback.terms.words import forbidden_in

WITH_DOCTESTS = ("terms.errors", "terms.status", "terms.kleene", "terms.sides", "terms.words", "cli.terminal",
                 "evidence.checks.references")  # fmt: skip


@pytest.mark.parametrize("name", WITH_DOCTESTS)
def test_examples_in_docstrings_hold(name: str) -> None:
    module = importlib.import_module(f"ladderback.{name}")
    tried = doctest.testmod(module)
    assert tried.attempted
    assert not tried.failed


@pytest.mark.parametrize(
    ("wording", "status"),
    [
        ("verified", "verified"),
        ("Verified (abstract)", "verified"),
        ("verified (secondary source)", "secondary"),
        ("partly verified", "secondary"),
        ("norms for adults from memory; Prather verified", "memory"),
        ("from memory, not verified", "memory"),
        ("verified basis; count ours", "proposal"),
        ("practice", "proposal"),
        ("", "proposal"),
    ],
)
def test_any_wording_maps_to_the_weakest_of_four(wording: str, status: str) -> None:
    assert read_status(wording) == status


def test_weakest_is_never_surer_than_a_part() -> None:
    for first in STATUSES:
        for second in STATUSES:
            assert STATUSES.index(weakest([first, second])) == max(STATUSES.index(first), STATUSES.index(second))


@pytest.mark.parametrize("first", [True, False, None])
@pytest.mark.parametrize("second", [True, False, None])
def test_de_morgan_holds_in_three_values(first: bool | None, second: bool | None) -> None:
    assert negated(any_of([first, second])) == all_of([negated(first), negated(second)])


def test_not_known_is_never_no() -> None:
    assert any_of([None, False]) is None
    assert all_of([None, True]) is None


def test_an_error_says_what_came_what_is_allowed_and_what_to_do() -> None:
    said = str(RecordError(file="a.toml", key="client.age", received=-1, allowed="0 to 120", nearest=None, line=4))
    assert said == "a.toml, line 4, key client.age: received -1; allowed is 0 to 120. Correct it and run again."


def test_a_scope_error_says_who_what_why_not() -> None:
    assert "may not clear a hold: no licence" in str(
        ScopeError(role="trainer", act="clear a hold", because="no licence")
    )


def test_quoted_conditions_are_allowed_and_others_are_not() -> None:
    assert forbidden_in("spinal stenosis, recorded", quoted=("spinal stenosis",)) == []
    assert forbidden_in("You have spinal stenosis and damage") == ["stenosis", "damage"]
