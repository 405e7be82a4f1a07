"""Several lifts in one day by the NIOSH manual: composite index, counted frequency, and how long a spell of work is."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ladderback.ergonomics.niosh import DURATIONS, duration_of_hours, frequency, lifting_index, rounded, status
from ladderback.ergonomics.numbers import number
from ladderback.ergonomics.values import Composite, Duration, Lift

MINUTES_AN_HOUR = 60


class JobTask(Struct, frozen=True, kw_only=True):
    """One lift of a job: load, the limit it would have if it were done rarely, and how often it is done.

    `limit` and `load` in one unit; `start` height of the hands at the start [unit of `lift`].
    """

    name: str
    load: float
    limit: float
    per_minute: float
    start: float
    units: str = "metric"


class Spell(Struct, frozen=True, kw_only=True):
    """A spell of lifting [min] and the light work after it [min]; None = the lifting of that day ended."""

    lifting: float
    light_after: float | None = None


def job_task(name: str, lift: Lift) -> JobTask | None:
    """One lift of a job with its limit free of frequency, or None while something needed was not told."""
    rare = lifting_index(replace(lift, per_minute=None, hours=None))
    start = lift.vertical if lift.start_vertical is None else lift.start_vertical
    if lift.per_minute is None or lift.hours is None or start is None:
        return None
    if set(rare.missing) - {"per_minute", "hours"}:
        return None
    return JobTask(
        name=name, load=lift.load, limit=rare.limit_high, per_minute=lift.per_minute, start=start, units=lift.units
    )


def composite_index(tasks: Sequence[JobTask], hours: float, as_printed: bool = False) -> Composite:
    """The index of a job of several lifts: the hardest lift, and what each further one adds by its lifts a minute.

    Args:
        tasks: the lifts, at least one.
        hours: how long the whole job lasts [h]; its class holds for each lift.
        as_printed: limits and indices of the single lifts to one decimal, two below one, as on p. 28.

    Source: NIOSH94110
    Why: the manual does not say whose height counts when lifts start at different heights; each lift keeps its own.
    """
    digits = 1 if as_printed else None
    ordered = sorted(tasks, key=lambda one: (-_strain(one, hours, digits), -one.per_minute, one.name))
    order = tuple(one.name for one in ordered)
    total, lifts_a_minute = 0.0, 0.0
    for number_of, task in enumerate(ordered):
        before, lifts_a_minute = lifts_a_minute, lifts_a_minute + task.per_minute
        now = _allowance(task, lifts_a_minute, hours)
        if task.limit == 0 or now == 0:
            return Composite(index=None, order=order, status=status())
        if number_of == 0:
            total = _strain(task, hours, digits)
        else:
            total += _rare_strain(task, digits) * (1 / now - 1 / _allowance(task, before, hours))
    return Composite(index=rounded(total, 1) if as_printed else total, order=order, status=status())


def _allowance(task: JobTask, per_minute: float, hours: float) -> float:
    return frequency(per_minute, hours, task.start, "us" if task.units == "us" else "metric").high


def _strain(task: JobTask, hours: float, digits: int | None) -> float:
    """The index of one lift at its own frequency; endless when nothing is allowed."""
    limit = task.limit * _allowance(task, task.per_minute, hours)
    if limit == 0:
        return float("inf")
    return task.load / limit if digits is None else rounded(task.load / rounded(limit, digits), digits)


def _rare_strain(task: JobTask, digits: int | None) -> float:
    """The index of one lift done rarely; printed with one decimal, below one with two."""
    found = task.load / task.limit
    return found if digits is None else rounded(found, digits if found >= 1 else digits + 1)


def counted_frequency(per_minute: float, minutes: float) -> float:
    """Lifts a minute over 15 minutes when the lifting fills only a part of them [min]. Source: NIOSH94110

    >>> round(counted_frequency(10, 8), 2)
    5.33
    """
    sample = number("niosh_numbers", "sample_minutes")
    return per_minute if minutes > sample else per_minute * minutes / sample


def duration_of_day(spells: Sequence[Spell]) -> Duration:
    """The duration class of a day of spells: a spell without enough light work after it adds to the next.

    Source: NIOSH94110

    >>> duration_of_day([Spell(lifting=30, light_after=10), Spell(lifting=45)])
    'moderate'
    """
    longest, running = 0, 0.0
    for spell in spells:
        running += spell.lifting
        needed = duration_of_hours(running / MINUTES_AN_HOUR)
        if spell is spells[-1] or spell.light_after is None or spell.light_after >= _recovery(needed) * running:
            longest, running = max(longest, DURATIONS.index(needed)), 0.0
    return DURATIONS[longest]


def _recovery(duration: Duration) -> float:
    """Light work that ends a spell, as a part of it; a long one ends with the day."""
    return number("niosh_numbers", f"recovery_{duration}") if duration != "long" else float("inf")
