"""Walking from the first day: short bouts while acute, then towards thirty minutes five times a week."""

from __future__ import annotations

from ladderback.evidence.book import Book
from ladderback.formulation.values import Formulation
from ladderback.intake.values import IntakeRecord
from ladderback.programme.limits import WeekLimits
from ladderback.programme.values import Walk


def walking_plan(
    record: IntakeRecord, formulation: Formulation, limits: tuple[WeekLimits, ...], book: Book
) -> tuple[Walk, ...]:
    """Lays out the walks of every week in which walking is allowed.

    Source: SEEDS (short bouts while acute), WALKBACK (30 min, five times a week, within six months), PEDOWALK
    (weekly growth).
    """
    walks: list[Walk] = []
    acute = formulation.phase == "acute"
    minutes, times = _start(record, acute, book)
    for here in limits:
        if not here.walking:
            continue
        if acute and here.stage > 1 and walks and times > book.number("walk_goal_times"):
            minutes, times = book.number("walk_after_acute_minutes"), int(book.number("walk_goal_times"))
        elif walks:
            minutes, times = _grown(minutes, times, book)
        walks.append(
            Walk(
                week=here.week,
                minutes=minutes,
                times_per_week=times,
                how=_how(record, formulation, here, minutes, book),
            )
        )
    return tuple(walks)


def walks_in_intervals(record: IntakeRecord, here: WeekLimits) -> bool:
    """Walking with rests: a row of the limits asks for it, or walking is what hurts."""
    asked = any(row.effect == "walking" and "intervals" in row.effect_tags for row in here.rows)
    return asked or (record.movements.get("walking") == "worse" and here.stage <= 2)


def _start(record: IntakeRecord, acute: bool, book: Book) -> tuple[float, int]:
    if acute:
        bouts = book.number("walk_acute_times_a_day") * book.number("days_a_week")
        return book.number("walk_acute_minutes"), int(bouts)
    told = record.daily_life.walking_minutes_per_day
    usual = book.number("walk_start_minutes") if told is None else told
    least, most = book.number("walk_least_minutes"), book.number("walk_goal_minutes")
    return float(max(least, min(most, usual))), int(book.number("walk_start_times"))


def _grown(minutes: float, times: int, book: Book) -> tuple[float, int]:
    """One step a week: first up to five walks a week, then longer walks."""
    if times > book.number("walk_goal_times"):
        longest = book.number("walk_acute_minutes_most")
        return max(minutes, min(longest, minutes + book.number("walk_acute_step"))), times
    if times < book.number("walk_goal_times"):
        return minutes, times + 1
    step = max(book.number("walk_step_minutes"), round(minutes * book.number("walk_step_percent") / 100))
    return max(minutes, min(book.number("walk_goal_minutes"), minutes + step)), times


def _how(record: IntakeRecord, formulation: Formulation, here: WeekLimits, minutes: float, book: Book) -> str:
    """How to walk. Why the rests differ: bending forward eases some backs and stirs up others."""
    says = book.letter("programme")["walking"]
    if walks_in_intervals(record, here):
        stretch = min(minutes, book.number("walk_interval_minutes"))
        bent = formulation.directional_preference == "flexion"
        rest = "rest_bent" if bent else "rest_sitting" if record.movements.get("sitting") == "better" else "rest"
        return str(says["intervals"]).format(stretch=f"{stretch:g}", rest=says[rest])
    return str(says["easy" if here.stage <= 2 else "brisk"])
