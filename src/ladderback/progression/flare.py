"""Flare-ups: found by pain, activity, sleep and duration together, never by pain alone; and the day of their plan.

Source: COSTA2019 (worsening of hours to weeks, hard to tolerate, affecting activities or emotions; two thirds of the
days that people call a flare-up have no more pain than usual).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from msgspec import Struct

from ladderback.evidence import book
from ladderback.intake.events import CheckIn, Trained
from ladderback.progression.log import MOST_READINGS, Log
from ladderback.progression.numbers import number
from ladderback.progression.values import FlareUp

BASELINE_DAYS = timedelta(days=14)


class Signs(Struct):
    """What one day showed of a flare-up."""

    pain: bool = False
    activity: bool = False
    feeling: bool = False
    lasting: bool = False

    @property
    def any(self) -> bool:
        """Whether the day showed a sign at all."""
        return self.pain or self.activity or self.feeling or self.lasting


def flare_up_on(log: Log, usual_movements: frozenset[str]) -> FlareUp | None:
    """The flare-up the person is in on the day of the log, or None.

    Args:
        usual_movements: movements that were worse when the person came; they are no sign of worsening.
    """
    days = _signs_by_day(log, usual_movements)
    window, least = int(number("flare_window_days")), number("flare_signs_least")
    since: date | None = None
    named: tuple[str, ...] = ()
    last_sign = date.min
    for day in sorted(days):
        if since is not None and _is_over(since, last_sign, day):
            since = None
        if not days[day].any:
            continue
        found = _together(days, day, window)
        if since is None and len(found[1]) >= least:
            since, named = found
        last_sign = day
    if since is None or _is_over(since, last_sign, log.on):
        return None
    return _on_day(log, since, named)


def still_worse(flare: FlareUp) -> bool:
    """Whether a flare-up lasts longer than its plan: then somebody should look at it."""
    return flare.day > number("flare_most_to_day")


def _is_over(since: date, last_sign: date, day: date) -> bool:
    """From day 8 on, when some days in a row brought no sign."""
    return (day - since).days > number("flare_most_to_day") and (day - last_sign).days > number("flare_settled_days")


def _together(days: dict[date, Signs], day: date, window: int) -> tuple[date, tuple[str, ...]]:
    """First day and names of the signs of the days up to this one."""
    seen = [one for one in (day - timedelta(days=back) for back in range(window)) if one in days and days[one].any]
    kinds = [kind for kind in ("pain", "activity", "feeling") if any(getattr(days[one], kind) for one in seen)]
    if len(seen) >= number("flare_days_least") or any(days[one].lasting for one in seen):
        kinds.append("duration")
    return (min(seen, default=day), tuple(kinds) if kinds != ["duration"] else ())


def _signs_by_day(log: Log, usual_movements: frozenset[str]) -> dict[date, Signs]:
    days: dict[date, Signs] = {}
    rise = number("flare_pain_rise")
    for morning in log.mornings:
        signs = days.setdefault(morning.at.date(), Signs())
        usual = log.usual_at(morning.at) if morning.vs_usual is None and morning.pain is not None else None
        above = morning.vs_usual if usual is None else (morning.pain or 0.0) - usual
        signs.pain |= above is not None and above >= rise
        signs.lasting |= morning.settled is False and above is not None and above > number("day_after_hold_most")
    for check_in, movements, slept_badly in _new_in_check_ins(log, usual_movements):
        signs = days.setdefault(check_in.at.date(), Signs())
        usual = log.usual_at(check_in.at) if check_in.pain_now is not None else None
        signs.pain |= usual is not None and (check_in.pain_now or 0.0) - usual >= rise
        signs.activity |= movements
        signs.feeling |= slept_badly
    for training in log.trained:
        stopped = sum(item.stopped == "pain" for item in training.items)
        if stopped and stopped >= number("flare_stopped_share") * len(training.items):
            days.setdefault(training.at.date(), Signs()).activity = True
    return days


def _new_in_check_ins(log: Log, usual_movements: frozenset[str]) -> Iterator[tuple[CheckIn, bool, bool]]:
    """For each check-in: whether a movement is worse, or sleep poor, that was not so in the two weeks before."""
    earlier: list[CheckIn] = []
    for check_in in log.check_ins:
        earlier = [one for one in earlier[-MOST_READINGS:] if check_in.at - one.at <= BASELINE_DAYS]
        known = usual_movements | {word for word in check_in.worse_with if _often(earlier, "worse_with", word)}
        poor = check_in.sleep == "poor" and not _often(earlier, "sleep", "poor")
        yield check_in, bool(set(check_in.worse_with) - known), poor
        earlier.append(check_in)


def _often(earlier: list[CheckIn], key: str, word: str) -> bool:
    """Whether at least half of the earlier check-ins said so."""
    said = sum(1 for one in earlier if word in (getattr(one, key) or ()))
    return bool(earlier) and said * 2 >= len(earlier)


def _on_day(log: Log, since: date, signs: tuple[str, ...]) -> FlareUp:
    day = (log.on - since).days
    letter = book().letter("flare_up")
    planned: dict[str, Any] = next(
        (one for one in letter["days"] if one["from"] <= day <= one["to"]), letter["days"][-1]
    )
    calm, half = day <= number("flare_calm_to_day"), day <= number("flare_half_to_day")
    return FlareUp(
        day=day,
        since=since,
        title=planned["title"],
        say=planned["say"],
        share=number("flare_half_share" if half or day > number("flare_most_to_day") else "flare_most_share"),
        effort_most=book().number("effort_flare") if calm else None,
        provoked_by=_provoked_by(log, since),
        over_on=since + timedelta(days=int(number("flare_most_to_day")) + 1),
        signs=signs,
    )


def _provoked_by(log: Log, since: date) -> tuple[str, ...]:
    """Exercises of the last training before it that were stopped by pain or hurt most, above the pain on arrival."""
    window = timedelta(days=number("flare_window_days"))
    before = [one for one in log.trained if since - window <= one.at.date() <= since]
    return _hurting(before[-1]) if before else ()


def _hurting(training: Trained) -> tuple[str, ...]:
    stopped = {item.exercise for item in training.items if item.stopped == "pain"}
    pains = {item.exercise: item.pain_during for item in training.items if item.pain_during is not None}
    most = max(pains.values(), default=0.0)
    loud = {name for name, pain in pains.items() if pain == most and pain > (training.pain_before or 0.0)}
    return tuple(sorted(stopped or loud))
