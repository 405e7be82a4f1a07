"""The thresholds: each is used, each is known, each has a source; and the sentences keep to our words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ladderback.evidence import book
from ladderback.progression.numbers import number, numbers, say, status_of
from ladderback.terms.words import forbidden_in

ENGINE = Path(__file__).resolve().parents[3] / "src" / "ladderback"
ROOMS = ("progression", "training", "outcomes", "care_team")
CODE = "\n".join(path.read_text() for room in ROOMS for path in sorted((ENGINE / room).glob("*.py")))
TABLES = ("progression_numbers", "settled_progression", "look_elsewhere_order", "worse_today", "asked_each_time")


@pytest.mark.parametrize("name", sorted(numbers()))
def test_every_number_is_used(name: str) -> None:
    assert re.search(rf'"{re.sub(r"_[1-4]$", "_(?:[1-4]|{stage})", name)}"', CODE), name


def test_every_number_that_is_used_is_in_the_table() -> None:
    asked = set(re.findall(r'(?<![.\w])number\("([a-z0-9_]+)"\)', CODE))
    assert asked <= numbers().keys()


@pytest.mark.parametrize("table", TABLES)
def test_sources_resolve_and_a_card_says_what_the_columns_mean(table: str) -> None:
    rows = book().tables[table]
    assert all(source in book().sources for row in rows.values() for source in row.sources)
    assert all(row.sources for row in rows.values())
    cells = next(iter(rows.values())).cells.keys()
    assert cells | {"id", "sources", "status", "status_wording"} == book().cards[table]["columns"].keys()


def sentences(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from sentences(one)


def test_no_sentence_says_what_we_never_say() -> None:
    assert not [one for one in sentences(book().letter("training")) if forbidden_in(one)]


def test_sentences_are_short() -> None:
    long = [
        sentence
        for text in sentences(book().letter("training"))
        for sentence in re.split(r"(?<=[.?]) ", text)
        if len(sentence.split()) > 20
    ]
    assert not long


def test_a_number_and_its_status() -> None:
    assert (number("good_sessions_running"), status_of("good_sessions_running")) == (2, "secondary")
    assert say("amount", "load", kg=5.0) == "5 kg"


@pytest.mark.parametrize("name", ["open question 7", "open question 8", "open question 12"])
def test_open_questions_are_settled_with_a_reason(name: str) -> None:
    settled = [row for row in book().tables["settled_progression"].values() if name in row.cells["question"].lower()]
    assert len(settled) == 1
    assert settled[0].cells["reason"]


def test_every_sentence_is_used() -> None:
    code = "\n".join(path.read_text() for path in sorted(ENGINE.rglob("*.py")))
    said = set(re.findall(r"""["'](\w+)["']""", code))
    letter = book().letter("training")
    parts = [part for part, texts in letter.items() if isinstance(texts, dict) and part != "tag"]
    assert not [f"{part}.{key}" for part in parts for key in letter[part] if key not in said]
