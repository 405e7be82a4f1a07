"""A rule as a value, built from a small closed set of operations; each checks itself when it is built."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Literal, get_args

from msgspec import Struct

from ladderback.terms.errors import KnowledgeError, nearest_word

Sign = Literal[">=", ">", "<=", "<"]
SIGNS: tuple[Sign, ...] = get_args(Sign)
# Numbers a rule may compare, each with its unit. A number that was not taken is not known, never zero.
NUMBERS: dict[str, str] = {
    "age": "years",
    "duration_days": "days",
    "pain_now": "0-10",
    "pain_worst": "0-10",
    "systolic_mmhg": "mmHg",
    "diastolic_mmhg": "mmHg",
    "glucose_mmol_l": "mmol/L",
    "pregnancy_week": "weeks",
    "phq9": "points",
    "start_back_total": "points",
    "start_back_psych": "points",
}
MOST, DECIMALS = 100_000, 3
RESERVED = frozenset({"any", "all", "at_least", "exactly", "and", "or", "not", "unless"})
_WORD = re.compile(r"[a-z][a-z0-9_]*\Z")


class Feature(Struct, frozen=True, tag=True):
    """A safety feature: yes, no or not known."""

    name: str

    def __post_init__(self) -> None:
        if not _WORD.match(self.name) or self.name in RESERVED or self.name in NUMBERS:
            _refuse("feature", self.name, "the name of a safety feature in lower_snake_case")


class Number(Struct, frozen=True, tag=True):
    """A number held against a limit, as `age >= 60`; not known while the number is not known."""

    name: str
    sign: Sign
    limit: float

    def __post_init__(self) -> None:
        if self.name not in NUMBERS:
            _refuse("number", self.name, f"one of {', '.join(NUMBERS)}", nearest_word(self.name, NUMBERS))
        if self.sign not in SIGNS:
            _refuse("sign", self.sign, f"one of {', '.join(SIGNS)}")
        if isinstance(self.limit, bool) or not math.isfinite(self.limit) or abs(self.limit) > MOST:
            _refuse("limit", self.limit, f"a number of at most {MOST}")
        if round(self.limit, DECIMALS) != self.limit:
            _refuse("limit", self.limit, f"at most {DECIMALS} decimals")


class AnyOf(Struct, frozen=True, tag=True):
    """Yes when one part is yes; no only when every part is no."""

    parts: tuple[Rule, ...]

    def __post_init__(self) -> None:
        _need_parts("any", self.parts)


class AllOf(Struct, frozen=True, tag=True):
    """Yes when every part is yes; no as soon as one is no."""

    parts: tuple[Rule, ...]

    def __post_init__(self) -> None:
        _need_parts("all", self.parts)


class AtLeast(Struct, frozen=True, tag=True):
    """Yes when `count` parts or more are yes; no when even with everything open so many cannot be reached."""

    count: int
    parts: tuple[Rule, ...]

    def __post_init__(self) -> None:
        _need_count("at_least", self.count, self.parts)


class Exactly(Struct, frozen=True, tag=True):
    """Yes when exactly `count` parts are yes and no part is open."""

    count: int
    parts: tuple[Rule, ...]

    def __post_init__(self) -> None:
        _need_count("exactly", self.count, self.parts)


class Not(Struct, frozen=True, tag=True):
    """Turns yes and no around; not known stays not known."""

    part: Rule


class Unless(Struct, frozen=True, tag=True):
    """A rule with an exception. The exception relieves only when it was answered yes; not asked counts as no."""

    part: Rule
    relief: Rule

    def __post_init__(self) -> None:
        for one in walk(self.relief):
            if isinstance(one, Not | Exactly | Unless):
                _refuse("unless", type(one).__name__, "an exception built of facts that were answered yes")


Rule = Feature | Number | AnyOf | AllOf | AtLeast | Exactly | Not | Unless
OPERATIONS: tuple[type, ...] = get_args(Rule)


def parts_of(rule: Rule) -> tuple[Rule, ...]:
    """What a rule is built of, one step down."""
    if isinstance(rule, AnyOf | AllOf | AtLeast | Exactly):
        return rule.parts
    if isinstance(rule, Not):
        return (rule.part,)
    return (rule.part, rule.relief) if isinstance(rule, Unless) else ()


def walk(rule: Rule) -> Iterator[Rule]:
    """The rule and everything it is built of, outermost first."""
    yield rule
    for part in parts_of(rule):
        yield from walk(part)


def features_of(rule: Rule) -> tuple[str, ...]:
    """The safety features a rule asks about, in the order they are written, each once."""
    return tuple(dict.fromkeys(one.name for one in walk(rule) if isinstance(one, Feature)))


def reliefs_of(rule: Rule) -> tuple[str, ...]:
    """The features that can relieve a rule."""
    reliefs = [one.relief for one in walk(rule) if isinstance(one, Unless)]
    return tuple(dict.fromkeys(name for relief in reliefs for name in features_of(relief)))


def _need_parts(name: str, parts: tuple[Rule, ...]) -> None:
    if not parts:
        _refuse(name, parts, "one part or more")


def _need_count(name: str, count: int, parts: tuple[Rule, ...]) -> None:
    _need_parts(name, parts)
    if isinstance(count, bool) or not 1 <= count <= len(parts):
        _refuse(name, count, f"a count from 1 to {len(parts)}")


def _refuse(key: str, received: object, allowed: str, nearest: str | None = None) -> None:
    raise KnowledgeError(file="red_flag_rules", key=f"when: {key}", received=received, allowed=allowed, nearest=nearest)
