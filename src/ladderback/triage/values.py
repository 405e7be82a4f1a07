"""May we train today, with care, after a referral, or must someone see a doctor now."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ladderback.evidence.red_flags import GATES, URGENCIES, Gate, Urgency
from ladderback.terms.status import Status

__all__ = [
    "GATES",
    "URGENCIES",
    "FollowUp",
    "Gate",
    "IfRestDenied",
    "OpenQuestion",
    "Reason",
    "TriageDecision",
    "Urgency",
]


class Reason(Struct, frozen=True, kw_only=True):
    """One rule that fired: the facts that made it fire, its sources, and what it asks for."""

    rule: str
    because: dict[str, bool | float | str]
    sources: tuple[str, ...]
    status: Status
    urgency: Urgency
    gate: Gate
    recipient: str
    say: str


class IfRestDenied(Struct, frozen=True, kw_only=True):
    """What the answer would be if every open question were answered no. Test cases are scored on it, people never."""

    urgency: Urgency
    gate: Gate


class OpenQuestion(Struct, frozen=True, kw_only=True):
    """A safety question that is still open, in plain words, with what it could change."""

    feature: str
    question: str
    mandatory: bool
    could_reach: Urgency


class TriageDecision(Struct, frozen=True, kw_only=True):
    """The decision. `may_train` is the one question the rooms after this one ask."""

    urgency: Urgency
    gate: Gate
    complete: bool
    if_rest_denied: IfRestDenied
    say: str
    recipient: str
    reasons: tuple[Reason, ...]
    open_questions: tuple[str, ...]
    questions: tuple[OpenQuestion, ...] = ()
    clearance_before_vigorous: bool = False
    cleared: tuple[str, ...] = ()
    may_train: bool


class FollowUp(Struct, frozen=True, kw_only=True):
    """An emergency or same-day answer that somebody has to see through. It stays first until it is closed.

    `owner` is who sees it through; reached, seen and outcome are None while nobody has said. `due_on` is the day by
    which the owner asks. `closed_by` is the id of the event that closed it.
    """

    urgency: Urgency
    rules: tuple[str, ...]
    recipient: str
    owner: str
    opened_on: date
    due_on: date
    reached: bool | None = None
    seen: bool | None = None
    outcome: str | None = None
    closed_by: str | None = None

    @property
    def is_open(self) -> bool:
        """True until an answer, an outcome or a clearance has closed it."""
        return self.closed_by is None
