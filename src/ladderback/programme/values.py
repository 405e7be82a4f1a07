"""What is prescribed, at what dose, for what reason."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ladderback.ladder.values import Ladder
from ladderback.terms.sides import Side

WhyLeftOut = Literal[
    "no_exercise", "daily_life", "walking", "kit", "stage", "limit", "irritability", "strong", "weight", "pace",
    "no_room",
]  # fmt: skip


class Item(Struct, frozen=True, kw_only=True):
    """One exercise in one session. `side` None means both sides together or, when `each_side`, one after the other.

    Units: hold [s], minutes [min] of the whole item with set-up and rest, walking and cardio `duration_minutes` [min],
    distance [m], load [kg], effort RPE 0-10, rest [s]. Reps are per side. `rung`: the rung of a ladder that it trains.
    """

    exercise: str
    side: Side | None = None
    each_side: bool = False
    sets: int
    reps: int | None = None
    hold_s: int | None = None
    duration_minutes: float | None = None
    distance_m: float | None = None
    load_kg: float = 0.0
    effort_rpe: float
    rest_s: int
    targets: tuple[str, ...] = ()
    lumbar_posture: str = ""
    tags: tuple[str, ...] = ()
    why: str
    progress_when: str = ""
    regress_to: str = ""
    minutes: float
    rung: str = ""


class SessionPlan(Struct, frozen=True, kw_only=True):
    """One session: minutes include set-up and rest."""

    week: int
    session: int
    minutes: float
    items: tuple[Item, ...]


class Walk(Struct, frozen=True, kw_only=True):
    """Walking in one week: minutes a walk, walks a week; `how` in plain words (intervals, pace).

    `rung`: the rung of a ladder that the walks are.
    """

    week: int
    minutes: float
    times_per_week: int
    how: str = ""
    rung: str = ""


class RungInWeek(Struct, frozen=True, kw_only=True):
    """A rung that a week trains: in which sessions (none: in the walks), with how much of the weight it asks for [kg].

    `asked` is the rung that the ladder alone would have in this week; it differs where that one does not fit.
    """

    week: int
    task: str
    rung: str
    exercise: str
    where: Literal["sessions", "walking"]
    sessions: tuple[int, ...] = ()
    load_kg: float = 0.0
    asked_kg: float = 0.0
    asked: str = ""


class RungLeftOut(Struct, frozen=True, kw_only=True):
    """A rung whose turn it was and that the plan does not train in these weeks: why, and what is trained instead."""

    task: str
    rung: str
    name: str
    weeks: tuple[int, ...]
    kind: WhyLeftOut
    because: str
    instead: str = ""


class Aerobic(Struct, frozen=True, kw_only=True):
    """Aerobic work beyond walking in one week."""

    week: int
    exercise: str
    minutes: float
    times_per_week: int
    effort_rpe: float
    why: str


class DailyLifeAdvice(Struct, frozen=True, kw_only=True):
    """Work on daily life, with the hours a week it acts on."""

    contributor: str
    hours_per_week: float
    advice: tuple[str, ...]
    why: str


class Education(Struct, frozen=True, kw_only=True):
    """A text that answers a belief or a need; `topic` is its id in the letters."""

    topic: str
    week: int
    why: str


class PhaseOfProgramme(Struct, frozen=True, kw_only=True):
    """A stretch of weeks at one stage, with the test that opens the next."""

    from_week: int
    to_week: int
    stage_number: int
    aim: str
    passes_when: str


class Waiting(Struct, frozen=True, kw_only=True):
    """What must wait, until which week, and why."""

    what: str
    until_week: int | None
    why: str


class Programme(Struct, frozen=True, kw_only=True):
    """Twelve weeks. Weeks 2-12 are the path if each week passes its own test."""

    weeks: int
    phases: tuple[PhaseOfProgramme, ...]
    sessions: tuple[SessionPlan, ...]
    walking: tuple[Walk, ...]
    aerobic: tuple[Aerobic, ...] = ()
    daily_life: tuple[DailyLifeAdvice, ...] = ()
    education: tuple[Education, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    say: str = ""


class Excluded(Struct, frozen=True, kw_only=True):
    """An exercise that is left out, by which rule, and why."""

    exercise: str
    by: str
    because: str
    sources: tuple[str, ...] = ()


class Referral(Struct, frozen=True, kw_only=True):
    """Somebody else who should be asked."""

    to: str
    urgency: str
    reason: str


class Solve(Struct, frozen=True, kw_only=True):
    """What the solver proved: status, bound and relative gap of the objective."""

    status: str
    bound: float
    gap: float


class Wish(Struct, frozen=True, kw_only=True):
    """One of the wishes that clash, in the words of a practice, with what would resolve it."""

    wish: str
    say: str
    resolve: str


class NoProgramme(Struct, frozen=True, kw_only=True):
    """No programme satisfies all wishes: the smallest clashing set."""

    clash: tuple[Wish, ...]


class Composed(Struct, frozen=True, kw_only=True):
    """What the planner hands on. `ladders` are those it was given; `rungs` says what the weeks train of them."""

    programme: Programme
    solve: Solve
    excluded: tuple[Excluded, ...]
    referrals: tuple[Referral, ...]
    individual_because: tuple[str, ...]
    stop_rules: tuple[str, ...]
    review_on_week: int
    retest: tuple[str, ...]
    ladders: tuple[Ladder, ...] = ()
    rungs: tuple[RungInWeek, ...] = ()
    rungs_left_out: tuple[RungLeftOut, ...] = ()
