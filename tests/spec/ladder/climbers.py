"""The people of the ladder specs: one body, one task, and what they told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

from ladderback import ladder
from ladderback.formulation.values import Formulation, Irritability
from ladderback.intake.events import DayAfter, Event, RungTried
from ladderback.intake.values import Client, Goal, IntakeRecord
from ladderback.ladder.values import Asked, Closed, Ladder, Limits, Rung

DAY = date(2026, 11, 1)
ANNA = Client(age=47, sex="female", height_cm=168.0, mass_kg=71.0)
LOW_FIVE = "pick_up_from_floor"


def formulation(stage: int = 3, irritability: Irritability = "low", quota: bool = False) -> Formulation:
    return Formulation(
        pattern="none_clear", directional_preference="unknown", stage="functional_optimisation", stage_number=stage,
        irritability=irritability, phase="chronic", psychosocial_risk="low", contributors=(), next_best=(),
        time_contingent=quota,
    )  # fmt: skip


def record(*goals: Goal, client: Client = ANNA) -> IntakeRecord:
    return IntakeRecord(taken_on=DAY, on=DAY, client=client, goals=goals)


def ladder_of(
    task: str = LOW_FIVE, kg: float | None = 5.0, ability: float | None = 3.0, fear: float | None = 2.0, stage: int = 3,
    client: Client = ANNA, irritability: Irritability = "low", quota: bool = False, **asked: Any,
) -> Ladder:  # fmt: skip
    """The ladder of one person to one task."""
    person = record(Goal(task=task, load_kg=kg, ability=ability, fear=fear), client=client)
    (made,) = ladder.build(person, formulation(stage, irritability, quota), **asked)
    return made


def keeps_out(word: str, *, week: int | None = None, who: tuple[str, ...] = ()) -> Limits:
    """Limits with one word in them."""

    def closed(asked: Asked) -> Closed | None:
        shut = word in asked.words
        return Closed(rule="R1", because="This waits.", who=who, opens_in_week=week) if shut else None

    return closed


def tried(rung: Rung, day: int, **told: Any) -> RungTried:
    """A good try of a rung, unless it is told otherwise."""
    good = {"reps": rung.reps, "load_kg": rung.load_kg, "pain": 1.0, "fear_before": 2.0, "fear_after": 1.0}
    at = datetime(2026, 11, 2, 9, tzinfo=UTC) + timedelta(days=day)
    return RungTried(at=at, id=f"{rung.rung}-{day}", rung=rung.rung, **(good | told))


def morning(day: int, vs_usual: float) -> DayAfter:
    """The morning of a day of the log."""
    at = datetime(2026, 11, 2, 7, tzinfo=UTC) + timedelta(days=day)
    return DayAfter(at=at, id=f"morning-{day}", vs_usual=vs_usual)


def after(made: Ladder, *events: Event, **asked: Any) -> Ladder:
    """The same ladder after a log."""
    return ladder_of(made.task, made.load_kg or None, made.ability, made.fear, made.stage, events=events, **asked)


def number_of(made: Ladder) -> int:
    """Which rung the person is on, counted from 0."""
    return next(index for index, one in enumerate(made.rungs) if one.rung == made.at)


def never_falls(rungs: Sequence[Rung]) -> bool:
    return all(below.compression_n <= above.compression_n for below, above in pairwise(rungs))


def small_steps(rungs: Sequence[Rung]) -> bool:
    """One quality, or at most 15 per cent (and the rounding of the loads)."""
    return all(
        len(above.changed) == 1 or above.compression_n <= 1.1502 * below.compression_n
        for below, above in pairwise(rungs)
    )
