"""From where a pose is seen: parallel projection of the room onto the sheet, and how near things are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from ladderback.body.picture.values import Array, View
from ladderback.evidence import book

SCALE = 330.0  # units of the sheet per metre of the room


@dataclass(frozen=True)
class Camera:
    """Three directions of the room: to the right of the sheet, up the sheet, and towards the eye."""

    right: Array
    up: Array
    near: Array
    turn: Array

    def flat(self, places: Array) -> Array:
        """Places of the room (n x 3) on the sheet (n x 2), y down."""
        return np.asarray(places @ self.turn[:2].T)

    def near_of(self, places: Array) -> Array:
        """How near to the eye places are [m]."""
        return np.asarray(places @ self.near)

    def seen(self, spread: Array) -> Array:
        """Spreads of ellipsoids (n x 3 x 3) in the axes of the sheet: right and down [units], near [m]."""
        return np.asarray(self.turn @ spread @ self.turn.T)


@cache
def camera(view: View, mirrored: bool = False) -> Camera:
    """The camera of a view; `mirrored` looks from the other side of the person."""
    cells = book().tables["picture_views"][view].cells
    yaw, rise, far = (
        np.radians(float(cells["yaw"])),
        np.radians(float(cells["rise"])),
        (cells["from_left"] == "yes") != mirrored,
    )
    right = np.array([np.cos(yaw), np.sin(yaw), 0.0])
    into = np.array([-np.sin(yaw), np.cos(yaw), 0.0])
    if far:
        right, into = right * np.array([-1.0, 1.0, 1.0]), into * np.array([1.0, -1.0, 1.0])
    near = -np.cos(rise) * into + np.array([0.0, 0.0, np.sin(rise)])
    up = np.cross(near, right)
    return Camera(right, up, near, np.array([right * SCALE, -up * SCALE, near]))
