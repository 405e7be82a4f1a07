"""What the sessions of a week can hold of a ladder."""

from __future__ import annotations

from ladderback.ladder.numbers import number
from ladderback.ladder.values import Ladder, Rung, WeekRung


def rungs_for_week(ladder: Ladder, week: int, stage: int) -> tuple[WeekRung, ...]:
    """The rungs of a ladder for one week of the programme: where the person would be, and a passed one to keep.

    At best one rung a week from where the person is on the day of the ladder; never above a rung that is closed in that
    week, never with an exercise that its stage does not have. The planner still sets its own limits on every item.

    Args:
        week: week of the programme, from 1.
        stage: stage of that week; rungs beyond the task come with the last one.
    """
    rungs = ladder.rungs
    if stage >= number("beyond_stage"):
        rungs += tuple(one for one in ladder.beyond if one not in rungs)
    here = next((index for index, one in enumerate(rungs) if one.rung == ladder.at), 0)
    reach = 0
    for index, one in enumerate(rungs[: here + week]):
        if not _opens(one, week, stage):
            break
        reach = index + 1
    trained = [one for one in rungs[:reach] if one.exercise and stage in one.stages]
    if not trained:
        return ()
    now = trained[-1]
    keep = [one for one in trained if one.exercise != now.exercise][-1:]
    kept = [_in_week(one, "keep") for one in keep]
    return (_in_week(now, "now"), *kept)[: int(number("week_rungs_most"))]


def _opens(one: Rung, week: int, stage: int) -> bool:
    if one.from_stage > stage:
        return False
    return one.closed is None or (one.closed.opens_in_week is not None and one.closed.opens_in_week <= week)


def _in_week(one: Rung, purpose: str) -> WeekRung:
    return WeekRung(
        rung=one.rung, exercise=one.exercise, side=one.side, load_kg=one.load_kg, reps=one.reps, minutes=one.minutes,
        purpose="now" if purpose == "now" else "keep",
    )  # fmt: skip
