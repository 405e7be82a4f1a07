"""What the weeks train of each ladder, and for each rung that had to be left out the reason: nothing goes silently."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from ladderback.evidence.exercises import Exercise
from ladderback.evidence.ladders import BEYOND
from ladderback.ladder.values import Ladder, Rung
from ladderback.planner.brief import Brief
from ladderback.planner.candidates import OUTSIDE_SESSIONS, strong_target
from ladderback.planner.options import entries_of
from ladderback.planner.rungs import asked_in, way_of
from ladderback.planner.weeks import PlannedWeek
from ladderback.programme.limits import WeekLimits
from ladderback.programme.values import RungInWeek, RungLeftOut, Walk, WhyLeftOut

Reason = tuple[WhyLeftOut, str]


def walks_on_ladders(brief: Brief, walks: tuple[Walk, ...]) -> tuple[Walk, ...]:
    """The walks with the rung they are, for whoever climbs by walking: the longest that a walk of the week reaches."""
    ladder = next((one for one in brief.ladders if any(_is_walked(brief, rung) for rung in one.rungs)), None)
    if ladder is None:
        return walks
    named, highest = [], -1
    for walk in walks:
        highest = max(highest, _walked_place(brief, ladder, walk))
        named.append(replace(walk, rung=way_of(ladder)[highest].rung) if highest >= 0 else walk)
    return tuple(named)


def _walked_place(brief: Brief, ladder: Ladder, walk: Walk) -> int:
    way = way_of(ladder)
    asked = {one.rung for one in asked_in(brief, ladder, walk.week)}
    top = max((place for place, one in enumerate(way) if one.rung in asked), default=-1)
    reached = (
        place
        for place, one in enumerate(way[: top + 1])
        if _is_walked(brief, one) and one.minutes is not None and one.minutes <= walk.minutes
    )
    return max(reached, default=-1)


def _is_walked(brief: Brief, one: Rung) -> bool:
    """Walking that stands in the walks of the week: the task or a step to it, with empty hands."""
    exercise = brief.book.exercises.get(one.exercise)
    return exercise is not None and exercise.id == "car_walk" and one.kind not in BEYOND


def rungs_of_weeks(brief: Brief, weeks: tuple[PlannedWeek, ...], walks: tuple[Walk, ...]) -> tuple[RungInWeek, ...]:
    """Every rung that a week trains, the weeks in order, by session or by walking."""
    found = [line for week in weeks for line in _in_sessions(brief, week)]
    by_name = {one.rung: (ladder.task, one) for ladder in brief.ladders for one in way_of(ladder)}
    for walk in walks:
        if walk.rung:
            task, one = by_name[walk.rung]
            line = RungInWeek(
                week=walk.week, task=task, rung=one.rung, exercise=one.exercise, where="walking",
                asked=_asked(brief, task, walk.week),
            )  # fmt: skip
            found.append(line)
    return tuple(sorted(found, key=lambda one: (one.week, one.task)))


def _in_sessions(brief: Brief, week: PlannedWeek) -> Iterator[RungInWeek]:
    for aim in week.trained():
        inside = [kind for kind, names in enumerate(week.kinds) if aim.exercise in names]
        numbers = range(1, brief.means.sessions_per_week + 1)
        yield RungInWeek(
            week=week.week, task=aim.task, rung=aim.rung.rung, exercise=aim.exercise, where="sessions",
            sessions=tuple(one for one in numbers if (one - 1) % len(week.kinds) in inside),
            load_kg=week.amounts[aim.exercise].load_kg, asked_kg=aim.rung.load_kg,
            asked=_asked(brief, aim.task, week.week),
        )  # fmt: skip


def _asked(brief: Brief, task: str, week: int) -> str:
    """The rung whose turn it would be in a week by the ladder alone."""
    ladder = next(one for one in brief.ladders if one.task == task)
    return next((one.rung for one in asked_in(brief, ladder, week) if one.purpose == "now"), "")


def rungs_left_out(
    brief: Brief, weeks: tuple[PlannedWeek, ...], rungs: tuple[RungInWeek, ...]
) -> tuple[RungLeftOut, ...]:
    """Each rung whose turn it was and that was not trained in that week, with the first reason, its weeks together."""
    return tuple(line for ladder in brief.ladders for line in _left_out_of(brief, ladder, weeks, rungs))


def _left_out_of(
    brief: Brief, ladder: Ladder, weeks: tuple[PlannedWeek, ...], rungs: tuple[RungInWeek, ...]
) -> Iterator[RungLeftOut]:
    trained = {(one.week, one.rung): one for one in rungs}
    by_name = {one.rung: one for one in way_of(ladder)}
    missed: dict[tuple[str, str], list[tuple[int, Reason]]] = {}
    for week in weeks:
        asked = _asked(brief, ladder.task, week.week)
        if asked and (week.week, asked) not in trained:
            reason = _reason(brief, by_name[asked], week, ladder)
            missed.setdefault((asked, reason[0]), []).append((week.week, reason))
    for (name, _), found in missed.items():
        kind, because = found[0][1]
        numbers = tuple(week for week, _ in found)
        instead = [one.rung for one in rungs if one.task == ladder.task and one.week == numbers[0]]
        yield RungLeftOut(
            task=ladder.task, rung=name, name=by_name[name].name, weeks=numbers, kind=kind, because=because,
            instead=by_name[instead[0]].name if instead else "",
        )  # fmt: skip


def _reason(brief: Brief, one: Rung, week: PlannedWeek, ladder: Ladder) -> Reason:
    """Why a rung is not in the sessions of a week."""
    says: dict[str, Any] = brief.book.letter("programme")["rung_left_out"]
    here, exercise = brief.limits[week.week - 1], brief.book.exercises.get(one.exercise)
    if exercise is None or not exercise.stages:
        return "no_exercise", says["no_exercise"]
    if OUTSIDE_SESSIONS.issuperset(exercise.targets or ("",)):
        return "daily_life", says["daily_life"]
    if exercise.movement == "aerobic":
        return "walking", says["walking_beyond" if one.kind in BEYOND else "walking"]
    shut = _shut(brief, exercise, here, says)
    if shut is not None:
        return shut
    aim = next((aim for aim in week.aims if aim.task == ladder.task and not aim.keeps), None)
    if aim is not None and aim.exercise in week.amounts and aim.rung.rung != one.rung:
        percent = exercise.load.step_percent if exercise.load else 0
        kg = week.amounts[aim.exercise].load_kg
        lighter = kg < aim.rung.load_kg or (aim.exercise == one.exercise and kg < one.load_kg)
        return ("weight", says["weight"].format(percent=f"{percent:g}")) if lighter else ("pace", says["pace"])
    minutes = f"{brief.means.minutes_per_session:g}"
    return "no_room", says["no_room"].format(minutes=minutes, most=brief.different)


def _shut(brief: Brief, exercise: Exercise, here: WeekLimits, says: dict[str, Any]) -> Reason | None:
    """What keeps the exercise of a rung out of a week altogether."""
    if exercise.id not in brief.pieces:
        return "kit", says["kit"].format(pieces=_missing(brief, exercise, says))
    if here.stage not in exercise.stages:
        return "stage", says["stage"]
    ban = here.ban_on(exercise)
    if ban is not None:
        return "limit", says["limit"].format(because=ban.because)
    if exercise.load_class > here.load_class:
        return "irritability", says["irritability"]
    strong = strong_target(exercise, here, brief.person.formulation)
    if strong is not None:
        name = brief.book.letter("contributors").get(strong, {}).get("name", strong.replace("_", " "))
        return "strong", says["strong"].format(what=str(name).lower())
    entry = next((one for one in entries_of(brief, here) if one.exercise.id == exercise.id), None)
    if entry is None or entry.first is None:
        row = next((row for row in here.rows if row.effect.startswith("cap_")), None)
        return "limit", says["limit"].format(because=row.say if row else says["stage"])
    return None


def _missing(brief: Brief, exercise: Exercise, says: dict[str, Any]) -> str:
    """The pieces that are not there, in words."""
    wanted = [any_ for any_ in exercise.equipment if not brief.kit.intersection(any_)]
    told = []
    for any_ in wanted:
        words = [piece.replace("_", " ") for piece in any_[:2]]
        told.append(says["kit_pieces"].format(first=words[0], second=words[1]) if len(words) == 2 else words[0])
    return ", ".join(told)
