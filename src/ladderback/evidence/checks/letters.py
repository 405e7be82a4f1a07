"""Letters: none of the words we never say, and each sentence that others refer to by name is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ladderback.evidence.book import Book
from ladderback.evidence.red_flags import GATES, URGENCIES
from ladderback.terms.words import forbidden_in

# Letters whose keys must cover a vocabulary of the book: letter, part, and what it must have a sentence for.
BELIEFS = ("back_is_fragile", "pain_means_damage", "rest_is_best", "surgery_only")


def check(book: Book) -> list[str]:
    """Every sentence that says a word it must not, and every gap."""
    return [*_spoken(book), *_gaps(book), *_questions(book)]


def _spoken(book: Book) -> Iterator[str]:
    for language, letters in book.letters.items():
        for name, letter in letters.items():
            for where, text in _sentences(letter, name):
                if where.endswith(("quoted_as", ".plain_quote")):
                    continue
                for word in forbidden_in(text):
                    yield f"letters/{language}/{where}: the word {word!r} must not be said"


def _sentences(value: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in ("sources", "status"):
                yield from _sentences(one, f"{where}.{key}")
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from _sentences(one, f"{where}[{number}]")


def _gaps(book: Book) -> Iterator[str]:
    triage, education = book.letter("triage"), book.letter("education")
    wanted = {
        "triage urgency": (URGENCIES, triage["urgency"]),
        "triage gate": (GATES, triage["gate"]),
        "education belief": (BELIEFS, education["belief"]),
        "contributors": (tuple(book.contributors), book.letter("contributors")),
    }
    for letter, (keys, given) in wanted.items():
        for key in keys:
            if key not in given:
                yield f"letters/en/{letter}: no sentence for {key}"
    if len(book.letter("key_questions")["question"]) != 5:
        yield "letters/en/key_questions: there must be five questions"


def _questions(book: Book) -> Iterator[str]:
    for feature in book.safety_features.values():
        if feature.kind in ("asked", "observed", "examined") and not feature.question.strip():
            yield f"safety feature {feature.feature}: has no question in plain words"
        for word in forbidden_in(feature.question + " " + feature.help) if feature.who == "person" else ():
            yield f"safety feature {feature.feature}: the word {word!r} must not be said"
