"""Whether the body stays over its supports: where its weight and what it carries press, against each edge of them."""

from __future__ import annotations

import numpy as np

from ladderback.body.coordinates import Matrix, Vector
from ladderback.body.numbers import number
from ladderback.body.physics import Body

_PATCH = 0.004  # a landmark that bears is a patch of flesh of this half width [m]
_PATCHES = _PATCH * np.array([[-1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], [1.0, 1.0]])
_LEFT = np.array([-1.0, 1.0])


def pressure(body: Body, places: Matrix, forces: Matrix) -> Vector:
    """Where on the floor weight and outside pulls press together [m] (2).

    Args:
        body: in its pose.
        places: where outside pulls act (pull x 3) [m].
        forces: the pulls (pull x 3) [N].
    """
    weight = body.mass * number("gravity")
    down = weight - forces[:, 2].sum()
    moved = places[:, 2] @ forces[:, :2] - forces[:, 2] @ places[:, :2]
    return np.asarray((body.centre()[:2] * weight + moved) / down)


def pressure_slope(body: Body, slopes: Matrix, forces: Matrix) -> Matrix:
    """How the place of pressure moves with the pose (2 x pose); `slopes` of the pulled places (pull x 3 x pose)."""
    weight = body.mass * number("gravity")
    down = weight - forces[:, 2].sum()
    slope = body.centre_slope()[:2] * weight
    if len(forces):
        slope = (
            slope
            + np.einsum("pi,pn->in", forces[:, :2], slopes[:, 2])
            - np.einsum("p,pin->in", forces[:, 2], slopes[:, :2])
        )
    return np.asarray(slope / down)


def corners(feet: Matrix) -> Matrix:
    """The corners of what a quiet pose uses of its supports: a patch around each bearing landmark (4 supports x 2)."""
    middle = feet.sum(axis=0) / len(feet)
    used = middle + number("support_used") * (feet - middle)
    return np.asarray(used[:, None, :] + _PATCHES).reshape(-1, 2)


def ring_of(patches: Matrix) -> list[int]:
    """The corners on the edge of the support, anticlockwise.

    >>> ring_of(np.array([[0.0, 0.0], [1.0, 0.0], [0.5, 0.5], [1.0, 1.0], [0.0, 1.0]]))
    [0, 1, 3, 4]
    """
    points = [(x, y, index) for index, (x, y) in enumerate(patches.tolist())]
    return [index for _, _, index in _hull(points)]


def edges(ring: Matrix) -> tuple[Matrix, Vector]:
    """The edges of a support (corner x 2): inward directions (edge x 2) and offsets, so that n p - offset >= 0 inside.

    >>> inward, offset = edges(np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]))
    >>> bool(np.all(inward @ np.array([0.5, 0.5]) > offset)), bool(np.all(inward @ np.array([1.5, 0.5]) > offset))
    (True, False)
    """
    along = np.concatenate([ring[1:], ring[:1]]) - ring
    inward = along[:, ::-1] * _LEFT / np.sqrt((along * along).sum(axis=1))[:, None]
    return inward, np.asarray((inward * ring).sum(axis=1))


def _hull(points: list[tuple[float, float, int]]) -> list[tuple[float, float, int]]:
    """Convex hull, anticlockwise (monotone chain)."""
    ordered = sorted(points)
    halves = []
    for line in (ordered, ordered[::-1]):
        half: list[tuple[float, float, int]] = []
        for x, y, index in line:
            while len(half) > 1:
                (ax, ay, _), (bx, by, _) = half[-2], half[-1]
                if (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 1e-12:
                    break
                half.pop()
            half.append((x, y, index))
        halves.append(half[:-1])
    return halves[0] + halves[1]
