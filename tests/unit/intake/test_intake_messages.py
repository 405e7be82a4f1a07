"""What may stand in a message, and what never does."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from ladderback import intake
from ladderback.intake.mistakes.mistake import Mistake, key_of, shown
from ladderback.terms.errors import RecordError

CANARY = "Wilhelmina Quartermaine"
CASE: dict[str, Any] = {"format": "ladderback/case/1", "taken_on": "2026-11-01", "client": {"age": 40, "sex": "male"}}


@pytest.mark.parametrize(
    ("received", "said"),
    [
        (3, "3"),
        (None, "null"),
        (True, "true"),
        (10**30, "a whole number of more than 18 digits"),
        (date(2026, 11, 1), "2026-11-01"),
        ({"a": 1}, "a table of 1 keys"),
        ([1, 2], "a list of 2"),
        ("sittting", "'sittting'"),
        (CANARY, "a text of 23 characters"),
        ("\ud800", "a text with half of a character"),
    ],
)
def test_what_came_is_shown_by_kind(received: object, said: str) -> None:
    assert repr(shown(received)) == said


@pytest.mark.parametrize("key", ["title", "story", "note", "name", "what_happened", "reason", "owner"])
def test_free_text_is_never_shown_not_even_one_word(key: str) -> None:
    assert "Mary" not in str(Mistake((key,), "Mary", "nothing").received)


def test_a_key_that_is_no_identifier_is_shown_by_its_length() -> None:
    assert key_of(("safety", CANARY)) == "safety.<23 characters>"


PLACES: list[dict[str, Any]] = [
    {"title": [CANARY]},
    {"title": CANARY, "taken_on": "never"},
    {"episode": {"story": {CANARY: 1}}},
    {"episode": {"story": CANARY, "pain_now": 11}},
    {"episode": {"sites": [CANARY]}},
    {"episode": {"onset": CANARY}},
    {"safety": {CANARY: True}},
    {"movements": {CANARY: "worse"}},
    {"tests": {CANARY: 1}},
    {"tests": {"sorensen": CANARY}},
    {"history": {"diagnosis": [{"condition": "vertigo", "given_by": CANARY}]}},
    {"history": {"restriction": [{"avoid": CANARY, "given_by": "surgeon"}]}},
    {"goals": [{"task": CANARY}]},
    {"daily_life": {"workstation": {"rosa": {"a": [CANARY]}}}},
    {CANARY: 1},
    {"format": CANARY},
]


@pytest.mark.parametrize("wrong", PLACES, ids=range(len(PLACES)))
def test_no_case_message_repeats_what_a_person_wrote(wrong: dict[str, Any]) -> None:
    with pytest.raises(RecordError) as caught:
        intake.read(json.dumps(CASE | wrong), "case.json")
    assert "Wilhelmina" not in str(caught.value)
    assert "Quartermaine" not in repr(vars(caught.value))


LINES: list[dict[str, Any]] = [
    {"event": "cleared", "clears": ["XX"], "by": "physician", "name": CANARY, "note": CANARY},
    {"event": "cleared", "clears": ["NL01"], "by": CANARY},
    {"event": "check_in", "what_happened": CANARY, "pain_now": 11},
    {"event": "check_in", "what_happened": [CANARY]},
    {"event": "check_in", CANARY: 1},
    {"event": CANARY},
    {"event": "referred", "to": "physician", "reason": {CANARY: 2}},
    {"event": "corrects", "of": CANARY, "with": None},
    {"event": "corrects", "of": "1", "with": {"event": "walked", "note": CANARY}},
]


@pytest.mark.parametrize("wrong", LINES, ids=range(len(LINES)))
def test_no_journal_message_repeats_what_a_person_wrote(wrong: dict[str, Any]) -> None:
    line = {"at": "2026-11-02T08:00Z", "id": "1"} | wrong
    with pytest.raises(RecordError) as caught:
        intake.read_journal(json.dumps(line), "journal.jsonl")
    assert "Wilhelmina" not in str(caught.value)


@pytest.mark.parametrize("broken", ['title = "{}', "{} = 1", '[client]\nname = "{}"\n[client]\n', "[[{}]]"])
def test_no_toml_message_repeats_what_a_person_wrote(broken: str) -> None:
    with pytest.raises(RecordError) as caught:
        intake.read(broken.format(CANARY), "case.toml")
    assert "Wilhelmina" not in str(caught.value)
