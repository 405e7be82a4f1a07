"""What lies under everything: the soft round of ground, and the shadow of what is near it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ladderback.body.picture.camera import Camera
from ladderback.body.picture.outline import fill_path, linked_areas, melted, one_hull, simpler
from ladderback.body.picture.paths import number
from ladderback.body.picture.solids import Solid, Thing

_NEAR = 0.16  # [m] above the ground up to which things throw a shadow
_GROUND, _SHADOW = "#ece7db", "#3b3226"


def ground(
    box: tuple[float, float, float, float], camera: Camera, level: float = 0.0
) -> tuple[str, tuple[float, float, float, float]]:
    """A round of ground under a picture that takes the room of a box; returns its markup and its own room."""
    left, _, right, _ = box
    middle = (left + right) / 2
    high = float(camera.flat(np.array([[0.0, 0.0, level]]))[0][1])
    wide = max((right - left) / 2 + 26, 110.0)
    rise = float(camera.near[2])
    tall = max(wide * rise * 1.15, 26.0) if rise < 0.5 else min(wide * rise * 0.62, 190.0)
    place = f'cx="{number(middle)}" cy="{number(high)}" rx="{number(wide)}" ry="{number(tall)}"'
    text = f'<ellipse {place} fill="{_GROUND}" stroke="none"/>'
    return text, (middle - wide, high - tall, middle + wide, high + tall)


def shadow(things: Sequence[Thing], camera: Camera) -> str:
    """The soft shadow on the ground of everything near it."""
    fallen = [low for one in things if isinstance(one, Solid) and (low := _fallen(one)) is not None]
    if not fallen:
        return ""
    found = zip(fallen, linked_areas(fallen, camera, coarse=True), strict=True)
    areas = np.concatenate([one_hull(some) if one.round_off else some for one, some in found])
    path = fill_path(simpler(melted(areas, 2.0)))
    return f'<path d="{path}" fill="{_SHADOW}" fill-opacity=".13" stroke="none" transform="translate(7 3)"/>'


def _fallen(solid: Solid) -> Solid | None:
    """A solid flattened on the ground, as far as it is near."""
    low = solid.centres[:, 2] - np.sqrt(np.maximum(solid.spreads[:, 2, 2], 0))
    near = (low < _NEAR).tolist()
    links = tuple((a, b) for a, b in solid.links if near[a] and near[b])
    if not links:
        return None
    centres, spreads = solid.centres.copy(), solid.spreads.copy()
    centres[:, 2] = 0.0
    spreads[:, 2, :] = 0.0
    spreads[:, :, 2] = 0.0
    return replace(solid, centres=centres, spreads=spreads, links=links)
