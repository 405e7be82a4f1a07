"""The amount of an exercise in words."""

from __future__ import annotations

from ladderback.evidence import book
from ladderback.intake.events import TrainedItem
from ladderback.programme.values import Item
from ladderback.progression.numbers import say


def amount_words(item: Item) -> str:
    """What is asked for, as "3 x 8, 5 kg"."""
    parts = [_count(item)]
    if item.hold_s is not None:
        parts.append(say("amount", "hold", seconds=item.hold_s))
    if item.load_kg > 0:
        parts.append(say("amount", "load", kg=float(item.load_kg)))
    return ", ".join(parts)


def _count(item: Item) -> str:
    if item.reps is not None:
        return say("amount", "reps", sets=item.sets, reps=item.reps)
    if item.duration_minutes is not None:
        return say("amount", "minutes", sets=item.sets, minutes=float(item.duration_minutes))
    if item.distance_m is not None:
        return say("amount", "metres", sets=item.sets, metres=float(item.distance_m))
    return say("amount", "sets", sets=item.sets)


def done_words(line: TrainedItem) -> str:
    """What was done, set by set, as "8, 8, 5, 5 kg"."""
    parts: list[str] = []
    if line.reps is not None:
        parts.append(say("amount", "done_reps", reps=" + ".join(map(str, line.reps))))
    if line.hold_s is not None:
        parts.append(say("amount", "done_holds", seconds=" + ".join(f"{one:g}" for one in line.hold_s)))
    if line.minutes is not None:
        parts.append(say("amount", "done_minutes", minutes=float(line.minutes)))
    if line.load_kg:
        parts.append(say("amount", "load", kg=float(line.load_kg)))
    return ", ".join(parts) or say("amount", "not_logged")


def name_of(exercise: str) -> str:
    """The name of an exercise as the person knows it."""
    record = book().exercises.get(exercise)
    return record.words.name if record else exercise.replace("_", " ")
