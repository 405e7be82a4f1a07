"""What was left out, by which rule: what would otherwise fit this person, and what people ask for."""

from __future__ import annotations

from ladderback.evidence.exercises import Exercise
from ladderback.planner.brief import Brief
from ladderback.planner.candidates import strong_target
from ladderback.programme.values import Excluded

ASKED_FOR = ("core_situp", "core_crunch", "core_toe_touch")


def excluded_from(brief: Brief) -> tuple[Excluded, ...]:
    """One line for each exercise that stage and kit would allow but a rule keeps out, in the order of the book."""
    found = []
    for exercise in brief.book.exercises.values():
        line = _asked_for(brief, exercise) if exercise.id in ASKED_FOR else _by_rule(brief, exercise)
        if line is not None:
            found.append(line)
    return tuple(found)


def _by_rule(brief: Brief, exercise: Exercise) -> Excluded | None:
    """The first rule that keeps it out in a week whose stage would allow it; None when some such week has no rule."""
    if exercise.id not in brief.pieces:
        return None
    first: Excluded | None = None
    for here in brief.limits:
        if not here.sessions or here.stage not in exercise.stages:
            continue
        line = _banned(brief, exercise, here.week) or _strong(brief, exercise, here.week)
        if line is None:
            return None
        first = first or line
    return first


def _banned(brief: Brief, exercise: Exercise, week: int) -> Excluded | None:
    ban = brief.limits[week - 1].ban_on(exercise)
    if ban is None:
        return None
    return Excluded(exercise=exercise.id, by=ban.rule, because=ban.because, sources=ban.sources)


def _strong(brief: Brief, exercise: Exercise, week: int) -> Excluded | None:
    target = strong_target(exercise, brief.limits[week - 1], brief.person.formulation)
    if target is None:
        return None
    says, names = brief.book.letter("programme")["because"], brief.book.letter("contributors")
    name = names.get(target, {}).get("name", target.replace("_", " ")).lower()
    return Excluded(exercise=exercise.id, by=f"strong:{target}", because=says["strong"].format(what=name))


def _asked_for(brief: Brief, exercise: Exercise) -> Excluded:
    """Known and never prescribed: by the rule of this person when there is one."""
    says = brief.book.letter("programme")["because"]
    return _banned(brief, exercise, 1) or Excluded(
        exercise=exercise.id, by="never_prescribed", because=says["never"], sources=exercise.sources
    )
