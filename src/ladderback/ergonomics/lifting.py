"""The lifts of a case: each through the NIOSH equation or refused with the reason, and through LiFFT."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ladderback.ergonomics import lifft
from ladderback.ergonomics.jobs import JobTask, composite_index, job_task
from ladderback.ergonomics.niosh import lifting_index, lower_limit
from ladderback.ergonomics.numbers import number, rows, say
from ladderback.ergonomics.values import (
    Composite,
    DayDamage,
    DoesNotApply,
    Lift,
    LiftDamage,
    LiftingIndex,
    LiftOfDay,
)
from ladderback.intake.values import Goal, IntakeRecord, Lifting

# What a case can say of the conditions under which the equation does not apply.
ASKED = ("one_handed", "seated", "kneeling", "confined", "unstable", "carrying", "fast", "slippery")
NEVER_ASKED = ("shovel", "climate")


def lifts_of(record: IntakeRecord) -> tuple[LiftOfDay, ...]:
    """Every lift of daily life, then every goal that is a lift with a load."""
    daily = [_of_day(index, one) for index, one in enumerate(record.daily_life.lifting)]
    goals = [_of_goal(index, one) for index, one in enumerate(record.goals) if one.task in rows("niosh_life_tasks")]
    return (*daily, *(one for one in goals if one is not None))


def niosh_of(given: Lifting) -> LiftingIndex | DoesNotApply:
    """The index of one lift of a case at its worse end, or why the equation does not apply. Source: NIOSH94110"""
    reasons = [name for name in ASKED if getattr(given, name) is True]
    if given.hours is not None and given.hours > number("niosh_numbers", "hours_long"):
        reasons.append("over_8_hours")
    if reasons:
        return refuse(reasons)
    start = lifting_index(start_of(given))
    found = start if given.control_at_end is not True else lower_limit(start, lifting_index(end_of(given), "end"))
    open_conditions = [name for name in ASKED if getattr(given, name) is None]
    if given.control_at_end is None:
        open_conditions.append("control_at_end")
    return replace(found, taken_as_given=(*open_conditions, *NEVER_ASKED))


def refuse(reasons: Sequence[str]) -> DoesNotApply:
    """The equation does not apply, said with each reason and its source."""
    known = rows("niosh_refusals")
    ordered = tuple(name for name in known if name in reasons)
    sources = tuple(sorted({source for name in ordered for source in known[name].sources}))
    return DoesNotApply(reasons=ordered, because=tuple(say("niosh_refusal", one) for one in ordered), sources=sources)


def start_of(given: Lifting) -> Lift:
    """The start of a lift of a case [kg, cm]."""
    return Lift(
        load=given.load_kg,
        horizontal=given.horizontal_cm,
        vertical=given.vertical_cm,
        travel=_way(given),
        twist_deg=given.twist_deg,
        per_minute=given.per_minute,
        hours=given.hours,
        grip=given.grip,
    )


def end_of(given: Lifting) -> Lift:
    """The end of a lift of a case [kg, cm]; Table 5 still goes by the height at the start."""
    return replace(
        start_of(given),
        horizontal=given.end_horizontal_cm,
        vertical=given.end_vertical_cm,
        twist_deg=given.end_twist_deg,
        start_vertical=given.vertical_cm,
    )


def _way(given: Lifting) -> float | None:
    """The way up or down [cm]: the longer one where both were told, the way from start to end where only these were."""
    ends = (given.vertical_cm, given.end_vertical_cm)
    between = None if ends[0] is None or ends[1] is None else abs(ends[1] - ends[0])
    told = [way for way in (given.travel_cm, between) if way is not None]
    return max(told, default=None)


def lifft_of(load_kg: float, lever_cm: float | None, lifts_a_day: float | None) -> LiftDamage:
    """What one lift adds up to in a day; the lever arm is taken from ankles to hands, so at least. Source: LIFFT2017"""
    turning = None if lever_cm is None else lifft.moment(load_kg, lever_cm)
    each = None if turning is None else lifft.damage_per_lift(turning)
    missing = [name for name, value in (("horizontal", lever_cm), ("lifts_a_day", lifts_a_day)) if value is None]
    return LiftDamage(
        moment_nm=turning,
        per_lift=each,
        lifts_a_day=lifts_a_day,
        per_day=None if each is None or lifts_a_day is None else each * lifts_a_day,
        caution=None if turning is None else turning > number("lifft_numbers", "moment_caution"),
        at_least=True,
        missing=tuple(missing),
        status="proposal",
    )


def _of_day(index: int, given: Lifting) -> LiftOfDay:
    levers = [one for one in (given.horizontal_cm, given.end_horizontal_cm) if one is not None]
    return LiftOfDay(
        name=say("lifting", "name", number=index + 1),
        from_key=f"daily_life.lifting[{index}]",
        load_kg=given.load_kg,
        niosh=niosh_of(given),
        lifft=lifft_of(given.load_kg, max(levers, default=None), lifts_a_day(given)),
    )


def lifts_a_day(given: Lifting) -> float | None:
    """Lifts a day, from lifts a minute and hours."""
    if given.per_minute is None or given.hours is None:
        return None
    return given.per_minute * number("sitting_standing_guidance", "minutes_an_hour") * given.hours


def _of_goal(index: int, goal: Goal) -> LiftOfDay | None:
    """A goal that is a lift; its distances are not told, so only what its task and load say."""
    if goal.load_kg is None:
        return None
    refused_for = rows("niosh_life_tasks")[goal.task].cells["refused_for"].split()
    told = Lift(load=goal.load_kg)
    answer = refuse(refused_for) if refused_for else replace(lifting_index(told), taken_as_given=(*ASKED, *NEVER_ASKED))
    return LiftOfDay(
        name=rows("life_tasks")[goal.task].cells["name"],
        from_key=f"goals[{index}]",
        load_kg=goal.load_kg,
        niosh=answer,
        lifft=lifft_of(goal.load_kg, None, goal.times_per_day),
    )


def composite_of(record: IntakeRecord) -> Composite | None:
    """The index of all lifts of a day together, where there are several and all of them could be weighed.

    Hours are added up and each lift's frequency is spread over them; the answer is never below the hardest lift.
    Source: NIOSH94110
    """
    given = record.daily_life.lifting
    answers = [niosh_of(one) for one in given]
    total = sum(one.hours or 0.0 for one in given)
    if len(given) < 2 or not 0 < total <= number("niosh_numbers", "hours_long"):
        return None
    exact = [one for one in answers if isinstance(one, LiftingIndex) and one.exact]
    tasks = [_job_task(index, one, total) for index, one in enumerate(given)]
    told = [one for one in tasks if one is not None]
    if len(exact) < len(given) or len(told) < len(given):
        return None
    together = composite_index(told, total)
    hardest = [one.index_low for one in exact]
    if together.index is None or None in hardest:
        return replace(together, index=None, status="proposal")
    return replace(
        together, index=max([together.index, *(one for one in hardest if one is not None)]), status="proposal"
    )


def _job_task(index: int, given: Lifting, total: float) -> JobTask | None:
    lift = end_of(given) if given.control_at_end and _end_is_worse(given) else start_of(given)
    if lift.per_minute is None or lift.hours is None:
        return None
    return job_task(str(index + 1), replace(lift, per_minute=lift.per_minute * lift.hours / total))


def _end_is_worse(given: Lifting) -> bool:
    return lifting_index(end_of(given), "end").limit_high < lifting_index(start_of(given)).limit_high


def damage_of(lifts: Sequence[LiftOfDay]) -> DayDamage | None:
    """LiFFT for all lifts of daily life; what lacks an answer is left out of the sum and said. Source: LIFFT2017"""
    daily = [one for one in lifts if one.from_key.startswith("daily_life")]
    counted = [one for one in daily if one.lifft.per_day is not None]
    if not counted:
        return None
    total = sum(one.lifft.per_day or 0.0 for one in counted)
    share = lifft.risk(total)
    return DayDamage(
        per_day=total,
        risk=share,
        band=lifft.band_of(share),
        complete=len(counted) == len(daily),
        lifts=tuple(one.name for one in counted),
        status="proposal",
    )
