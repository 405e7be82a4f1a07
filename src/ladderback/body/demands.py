"""What a pose demands: touches lie on their surfaces, reaches arrive. Each demand is a length [m] that must be zero.

Every demand is a weighted sum of coordinates of landmarks, so all of them are one matrix, made once for a pose.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np

from ladderback.body.coordinates import Matrix, Vector
from ladderback.body.numbers import number
from ladderback.evidence import book
from ladderback.evidence.poses import Carried, Reach, Surface, Touch
from ladderback.movements.values import Posed

FLOOR = Surface(faces="up", at_cm=0.0)
SOLES = tuple(f"{side}_{mark}" for side in ("left", "right") for mark in ("heel", "ball_in", "ball_out"))
_NORMALS = {
    "up": (0.0, 0.0, 1.0), "down": (0.0, 0.0, -1.0), "front": (1.0, 0.0, 0.0), "back": (-1.0, 0.0, 0.0),
    "left": (0.0, 1.0, 0.0), "right": (0.0, -1.0, 0.0),
}  # fmt: skip
_HELD = {"hands": "grips", "left_hand": "left_grip", "right_hand": "right_grip"}
_STANDS = 0.15  # share of body weight that a touch must be allowed to bear so that balance counts on it
_MOST_KEPT = 4096
_KEPT: dict[int, Demands] = {}
Row = dict[str, Vector]  # landmark: the weights of its forward, left and up


@dataclass(frozen=True)
class Bearing:
    """A landmark that bears force: on what, where that faces, and against which own landmark if it is the own body."""

    landmark: str
    touch: Touch
    normal: Vector
    grip: bool = False
    friction: float = 0.6
    against: str = ""

    @property
    def stands(self) -> bool:
        """Whether the body can stand on it: it faces up, is not the body's own, and may bear what comes."""
        return bool(self.normal[2] > 0.5) and not self.against and (self.touch.cap is None or self.touch.cap >= _STANDS)


@dataclass(frozen=True)
class Pull:
    """An outside force on a landmark [N], in the room."""

    landmark: str
    force: Vector


class Demands:
    """The demands of one pose, on any body.

    `landmarks` are those that matter; `weights` (demand x 3 landmarks) times their places, less the goals [m], must be
    zero. `kinds` says touch, reach or lean for each demand, and which.
    `pushes` (push x 3) are the edges of what each bearing can push, `pusher` which bearing that is; `loaded` are
    the landmarks on which forces act.
    """

    def __init__(self, pose: Posed) -> None:
        self.pose = pose
        self.bearings = tuple(_bearings(pose))
        self.pulls = tuple(pull for one in pose.carried for pull in _pulls(one))
        rows: list[tuple[Row, float, str]] = [*_touching(pose, 0.0), *_reaching(pose), *_leaning(pose)]
        named = {mark for row, _, _ in rows for mark in row}
        self.landmarks = tuple(sorted(named | {b.landmark for b in self.bearings} | {p.landmark for p in self.pulls}))
        place = {mark: 3 * index for index, mark in enumerate(self.landmarks)}
        self.weights = np.zeros((len(rows), 3 * len(self.landmarks)))
        for index, (row, _, _) in enumerate(rows):
            for mark, weight in row.items():
                self.weights[index, place[mark] : place[mark] + 3] += weight
        self._fixed = np.array([goal for _, goal, _ in rows])
        self._grows = np.zeros(len(rows))
        for index, (_, goal, _) in enumerate(_touching(pose, 1.0)):
            self._grows[index] = goal - self._fixed[index]
        self.kinds = tuple(kind for _, _, kind in rows)
        self.loaded = (
            {b.landmark for b in self.bearings} | {b.against for b in self.bearings} | {p.landmark for p in self.pulls}
        )
        self.pushes, self.pusher = _pushes(self.bearings)

    def goals(self, stature: float) -> Vector:
        """The goals of the demands for a body of this stature [m]."""
        return np.asarray(self._fixed + stature * self._grows)


def _pushes(bearings: tuple[Bearing, ...]) -> tuple[Matrix, list[int]]:
    """The edges of what each touch can push: a pyramid of friction, or any direction where a hand holds on."""
    pushes: list[Vector] = []
    pusher: list[int] = []
    for index, bearing in enumerate(bearings):
        if bearing.touch.cap == 0:  # it lies there and bears nothing
            continue
        across = np.array([0.0, 1.0, 0.0]) if abs(bearing.normal[1]) < 0.9 else np.array([1.0, 0.0, 0.0])
        first = np.cross(across, bearing.normal)
        first /= np.linalg.norm(first)
        second = np.cross(bearing.normal, first)
        ways = [bearing.normal + sign * bearing.friction * way for way in (first, second) for sign in (1, -1)]
        if bearing.grip:
            ways = [sign * way for way in (bearing.normal, first, second) for sign in (1, -1)]
        pushes += ways
        pusher += [index] * len(ways)
    return np.array(pushes).reshape(-1, 3), pusher


def demands_of(pose: Posed) -> Demands:
    """The demands of a pose; those of a pose that comes again are kept."""
    kept = _KEPT.get(id(pose))
    if kept is None or kept.pose is not pose:
        kept = Demands(pose)
        if len(_KEPT) >= _MOST_KEPT:
            _KEPT.clear()
        _KEPT[id(pose)] = kept
    return kept


