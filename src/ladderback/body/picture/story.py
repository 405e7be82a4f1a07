"""The key poses of a movement, solved for one body and put into one room where chairs and walls stay."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from ladderback.body.physics import body_of
from ladderback.body.picture.child import child
from ladderback.body.picture.placing import GREEN, UP, at_height, front, level, long_axis, slab
from ladderback.body.picture.snapshot import snapshot
from ladderback.body.picture.solids import Plates, Thing
from ladderback.body.picture.values import Array, Held, Laid, Snapshot
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


_ON_MAT = frozenset(
    {
        "knee_front",
        "blade",
        "sacrum",
        "asis",
        "chest",
        "trochanter",
        "elbow_tip",
        "ischium",
        "shoulder_side",
        "head_back",
    }
)
_SOLES = ("left_heel", "right_heel", "left_ball", "right_ball")
_SOFT = frozenset({"cushion", "pillow", "foam", "board"})


def mat_of(found: tuple[Moment, ...]) -> Plates | None:
    """A mat under all key poses of a movement on the ground; none where a bed or a bench carries the body."""
    if book().poses[found[0].pose.movement].kind == "task" or not any(_lies(moment.snap) for moment in found):
        return None
    way = long_axis(found[0].snap)
    side = np.cross(UP, way)
    low = np.array([at for moment in found for at in moment.snap.places.values() if at[2] < 0.26])
    ahead, across = low @ way, low @ side
    middle = way * (ahead.max() + ahead.min()) / 2 + side * (across.max() + across.min()) / 2
    size = (max(float(np.ptp(ahead)) + 0.16, 1.2), float(np.clip(np.ptp(across) + 0.2, 0.62, 1.0)), 0.012)
    return slab("mat", middle, way, size, (GREEN, "#8fae9d", "#83a191"))


def playmate(found: tuple[Moment, ...]) -> list[Thing]:
    """A child that nobody carries sits in front of the person it is with."""
    record = book().poses[found[0].pose.movement]
    carried = any(held.carried.draw in ("child", "pram") for moment in found for held in moment.snap.held)
    if record.second_figure != "child" or carried:
        return []
    snap = found[0].snap
    way = level(snap.frames["pelvis"][:, 0] + snap.frames["pelvis"][:, 2])
    ahead = max(float((place - snap.places["mid_hip"]) @ way) for one in found for place in one.snap.places.values())
    return child(at_height(snap.places["mid_hip"] + way * (ahead + 0.3), 0.25), -way)


def _lies(snap: Snapshot) -> bool:
    raised = {one.name for one in snap.laid if one.offset > 0.1 or abs(one.normal[2]) < 0.9}
    return any(
        mark.split("_", 1)[-1] in _ON_MAT or mark in _ON_MAT
        for mark, on in snap.touched
        if on not in raised and ":" not in on
    )


def _furnished(found: list[Moment]) -> list[Moment]:
    """Things stand where some pose of the movement touches them; what only the stance knew is left out."""
    places: dict[str, Laid] = {}
    for moment in sorted(found, key=lambda one: abs(one.pose.yaw)):
        for laid in moment.snap.laid:
            if laid.marks and laid.name not in places:
                places[laid.name] = replace(laid, ahead=front(moment.snap), edge=_edge(moment.snap, laid))
    for moment in found:
        for laid in moment.snap.laid:
            if laid.draw == "car_seat" and laid.name not in places:
                places[laid.name] = _reached(found, laid)
    own = set(book().poses[found[0].pose.movement].surfaces) if found else set()
    anchors = _anchors(found)
    return [
        replace(
            moment,
            snap=replace(
                moment.snap,
                laid=_placed(moment.snap, places, own),
                held=tuple(replace(one, anchor=anchors.get(_key(one))) for one in moment.snap.held),
            ),
        )
        for moment in found
    ]


def _reached(found: list[Moment], laid: Laid) -> Laid:
    """A seat that only hands reach into: it stands where they are farthest from the feet."""

    def reach(moment: Moment) -> float:
        apart = moment.snap.mean("left_grip", "right_grip") - moment.snap.mean(*_SOLES)
        return float(np.hypot(apart[0], apart[1]))

    snap = max((moment for moment in found if moment.snap.held), key=reach, default=found[0]).snap
    hands = snap.mean("left_grip", "right_grip")
    return replace(laid, middle=hands, ahead=level(hands - snap.mean(*_SOLES)))


def _edge(snap: Snapshot, laid: Laid) -> float:
    """How far the front edge of a seat is before the sitting bones [m]: behind the heels, where they are drawn back."""
    way = front(snap)
    heels = min(float((snap.places[f"{side}_heel"] - laid.middle) @ way) for side in ("left", "right"))
    return float(np.clip(heels - 0.03, 0.12, 0.27))


def _key(held: Held) -> tuple[str, str]:
    return held.carried.draw, held.carried.at


def _anchors(found: list[Moment]) -> dict[tuple[str, str], Array]:
    """Where bands and cables are fastened: far enough along the first pull for all key poses."""
    anchors: dict[tuple[str, str], Array] = {}
    for moment in found:
        for held in moment.snap.held:
            if held.carried.newton and _key(held) not in anchors:
                pull = np.array(held.carried.towards) / np.linalg.norm(held.carried.towards)
                middle = np.mean(held.places, axis=0)
                reach = 0.95 if pull[2] > -0.2 else min(0.95, (float(middle[2]) - 0.01) / -float(pull[2]))
                anchors[_key(held)] = middle + pull * max(reach, 0.12)
    return anchors


def _placed(snap: Snapshot, places: dict[str, Laid], own: set[str]) -> tuple[Laid, ...]:
    found = []
    soft = next((one for one in places.values() if one.draw in _SOFT and one.normal[2] > 0.9), None)
    for one in snap.laid:
        if one.marks:
            found.append(replace(one, ahead=places[one.name].ahead, edge=places[one.name].edge))
        elif one.name in places:
            found.append(replace(places[one.name], marks=(), beside=places[one.name].marks))
        elif one.name in own:
            under = soft is not None and one.normal[2] > 0.9 and one.offset < soft.offset
            found.append(replace(one, middle=soft.middle, beside=soft.marks) if under and soft else one)
    return tuple(found)
