"""The revised NIOSH lifting equation: what weight a two-handed lift allows, metric or US, full precision or as printed.

What was not told stays open: its multiplier becomes a span, and the index a band. As printed means as in the worked
examples of the manual: multipliers with two decimals, from the printed tables where these differ from the formula.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import pairwise
from math import isfinite, prod

from msgspec.structs import replace

from ladderback.ergonomics.numbers import number, rows
from ladderback.ergonomics.values import Duration, End, Factor, Lift, LiftingIndex, Units
from ladderback.terms.errors import RecordError
from ladderback.terms.status import Status, weakest

TABLES = ("niosh_numbers", "niosh_frequency", "niosh_coupling")
DURATIONS: tuple[Duration, ...] = ("short", "moderate", "long")
NEEDED = ("horizontal", "vertical", "travel", "twist_deg", "per_minute", "hours", "grip")


def lifting_index(lift: Lift, end: End = "start", as_printed: bool = False) -> LiftingIndex:
    """Weighs the load of one lift against what the equation advises for it.

    Args:
        lift: the lift, at the end of it that is looked at; at most 8 hours a day.
        end: which end that is; at the end of a lift `start_vertical` chooses the column of Table 5.
        as_printed: two-decimal multipliers, limit and index to one decimal, as in the manual's examples.

    Source: NIOSH94110

    >>> lifting_index(Lift(load=23.0, horizontal=25, vertical=75, travel=25, twist_deg=0, per_minute=0.2, hours=1,
    ...     grip="good")).index_low
    1.0
    """
    check_lift(lift)
    factors = tuple(_rounded(one) for one in _factors(lift, as_printed)) if as_printed else tuple(_factors(lift, False))
    constant = number("niosh_numbers", f"{lift.units}.load_constant")
    low, high = (constant * prod(ends) for ends in zip(*((one.low, one.high) for one in factors), strict=True))
    if as_printed:
        low, high = rounded(low, 1), rounded(high, 1)
    best, worst = _index(lift.load, high), _index(lift.load, low)
    return LiftingIndex(
        end=end,
        limit_low=low,
        limit_high=high,
        index_low=rounded(best, 1) if as_printed and best is not None else best,
        index_high=rounded(worst, 1) if as_printed and worst is not None else worst,
        factors=factors,
        missing=missing_of(lift),
        beyond=tuple(one.name for one in factors if one.beyond),
        status=status(),
    )


def lower_limit(start: LiftingIndex, end: LiftingIndex) -> LiftingIndex:
    """The worse end of a lift whose load must be placed with care. Source: NIOSH94110"""
    worse = min((start, end), key=lambda one: (one.limit_high, one.limit_low))
    highest = None if None in (start.index_high, end.index_high) else max(start.index_high or 0, end.index_high or 0)
    return replace(
        worse,
        limit_low=min(start.limit_low, end.limit_low),
        index_high=highest,
        missing=tuple(dict.fromkeys((*start.missing, *end.missing))),
        beyond=tuple(dict.fromkeys((*start.beyond, *end.beyond))),
    )


def missing_of(lift: Lift) -> tuple[str, ...]:
    """What the equation needs and nobody told."""
    return tuple(name for name in NEEDED if getattr(lift, name) is None)


def status() -> Status:
    """How sure the equation is, as its least sure table."""
    return weakest({row.status for table in TABLES for row in rows(table).values() if row.sources != ("PROPOSAL",)})


def _index(load: float, limit: float) -> float | None:
    return load / limit if limit > 0 else None


def _factors(lift: Lift, printed: bool) -> list[Factor]:
    return [
        horizontal(lift.horizontal, lift.units, printed),
        vertical(lift.vertical, lift.units),
        travel(lift.travel, lift.units, printed),
        twist(lift.twist_deg),
        frequency(lift.per_minute, lift.hours, _start(lift), lift.units),
        coupling(lift.grip, lift.vertical, lift.units),
    ]


def _start(lift: Lift) -> float | None:
    return lift.vertical if lift.start_vertical is None else lift.start_vertical


def horizontal(value: float | None, units: Units = "metric", printed: bool = False) -> Factor:
    """How far the hands are from the ankles [cm or in]. Source: NIOSH94110"""
    least, most = _of(units, "horizontal_least"), _of(units, "horizontal_most")
    if value is None:
        return Factor(name="horizontal", low=0.0, high=1.0)
    if value > most:
        return _beyond("horizontal")
    return _exact("horizontal", _printed("horizontal", value, units, printed, least / max(value, least)))


def vertical(value: float | None, units: Units = "metric") -> Factor:
    """How high the hands are above the floor [cm or in]. Source: NIOSH94110"""
    best, slope = _of(units, "vertical_best"), _of(units, "vertical_slope")
    if value is None:
        return Factor(name="vertical", low=0.0, high=1.0)
    if value > _of(units, "vertical_most"):
        return _beyond("vertical")
    return _exact("vertical", 1 - slope * abs(value - best))


def travel(value: float | None, units: Units = "metric", printed: bool = False) -> Factor:
    """How far the load goes up or down [cm or in]; nobody reaches beyond the highest way. Source: NIOSH94110"""
    least, most = _of(units, "travel_least"), _of(units, "travel_most")

    def multiplier(way: float) -> float:
        return _of(units, "travel_constant") + _of(units, "travel_slope") / way

    if value is None:
        return Factor(name="travel", low=0.0, high=1.0)
    if value > most:
        return _beyond("travel")
    return _exact("travel", _printed("travel", value, units, printed, min(1.0, multiplier(max(value, least)))))


def twist(value: float | None) -> Factor:
    """How far to the side the load is [degrees], left or right alike. Source: NIOSH94110"""
    if value is None:
        return Factor(name="twist", low=0.0, high=1.0)
    if abs(value) > number("niosh_numbers", "twist_most"):
        return _beyond("twist")
    return _exact("twist", 1 - number("niosh_numbers", "twist_slope") * abs(value))


def frequency(per_minute: float | None, hours: float | None, start: float | None, units: Units = "metric") -> Factor:
    """How often and for how long, by Table 5; the height is the one at the start of the lift. Source: NIOSH94110"""
    if hours is not None and hours > number("niosh_numbers", "hours_long"):
        return _beyond("frequency")
    columns = [
        f"{duration}_{hands}"
        for duration in (DURATIONS if hours is None else (duration_of_hours(hours),))
        for hands in _hands(start, units)
    ]
    if per_minute is None:
        return Factor(name="frequency", low=0.0, high=max(_table_5(0.0, column) for column in columns))
    values = [_table_5(per_minute, column) for column in columns]
    return Factor(name="frequency", low=min(values), high=max(values), beyond=max(values) == 0)


def coupling(grip: str | None, height: float | None, units: Units = "metric") -> Factor:
    """How well the hands hold, by Table 7; the height is the one at the end looked at. Source: NIOSH94110"""
    hands = _hands(height, units)
    found = [
        float(row.cells["multiplier"])
        for row in rows("niosh_coupling").values()
        if row.cells["hands"] in hands and grip in (None, row.cells["grip"])
    ]
    return Factor(name="coupling", low=min(found), high=max(found))


def duration_of_hours(hours: float) -> Duration:
    """The duration class of lifting in one stretch [h]. Source: NIOSH94110

    >>> duration_of_hours(1.0), duration_of_hours(1.5), duration_of_hours(7.0)
    ('short', 'moderate', 'long')
    """
    if hours <= number("niosh_numbers", "hours_short"):
        return "short"
    return "moderate" if hours <= number("niosh_numbers", "hours_moderate") else "long"


def _table_5(per_minute: float, column: str) -> float:
    """Between two rows by straight line; from the last row that allows a weight on, none is allowed."""
    lines = _frequency_lines(column)
    asked = max(per_minute, number("niosh_numbers", "per_minute_least"))
    for (left, before), (right, after) in pairwise(lines):
        if asked == left:
            return before
        if left < asked < right:
            return before + (after - before) * (asked - left) / (right - left) if after else 0.0
    return lines[-1][1] if asked == lines[-1][0] else 0.0


@cache
def _frequency_lines(column: str) -> tuple[tuple[float, float], ...]:
    told = [row.cells for row in rows("niosh_frequency").values() if row.cells["per_minute"]]
    return tuple(sorted((float(cells["per_minute"]), float(cells[column])) for cells in told))


def _hands(height: float | None, units: Units) -> tuple[str, ...]:
    if height is None:
        return ("below", "above")
    return ("below",) if height < _of(units, "vertical_best") else ("above",)


def _of(units: Units, name: str) -> float:
    return number("niosh_numbers", f"{units}.{name}")


def _exact(name: str, value: float) -> Factor:
    return Factor(name=name, low=value, high=value)


def _beyond(name: str) -> Factor:
    return Factor(name=name, low=0.0, high=0.0, beyond=True)


def _printed(name: str, value: float, units: Units, printed: bool, formula: float) -> float:
    """The row of the printed table where it differs from the formula, and only when asked for."""
    if not printed:
        return formula
    for row in rows("niosh_printed").values():
        cells = row.cells
        if (cells["multiplier"], cells["units"], float(cells["at"])) == (name, units, value):
            return float(cells["value"])
    return formula


def _rounded(factor: Factor) -> Factor:
    return Factor(name=factor.name, low=rounded(factor.low, 2), high=rounded(factor.high, 2), beyond=factor.beyond)


def rounded(value: float, decimals: int) -> float:
    """Rounds a five up, as printed tables do.

    >>> rounded(0.925, 2), rounded(34.87, 1)
    (0.93, 34.9)
    """
    shown = Decimal(f"{value:.10f}")
    return float(shown.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP))


def check_lift(lift: Lift) -> None:
    """Demands real numbers that are not below zero.

    Raises:
        RecordError: a value is not a number, infinite or below zero.
    """
    for name in ("load", "horizontal", "vertical", "travel", "twist_deg", "per_minute", "hours", "start_vertical"):
        value = getattr(lift, name)
        if value is None:
            continue
        if not isfinite(value) or (value < 0 and name != "twist_deg"):
            raise RecordError(file="-", key=name, received=value, allowed="a number that is not below zero")
