"""What follows from an answer: features read from ages, durations, sites, medicines and recorded conditions.

The rows are knowledge (`tables/derived_features.csv`, `tables/conditions.csv`); here they are only asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from ladderback.evidence import book
from ladderback.intake.mistakes import Path
from ladderback.intake.values import IntakeRecord
from ladderback.terms.kleene import Answer

DAYS_A_YEAR = 365.25
ADULT = 18


class Derived(NamedTuple):
    """A feature that follows from another answer, from where, and in which words; a fixed one is not contradicted."""

    feature: str
    says: bool
    path: Path
    why: str
    fixed: bool


def derived(record: IntakeRecord) -> Iterator[Derived]:
    """Every feature that follows from a reading or from a recorded condition."""
    for row in rows():
        value = reading(record, row.reading)
        answer = None if value is None else row.ask(value)
        if answer is None or (row.says != "yes_no" and not answer):
            continue
        says = answer if row.says == "yes_no" else row.says == "yes"
        yield Derived(row.feature, says, row.path, _why(row.reading, value), row.fixed)
    yield from _recorded(record)


def _why(name: str, value: object) -> str:
    shown = f" = {value:g}" if isinstance(value, int | float) and not isinstance(value, bool) else ""
    return f"derived from {name}{shown}"


def _recorded(record: IntakeRecord) -> Iterator[Derived]:
    table = book().tables["conditions"]
    for index, one in enumerate(record.diagnoses):
        cells = table[one.condition].cells
        features = cells["answers"] if one.state == "healed" else f"{cells['answers']};{cells['answers_unless_healed']}"
        why = f"recorded by {one.given_by}" + (f" on {one.on}" if one.on else "") + f": {one.condition}"
        for feature in filter(None, features.split(";")):
            yield Derived(feature, True, ("history", "diagnosis", index, "condition"), why, True)


class Row(NamedTuple):
    """One row of the table of derived features, ready to be asked."""

    feature: str
    reading: str
    path: Path
    ask: Callable[[Any], Answer]
    says: str
    fixed: bool


@cache
def rows() -> tuple[Row, ...]:
    """The table of derived features, in its order."""
    return tuple(_row(row.cells) for row in book().tables["derived_features"].values())


def _row(cells: dict[str, str]) -> Row:
    name = cells["reading"]
    path = tuple(name.split(".")) if "." in name else ("client", "age")
    ask = ASKED[cells["how"]](cells["first"], cells["second"])
    return Row(cells["feature"], name, path, ask, cells["says"], cells["yields"] == "fixed")


def _named(words: str) -> Callable[[Any], Answer]:
    wanted = frozenset(words.split())
    return lambda given: bool(wanted & ({given} if isinstance(given, str) else set(given)))


def _pair(first: str, second: str, both: bool) -> Callable[[Any], Answer]:
    """Yes or no when at least one of a pair is named; unknown when neither is."""

    def ask(given: Any) -> Answer:
        named = (first in given) + (second in given)
        return None if not named else (named == 2) is both

    return ask


ASKED: dict[str, Callable[[str, str], Callable[[Any], Answer]]] = {
    "at_least": lambda first, _: lambda given: given >= float(first),
    "more_than": lambda first, _: lambda given: given > float(first),
    "below": lambda first, _: lambda given: given < float(first),
    "between": lambda first, second: lambda given: float(first) <= given <= float(second),
    "includes": lambda first, _: _named(first),
    "includes_both": lambda first, second: _pair(first, second, both=True),
    "includes_one": lambda first, second: _pair(first, second, both=False),
    "answer": lambda _, __: lambda given: bool(given),
}


def reading(record: IntakeRecord, name: str) -> Any:
    """What a row reads: a key of the case, or a number worked out of several; None when it is not known."""
    if name in WORKED_OUT:
        return WORKED_OUT[name](record)
    part, key = name.split(".")
    table = getattr(record, part)
    return table.get(key) if isinstance(table, dict) else getattr(table, key)


def _age_at_onset(record: IntakeRecord) -> float | None:
    days = record.episode.duration_days
    return None if days is None else record.client.age - days / DAYS_A_YEAR


def _adult_bmi(record: IntakeRecord) -> float | None:
    """Body mass index [kg/m2] of an adult; the bands do not hold for the young."""
    client = record.client
    if client.age < ADULT or client.height_cm is None or client.mass_kg is None:
        return None
    return body_mass_index(client.mass_kg, client.height_cm)


def body_mass_index(mass_kg: float, height_cm: float) -> float:
    """Mass over height squared [kg/m2].

    Source: WHOBMI

    >>> round(body_mass_index(70, 175), 1)
    22.9
    """
    return mass_kg / (height_cm / 100) ** 2


def _pain_without_sites(record: IntakeRecord) -> float | None:
    episode = record.episode
    given = [pain for pain in (episode.pain_now, episode.pain_average, episode.pain_worst) if pain is not None]
    return None if episode.sites is not None or not given else max(given)


def _female_age_unasked(record: IntakeRecord) -> int | None:
    """The age of a woman whom nobody asks whether she is pregnant."""
    client = record.client
    asked = is_asked(book().tables["mandatory_questions"]["pregnant"].cells, client.sex, client.age)
    return None if client.sex != "female" or asked else client.age


WORKED_OUT: dict[str, Callable[[IntakeRecord], float | None]] = {
    "age_at_onset": _age_at_onset,
    "adult_bmi": _adult_bmi,
    "pain_without_sites": _pain_without_sites,
    "female_age_unasked": _female_age_unasked,
}


def mandatory(record: IntakeRecord) -> tuple[str, ...]:
    """The safety questions that this person must have answered before any training."""
    client = record.client
    table = book().tables["mandatory_questions"]
    return tuple(name for name, row in table.items() if is_asked(row.cells, client.sex, client.age))


def is_asked(cells: dict[str, str], sex: str, age: int) -> bool:
    """True when a mandatory question is asked of a person of this sex and age [years]."""
    if cells["sex"] not in ("", sex):
        return False
    return float(cells["age_from"] or 0) <= age <= float(cells["age_to"] or 200)
