"""What an exercise is worth to this person, apart from whom it is combined with."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from ladderback.evidence.book import Book
from ladderback.evidence.exercises import Exercise
from ladderback.formulation.values import Formulation
from ladderback.intake.values import IntakeRecord
from ladderback.programme.phases import LAST_STAGE

STRENGTH = frozenset({"hinge", "squat", "push", "pull", "carry", "rotation", "legs"})
UNASKED = frozenset({"impact", "high_intensity", "inverted"})
AGAINST = {"flexion": "endrange_flexion", "extension": "endrange_extension", "rotation": "endrange_rotation"}
# What was tried before, and the groups of exercises that are of the same kind.
TRIED = {
    "core_strengthening": ("trunk endurance",),
    "stretching": ("mobility hip", "mobility hamstring", "mobility spine"),
    "pilates_yoga": ("motor control", "mobility spine"),
    "gym": ("leg strength", "hinge/lift", "push/pull"),
}


class Taste(Struct, frozen=True, kw_only=True):
    """What the points are taken from: weights of the contributors, life tasks, directions and what was tried."""

    weights: dict[str, float]
    goal_movements: frozenset[str]
    goal_exercises: frozenset[str]
    easing: str | None
    provoking: str | None
    acute: bool
    one_sided: frozenset[str]
    helped: frozenset[str]
    failed: frozenset[str]
    prefer: Mapping[str, int]


def taste_of(record: IntakeRecord, formulation: Formulation, book: Book) -> Taste:
    """Gathers what this person's programme is weighed by."""
    weights: dict[str, float] = {}
    for one in formulation.contributors:
        weights[one.contributor] = weights.get(one.contributor, 0.0) + one.weight
    rows = [
        book.tables["goal_movements"][goal.task] for goal in record.goals if goal.task in book.tables["goal_movements"]
    ]
    preference = formulation.directional_preference
    return Taste(
        weights=weights,
        goal_movements=frozenset(word for row in rows for word in row.cells["movements"].split(";")),
        goal_exercises=frozenset(word for row in rows for word in row.cells["exercises"].split(";")),
        easing=preference if preference in ("flexion", "extension", "lateral") else None,
        provoking=AGAINST.get(formulation.pattern),
        acute=formulation.phase == "acute",
        one_sided=_one_sided(formulation),
        helped=_tried(record, ("lasting",)),
        failed=_tried(record, ("short", "no", "worse")),
        prefer=preferences(book),
    )


def preferences(book: Book) -> Mapping[str, int]:
    """All weights of the planner, from the one table that holds them."""
    return _preferences(
        book.sha256, tuple((row.id, row.cells["weight"]) for row in book.tables["preferences"].values())
    )


@cache
def _preferences(_: str, rows: tuple[tuple[str, str], ...]) -> Mapping[str, int]:
    return {name: int(weight) for name, weight in rows}


def standing_points(exercise: Exercise, stage: int, taste: Taste) -> int:
    """Points of an exercise at a stage: contributors on the way, direction, weight of the work, what was tried."""
    prefer = taste.prefer
    points = round(sum(taste.weights.get(one, 0.0) for one in exercise.supports) * prefer["work_support"])
    if exercise.id not in taste.goal_exercises and not UNASKED.isdisjoint(exercise.all_tags):
        points += prefer["impact_unasked"]
    if stage <= 2 and taste.provoking and taste.provoking in exercise.all_tags:
        points += prefer["against_direction"]
    if exercise.movement in STRENGTH:
        points += _heaviness(exercise, stage, taste)
    if exercise.sided and not taste.one_sided.isdisjoint(exercise.targets):
        points += prefer["own_side"]
    if exercise.id in taste.goal_exercises and exercise.stages == (LAST_STAGE,):
        points += prefer["task_itself"]
    if exercise.group in taste.helped:
        points += prefer["helped_before"]
    if exercise.group in taste.failed:
        points += prefer["failed_before"]
    return points


def _one_sided(formulation: Formulation) -> frozenset[str]:
    sides: dict[str, set[str | None]] = {}
    for one in formulation.contributors:
        sides.setdefault(one.contributor, set()).add(one.side)
    return frozenset(name for name, found in sides.items() if found in ({"left"}, {"right"}))


def _heaviness(exercise: Exercise, stage: int, taste: Taste) -> int:
    if stage >= 3:
        return taste.prefer["capacity_class"] * exercise.load_class
    return taste.prefer["calm_class"] * (exercise.load_class - 1) if stage == 1 or taste.acute else 0


def _tried(record: IntakeRecord, answers: tuple[str, ...]) -> frozenset[str]:
    groups: set[str] = set()
    for one in record.tried:
        if one.helped in answers:
            groups.update(TRIED.get(one.what, ()))
    return frozenset(groups)
