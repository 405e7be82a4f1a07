"""The key poses of a movement, solved for one body and put into one room: feet, chairs and walls stay where they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ladderback.body.physics import body_of
from ladderback.body.picture.snapshot import snapshot
from ladderback.body.picture.values import Array, Laid, Snapshot
from ladderback.body.posing import Problem, Solved, solve
from ladderback.body.values import Build
from ladderback.evidence import book
from ladderback.evidence.poses import View
from ladderback.movements import poses
from ladderback.movements.values import Posed
from ladderback.terms.sides import Side


@dataclass(frozen=True)
class Moment:
    """One key pose of a movement and the body in it; `shift` is how far it was moved in the room to fit the others."""

    pose: Posed
    solved: Solved
    snap: Snapshot
    shift: Array


@lru_cache(maxsize=128)
def moments(movement: str, build: Build, side: Side | None = None) -> tuple[Moment, ...]:
    """The key poses of a movement in one room."""
    body = body_of(build)
    found: list[Moment] = []
    for pose in poses(movement, side):
        solved = solve(Problem(body, pose))
        snap = snapshot(body, pose, solved)
        shift = _shift(found[-1].snap, snap) if found else np.zeros(3)
        found.append(Moment(pose, solved, snap.moved(shift), shift))
    return tuple(_furnished(found))


def view_of(movement: str, side: Side | None = None) -> tuple[View, bool]:
    """The view that shows a movement best, and whether it is seen from the other side because it was mirrored."""
    record = book().poses[movement]
    return record.view, side is not None and record.side is not None and side != record.side


def _shift(before: Snapshot, now: Snapshot) -> Array:
    """How far a body has to be moved so that what rests in both poses rests at the same place."""
    shared = [mark for mark, on in now.touched if (mark, on) in set(before.touched)]
    marks = shared or ["mid_hip"]
    apart = before.mean(*marks) - now.mean(*marks)
    return np.array([apart[0], apart[1], 0.0])


def _furnished(found: list[Moment]) -> list[Moment]:
    """Things that a pose does not touch stand where another pose of the movement touches them."""
    places: dict[str, Laid] = {}
    for moment in found:
        for laid in moment.snap.laid:
            if laid.marks and laid.name not in places:
                places[laid.name] = laid
    return [replace(moment, snap=replace(moment.snap, laid=_placed(moment.snap, places))) for moment in found]


def _placed(snap: Snapshot, places: dict[str, Laid]) -> tuple[Laid, ...]:
    return tuple(one if one.marks or one.name not in places else replace(places[one.name], marks=()) for one in snap.laid)
