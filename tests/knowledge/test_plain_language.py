"""What clients read is plain: a reading age of about eleven, measured; cues that are their own."""

from __future__ import annotations

import importlib.util
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest

from ladderback.evidence import book

MOST_YEARS = 11.5


def measuring() -> ModuleType:
    path = Path(__file__).resolve().parents[2] / "docs" / "make_exercises.py"
    spec = importlib.util.spec_from_file_location("make_exercises", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MEASURE = measuring()


@pytest.mark.parametrize(("group", "text"), MEASURE.texts().items())
def test_each_group_of_texts_reads_at_about_eleven(group: str, text: str) -> None:
    assert len(text.split()) > 100, group
    assert MEASURE.reading_age(text) <= MOST_YEARS


def test_the_measure_knows_a_hard_text() -> None:
    hard = "Intersegmental neuromuscular dysfunction necessitates multidimensional rehabilitation strategies."
    assert MEASURE.reading_age(hard) > 20


def test_every_single_exercise_reads_easily() -> None:
    hard = {
        one.id: age for one in book().exercises.values() if (age := MEASURE.reading_age(MEASURE.words_of(one))) > 12
    }
    assert hard == {}


def test_no_cue_stands_in_more_than_three_exercises() -> None:
    cues = Counter(cue for one in book().exercises.values() for cue in one.words.cues)
    assert max(cues.values()) <= 3


def test_cues_are_three_short_lines() -> None:
    assert all(len(cue.split()) <= 12 for one in book().exercises.values() for cue in one.words.cues)


def test_every_question_that_is_asked_has_help_for_i_do_not_know() -> None:
    asked = [one for one in book().safety_features.values() if one.kind == "asked"]
    assert len(asked) > 150
    assert all(one.question.endswith("?") and one.help.strip() for one in asked)


def test_five_key_questions_say_what_a_good_answer_sounds_like() -> None:
    questions = book().letter("key_questions")["question"]
    assert len(questions) == 5
    assert all(one["ask"] and one["good_answer"] for one in questions)


def test_the_ten_exercises_of_the_docs_are_as_they_print_now() -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "ten_exercises.md").read_text(encoding="utf-8")
    names = {line[4:] for line in page.splitlines() if line.startswith("### ")}
    assert len(names) == 10
    for one in book().exercises.values():
        if one.words.name in names:
            assert MEASURE.printed(one) in page
