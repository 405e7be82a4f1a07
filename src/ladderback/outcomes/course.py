"""The course of the pain and of the work: relief, new episodes, plateau, and what was done of what was planned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ladderback.intake.events import Walked
from ladderback.intake.values import IntakeRecord
from ladderback.outcomes.values import Adherence, Durability, Recurrence
from ladderback.progression.log import Log, Reading
from ladderback.progression.numbers import number, say
from ladderback.progression.relief import reliefs
from ladderback.progression.values import Relief


def durability(log: Log) -> tuple[Durability, ...]:
    """How long relief after each technique lasted. What was too small or not followed counts apart."""
    return tuple(_durability(one) for one in reliefs(log))


def _durability(relief: Relief) -> Durability:
    return Durability(
        technique=relief.technique,
        hours=relief.hours,
        growing=bool(relief.growing),
        half_time=relief.half_time,
        short=relief.short,
        too_small=relief.too_small,
        not_followed=relief.not_followed,
        say=_relief_words(relief),
    )


def _relief_words(relief: Relief) -> str:
    technique = relief.technique.replace("_", " ")
    hours = ", ".join(f"{one:g}" for one in relief.hours)
    small = say("review", "relief_small", count=relief.too_small) if relief.too_small else ""
    if not relief.hours:
        said = say("review", "relief_none", technique=technique)
    elif relief.growing is None:
        said = say("review", "relief_few", technique=technique, hours=hours)
    else:
        key = "relief_grows" if relief.growing else "relief_short" if relief.short else "relief_lasts"
        said = say("review", key, technique=technique, hours=hours)
    return f"{said} {small}".strip()


def recurrences(log: Log) -> tuple[Recurrence, ...]:
    """New episodes: pain again after thirty days without. A long silence is not known to be free.

    Source: STANTON2011
    """
    return tuple(_recurrences(log.readings))


def _recurrences(readings: list[Reading]) -> Iterator[Recurrence]:
    free_since: date | None = None
    last: date | None = None
    for reading in readings:
        day = reading.at.date()
        silent = last is not None and (day - last).days > number("recurrence_silence_days")
        free = reading.pain <= number("recurrence_free_pain_most")
        if free_since is not None and not silent and reading.pain > number("recurrence_pain_above"):
            days = (day - free_since).days
            if days >= number("recurrence_free_days"):
                said = say("review", "recurrence", date=day.isoformat(), days=days)
                yield Recurrence(on=day, free_days=days, say=said)
        free_since = (day if free_since is None or silent else free_since) if free else None
        last = day


def plateau(log: Log) -> bool | None:
    """Whether pain has stood still over four weeks although it is still there; None with too few readings."""
    if not log.readings:
        return None
    last, half = log.readings[-1].at.date(), int(number("plateau_days")) // 2
    late, early = log.mean_of_days(last, half), log.mean_of_days(last - timedelta(days=half), half)
    least = number("plateau_readings_least")
    if late is None or early is None or min(late[1], early[1]) < least:
        return None
    return abs(late[0] - early[0]) < number("plateau_change") and late[0] >= number("plateau_pain_least")


def adherence(log: Log, told: IntakeRecord) -> Adherence:
    """Trainings logged of those planned since the beginning; counted, never graded."""
    days = (log.on - told.taken_on).days
    planned = int(days * told.means.sessions_per_week / 7) if told.means else None
    walks = [one for one in log.events if isinstance(one, Walked)]
    trained, minutes = len(log.trained), sum(one.minutes for one in walks)
    said = (
        say("review", "adherence", trained=trained, planned=planned)
        if planned
        else say("review", "adherence_no_plan", trained=trained)
    )
    if walks:
        said = f"{said} {say('review', 'walked', walks=len(walks), minutes=float(minutes))}"
    return Adherence(trained=trained, planned=planned, walks=len(walks), walk_minutes=minutes, say=said)
