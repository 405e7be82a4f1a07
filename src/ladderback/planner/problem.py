"""The problem of one week as plain data: what may be chosen, what it is worth, and what must hold."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct


class Choice(Struct, frozen=True, kw_only=True):
    """One exercise with one dose. `minutes` in tenths of a minute; `points` once, `session_points` for each session."""

    exercise: str
    step: str
    minutes: int
    points: int
    session_points: int
    new: bool


class Cover(Struct, frozen=True, kw_only=True):
    """Points for the first and for the second choice of a group; a third one adds nothing."""

    name: str
    members: tuple[int, ...]
    first: int
    second: int = 0


class Need(Struct, frozen=True, kw_only=True):
    """A group of which one choice must stand in at least `sessions` sessions; when it cannot, it costs `penalty`."""

    name: str
    members: tuple[int, ...]
    sessions: int
    penalty: int


class Piece(Struct, frozen=True, kw_only=True):
    """A piece of equipment and the choices that need it; it costs points once."""

    name: str
    members: tuple[int, ...]
    points: int


class Crowd(Struct, frozen=True, kw_only=True):
    """A group of which more than `most` choices are too much of the same; each one beyond costs points."""

    name: str
    members: tuple[int, ...]
    most: int
    points: int


class WeekProblem(Struct, frozen=True, kw_only=True):
    """One week. `kinds` holds the number of sessions of each kind of session (A, B); each kind has its own exercises.

    Hard: `least` to `most` exercises and at most `capacity` tenths of a minute in each kind; at most `different`
    exercises and `new_most` new ones in the week; one dose for an exercise.
    """

    choices: tuple[Choice, ...]
    kinds: tuple[int, ...]
    capacity: int
    least: int
    most: int
    different: int
    new_most: int | None
    covers: tuple[Cover, ...] = ()
    needs: tuple[Need, ...] = ()
    pieces: tuple[Piece, ...] = ()
    crowds: tuple[Crowd, ...] = ()
    short_list: int | None = None
    beyond_points: int = 0


Picked = dict[int, tuple[int, ...]]


def is_allowed(problem: WeekProblem, picked: Picked) -> bool:
    """Says whether a choice of exercises for each kind of session keeps everything that is hard."""
    names = [problem.choices[one].exercise for one in picked]
    if len(set(names)) != len(names) or len(names) > problem.different:
        return False
    if problem.new_most is not None and sum(problem.choices[one].new for one in picked) > problem.new_most:
        return False
    for kind in range(len(problem.kinds)):
        here = [one for one, kinds in picked.items() if kind in kinds]
        if not problem.least <= len(here) <= problem.most:
            return False
        if sum(problem.choices[one].minutes for one in here) > problem.capacity:
            return False
    return True


def worth(problem: WeekProblem, picked: Picked) -> int:
    """Points of a week: what the solver makes as large as it can."""
    total = 0
    for one, kinds in picked.items():
        choice = problem.choices[one]
        total += choice.points + choice.session_points * sum(problem.kinds[kind] for kind in kinds)
    for cover in problem.covers:
        count = sum(one in picked for one in cover.members)
        total += (cover.first if count >= 1 else 0) + (cover.second if count >= 2 else 0)
    total += sum(piece.points for piece in problem.pieces if any(one in picked for one in piece.members))
    total += sum(
        crowd.points * max(0, sum(one in picked for one in crowd.members) - crowd.most) for crowd in problem.crowds
    )
    total += sum(need.penalty for need in problem.needs if not is_met(problem, need, picked))
    if problem.short_list is not None:
        total += problem.beyond_points * max(0, len(picked) - problem.short_list)
    return total


def is_met(problem: WeekProblem, need: Need, picked: Picked) -> bool:
    """Says whether enough sessions of the week hold a choice of the group."""
    kinds: set[int] = set()
    for one in need.members:
        kinds.update(picked.get(one, ()))
    return sum(problem.kinds[kind] for kind in kinds) >= need.sessions


class Standing(Struct, frozen=True, kw_only=True):
    """What a choice is compared by: its groups (contributor, movement, row) and the pieces of equipment it needs."""

    choice: Choice
    groups: frozenset[str]
    pieces: frozenset[str]


def without_dominated(standings: Sequence[Standing], keep: int, piece_points: int, clock: bool) -> list[int]:
    """Indices of the choices that are worth looking at.

    A new choice is left out when `keep` other exercises are at least as good in every respect: in points (after paying
    for pieces of equipment that it does not need), in minutes and in every group it belongs to. Why: as no more than
    `keep` new ones fit in a week, one of the better ones is always free to take its place, so no better week is lost
    (crowds are not looked at here: what is proved is proved for the choices that are kept).

    Args:
        keep: how many new exercises fit in the week.
        piece_points: what a further piece of equipment is worth, zero or less.
        clock: minutes count, because not everything fits.
    """
    order = sorted(range(len(standings)), key=lambda one: _rank(standings[one].choice))
    kept: list[int] = []
    for one in order:
        mine = standings[one]
        better: set[str] = set()
        for other in kept if mine.choice.new else ():
            if is_as_good(standings[other], mine, piece_points, clock):
                better.add(standings[other].choice.exercise)
                if len(better) >= keep or mine.choice.exercise in better:
                    break
        if len(better) < keep and mine.choice.exercise not in better:
            kept.append(one)
    return sorted(kept)


def is_as_good(theirs: Standing, mine: Standing, piece_points: int, clock: bool) -> bool:
    """Says whether one new choice may take the place of another without any loss."""
    return (
        theirs.choice.new
        and theirs.groups >= mine.groups
        and (not clock or theirs.choice.minutes <= mine.choice.minutes)
        and theirs.choice.session_points >= mine.choice.session_points
        and theirs.choice.points + piece_points * len(theirs.pieces - mine.pieces) >= mine.choice.points
    )


def _rank(choice: Choice) -> tuple[int, int, str]:
    return -choice.points, choice.minutes, choice.exercise
