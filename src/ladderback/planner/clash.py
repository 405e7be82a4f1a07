"""When nothing satisfies all wishes: the smallest set that clashes, in the words of a practice, and what would help."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from ladderback.evidence.exercises import Exercise
from ladderback.planner.brief import Brief
from ladderback.planner.candidates import in_sessions
from ladderback.planner.wishes import first_week
from ladderback.programme.dosing import first_amount, fits
from ladderback.programme.limits import Ban, WeekLimits
from ladderback.programme.prescribing import minutes_in_session
from ladderback.programme.values import NoProgramme, Wish


class _Wishes(Struct, frozen=True, kw_only=True):
    """Which wishes stand: minutes, kit, two exercises, work on what leads, and rules by name."""

    names: frozenset[str]
    lead: str | None = None

    def stands(self, name: str) -> bool:
        """Says whether a wish is still asked for."""
        return name in self.names


def no_time_for(brief: Brief, week: int, done: Iterable[str]) -> str | None:
    """The leading contributor, when the exercises of the first week leave it out and only the minutes are in its way.

    Why: a programme that has no time for what leads is not the one that was asked for; the practice should know.
    """
    lead = next(iter(brief.leading(week)), None)
    if lead is None or any(lead in brief.exercise(name).targets for name in done):
        return None
    here = brief.limits[week - 1]
    wishes = _Wishes(names=frozenset(_all_wishes(brief, here, lead)), lead=lead)
    longer = replace(wishes, names=wishes.names - {"minutes"})
    return lead if _possible(brief, here, longer) and not _possible(brief, here, wishes) else None


def row_without_time(unmet: Iterable[str]) -> str | None:
    """The first row of the limits that the weeks could not meet, although exercises for it were there."""
    return next((name.removeprefix("row ") for name in unmet if name.startswith("row ")), None)


def clash_with_row(brief: Brief, row: str) -> NoProgramme:
    """What a row asks for and the minutes clash: with longer sessions there is a place for it."""
    limit, words = brief.book.limits[row], brief.book.letter("programme")["clash"]
    minutes = f"{brief.means.minutes_per_session:g}"
    time = Wish(
        wish="minutes", say=words["minutes"]["say"].format(minutes=minutes), resolve=words["row"]["minutes_resolve"]
    )
    asked = Wish(wish=row, say=limit.say, resolve=words["limit"]["resolve"].format(who=limit.who_decides))
    return NoProgramme(clash=(time, asked))


def smallest_clash(brief: Brief, week: int, lead: str | None = None) -> NoProgramme:
    """Takes wishes away one by one; what cannot be taken away without making the week possible is the clash.

    Why: a deletion filter leaves a set of which every member is needed for the clash, which is what a person can
    act on; the first one found is enough.
    """
    here = brief.limits[week - 1]
    standing = list(_all_wishes(brief, here, lead))
    for name in list(standing):
        fewer = [one for one in standing if one != name]
        if not _possible(brief, here, _Wishes(names=frozenset(fewer), lead=lead)):
            standing = fewer
    wishes = _Wishes(names=frozenset(standing), lead=lead)
    return NoProgramme(clash=tuple(_said(brief, here, name, wishes) for name in standing))


def _all_wishes(brief: Brief, here: WeekLimits, lead: str | None) -> Iterator[str]:
    """Wishes in the order in which they are tried for leaving out: rules stay longest."""
    yield "kit"
    yield "two"
    yield "minutes"
    if lead is not None:
        yield "lead"
    yield from dict.fromkeys(ban.rule for ban in here.bans)


def _possible(brief: Brief, here: WeekLimits, wishes: _Wishes) -> bool:
    needed = brief.number("exercises_a_session_least") if wishes.stands("two") else 1
    shortest = _shortest(brief, here, wishes, needed)
    if shortest is None:
        return False
    return not wishes.stands("minutes") or sum(minutes for minutes, _ in shortest) <= brief.means.minutes_per_session


def _shortest(brief: Brief, here: WeekLimits, wishes: _Wishes, count: int) -> list[tuple[float, Exercise]] | None:
    """The shortest session of so many exercises, with one for what leads when that is wished; None without one."""
    left = sorted(((_minutes(brief, here, one), one) for one in _left(brief, here, wishes)), key=lambda one: one[0])
    if wishes.lead is not None and wishes.stands("lead"):
        first = next((one for one in left if wishes.lead in one[1].targets), None)
        if first is None:
            return None
        left = [first, *(one for one in left if one is not first)]
    return left[:count] if len(left) >= count else None


def _left(brief: Brief, here: WeekLimits, wishes: _Wishes) -> Iterator[Exercise]:
    for exercise in brief.book.exercises.values():
        staged = here.stage in exercise.stages and exercise.load_class <= here.load_class
        if not staged or exercise.movement == "aerobic":
            continue
        if wishes.stands("kit") and exercise.id not in brief.pieces:
            continue
        bans = tuple(ban for ban in here.bans if wishes.stands(ban.rule))
        if _ban(here, bans, exercise) or not in_sessions(exercise, here, brief.person.formulation, brief.taste.easing):
            continue
        if fits(first_amount(exercise, brief.caps(exercise, here), brief.book), brief.caps(exercise, here)):
            yield exercise


def _ban(here: WeekLimits, bans: tuple[Ban, ...], exercise: Exercise) -> Ban | None:
    return replace(here, bans=bans).ban_on(exercise)


def _minutes(brief: Brief, here: WeekLimits, exercise: Exercise) -> float:
    amount = first_amount(exercise, brief.caps(exercise, here), brief.book)
    return minutes_in_session(exercise, amount, brief.weak_side(exercise), brief.book)


def _said(brief: Brief, here: WeekLimits, name: str, wishes: _Wishes) -> Wish:
    words = brief.book.letter("programme")
    says = words["clash"]
    if name == "minutes":
        return _minutes_said(brief, here, wishes)
    if name == "two":
        count = brief.number("exercises_a_session_least")
        return Wish(wish=name, say=says["two"]["say"].format(count=count), resolve=says["two"]["resolve"])
    if name == "lead":
        what = str(brief.book.letter("contributors")[wishes.lead]["name"]).lower()
        return Wish(wish=name, say=says["lead"]["say"].format(what=what), resolve=says["lead"]["resolve"])
    if name == "kit":
        return _kit_said(brief, here, wishes)
    if name.startswith("restriction:"):
        return _restriction_said(brief, name)
    ban = next(ban for ban in here.bans if ban.rule == name)
    row = brief.book.limits.get(name)
    who = row.who_decides if row is not None else "the care team"
    return Wish(wish=name, say=ban.because, resolve=says["limit"]["resolve"].format(who=who))


def _restriction_said(brief: Brief, name: str) -> Wish:
    words, avoid = brief.book.letter("programme"), name.removeprefix("restriction:")
    by = next(one.given_by for one in brief.person.record.restrictions if one.avoid == avoid)
    says, what = words["clash"]["restriction"], words["tag"].get(avoid, avoid.replace("_", " "))
    return Wish(wish=name, say=says["say"].format(what=what, by=by), resolve=says["resolve"].format(by=by))


def _minutes_said(brief: Brief, here: WeekLimits, wishes: _Wishes) -> Wish:
    says = brief.book.letter("programme")["clash"]["minutes"]
    count = brief.number("exercises_a_session_least") if wishes.stands("two") else 1
    shortest = _shortest(brief, here, wishes, count) or []
    both = says["both_sides"] if any(one.sided for _, one in shortest) else ""
    minutes = f"{brief.means.minutes_per_session:g}"
    resolve = says["resolve" if count > 1 else "resolve_one"]
    said = resolve.format(minutes=minutes, count=count, both=both, needed=_minutes_enough(brief, wishes))
    return Wish(wish="minutes", say=says["say"].format(minutes=minutes), resolve=said)


def _minutes_enough(brief: Brief, wishes: _Wishes) -> int:
    """Whole minutes that are enough for every week, with work on what leads in the first [min]."""
    count, most = brief.number("exercises_a_session_least"), 0.0
    for here in (week for week in brief.limits if week.sessions):
        lead = next(iter(brief.leading(here.week)), None) if here.week == first_week(brief) else None
        fuller = _Wishes(names=wishes.names | {"lead"}, lead=lead)
        shortest = _shortest(brief, here, fuller, count) or _shortest(brief, here, replace(fuller, lead=None), count)
        most = max(most, sum(minutes for minutes, _ in shortest or []))
    return math.ceil(most)


def _kit_said(brief: Brief, here: WeekLimits, wishes: _Wishes) -> Wish:
    says = brief.book.letter("programme")["clash"]["kit"]
    free = _Wishes(names=wishes.names - {"kit"})
    missing: dict[str, int] = {}
    for exercise in _left(brief, here, free):
        for alternatives in exercise.equipment:
            if not any(piece in brief.kit for piece in alternatives):
                missing[alternatives[0]] = missing.get(alternatives[0], 0) + 1
    add = sorted(missing, key=lambda piece: (-missing[piece], piece))[:3]
    kit = ", ".join(piece.replace("_", " ") for piece in sorted(brief.means.equipment)) or says["nothing"]
    resolve = says["resolve"].format(add=", ".join(piece.replace("_", " ") for piece in add))
    return Wish(wish="kit", say=says["say"].format(kit=kit), resolve=resolve)
