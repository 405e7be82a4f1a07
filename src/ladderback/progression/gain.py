"""Has anything got better for good: pain or function by more than measurement error, against what was told first."""

from __future__ import annotations

from collections.abc import Iterator

from ladderback.evidence import book
from ladderback.intake.events import GoalSet
from ladderback.intake.values import IntakeRecord
from ladderback.progression.log import Log
from ladderback.progression.numbers import number
from ladderback.terms.kleene import Answer, any_of


def lasting_gain(log: Log, told: IntakeRecord) -> Answer:
    """Yes when pain, function or a questionnaire is better by its MDC; no when all that is known is not."""
    known = [one for one in _gains(log, told) if one is not None]
    return any_of(known) if known else None


def _gains(log: Log, told: IntakeRecord) -> Iterator[Answer]:
    yield pain_eased(log, told)
    yield function_better(log, told)
    for name in sorted({one.measure for one in log.measured} - {"nprs", "psfs"}):
        yield _measure_better(log, name)


def start_pain(told: IntakeRecord) -> float | None:
    """Pain as told first: the average of the day, else the pain of the moment [0-10]."""
    return told.episode.pain_average if told.episode.pain_average is not None else told.episode.pain_now


def pain_eased(log: Log, told: IntakeRecord) -> Answer:
    """Whether pain fell by its MDC; not known without readings, or when it was too low to fall by that much."""
    start, now, mdc = start_pain(told), log.recent_pain(), book().measures["nprs"].mdc or 0.0
    if start is None or now is None or (start < mdc and now <= start):
        return None
    return start - now >= mdc


def function_start(told: IntakeRecord) -> float | None:
    """Mean ability in the person's own activities, as told first [0-10]."""
    return _mean([goal.ability for goal in told.goals if goal.ability is not None])


def function_now(log: Log, told: IntakeRecord) -> float | None:
    """The latest patient-specific function: as measured, else the mean of the activities rated anew [0-10]."""
    measured = [one for one in log.measured if one.measure == "psfs"]
    if measured:
        return measured[-1].value
    rated = {one.task: one.ability for one in log.events if isinstance(one, GoalSet) and one.ability is not None}
    if not rated:
        return None
    first = {goal.task: goal.ability for goal in told.goals if goal.ability is not None}
    return _mean(list((first | rated).values()))


def function_better(log: Log, told: IntakeRecord) -> Answer:
    """Whether patient-specific function rose by its MDC."""
    measured = [one.value for one in log.measured if one.measure == "psfs"]
    start = function_start(told)
    start = start if start is not None else (measured[0] if len(measured) > 1 else None)
    now = function_now(log, told)
    return None if start is None or now is None else now - start >= (book().measures["psfs"].mdc or 0.0)


def _measure_better(log: Log, name: str) -> Answer:
    measure, values = book().measures.get(name), [one.value for one in log.measured if one.measure == name]
    if measure is None or measure.mdc is None or len(values) < 2 or measure.domain not in ("disability",):
        return None
    change = values[-1] - values[0]
    return (change if measure.better == "higher" else -change) >= measure.mdc


def no_lasting_gain(log: Log, told: IntakeRecord) -> bool:
    """Whether weeks have gone by without a gain that is known to be more than measurement error.

    After four weeks when nothing moves at all; what moves a little is given until week six. Little pain is no reason.
    Source: IFOMPT2020.
    """
    days, now, start = (log.on - told.taken_on).days, log.recent_pain(), start_pain(told)
    if days < number("no_gain_days") or lasting_gain(log, told) is not False:
        return False
    if now is not None and now < number("plateau_pain_least"):
        return False
    moves = now is not None and start is not None and start - now >= number("no_gain_change")
    return not moves or days >= number("no_gain_firm_days")


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
