"""The journal read once: what was trained, the pain at rest, the mornings after, the hands-on work."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from statistics import median
from typing import NamedTuple

from ladderback.intake.events import Adverse, CheckIn, Cleared, DayAfter, Event, HandsOn, Measured, Replied, Trained
from ladderback.progression.numbers import number

MOST_READINGS = 200  # looked at in one place: a journal of 100,000 lines stays quick


class Reading(NamedTuple):
    """Pain at rest at one moment [0-10]."""

    at: datetime
    pain: float


class Log:
    """What the journal says up to and including one day, sorted by kind in a single pass."""

    def __init__(self, events: Iterable[Event], on: date, told_average: float | None = None) -> None:
        """Reads the events.

        Args:
            on: later events are not known yet.
            told_average: average pain told at intake [0-10], usual until the log knows better.
        """
        self.on, self.told_average = on, told_average
        self.events = tuple(sorted((one for one in events if one.at.date() <= on), key=lambda one: (one.at, one.id)))
        self.trained: list[Trained] = []
        self.check_ins: list[CheckIn] = []
        self.mornings: list[DayAfter] = []
        self.hands_on: list[HandsOn] = []
        self.measured: list[Measured] = []
        self.adverse: list[Adverse] = []
        self.cleared: list[Cleared] = []
        self.replied: list[Replied] = []
        self.readings: list[Reading] = []
        for event in self.events:
            self._sort(event)
        self._moments = [reading.at for reading in self.readings]
        self._days = sorted(reading.at.date() for reading in self.readings)

    def _sort(self, event: Event) -> None:
        match event:
            case CheckIn():
                self.check_ins.append(event)
                self._read(event.at, event.pain_now)
            case DayAfter():
                self.mornings.append(event)
                self._read(event.at, event.pain)
            case Trained():
                self.trained.append(event)
                self._read(event.at, event.pain_before)
            case HandsOn():
                self.hands_on.append(event)
                self._read(event.at, event.pain_before)
            case Measured():
                self.measured.append(event)
                self._read(event.at, event.value if event.measure == "nprs" else None)
            case Adverse():
                self.adverse.append(event)
            case Cleared():
                self.cleared.append(event)
            case Replied():
                self.replied.append(event)

    def _read(self, at: datetime, pain: float | None) -> None:
        if pain is not None:
            self.readings.append(Reading(at, pain))

    def after(self, moment: datetime) -> list[Reading]:
        """The first readings after a moment."""
        first = bisect_right(self._moments, moment)
        return self.readings[first : first + MOST_READINGS]

    def usual_at(self, at: datetime) -> float | None:
        """Usual pain before a moment: the median of two weeks, else what was told at intake, else not known."""
        last = bisect_left(self._moments, at)
        first = bisect_left(self._moments, at - timedelta(days=number("usual_window_days")))
        before = self.readings[max(first, last - MOST_READINGS) : last]
        if len(before) >= number("usual_readings_least"):
            return median(reading.pain for reading in before)
        if self.told_average is not None:
            return self.told_average
        return median(reading.pain for reading in before) if before else None

    def mean_of_days(self, last: date, days: int) -> tuple[float, int] | None:
        """Mean pain of the days up to and including one, with the number of readings; None without any."""
        first = bisect_right(self._days, last - timedelta(days=days))
        found = [one.pain for one in self.readings[first : bisect_right(self._days, last)]]
        return (sum(found) / len(found), len(found)) if found else None

    def recent_pain(self) -> float | None:
        """Mean pain of the latest days that have readings; None while there are too few."""
        if not self.readings:
            return None
        found = self.mean_of_days(self.readings[-1].at.date(), int(number("recent_days")))
        return found[0] if found and found[1] >= number("recent_readings_least") else None
