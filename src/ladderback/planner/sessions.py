"""Writes the planned weeks down as sessions, each item with its dose and its reason."""

from __future__ import annotations

from msgspec.structs import replace

from ladderback.planner.brief import Brief
from ladderback.planner.rungs import SAME, Aim
from ladderback.planner.weeks import PlannedWeek
from ladderback.programme.prescribing import prescribe
from ladderback.programme.values import Item, SessionPlan
from ladderback.programme.why import Reasons, task_words, why_for

# Calm first, skill while fresh, heavy later, long and easy last.
ORDER = (
    "breathing", "relaxation", "directional", "mobility", "nerve", "control", "balance", "task", "hinge", "squat",
    "legs", "push", "pull", "rotation", "trunk", "carry", "aerobic",
)  # fmt: skip


def sessions_of(brief: Brief, weeks: tuple[PlannedWeek, ...]) -> tuple[SessionPlan, ...]:
    """All sessions of all weeks; kinds of session take turns within a week."""
    whys: dict[tuple[str, tuple[str, ...]], str] = {}
    sessions = []
    for week in weeks:
        items = {name: _items(brief, week, name, whys) for name in week.amounts}
        tired = {one.exercise for one in week.trained() if one.rung.kind == "tired"}
        for number in range(1, brief.means.sessions_per_week + 1):
            kind = week.kinds[(number - 1) % len(week.kinds)]
            names = sorted(kind, key=lambda name: (name in tired, _place(brief, name)))
            inside = tuple(item for name in names for item in items[name])
            minutes = round(sum(item.minutes for item in inside), 1)
            sessions.append(SessionPlan(week=week.week, session=number, minutes=minutes, items=inside))
    return tuple(sessions)


def _place(brief: Brief, name: str) -> tuple[int, int, str]:
    exercise = brief.exercise(name)
    return ORDER.index(exercise.movement), exercise.load_class, name


def _items(
    brief: Brief, week: PlannedWeek, name: str, whys: dict[tuple[str, tuple[str, ...]], str]
) -> tuple[Item, ...]:
    exercise, here = brief.exercise(name), brief.limits[week.week - 1]
    rows = tuple(brief.required(here))
    key = (name, tuple(row.rule_id for row in rows))
    if key not in whys:
        person = brief.person
        reasons = Reasons(record=person.record, formulation=person.formulation, rows=rows, book=brief.book)
        whys[key] = why_for(exercise, reasons)
    aim = next((one for one in week.trained() if one.exercise == name), None)
    made = prescribe(
        exercise,
        week.amounts[name],
        _why_rung(brief, aim, week.amounts[name].load_kg, whys[key]) if aim else whys[key],
        brief.book,
        weak=brief.weak_side(exercise),
        by_plan=brief.person.formulation.time_contingent,
    )
    if aim is None:
        return made
    own = (None, aim.rung.side) if exercise.sided and aim.rung.side else (None, "left", "right")
    return tuple(replace(one, rung=aim.rung.rung) if one.side in own else one for one in made)


def _why_rung(brief: Brief, aim: Aim, load_kg: float, why: str) -> str:
    """Which rung of which ladder an item is, after its reason; and that its weight is less when it is."""
    says, task = brief.book.letter("programme")["why"], task_words(aim.task, brief.book)
    said = why.removesuffix(str(says["also"]).format(task=task)) + str(says["rung"]).format(
        task=task, rung=aim.rung.name
    )
    return said + (str(says["rung_lighter"]) if load_kg < aim.rung.load_kg - SAME else "")
