"""Dosing: every number the engine computes with comes from a dosing fact, and none is out of order."""

from __future__ import annotations

import math
from collections.abc import Iterator

from ladderback.evidence.book import Book

RISING = (("effort_cap_stage_1", "effort_cap_stage_2", "effort_cap_stage_3", "effort_cap_stage_4"),)


def check(book: Book) -> list[str]:
    """Every number that leads to no fact, is not finite, or falls where it must rise."""
    return [*_facts(book), *_rising(book), *_used(book)]


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
