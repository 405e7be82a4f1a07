"""The dose of one exercise: it starts low, takes one step a week in one thing, and knows its ceilings."""

from __future__ import annotations

import itertools

import pytest
from msgspec.structs import asdict

from ladderback.evidence import book
from ladderback.programme.dosing import Amount, Caps, first_amount, fits, kept_amount, minutes_of, next_amount

FREE = Caps(stage=3, effort=8)
RANGE = ("sets", "reps", "hold_s", "minutes", "metres", "load_kg")


def course(exercise: str, weeks: int, caps: Caps = FREE) -> list[Amount]:
    """The doses of an exercise that takes a step in every week in which there is one."""
    record = book().exercises[exercise]
    doses = [first_amount(record, caps, book())]
    for _ in range(weeks - 1):
        grown = next_amount(record, doses[-1], caps, book())
        doses.append(grown or kept_amount(record, doses[-1], caps, book()))
    return doses


def short(amount: Amount) -> tuple[int, int | None, int | None, float]:
    return amount.sets, amount.reps, amount.hold_s, amount.load_kg


# exercise, (sets, reps, hold, load) week by week
COURSES = [
    ("leg_squat_bw", [(2, 8, None, 0), (2, 10, None, 0), (2, 12, None, 0), (3, 12, None, 0), (3, 12, None, 0)]),
    ("bal_sls", [(3, 1, 15, 0), (3, 1, 20, 0), (3, 1, 25, 0), (3, 1, 30, 0), (3, 1, 30, 0)]),
    ("core_curlup", [(3, 3, 8, 0), (3, 5, 8, 0), (3, 5, 10, 0), (3, 5, 10, 0)]),
    ("leg_squat", [(3, 8, None, 6), (3, 10, None, 6), (3, 12, None, 6), (3, 12, None, 6.3), (3, 12, None, 6.6)]),
]


@pytest.mark.parametrize(("exercise", "expected"), COURSES)
def test_a_dose_grows_step_by_step(exercise: str, expected: list[tuple[int, int, int, float]]) -> None:
    assert [short(one) for one in course(exercise, len(expected))] == expected


PRESCRIBED = sorted(name for name, one in book().exercises.items() if one.stages)


@pytest.mark.parametrize("exercise", PRESCRIBED)
def test_one_thing_grows_at_a_time_and_stays_in_its_range(exercise: str) -> None:
    doses, dose = course(exercise, 12), book().exercises[exercise].dose
    for before, after in itertools.pairwise(doses):
        changed = [key for key in RANGE if asdict(before)[key] != asdict(after)[key]]
        assert len(changed) <= 1
    assert all(dose.sets[0] <= one.sets <= dose.sets[1] for one in doses)
    assert all(dose.reps is None or dose.reps[0] <= (one.reps or 0) <= dose.reps[1] for one in doses)


@pytest.mark.parametrize("exercise", [name for name in PRESCRIBED if book().exercises[name].load])
def test_a_load_never_rises_by_more_than_its_share(exercise: str) -> None:
    record = book().exercises[exercise]
    assert record.load is not None
    for before, after in zip(course(exercise, 12), course(exercise, 12)[1:], strict=False):
        assert after.load_kg <= before.load_kg * (1 + record.load.step_percent / 100) + 1e-9


def test_loads_wait_for_stage_two() -> None:
    early = Caps(stage=1, effort=4)
    assert {one.load_kg for one in course("carry_front", 8, early)} == {6}


def test_caps_hold() -> None:
    capped = Caps(stage=3, effort=5, hold_s=10, load_kg=6.2)
    assert all(one.load_kg <= 6.2 and one.effort <= 5 for one in course("leg_squat", 10, capped))
    plank = first_amount(book().exercises["leg_wall_sit"], capped, book())
    assert fits(plank, capped)
    assert next_amount(book().exercises["leg_wall_sit"], plank, capped, book()) is None


def test_small_steps_where_a_row_asks_for_them() -> None:
    slow = Caps(stage=3, effort=8, step_percent=5)
    doses = course("calf_single", 6, slow)
    assert [one.reps for one in doses] == [10, 11, 12, 13, 14, 15]
    assert {one.sets for one in doses} == {2}


@pytest.mark.parametrize(("exercise", "effort"), [("mob_open_book", 3), ("hinge_wall", 6), ("leg_squat", 8)])
def test_gentle_work_stays_gentle(exercise: str, effort: float) -> None:
    assert max(one.effort for one in course(exercise, 12)) == effort


# exercise, dose, sides, minutes with set-up and rest
TIMES = [
    ("leg_squat_bw", Amount(sets=2, reps=8, hold_s=None, minutes=None, metres=None, load_kg=0, effort=5), 1, 2.3),
    ("calf_single", Amount(sets=2, reps=10, hold_s=None, minutes=None, metres=None, load_kg=0, effort=5), 2, 4.0),
    ("mob_ham_hinge", Amount(sets=3, reps=1, hold_s=30, minutes=None, metres=None, load_kg=0, effort=3), 2, 4.5),
    ("carry_farmer", Amount(sets=3, reps=None, hold_s=None, minutes=None, metres=20, load_kg=12, effort=6), 1, 5.5),
    ("breath_diaph", Amount(sets=1, reps=None, hold_s=None, minutes=5, metres=None, load_kg=0, effort=2), 1, 5.5),
]


@pytest.mark.parametrize(("exercise", "amount", "sides", "minutes"), TIMES)
def test_minutes_count_set_up_rest_and_both_sides(exercise: str, amount: Amount, sides: int, minutes: float) -> None:
    assert minutes_of(book().exercises[exercise], amount, sides, book()) == minutes
