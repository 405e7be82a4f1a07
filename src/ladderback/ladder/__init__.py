"""The rungs from here to the life task, in order of load on this person's own spine.

The record of a task lists what may be a rung. Each is posed on this body and weighed (`weighing`), set against the
limits that are handed in (`candidates`), and the way up is chosen that changes little at a time (`choosing`); fear adds
easy steps, fewer repetitions and a lower start (`starting`), never another order. Rungs beyond the task come last
(`beyond`). The log moves the person along (`trying`); a flare-up steps back to the last easy rung.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ladderback.evidence import book
from ladderback.formulation.values import Formulation
from ladderback.intake.events import Event
from ladderback.intake.values import IntakeRecord
from ladderback.ladder.values import Ladder, Limits, no_limits
from ladderback.ladder.weeks import rungs_for_week
from ladderback.terms.sides import Side


def build(
    record: IntakeRecord,
    formulation: Formulation,
    *,
    limits: Limits = no_limits,
    events: Sequence[Event] = (),
    stage: int | None = None,
    flare_up: bool = False,
    sides: Mapping[str, Side] | None = None,
) -> tuple[Ladder, ...]:
    """Builds the ladder to each life task a person named; a goal that is no life task (body mass) has none.

    Args:
        limits: says of a rung whether this person must not do it (`programme.limits` knows; this room does not).
        events: what happened since, corrections made; the rungs that were tried are followed.
        stage: stage of recovery today, 1 to 4; that of the formulation when it is not given.
        flare_up: a flare-up is going on (`progression` finds it).
        sides: the side of a sided task, by task; the one it is written for when it is not given.

    Returns:
        One ladder a goal, in the order of the goals. Without height or mass it has no rungs and says why.
    """
    # The body is heavy: read only when a ladder is asked for.
    from ladderback.ladder.building import Situation, body_of_client, ladder_to, without_ladder

    today = formulation.stage_number if stage is None else stage
    body = body_of_client(record.client)
    goals = [goal for goal in record.goals if goal.task in book().ladders]
    if isinstance(body, str):
        return tuple(without_ladder(goal, body, today) for goal in goals)
    here = Situation(
        body=body, formulation=formulation, stage=today, limits=limits, events=tuple(events), flare_up=flare_up,
        sides=dict(sides or {}),
    )  # fmt: skip
    return tuple(ladder_to(goal, here) for goal in goals)


__all__ = ["build", "rungs_for_week"]
