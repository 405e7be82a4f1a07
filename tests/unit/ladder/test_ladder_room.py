"""The pieces of the ladder: small changes of poses, weights, the cheapest way against all ways, the record's check."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ladderback.evidence import book
from ladderback.evidence.checks.ladders import check
from ladderback.evidence.ladders import Step, Variation
from ladderback.ladder.candidates import Candidate
from ladderback.ladder.choosing import choose, may_follow, price
from ladderback.ladder.numbers import number
from ladderback.ladder.varying import carrying, varied
from ladderback.ladder.weighing import Weighed, round_kg
from ladderback.movements import poses


def test_the_ladders_of_the_book_are_in_order() -> None:
    assert check(book()) == []


def test_a_step_that_differs_in_nothing_is_found() -> None:
    record = book().ladders["walk"]
    twice = replace(record, steps=(*record.steps, replace(record.steps[0], id="again")))
    assert any("differ in no quality" in one for one in check(replace(book(), ladders={"walk": twice})))


def test_a_tired_rung_that_is_heavier_is_found() -> None:
    record = book().ladders["lift_child_from_cot"]
    steps = tuple(replace(one, share=(1.2, 1.2)) if one.kind == "tired" else one for one in record.steps)
    assert any(
        "never another weight" in one for one in check(replace(book(), ladders={"x": replace(record, steps=steps)}))
    )


def test_a_movement_without_poses_is_found() -> None:
    record = book().ladders["walk"]
    steps = tuple(replace(one, movement="no_such") if one.kind == "tired" else one for one in record.steps)
    assert any(
        "no_such has no poses" in one for one in check(replace(book(), ladders={"walk": replace(record, steps=steps)}))
    )


def test_weights_are_shared_as_they_are_authored() -> None:
    held = [sum(one.kg for one in pose.carried) for pose in carrying(poses("hinge_rdl_light"), 9.0)]
    assert held == pytest.approx([9.0, 9.0])


def test_empty_hands_carry_nothing() -> None:
    assert all(pose.carried == () for pose in carrying(poses("hinge_rdl_light"), 0.0))


def test_a_movement_without_weight_gets_one_in_the_hands() -> None:
    assert all(sum(one.kg for one in pose.carried) == 4.0 for pose in carrying(poses("walk"), 4.0))


def test_higher_and_further_move_the_hands_and_less_bend_bends_less() -> None:
    before = poses("pick_up_from_floor")[1]
    after = varied(before, Variation(raise_cm=30.0, further_cm=5.0, bend=0.5))
    moved = [
        (a.by_cm[0] - b.by_cm[0], a.by_cm[2] - b.by_cm[2]) for a, b in zip(after.reaches, before.reaches, strict=True)
    ]
    assert moved == [(5.0, 30.0)]
    assert after.pitch == before.pitch / 2
    assert after.angles["left_knee_flexion"] == before.angles["left_knee_flexion"] / 2


@given(st.floats(0, 200))
def test_weights_can_be_packed(kg: float) -> None:
    packed = round_kg(kg)
    assert abs(packed - kg) <= number("coarse_kg") / 2 + 1e-6
    assert round_kg(packed) == packed


def made(load: int, twist: int, reach: int, kg: int, task: bool = False) -> Candidate:
    step = Step(
        id="task" if task else f"s{load}-{twist}-{reach}-{kg}", name="", movement="", prepares="",
        kind="task" if task else "step", levels={"twist": twist, "reach": reach},
    )  # fmt: skip
    return Candidate(
        step=step, place=0, kg=float(kg), reps=5, minutes=None, load=Weighed(compression=float(load), moment=0, pose=0)
    )


row = st.tuples(st.integers(1000, 2000), st.integers(0, 1), st.integers(0, 1), st.integers(0, 3))
some = st.lists(row, min_size=1, max_size=7, unique=True)


@settings(max_examples=80, deadline=None)
@given(some)
def test_the_chosen_way_is_the_cheapest_of_all_ways(rows: list[tuple[int, int, int, int]]) -> None:
    found = sorted([*(made(*row) for row in rows), made(2050, 1, 1, 3, task=True)], key=lambda one: one.order)
    way = choose(found, "task")
    assert all(may_follow(below, above) for below, above in pairwise(way))
    lines = [line for line in ways(found, way[0]) if all(may_follow(below, above) for below, above in pairwise(line))]
    if len(way) > 1:
        meets = any(one.lifts_and_turns for one in way[:-1])
        fair = [line for line in lines if not meets or any(one.lifts_and_turns for one in line[:-1])]
        assert cost(way) == pytest.approx(min(cost(line) for line in fair))


def ways(found: list[Candidate], first: Candidate) -> list[tuple[Candidate, ...]]:
    """All ways from one candidate to the last, whatever they step over."""
    inner = [one for one in found[:-1] if one.order > first.order]
    return [(first, *middle, found[-1]) for count in range(len(inner) + 1) for middle in combinations(inner, count)]


def cost(line: tuple[Candidate, ...]) -> float:
    return sum(price(below, above) for below, above in pairwise(line))
