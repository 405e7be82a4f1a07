"""Ladders: every life task has one; its steps name movements and exercises; any two steps differ in a quality."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ladderback.evidence.book import Book
from ladderback.evidence.ladders import LadderRecord, Step
from ladderback.terms.words import forbidden_in


def check(book: Book) -> list[str]:
    """Every problem found in the ladders, as sentences."""
    tasks, found = book.tables["life_tasks"], []
    found += [f"life task {task} has no ladder" for task in tasks if task not in book.ladders]
    for record in book.ladders.values():
        where = f"ladder {record.id}"
        if record.id not in tasks:
            found.append(f"{where}: there is no such life task")
        found += [f"{where}: {problem}" for problem in (*_whole(record), *_pairs(record))]
        for step in record.steps:
            found += [f"{where}, step {step.id}: {problem}" for problem in _step(book, record, step)]
    return found


def _whole(record: LadderRecord) -> Iterator[str]:
    kinds = [step.kind for step in record.steps]
    if kinds.count("task") != 1 or next(one for one in record.steps if one.kind == "task").movement != record.id:
        yield "exactly one step is the task, and its movement is the task"
        return
    ids = [step.id for step in record.steps]
    if len(ids) != len(set(ids)):
        yield "each step once"
    task = record.task
    needs_both = record.goal_kg and task.levels.get("twist", 0)
    if needs_both and not any(one.kind == "step" and one.share and one.levels.get("twist", 0) for one in record.steps):
        yield "lifting and twisting do not meet before the task"
    if task.share is not None and task.share[1] != 1.0:
        yield "the task goes up to its whole weight"
    for step in record.steps:
        if step.kind == "tired" and (_amount(step) < _amount(task) or (step.share or (1.0, 1.0)) != (1.0, 1.0)):
            yield f"{step.id} is tired: at least the amount of the task, and never another weight"


def _amount(step: Step) -> float:
    return step.minutes[-1] if step.minutes else step.reps[-1]


def _pairs(record: LadderRecord) -> Iterator[str]:
    for one, other in combinations(record.steps, 2):
        if one.kind == other.kind == "step" and one.levels == other.levels and bool(one.share) == bool(other.share):
            yield f"{one.id} and {other.id} differ in no quality"


def _step(book: Book, record: LadderRecord, step: Step) -> Iterator[str]:
    if step.movement not in book.poses:
        yield f"{step.movement} has no poses"
    if step.trained_by not in book.exercises:
        yield f"{step.trained_by} is no exercise of the catalogue"
    if "{kg}" in step.name and step.share is None:
        yield "its name speaks of a weight that it does not have"
    unloaded = step.empty or (not record.goal_kg and "{kg}" in step.name and step.kind != "heavier")
    if unloaded and not step.name_empty:
        yield "without weight it has no name"
    if list(step.reps) != sorted(set(step.reps)) or list(step.minutes) != sorted(set(step.minutes)):
        yield "amounts rise"
    for text in (step.name, step.name_empty, step.prepares):
        for word in forbidden_in(text):
            yield f"the word {word!r} must not be said"
