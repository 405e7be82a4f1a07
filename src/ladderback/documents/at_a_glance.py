"""The programme, its exclusions and its limits at a glance, for whoever answers for it."""

from __future__ import annotations

from typing import Any

from ladderback.documents.sheet import Bullets, Line, Span, Table, line
from ladderback.documents.wording import (
    capital,
    day,
    dose_status,
    exercise_name,
    figure,
    in_words,
    limit_name,
    sentence,
    short_dose,
    walking_status,
)
from ladderback.evidence import book
from ladderback.intake.values import IntakeRecord
from ladderback.programme.values import Excluded, Item, Programme

GLANCE = (1, 4, 8, 12)  # weeks that stand side by side
MOST_RULES, MOST_WAITING = 9, 6


def programme_at_a_glance(programme: Programme, words: dict[str, Any]) -> Table:
    """Weeks 1, 4, 8 and 12 side by side: each exercise with its dose, walking below."""
    weeks = [week for week in GLANCE if week <= programme.weeks]
    doses = {week: _doses(programme, week) for week in weeks}
    names = list(dict.fromkeys(name for week in weeks for name in doses[week]))
    rows = [(line(exercise_name(name)), *(_cell(doses[week].get(name), words) for week in weeks)) for name in names]
    walks = {
        one.week: words["walking_cell"].format(minutes=figure(one.minutes), times=one.times_per_week)
        for one in programme.walking
    }
    status = walking_status(book())
    count = {week: sum(1 for one in programme.sessions if one.week == week) for week in weeks}
    rows.append((line(words["walking"]), *(line(walks.get(week, ""), mark=status) for week in weeks)))
    rows.append((line(words["sessions"]), *(line(str(count[week])) for week in weeks)))
    head = (words["exercise"], *(words["week"].format(week=week) for week in weeks))
    return Table(caption=words["programme"], head=head, rows=tuple(rows), widths=(2.2, *(1.5 for _ in weeks)))


def excluded_by_rule(excluded: tuple[Excluded, ...], words: dict[str, Any]) -> Bullets:
    """What each rule leaves out: how many exercises and why, those with most first."""
    groups: dict[tuple[str, str], list[str]] = {}
    for one in excluded:
        groups.setdefault((one.by, one.because), []).append(one.exercise)
    ordered = sorted(groups.items(), key=lambda group: (-len(group[1]), group[0]))
    lines = [
        line(words["excluded_line"].format(rule=_rule(by), count=len(names), because=sentence(because)))
        for (by, because), names in ordered[:MOST_RULES]
    ]
    if len(ordered) > MOST_RULES:
        lines.append(line(words["excluded_more"].format(count=len(ordered) - MOST_RULES)))
    return Bullets(lines=tuple(lines) or (line(words["excluded_none"]),), size="small")


def waiting_lines(programme: Programme, words: dict[str, Any]) -> tuple[Line, ...]:
    """What must wait, until when and why."""
    made = [
        words["waiting_line" if one.until_week else "waiting_open"].format(
            what=capital(in_words(one.what)), week=one.until_week, why=sentence(one.why)
        )
        for one in programme.waiting
    ]
    more = [capital(words["more"].format(count=len(made) - MOST_WAITING))] if len(made) > MOST_WAITING else []
    return tuple(line(one) for one in made[:MOST_WAITING] + more)


def limits_that_stand(record: IntakeRecord, words: dict[str, Any]) -> tuple[Line, ...]:
    """What the care team asked for, with who and until when, and what a clearance leaves standing."""
    asked = [
        words["limit_line" if one.until else "limit_open"].format(
            by=capital(one.given_by), avoid=limit_name(one.avoid), date=day(one.until) if one.until else ""
        )
        for one in record.restrictions
    ]
    asked += [
        words["limit_line" if one.until else "limit_open"].format(
            by=capital(one.by),
            avoid=", ".join(limit_name(tag) for tag in one.limits),
            date=day(one.until) if one.until else "",
        )
        for one in record.clearances
        if one.limits
    ]
    return tuple(line(one) for one in asked) or (line(words["limits_none"]),)


def _doses(programme: Programme, week: int) -> dict[str, tuple[Item, ...]]:
    """The dose of each exercise the first time it stands in a week; its sides may differ."""
    found: dict[str, tuple[Item, ...]] = {}
    for one in programme.sessions:
        if one.week == week:
            for name in dict.fromkeys(item.exercise for item in one.items):
                found.setdefault(name, tuple(item for item in one.items if item.exercise == name))
    return found


def _cell(items: tuple[Item, ...] | None, words: dict[str, Any]) -> Line:
    if items is None:
        return (Span(text=words["absent"], quiet=True),)
    return line(short_dose(items), mark=dose_status(items[0], book()))


def _rule(by: str) -> str:
    known = book().limits.get(by)
    return by if known else capital(in_words(by.replace(":", ": ")))
