"""Writes one exercise down as it stands in a session of this person."""

from __future__ import annotations

from ladderback.evidence.book import Book
from ladderback.evidence.exercises import Exercise
from ladderback.programme.dosing import Amount, minutes_of
from ladderback.programme.values import Item
from ladderback.terms.sides import Side, other


def prescribe(
    exercise: Exercise, amount: Amount, why: str, book: Book, *, weak: Side | None = None, by_plan: bool = False
) -> tuple[Item, ...]:
    """One exercise with its dose and its reason: one item, or one for each side when one side gets a further set.

    Args:
        weak: the side that is trained more, for a sided exercise with room for a further set.
        by_plan: the person trains by quota: the plan decides when to go on, not the pain.
    """
    if not (exercise.sided and weak and extra_set(exercise)):
        return (_item(exercise, amount, amount.sets, None, why, book, by_plan),)
    more, less = sets_by_side(exercise, amount)
    return (
        _item(exercise, amount, more, weak, why, book, by_plan),
        _item(exercise, amount, less, other(weak), why, book, by_plan),
    )


def extra_set(exercise: Exercise) -> bool:
    """Says whether the dose leaves room for a further set on one side."""
    return exercise.dose.sets[1] > exercise.dose.sets[0]


def sets_by_side(exercise: Exercise, amount: Amount) -> tuple[int, int]:
    """Sets of the side that is trained more and of the other side."""
    more = min(exercise.dose.sets[1], amount.sets + 1)
    return more, min(amount.sets, max(exercise.dose.sets[0], more - 1))


def minutes_in_session(exercise: Exercise, amount: Amount, weak: Side | None, book: Book) -> float:
    """Minutes that the exercise takes in a session, all its items together [min]."""
    if not (exercise.sided and weak and extra_set(exercise)):
        return minutes_of(exercise, amount, 2 if exercise.sided else 1, book)
    more, less = sets_by_side(exercise, amount)
    return _minutes(exercise, amount, more, book) + _minutes(exercise, amount, less, book)


def _minutes(exercise: Exercise, amount: Amount, sets: int, book: Book) -> float:
    one_side = Amount(
        sets=sets,
        reps=amount.reps,
        hold_s=amount.hold_s,
        minutes=amount.minutes,
        metres=amount.metres,
        load_kg=amount.load_kg,
        effort=amount.effort,
    )
    return minutes_of(exercise, one_side, 1, book)


def _item(
    exercise: Exercise, amount: Amount, sets: int, side: Side | None, why: str, book: Book, by_plan: bool
) -> Item:
    each = exercise.sided and side is None
    minutes = minutes_of(exercise, amount, 2, book) if each else _minutes(exercise, amount, sets, book)
    on = book.letter("programme")["progress"]["by_plan"] if by_plan else exercise.words.progress_when
    return Item(
        exercise=exercise.id,
        side=side,
        each_side=each,
        sets=sets,
        reps=amount.reps,
        hold_s=amount.hold_s,
        duration_minutes=amount.minutes,
        distance_m=amount.metres,
        load_kg=amount.load_kg,
        effort_rpe=amount.effort,
        rest_s=exercise.dose.rest_s,
        targets=exercise.targets,
        lumbar_posture=exercise.lumbar_posture,
        tags=exercise.all_tags,
        why=why,
        progress_when=on,
        regress_to=exercise.words.regress_to,
        minutes=minutes,
    )
