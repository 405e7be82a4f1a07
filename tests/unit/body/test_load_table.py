"""The table of loads belongs to these poses and agrees with the exact solve between its nodes."""

from __future__ import annotations

import statistics

import pytest

from ladderback.body import table
from ladderback.body.movement import movement_load
from ladderback.body.values import Build
from ladderback.evidence import book

BETWEEN = (Build(sex="female", stature=1.633, mass=71.4), Build(sex="male", stature=1.811, mass=84.2))


def test_the_table_was_made_from_these_poses_and_numbers() -> None:
    assert table.table() is not None, "poses or numbers of the body have changed: make load-table"


def test_every_exercise_and_life_task_is_in_it() -> None:
    found = table.interpolated(BETWEEN[0])
    assert found is not None
    assert set(book().exercises) <= set(found)
    assert set(book().tables["life_tasks"]) - {"body_mass"} <= set(found)


@pytest.mark.parametrize("build", BETWEEN)
def test_between_its_nodes_it_agrees_with_the_exact_solve(build: Build) -> None:
    found = table.interpolated(build)
    assert found is not None
    off = [abs(found[name].ratio / movement_load(build, name).ratio - 1) for name in sorted(found)[::6]]
    assert statistics.median(off) < 0.005
    assert sum(one > 0.02 for one in off) <= 0.15 * len(off)


@pytest.mark.parametrize(
    "build",
    [
        Build(sex="male", stature=2.05, mass=90.0),
        Build(sex="female", stature=1.60, mass=140.0),
        Build(sex="female", stature=1.60, mass=60.0, waist=0.8),
    ],
)
def test_outside_its_span_it_says_nothing(build: Build) -> None:
    assert table.interpolated(build) is None
