"""Which safety questions are asked today: those of triage, and the cauda equina questions at every check-in."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from ladderback.evidence import book
from ladderback.intake.events import CheckIn, Event
from ladderback.triage.values import TriageDecision


def todays_check_in(events: Iterable[Event], on: date) -> CheckIn | None:
    """The check-in of a day; several on one day count as one: the latest words, and every answer given."""
    found = sorted(
        (one for one in events if isinstance(one, CheckIn) and one.at.date() == on), key=lambda one: (one.at, one.id)
    )
    if not found:
        return None
    safety = {name: answer for one in found for name, answer in one.safety.items()}
    denied = any(one.nothing_new for one in found)
    return replace(found[-1], safety=safety, nothing_new=True if denied else found[-1].nothing_new)


def not_asked_today(check_in: CheckIn | None) -> tuple[str, ...]:
    """The cauda equina questions that this check-in leaves open; all of them when there was none."""
    wanted = tuple(book().tables["asked_each_time"])
    if check_in is None:
        return wanted
    if check_in.nothing_new:
        return ()
    return tuple(name for name in wanted if name not in check_in.safety)


def to_be_asked(decision: TriageDecision, check_in: CheckIn | None, mandatory: Iterable[str]) -> tuple[str, ...]:
    """Open questions of today, the most decisive first.

    Args:
        mandatory: the questions that everybody must have answered; asked again when something unnamed is new.
    """
    again = not_asked_today(check_in)
    if check_in is not None and something_unnamed(check_in):
        again = (*again, *(name for name in mandatory if name not in check_in.safety))
    return tuple(dict.fromkeys((*decision.open_questions, *again)))


def something_unnamed(check_in: CheckIn) -> bool:
    """Whether the person said that something is new, and no answer says what."""
    return check_in.nothing_new is False and not any(check_in.safety.values())


def question_words(feature: str) -> str:
    """A safety question in plain words."""
    record = book().safety_features.get(feature)
    return record.question if record and record.question else feature.replace("_", " ")
