"""Why an exercise stands in this person's programme: it names a finding or an answer of theirs."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from ladderback.evidence.book import Book
from ladderback.evidence.exercises import Exercise
from ladderback.evidence.limits import Limit
from ladderback.formulation.values import Contributor, Formulation
from ladderback.intake.values import Goal, IntakeRecord
from ladderback.programme.limits import row_touches
from ladderback.programme.prescribing import extra_set
from ladderback.terms.sides import Side

EASES: dict[str, tuple[str, ...]] = {
    "flexion": ("flexion_lying", "flexion_standing", "bend_forward", "sitting"),
    "extension": ("extension_prone", "extension_standing", "bend_backward", "walking", "lying", "standing"),
    "lateral": ("side_glide_left", "side_glide_right", "side_bend_left", "side_bend_right"),
}


class Reasons(Struct, frozen=True, kw_only=True):
    """What the reasons are taken from."""

    record: IntakeRecord
    formulation: Formulation
    rows: tuple[Limit, ...]
    book: Book

    @property
    def says(self) -> dict[str, Any]:
        """The sentences of the programme."""
        words: dict[str, Any] = self.book.letter("programme")
        return words


def why_for(exercise: Exercise, reasons: Reasons) -> str:
    """What was found or told, what the exercise does about it, and the life task it leads to."""
    first = _by_easing(exercise, reasons) or _by_contributor(exercise, reasons) or _by_row(exercise, reasons)
    goal = goal_of(exercise, reasons.record, reasons.book)
    if first and goal and exercise.id in _steps(goal, reasons.book):
        return f"{first} {exercise.words.purpose}" + str(reasons.says["why"]["also"]).format(
            task=task_name(goal, reasons.book)
        )
    first = first or _by_goal(exercise, goal, reasons) or _by_balance(exercise, reasons)
    return f"{first} {exercise.words.purpose}"


def side_of(exercise: Exercise, formulation: Formulation) -> Side | None:
    """The side that is trained more: that of the weightiest contributor this exercise targets."""
    if not exercise.sided:
        return None
    for one in formulation.contributors:
        if one.contributor in exercise.targets and one.side is not None:
            both = any(
                other.contributor == one.contributor and other.side not in (None, one.side)
                for other in formulation.contributors
            )
            return None if both else one.side
    return None


def goal_of(exercise: Exercise, record: IntakeRecord, book: Book) -> Goal | None:
    """The first life task that this exercise leads to."""
    for goal in record.goals:
        row = book.tables["goal_movements"].get(goal.task)
        if row is not None and exercise.id in _steps(goal, book):
            return goal
    for goal in record.goals:
        row = book.tables["goal_movements"].get(goal.task)
        if row is not None and exercise.movement in row.cells["movements"].split(";"):
            return goal
    return None


def task_name(goal: Goal, book: Book) -> str:
    """The life task in plain words."""
    return task_words(goal.task, book)


def task_words(task: str, book: Book) -> str:
    """A life task in plain words, by its identifier."""
    return str(book.letter("documents")["task"].get(task, task.replace("_", " ")))


def contributor_worked(exercise: Exercise, formulation: Formulation) -> tuple[Contributor | None, bool]:
    """The weightiest contributor it works on, and whether directly."""
    for words, direct in ((exercise.targets, True), (exercise.supports, False)):
        for one in formulation.contributors:
            if one.contributor in words and one.for_:
                return one, direct
    return None, False


def _steps(goal: Goal, book: Book) -> list[str]:
    row = book.tables["goal_movements"].get(goal.task)
    return row.cells["exercises"].split(";") if row is not None else []


def _by_contributor(exercise: Exercise, reasons: Reasons) -> str | None:
    one, direct = contributor_worked(exercise, reasons.formulation)
    if one is None:
        return None
    says = reasons.says["why"]
    text = str(says["worked" if direct else "on_the_way"]).format(found=one.for_[0])
    side = side_of(exercise, reasons.formulation)
    if direct and side is not None:
        text += str(says["side" if extra_set(exercise) else "side_same"]).format(side=side)
    return text


def _by_easing(exercise: Exercise, reasons: Reasons) -> str | None:
    direction = reasons.formulation.directional_preference
    if exercise.movement != "directional" or not goes(exercise, direction):
        return None
    says, words = reasons.says["why"], reasons.says["movement_word"]
    often = str(says["easing_often"]).format(times=f"{reasons.book.number('easing_times_a_day'):g}")
    for movement in EASES.get(direction, ()):
        if reasons.record.repeated.get(movement) in ("better", "centralised"):
            return str(says["easing_tested"]).format(movement=words[movement]) + often
        if reasons.record.movements.get(movement) == "better":
            return str(says["easing"]).format(movement=words[movement]) + often
    return None


def goes(exercise: Exercise, direction: str) -> bool:
    """Says whether an exercise moves the low back in a direction."""
    if direction == "lateral":
        return exercise.lumbar_posture.startswith("lateral")
    return exercise.lumbar_posture.removeprefix("slight ").removeprefix("supported ").startswith(direction)


def _by_row(exercise: Exercise, reasons: Reasons) -> str | None:
    for row in reasons.rows:
        if row.effect in ("require", "require_weekly") and row_touches(row, exercise):
            return str(reasons.says["why"]["row"]).format(row=row.say)
    return None


def _by_goal(exercise: Exercise, goal: Goal | None, reasons: Reasons) -> str | None:
    if goal is None:
        return None
    says, task = reasons.says["why"], task_name(goal, reasons.book)
    if goal.ability is None:
        return str(says["goal_plain"]).format(task=task)
    return str(says["goal"]).format(task=task, ability=f"{goal.ability:g}")


def _by_balance(exercise: Exercise, reasons: Reasons) -> str:
    says, kind = reasons.says["why"], reasons.says["kind"][exercise.movement]
    own = _own_answer(reasons)
    if reasons.record.goals:
        return str(says["balance"]).format(task=task_name(reasons.record.goals[0], reasons.book), kind=kind, own=own)
    return str(says["balance_plain"]).format(kind=kind[0].upper() + kind[1:], own=own)


def _own_answer(reasons: Reasons) -> str:
    """An answer of this person that a general exercise can lean on."""
    says, record = reasons.says["why"], reasons.record
    life = record.daily_life
    if life.sitting_hours is not None and life.sitting_hours >= reasons.book.number("long_sitting_hours"):
        return str(says["own_sitting"]).format(hours=f"{life.sitting_hours:g}")
    if life.walking_minutes_per_day is not None:
        return str(says["own_walking"]).format(minutes=f"{life.walking_minutes_per_day:g}")
    for goal in record.goals:
        if goal.ability is not None:
            task = task_name(goal, reasons.book)
            return str(says["own_goal"]).format(task=task, ability=f"{goal.ability:g}")
    if record.means is None:
        return ""
    place = reasons.says["place"][record.means.place]
    return str(says["own_means"]).format(minutes=f"{record.means.minutes_per_session:g}", place=place)
