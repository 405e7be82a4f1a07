"""The programme looked up by week, session and exercise; and the amount of an item at the level the log allows."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable
from typing import TypeVar

from msgspec.structs import replace

from ladderback.evidence import book
from ladderback.programme.dosing import Amount, minutes_of
from ladderback.programme.values import Item, Programme, SessionPlan
from ladderback.progression.numbers import number
from ladderback.progression.values import Level

N = TypeVar("N", int, float)
# Why this exercise may not be done in this week, or None when it may.
Allowed = Callable[[str, int], str | None]


class Plan:
    """A programme as a table: sessions by week and number, items by exercise."""

    def __init__(self, programme: Programme, stage_today: int) -> None:
        """Lays the programme out.

        Args:
            stage_today: stage of recovery that the formulation sees today; it stands where the programme names none.
        """
        self.sessions: dict[tuple[int, int], SessionPlan] = {(one.week, one.session): one for one in programme.sessions}
        self.numbers: dict[int, tuple[int, ...]] = {}
        self._weeks_of: dict[str, list[int]] = {}
        self._items: dict[tuple[str, int], list[Item]] = {}
        for week, session in sorted(self.sessions):
            self.numbers[week] = (*self.numbers.get(week, ()), session)
            for item in self.sessions[week, session].items:
                weeks = self._weeks_of.setdefault(item.exercise, [])
                if not weeks or weeks[-1] != week:
                    weeks.append(week)
                self._items.setdefault((item.exercise, week), []).append(item)
        self.last_week = max(self.numbers, default=1)
        self._stages = {
            week: phase.stage_number for phase in programme.phases for week in range(phase.from_week, phase.to_week + 1)
        }
        self.stage_today = stage_today

    def stage(self, week: int) -> int:
        """Stage of recovery that a week was planned for."""
        return self._stages.get(week, self.stage_today)

    def exercises(self, week: int) -> list[str]:
        """Every exercise of one week, each once, in the order of the sessions."""
        found = (item.exercise for n in self.numbers.get(week, ()) for item in self.sessions[week, n].items)
        return list(dict.fromkeys(found))

    def every_exercise(self) -> list[str]:
        """Every exercise of the programme, by name."""
        return sorted(self._weeks_of)

    def week_with(self, exercise: str, week: int) -> int | None:
        """The latest week up to this one in which an exercise stands, else its first week; None when it never does."""
        weeks = self._weeks_of.get(exercise)
        if not weeks:
            return None
        return weeks[max(0, bisect_right(weeks, week) - 1)]

    def item(self, exercise: str, week: int, side: str | None = None) -> Item | None:
        """An item of a week; the one of the same side where there are two."""
        found = self._items.get((exercise, week), [])
        return next((item for item in found if item.side == side), found[0] if found else None)


def at_level(item: Item, level: Level | None, plan: Plan, most: float = 1.0) -> Item:
    """The planned item at the amount that the log allows, with its minutes counted anew.

    Args:
        most: share of the planned amount that a flare-up leaves; the smaller of it and the rung counts, not both.
    """
    allowed = amount_allowed(item, level, plan, most)
    return item if allowed is item else timed(allowed, item)


def amount_allowed(item: Item, level: Level | None, plan: Plan, most: float = 1.0) -> Item:
    """Never more than planned, never more than was earned; the minutes are still those of the plan."""
    level = level or Level()
    held = plan.item(item.exercise, level.as_in_week, item.side) if level.as_in_week is not None else None
    smaller = smaller_of(item, held) if held is not None and held != item else item
    share = min(most, rung_share(level.offset))
    if share < 1:
        smaller = share_of(smaller, share)
    if level.load_at_most is not None and smaller.load_kg > level.load_at_most:
        smaller = replace(smaller, load_kg=level.load_at_most)
    return smaller


def rung_share(offset: int) -> float:
    """Share of the planned amount so many rungs below the plan.

    >>> rung_share(-1)
    0.75
    """
    if offset >= 0:
        return 1.0
    return number("share_one_rung_down" if offset == -1 else "share_two_rungs_down")


def smaller_of(one: Item, two: Item) -> Item:
    """The smaller of two amounts of the same exercise in every respect."""
    return replace(
        one,
        sets=min(one.sets, two.sets),
        reps=_least(one.reps, two.reps),
        hold_s=_least(one.hold_s, two.hold_s),
        duration_minutes=_least(one.duration_minutes, two.duration_minutes),
        distance_m=_least(one.distance_m, two.distance_m),
        load_kg=min(one.load_kg, two.load_kg),
        effort_rpe=min(one.effort_rpe, two.effort_rpe),
    )


def _least(one: N | None, two: N | None) -> N | None:
    return one if two is None else two if one is None else min(one, two)


def share_of(item: Item, share: float) -> Item:
    """A share of an amount: less load where there is load, else fewer repetitions, else a shorter time.

    What is too small to divide loses a set instead.
    """
    if item.load_kg > 0:
        return replace(item, load_kg=rounded_down(item.load_kg * share))
    if item.reps is not None and item.reps > 1:
        return replace(item, reps=max(1, math.floor(item.reps * share)))
    if item.duration_minutes is not None:
        return replace(item, duration_minutes=max(1.0, math.floor(item.duration_minutes * share * 2) / 2))
    if item.distance_m is not None:
        return replace(item, distance_m=max(1.0, float(math.floor(item.distance_m * share))))
    if item.sets > 1:
        return replace(item, sets=item.sets - 1)
    if item.hold_s is not None:
        return replace(item, hold_s=max(1, math.floor(item.hold_s * share)))
    return item


def rounded_down(load_kg: float) -> float:
    """A load rounded down to what can be loaded [kg]; a hair below a step counts as the step."""
    unit = book().number("load_rounding_kg")
    return round(math.floor(load_kg / unit + 1e-9) * unit, 3)


def timed(item: Item, planned: Item) -> Item:
    """The item with its minutes counted anew when the amount changed; never longer than planned [min]."""
    if amount_of(item) == amount_of(planned):
        return replace(item, minutes=planned.minutes)
    exercise = book().exercises.get(item.exercise)
    if exercise is None:
        return replace(item, minutes=planned.minutes)
    counted = minutes_of(exercise, amount_of(item), 2 if item.each_side else 1, book())
    return replace(item, minutes=min(planned.minutes, counted))


def amount_of(item: Item) -> Amount:
    """The amount of an item."""
    return Amount(
        sets=item.sets,
        reps=item.reps,
        hold_s=item.hold_s,
        minutes=item.duration_minutes,
        metres=item.distance_m,
        load_kg=item.load_kg,
        effort=item.effort_rpe,
    )
