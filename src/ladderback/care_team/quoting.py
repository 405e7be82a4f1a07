"""Quotes what a licensed professional recorded: their words, who, and when. Never in our own voice."""

from __future__ import annotations

from ladderback.evidence import book
from ladderback.intake.values import IntakeRecord, RecordedDiagnosis, Restriction
from ladderback.progression.numbers import say


def recorded(record: IntakeRecord) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sentences that quote every recorded condition and restriction, and the quoted words."""
    quotes = tuple(_quote(one) for one in record.diagnoses)
    sentences = [say("team", "recorded", quote=quote) for quote in quotes]
    return (*sentences, *(_restriction(one) for one in record.restrictions)), quotes


def _quote(one: RecordedDiagnosis) -> str:
    said = book().letter("conditions").get(one.condition, {})
    quoted: str = said.get("quoted_as", "{given_by} recorded: " + one.condition.replace("_", " ") + " ({on})")
    return quoted.format(given_by=role_words(one.given_by), on=one.on.isoformat() if one.on else say("team", "no_date"))


def _restriction(one: Restriction) -> str:
    until = say("team", "until", date=one.until.isoformat()) if one.until else ""
    return say("team", "restriction", given_by=role_words(one.given_by), avoid=tag_words(one.avoid), until=until)


def role_words(role: str) -> str:
    """A role at the start of a sentence.

    >>> role_words("physician")
    'A physician'
    """
    article = "An" if role[:1] in "aeiou" else "A"
    return f"{article} {role.replace('_', ' ')}"


def tag_words(tag: str) -> str:
    """A tag of the limits in plain words."""
    words: str = book().letter("training")["tag"].get(tag, tag.replace("_", " "))
    return words
