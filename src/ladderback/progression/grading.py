"""How one exercise went: was everything done that was asked, and was the pain inside the rule of the stage."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ladderback.evidence import book
from ladderback.intake.events import Trained, TrainedItem
from ladderback.programme.values import Item
from ladderback.progression.numbers import number, say
from ladderback.progression.values import Grade

WORST_FIRST: tuple[Grade, ...] = ("down", "hold", "unknown", "good")


class Went(Struct, frozen=True, kw_only=True):
    """How one exercise went in one training, why, the most pain in it and the least load that was used [kg]."""

    grade: Grade
    because: str = ""
    done: bool = True
    could_not: bool = False
    pain: float | None = None
    load_kg: float | None = None


def worst(grades: Sequence[Grade]) -> Grade:
    """The most careful of several grades; not known when there is none.

    >>> worst(["good", "hold"])
    'hold'
    """
    return next((grade for grade in WORST_FIRST if grade in grades), "unknown")


def exercise_went(
    logged: Sequence[TrainedItem], asked: Sequence[Item], training: Trained, *, stage: int, quota: bool
) -> Went:
    """Grades one exercise of one training.

    Args:
        logged: its lines in the log, one a side or one for both.
        asked: what was asked for at the level of that day; empty when it was not planned.
        stage: stage of recovery of that week.
        quota: the plan decides, not the pain.
    """
    pain = _pain(logged, training, stage=stage, quota=quota)
    missing = _missing(logged, asked)
    effort = max((item.effort for item in logged if item.effort is not None), default=None)
    reasons: list[tuple[Grade, str]] = [pain]
    if missing:
        reasons.append(("hold", missing))
    if any(item.stopped == "pain" for item in logged) and not quota:
        reasons.append(("down", say("item", "stopped_pain")))
    if effort is not None and effort > book().number(f"effort_cap_stage_{stage}"):
        reasons.append(("hold", say("item", "effort", effort=effort)))
    grade = worst([one for one, _ in reasons])
    return Went(
        grade="hold" if grade == "unknown" else grade,
        because=next((why for one, why in reasons if one == grade), ""),
        done=not missing,
        could_not=any(item.stopped == "could_not" for item in logged),
        pain=max((item.pain_during for item in logged if item.pain_during is not None), default=None),
        load_kg=min((item.load_kg for item in logged if item.load_kg is not None), default=None),
    )


def _pain(logged: Sequence[TrainedItem], training: Trained, *, stage: int, quota: bool) -> tuple[Grade, str]:
    """Pain in an exercise against the rule of the stage. Source: SEEDS, SILBER2007, BIMPM."""
    felt = [item.pain_during for item in logged]
    known = [pain for pain in felt if pain is not None]
    most = max(known, default=None)
    if most is not None and most > number("pain_stop_most"):
        return "down", say("item", "pain_stop", pain=most)
    if quota:
        return "good", ""
    if most is None or len(known) < len(felt):
        over = most is not None and most > number("pain_amber_most_stage_2")
        return ("down", say("item", "pain_over", pain=most)) if over else ("unknown", say("item", "pain_not_logged"))
    if stage == 1:
        return _early(most, training)
    if stage == 2:
        if most <= number("pain_green_most_stage_2"):
            return "good", ""
        amber = most <= number("pain_amber_most_stage_2")
        return (
            ("hold", say("item", "pain_amber", pain=most)) if amber else ("down", say("item", "pain_over", pain=most))
        )
    over = most > number(f"pain_most_stage_{stage}")
    return ("down", say("item", "pain_over", pain=most)) if over else ("good", "")


def _early(most: float, training: Trained) -> tuple[Grade, str]:
    """Stage 1: no rise above the pain they came with; a small one must be seen to go. Source: SEEDS, THOMEE1997."""
    before, after = training.pain_before, training.pain_after
    if before is None:
        return "unknown", say("item", "start_not_logged")
    if most <= before:
        return "good", ""
    if most - before > number("pain_rise_most_stage_1"):
        return "down", say("item", "pain_rise", pain=most, before=before)
    gone = after is not None and after <= before
    return ("good", "") if gone else ("hold", say("item", "rise_not_seen_to_go"))


def _missing(logged: Sequence[TrainedItem], asked: Sequence[Item]) -> str:
    """Says what was not done, or an empty text when all that was asked was done and written down."""
    if any(item.stopped is not None for item in logged):
        return say("item", "stopped")
    for item in asked:
        sides = (item.side,) if not item.each_side else ("left", "right")
        for side in sides:
            lines = [line for line in logged if line.side in (None, side) or side is None]
            if not any(_all_done(line, item) for line in lines):
                return say("item", "not_all_logged")
    return ""


def _all_done(line: TrainedItem, asked: Item) -> bool:
    if asked.load_kg > 0 and (line.load_kg is None or line.load_kg < asked.load_kg):
        return False
    if asked.duration_minutes is not None:
        return line.minutes is not None and line.minutes >= asked.duration_minutes
    if line.reps is not None and asked.reps is not None:
        return _sets_reach(line.reps, asked.sets, asked.reps)
    if line.hold_s is not None and asked.hold_s is not None:
        return _sets_reach(line.hold_s, asked.sets, asked.hold_s)
    return asked.reps is None and asked.hold_s is None


def _sets_reach(done: Sequence[float], sets: int, least: float) -> bool:
    return sum(1 for one in done if one >= least) >= sets
