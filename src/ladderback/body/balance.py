"""Whether the body stays over its supports: where its weight and what it carries press, and how far that is outside."""

from __future__ import annotations

import numpy as np

from ladderback.body.coordinates import Matrix, Vector
from ladderback.body.demands import Demands
from ladderback.body.numbers import number
from ladderback.body.physics import Body

_NOTHING = (np.zeros(0), np.zeros((0, 0)))


def leaning(body: Body, demands: Demands, slopes: bool = False) -> tuple[Vector, Matrix]:
    """How far the centre of pressure is outside the supports [m] (2 or none), and its slope."""
    feet = np.array([body.point(b.landmark)[:2] for b in demands.bearings if b.normal[2] > 0.5 and not b.against])
    if not len(feet):
        return _NOTHING
    place, slope = pressure(body, demands, slopes)
    middle = feet.mean(axis=0)
    gap = place - nearest_inside(place, middle + number("support_used") * (feet - middle))
    if not np.any(np.abs(gap) > 1e-9):
        return _NOTHING
    away = gap / np.linalg.norm(gap)
    moved = slope - np.mean([body.slope(b.landmark)[:2] for b in demands.bearings if b.normal[2] > 0.5 and not b.against], axis=0) if slopes else slope
    return np.array([float(gap @ away)]), (away @ moved)[None, :] if slopes else np.zeros((0, 0))


def pressure(body: Body, demands: Demands, slopes: bool = False) -> tuple[Vector, Matrix]:
    """Where on the floor weight and outside pulls press together [m] (2), and its slope (2 x pose)."""
    weight = body.mass * number("gravity")
    down = weight - sum(pull.force[2] for pull in demands.pulls)
    place = body.centre()[:2] * weight
    slope = body.centre_slope()[:2] * weight if slopes else np.zeros((2, 0))
    for pull in demands.pulls:
        at = body.point(pull.landmark)
        place = place - at[:2] * pull.force[2] + at[2] * pull.force[:2]
        if slopes:
            turn = body.slope(pull.landmark)
            slope = slope - turn[:2] * pull.force[2] + np.outer(pull.force[:2], turn[2])
    return place / down, slope / down


def nearest_inside(place: Vector, corners: Matrix) -> Vector:
    """The point of the convex hull of some corners (corner x 2) that is nearest to a place.

    >>> nearest_inside(np.array([2.0, 0.5]), np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]))
    array([1. , 0.5])
    """
    ring = _hull([(float(x), float(y)) for x, y in corners])
    if len(ring) > 2 and all(_cross(a, b, tuple(place)) >= 0 for a, b in zip(ring, ring[1:] + ring[:1], strict=True)):
        return place
    best, least = place, np.inf
    for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
        start, edge = np.array(a), np.array(b) - np.array(a)
        length = float(edge @ edge)
        share = 0.0 if length == 0 else min(1.0, max(0.0, float((place - start) @ edge) / length))
        near = start + share * edge
        away = float(np.sum((place - near) ** 2))
        if away < least:
            best, least = near, away
    return best


def _hull(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Convex hull, anticlockwise (monotone chain)."""
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    halves = []
    for line in (ordered, ordered[::-1]):
        half: list[tuple[float, float]] = []
        for point in line:
            while len(half) > 1 and _cross(half[-2], half[-1], point) <= 0:
                half.pop()
            half.append(point)
        halves.append(half[:-1])
    return halves[0] + halves[1]


def _cross(a: tuple[float, ...], b: tuple[float, ...], c: tuple[float, ...]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
