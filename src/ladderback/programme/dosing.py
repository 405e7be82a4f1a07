"""The dose of one exercise, week by week: it starts low in its range and takes at most one step a week."""

from __future__ import annotations

import math

from msgspec import Struct
from msgspec.structs import replace

from ladderback.evidence.book import Book
from ladderback.evidence.exercises import Exercise

ROUNDING_ERROR = 1e-9
GENTLE = frozenset({"mobility", "control", "breathing", "relaxation", "nerve", "directional"})


class Caps(Struct, frozen=True, kw_only=True):
    """What a week allows for one exercise: effort [RPE], hold [s], load [kg], step [%]; None where nothing caps it."""

    stage: int
    effort: float
    hold_s: float | None = None
    load_kg: float | None = None
    step_percent: float | None = None


class Amount(Struct, frozen=True, kw_only=True):
    """What is done in one session: sets of repetitions, holds [s], minutes [min] or metres [m], with load [kg]."""

    sets: int
    reps: int | None
    hold_s: int | None
    minutes: float | None
    metres: float | None
    load_kg: float
    effort: float


def first_amount(exercise: Exercise, caps: Caps, book: Book) -> Amount:
    """The lowest dose of the range, at an effort below what the week allows."""
    dose = exercise.dose
    hold = dose.hold_s[0] if dose.hold_s else None
    return Amount(
        sets=dose.sets[0],
        reps=dose.reps[0] if dose.reps else None,
        hold_s=hold,
        minutes=dose.minutes[0] if dose.minutes else None,
        metres=dose.metres[0] if dose.metres else None,
        load_kg=(exercise.load.start_kg or 0.0) if exercise.load else 0.0,
        effort=max(1.0, effort_ceiling(exercise, caps, book) - book.number("effort_first_week_below")),
    )


def fits(amount: Amount, caps: Caps) -> bool:
    """Says whether an amount stays under what a week allows; effort can always be lowered."""
    hold_fits = caps.hold_s is None or (amount.hold_s or 0) <= caps.hold_s
    return hold_fits and (caps.load_kg is None or amount.load_kg <= caps.load_kg)


def kept_amount(exercise: Exercise, now: Amount, caps: Caps, book: Book) -> Amount:
    """The same dose again; effort drifts up by one at most, and down at once when the week allows less."""
    ceiling = effort_ceiling(exercise, caps, book)
    return replace(now, effort=min(ceiling, now.effort + book.number("effort_rise_a_week")))


def next_amount(exercise: Exercise, now: Amount, caps: Caps, book: Book) -> Amount | None:
    """One step up in one thing: repetitions, then sets, then minutes, metres or hold, then load. None at the top.

    Source: NSCA (two for two), PROPOSAL (2.5 to 5 % for trunk and axial work, 5 to 10 % for limbs).
    Why: never load and range in one week, so that the day after can say what caused it.
    """
    if caps.stage < book.number("dose_stage_least") or book.number("step_share_a_week") < 1:
        return None
    kept = kept_amount(exercise, now, caps, book)
    for grown in (
        _more_reps(exercise, kept, caps, book),
        _more_sets(exercise, kept, caps),
        _longer(exercise, kept, book),
        _longer_hold(exercise, kept, caps, book),
        _heavier(exercise, kept, caps, book),
    ):
        if grown is not None and fits(grown, caps):
            return grown
    return None


def towards(exercise: Exercise, now: Amount, caps: Caps, book: Book) -> Amount | None:
    """One step of load towards a weight that is wanted (`caps.load_kg`), before repetitions or sets. None when there.

    Why: a rung of the ladder is a weight; it is met by weight, at the pace of the record, and not by more repetitions.
    A percentage of nothing is nothing: after empty hands comes the weight the record begins with, or the first weight.
    """
    least = max(book.number("dose_stage_least"), book.number("load_stage_least"))
    if caps.load_kg is None or now.load_kg >= caps.load_kg or caps.stage < least or exercise.load is None:
        return None
    kept = kept_amount(exercise, now, caps, book)
    if now.load_kg == 0:
        return replace(kept, load_kg=min(caps.load_kg, exercise.load.start_kg or book.number("first_weight_kg")))
    grown = _heavier(exercise, kept, caps, book)
    return None if grown is None else replace(grown, load_kg=min(grown.load_kg, caps.load_kg))


