"""Which exercises may stand in a week at all: stage, limits, irritability, kit and place; what is already strong."""

from __future__ import annotations

from ladderback.evidence.book import Book
from ladderback.evidence.exercises import Exercise
from ladderback.formulation.values import Formulation
from ladderback.intake.values import Means
from ladderback.programme.limits import WeekLimits, row_touches
from ladderback.programme.why import goes

ALWAYS = frozenset({"none", "floor", "wall"})
AT_HOME = ALWAYS | {"chair", "bed", "towel", "pillow", "stairs"}
AT_A_GYM = ALWAYS | {"chair", "bench", "step"}
# Worked in daily life, by walking or by aerobic work; they take no place in a session.
OUTSIDE_SESSIONS = frozenset({"sitting_exposure", "poor_sleep", "workstation", "couch_posture", "sleep_surface"})


def kit_of(means: Means) -> frozenset[str]:
    """Everything that is at hand: what was listed and what the place always has."""
    return frozenset(means.equipment) | (AT_HOME if means.place == "home" else AT_A_GYM)


def pieces_for(exercise: Exercise, kit: frozenset[str]) -> tuple[str, ...] | None:
    """The pieces of kit that an exercise would use; None when something is missing."""
    used: list[str] = []
    for alternatives in exercise.equipment:
        found = next((piece for piece in alternatives if piece in kit), None)
        if found is None:
            return None
        used.append(found)
    return tuple(piece for piece in used if piece not in ALWAYS)


def fitting_by_week(limits: tuple[WeekLimits, ...], equipped: frozenset[str], book: Book) -> tuple[frozenset[str], ...]:
    """For each week, every exercise that stage, limits, irritability and kit leave; none where no session may be."""
    known = [one for one in book.exercises.values() if one.stages and one.id in equipped]
    seen: dict[tuple[object, ...], frozenset[str]] = {}
    weeks = []
    for here in limits:
        key = (here.stage, here.load_class, here.sessions, tuple(ban.rule for ban in here.bans))
        if key not in seen:
            seen[key] = frozenset(one.id for one in known if here.sessions and may_stand(one, here))
        weeks.append(seen[key])
    return tuple(weeks)


def may_stand(exercise: Exercise, here: WeekLimits) -> bool:
    """Says whether stage, irritability and every rule of the week let this exercise in."""
    staged = here.stage in exercise.stages and exercise.load_class <= here.load_class
    return staged and here.ban_on(exercise) is None


def in_sessions(exercise: Exercise, here: WeekLimits, formulation: Formulation, direction: str | None) -> bool:
    """Says whether an exercise that may stand in the week belongs into a session of this person.

    Args:
        direction: the direction that eases, when it is known.
    """
    if strong_target(exercise, here, formulation) is not None:
        return False
    required = any(row_touches(row, exercise) for row in here.rows if row.effect.startswith("require"))
    if exercise.movement == "aerobic":
        return False
    if exercise.movement == "directional" and not required:
        return direction is not None and goes(exercise, direction)
    return not exercise.targets or not OUTSIDE_SESSIONS.issuperset(exercise.targets)


def strong_target(exercise: Exercise, here: WeekLimits, formulation: Formulation) -> str | None:
    """The target that is already strong, unless a row of a condition asks for it."""
    for target in exercise.targets:
        if target in formulation.strong:
            asked = any(row_touches(row, exercise) for row in here.rows if row.effect.startswith("require"))
            if not asked:
                return target
    return None
