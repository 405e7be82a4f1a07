"""The ladders in the answers: the rungs themselves, what the weeks train of them, and how far somebody has come."""

from __future__ import annotations

from typing import Any

import msgspec

from ladderback.ladder.values import Ladder
from ladderback.programme.values import Composed


def ladders_told(ladders: tuple[Ladder, ...], made: Composed | None) -> list[dict[str, Any]]:
    """Every ladder with its rungs; `plan` says which week trains which rung, and why one had to be left out."""
    told = []
    for one in ladders:
        weeks = [line for line in made.rungs if line.task == one.task] if made else []
        left = [line for line in made.rungs_left_out if line.task == one.task] if made else []
        plan = {"weeks": msgspec.to_builtins(weeks), "left_out": msgspec.to_builtins(left)}
        told.append(msgspec.to_builtins(one) | {"plan": plan})
    return told


def progress_on(ladders: tuple[Ladder, ...], begun: tuple[Ladder, ...]) -> list[dict[str, Any]]:
    """How far somebody has come on each ladder since the first day; only what was tried counts."""
    first = {one.task: one.at for one in begun}
    return [_progress(one, first.get(one.task)) for one in ladders if one.rungs]


def _progress(one: Ladder, first: str | None) -> dict[str, Any]:
    names = {rung.rung: rung.name for rung in (*one.rungs, *one.beyond)}
    places = {rung.rung: place for place, rung in enumerate(one.rungs)}
    now, before = places.get(one.at or ""), places.get(first or "")
    return {
        "task": one.task,
        "from": names.get(first or ""),
        "to": names.get(one.at or ""),
        "rungs_up": None if now is None or before is None else now - before,
        "rungs_left": None if now is None else len(one.rungs) - 1 - now,
        "tried": sum(len(rung.tried) for rung in one.rungs),
        "flare_up": one.flare_up,
    }
