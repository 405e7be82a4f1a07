"""Areas on the head: what is seen of a closed line drawn on an ellipsoid (hair line, beard, scarf)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from ladderback.body.picture.camera import Camera
from ladderback.body.picture.values import Array


@dataclass(frozen=True)
class Globe:
    """An ellipsoid in the room: middle [m] and semi-axes as columns [m]: forward, left, up."""

    middle: Array
    axes: Array

    def at(self, around: float, up: float, out: float = 1.0) -> Array:
        """A place on it by its angles [deg]: around from the front to the left, up from the middle."""
        return np.asarray(self.middle + out * self.axes @ _unit(around, up))

    def faces(self, around: float, up: float, camera: Camera) -> float:
        """How much the surface there faces the eye, 1 straight, below 0 turned away."""
        out = np.linalg.inv(self.axes).T @ _unit(around, up)
        return float(out @ camera.near / np.linalg.norm(out))


def _unit(around: float, up: float) -> Array:
    a, e = np.radians(around), np.radians(up)
    return np.array([np.cos(e) * np.cos(a), np.cos(e) * np.sin(a), np.sin(e)])


def seen_area(globe: Globe, line: Sequence[tuple[float, float]], camera: Camera) -> Array:
    """What is seen of the area on the left of a closed line (angles [deg]), on the sheet (n x 2)."""
    points = _dense(tuple(line))
    eye = globe.axes.T @ camera.near
    eye = eye / np.linalg.norm(eye)
    across = np.cross(np.array([0.0, 0.0, 1.0]) if abs(eye[2]) < 0.9 else np.array([1.0, 0.0, 0.0]), eye)
    across /= np.linalg.norm(across)
    over = np.cross(eye, across)
    arcs = _arcs(points, points @ eye)
    if not arcs:
        whole = _holds(points, eye)
        rim = [np.cos(t) * across + np.sin(t) * over for t in np.linspace(0, 2 * np.pi, 40, endpoint=False)]
        return _flat(globe, rim, camera) if whole else np.zeros((0, 2))
    if len(arcs) == 1 and len(arcs[0]) == len(points):
        return _flat(globe, list(points), camera)

    def angle(point: Array) -> float:
        return float(np.arctan2(point @ over, point @ across))

    way: list[Array] = []
    left, here = list(range(1, len(arcs))), 0
    while True:
        way += arcs[here]
        leaves = angle(arcs[here][-1])
        waiting = [*left, 0]
        here = min(waiting, key=lambda one: (angle(arcs[one][0]) - leaves) % (2 * np.pi))
        turn = (angle(arcs[here][0]) - leaves) % (2 * np.pi)
        way += [np.cos(t) * across + np.sin(t) * over for t in leaves + np.linspace(0, turn, max(2, int(turn / 0.12)))]
        if here == 0:
            return _flat(globe, way, camera)
        left.remove(here)


@lru_cache(maxsize=64)
def _dense(line: tuple[tuple[float, float], ...]) -> Array:
    found = []
    for (a, e), (b, f) in zip(line, (*line[1:], line[0]), strict=True):
        apart = (b - a + 180) % 360 - 180
        found += [_unit(a + apart * t, e + (f - e) * t) for t in (0.0, 0.34, 0.67)]
    return np.array(found)


def _arcs(points: Array, near: Array) -> list[list[Array]]:
    """The seen stretches of a closed line, each from rim to rim."""
    seen = near > 0
    if seen.all():
        return [list(points)]
    if not seen.any():
        return []
    start = next(i for i in range(len(points)) if seen[i] and not seen[i - 1])
    arcs: list[list[Array]] = []
    for step in range(len(points)):
        i = (start + step) % len(points)
        if seen[i] and not seen[i - 1]:
            arcs.append([_crossing(points[i - 1], points[i], near[i - 1], near[i])])
        if seen[i]:
            arcs[-1].append(points[i])
        elif seen[i - 1]:
            arcs[-1].append(_crossing(points[i - 1], points[i], near[i - 1], near[i]))
    return arcs


def _crossing(one: Array, two: Array, near: float, next_near: float) -> Array:
    share = near / (near - next_near)
    at = one + share * (two - one)
    return np.asarray(at / np.linalg.norm(at))


def _holds(points: Array, eye: Array) -> bool:
    """Whether the area on the left of the line holds a direction: the line goes round it counter-clockwise."""
    across = np.cross(eye, np.array([0.3, 0.5, 0.81]))
    across /= np.linalg.norm(across)
    over = np.cross(eye, across)
    angles = np.unwrap(np.arctan2(points @ over, points @ across))
    return bool(angles[-1] - angles[0] > np.pi)


def _flat(globe: Globe, units: list[Array], camera: Camera) -> Array:
    return camera.flat(globe.middle + np.array(units) @ globe.axes.T)
