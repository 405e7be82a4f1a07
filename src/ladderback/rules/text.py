"""The rule language: `any(saddle_numbness, groin_numbness) unless stable_baseline_gt_14d_unchanged`, read and written.

rule    := choice ["unless" choice]
choice  := both ("or" both)*
both    := single ("and" single)*
single  := "not" single | "(" rule ")" | feature | number sign limit
         | ("any" | "all") "(" rules ")" | ("at_least" | "exactly") "(" count "," rules ")"
"""

from __future__ import annotations

import re

from ladderback.rules.values import (
    NUMBERS,
    SIGNS,
    AllOf,
    AnyOf,
    AtLeast,
    Exactly,
    Feature,
    Not,
    Number,
    Rule,
    Sign,
    Unless,
)
from ladderback.terms.errors import KnowledgeError

_TOKEN = re.compile(r"\s*(>=|<=|>|<|[(),]|[a-z][a-z0-9_]*|-?\d+(?:\.\d+)?)")
_SIGNS: dict[str, Sign] = {sign: sign for sign in SIGNS}
_COUNTED: dict[str, type[AtLeast] | type[Exactly]] = {"at_least": AtLeast, "exactly": Exactly}


def read(text: str, file: str = "red_flag_rules") -> Rule:
    """Reads a sentence of the rule language.

    Args:
        text: the sentence, as it stands in `when`.
        file: named in the error when the sentence is not clear.

    Raises:
        KnowledgeError: where reading stopped, what came and what is allowed there.

    >>> write(read("age >= 60 and any(fever, rigors)"))
    'age >= 60 and any(fever, rigors)'
    """
    reader = _Reader(_tokens(text, file), file)
    rule = reader.rule()
    if reader.here:
        reader.refuse("the end of the sentence, and, or, unless")
    return rule


def write(rule: Rule) -> str:
    """Writes a rule as the sentence it is read from.

    >>> write(read("at_least(2, fever, not rigors)"))
    'at_least(2, fever, not rigors)'
    """
    if isinstance(rule, Unless):
        return f"{_inner(rule.part)} unless {_inner(rule.relief)}"
    if isinstance(rule, AnyOf | AllOf) and _is_joined(rule):
        return (" or " if isinstance(rule, AnyOf) else " and ").join(_inner(part) for part in rule.parts)
    if isinstance(rule, AnyOf | AllOf):
        name = "any" if isinstance(rule, AnyOf) else "all"
        return f"{name}({', '.join(write(part) for part in rule.parts)})"
    if isinstance(rule, AtLeast | Exactly):
        name = "at_least" if isinstance(rule, AtLeast) else "exactly"
        return f"{name}({rule.count}, {', '.join(write(part) for part in rule.parts)})"
    if isinstance(rule, Not):
        return f"not {_inner(rule.part)}"
    return f"{rule.name} {rule.sign} {_figure(rule.limit)}" if isinstance(rule, Number) else rule.name


def _figure(limit: float) -> str:
    """A limit as one writes it by hand: no exponent, no trailing nought."""
    return f"{limit:.6f}".rstrip("0").rstrip(".")


def _is_joined(rule: AnyOf | AllOf) -> bool:
    """Written with "and" or "or" between its parts; a choice of plain features is written as a list."""
    listed = isinstance(rule, AnyOf) and all(isinstance(part, Feature) for part in rule.parts)
    return len(rule.parts) > 1 and not listed


def _inner(rule: Rule) -> str:
    """A part inside a longer sentence, in brackets where it could be misread."""
    joined = isinstance(rule, Unless) or (isinstance(rule, AnyOf | AllOf) and _is_joined(rule))
    return f"({write(rule)})" if joined else write(rule)


def _tokens(text: str, file: str) -> list[str]:
    found, at, text = [], 0, text.rstrip()
    while at < len(text):
        token = _TOKEN.match(text, at)
        if token is None:
            allowed = "words in lower_snake_case, numbers, brackets, commas and >= > <= <"
            raise KnowledgeError(file=file, key=f"when, letter {at + 1}", received=text[at:].strip(), allowed=allowed)
        found.append(token[1])
        at = token.end()
    return found


class _Reader:
    """Reads from left to right, one word ahead."""

    def __init__(self, tokens: list[str], file: str) -> None:
        self.tokens, self.at, self.file = tokens, 0, file

    @property
    def here(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1]

    def need(self, token: str) -> None:
        if self.here != token:
            self.refuse(repr(token))
        self.at += 1

    def refuse(self, allowed: str) -> None:
        received = self.here or "the end of the sentence"
        raise KnowledgeError(file=self.file, key=f"when, word {self.at + 1}", received=received, allowed=allowed)

    def rule(self) -> Rule:
        rule = self.choice()
        if self.here == "unless":
            self.take()
            return Unless(rule, self.choice())
        return rule

    def choice(self) -> Rule:
        parts = [self.both()]
        while self.here == "or":
            self.take()
            parts.append(self.both())
        return AnyOf(tuple(parts)) if len(parts) > 1 else parts[0]

    def both(self) -> Rule:
        parts = [self.single()]
        while self.here == "and":
            self.take()
            parts.append(self.single())
        return AllOf(tuple(parts)) if len(parts) > 1 else parts[0]

    def single(self) -> Rule:
        if self.here == "not":
            self.take()
            return Not(self.single())
        if self.here == "(":
            self.take()
            rule = self.rule()
            self.need(")")
            return rule
        if self.here in ("any", "all"):
            return AnyOf(self.listed()) if self.take() == "any" else AllOf(self.listed())
        if self.here in _COUNTED:
            return self.counted()
        return self.compared() if self.here in NUMBERS else self.feature()

    def feature(self) -> Rule:
        if not self.here or not self.here[0].isalpha() or self.here in ("and", "or", "unless"):
            self.refuse("a feature, a number, any, all, at_least, exactly, not or a bracket")
        return Feature(self.take())

    def listed(self) -> tuple[Rule, ...]:
        self.need("(")
        return self.rest_of_list([])

    def rest_of_list(self, parts: list[Rule]) -> tuple[Rule, ...]:
        parts.append(self.rule())
        while self.here == ",":
            self.take()
            parts.append(self.rule())
        self.need(")")
        return tuple(parts)

    def counted(self) -> Rule:
        kind = _COUNTED[self.take()]
        self.need("(")
        if not self.here.isdigit():
            self.refuse("a whole number")
        count = int(self.take())
        self.need(",")
        return kind(count, self.rest_of_list([]))

    def compared(self) -> Rule:
        name = self.take()
        if self.here not in _SIGNS:
            self.refuse(f"one of {', '.join(_SIGNS)} after {name}")
        sign = _SIGNS[self.take()]
        if not self.here.lstrip("-")[:1].isdigit():
            self.refuse("a number")
        return Number(name, sign, float(self.take()))
