"""What may be chosen in a week: each exercise with each dose it may have, and the points that come with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from ladderback.evidence.exercises import Exercise
from ladderback.planner.brief import Brief
from ladderback.planner.candidates import in_sessions
from ladderback.planner.points import standing_points
from ladderback.planner.problem import Choice
from ladderback.programme.dosing import Amount, Caps, first_amount, fits, kept_amount, next_amount, towards
from ladderback.programme.limits import WeekLimits, row_touches
from ladderback.programme.phases import LAST_STAGE
from ladderback.programme.prescribing import minutes_in_session
from ladderback.programme.why import goes

WEEKS_AHEAD = 4
TENTHS = 10  # of a minute: whole numbers for the solver


class Course(Struct, kw_only=True):
    """What has been trained so far, and whether the week before had time for everything in every session.

    `places`: the highest rung of each ladder that was trained, by task; `weeks_on`: weeks of each rung.
    """

    amounts: dict[str, Amount] = field(default_factory=dict)
    running: dict[str, int] = field(default_factory=dict)
    trained: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    worked: dict[str, int] = field(default_factory=dict)
    moved: dict[str, int] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    places: dict[str, int] = field(default_factory=dict)
    weeks_on: dict[str, int] = field(default_factory=dict)
    before: frozenset[str] = frozenset()
    in_time: bool = True


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


class Rungs(Struct, frozen=True, kw_only=True):
    """What the ladders ask of a week: the weight of the rung that an exercise trains [kg], and what is too early."""

    weight: Mapping[str, float] = {}
    ahead: frozenset[str] = frozenset()


NO_RUNGS = Rungs()


def options_for(brief: Brief, here: WeekLimits, course: Course, rungs: Rungs = NO_RUNGS) -> list[Option]:
    """Every choice of the week, in the order of the book."""
    options: list[Option] = []
    for entry in entries_of(brief, here):
        ahead = brief.taste.prefer["lasting"] * _weeks_ahead(brief, here, entry.exercise)
        ahead += brief.taste.prefer["ahead_of_ladder"] if entry.exercise.id in rungs.ahead else 0
        weight = rungs.weight.get(entry.exercise.id)
        asked = entry if weight is None else _to_rung(entry, weight)
        for step, amount in _amounts(brief, course, asked, weight):
            points = ahead + _step_points(brief, here, course, entry.exercise, step)
            options.append(_option(brief, asked, step, amount, points))
    return options


def _to_rung(entry: Entry, weight: float) -> Entry:
    """An exercise that trains a rung: never more weight than the rung, and nothing else can take its place."""
    if entry.exercise.load is None:
        return replace(entry, groups=entry.groups | {f"rung {entry.exercise.id}"})
    caps = replace(entry.caps, load_kg=weight if entry.caps.load_kg is None else min(weight, entry.caps.load_kg))
    first = entry.first and replace(entry.first, load_kg=min(weight, entry.first.load_kg))
    return replace(entry, caps=caps, first=first, groups=entry.groups | {f"rung {entry.exercise.id}"})


def ready_groups(brief: Brief, here: WeekLimits, course: Course) -> dict[str, frozenset[str]]:
    """What the week after will ask for, each with the exercises that may stand in both weeks.

    Why: with two new exercises a week, what is needed next week has to be there in time.
    """
    if here.week >= len(brief.limits) or not brief.limits[here.week].sessions:
        return {}
    then, both = brief.limits[here.week], brief.fitting[here.week] & brief.fitting[here.week - 1]
    groups = {
        f"ready {row.rule_id}": frozenset(name for name in both if row_touches(row, brief.exercise(name)))
        for row in brief.required(then)
        if row.effect == "require_weekly" or row.rule_id not in course.met
    }
    for one in brief.leading(then.week):
        groups[f"ready {one}"] = frozenset(name for name in both if one in brief.exercise(name).targets)
    return {name: members for name, members in groups.items() if members}


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
    if exercise.movement in brief.counted:
        groups.add(f"move {exercise.movement}")
    if exercise.id in brief.taste.goal_exercises:
        groups.add("goal")
        if exercise.stages[0] >= LAST_STAGE - 1:
            groups.add("goal at the end")
    if exercise.movement == "directional" and brief.taste.easing and goes(exercise, brief.taste.easing):
        groups.add("easing")
    return frozenset(groups)


def _amounts(brief: Brief, course: Course, entry: Entry, weight: float | None) -> list[tuple[str, Amount]]:
    """The doses an exercise may have this week: its first, the same again, one step more; the first again if short.

    Args:
        weight: that of the rung it trains [kg]: less than it carried is taken down, more is met by weight first.
    """
    last = course.amounts.get(entry.exercise.id)
    if last is None:
        return [("new", entry.first)] if entry.first is not None else []
    kept = kept_amount(entry.exercise, last, entry.caps, brief.book)
    if weight is not None and kept.load_kg > weight:
        kept = replace(kept, load_kg=weight)
    again = "keep" if entry.exercise.id in course.before else "new"
    doses = [(again, kept)] if fits(kept, entry.caps) else []
    if entry.first is not None and entry.first.load_kg == last.load_kg and brief.short_of_time:
        doses.append((again, replace(entry.first, effort=kept.effort)))
    if again == "keep":
        grown = towards(entry.exercise, last, entry.caps, brief.book) if weight is not None else None
        grown = grown or next_amount(entry.exercise, kept, entry.caps, brief.book)
        doses += [("grow", grown)] if grown is not None else []
    return doses


def _option(brief: Brief, entry: Entry, step: str, amount: Amount, points: int) -> Option:
    exercise, minutes = entry.exercise, entry.minutes
    if amount is not entry.first:
        minutes = minutes_in_session(exercise, amount, brief.weak_side(exercise), brief.book)
    choice = Choice(
        exercise=exercise.id,
        step=step,
        minutes=round(minutes * TENTHS),
        points=entry.points + points + round(brief.taste.prefer["long_item"] * minutes),
        session_points=entry.session_points,
        new=step == "new",
    )
    return Option(exercise=exercise, amount=amount, choice=choice, groups=entry.groups)


def _step_points(brief: Brief, here: WeekLimits, course: Course, exercise: Exercise, step: str) -> int:
    """Points for staying, growing or coming in."""
    prefer = brief.taste.prefer
    if step == "new":
        return prefer["new_one"] + _place_in_chain(brief, here, course, exercise)
    beyond = course.running.get(exercise.id, 0) - brief.number("keep_weeks")
    points = prefer["keep"] if step == "grow" or beyond < 0 else 0
    return points + prefer["keep_long"] * max(0, beyond) + (prefer["next_step"] if step == "grow" else 0)


def _place_in_chain(brief: Brief, here: WeekLimits, course: Course, exercise: Exercise) -> int:
    """Points for coming in when the easier neighbour is ready; costs for skipping it or for falling back."""
    prefer, ready = brief.taste.prefer, brief.number("harder_after_weeks")
    points = 0
    if any(course.trained.get(easier, 0) >= ready for easier in exercise.easier):
        points += prefer["harder_neighbour"]
    elif any(easier in brief.fitting[here.week - 1] for easier in exercise.easier):
        own_step = exercise.id in brief.taste.goal_exercises and not _heavier(brief, exercise)
        points += 0 if own_step else prefer["skips_easier"]
    if any(course.trained.get(harder, 0) for harder in exercise.harder):
        points += prefer["easier_again"]
    return points


def _heavier(brief: Brief, exercise: Exercise) -> bool:
    """Says whether an exercise loads the spine more than its easier neighbour."""
    return any(exercise.load_class > brief.exercise(easier).load_class for easier in exercise.easier)


def _weeks_ahead(brief: Brief, here: WeekLimits, exercise: Exercise) -> int:
    count = 0
    for allowed in brief.fitting[here.week : here.week + WEEKS_AHEAD]:
        if exercise.id not in allowed:
            break
        count += 1
    return count
