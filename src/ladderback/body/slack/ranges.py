"""The ranges of one person as limits of the body: measured, else the norm; each can be restored to it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from typing import cast, get_args

import numpy as np

from ladderback.body.coordinates import Matrix, Vector, names, place_of
from ladderback.body.slack.numbers import number, rows
from ladderback.body.slack.values import Range, RangeName, Ranges
from ladderback.body.values import Sex
from ladderback.evidence import book
from ladderback.terms.sides import SIDES, Side

NAMES: tuple[RangeName, ...] = get_args(RangeName)


@dataclass(frozen=True)
class Bounds:
    """Lowest and highest value of each coordinate [rad], and the straight-leg raise of each leg [rad]."""

    low: Vector
    high: Vector
    straight_leg: tuple[float, float]

    def key(self) -> bytes:
        """The same for the same bounds."""
        return self.low.tobytes() + self.high.tobytes() + np.array(self.straight_leg).tobytes()


def norm_of(name: RangeName, sex: Sex) -> float:
    """The range that a joint is restored to [deg].

    >>> norm_of("hip_flexion", "male")
    120.0
    """
    cells = rows("slack_ranges")[name].cells
    for norm_id in filter(None, cells["norm_ids"].split(";")):
        norm = book().norms[norm_id]
        if norm.sex in ("X", sex[0].upper()):
            if norm.stat == "range" and norm.low is not None and norm.high is not None:
                return (norm.low + norm.high) / 2
            if norm.value is not None:
                return norm.value
    return float(cells["norm"])


def error_of(name: RangeName, measured: Range | None = None) -> float:
    """The measurement error of a range [deg]: its own, else the smallest real change of its clinical test."""
    if measured is not None and measured.error is not None:
        return measured.error
    cells = rows("slack_ranges")[name].cells
    if cells["error"]:
        return float(cells["error"])
    return float(book().clinical_tests[cells["test_id"]].mdc95.value or 0.0)


def value_of(ranges: Ranges, name: RangeName, side: Side, sex: Sex) -> float:
    """The range of one side [deg]: measured, else the norm."""
    measured = ranges.get(name)
    found = measured.of(side) if measured else None
    return norm_of(name, sex) if found is None else found


def measured_side(ranges: Ranges, name: RangeName, side: Side) -> Side | None:
    """The side whose measured value limits a task of this side most: its own where it was measured, else the other."""
    measured = ranges.get(name)
    if measured is None:
        return None
    if measured.of(side) is not None:
        return side
    other = SIDES[1 - SIDES.index(side)]
    return other if measured.of(other) is not None else None


def restricted(ranges: Ranges, sex: Sex) -> tuple[RangeName, ...]:
    """The ranges that were measured and fall short of the norm on a side; the low back itself is never restored."""
    found = []
    for name in NAMES:
        measured = ranges.get(name)
        values = [] if measured is None else [one for one in (measured.left, measured.right) if one is not None]
        if name != "lumbar_flexion" and values and min(values) < norm_of(name, sex):
            found.append(name)
    return tuple(found)


def assumed(ranges: Ranges) -> tuple[RangeName, ...]:
    """The ranges that nobody measured, which stand at the norm."""
    return tuple(name for name in NAMES if ranges.get(name) is None)


def moved(ranges: Ranges, sex: Sex, by: Mapping[RangeName, float]) -> Ranges:
    """The same person with some ranges larger or smaller by so much [deg], as their measurement may be wrong."""
    from msgspec.structs import replace

    changed = {}
    for name, off in by.items():
        old = ranges.get(name)
        if old is not None:
            values = {side: None if (one := old.of(side)) is None else max(0.0, one + off) for side in SIDES}
            changed[name] = replace(old, left=values["left"], right=values["right"])
    return replace(ranges, **changed)


def bounds_of(ranges: Ranges, sex: Sex, restored: Collection[RangeName] = ()) -> Bounds:
    """The limits of the body with these ranges; what is restored is at the norm, or as measured where that is more."""
    low, high = (array.copy() for array in usual())
    legs = []
    for name in NAMES:
        for side in SIDES:
            value = value_of(ranges, name, side, sex)
            if name in restored:
                value = max(value, norm_of(name, sex))
            if name == "straight_leg":
                legs.append(float(np.radians(value)))
            else:
                _limit(low, high, name, side, float(np.radians(value)))
    return Bounds(low, high, (legs[0], legs[1]))


def _limit(low: Vector, high: Vector, name: RangeName, side: Side, value: float) -> None:
    cells = rows("slack_ranges")[name].cells
    coordinate, sign = cells["coordinate"], cells["sign"]
    if coordinate.startswith(("lumbar", "thoracic")):
        index = place_of(coordinate) - 6
        if sign:
            high[index] = value
        elif side == "left":
            low[index] = -value
        else:
            high[index] = value
        return
    index = place_of(f"{side}_{coordinate}") - 6
    if sign == "1":
        high[index] = value
    else:
        low[index] = -value


@cache
def usual() -> tuple[Vector, Vector]:
    """The usual range of each coordinate [rad]."""
    return np.radians(_column("low")), np.radians(_column("high"))


@cache
def weights() -> Vector:
    """The default weight of each coordinate in the price."""
    return _column("weight")


def _column(cell: str) -> Vector:
    table = rows("slack_coordinates")
    return np.array([float(table[name.removeprefix("left_").removeprefix("right_")].cells[cell]) for name in names()])


@cache
def straight_leg_rows() -> Matrix:
    """Hip flexion less what a bent knee gives, for each leg (2 x coordinates)."""
    found = np.zeros((2, len(names())))
    for index, side in enumerate(SIDES):
        found[index, place_of(f"{side}_hip_flexion") - 6] = 1.0
        found[index, place_of(f"{side}_knee_flexion") - 6] = -number("hamstring_knee")
    return found


def from_clinical_tests(values: Mapping[str, tuple[float | None, float | None]]) -> Ranges:
    """Ranges from the answers of clinical tests by id, left and right as recorded; others are left out.

    The knee-to-wall distance [cm] becomes an angle by a straight line through its norm.

    >>> from_clinical_tests({"hip_flex_prom": (94.0, 91.0)}).hip_flexion.left
    94.0

    Source: KONOR2012
    """
    found = {}
    for name in NAMES:
        test = rows("slack_ranges")[name].cells["test_id"]
        left, right = values.get(test, (None, None))
        if test == "wblt":
            left, right = _from_wall(left), _from_wall(right)
        if left is not None or right is not None:
            found[name] = Range(left=left, right=right, source=test)
    return Ranges(**cast("dict[str, Range]", found))


def _from_wall(distance: float | None) -> float | None:
    if distance is None:
        return None
    return norm_of("ankle", "male") + number("wall_deg_for_cm") * (distance - number("wall_cm"))
