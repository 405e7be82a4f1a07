"""A plan as a hand or another program writes it: closed inside the programme, lenient about what may be left out."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from ladderback.programme.values import (
    Aerobic,
    DailyLifeAdvice,
    Education,
    Excluded,
    PhaseOfProgramme,
    Referral,
    Waiting,
    Walk,
)
from ladderback.terms.sides import Side

FORMAT = "ladderback/plan/1"


class PlanLoad(Struct, frozen=True, kw_only=True):
    """How much an item loads the low back, in multiples of standing, as it was told; not judged here."""

    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    band: str = ""


class PlanItem(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One exercise as written; units as in `programme.values.Item`. `each_side` absent: as the record says."""

    exercise: str
    side: Side | None = None
    each_side: bool | None = None
    sets: int
    reps: int | None = None
    hold_s: float | None = None
    duration_minutes: float | None = None
    distance_m: float | None = None
    load_kg: float | None = 0.0
    effort_rpe: float | None = None
    rest_s: float | None = None
    targets: tuple[str, ...] = ()
    lumbar_posture: str = ""
    tags: tuple[str, ...] = ()
    why: str = ""
    progress_when: str = ""
    regress_to: str = ""
    minutes: float | None = None
    rung: str = ""
    load: PlanLoad | None = None


class PlanSession(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One session as written."""

    week: int
    session: int
    minutes: float | None = None
    items: tuple[PlanItem, ...]


class PlanWalk(Walk, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Walking as written."""


class PlanAerobic(Aerobic, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Aerobic work as written."""

    why: str = ""


class PlanAdvice(DailyLifeAdvice, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Work on daily life as written."""

    hours_per_week: float = 0.0
    advice: tuple[str, ...] = ()
    why: str = ""


class PlanEducation(Education, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Education as written."""

    week: int = 1
    why: str = ""


class PlanPhase(PhaseOfProgramme, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A stretch of weeks as written."""

    aim: str = ""
    passes_when: str = ""


class PlanWaiting(Waiting, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What must wait, as written."""

    until_week: int | None = None
    why: str = ""


class PlanProgramme(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A programme as written."""

    weeks: int = 12
    phases: tuple[PlanPhase, ...] = ()
    sessions: tuple[PlanSession, ...]
    walking: tuple[PlanWalk, ...] = ()
    aerobic: tuple[PlanAerobic, ...] = ()
    daily_life: tuple[PlanAdvice, ...] = ()
    education: tuple[PlanEducation, ...] = ()
    waiting: tuple[PlanWaiting, ...] = ()
    say: str = ""


class PlanReferral(Referral, frozen=True, kw_only=True):
    """A referral as written."""

    urgency: str = ""
    reason: str = ""


class PlanExcluded(Excluded, frozen=True, kw_only=True):
    """An exercise left out, as written."""

    by: str = ""
    because: str = ""


class PlanReview(Struct, frozen=True, kw_only=True):
    """When the tests are repeated."""

    on_week: int | None = None
    retest: tuple[str, ...] = ()


class StopRule(Struct, frozen=True, kw_only=True):
    """A stop rule written as an object; a plain text or an id is as good."""

    id: str = ""
    text: str = ""


class PlanRung(Struct, frozen=True, kw_only=True):
    """A rung as written; what else is said of it is free."""

    rung: str
    kind: str = ""
    exercise: str = ""
    side: Side | None = None
    load_kg: float = 0.0
    ratio_to_standing: float
    state: str = ""


class PlanLadder(Struct, frozen=True, kw_only=True):
    """A ladder as written, lowest rung first; those beyond the task may stand apart."""

    task: str
    rungs: tuple[PlanRung, ...] = ()
    beyond: tuple[PlanRung, ...] = ()
    flare_up: bool = False


class Plan(Struct, frozen=True, kw_only=True):
    """The parts of a plan that are checked. Everything else at the top is free."""

    format: str = FORMAT
    programme: PlanProgramme | None
    referrals: tuple[PlanReferral, ...] = ()
    excluded: tuple[PlanExcluded, ...] = ()
    individual_because: tuple[str, ...] = ()
    stop_rules: tuple[str | StopRule, ...] = ()
    review: PlanReview = PlanReview()
    clash: tuple[Any, ...] | None = None
    ladders: tuple[PlanLadder, ...] = ()
