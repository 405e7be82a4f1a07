"""The other twenty-three hours: advice for what training alone does not reach, with the hours a week it acts on."""

from __future__ import annotations

from ladderback.ergonomics.hours import hours_of_day
from ladderback.ergonomics.workstation import rosa_of
from ladderback.evidence.book import Book
from ladderback.formulation.values import Contributor, Formulation
from ladderback.intake.values import IntakeRecord
from ladderback.programme.values import DailyLifeAdvice

WORKSTATION = ("lumbar_support", "screen_at_eye_level", "feet_supported", "breaks_every_30_min")

HEAVY_WORK = ("manual", "caring")


def daily_life_plan(
    record: IntakeRecord, formulation: Formulation, by_session: frozenset[str], book: Book
) -> tuple[DailyLifeAdvice, ...]:
    """Advice for every contributor that daily life works on, in order of weight.

    Args:
        by_session: contributors that some exercise of the catalogue trains directly.
    """
    arms = book.letter("daily_life")["arm"]
    advised: list[DailyLifeAdvice] = []
    for one in formulation.contributors:
        known = any(seen.contributor == one.contributor for seen in advised)
        if known or one.contributor not in arms:
            continue
        if one.worked_by != "movement" or one.contributor not in by_session:
            advised.append(_advice(one, record, arms[one.contributor], book))
    return tuple(advised)


def hours_a_week(contributor: str, record: IntakeRecord, book: Book) -> float:
    """Hours a week that a change in daily life acts on [h].

    >>> from ladderback.evidence import book
    >>> from datetime import date
    >>> from ladderback.intake.values import Client, DailyLife, IntakeRecord
    >>> day = date(2026, 11, 1)
    >>> life = DailyLife(sitting_hours=9.0)
    >>> person = IntakeRecord(taken_on=day, on=day, client=Client(age=50, sex="male"), daily_life=life)
    >>> hours_a_week("sitting_exposure", person, book())
    63.0
    """
    days = book.number("days_a_week")
    life = record.daily_life
    asleep = life.sleep_hours
    awake = book.number("waking_hours") if asleep is None else 24 - asleep
    hours: float
    if contributor in ("sitting_exposure", "workstation"):
        hours = hours_of_day(record).hours_of("sitting") or 0.0
    elif contributor in ("sleep_surface", "poor_sleep"):
        hours = 24 - awake
    elif contributor == "couch_posture":
        hours = life.couch.hours or 0.0
    elif contributor == "load_spike":
        hours = _heavy_hours(record, book) / days
    else:
        hours = awake
    return round(hours * days, 1)


def _heavy_hours(record: IntakeRecord, book: Book) -> float:
    """Hours a week of lifting: as told, else of heavy work, else of all activity [h]."""
    life = record.daily_life
    told = sum(task.hours or 0.0 for task in life.lifting) * book.number("days_a_week")
    if told:
        return told
    if life.work in HEAVY_WORK:
        return book.number("heavy_work_hours")
    return (life.activity_minutes_per_week or 0.0) / 60


def _advice(one: Contributor, record: IntakeRecord, arm: dict[str, object], book: Book) -> DailyLifeAdvice:
    lines = [str(line) for line in arm["advice"]]  # type: ignore[attr-defined]
    if one.contributor == "workstation":
        lines = _workstation_items(record, book) + lines
    return DailyLifeAdvice(
        contributor=one.contributor,
        hours_per_week=hours_a_week(one.contributor, record, book),
        advice=(*lines, str(arm["how_often"])),
        why=" ".join(one.for_[:2]),
    )


def _workstation_items(record: IntakeRecord, book: Book) -> list[str]:
    """What ROSA found, then what else was found wanting; what was not looked at is left alone."""
    seen, items = record.daily_life.workstation, book.letter("daily_life")["workstation_item"]
    rosa = rosa_of(seen)
    found = [one.say for one in rosa.found] if rosa else []
    rest = [key for key in WORKSTATION if getattr(seen, key) is False and (not found or key == "breaks_every_30_min")]
    return [*found, *(items[key]["action"] for key in rest)]
