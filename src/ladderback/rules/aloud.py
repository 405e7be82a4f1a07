"""A rule in words, as one would read it out to a colleague."""

from __future__ import annotations

from collections.abc import Mapping

from ladderback.rules.values import (
    NUMBERS,
    AllOf,
    AnyOf,
    AtLeast,
    Exactly,
    Feature,
    Not,
    Number,
    Rule,
    Unless,
)

_SIGNS = {">=": "{} or more", ">": "more than {}", "<=": "{} or less", "<": "less than {}"}
_COUNTS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def read_aloud(rule: Rule, words: Mapping[str, str] | None = None) -> str:
    """Reads a rule out.

    Args:
        rule: the rule.
        words: how to say a feature; without it the identifier is read with spaces.

    >>> from ladderback.rules.text import read
    >>> read_aloud(read("age >= 60 and any(fever, rigors) unless pregnant"))
    'age 60 years or more, and fever or rigors; unless pregnant'
    """
    words = words or {}
    if isinstance(rule, Unless):
        return f"{read_aloud(rule.part, words)}; unless {read_aloud(rule.relief, words)}"
    if isinstance(rule, AnyOf):
        return _joined([_part(part, words) for part in rule.parts], "or")
    if isinstance(rule, AllOf):
        return ", and ".join(_part(part, words) for part in rule.parts)
    if isinstance(rule, AtLeast | Exactly):
        many = "or more of" if isinstance(rule, AtLeast) else "and no more of"
        return f"{_count(rule.count)} {many}: {_joined([_part(part, words) for part in rule.parts], 'and')}"
    if isinstance(rule, Not):
        return f"not {_part(rule.part, words)}"
    return _number(rule) if isinstance(rule, Number) else _word(rule, words)


def _part(rule: Rule, words: Mapping[str, str]) -> str:
    """A part of a longer sentence; in brackets when it has joints of its own that would run together."""
    text = read_aloud(rule, words)
    plain = isinstance(rule, Feature | Number | Not) or (
        isinstance(rule, AnyOf) and all(isinstance(part, Feature) for part in rule.parts)
    )
    return text if plain else f"({text})"


def _joined(texts: list[str], last: str) -> str:
    """Commas between, and one word before the last: "a, b or c"."""
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} {last} {texts[-1]}"


def _count(count: int) -> str:
    return _COUNTS[count] if count < len(_COUNTS) else str(count)


def _number(rule: Number) -> str:
    unit = NUMBERS[rule.name]
    said = f"{rule.limit:g}" if unit == "0-10" else f"{rule.limit:g} {unit}"
    name = rule.name.removesuffix("_mmhg").removesuffix("_mmol_l").replace("_", " ")
    return f"{name} {_SIGNS[rule.sign].format(said)}"


def _word(rule: Feature, words: Mapping[str, str]) -> str:
    return words.get(rule.name, rule.name.replace("_", " "))
