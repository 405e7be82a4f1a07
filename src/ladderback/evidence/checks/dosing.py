"""Dosing: every number the engine computes with comes from a dosing fact; preferences and steps of life tasks lead
somewhere."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import get_args

from ladderback.evidence.book import Book
from ladderback.evidence.exercises import Movement

RISING = (("effort_cap_stage_1", "effort_cap_stage_2", "effort_cap_stage_3", "effort_cap_stage_4"),)


def check(book: Book) -> list[str]:
    """Every number that leads to no fact, is not finite, or falls where it must rise; every weight that is none."""
    return [*_facts(book), *_rising(book), *_used(book), *_weights(book), *_steps(book)]


def _facts(book: Book) -> Iterator[str]:
    for number in book.dosing_numbers.values():
        if number.dose_id and number.dose_id not in book.dosing:
            yield f"dosing number {number.key}: there is no dosing fact {number.dose_id}"
        if not math.isfinite(number.value):
            yield f"dosing number {number.key}: {number.value} is not a number to compute with"


def _rising(book: Book) -> Iterator[str]:
    for keys in RISING:
        values = [book.dosing_numbers[key].value for key in keys if key in book.dosing_numbers]
        if values != sorted(values):
            yield f"dosing numbers {', '.join(keys)}: must not fall from stage to stage"


def _used(book: Book) -> Iterator[str]:
    for fact in book.dosing.values():
        if not any((fact.frequency, fact.intensity, fact.time_or_volume, fact.progression)):
            yield f"dosing fact {fact.dose_id}: says nothing"


def _weights(book: Book) -> Iterator[str]:
    for row in book.tables.get("preferences", {}).values():
        if not row.cells["weight"].lstrip("-").isdigit():
            yield f"preference {row.id}: {row.cells['weight']} is not a whole number of points"
        if not row.cells["meaning"].strip():
            yield f"preference {row.id}: nobody says when it counts"


def _steps(book: Book) -> Iterator[str]:
    """Steps of a life task are exercises that can be prescribed, and its kinds of movement are known ones."""
    known = set(get_args(Movement))
    for row in book.tables.get("goal_movements", {}).values():
        for name in row.cells["exercises"].split(";") if book.exercises else ():
            if name not in book.exercises or not book.exercises[name].stages:
                yield f"life task {row.id}: the step {name} is no exercise that can be prescribed"
        for movement in row.cells["movements"].split(";"):
            if movement not in known:
                yield f"life task {row.id}: {movement} is no kind of movement"