def normal_of(surface: Surface) -> Vector:
    """Where the outside of a surface points (3)."""
    tilt, plain = np.radians(surface.tilt), np.array(_NORMALS[surface.faces])
    if surface.faces in ("up", "down"):
        return np.asarray(np.array([-np.sin(tilt), 0.0, np.cos(tilt)]) * plain[2])
    return np.asarray(plain * np.cos(tilt) + np.array([0.0, 0.0, np.sin(tilt)]))


@cache
def landmarks_of(part: str) -> tuple[str, ...]:
    """The landmarks of a part that can touch, or the landmark itself.

    >>> landmarks_of("left_heel"), landmarks_of("seat")
    (('left_heel',), ('left_ischium', 'right_ischium'))
    """
    row = book().tables["body_parts"].get(part)
    return tuple(row.cells["landmarks"].split(";")) if row else (part,)


def _bearings(pose: Posed) -> Iterator[Bearing]:
    for touch in pose.touches:
        own = touch.on.startswith("own:")
        surface = FLOOR if own else pose.surfaces.get(touch.on, FLOOR)
        for mark in landmarks_of(touch.part):
            against = _target(touch.on.removeprefix("own:"), mark) if own else ""
            yield Bearing(mark, touch, normal_of(surface), surface.grip, surface.friction, against)


def _touching(pose: Posed, stature: float) -> Iterator[tuple[Row, float, str]]:
    grouped: dict[str, list[str]] = {}
    for touch in pose.touches:
        grouped.setdefault(touch.on, []).extend(landmarks_of(touch.part))
    for on, marks in grouped.items():
        if on.startswith("own:"):
            for mark in marks:
                yield from _meeting(
                    mark, _target(on.removeprefix("own:"), mark), (0.0, 0.0, 0.0), "xyz", f"touch {mark}"
                )
        else:
            yield from _lying(marks, pose.surfaces.get(on, FLOOR), stature)


def _lying(marks: list[str], surface: Surface, stature: float) -> Iterator[tuple[Row, float, str]]:
    """Landmarks on one plane: at its place, or (where it has none) all equally far out."""
    normal, offset = normal_of(surface), _offset(surface, stature)
    for mark in marks:
        row: Row = {mark: normal}
        if offset is None:
            if len(marks) == 1:
                continue
            for other in marks:
                row[other] = row.get(other, np.zeros(3)) - normal / len(marks)
        elif abs(normal[2]) < 0.5:  # a wall stands at a distance from the feet
            for other in SOLES:
                row[other] = row.get(other, np.zeros(3)) - normal * np.array([1.0, 1.0, 0.0]) / len(SOLES)
        yield row, offset or 0.0, f"touch {mark}"


def _reaching(pose: Posed) -> Iterator[tuple[Row, float, str]]:
    for reach in pose.reaches:
        marks = landmarks_of(_HELD.get(reach.part, reach.part))
        for mark in marks:
            sign = -1.0 if mark.startswith("right_") and len(marks) > 1 else 1.0
            by = (reach.by_cm[0] / 100, sign * reach.by_cm[1] / 100, reach.by_cm[2] / 100)
            yield from _meeting(mark, _target(reach.to, mark), by, reach.axes, f"reach {mark}")


def _leaning(pose: Posed) -> Iterator[tuple[Row, float, str]]:
    """The line from L5/S1 to C7 leans as asked: C7 has no distance from it."""
    if pose.inclination is not None:
        lean = np.radians(pose.inclination)
        across = np.array([np.cos(lean), 0.0, -np.sin(lean)])
        yield {"c7": across, "l5s1": -across}, 0.0, "lean c7"


def _meeting(
    mark: str, target: str, by: tuple[float, float, float], axes: str, kind: str
) -> Iterator[tuple[Row, float, str]]:
    """A landmark at a place beside another; "feet" is the middle between the soles, on the floor; "floor" the floor."""
    for axis in axes:
        index = "xyz".index(axis)
        along = np.eye(3)[index]
        row: Row = {mark: along}
        if target == "feet":
            if axis != "z":
                for sole in SOLES:
                    row[sole] = row.get(sole, np.zeros(3)) - along / len(SOLES)
        elif target != "floor":
            row[target] = row.get(target, np.zeros(3)) - along
        yield row, by[index], kind


def _offset(surface: Surface, stature: float) -> float | None:
    if surface.at_cm is not None:
        return surface.at_cm / 100
    return None if surface.at_stature is None else surface.at_stature * stature


@cache
def _target(to: str, mark: str) -> str:
    """The landmark that is meant; `same:knee` is the knee on the side of the reaching hand, `other:knee` the other."""
    which, _, name = to.rpartition(":")
    if which:
        side = mark.split("_")[0]
        opposite = {"left": "right", "right": "left"}[side]
        return f"{side if which == 'same' else opposite}_{name}"
    return to if to in ("feet", "floor") else landmarks_of(to)[0]


def _pulls(carried: Carried) -> Iterator[Pull]:
    marks = landmarks_of(_HELD.get(carried.at, carried.at))
    direction = np.array(carried.towards) / np.linalg.norm(carried.towards)
    force = np.array([0.0, 0.0, -number("gravity") * carried.kg]) + carried.newton * direction
    for mark in marks:
        yield Pull(mark, force / len(marks))


__all__ = ["FLOOR", "SOLES", "Bearing", "Demands", "Pull", "Reach", "landmarks_of", "normal_of"]
