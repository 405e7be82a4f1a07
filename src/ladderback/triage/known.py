"""What triage knows of one person: the safety features and the numbers that rules ask about."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ladderback.evidence import book
from ladderback.intake.values import IntakeRecord
from ladderback.rules import read
from ladderback.rules.one import Facts, Screen
from ladderback.rules.values import Feature, Rule, Unless, parts_of, reliefs_of

Numbers = dict[str, float | None]
CONTEXT = "triage_context"


class Known(NamedTuple):
    """Facts as bits, and the numbers behind them."""

    facts: Facts
    numbers: Numbers


class Shape(NamedTuple):
    """What a rule asks about: facts that speak for it, facts that relieve it, and the bits of those that tell.

    Who somebody is, where it hurts and since when does not tell: it is true of most people.
    """

    speaks: tuple[str, ...]
    relieves: tuple[str, ...]
    tells: int


@cache
def screen() -> Screen:
    """All red-flag rules of the book, made ready once."""
    return Screen(
        {name: read(rule.when, f"red_flag_rules/{name}.toml") for name, rule in book().red_flag_rules.items()}
    )


@cache
def shapes() -> dict[str, Shape]:
    """For each rule, which features speak for it and which relieve it."""
    return {name: _shape(rule) for name, rule in screen().rules.items()}


def _shape(rule: Rule) -> Shape:
    speaks = _speaks(rule)
    return Shape(speaks, reliefs_of(rule), screen().mask(one for one in speaks if one not in context()))


@cache
def context() -> frozenset[str]:
    """Features that say who, where and since when."""
    return frozenset(book().tables[CONTEXT])


@cache
def number(key: str) -> float:
    """A number of triage by key [unit as in the record]."""
    return float(book().tables["triage_numbers"][key].cells["value"])


def known(record: IntakeRecord) -> Known:
    """The record's features and numbers, as the rules read them."""
    numbers = numbers_of(record)
    features = record.features | {"sex_male": record.client.sex == "male"}
    return Known(screen().facts(features, numbers), numbers)


def numbers_of(record: IntakeRecord) -> Numbers:
    """Every number that a rule may compare; None where it was not taken."""
    client, episode, vitals, mind = record.client, record.episode, record.vitals, record.mind
    return {
        "age": client.age,
        "duration_days": episode.duration_days,
        "pain_now": episode.pain_now,
        "pain_worst": episode.pain_worst,
        "systolic_mmhg": vitals.systolic_mmhg,
        "diastolic_mmhg": vitals.diastolic_mmhg,
        "glucose_mmol_l": vitals.glucose_mmol_l,
        "pregnancy_week": client.pregnancy_week,
        "phq9": mind.phq9,
        "start_back_total": mind.start_back_total,
        "start_back_psych": mind.start_back_psych,
    }


def _speaks(rule: Rule) -> tuple[str, ...]:
    """The features outside every exception."""
    parts = (rule.part,) if isinstance(rule, Unless) else parts_of(rule)
    own = (rule.name,) if isinstance(rule, Feature) else ()
    return tuple(dict.fromkeys((*own, *(name for part in parts for name in _speaks(part)))))
