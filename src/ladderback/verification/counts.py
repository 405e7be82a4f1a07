"""Looks at sessions and weeks: how many, how long, how much is new, one step at a time, both sides."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec.structs import replace

from ladderback.evidence.exercises import Exercise
from ladderback.verification.items import strong_targets
from ladderback.verification.kinds import violation
from ladderback.verification.shelf import minutes_of
from ladderback.verification.values import Violation
from ladderback.verification.weeks import AnyItem, AnySession, Seen, Week, items_of

GROWS = ("load_kg", "sets", "reps", "hold_s", "duration_minutes", "distance_m")
Amounts = dict[str, float]


def look(seen: Seen) -> Iterator[Violation]:
    """Looks at every session and every week, then from each week to the next."""
    last: dict[str, Amounts] = {}
    for week in seen.weeks:
        yield from _sessions(seen, week)
        yield from _week(seen, week)
        yield from _sides(seen, week)
        amounts = most_of_each(week)
        for name in sorted(amounts):
            exercise = seen.shelf.exercises.get(name)
            if exercise is not None:
                yield from _steps(seen, exercise, last.get(name), amounts[name], f"week {week.number}")
        last |= amounts


def counted_minutes(seen: Seen, item: AnyItem) -> float:
    """Minutes of an item counted anew from its dose [min]; what cannot be counted is what was stated."""
    known = seen.minutes.get(item)
    if known is None:
        known = seen.minutes[item] = _counted(seen, item)
    return known


def _counted(seen: Seen, item: AnyItem) -> float:
    exercise = seen.shelf.exercises.get(item.exercise)
    if exercise is None or not all(
        map(_sane, (item.sets, item.reps, item.hold_s, item.duration_minutes, item.distance_m))
    ):
        return item.minutes if item.minutes is not None and math.isfinite(item.minutes) else 0.0
    return minutes_of(
        exercise,
        seen.shelf.numbers,
        sets=item.sets,
        reps=item.reps,
        hold_s=item.hold_s,
        minutes=item.duration_minutes,
        metres=item.distance_m,
        rest_s=exercise.dose.rest_s if item.rest_s is None else item.rest_s,
        both_sides=exercise.sided and both_in_turn(exercise, item),
    )


def both_in_turn(exercise: Exercise, item: AnyItem) -> bool:
    """Whether one item is done on both sides; a plan that does not say follows the record."""
    return item.side is None and (exercise.sided if item.each_side is None else item.each_side)


def most_of_each(week: Week) -> dict[str, Amounts]:
    """For each exercise of a week the highest load, sets, repetitions, hold, minutes and metres."""
    found: dict[str, Amounts] = {}
    for item in week.items:
        amounts = found.setdefault(item.exercise, dict.fromkeys(GROWS, 0.0))
        for name in GROWS:
            value = getattr(item, name)
            if value is not None and value > amounts[name]:
                amounts[name] = value
    return found


def _sane(value: float | None) -> bool:
    return value is None or (math.isfinite(value) and value >= 0)


def _sessions(seen: Seen, week: Week) -> Iterator[Violation]:
    """Looks at the sessions of a week; two that are alike are looked at once."""
    met: dict[tuple[object, ...], list[Violation]] = {}
    for session in week.sessions:
        alike = (session.minutes, items_of(session))
        if alike not in met:
            met[alike] = list(_session(seen, week, session))
        where = f"week {week.number} session {session.session}"
        yield from (replace(one, where=where + one.where) for one in met[alike])


def _session(seen: Seen, week: Week, session: AnySession) -> Iterator[Violation]:
    """What is said about one session; `where` is what follows its week and number."""
    different = {item.exercise for item in items_of(session)}
    least, most = int(seen.shelf.numbers["items_least"]), seen.most_exercises
    if len(different) < least and (not session.items or _could_have(seen, week, least)):
        yield violation("too_few", "", "items_least", f"{len(different)} exercises, at least {least}")
    if len(different) > most:
        yield violation("too_many", "", "exercises_most", f"{len(different)} exercises, at most {most}")
    yield from _twice(session)
    counted = 0.0
    for number, item in enumerate(items_of(session), 1):
        minutes = counted_minutes(seen, item)
        counted += minutes
        if item.minutes is not None:
            yield from _stated(seen, item.minutes, minutes, 1, f" item {number}")
    if session.minutes is not None:
        yield from _stated(seen, session.minutes, counted, max(1, len(session.items)), "")
    there = seen.record.means.minutes_per_session if seen.record.means else math.inf
    longest = max(counted, session.minutes or 0.0)
    if longest > there + 0.01:
        yield violation("time", "", "minutes_per_session", f"{longest:.1f} minutes, {there:g} there are")


def _could_have(seen: Seen, week: Week, least: int) -> bool:
    able = [one for one in week.possible if not strong_targets(seen, seen.shelf.exercises[one])]
    there = seen.record.means.minutes_per_session if seen.record.means else 0.0
    return len(able) >= least and sum(sorted(seen.shelf.smallest[one] for one in able)[:least]) <= there


def _stated(seen: Seen, stated: float, counted: float, items: int, where: str) -> Iterator[Violation]:
    low = counted - seen.shelf.numbers["minutes_rounding"] * items
    high = counted + seen.shelf.numbers["minutes_generous"] * items
    if not low <= stated <= high:
        said = f"{stated:g} minutes are stated, {counted:.1f} are counted"
        yield violation("minutes_stated", where, "minutes_rounding", said)


def _twice(session: AnySession) -> Iterator[Violation]:
    met: set[tuple[str, str]] = set()
    for number, item in enumerate(items_of(session), 1):
        sides = {(item.exercise, side) for side in ((item.side,) if item.side else ("left", "right"))}
        if met & sides:
            yield violation("duplicate_item", f" item {number}", item.exercise, "stands twice in the session")
        met |= sides


def _week(seen: Seen, week: Week) -> Iterator[Violation]:
    where, numbers = f"week {week.number}", seen.shelf.numbers
    if len(week.exercises) > seen.most_exercises:
        said = f"{len(week.exercises)} different exercises, at most {seen.most_exercises}"
        yield violation("too_many_different", where, "exercises_most", said)
    new = week.exercises - week.before
    if week.number > 1 and len(new) > numbers["new_most"]:
        said = f"{len(new)} new exercises ({', '.join(sorted(new))}), at most {numbers['new_most']:g}"
        yield violation("too_many_new", where, "new_most", said)
    means = seen.record.means
    if means and len(week.sessions) > means.sessions_per_week:
        said = f"{len(week.sessions)} sessions, {means.sessions_per_week} there are"
        yield violation("too_many_sessions", where, "sessions_per_week", said)
    if week.trains and not week.sessions and _could_have(seen, week, int(numbers["items_least"])):
        yield violation("no_sessions", where, "sessions_per_week", "no session, although exercises are possible")
    if sorted(one.session for one in week.sessions) != list(range(1, len(week.sessions) + 1)):
        yield violation("numbering", where, "session", "sessions are not numbered 1, 2, 3")


def _sides(seen: Seen, week: Week) -> Iterator[Violation]:
    met: dict[str, set[str]] = {}
    for item in week.items:
        exercise = seen.shelf.exercises.get(item.exercise)
        if exercise is not None:
            if not exercise.sided and (item.side or item.each_side):
                said = f"{exercise.id}: both sides work together in this exercise"
                yield violation("side_wrong", f"week {week.number}", exercise.id, said)
            if exercise.sided:
                both = both_in_turn(exercise, item)
                met.setdefault(exercise.id, set()).update(("left", "right") if both else (item.side or "",))
    for name in sorted(met):
        missing = [side for side in ("left", "right") if side not in met[name]]
        if missing:
            said = f"{name} does not train the {' and the '.join(missing)} side"
            yield violation("side_missing", f"week {week.number}", name, said)


def _steps(seen: Seen, exercise: Exercise, last: Amounts | None, now: Amounts, where: str) -> Iterator[Violation]:
    numbers, start = seen.shelf.numbers, exercise.load.start_kg if exercise.load else None
    rounding = numbers["load_rounding_kg"]
    if last is not None and start == 0:
        start = numbers["first_weight_kg"]
    if last is None or last["load_kg"] == 0:
        if start is not None and now["load_kg"] > start + rounding:
            said = f"{exercise.id} starts with {now['load_kg']:g} kg, the record with {start:g} kg"
            yield violation("start_load", where, exercise.id, said)
    elif exercise.load and now["load_kg"] > last["load_kg"] * (1 + exercise.load.step_percent / 100) + rounding:
        percent = exercise.load.step_percent
        said = f"{exercise.id} from {last['load_kg']:g} to {now['load_kg']:g} kg, a step is {percent:g} %"
        yield violation("load_jump", where, exercise.id, said)
    if last is None:
        return
    risen = [name for name in GROWS if now[name] > last[name] + 1e-9]
    if len(risen) > numbers["steps_most"]:
        yield violation("two_steps", where, exercise.id, f"{exercise.id} rises in {' and '.join(risen)}")
