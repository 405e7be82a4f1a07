"""Answers of clinical tests as given, checked against the record of each test and laid out one value a side."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import date

from ladderback.evidence.clinical_tests import ClinicalTest
from ladderback.intake.events import ClinicalTestDone, SidedValue, TestAnswers
from ladderback.intake.mistakes import Mistake, Path, Shown, need
from ladderback.intake.values import Measurement
from ladderback.intake.words import words
from ladderback.terms.sides import SIDES, Side

WORDS: dict[str, tuple[str, ...]] = {
    "pass_fail": ("pass", "fail"),
    "sign": ("positive", "negative"),
    "normal_abnormal": ("normal", "abnormal"),
    "category": ("better", "worse", "same", "centralised", "peripheralised"),
}


def measurements_of(event: ClinicalTestDone) -> tuple[Measurement, ...]:
    """What a line of clinical tests says, one value a side, on the day it was done."""
    return measurements(event.tests, event.at.date(), ("tests",))


def measurements(given: TestAnswers, on: date, path: Path) -> tuple[Measurement, ...]:
    """Lays out the answers, in the order of the test's name and of left before right.

    Args:
        given: the answers by the id of the clinical test.
        on: the day they stand for when they name none; none may be later.
        path: where they stand in the file.

    Raises:
        Mistake: an unknown test, a side too many or too few, an impossible value, an unknown position.
    """
    return tuple(one for test in sorted(given) for one in _of_one_test(test, given[test], on, (*path, test)))


def _of_one_test(name: str, given: float | str | SidedValue, on: date, path: Path) -> Iterator[Measurement]:
    need(name, words().clinical_tests, path, "clinical test")
    test = words().clinical_tests[name]
    bare = not isinstance(given, SidedValue)
    if not isinstance(given, SidedValue):
        if test.sided and test.answer != "derived":
            raise Mistake(path, given, "a table of the sides, such as { left = 20, right = 25 }")
        given = SidedValue(value=given)
    position, instrument, day = _circumstances(test, given, on, path)
    for side, key, value in _values(test, given, path):
        yield Measurement(
            test=name,
            side=side,
            value=_value(test, value, path if bare else (*path, key)),
            position=position,
            instrument=instrument,
            on=day,
        )


def _circumstances(test: ClinicalTest, given: SidedValue, on: date, path: Path) -> tuple[str | None, str | None, date]:
    """Position (else the one in the procedure), instrument and day."""
    if given.position is not None:
        need(given.position, {*test.positions, test.position} - {""}, (*path, "position"), "position")
    if given.instrument is not None:
        need(given.instrument, {*test.instruments, test.instrument} - {""}, (*path, "instrument"), "instrument")
    if given.on is not None and given.on > on:
        raise Mistake((*path, "on"), given.on, f"a day not after {on}")
    return given.position or test.position or None, given.instrument, given.on or on


def _values(test: ClinicalTest, given: SidedValue, path: Path) -> Iterator[tuple[Side | None, str, float | str]]:
    sides = {"left": given.left, "right": given.right}
    by_side = any(value is not None for value in sides.values())
    if by_side and (not test.sided or given.value is not None):
        key = next(side for side in SIDES if sides[side] is not None)
        raise Mistake((*path, key), sides[key], "one value without a side" if not test.sided else "sides or value")
    if given.value is not None:
        if test.sided and test.answer != "derived":
            raise Mistake((*path, "value"), given.value, "left, right or both: this test has sides")
        yield None, "value", given.value
    elif not by_side:
        raise Mistake(path, Shown("no value"), "left, right or both" if test.sided else "a value")
    for side in SIDES:
        value = sides[side]
        if value is not None:
            yield side, side, value


def _value(test: ClinicalTest, value: float | str, path: Path) -> float | str:
    known = WORDS.get(test.answer)
    if known is not None:
        if not isinstance(value, str):
            raise Mistake(path, value, "one of " + ", ".join(known))
        need(value, known, path, "answer")
        return value
    lowest = -math.inf if test.lowest is None else test.lowest
    highest = math.inf if test.highest is None else test.highest
    if isinstance(value, str) or not math.isfinite(value) or not lowest <= value <= highest:
        raise Mistake(path, value, f"a number from {lowest:g} to {highest:g} [{test.unit}]")
    return value
