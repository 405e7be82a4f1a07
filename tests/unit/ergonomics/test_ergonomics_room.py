"""The room as others see it: one verb, its tables and letters whole, its words and rounding right."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from ladderback import ergonomics
from ladderback.ergonomics.niosh import rounded
from ladderback.ergonomics.numbers import listed, rows, say, status_of
from ladderback.evidence import book

TABLES = (
    "rosa_items", "rosa_tables", "rosa_numbers", "niosh_numbers", "niosh_frequency", "niosh_coupling", "niosh_grip",
    "niosh_printed", "niosh_refusals", "niosh_life_tasks", "niosh_examples", "niosh_procedures", "lifft_numbers",
    "lifft_examples", "sitting_standing_guidance",
)  # fmt: skip
LEAST = {"rosa_items": 51, "rosa_tables": 41, "niosh_frequency": 18, "niosh_coupling": 6, "niosh_examples": 9}


def test_the_room_has_one_verb() -> None:
    assert ergonomics.__all__ == ["measure"]


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_source_and_status_and_every_table_a_card(table: str) -> None:
    assert all(row.sources and row.status for row in rows(table).values())
    card = book().cards[table]
    assert set(card["columns"]) >= {"id", "sources", "status"}
    assert all(set(row.cells) <= set(card["columns"]) for row in rows(table).values())


@pytest.mark.parametrize(("table", "least"), LEAST.items())
def test_no_row_was_lost(table: str, least: int) -> None:
    assert len(rows(table)) >= least


def test_recalled_rows_are_marked() -> None:
    assert status_of("rosa_items", "mouse_in_line") == "memory"
    assert status_of("rosa_numbers", "action_level") == "verified"
    assert rows("niosh_examples")["ni_1o"].status == "memory"


@pytest.mark.parametrize(("value", "decimals", "answer"), [(0.925, 2, 0.93), (0.8575, 2, 0.86), (34.866, 1, 34.9)])
def test_a_five_is_rounded_up(value: float, decimals: int, answer: float) -> None:
    assert rounded(value, decimals) == answer


def test_words_are_joined_as_one_says_them() -> None:
    assert (listed([]), listed(["a"]), listed(["a", "b", "c"])) == ("", "a", "a, b and c")
    assert say("hours_of", "minutes", amount=15, label="walking") == "15 minutes walking"


def test_the_letter_reads_at_about_eleven() -> None:
    path = Path(__file__).resolve().parents[3] / "docs" / "make_exercises.py"
    spec = importlib.util.spec_from_file_location("make_exercises", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    parts = {key: part for key, part in book().letter("ergonomics").items() if key != "practitioner"}
    assert module.reading_age(" ".join(module.sentences(parts))) <= 11.5


def test_both_pages_are_as_they_are_made_now() -> None:
    docs = Path(__file__).resolve().parents[3] / "docs"
    spec = importlib.util.spec_from_file_location("make_ergonomics", docs / "make_ergonomics.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (docs / "rules" / "ergonomics.md").read_text(encoding="utf-8") == module.rules()
    assert (docs / "safety" / "ergonomics_examples.md").read_text(encoding="utf-8") == module.examples()
