"""`book check` finds what is wrong: each fault is put into a good book and must be named."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from ladderback.evidence import Book, book
from ladderback.evidence.checks import exercises, letters, references


def with_exercise(name: str, **changes: Any) -> Book:
    changed = msgspec.structs.replace(book().exercises[name], **changes)
    return msgspec.structs.replace(book(), exercises=book().exercises | {name: changed})


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"harder": ("no_such_exercise",)}, "not in the catalogue"),
        ({"harder": ("dir_prone_lie",), "load_class": 4}, "lower load class"),
        ({"easier": ("core_superman",)}, "higher load class"),
        ({"harder": ("calf_double",)}, "lead back to itself"),
        ({"targets": ("wings",)}, "no contributor"),
        ({"load_class": 9}, "is not 1 to 5"),
    ],
)
def test_a_fault_in_an_exercise_is_named(changes: dict[str, Any], said: str) -> None:
    assert any(said in problem for problem in exercises.check(with_exercise("calf_single", **changes)))


def test_a_cue_in_four_exercises_is_named() -> None:
    cue = book().exercises["calf_single"].words.cues[0]
    changed = dict(book().exercises)
    for name in ("calf_double", "calf_seat", "bal_sls"):
        words = msgspec.structs.replace(changed[name].words, cues=(cue, *changed[name].words.cues[1:]))
        changed[name] = msgspec.structs.replace(changed[name], words=words)
    found = exercises.check(msgspec.structs.replace(book(), exercises=changed))
    assert any("stands in 4 exercises" in problem for problem in found)


def test_a_word_we_never_say_is_named() -> None:
    words = msgspec.structs.replace(book().exercises["calf_single"].words, purpose="This repairs the damage.")
    assert any("'damage'" in problem for problem in exercises.check(with_exercise("calf_single", words=words)))


def test_a_source_that_leads_nowhere_is_named() -> None:
    found = references.check(with_exercise("calf_single", sources=("NOBODY1999",)))
    assert any("NOBODY1999" in problem for problem in found)


def test_a_record_without_a_source_is_named() -> None:
    assert "exercises calf_single: has no source" in references.check(with_exercise("calf_single", sources=()))


def test_a_source_that_nobody_cites_is_named() -> None:
    lonely = msgspec.structs.replace(book().sources["CLINBOOK"], key="LONELY")
    found = references.check(msgspec.structs.replace(book(), sources=book().sources | {"LONELY": lonely}))
    assert "source LONELY: nothing cites it" in found


def test_a_letter_that_says_too_much_is_named() -> None:
    changed = {
        "en": book().letters["en"] | {"triage": book().letter("triage") | {"extra": "It is only wear and tear."}}
    }
    found = letters.check(msgspec.structs.replace(book(), letters=changed))
    assert any("wear and tear" in problem for problem in found)
