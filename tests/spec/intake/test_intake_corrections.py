"""Corrections: the lines, and the pain (or nothing) that stands after them."""

from __future__ import annotations

from typing import Any

import pytest
from intake_cases import happened, known, told

FIRST = {"id": "a", "event": "check_in", "pain_now": 4}


def corrects(of: str, instead: dict[str, Any] | None, name: str, **keys: Any) -> dict[str, Any]:
    return {"id": name, "event": "corrects", "of": of, "with": instead} | keys


def pain(value: float) -> dict[str, Any]:
    return {"event": "check_in", "pain_now": value}


LINES: list[tuple[tuple[dict[str, Any], ...], list[float]]] = [
    ((FIRST,), [4]),
    ((FIRST, corrects("a", pain(5), "b")), [5]),
    ((FIRST, corrects("a", None, "b")), []),
    ((FIRST, corrects("a", pain(5), "b"), corrects("a", pain(6), "c")), [6]),
    ((FIRST, corrects("a", pain(5), "b"), corrects("b", pain(6), "c")), [6]),
    ((FIRST, corrects("a", pain(5), "b"), corrects("b", None, "c")), [4]),
    ((FIRST, corrects("a", None, "b"), corrects("b", None, "c")), [4]),
    ((FIRST, corrects("a", None, "b"), corrects("b", None, "c"), corrects("c", None, "d")), []),
    ((FIRST, corrects("a", pain(5), "b"), corrects("b", corrects("a", pain(7), "b") | {"id": "b"}, "c")), [7]),
    ((FIRST, corrects("a", pain(5), "b"), corrects("a", None, "c")), []),
    ((corrects("a", pain(5), "b"), FIRST | {"at": "2026-11-09T08:00Z"}), [5]),
    ((FIRST, corrects("a", pain(5) | {"id": "a", "at": "2026-11-01T09:00Z"}, "b")), [5]),
]


@pytest.mark.parametrize(("lines", "stands"), LINES, ids=range(len(LINES)))
def test_what_stands_after_corrections(lines: tuple[dict[str, Any], ...], stands: list[float]) -> None:
    journal = happened(*lines)
    assert [event.pain_now for event in journal.events] == stands
    assert {event.id for event in journal.events} <= {"a"}


def test_a_correction_may_put_another_kind_of_event_there() -> None:
    journal = happened(FIRST, corrects("a", {"event": "walked", "minutes": 20}, "b"))
    assert [type(event).__name__ for event in journal.events] == ["Walked"]
    assert journal.corrected == ("a",)


def test_a_replaced_line_stays_on_its_day_unless_it_names_another() -> None:
    stays = happened(FIRST, corrects("a", pain(5), "b"))
    moved = happened(FIRST, corrects("a", pain(5) | {"at": "2026-11-20T10:00+01:00"}, "b"))
    assert stays.events[0].at.day == 2
    assert (moved.events[0].at.day, moved.events[0].id) == (20, "a")


def test_a_corrected_entry_changes_what_is_known_on_every_day() -> None:
    told_wrong = {"id": "a", "event": "check_in", "safety": {"fever": True}}
    assert known(told(), told_wrong).features["fever"] is True
    assert "fever" not in known(told(), told_wrong, corrects("a", None, "b")).features


def test_the_last_day_is_that_of_the_last_line_also_of_a_correction() -> None:
    journal = happened(FIRST, corrects("a", None, "b", at="2026-12-24T18:00Z"))
    assert (journal.events, str(journal.last_day)) == ((), "2026-12-24")


def test_a_long_chain_of_corrections_is_followed_to_its_end() -> None:
    lines = [FIRST] + [
        corrects("a" if n == 0 else f"c{n - 1}", pain(n % 10), f"c{n}", at="2026-11-03T08:00Z") for n in range(3_000)
    ]
    assert happened(*[line | {"at": "2026-11-02T08:00Z"} for line in lines]).events[0].pain_now == 9
