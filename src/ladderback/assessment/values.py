"""What we measured, set against people of the same sex, age, position and instrument."""

from __future__ import annotations

from datetime import date
from typing import Literal

from msgspec import Struct

from ladderback.terms.sides import Side
from ladderback.terms.status import Status

Verdict = Literal["typical", "borderline", "finding"]


class NormUsed(Struct, frozen=True, kw_only=True):
    """The norm a value was set against, and why this one when several fitted."""

    norm: str
    mean: float | None = None
    sd: float | None = None
    low: float | None = None
    high: float | None = None
    cutoff: float | None = None
    population: str
    source: str
    status: Status
    chosen_because: str = ""


class Finding(Struct, frozen=True, kw_only=True):
    """One value with its verdict. `verdict` is None when no norm fits: the value is kept and `note` says so.

    `z` is signed so that negative is worse. `strong` is True when the value is typical and at least as good as the
    mean of its norm (or meets its published target): evidence against training it further.
    """

    test: str
    side: Side | None
    value: float | str
    unit: str
    norm: NormUsed | None
    z: float | None
    side_difference: float | None
    verdict: Verdict | None
    beyond_mdc: bool | None
    strong: bool = False
    note: str = ""
    position: str = ""
    instrument: str = ""
    on: date | None = None
    change: float | None = None  # since the earlier value of the same test, side, position and instrument
    change_beyond_mdc: bool | None = None


class Ask(Struct, frozen=True, kw_only=True):
    """A test or question worth doing next: what it costs, who may do it, what in the programme it can change."""

    ask: str
    minutes: float
    why: str
    who: str = "trainer"
    value_per_minute: float = 0.0


class Findings(Struct, frozen=True, kw_only=True):
    """All findings. `regions` says for hips and rib cage (and more) whether they are ruled in, out, or still open."""

    findings: tuple[Finding, ...]
    regions: dict[str, Literal["in", "out", "open"]]
