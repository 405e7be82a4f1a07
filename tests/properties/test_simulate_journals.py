"""Journals of simulated people: read without a complaint, the same again, in the span of their weeks."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from functools import cache
from typing import Any

import msgspec

from ladderback import intake, simulate

WEEKS, PEOPLE = 6, 24


@cache
def everyone() -> tuple[dict[str, Any], ...]:
    return tuple(simulate.people(PEOPLE, seed=2, weeks=WEEKS)["people"])


def lines(person: dict[str, Any]) -> bytes:
    return b"\n".join(msgspec.json.encode(line) for line in person["journal"])


def test_every_journal_is_read() -> None:
    for person in everyone():
        intake.read_journal(lines(person), "journal")


def test_a_journal_is_the_same_again() -> None:
    assert simulate.one(0, seed=2, weeks=WEEKS) == everyone()[0]


def test_a_case_does_not_depend_on_the_weeks() -> None:
    assert simulate.one(3, seed=2)["case"] == everyone()[3]["case"]


def test_whoever_trains_does_so_within_the_weeks() -> None:
    for person in everyone():
        first = date.fromisoformat(person["case"]["taken_on"])
        days = [date.fromisoformat(line["at"][:10]) for line in person["journal"] if line["event"] == "trained"]
        assert all(first <= day < first + timedelta(weeks=WEEKS) for day in days)


def test_whoever_is_on_hold_never_trains() -> None:
    for person in everyone():
        kinds = Counter(line["event"] for line in person["journal"])
        assert not (kinds["trained"] and kinds["referred"])


def test_what_happens_is_of_many_kinds() -> None:
    kinds = {line["event"] for person in everyone() for line in person["journal"]}
    assert {"check_in", "trained", "day_after", "walked", "measured", "clinical_test"} <= kinds
