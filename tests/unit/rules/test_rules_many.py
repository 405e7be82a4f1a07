"""The column engine: one expression a rule, no call for each row, nothing that is not a number."""

from __future__ import annotations

import json
import math

import polars as pl
import pytest

from ladderback.evidence import book
from ladderback.rules import many, read
from ladderback.terms.errors import RecordError
from ladderback.triage.known import screen

URGENT = {name: 1 + ("emergency" in rule.urgency) for name, rule in book().red_flag_rules.items()}


def test_a_missing_column_is_a_question_nobody_asked() -> None:
    found = many.answers(pl.DataFrame({"a": [True, False, None]}), {"A": read("a and b"), "B": read("a or b")})
    assert found.rows() == [(None, True), (False, None), (None, None)]


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_what_is_no_number_is_refused(value: float) -> None:
    with pytest.raises(RecordError, match="age"):
        many.answers(pl.DataFrame({"age": [50.0, value]}), {"A": read("age >= 60")})


def test_the_highest_rank_wins_and_not_known_is_not_fired() -> None:
    rules = {"low": read("a"), "high": read("b")}
    people = pl.DataFrame({"a": [True, True, None], "b": [None, True, None]})
    assert people.select(many.highest(rules, {"low": 1, "high": 3})).to_series().to_list() == [1, 3, 0]


def test_the_compiled_plan_holds_no_python_call() -> None:
    rules = screen().rules
    empty = many.completed(pl.LazyFrame({"nobody": [None]}), rules.values())
    plan = empty.select(*many.columns(rules), many.highest(rules, URGENT).alias("highest")).explain(optimized=True)
    written = [one.meta.serialize(format="json") for one in many.columns(rules)]
    assert all(word not in plan.lower() for word in ("python", "map_elements", "map_batches", "apply"))
    assert all("AnonymousFunction" not in one and json.loads(one) for one in written)
