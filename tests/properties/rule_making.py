"""Makes rules and people of every kind, for properties and twins."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

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
    Unless,
    walk,
)

FEATURES = ("fever", "rigors", "pregnant", "foot_drop", "saddle_numbness", "night_pain", "smoker")
LIMITS = (0.0, 3.9, 14.0, 18.0, 50.0, 60.0, 70.0, 180.0)
Make = Callable[[SearchStrategy[Rule]], SearchStrategy[Rule]]


def _parts(rules: SearchStrategy[Rule], least: int = 1) -> SearchStrategy[tuple[Rule, ...]]:
    return st.lists(rules, min_size=least, max_size=4).map(tuple)


def _counted(kind: type[AtLeast] | type[Exactly]) -> Make:
    def make(rules: SearchStrategy[Rule]) -> SearchStrategy[Rule]:
        return _parts(rules).flatmap(lambda parts: st.integers(1, len(parts)).map(lambda count: kind(count, parts)))

    return make


def _number(_: SearchStrategy[Rule]) -> SearchStrategy[Rule]:
    return st.builds(Number, st.sampled_from(sorted(NUMBERS)), st.sampled_from(SIGNS), st.sampled_from(LIMITS))


def _feature(_: SearchStrategy[Rule]) -> SearchStrategy[Rule]:
    return st.sampled_from(FEATURES).map(Feature)


def _relief(rules: SearchStrategy[Rule]) -> SearchStrategy[Rule]:
    return rules.filter(lambda rule: not any(isinstance(one, Not | Exactly | Unless) for one in walk(rule)))


GENERATORS: dict[type, Make] = {
    Feature: _feature,
    Number: _number,
    AnyOf: lambda rules: _parts(rules).map(AnyOf),
    AllOf: lambda rules: _parts(rules).map(AllOf),
    AtLeast: _counted(AtLeast),
    Exactly: _counted(Exactly),
    Not: lambda rules: rules.map(Not),
    Unless: lambda rules: st.builds(Unless, rules, _relief(rules)),
}
_LEAVES = st.one_of(_feature(st.nothing()), _number(st.nothing()))
RULES: SearchStrategy[Rule] = st.recursive(
    _LEAVES, lambda rules: st.one_of(*(make(rules) for make in GENERATORS.values())), max_leaves=10
)
PEOPLE = st.fixed_dictionaries({}, optional={name: st.booleans() for name in FEATURES})
MEASURED = st.fixed_dictionaries(
    {}, optional={name: st.sampled_from([*LIMITS, 17.5, 64.0, 200.0]) for name in sorted(NUMBERS)}
)

__all__ = ["FEATURES", "GENERATORS", "MEASURED", "PEOPLE", "RULES"]
