"""What may be chosen in a week: each exercise with each dose it may have, and the points that come with it."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct, field

from ladderback.evidence.exercises import Exercise
from ladderback.evidence.limits import Limit
from ladderback.planner.brief import Brief
from ladderback.planner.candidates import in_sessions
from ladderback.planner.points import STRENGTH, standing_points
from ladderback.planner.problem import Choice
from ladderback.programme.dosing import Amount, Caps, first_amount, fits, kept_amount, next_amount
from ladderback.programme.limits import WeekLimits, row_touches
from ladderback.programme.prescribing import minutes_in_session

WEEKS_AHEAD = 4


class Course(Struct, kw_only=True):
    """What has been trained so far."""

    amounts: dict[str, Amount] = field(default_factory=dict)
    running: dict[str, int] = field(default_factory=dict)
    trained: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    worked: dict[str, int] = field(default_factory=dict)
    moved: dict[str, int] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    before: frozenset[str] = frozenset()


class Entry(Struct, frozen=True, kw_only=True):
    """An exercise as every week with the same rules sees it: its caps, first dose, points and groups."""

    exercise: Exercise
    caps: Caps
    first: Amount | None
    minutes: float
    points: int
    session_points: int
    groups: frozenset[str]


class Option(Struct, frozen=True, kw_only=True):
    """A choice with what stands behind it."""

    exercise: Exercise
    amount: Amount
    choice: Choice
    groups: frozenset[str]


def options_for(brief: Brief, here: WeekLimits, course: Course) -> list[Option]:
    """Every choice of the week, in the order of the book."""
    rows = brief.required(brief.limits[here.week]) if here.week < len(brief.limits) else []
    options: list[Option] = []
    for entry in entries_of(brief, here):
        ahead = brief.taste.prefer["lasting"] * _weeks_ahead(brief, here, entry.exercise)
        ahead += brief.taste.prefer["row_next_week"] * _rows_ahead(brief, here, entry.exercise, rows)
        for step, amount in _amounts(brief, course, entry):
            options.append(_option(brief, course, entry, step, amount, ahead))
    return options


def entries_of(brief: Brief, here: WeekLimits) -> tuple[Entry, ...]:
    """The exercises that may stand in a session of the week; weeks with the same rules share them."""
    key = (here.stage, here.load_class, tuple(row.rule_id for row in here.rows), tuple(ban.rule for ban in here.bans))
    if key not in brief.entries:
        allowed, formulation = brief.fitting[here.week - 1], brief.person.formulation
        brief.entries[key] = tuple(
            _entry(brief, here, one)
            for one in brief.book.exercises.values()
            if one.id in allowed and in_sessions(one, here, formulation, brief.taste.easing)
        )
    found: tuple[Entry, ...] = brief.entries[key]
    return found


def _entry(brief: Brief, here: WeekLimits, exercise: Exercise) -> Entry:
    caps = brief.caps(exercise, here)
    first = first_amount(exercise, caps, brief.book)
    often = exercise.load is not None and brief.means.sessions_per_week > brief.number("loaded_days_most")
    return Entry(
        exercise=exercise,
        caps=caps,
        first=first if fits(first, caps) else None,
        minutes=minutes_in_session(exercise, first, brief.weak_side(exercise), brief.book),
        points=standing_points(exercise, here.stage, brief.taste),
        session_points=brief.taste.prefer["loaded_too_often" if often else "in_each_session"],
        groups=_groups(brief, here, exercise),
    )


def _groups(brief: Brief, here: WeekLimits, exercise: Exercise) -> frozenset[str]:
    """Everything that sets an exercise apart from another one, for the comparison of candidates."""
    groups = {f"work {name}" for name in brief.trains if name in exercise.targets}
    groups |= {f"row {row.rule_id}" for row in brief.required(here) if row_touches(row, exercise)}
    groups |= {f"without {piece}" for piece in brief.kit if piece not in brief.pieces[exercise.id]}
    if exercise.movement in STRENGTH or exercise.movement == "balance":
        groups.add(f"move {exercise.movement}")
    return frozenset(groups)


def _amounts(brief: Brief, course: Course, entry: Entry) -> list[tuple[str, Amount]]:
    """The doses that an exercise may have this week: its first, the same again, or one step more."""
    last = course.amounts.get(entry.exercise.id)
    if last is None:
        return [("new", entry.first)] if entry.first is not None else []
    kept = kept_amount(entry.exercise, last, entry.caps, brief.book)
    if not fits(kept, entry.caps):
        return []
    if entry.exercise.id not in course.before:
        return [("new", kept)]
    grown = next_amount(entry.exercise, last, entry.caps, brief.book)
    return [("keep", kept)] if grown is None else [("keep", kept), ("grow", grown)]


def _option(brief: Brief, course: Course, entry: Entry, step: str, amount: Amount, ahead: int) -> Option:
    exercise, minutes = entry.exercise, entry.minutes
    if amount is not entry.first:
        minutes = minutes_in_session(exercise, amount, brief.weak_side(exercise), brief.book)
    points = entry.points + ahead + round(brief.taste.prefer["long_item"] * minutes)
    choice = Choice(
        exercise=exercise.id,
        step=step,
        minutes=round(minutes * 2),
        points=points + _step_points(brief, course, exercise, step),
        session_points=entry.session_points,
        new=step == "new",
    )
    return Option(exercise=exercise, amount=amount, choice=choice, groups=entry.groups)


def _step_points(brief: Brief, course: Course, exercise: Exercise, step: str) -> int:
    """Points for staying, growing or coming in."""
    prefer = brief.taste.prefer
    if step == "new":
        ready = brief.number("harder_after_weeks")
        grown = any(course.trained.get(easier, 0) >= ready for easier in exercise.easier)
        return prefer["new_one"] + (prefer["harder_neighbour"] if grown else 0)
    beyond = course.running.get(exercise.id, 0) - brief.number("keep_weeks")
    points = prefer["keep"] if step == "grow" or beyond < 0 else 0
    return points + prefer["keep_long"] * max(0, beyond) + (prefer["next_step"] if step == "grow" else 0)


def _weeks_ahead(brief: Brief, here: WeekLimits, exercise: Exercise) -> int:
    count = 0
    for allowed in brief.fitting[here.week : here.week + WEEKS_AHEAD]:
        if exercise.id not in allowed:
            break
        count += 1
    return count


def _rows_ahead(brief: Brief, here: WeekLimits, exercise: Exercise, rows: list[Limit]) -> int:
    """Rows of the week to come that this exercise would meet: with two new ones a week it has to be there in time."""
    if not rows or exercise.id not in brief.fitting[here.week]:
        return 0
    return sum(row_touches(row, exercise) for row in rows)
