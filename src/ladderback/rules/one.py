"""All rules for one person, with the facts that made each so.

Every fact is one bit. What was answered yes is one number, what was answered no another; what stands in neither is not
known. A rule then is a short expression over those numbers, written out once when the rules are read.

Why: the same rules as calls on objects take ten times as long, and this runs at every answer that somebody taps.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from ladderback.rules.bits import Bits, Evidence, Single, evidence_of, written_out, yes_of
from ladderback.rules.values import Feature, Number, Rule, Sign, walk
from ladderback.terms.errors import RecordError
from ladderback.terms.kleene import Answer

Fact = bool | float


class Facts(NamedTuple):
    """What is known of one person: the bits answered yes and the bits answered no."""

    yes: int
    no: int


class _Steps(NamedTuple):
    """A number's limits in order, and the bits that are yes and no on each limit and between two of them."""

    limits: tuple[float, ...]
    on: tuple[Facts, ...]
    below: tuple[Facts, ...]


class Screen:
    """A set of rules made ready to be run for one person after another."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        self.rules = dict(rules)
        atoms = dict.fromkeys(one for rule in rules.values() for one in walk(rule) if isinstance(one, Feature | Number))
        self._bit = {atom: 1 << place for place, atom in enumerate(atoms)}
        self._atom = {bit: atom for atom, bit in self._bit.items()}
        self._every = (1 << len(atoms)) - 1
        self._feature_bit = {atom.name: bit for atom, bit in self._bit.items() if isinstance(atom, Feature)}
        self._features = sum(self._feature_bit.values())
        self._steps = _steps(self._bit)
        self._names = tuple(self.rules)
        self._yes, self._maybe = written_out(tuple(self.rules.values()), self._bit)
        self._evidence: dict[str, Evidence] = {}
        self._single: dict[str, Single] = {}

    def facts(self, features: Mapping[str, bool | None], numbers: Mapping[str, float | None]) -> Facts:
        """Puts what is known into bits. What no rule asks about is passed over.

        Raises:
            RecordError: a number is not a number (NaN or infinite).
        """
        yes = no = 0
        for name, answer in features.items():
            bit = self._feature_bit.get(name, 0)
            if answer is True:
                yes |= bit
            elif answer is False:
                no |= bit
        for name, value in numbers.items():
            if value is not None and (steps := self._steps.get(name)):
                bits = _step(steps, name, value)
                yes |= bits.yes
                no |= bits.no
        return Facts(yes, no)

    def fired(self, facts: Facts) -> list[str]:
        """The rules that are yes, in the order they were given."""
        return [self._names[place] for place in self._yes(facts.yes, self._every & ~facts.no)]

    def possible(self, facts: Facts) -> list[str]:
        """The rules that are yes or may still become so."""
        return [self._names[place] for place in self._maybe(facts.yes, self._every & ~facts.no)]

    def answers(self, facts: Facts) -> dict[str, Answer]:
        """Each rule's answer: yes, no or not known."""
        yes, maybe = set(self.fired(facts)), set(self.possible(facts))
        return {name: True if name in yes else None if name in maybe else False for name in self._names}

    def because(self, name: str, facts: Facts, numbers: Mapping[str, float | None]) -> dict[str, Fact]:
        """The facts that made a fired rule so, each with its answer or its value."""
        if name not in self._evidence:
            self._evidence[name] = evidence_of(self.rules[name], self._bit)
        found = self._evidence[name](facts.yes, facts.no)
        width = len(self._atom)
        said: dict[str, Fact] = {}
        while found:
            lowest = found & -found
            found ^= lowest
            answered_no = lowest > self._every
            atom = self._atom[lowest >> width if answered_no else lowest]
            said[atom.name] = not answered_no if isinstance(atom, Feature) else numbers[atom.name] or 0.0
        return said

    def run(
        self, features: Mapping[str, bool | None], numbers: Mapping[str, float | None]
    ) -> dict[str, dict[str, Fact]]:
        """Every rule that is yes for this person, with the facts that made it so.

        >>> from ladderback.rules.text import read
        >>> Screen({"A": read("age >= 60 and any(fever, rigors)")}).run({"fever": True}, {"age": 71})
        {'A': {'age': 71, 'fever': True}}
        """
        facts = self.facts(features, numbers)
        return {name: self.because(name, facts, numbers) for name in self.fired(facts)}

    def denied(self, facts: Facts) -> Facts:
        """The same person with every feature that is not known taken as no; numbers stay as they are."""
        return Facts(facts.yes, facts.no | self._features & ~facts.yes)

    def told(self, facts: Facts, name: str, answer: bool) -> Facts:
        """The same person after one more answer; nothing changes when it was known already."""
        bit = self._feature_bit.get(name, 0) & ~(facts.yes | facts.no)
        return Facts(facts.yes | bit, facts.no) if answer else Facts(facts.yes, facts.no | bit)

    def only(self, facts: Facts, names: Iterable[str]) -> Facts:
        """The same person, with nothing but these features and the numbers."""
        keep = ~self._features | self.mask(names)
        return Facts(facts.yes & keep, facts.no & keep)

    def mask(self, names: Iterable[str]) -> int:
        """The bits of several features in one number."""
        return sum(self._feature_bit.get(name, 0) for name in set(names))

    def fires(self, name: str, facts: Facts) -> bool:
        """True when this one rule is yes."""
        if name not in self._single:
            self._single[name] = yes_of(self.rules[name], self._bit)
        return self._single[name](facts.yes, self._every & ~facts.no)

    def is_open(self, facts: Facts, name: str) -> bool:
        """True when a rule asks about this feature and nobody has answered it."""
        bit = self._feature_bit.get(name, 0)
        return bit != 0 and not bit & (facts.yes | facts.no)


def _steps(bit: Bits) -> dict[str, _Steps]:
    found: dict[str, list[Number]] = {}
    for atom in bit:
        if isinstance(atom, Number):
            found.setdefault(atom.name, []).append(atom)
    return {name: _steps_of(atoms, bit) for name, atoms in found.items()}


def _steps_of(atoms: list[Number], bit: Bits) -> _Steps:
    limits = sorted({atom.limit for atom in atoms})
    between = [limits[0] - 1, *((low + high) / 2 for low, high in pairwise(limits)), limits[-1] + 1]

    def at(value: float) -> Facts:
        yes = sum(bit[atom] for atom in atoms if _holds(value, atom.sign, atom.limit))
        return Facts(yes, sum(bit[atom] for atom in atoms) - yes)

    return _Steps(tuple(limits), tuple(map(at, limits)), tuple(map(at, between)))


def _step(steps: _Steps, name: str, value: float) -> Facts:
    if not math.isfinite(value):
        raise RecordError(file="record", key=name, received=value, allowed="a finite number, or nothing")
    place = bisect_left(steps.limits, value)
    on_limit = place < len(steps.limits) and steps.limits[place] == value
    return steps.on[place] if on_limit else steps.below[place]


def _holds(value: float, sign: Sign, limit: float) -> bool:
    if sign in (">=", ">"):
        return value >= limit if sign == ">=" else value > limit
    return value <= limit if sign == "<=" else value < limit
