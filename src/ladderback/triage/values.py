"""May we train today, with care, after a referral, or must someone see a doctor now."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ladderback.terms.status import Status

Urgency = Literal["monitor_train", "routine", "within_2_weeks", "same_day", "emergency_now"]
URGENCIES: tuple[Urgency, ...] = ("monitor_train", "routine", "within_2_weeks", "same_day", "emergency_now")
Gate = Literal[
    "proceed",
    "proceed_modified",
    "proceed_modified_flexion_bias",
    "hold_extension_and_impact",
    "hold_until_answered",
    "hold_until_contact",
    "hold_until_cleared",
    "hold_all",
]
GATES: tuple[Gate, ...] = (
    "proceed",
    "proceed_modified",
    "proceed_modified_flexion_bias",
    "hold_extension_and_impact",
    "hold_until_answered",
    "hold_until_contact",
    "hold_until_cleared",
    "hold_all",
)


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
