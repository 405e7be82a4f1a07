"""The table of the day after, row by row."""

from __future__ import annotations

from typing import Any

import pytest
from day_after_table import TABLE
from logged_people import Row, next_step

from ladderback.progression.values import NextStep

ROWS = [row for rows in TABLE.values() for row in rows]


def seen(step: NextStep, wanted: str, value: Any) -> Any:
    """What the next step says of one thing that a row expects."""
    if wanted == "place":
        return step.week, step.session
    if wanted == "flare":
        return step.flare_up.day if step.flare_up else None
    if wanted in ("offset", "week_of", "load_of"):
        of = {"offset": "offset", "week_of": "as_in_week", "load_of": "load_at_most"}[wanted]
        return {name: getattr(step.levels[name], of) for name in value}
    return getattr(step, wanted)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_next_step(row: Row) -> None:
    step = next_step(row.log, row.on, stage=row.stage, quota=row.quota)
    assert {wanted: seen(step, wanted, value) for wanted, value in row.expect.items()} == row.expect, step.because


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_step_always_says_why(row: Row) -> None:
    step = next_step(row.log, row.on, stage=row.stage, quota=row.quota)
    assert step.because
    assert all(step.because)
    assert step.pain_rule.say
