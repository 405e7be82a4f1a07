"""What must wait, until which week, and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ladderback.formulation.values import Contributor
from ladderback.planner.brief import LEADING, Brief
from ladderback.planner.weeks import PlannedWeek
from ladderback.programme.limits import restriction_holds
from ladderback.programme.referrals import review_day
from ladderback.programme.values import Waiting


def waiting_list(brief: Brief, weeks: tuple[PlannedWeek, ...]) -> tuple[Waiting, ...]:
    """Contributors, restrictions, steps of the life task and rows that cannot have their turn yet."""
    return (
        *_restrictions(brief),
        *_contributors(brief, weeks),
        *_rows(brief, weeks),
        *_steps(brief, weeks),
    )


def _restrictions(brief: Brief) -> Iterator[Waiting]:
    words, record = brief.book.letter("programme"), brief.person.record
    says, least = words["waiting"], brief.book.number("restriction_stage_least")
    for one in record.restrictions:
        held = [here.week for here in brief.limits if restriction_holds(one, record, here.week, here.stage, least)]
        free = max(held, default=0) + 1
        later = free > len(brief.limits)
        key = "restriction_open" if one.until is None else "restriction_later" if later else "restriction_until"
        date = one.until.isoformat() if one.until else ""
        why = says[key].format(by=one.given_by, date=date)
        what = words["tag"].get(one.avoid, one.avoid.replace("_", " "))
        yield Waiting(what=what, until_week=None if later else free, why=why + _review(brief, one.avoid))


def _review(brief: Brief, tag: str) -> str:
    """The week in which the review is asked for, when it falls into the programme."""
    record = brief.person.record
    for one in record.restrictions:
        day = review_day(one, brief.book)
        if one.avoid == tag and day is not None and day >= record.on:
            week = (day - record.on) // timedelta(days=7) + 1
            if week <= len(brief.limits):
                says = brief.book.letter("programme")["waiting"]
                return str(says["review"]).format(by=one.given_by, week=week, date=day.isoformat())
    return ""


def _contributors(brief: Brief, weeks: tuple[PlannedWeek, ...]) -> Iterator[Waiting]:
    """Who is not worked from the start, and who had to be left out of weeks that should have worked it."""
    says, names = brief.book.letter("programme")["waiting"], brief.book.letter("contributors")
    for place, one in enumerate(brief.worked if weeks else ()):
        name = names.get(one.contributor, {}).get("name", one.contributor.replace("_", " "))
        worked = _weeks_worked(brief, weeks, one)
        gap = 1 if place < LEADING else brief.number("contributor_gap_weeks")
        missing = _left_out([week.week for week in weeks if week.week >= one.from_week], worked, gap)
        if not worked:
            yield Waiting(what=name, until_week=None, why=_why_out(brief, one, [week.week for week in weeks]))
        elif missing:
            later = min((week for week in worked if week > missing[-1]), default=None)
            yield Waiting(what=name, until_week=later, why=_why_out(brief, one, missing))
        elif worked[0] > weeks[0].week:
            yield Waiting(what=name, until_week=worked[0], why=says["from_week"].format(week=worked[0]))


def _weeks_worked(brief: Brief, weeks: tuple[PlannedWeek, ...], one: Contributor) -> list[int]:
    """Weeks in which an exercise has the contributor as its target."""
    return [
        week.week for week in weeks if any(one.contributor in brief.exercise(name).targets for name in week.amounts)
    ]


def _left_out(weeks: list[int], worked: list[int], gap: int) -> list[int]:
    """The first run of weeks without the contributor that is as long as the gap or longer."""
    run: list[int] = []
    for week in weeks:
        run = [] if week in worked else [*run, week]
        if len(run) >= gap and (week + 1 in worked or week == weeks[-1]):
            return run
    return []


def _why_out(brief: Brief, one: Contributor, missing: list[int]) -> str:
    """Why a contributor was left out: no room, a rule, a stage that has nothing for it, or the kit."""
    says, when = brief.book.letter("programme")["waiting"], _when(brief, missing)
    training = [other for other in brief.book.exercises.values() if one.contributor in other.targets]
    equipped = [other for other in training if other.stages and other.id in brief.pieces]
    if any(other.id in brief.fitting[week - 1] for other in equipped for week in missing):
        return str(says["no_room"]).format(when=when, most=brief.different)
    for here in (brief.limits[week - 1] for week in missing):
        for other in equipped:
            ban = here.ban_on(other)
            if ban is not None and here.stage in other.stages:
                return str(says["no_exercise"]).format(when=when, because=ban.because)
    return str(says["no_stage" if equipped else "no_kit"]).format(when=when)


def _when(brief: Brief, weeks: list[int]) -> str:
    says = brief.book.letter("programme")["waiting"]
    key = "in_weeks" if weeks[0] == weeks[-1] else "in_weeks_to"
    return str(says[key]).format(first=weeks[0], last=weeks[-1])


def _rows(brief: Brief, weeks: tuple[PlannedWeek, ...]) -> Iterator[Waiting]:
    says = brief.book.letter("programme")["waiting"]
    for rule in sorted({name[4:] for week in weeks for name in week.unmet if name.startswith("row ")}):
        missing = [week.week for week in weeks if f"row {rule}" in week.unmet]
        row = brief.book.limits[rule]
        why = says["row"].format(row=row.say, when=_when(brief, missing))
        yield Waiting(what=row.say, until_week=missing[-1] + 1, why=why)


def _steps(brief: Brief, weeks: tuple[PlannedWeek, ...]) -> Iterator[Waiting]:
    """Steps of the life task that rule or stage keeps out at first."""
    says = brief.book.letter("programme")["waiting"]
    for name in sorted(brief.taste.goal_exercises):
        exercise, first = brief.exercise(name), brief.limits[0]
        used = [week.week for week in weeks if name in week.amounts]
        if not used or name in brief.fitting[0]:
            continue
        ban = first.ban_on(exercise) if first.stage in exercise.stages else None
        why = ban.because if ban is not None else says["stage"].format(stage=max(1, exercise.stages[0] - 1))
        yield Waiting(what=exercise.words.name, until_week=used[0], why=why)
