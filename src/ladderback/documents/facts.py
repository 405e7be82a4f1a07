"""What the sheets are made of: the values of the rooms before, and a programme only when it was verified."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec import Struct

from ladderback.assessment.values import Findings
from ladderback.documents.sheet import Picture
from ladderback.ergonomics.values import DayLoad
from ladderback.formulation.values import Formulation
from ladderback.intake.events import Event
from ladderback.intake.values import IntakeRecord
from ladderback.ladder.values import Ladder
from ladderback.programme.values import Composed, Item
from ladderback.terms.errors import LadderbackError
from ladderback.terms.status import Status, weakest
from ladderback.triage.values import TriageDecision
from ladderback.verification import Verified
from ladderback.verification.values import VerificationReport


class NotVerifiedError(LadderbackError, TypeError):
    """Something was to be printed that the second pair of eyes has not passed."""


class Contact(Struct, frozen=True, kw_only=True):
    """Whom to call. What is not given becomes a line to write on, or plain words."""

    name: str | None = None
    phone: str | None = None
    emergency_number: str | None = None


class SlackShown(Struct, frozen=True, kw_only=True):
    """Who takes up the slack in one task: pictures with their captions, and what is told of it. Sentences for the
    client hold no force and end with what they are not; those for the practitioner carry figures. Only a `clear` one
    has a page on the handout."""

    task: str
    client: tuple[str, ...]
    practitioner: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()
    clear: bool = True


class Facts(Struct, frozen=True, kw_only=True):
    """One person on one day: what was told, decided, found and weighed, and the verified programme.

    Ladders, the day by its hours and the slack are optional: what is absent has no page.
    """

    record: IntakeRecord
    decision: TriageDecision
    findings: Findings
    formulation: Formulation
    verified: Verified[Composed]
    contact: Contact = Contact()
    ladders: tuple[Ladder, ...] = ()
    day: DayLoad | None = None
    slack: tuple[SlackShown, ...] = ()

    @property
    def composed(self) -> Composed:
        """The programme with what belongs to it."""
        return passed(self.verified)[0]

    @property
    def checked(self) -> int:
        """How many rules the second pair of eyes looked at."""
        return passed(self.verified)[1].checked

    @property
    def on(self) -> date:
        """The day of the sheet; it also dates the file."""
        return self.record.on


class Followed(Struct, frozen=True, kw_only=True):
    """What was followed since the case was told, for the pictures of the course: the case, the journal, the ladders."""

    told: IntakeRecord
    events: tuple[Event, ...] = ()
    ladders: tuple[Ladder, ...] = ()


def grounds_status(item: Item, findings: Findings, formulation: Formulation) -> Status | None:
    """How sure the numbers in the reason of an exercise are: the weakest norm it rests on; None without a number."""
    if not any(letter.isdigit() for letter in item.why):
        return None
    worked = [one for one in formulation.contributors if any(said in item.why for said in one.for_)]
    return because_status([fact for one in worked for fact in one.because], findings)


def because_status(because: Iterable[str], findings: Findings) -> Status | None:
    """The weakest status of the norms behind some facts, as "test:hip_ir:right"; None when there is none."""
    tests = {tuple(fact.split(":")[1:]) for fact in because if fact.startswith("test:")}
    found = [
        one.norm.status
        for one in findings.findings
        if one.norm is not None and ((one.test, one.side) in tests or (one.test,) in tests)
    ]
    return weakest(found) if found else None


def passed(verified: Any) -> tuple[Composed, VerificationReport]:
    """The programme and its report, when the second pair of eyes has passed it.

    Raises:
        NotVerifiedError: the programme was not verified, or its report is not in order.
    """
    if not isinstance(verified, Verified) or not isinstance(verified.value, Composed):
        what = type(verified).__name__
        raise NotVerifiedError(f"received {what}; only a verified programme is printed. Verify it first.")
    if not verified.report.ok:
        raise NotVerifiedError("the programme has violations; only one in order is printed. Mend it and verify again.")
    return verified.value, verified.report