def effort_ceiling(exercise: Exercise, caps: Caps, book: Book) -> float:
    """Highest effort of this exercise in this week: gentle work stays gentle whatever the stage allows."""
    if exercise.movement in GENTLE:
        return min(caps.effort, book.number("effort_gentle"))
    if exercise.movement == "aerobic":
        hard = "high_intensity" in exercise.all_tags
        return min(caps.effort, book.number("effort_high_intensity" if hard else "effort_aerobic"))
    if exercise.load is None:
        return min(caps.effort, book.number(f"effort_class_{min(3, exercise.load_class)}"))
    return caps.effort


def minutes_of(exercise: Exercise, amount: Amount, sides: int, book: Book) -> float:
    """Minutes of the whole item with set-up and rest, rounded up [min].

    Args:
        sides: 2 when it is done on both sides in turn, else 1.
    """
    work = amount.sets * seconds_of_a_set(exercise, amount, book) * sides
    rest = exercise.dose.rest_s * (amount.sets - 1)
    change = book.number("side_change_s") * amount.sets if sides == 2 else 0.0
    parts = round(1 / book.number("minutes_rounding"))
    return math.ceil((exercise.set_up_s + work + rest + change) / 60 * parts - ROUNDING_ERROR) / parts


def seconds_of_a_set(exercise: Exercise, amount: Amount, book: Book) -> float:
    """Seconds of work in one set on one side [s]."""
    seconds = (amount.minutes or 0.0) * 60
    if amount.metres is not None:
        seconds += amount.metres * max(exercise.seconds_per_rep, book.number("seconds_per_metre"))
    if amount.hold_s is not None:
        seconds += (amount.reps or 1) * (amount.hold_s + max(exercise.seconds_per_rep, book.number("hold_release_s")))
    elif amount.reps is not None:
        seconds += amount.reps * exercise.seconds_per_rep
    return seconds


def _more_reps(exercise: Exercise, now: Amount, caps: Caps, book: Book) -> Amount | None:
    if now.reps is None or exercise.dose.reps is None or now.reps >= exercise.dose.reps[1]:
        return None
    step = 1 if caps.step_percent is not None else int(book.number("reps_step"))
    return replace(now, reps=min(exercise.dose.reps[1], now.reps + step))


def _more_sets(exercise: Exercise, now: Amount, caps: Caps) -> Amount | None:
    if now.sets >= exercise.dose.sets[1] or caps.step_percent is not None:
        return None
    return replace(now, sets=now.sets + 1)


def _longer(exercise: Exercise, now: Amount, book: Book) -> Amount | None:
    dose = exercise.dose
    if now.minutes is not None and dose.minutes and now.minutes < dose.minutes[1]:
        return replace(now, minutes=min(dose.minutes[1], now.minutes + book.number("minutes_step")))
    if now.metres is not None and dose.metres and now.metres < dose.metres[1]:
        return replace(now, metres=min(dose.metres[1], now.metres + book.number("metres_step")))
    return None


def _longer_hold(exercise: Exercise, now: Amount, caps: Caps, book: Book) -> Amount | None:
    if now.hold_s is None or exercise.dose.hold_s is None or now.hold_s >= exercise.dose.hold_s[1]:
        return None
    step = 1 if caps.step_percent is not None else int(book.number("hold_step_s"))
    return replace(now, hold_s=min(exercise.dose.hold_s[1], now.hold_s + step))


def _heavier(exercise: Exercise, now: Amount, caps: Caps, book: Book) -> Amount | None:
    """Loads rise from stage 2 on, by the percentage of the record, rounded down; a step of nothing is no step."""
    if exercise.load is None or caps.stage < book.number("load_stage_least"):
        return None
    percent = min(exercise.load.step_percent, caps.step_percent or exercise.load.step_percent)
    unit = book.number("load_rounding_kg")
    grown = round(math.floor(now.load_kg * (1 + percent / 100) / unit + ROUNDING_ERROR) * unit, 2)
    return replace(now, load_kg=grown) if grown > now.load_kg else None
