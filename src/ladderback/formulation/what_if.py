"""The questions that can be asked, whether their answer is known, and the record as it would be with each answer."""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ladderback.assessment.numbers import number
from ladderback.evidence.book import book
from ladderback.formulation.facts import Person
from ladderback.intake.values import IntakeRecord


class Question(Struct, frozen=True, kw_only=True):
    """One question: the places of the record it fills, and answers that stand for all others, one row each."""

    id: str
    sets: tuple[str, ...]
    answers: tuple[tuple[Any, ...], ...]
    minutes: float


@cache
def questions() -> tuple[Question, ...]:
    """All questions of the table that can be asked on their own."""
    rows = book().tables["formulation_questions"]
    return tuple(
        Question(
            id=name,
            sets=tuple(row.cells["sets"].split("+")),
            answers=tuple(tuple(_value(part) for part in one.split(",")) for one in row.cells["answers"].split(";")),
            minutes=float(row.cells["minutes"]),
        )
        for name, row in sorted(rows.items())
        if row.cells["answers"]
    )


def _value(text: str) -> Any:
    """A number, yes or no, a list of beliefs, or a word.

    >>> _value("2"), _value("true"), _value("none")
    (2.0, True, ())
    """
    if text in ("true", "false"):
        return text == "true"
    if text == "none":
        return ()
    if text.replace(".", "").isdigit():
        return float(text)
    return tuple(text.split("/")) if "_is_" in text or "_means_" in text else text


def is_known(record: IntakeRecord, question: Question) -> bool:
    """True when every place the question fills is filled, or there is nothing to ask it about."""
    if question.id == "goal_fear":
        fears = [goal.fear for goal in record.goals if goal.target_kg is None]
        return all(fear is not None for fear in fears)
    if question.id == "start_back":
        low = record.mind.start_back_total is not None and record.mind.start_back_total <= number("start_low_total")
        return low or all(_get(record, path) is not None for path in question.sets)
    return all(_get(record, path) is not None for path in question.sets)


def _get(record: IntakeRecord, path: str) -> Any:
    first, *rest = path.split(".")
    value: Any = getattr(record, first)
    for part in rest:
        value = value.get(part) if isinstance(value, dict) else getattr(value, part)
    return value


def possible_records(person: Person, question: Question) -> list[IntakeRecord]:
    """The record with each possible answer filled in; what is known stays."""
    return [_filled(person.record, question, answer) for answer in question.answers]


def _filled(record: IntakeRecord, question: Question, answer: tuple[Any, ...]) -> IntakeRecord:
    if question.id == "goal_fear":
        goals = tuple(replace(goal, fear=answer[0]) if goal.fear is None else goal for goal in record.goals)
        return replace(record, goals=goals)
    for path, value in zip(question.sets, answer, strict=True):
        if _get(record, path) is None:
            record = _set(record, path.split("."), value)
    return record


def _set(value: Any, path: list[str], new: Any) -> Any:
    first, rest = path[0], path[1:]
    if isinstance(value, dict):
        return {**value, first: new}
    return replace(value, **{first: _set(getattr(value, first), rest, new) if rest else new})
