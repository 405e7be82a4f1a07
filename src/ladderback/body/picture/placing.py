"""Where things stand beside a body: its front, its long axis, the floor, and simple pieces of furniture."""

from __future__ import annotations

from typing import Any

import numpy as np

from ladderback.body.picture.solids import Plates, Solid, Thing, across, box, rod
from ladderback.body.picture.values import Array, Laid, Snapshot

UP = np.array([0.0, 0.0, 1.0])
WOOD, WOOD_TOP, WOOD_DARK = "#c79a63", "#d9b48a", "#a97c49"
METAL, METAL_DARK, RUBBER = "#8d97a3", "#5d6773", "#3a4048"
PAD, PAD_TOP, PAD_DARK = "#57606e", "#6b7583", "#444c58"
PERSON = (
    "pelvis", "torso", "neck", "head", "bun", "tail", "bob", "scarf",
    *(
        f"{side}_{part}" for side in ("left", "right")
        for part in ("thigh", "shank", "ankle", "shoe", "sole", "upper_arm", "forearm", "hand", "fingers", "sleeve")
    ),
)  # fmt: skip
RED, BLUE, GREEN = "#d1495b", "#5b8fb0", "#a9c4b5"


def front(snap: Snapshot) -> Array:
    """Where the person faces, level; for lying people where the body points, feet first."""
    forward = snap.frames["pelvis"][:, 0]
    if snap.lie != "upright" or abs(forward[2]) > 0.92:
        forward = snap.mean("mid_hip") - snap.mean("c7")
    return level(forward)


def facing(snap: Snapshot, laid: Laid) -> Array:
    """Where a thing looks that the person uses; it keeps that while the person turns."""
    return front(snap) if laid.ahead is None else laid.ahead


def near_side(snap: Snapshot, way: Array) -> Array:
    """The level direction across a way that goes towards the eye."""
    side = np.cross(UP, way)
    return np.asarray(side if float(side @ snap.eye) > 0 else -side)


def level(way: Array) -> Array:
    """A direction without its rise; forward where it has nothing else."""
    flat = np.array([way[0], way[1], 0.0])
    long = float(np.linalg.norm(flat))
    return flat / long if long > 1e-6 else np.array([1.0, 0.0, 0.0])


def long_axis(snap: Snapshot) -> Array:
    """The level direction from the hips to the neck."""
    return level(snap.mean("c7") - snap.mean("mid_hip"))


def standing_on(way: Array) -> Array:
    """Axes with x along a level direction and z up."""
    return np.column_stack([way, np.cross(UP, way), UP])


def at_height(place: Array, height: float) -> Array:
    """A place at another height."""
    return np.array([place[0], place[1], height])


def slab(name: str, top: Array, way: Array, size: tuple[float, float, float], fills: tuple[str, str, str]) -> Plates:
    """A level board: middle of its top, direction of its length, length, width and thickness [m]."""
    return box(name, top - UP * size[2] / 2, standing_on(way), size, fills)


def legs(
    name: str, top: Array, way: Array, size: tuple[float, float], radius: float, fill: str, floor: float = 0.0
) -> list[Thing]:
    """Four legs from the corners of a board to the floor."""
    side = np.cross(UP, way)
    found: list[Thing] = []
    for index, (a, b) in enumerate(((-1, -1), (-1, 1), (1, -1), (1, 1))):
        start = top + way * a * size[0] / 2 + side * b * size[1] / 2
        if start[2] - floor > 0.03:
            found.append(rod(f"{name}_leg{index}", start, at_height(start, floor), radius, fill, round_off=0.0))
    return found


def board_on(
    name: str, laid: Laid, middle: Array, size: tuple[float, float, float], way: Array, fills: tuple[str, str, str]
) -> Plates:
    """A pad behind a tilted surface: its face on the surface, its length along a direction."""
    axes = across(laid.normal, way)
    return box(name, middle - laid.normal * size[2] / 2, axes, size, fills)


def on_plane(laid: Laid, place: Array) -> Array:
    """The place brought onto a surface along its normal."""
    return np.asarray(place + laid.normal * (laid.offset - float(laid.normal @ place)))


def disc(name: str, middle: Array, axis: Array, radius: float, thick: float, fill: str, **more: Any) -> Solid:
    """A round disc."""
    axis = axis / np.linalg.norm(axis)
    return rod(name, middle - axis * thick / 2, middle + axis * thick / 2, radius, fill, **more)
