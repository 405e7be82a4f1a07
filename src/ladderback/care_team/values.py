"""What is written to those who also care: observed, reported, recorded by others, and asked."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from ladderback.triage.values import Urgency

Kind = Literal["progress_report", "restriction_review", "screen", "offer", "referral"]


class Letter(Struct, frozen=True, kw_only=True):
    """The content of one letter, in the order in which it is read.

    `recorded` quotes what a licensed professional wrote, with who and when; `quoted` are those words themselves.
    `about` is the tag of a restriction, the rule or the reason behind the letter.
    """

    kind: Kind
    to: str
    title: str
    urgency: Urgency
    on: date
    about: str = ""
    recorded: tuple[str, ...] = ()
    observed: tuple[str, ...] = ()
    reported: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()


class Standing(Struct, frozen=True, kw_only=True):
    """A question to somebody else that is not answered yet. Emergencies stand first until they are closed."""

    to: str
    urgency: Urgency
    since: date
    days: int
    owner: str
    late: bool
    say: str


class Correspondence(Struct, frozen=True, kw_only=True):
    """Letters that are due and questions that are still open."""

    letters: tuple[Letter, ...]
    standing: tuple[Standing, ...]
