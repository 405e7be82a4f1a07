"""A person in one line: what was answered, and what a rule must say to it, on both engines."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import polars as pl

from ladderback.rules import many
from ladderback.rules.one import Screen
from ladderback.rules.values import NUMBERS, features_of
from ladderback.terms.kleene import Answer
from ladderback.triage.known import screen

ANSWERS: dict[str, Answer] = {"yes": True, "no": False, "open": None}


class Person(NamedTuple):
    """`facts`: words that are yes, `-word` is no, `age=71` a number, `*` denies everything else that was not asked."""

    rule: str
    title: str
    facts: str
    says: str

    @property
    def expected(self) -> Answer:
        return ANSWERS[self.says]

    @property
    def features(self) -> dict[str, bool]:
        words = [word for word in self.facts.split() if "=" not in word and word != "*"]
        told = {word.removeprefix("-"): not word.startswith("-") for word in words}
        denied = features_of(screen().rules[self.rule]) if "*" in self.facts.split() else ()
        return dict.fromkeys(denied, False) | told

    @property
    def numbers(self) -> dict[str, float]:
        pairs = [word.split("=") for word in self.facts.split() if "=" in word]
        assert all(name in NUMBERS for name, _ in pairs), self.facts
        return {name: float(value) for name, value in pairs}

    def __str__(self) -> str:
        return f"{self.rule}: {self.title}"


def table(text: str) -> tuple[Person, ...]:
    """Reads a table of people: rule | who | facts | what the rule says."""
    rows = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines() if line.strip()]
    return tuple(Person(*row) for row in rows)


def both(person: Person) -> dict[str, Answer]:
    """What the two engines say of one rule for one person."""
    return {"one": _one(person), "many": _many(person)}


@cache
def _alone(rule: str) -> Screen:
    return Screen({rule: screen().rules[rule]})


def _one(person: Person) -> Answer:
    alone = _alone(person.rule)
    return alone.answers(alone.facts(person.features, person.numbers))[person.rule]


def _many(person: Person) -> Answer:
    row = {name: [value] for name, value in (person.features | person.numbers).items()}
    people = pl.DataFrame(row or {"nobody": [None]})
    answer = many.answers(people, {person.rule: screen().rules[person.rule]})[person.rule][0]
    assert answer is None or isinstance(answer, bool)
    return answer
