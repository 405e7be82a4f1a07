"""Compares left with right by the published spread between sides, never by a flat share."""

from __future__ import annotations

from msgspec import Struct

from ladderback.assessment.measured import Reading, pairs
from ladderback.evidence.clinical_tests import ClinicalTest


class SideBySide(Struct, frozen=True, kw_only=True):
    """How far the sides are apart [unit of the test], and whether that is real and unusual.

    `counts` None: the error of the test, or the usual spread between sides, is not known.
    """

    difference: float
    beyond_mdc: bool | None
    unusual: bool | None
    counts: bool | None
    worse: str


def compare_sides(readings: tuple[Reading, ...]) -> dict[tuple[str, str, str], SideBySide]:
    """Each test measured on both sides, by test, position and instrument."""
    by_test: dict[str, list[Reading]] = {}
    for reading in readings:
        if reading.number is not None and reading.test.id not in ("lsi", "mcgill_ratio"):
            by_test.setdefault(reading.test.id, []).append(reading)
    found = {}
    for test, sided in by_test.items():
        for left, right in pairs(sided):
            found[(test, left.position, left.instrument)] = _compare(left, right)
    return found


def _compare(left: Reading, right: Reading) -> SideBySide:
    clinical_test, one, other = left.test, left.number or 0.0, right.number or 0.0
    difference = round(abs(one - other), 2)
    mdc = _mdc(clinical_test, left.unit)
    real = None if mdc is None else difference > mdc
    unusual = _unusual(clinical_test, left.unit, difference, max(abs(one), abs(other)))
    counts = False if real is False or unusual is False else None if real is None or unusual is None else True
    lower = "left" if one < other else "right" if other < one else ""
    higher = {"left": "right", "right": "left", "": ""}[lower]
    return SideBySide(
        difference=difference,
        beyond_mdc=real,
        unusual=unusual,
        counts=counts,
        worse=higher if clinical_test.better == "lower" else lower,
    )


def _mdc(clinical_test: ClinicalTest, unit: str) -> float | None:
    """The smallest difference beyond error; an error in one unit says nothing about a value in another."""
    figure = clinical_test.mdc95
    return figure.value if figure.unit.split()[:1] == unit.split()[:1] else None


def _unusual(clinical_test: ClinicalTest, unit: str, difference: float, greater: float) -> bool | None:
    limit = clinical_test.side_limit
    if limit.value is None:
        return None
    if limit.unit == "%":
        return 100 * difference > limit.value * greater
    return difference > limit.value if limit.unit.split()[:1] == unit.split()[:1] else None


def real_change(reading: Reading) -> tuple[float | None, bool | None]:
    """The change since the earlier value, and whether it is beyond error; None where that cannot be known."""
    if reading.earlier is None or reading.number is None:
        return None, None
    change = round(reading.number - reading.earlier, 2)
    mdc = _mdc(reading.test, reading.unit)
    return change, None if mdc is None else abs(change) > mdc
