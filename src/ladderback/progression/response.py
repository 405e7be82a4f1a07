"""The day after: what the mornings, check-ins and next arrivals say about the training before them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import datetime
from operator import attrgetter

from msgspec import Struct

from ladderback.intake.events import CheckIn, DayAfter, Trained
from ladderback.progression.grading import worst
from ladderback.progression.log import Log
from ladderback.progression.numbers import listed, number, say
from ladderback.progression.values import Grade

LEG = ("thigh", "calf", "foot")
BELOW_KNEE = ("calf", "foot")
_AT = attrgetter("at")


class Response(Struct, frozen=True, kw_only=True):
    """What followed a training: the grade of it, the reasons, places that are new, how far above usual [points]."""

    grade: Grade
    because: tuple[str, ...] = ()
    new_sites: tuple[str, ...] = ()
    both_legs: bool = False
    above_usual: float | None = None


def response_to(
    log: Log, training: Trained, until: Trained | None, *, stage: int, known_sites: frozenset[str]
) -> Response:
    """Grades everything between one training and the next: good, hold, down, or not known.

    Source: SILBER2007 (24-hour rule). Why the worst counts: an amount must not rise after a worse day, whatever
    came before or after it.
    """
    usual, day = log.usual_at(training.at), training.at.date()
    mornings = _slice(log.mornings, training.at, until)
    check_ins = [one for one in _slice(log.check_ins, training.at, until) if one.at.date() > day]
    points = [*_above(mornings, check_ins, usual)]
    if until and until.at.date() > day and until.pain_before is not None and usual is not None:
        points.append(until.pain_before - usual)
    graded = [_by_points(max(points), stage)] if points else []
    if any(one.settled is False for one in mornings):
        graded.append(("down", say("day_after", "not_settled")))
    reported = {site for one in (*mornings, *check_ins) for site in one.sites or ()}
    new = tuple(sorted(reported - known_sites)) if known_sites else ()
    if new:
        graded.append(("down", say("day_after", "new_site", sites=listed([site_words(site) for site in new]))))
    elif not known_sites and leg_sites(reported):
        graded.append(("hold", say("day_after", "site_not_known")))
    return Response(
        grade=worst([grade for grade, _ in graded]),
        because=tuple(why for grade, why in graded if grade != "good"),
        new_sites=new,
        both_legs=_both_legs(reported) and bool(new) and not _both_legs(known_sites),
        above_usual=max(points, default=None),
    )


def site_words(site: str) -> str:
    """A place of the body in plain words.

    >>> site_words("low_back")
    'low back'
    """
    return site.replace("_", " ")


def leg_sites(sites: Iterable[str], parts: tuple[str, ...] = LEG) -> list[str]:
    """Those of the places that are in a leg."""
    return [site for site in sites if site.split("_")[0] in parts]


def _both_legs(sites: Iterable[str]) -> bool:
    return len({site.rsplit("_", 1)[-1] for site in leg_sites(sites)} & {"left", "right"}) == 2


def _slice(found: list, after: datetime, until: Trained | None) -> list:  # type: ignore[type-arg]
    last = bisect_left(found, until.at, key=_AT) if until else len(found)
    return found[bisect_right(found, after, key=_AT) : last]


def _above(mornings: list[DayAfter], check_ins: list[CheckIn], usual: float | None) -> Iterable[float]:
    for morning in mornings:
        if morning.vs_usual is not None:
            yield morning.vs_usual
        elif morning.pain is not None and usual is not None:
            yield morning.pain - usual
    for check_in in check_ins:
        if check_in.pain_now is not None and usual is not None:
            yield check_in.pain_now - usual


def _by_points(above: float, stage: int) -> tuple[Grade, str]:
    if above <= number(f"day_after_up_most_stage_{stage}"):
        return "good", ""
    if above <= number("day_after_hold_most"):
        return "hold", say("day_after", "a_little_worse", points=float(above))
    return "down", say("day_after", "worse", points=float(above))
