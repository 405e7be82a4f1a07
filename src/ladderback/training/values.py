"""Today's training: what is done, what was changed and why, what the practitioner should know and ask."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from msgspec import Struct, field

from ladderback.programme.values import SessionPlan, Walk
from ladderback.progression.values import PainRule
from ladderback.triage.values import Gate

Kind = Literal["exercise", "amount", "left_out", "added"]


class Changed(Struct, frozen=True, kw_only=True):
    """One change of today: from which exercise to which, with both amounts in words, and why.

    `to` is None when nothing takes the place; `from_` is None when something was added.
    """

    from_: str | None = field(name="from")
    to: str | None
    because: str
    kind: Kind
    from_amount: str = ""
    to_amount: str = ""


class SessionToday(Struct, frozen=True, kw_only=True):
    """The training of today. `session` is None on a hold, and `hold` says why; `gate` is the gate of this day.

    `open_questions` are safety features to be asked today, those of triage first. `quoted` is what the person wrote:
    it stands in the note in their own words.
    """

    session: SessionPlan | None
    changed: tuple[Changed, ...]
    note: str
    open_questions: tuple[str, ...]
    gate: Gate
    hold: str = ""
    pain_rule: PainRule
    walk: Walk | None = None
    come_back_if: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()


class RecordedItem(Struct, frozen=True, kw_only=True):
    """One exercise as it was done, beside what was planned."""

    exercise: str
    side: str | None
    planned: str
    done: str
    pain_during: float | None
    effort: float | None
    stopped: str | None


class SessionRecord(Struct, frozen=True, kw_only=True):
    """One training as it was done."""

    at: datetime
    week: int | None
    session: int | None
    items: tuple[RecordedItem, ...]
    pain_before: float | None
    pain_after: float | None
    minutes: float | None
