"""Aerobic work beyond walking, for those whose stamina, weight, sitting or condition asks for it."""

from __future__ import annotations

from ladderback.evidence.book import Book
from ladderback.evidence.exercises import Exercise
from ladderback.formulation.values import Formulation
from ladderback.intake.values import IntakeRecord
from ladderback.programme.limits import WeekLimits, row_touches
from ladderback.programme.values import Aerobic

ASKS_FOR_IT = ("aerobic_capacity", "body_mass")
# Kindest first: the first one that the week allows and the kit offers is taken.
WALKS = ("car_walk_brisk", "car_walk")
SEATED_FIRST = ("car_bike_rec", "car_bike_up", "car_pool_walk", "car_elliptical", "car_nordic", "car_swim", *WALKS)
STANDING_FIRST = ("car_elliptical", "car_bike_up", "car_nordic", "car_bike_rec", "car_pool_walk", "car_stair", *WALKS)


def aerobic_plan(
    record: IntakeRecord,
    formulation: Formulation,
    limits: tuple[WeekLimits, ...],
    fitting: tuple[frozenset[str], ...],
    book: Book,
) -> tuple[Aerobic, ...]:
    """Lays out aerobic work week by week.

    Args:
        fitting: for each week the exercises that limits, stage and equipment leave.
    """
    reason = why_aerobic(record, formulation, limits, book)
    if reason is None:
        return ()
    planned: list[Aerobic] = []
    minutes = book.number("aerobic_start_minutes")
    for here, allowed in zip(limits, fitting, strict=True):
        exercise = _choice(record, here, allowed, book)
        if exercise is None:
            continue
        if planned:
            minutes = min(book.number("aerobic_goal_minutes"), minutes + book.number("aerobic_step_minutes"))
        effort = min(book.number("effort_aerobic"), here.effort_cap(exercise))
        times = int(book.number("aerobic_times_goal" if here.stage >= 3 else "aerobic_times"))
        least = exercise.dose.minutes[0] if exercise.dose.minutes else minutes
        most = exercise.dose.minutes[1] if exercise.dose.minutes else minutes
        planned.append(
            Aerobic(
                week=here.week,
                exercise=exercise.id,
                minutes=max(least, min(most, minutes)),
                times_per_week=times,
                effort_rpe=effort,
                why=reason,
            )
        )
    return tuple(planned)


def why_aerobic(
    record: IntakeRecord, formulation: Formulation, limits: tuple[WeekLimits, ...], book: Book
) -> str | None:
    """The reason for aerobic work beyond walking, or None when there is none."""
    for one in formulation.contributors:
        if one.contributor in ASKS_FOR_IT and one.for_:
            return one.for_[0]
    says = book.letter("programme")["aerobic"]
    if any(goal.task == "body_mass" for goal in record.goals):
        return str(says["weight"])
    bikes = [book.exercises[name] for name in SEATED_FIRST if name not in WALKS]
    asked = [row for here in limits for row in here.rows if row.effect.startswith("require") and row.effect_tags]
    for row in asked:
        if any(row_touches(row, bike) for bike in bikes):
            return row.say
    return None


def _choice(record: IntakeRecord, here: WeekLimits, allowed: frozenset[str], book: Book) -> Exercise | None:
    upright_hurts = record.movements.get("walking") == "worse" or record.movements.get("standing") == "worse"
    order = STANDING_FIRST if record.movements.get("sitting") == "worse" and not upright_hurts else SEATED_FIRST
    asked = [row for row in here.rows if row.effect == "require_weekly"]
    named = [name for row in asked for name in order if row_touches(row, book.exercises[name]) and row.effect_tags]
    for name in (*named, *order):
        if name in allowed:
            return book.exercises[name]
    return None
