"""Which rung of each ladder a week trains: the one whose turn it is, or the highest below it that fits this person.

A ladder says where the person would be if all went well (`rungs_for_week`). The plan goes up by one rung a week at
most, never down, and never past a rung that it could have trained: what is passed over has no kit, no stage, no leave,
or a weight that the steps from week to week do not reach yet. An item never has more weight than its rung.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from ladderback.evidence.ladders import BEYOND
from ladderback.ladder import rungs_for_week
from ladderback.ladder.values import Ladder, Rung, WeekRung
from ladderback.planner.brief import Brief
from ladderback.planner.options import Course, Entry, Option, entries_of
from ladderback.planner.problem import Cover, Need
from ladderback.programme.dosing import towards
from ladderback.programme.limits import WeekLimits
from ladderback.programme.phases import LAST_STAGE

NEED = "rung "
SAME = 1e-9


class Aim(Struct, frozen=True, kw_only=True):
    """A rung that a week is to train: of which ladder, at which place; `keeps`: a passed one, if there is time.

    `waits`: it was trained long enough, and the next one cannot be trained; nothing holds its place any more.
    """

    task: str
    place: int
    rung: Rung
    keeps: bool = False
    waits: bool = False

    @property
    def exercise(self) -> str:
        """The exercise that trains it."""
        return self.rung.exercise


def way_of(ladder: Ladder) -> tuple[Rung, ...]:
    """All rungs of a ladder, those beyond the task last."""
    known = {one.rung for one in ladder.rungs}
    return (*ladder.rungs, *(one for one in ladder.beyond if one.rung not in known))


def asked_in(brief: Brief, ladder: Ladder, week: int) -> tuple[WeekRung, ...]:
    """What the ladder alone would have in a week."""
    key = (ladder.task, week)
    if key not in brief.asked:
        brief.asked[key] = rungs_for_week(ladder, week, tuple(here.stage for here in brief.limits))
    found: tuple[WeekRung, ...] = brief.asked[key]
    return found


def aims_of(brief: Brief, here: WeekLimits, course: Course) -> tuple[Aim, ...]:
    """The rungs of a week, those whose turn it is first; one exercise serves one rung."""
    found: dict[str, Aim] = {}
    now = tuple(_now(brief, here, course))
    climbing = {one.task for one in now if not one.waits}
    for one in (*now, *(kept for kept in _kept(brief, here, course) if kept.task in climbing)):
        found.setdefault(one.exercise, one)
    return tuple(found.values())


def _now(brief: Brief, here: WeekLimits, course: Course) -> Iterator[Aim]:
    for ladder in brief.ladders:
        place = _place(brief, here, course, ladder)
        if place is not None:
            one = way_of(ladder)[place]
            yield Aim(task=ladder.task, place=place, rung=one, waits=_is_done(brief, here, course, ladder, one))


def _is_done(brief: Brief, here: WeekLimits, course: Course, ladder: Ladder, one: Rung) -> bool:
    """Says whether a rung was trained long enough with its whole weight, and the ladder asks for a higher one."""
    now = course.amounts.get(one.exercise)
    asked = any(other.rung == one.rung for other in asked_in(brief, ladder, here.week) if other.purpose == "now")
    if asked or now is None or now.load_kg < one.load_kg - SAME:
        return False
    return course.weeks_on.get(one.rung, 0) >= brief.number("harder_after_weeks")


def _kept(brief: Brief, here: WeekLimits, course: Course) -> Iterator[Aim]:
    """The rung of another exercise that the plan trained last, where the ladder keeps one."""
    for ladder in brief.ladders:
        at = course.places.get(ladder.task)
        if at is None or not any(one.purpose == "keep" for one in asked_in(brief, ladder, here.week)):
            continue
        way = way_of(ladder)
        passed = [
            place
            for place, one in enumerate(way[:at])
            if one.rung in course.weeks_on and one.exercise != way[at].exercise
        ]
        if passed and fits_week(way[passed[-1]], here, _able(brief, here)):
            yield Aim(task=ladder.task, place=passed[-1], rung=way[passed[-1]], keeps=True)


def _place(brief: Brief, here: WeekLimits, course: Course, ladder: Ladder) -> int | None:
    """The place on the ladder that this week trains; None when nothing of it fits the week."""
    asked = next((one.rung for one in asked_in(brief, ladder, here.week) if one.purpose == "now"), None)
    if asked is None:
        return None
    way, able = way_of(ladder), _able(brief, here)
    top = next(place for place, one in enumerate(way) if one.rung == asked)
    fitting = [place for place, one in enumerate(way[: top + 1]) if fits_week(one, here, able)]
    at = course.places.get(ladder.task)
    if at is None:
        return fitting[-1] if fitting else None
    above = (place for place in fitting if place > at and not _waits(brief, here, course, way[at], way[place]))
    return next(above, at if at in fitting else None)


def _able(brief: Brief, here: WeekLimits) -> Mapping[str, Entry]:
    key = ("able", here.week)
    if key not in brief.asked:
        brief.asked[key] = {one.exercise.id: one for one in entries_of(brief, here) if one.first is not None}
    found: Mapping[str, Entry] = brief.asked[key]
    return found


def fits_week(one: Rung, here: WeekLimits, able: Mapping[str, Entry]) -> bool:
    """Says whether a rung may stand in the sessions of a week: kit, stage, limits; beyond the task only at the end."""
    if one.kind in BEYOND and here.stage < LAST_STAGE:
        return False
    opens = one.closed is None or (one.closed.opens_in_week or here.week + 1) <= here.week
    return opens and here.stage in one.stages and one.exercise in able


def _waits(brief: Brief, here: WeekLimits, course: Course, at: Rung, above: Rung) -> bool:
    """More weight, and what is beyond the task, waits until the weight of the rung below is reached."""
    now = course.amounts.get(at.exercise)
    if now is None or (at.exercise != above.exercise and above.kind not in BEYOND):
        return False
    if now.load_kg < at.load_kg - SAME:
        return True
    heavier = at.exercise == above.exercise and above.load_kg > now.load_kg + SAME
    entry = _able(brief, here).get(above.exercise)
    if not heavier or entry is None:
        return False
    return towards(entry.exercise, now, replace(entry.caps, load_kg=above.load_kg), brief.book) is None


def rung_needs(brief: Brief, aims: tuple[Aim, ...], options: list[Option]) -> tuple[Need, ...]:
    """The rung whose turn it is stands in one session of the week, and in a second one when there is time.

    Why: a need that is not met costs points and never makes a week impossible, so no rung alone makes wishes clash.
    """
    needs, prefer = [], brief.taste.prefer
    twice = min(2, brief.means.sessions_per_week)
    for aim in aims:
        members = tuple(place for place, one in enumerate(options) if one.exercise.id == aim.exercise)
        if members and not (aim.keeps or aim.waits):
            needs.append(Need(name=f"{NEED}{aim.task}", members=members, sessions=1, penalty=prefer["rung_missing"]))
            if twice > 1:
                often = Need(name=f"{NEED}often", members=members, sessions=twice, penalty=prefer["rung_only_once"])
                needs.append(often)
    return tuple(needs)


def rung_covers(brief: Brief, aims: tuple[Aim, ...], options: list[Option]) -> tuple[Cover, ...]:
    """Points for keeping a rung that was passed."""
    points, covers = brief.taste.prefer["rung_kept"], []
    for aim in aims:
        members = tuple(place for place, one in enumerate(options) if one.exercise.id == aim.exercise)
        if members and aim.keeps:
            covers.append(Cover(name=f"{NEED}kept {aim.task}", members=members, first=points))
    return tuple(covers)


def ahead_of_ladders(brief: Brief, here: WeekLimits) -> frozenset[str]:
    """Exercises of the task itself and beyond, whose rungs all lie above where their ladder is in this week."""
    ahead: set[str] = set()
    reached: set[str] = set()
    for ladder in brief.ladders:
        asked, way = {one.rung for one in asked_in(brief, ladder, here.week)}, way_of(ladder)
        top = max((place for place, one in enumerate(way) if one.rung in asked), default=-1)
        reached |= {one.exercise for one in way[: top + 1]}
        ahead |= {one.exercise for one in way[top + 1 :] if one.kind != "step"}
    return frozenset(ahead - reached)
