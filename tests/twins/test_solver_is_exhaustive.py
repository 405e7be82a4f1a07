"""Twin: on small problems the solver finds what an exhaustive search finds, or nothing where there is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ladderback.planner.problem import (
    Choice,
    Cover,
    Crowd,
    Need,
    Picked,
    Piece,
    Standing,
    WeekProblem,
    is_allowed,
    without_dominated,
    worth,
)
from ladderback.planner.solver import solve
from ladderback.planner.weeks import solve_week

POINTS = st.integers(-200, 400)


@st.composite
def groups(draw: st.DrawFn, count: int) -> tuple[int, ...]:
    return tuple(sorted(draw(st.sets(st.integers(0, count - 1), min_size=1, max_size=count))))


@st.composite
def choices(draw: st.DrawFn, least_a_session: int = -20) -> tuple[Choice, ...]:
    """Up to six choices; some exercises have two doses."""
    made = []
    for number in range(draw(st.integers(2, 6))):
        made.append(
            Choice(
                exercise=f"exercise_{number if draw(st.booleans()) else max(0, number - 1)}",
                step=draw(st.sampled_from(["new", "keep", "grow"])),
                minutes=draw(st.integers(10, 90)),
                points=draw(POINTS),
                session_points=draw(st.integers(least_a_session, 30)),
                new=draw(st.booleans()),
            )
        )
    return tuple(made)


@st.composite
def problems(draw: st.DrawFn, least_a_session: int = -20) -> WeekProblem:
    made = draw(choices(least_a_session))
    some = groups(len(made))
    different = draw(st.integers(2, 4))
    first = draw(st.integers(50, 300))
    return WeekProblem(
        choices=made,
        kinds=draw(st.sampled_from([(1,), (3,), (1, 1), (2, 1), (3, 2)])),
        capacity=draw(st.integers(20, 250)),
        least=draw(st.integers(1, 2)),
        most=different,
        different=different,
        new_most=draw(st.sampled_from([None, 1, 2])),
        covers=tuple(
            Cover(name=f"cover {one}", members=draw(some), first=first, second=draw(st.integers(0, first)))
            for one in range(draw(st.integers(0, 3)))
        ),
        needs=tuple(
            Need(name=f"need {one}", members=draw(some), sessions=draw(st.integers(1, 3)), penalty=-draw(POINTS) - 401)
            for one in range(draw(st.integers(0, 2)))
        ),
        pieces=tuple(
            Piece(name=f"piece {one}", members=draw(some), points=-draw(st.integers(1, 90)))
            for one in range(draw(st.integers(0, 2)))
        ),
        crowds=tuple(
            Crowd(name=f"crowd {one}", members=draw(some), most=1, points=-draw(st.integers(1, 300)))
            for one in range(draw(st.integers(0, 2)))
        ),
        short_list=draw(st.sampled_from([None, 1, 2])),
        beyond_points=-draw(st.integers(1, 300)),
    )


def everything(problem: WeekProblem) -> Iterator[Picked]:
    """Every way to fill the week, allowed or not."""
    kinds = range(len(problem.kinds))
    ways = [way for size in (1, *kinds[1:], len(problem.kinds)) for way in combinations(kinds, size)]
    for count in range(len(problem.choices) + 1):
        for chosen in combinations(range(len(problem.choices)), count):
            for placed in product(sorted(set(ways)), repeat=count):
                yield dict(zip(chosen, placed, strict=True))


def best(problem: WeekProblem) -> int | None:
    """What an exhaustive search finds."""
    return max((worth(problem, one) for one in everything(problem) if is_allowed(problem, one)), default=None)


@settings(max_examples=120, deadline=None)
@given(problems())
def test_the_solver_finds_what_an_exhaustive_search_finds(problem: WeekProblem) -> None:
    answer = solve(problem)
    found = None if answer is None else worth(problem, answer.picked)
    assert found == best(problem)
    if answer is not None:
        assert is_allowed(problem, answer.picked)
        assert answer.worth == found
        assert answer.proved


@settings(max_examples=60, deadline=None)
@given(problems(least_a_session=0))
def test_the_easy_way_first_loses_nothing(problem: WeekProblem) -> None:
    (answer, _), straight = solve_week(problem, frozenset()), solve(problem)
    assert (answer is None) == (straight is None)
    if answer is not None and straight is not None:
        assert is_allowed(problem, answer.picked)
        assert worth(problem, answer.picked) == straight.worth


@settings(max_examples=80, deadline=None)
@given(problems(), st.integers(-90, 0))
def test_leaving_out_what_is_dominated_loses_nothing(problem: WeekProblem, piece_points: int) -> None:
    """For problems without crowds; every cover and need marks its members."""
    pieces = tuple(replace(one, points=piece_points) for one in problem.pieces)
    plain = replace(problem, crowds=(), short_list=None, pieces=pieces)
    standings = [
        Standing(
            choice=one,
            groups=frozenset(group.name for group in (*plain.covers, *plain.needs) if place in group.members),
            pieces=frozenset(piece.name for piece in pieces if place in piece.members),
        )
        for place, one in enumerate(plain.choices)
    ]
    kept = without_dominated(standings, plain.new_most or plain.different, piece_points, clock=True)
    assert best(only(plain, kept)) == best(plain)


def only(problem: WeekProblem, kept: list[int]) -> WeekProblem:
    """The problem with some of its choices."""
    place = {old: new for new, old in enumerate(kept)}

    def inside(members: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(place[one] for one in members if one in place)

    return replace(
        problem,
        choices=tuple(problem.choices[one] for one in kept),
        covers=tuple(replace(one, members=inside(one.members)) for one in problem.covers),
        needs=tuple(replace(one, members=inside(one.members)) for one in problem.needs),
        pieces=tuple(replace(one, members=inside(one.members)) for one in problem.pieces),
    )


@settings(max_examples=20, deadline=None)
@given(problems())
def test_the_same_problem_has_the_same_answer(problem: WeekProblem) -> None:
    assert solve(problem) == solve(problem)
