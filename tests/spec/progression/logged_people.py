"""One person, one small programme, and the lines of a log in few words: for what comes after a training."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ladderback.evidence import book
from ladderback.formulation.values import Contributor, Formulation
from ladderback.intake.events import CheckIn, DayAfter, Event, SessionNumber, Trained, TrainedItem
from ladderback.intake.values import Client, Episode, IntakeRecord, Means
from ladderback.programme import prescribe
from ladderback.programme.dosing import Caps, first_amount
from ladderback.programme.values import Item, PhaseOfProgramme, Programme, SessionPlan, Walk
from ladderback.progression import advance
from ladderback.progression.values import NextStep

FIRST = date(2026, 11, 1)
WEEKS, SESSIONS = 4, 2
HINGE, DOG, BOX = "hinge_dowel", "core_bd", "leg_box_squat"


class Row(Struct, frozen=True):
    """What the log says, and what the next step has to be. `on` counts days from the first."""

    name: str
    why: str
    log: tuple[Event, ...]
    on: int
    expect: dict[str, Any]
    stage: int = 2
    quota: bool = False


def moment(day: int, hour: int = 8) -> datetime:
    return datetime(FIRST.year, FIRST.month, FIRST.day, hour, tzinfo=UTC) + timedelta(days=day)


@cache
def item(exercise: str, **amount: Any) -> Item:
    record = book().exercises[exercise]
    made = prescribe(record, first_amount(record, Caps(stage=2, effort=6), book()), "why", book())[0]
    return replace(made, **amount)


@cache
def programme(stage: int = 2, weeks: int = WEEKS) -> Programme:
    """Three exercises; repetitions and load rise by a little every week."""
    sessions = tuple(
        SessionPlan(
            week=week,
            session=number,
            minutes=20,
            items=(
                item(HINGE, sets=2, reps=7 + week),
                item(DOG, sets=2, reps=4 + week, hold_s=8),
                item(BOX, sets=2, reps=8, load_kg=10.0 + week / 2),
            ),
        )
        for week in range(1, weeks + 1)
        for number in range(1, SESSIONS + 1)
    )
    phase = PhaseOfProgramme(from_week=1, to_week=weeks, stage_number=stage, aim="", passes_when="")
    walking = tuple(Walk(week=week, minutes=15, times_per_week=5) for week in range(1, weeks + 1))
    return Programme(weeks=weeks, phases=(phase,), sessions=sessions, walking=walking)


@cache
def alternating(stage: int = 2) -> Programme:
    """The same programme with two exercises a session: the hinge in the first, the bird dog in the second."""
    left_out = {1: DOG, 2: HINGE}
    plan = programme(stage)
    sessions = tuple(
        replace(one, items=tuple(each for each in one.items if each.exercise != left_out[one.session]))
        for one in plan.sessions
    )
    return replace(plan, sessions=sessions)


def formulation(stage: int = 2, quota: bool = False, contributors: tuple[Contributor, ...] = ()) -> Formulation:
    return Formulation(
        pattern="flexion",
        directional_preference="unknown",
        stage="movement_control",
        stage_number=stage,
        irritability="low",
        phase="chronic" if quota else "subacute",
        psychosocial_risk="high" if quota else "low",
        contributors=contributors,
        next_best=(),
        time_contingent=quota,
    )


def person(**episode: Any) -> IntakeRecord:
    told = Episode(**({"pain_average": 2, "pain_now": 2, "sites": ("low_back",)} | episode))
    means = Means(place="home", supervised=False, sessions_per_week=SESSIONS, minutes_per_session=20)
    return IntakeRecord(taken_on=FIRST, on=FIRST, client=Client(age=44, sex="female"), episode=told, means=means)


def done(asked: Sequence[Item], pain: float | None = 1, **changed: Any) -> tuple[TrainedItem, ...]:
    """Everything done as asked."""
    return tuple(
        TrainedItem(
            **(
                {
                    "exercise": one.exercise,
                    "side": one.side,
                    "reps": (one.reps,) * one.sets if one.reps else None,
                    "minutes": one.duration_minutes,
                    "load_kg": one.load_kg,
                    "pain_during": pain,
                    "effort": 4,
                }
                | changed
            )
        )
        for one in asked
    )


def trained(
    day: int, week: int = 1, number: int = 1, *, stage: int = 2, before: float | None = 1, after: float | None = 1,
    items: tuple[TrainedItem, ...] | None = None, **changed: Any,
) -> Trained:  # fmt: skip
    """A training of a day, all of it done as planned unless something is changed in every line."""
    found = next(one for one in programme(stage).sessions if (one.week, one.session) == (week, number))
    return Trained(
        at=moment(day, 17),
        id=f"trained-{day}",
        session=SessionNumber(week=week, number=number),
        pain_before=before,
        items=done(found.items, **changed) if items is None else items,
        pain_after=after,
    )


def morning(day: int, above: float | None = 0, settled: bool | None = True, **more: Any) -> DayAfter:
    return DayAfter(at=moment(day), id=f"morning-{day}", vs_usual=above, settled=settled, **more)


def arrives(day: int, pain: float | None = 2, nothing_new: bool | None = True, **more: Any) -> CheckIn:
    return CheckIn(at=moment(day, 9), id=f"arrives-{day}", pain_now=pain, nothing_new=nothing_new, **more)


def well(*days: tuple[int, int, int], stage: int = 2) -> tuple[Event, ...]:
    """Trainings (day, week, session) that went well, each with a good morning after."""
    return tuple(
        one for day, week, number in days for one in (trained(day, week, number, stage=stage), morning(day + 1))
    )


def one_line(exercise: str, week: int = 1, **changed: Any) -> tuple[TrainedItem, ...]:
    """A session of a week done as planned, with one exercise changed."""
    asked = next(one for one in programme().sessions if one.week == week).items
    return tuple(line if line.exercise != exercise else replace(line, **changed) for line in done(asked))


def next_step(log: Sequence[Event], on: int, *, stage: int = 2, quota: bool = False, **episode: Any) -> NextStep:
    told = person(**episode)
    day = FIRST + timedelta(days=on)
    return advance(log, told, formulation(stage, quota), programme(stage), day, told)
