"""What `book check` says of dosing numbers, preferences and steps of life tasks that are not in order."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from ladderback.evidence import Book, book
from ladderback.evidence.checks import dosing

ENGINE = Path(__file__).resolve().parents[3] / "src" / "ladderback"


def with_row(table: str, name: str, **cells: str) -> Book:
    """The book with some cells of one row of a table changed."""
    rows = book().tables[table]
    changed = rows | {name: replace(rows[name], cells=rows[name].cells | cells)}
    return replace(book(), tables=book().tables | {table: changed})


def with_number(key: str, **changes: Any) -> Book:
    """The book with one dosing number changed."""
    numbers = book().dosing_numbers
    return replace(book(), dosing_numbers=numbers | {key: replace(numbers[key], **changes)})


def test_the_book_is_in_order() -> None:
    assert dosing.check(book()) == []


BROKEN = [
    (with_number("reps_step", dose_id="D99"), "there is no dosing fact D99"),
    (with_number("reps_step", value=float("inf")), "not a number to compute with"),
    (with_number("effort_cap_stage_2", value=9.5), "must not fall from stage to stage"),
    (with_row("preferences", "balance", weight="much"), "is not a whole number of points"),
    (with_row("preferences", "balance", meaning=" "), "nobody says when it counts"),
    (with_row("goal_movements", "walk", exercises="core_situp"), "is no exercise that can be prescribed"),
    (with_row("goal_movements", "walk", movements="hopping"), "is no kind of movement"),
]


@pytest.mark.parametrize(("broken", "said"), BROKEN, ids=[said for _, said in BROKEN])
def test_what_is_not_in_order_is_said(broken: Book, said: str) -> None:
    assert [problem for problem in dosing.check(broken) if said in problem]


def test_every_number_and_every_weight_is_asked_for() -> None:
    code = "\n".join(path.read_text(encoding="utf-8") for path in sorted(ENGINE.rglob("*.py")))
    keys = [*book().dosing_numbers, *book().tables["preferences"]]
    stems = {re.sub(r"_(?:\d|low|moderate|high|at_the_end)$", "", key) for key in keys}
    assert sorted(stem for stem in stems if stem not in code) == []
