"""What the ladder hands on: rungs from what a person can do now to the life task, each with its load on this spine."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal

from msgspec import Struct

from ladderback.evidence.ladders import Quality, StepKind, Variation
from ladderback.terms.sides import Side

RungState = Literal["done", "now", "next", "later", "locked", "stepped_back"]
Changed = Quality | Literal["load", "repetitions"]
Verdict = Literal["good", "repeat", "back"]
WhyNone = Literal["no_height", "no_mass", "no_poses", "nothing_allowed"]


class Asked(Struct, frozen=True, kw_only=True):
    """What a rung asks of a person, for whoever knows the limits: every word by which a limit may name it."""

    words: frozenset[str]
    exercise: str
    load_kg: float


class Closed(Struct, frozen=True, kw_only=True):
    """A limit keeps a rung out today: which rule, the sentence for the person, which roles may allow it, and from which
    week of the programme it opens by itself (None: in none of them)."""

    rule: str
    because: str
    who: tuple[str, ...] = ()
    opens_in_week: int | None = None


Limits = Callable[[Asked], Closed | None]


def no_limits(_: Asked) -> Closed | None:
    """Nothing is closed: for tables and tests; a person's own limits come from the programme."""
    return None


class Try(Struct, frozen=True, kw_only=True):
    """One try of a rung as it was logged, and what it counts for."""

    on: date
    verdict: Verdict
    reps: int | None = None
    load_kg: float | None = None
    pain: float | None = None
    fear_before: float | None = None
    fear_after: float | None = None


class Rung(Struct, frozen=True, kw_only=True):
    """One rung. Ratios are in multiples of the same person's own standing; newtons are for practitioners only.

    `fear` is what is expected, or was last told; `tries` good tries are asked, `good_tries` are there. `changed`: the
    qualities that differ from the rung below. `sure` is False where the body computes at the end of its strength.
    """

    rung: str
    name: str
    kind: StepKind
    step: str
    movement: str
    exercise: str
    side: Side | None
    variation: Variation
    load_kg: float
    reps: int | None
    minutes: float | None
    levels: dict[Quality, int]
    changed: tuple[Changed, ...]
    ratio_to_standing: float
    ratio_low: float
    ratio_high: float
    band: str
    band_from: Literal["computed", "measured"]
    band_sources: tuple[str, ...]
    tied_with_below: bool
    compression_n: float
    moment_nm: float
    peak_pose: int
    sure: bool
    from_stage: int
    stages: tuple[int, ...]
    fear: float | None
    tries: int
    good_tries: int
    tried: tuple[Try, ...]
    pass_when: str
    prepares: str
    state: RungState
    note: str
    extra: bool = False
    closed: Closed | None = None


class Ends(Struct, frozen=True, kw_only=True):
    """Why the ladder ends below the task: the next rung by name, the rule, its sentence, and who could allow it."""

    next: str
    rule: str
    because: str
    who: tuple[str, ...]
    say: str


class Ladder(Struct, frozen=True, kw_only=True):
    """The way to one life task, lowest rung first.

    `at` is the rung the person is on; `beyond` are the rungs beyond the task while its stage is not reached. Where no
    ladder can be made `why_none` says why and `rungs` is empty. `left_out` are steps that this body cannot be posed in.
    """

    task: str
    name: str
    load_kg: float
    ability: float | None
    fear: float | None
    stage: int
    rungs: tuple[Rung, ...] = ()
    beyond: tuple[Rung, ...] = ()
    at: str | None = None
    ends: Ends | None = None
    standing_n: float | None = None
    flare_up: bool = False
    says: tuple[str, ...] = ()
    why_none: WhyNone | None = None
    left_out: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    status: str = "proposal"

    @property
    def now(self) -> Rung | None:
        """The rung the person is on."""
        return next((one for one in self.rungs if one.rung == self.at), None)


class WeekRung(Struct, frozen=True, kw_only=True):
    """What a session of one week may hold of a ladder: which rung, by which exercise, with how much."""

    rung: str
    exercise: str
    side: Side | None
    load_kg: float
    reps: int | None
    minutes: float | None
    purpose: Literal["now", "keep"]
