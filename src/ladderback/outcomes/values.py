"""Has it helped: changes against error and against what matters, how long relief lasts, what the falsifiers say."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct, field

from ladderback.assessment.values import Ask
from ladderback.terms.sides import Side
from ladderback.terms.status import Status

Says = Literal["holds", "fails", "too early"]


class Change(Struct, frozen=True, kw_only=True):
    """One measure at two moments. `beyond_mdc` and `beyond_mcid` are None where the figure is not known.

    A change is real for one person only from the MDC on; an MCID below the MDC is raised to it. `status` is that of
    the weaker of the two figures.
    """

    measure: str
    side: Side | None = None
    from_: float | str = field(name="from")
    to: float | str
    unit: str = ""
    better: bool | None = None
    beyond_mdc: bool | None
    beyond_mcid: bool | None
    mdc: float | None = None
    mcid: float | None = None
    status: Status = "proposal"
    say: str


class Durability(Struct, frozen=True, kw_only=True):
    """How long the relief after one technique lasted, entry by entry [hours]."""

    technique: str
    hours: tuple[float, ...]
    growing: bool
    half_time: float | None = None
    short: bool | None = None
    too_small: int = 0
    not_followed: int = 0
    say: str


class Falsified(Struct, frozen=True, kw_only=True):
    """What a falsifier says now: the contributor holds so far, does not hold, or it is too early."""

    contributor: str
    side: Side | None
    says: Says
    because: str
    falsifier: str


class Recurrence(Struct, frozen=True, kw_only=True):
    """A new episode after a stretch without pain [days]."""

    on: date
    free_days: int
    say: str


class Adherence(Struct, frozen=True, kw_only=True):
    """What was done of what was planned; counted, never graded."""

    trained: int
    planned: int | None
    walks: int
    walk_minutes: float
    say: str


class Review(Struct, frozen=True, kw_only=True):
    """The answer of a review, with what to ask next and one sentence that says what comes next.

    `professional` says whether somebody licensed should review what has not lasted: not needed, soon, or now.
    """

    changes: tuple[Change, ...]
    durability: tuple[Durability, ...]
    falsifiers: tuple[Falsified, ...]
    next_best: tuple[Ask, ...]
    next: str
    recurrence: tuple[Recurrence, ...] = ()
    adherence: Adherence
    plateau: bool | None = None
    look_elsewhere: tuple[str, ...] = ()
    professional: Literal["", "soon", "now"] = ""
    says: tuple[str, ...] = ()
