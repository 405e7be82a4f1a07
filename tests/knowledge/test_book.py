"""The knowledge as a whole: complete, consistent, and shown with its status."""

from __future__ import annotations

import pytest

from ladderback.evidence import book
from ladderback.evidence.check import CHECKS, problems
from ladderback.evidence.show import entries, in_words, search, show
from ladderback.terms.errors import KnowledgeError
from ladderback.terms.status import STATUSES

LEAST = {
    "red_flag_rules": 65,
    "safety_features": 270,
    "clinical_tests": 51,
    "norms": 220,
    "limits": 94,
    "exercises": 222,
    "dosing": 50,
    "measures": 15,
    "contributors": 32,
    "sources": 208,
}
ROWS = {
    "regional_links": 20,
    "hands_on": 20,
    "scope_of_practice": 28,
    "guideline_recommendations": 31,
    "evidence_figures": 28,
    "psychosocial_instruments": 13,
    "red_flag_accuracy": 37,
    "ces_stages": 3,
    "classification_systems": 19,
    "movement_control_battery": 8,
    "pain_definitions": 9,
    "triage_benchmarks": 12,
}


def test_the_book_is_in_order() -> None:
    assert problems(book()) == []


@pytest.mark.parametrize("check", CHECKS, ids=lambda one: one.__name__.rsplit(".", 1)[1])
def test_each_kind_has_its_own_check(check: object) -> None:
    assert check.__doc__


@pytest.mark.parametrize(("kind", "least"), LEAST.items())
def test_no_fact_was_lost(kind: str, least: int) -> None:
    assert len(getattr(book(), kind)) >= least


@pytest.mark.parametrize(("table", "least"), ROWS.items())
def test_no_row_was_lost(table: str, least: int) -> None:
    assert len(book().tables[table]) >= least


def test_every_record_has_one_of_four_statuses() -> None:
    records = [(kind, name, record) for kind, name, record in entries(book()) if hasattr(record, "status")]
    assert records
    assert {record.status for _, _, record in records} <= set(STATUSES)


def test_book_show_prints_everything_and_where_it_is_from() -> None:
    shown = in_words(show(book(), "sorensen"))
    for part in ("Back-extensor endurance", "N108", "LATIMER1999", "Sources:", "contributors trunk_extensor_endurance"):
        assert part in shown


def test_a_status_stands_beside_each_number_that_is_not_verified() -> None:
    shown = in_words(show(book(), "hip_flex_prom"))
    norm = next(line for line in shown.splitlines() if "N215" in line)
    assert "[proposal]" in norm


def test_show_names_the_nearest_known_word() -> None:
    with pytest.raises(KnowledgeError) as raised:
        show(book(), "sorenson")
    assert raised.value.nearest == "sorensen"


def test_search_finds_by_words_of_name_first() -> None:
    assert search(book(), "calf raise")[0]["id"].startswith("calf")


def test_every_contradiction_of_the_facts_is_settled_with_a_reason() -> None:
    settled = {
        row.cells.get("number", row.id): row
        for name, rows in book().tables.items()
        if name.startswith("settled")
        for row in rows.values()
    }
    numbers = {int("".join(ch for ch in key if ch.isdigit()) or 0) for key in settled}
    assert numbers >= set(range(1, 21))
    assert all(row.cells["reason"].strip() for row in settled.values())
