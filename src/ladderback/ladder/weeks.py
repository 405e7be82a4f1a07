"""What the sessions of a week can hold of a ladder."""

from __future__ import annotations

from collections.abc import Sequence

from ladderback.evidence.ladders import BEYOND
from ladderback.ladder.numbers import number
from ladderback.ladder.values import Ladder, Rung, WeekRung


def rungs_for_week(ladder: Ladder, week: int, stages: Sequence[int]) -> tuple[WeekRung, ...]:
    """The rungs of a ladder for one week of the programme: where the person would be, and a passed one to keep.

    One rung a week at best, from where the person is on the day of the ladder, and none in a week in which the next one
    is closed; only with exercises that the stage of the week has. The planner still sets its own limits on every item.

    Args:
        week: week of the programme, from 1.
        stages: stage of each week, the first week first; rungs beyond the task come with the last stage.
    """
    stage = stages[week - 1]
    rungs = (*ladder.rungs, *(one for one in ladder.beyond if one not in ladder.rungs))
    here = next((index for index, one in enumerate(rungs) if one.rung == ladder.at), -1)
    for past in range(1 if here < 0 else 2, week + 1):
        if here + 1 < len(rungs) and _opens(rungs[here + 1], past, stages[past - 1]):
            here += 1
    trained = [one for one in rungs[: here + 1] if one.exercise and stage in one.stages and _opens(one, week, stage)]
    if not trained:
        return ()
    now = trained[-1]
    keep = [one for one in trained if one.exercise != now.exercise][-1:]
    kept = [_in_week(one, "keep") for one in keep]
    return (_in_week(now, "now"), *kept)[: int(number("week_rungs_most"))]


def _opens(one: Rung, week: int, stage: int) -> bool:
    if one.from_stage > stage or (one.kind in BEYOND and stage < number("beyond_stage")):
        return False
    return one.closed is None or (one.closed.opens_in_week is not None and one.closed.opens_in_week <= week)


def _in_week(one: Rung, purpose: str) -> WeekRung:
    return WeekRung(
        rung=one.rung, exercise=one.exercise, side=one.side, load_kg=one.load_kg, reps=one.reps, minutes=one.minutes,
        purpose="now" if purpose == "now" else "keep",
    )  # fmt: skip
