"""Where on the ladder a person starts: from what they can do, how easily they are upset, the stage, and fear."""

from __future__ import annotations

from collections.abc import Sequence

from ladderback.formulation.values import Irritability
from ladderback.ladder.candidates import Candidate
from ladderback.ladder.numbers import number


def start_share(ability: float | None, irritability: Irritability, stage: int, fear: float | None) -> float:
    """How far up a person starts, from 0 (the lowest rung) to 1 (the task).

    An ability that nobody told counts as none; each of the others only takes something off.

    >>> start_share(10.0, "low", 3, 0.0), start_share(None, "low", 3, None)
    (1.0, 0.0)
    """
    told = (ability or 0.0) / 10
    upset = number(f"start_irritability_{irritability}")
    afraid = 1 - number("start_fear_off") * (fear or 0.0) / 10
    return told * upset * number(f"start_stage_{min(max(stage, 1), 4)}") * afraid


def start_on(way: Sequence[Candidate], share: float, stage: int) -> int:
    """The rung to start on: the highest within the share, both by load and by number, that is open below and here.

    Why: by load alone a ladder whose rungs differ in time only would start on its last one.
    """
    low, high = way[0].load.compression, way[-1].load.compression
    start = 0
    for index, one in enumerate(way):
        by_load = (one.load.compression - low) / (high - low) if high > low else 0.0
        by_number = index / (len(way) - 1) if len(way) > 1 else 0.0
        if not is_open(one, stage) or max(by_load, by_number) > share + 1e-9:
            break
        start = index
    return start


def is_open(one: Candidate, stage: int) -> bool:
    """No limit of today keeps it out, and its exercise belongs to this stage or an earlier one."""
    return one.closed is None and one.from_stage <= stage
