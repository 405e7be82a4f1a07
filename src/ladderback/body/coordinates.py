"""The coordinates a pose is made of, and how they turn the hinges of the body.

A pose is a vector `u`: place of the pelvis (3) [m], its turn (3) [rad, in its own axes], then one number per coordinate
[rad] in the order of `NAMES`. The low back is one coordinate per direction, shared among its joints.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ladderback.body.numbers import number
from ladderback.evidence import book

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]


class Hinge(NamedTuple):
    """A hinge of the body: its name, the part it moves, its axis in that part."""

    name: str
    part: str
    axis: tuple[int, int, int]


_FLEX, _BEND, _TURN = (0, 1, 0), (1, 0, 0), (0, 0, -1)
_BACK = ("l5", "lumbar", "upper_lumbar")
_LIMB_AXES = {
    # joint, direction: part, axis on the left; on the right the second and third kind change sign
    "shoulder_flexion": ("upper_arm", (0, -1, 0)), "shoulder_abduction": ("upper_arm", (1, 0, 0)),
    "shoulder_rotation": ("upper_arm", (0, 0, -1)), "elbow_flexion": ("forearm", (0, -1, 0)),
    "forearm_pronation": ("forearm", (0, 0, -1)), "wrist_flexion": ("hand", (-1, 0, 0)),
    "hip_flexion": ("thigh", (0, -1, 0)), "hip_abduction": ("thigh", (1, 0, 0)), "hip_rotation": ("thigh", (0, 0, -1)),
    "knee_flexion": ("shank", (0, 1, 0)), "ankle_flexion": ("foot", (0, -1, 0)), "foot_inversion": ("foot", (-1, 0, 0)),
}  # fmt: skip


@cache
def names() -> tuple[str, ...]:
    """All coordinates in order: trunk ones, then limb ones as `left_...`, `right_...`."""
    rows = book().tables["body_coordinates"]
    trunk = [name for name, row in rows.items() if row.cells["kind"] == "trunk"]
    limb = [name for name, row in rows.items() if row.cells["kind"] == "limb"]
    return (*trunk, *(f"{side}_{name}" for side in ("left", "right") for name in limb))


@cache
def place_of(name: str) -> int:
    """Where a coordinate stands in `u`.

    >>> place_of("lumbar_flexion")
    6
    """
    return 6 + names().index(name)


@cache
def hinges() -> tuple[Hinge, ...]:
    """The hinges of the body, in the order in which parts are built."""
    found = [Hinge(f"{part}_{kind}", part, axis) for part in (*_BACK, "thorax", "head") for kind, axis in _trunk_axes()]
    for limb in (("upper_arm", "forearm", "hand"), ("thigh", "shank", "foot")):
        for side, sign in (("left", 1), ("right", -1)):
            for name, (part, axis) in _LIMB_AXES.items():
                if part in limb:
                    mirrored = (axis[0] * sign, axis[1], axis[2] * sign)
                    found.append(Hinge(f"{side}_{name}", f"{side}_{part}", mirrored))
    return tuple(found)


def _trunk_axes() -> tuple[tuple[str, tuple[int, int, int]], ...]:
    return (("flexion", _FLEX), ("lateral", _BEND), ("rotation", _TURN))


@cache
def gearing() -> Matrix:
    """How the velocities of a pose (6 + coordinates) move the degrees of freedom of the body (6 + hinges).

    Source: AMMR
    """
    order = {hinge.name: 6 + index for index, hinge in enumerate(hinges())}
    gear = np.zeros((6 + len(order), 6 + len(names())))
    gear[:6, :6] = np.eye(6)
    for column, name in enumerate(names(), 6):
        for hinge, share in _moved(name):
            gear[order[hinge], column] = share
    return gear


def _moved(name: str) -> list[tuple[str, float]]:
    joint, _, kind = name.partition("_")
    if joint == "lumbar":
        first = "axial" if kind == "rotation" else "lumbar"
        low, middle = number(f"{first}_share_l5s1"), number(f"{first}_share_l4l5")
        return [(f"l5_{kind}", low), (f"lumbar_{kind}", middle), (f"upper_lumbar_{kind}", 1 - low - middle)]
    if joint in ("thoracic", "neck"):
        return [(f"{'thorax' if joint == 'thoracic' else 'head'}_{kind}", 1.0)]
    return [(name, 1.0)]


@cache
def column(cell: str) -> Vector:
    """One column of the table of coordinates, one value per coordinate (efforts [N m], angles [deg])."""
    rows = book().tables["body_coordinates"]
    return np.array([float(rows[name.removeprefix("left_").removeprefix("right_")].cells[cell]) for name in names()])


@cache
def limits() -> tuple[Vector, Vector]:
    """Lowest and highest value of each coordinate [rad], the widest a pose may use."""
    return np.radians(column("low")), np.radians(column("high"))
