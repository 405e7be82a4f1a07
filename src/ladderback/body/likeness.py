"""How alike two movements are: the largest difference of any angle over their key poses, at its best match."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from ladderback.body.coordinates import Matrix, names
from ladderback.body.loading import load_pose
from ladderback.body.values import Build
from ladderback.movements import poses

_SEEN = ("forearm", "wrist", "foot", "neck")  # joints that make no other movement of it


def angles_of(build: Build, movement: str) -> Matrix:
    """The solved angles of each key pose, with the turn of the pelvis (key pose x angle) [deg]."""
    rows = []
    for pose in poses(movement):
        solved = load_pose(build, pose, gated=False).solved
        kept = [
            np.degrees(solved.angles[i]) for i, name in enumerate(names()) if not any(part in name for part in _SEEN)
        ]
        rows.append([*kept, *_up_and_ahead(solved.turn)])
    return np.array(rows)


def _up_and_ahead(turn: Matrix) -> list[float]:
    """Where the pelvis points, in degrees of arc: up and forward of its own axes in the room."""
    w, x, y, z = turn
    up = (2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y))
    ahead = (1 - 2 * (y * y + z * z), 2 * (x * y + w * z), 2 * (x * z - w * y))
    return [float(np.degrees(one)) for one in (*up, *ahead)]


def apart(one: Matrix, other: Matrix) -> float:
    """How far two movements are apart [deg]: each key pose of either against the nearest of the other, the worst.

    >>> apart(np.array([[0.0, 5.0]]), np.array([[0.0, 9.0], [0.0, 5.0]]))
    4.0
    """
    gaps = np.abs(one[:, None, :] - other[None, :, :]).max(axis=2)
    return float(max(gaps.min(axis=1).max(), gaps.min(axis=0).max()))


def nearest_pairs(build: Build, movements: tuple[str, ...]) -> list[tuple[float, str, str]]:
    """All pairs of movements, the most alike first [deg]."""
    found = {name: angles_of(build, name) for name in movements}
    return sorted((apart(found[one], found[other]), one, other) for one, other in combinations(movements, 2))
