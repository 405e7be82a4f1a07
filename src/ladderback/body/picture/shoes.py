"""Shoes: a coloured sole and a light upper; they bend at the ball where only the toes stand."""

from __future__ import annotations

import numpy as np

from ladderback.body.picture.camera import Camera
from ladderback.body.picture.paint import far
from ladderback.body.picture.solids import Builder, Joint, Solid, chain
from ladderback.body.picture.values import Array, Look, Snapshot

_LENGTH = 0.254  # [m] for which the places below are given [mm]: forward, outward, above the sole; radii
_SOLE = (
    (-32, 0, 10, 36, 31, 11),
    (30, 2, 9, 30, 31, 10),
    (92, 4, 9, 38, 42, 10),
    (140, -2, 10, 38, 37, 10),
    (164, -6, 13, 26, 28, 9),
)
_UPPER = (
    (-34, 0, 45, 31, 29, 28),
    (-12, 0, 78, 39, 33, 0),
    (28, 1, 55, 34, 33, 26),
    (62, 2, 41, 34, 36, 23),
    (105, 2, 33, 36, 39, 19),
    (150, -3, 30, 32, 31, 15),
)
_LINKS = ((0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5))
_BALL = 112.0


def shoe(snap: Snapshot, look: Look, camera: Camera, name: str, side: str, away: float) -> list[Solid]:
    """Sole and upper of one shoe."""
    at, part = f"{name}{side}_", f"{side}_foot"
    bend = _bend(snap, side)
    up = snap.frames[part][:, 2]
    above = float(camera.near @ up) > -0.12
    ankle = snap.joints[part]
    return [
        chain(
            f"{at}sole",
            _laid(snap, _SOLE, part, bend),
            far(look.sole, away),
            shaded=False,
            round_off=3.0,
            under=(f"{at}shoe",) if above else (),
        ),
        chain(
            f"{at}shoe",
            _laid(snap, _UPPER, part, bend),
            far(look.shoe, away),
            _LINKS,
            round_off=7.0,
            under=() if above else (f"{at}sole",),
            joints=(Joint(f"{at}ankle", ankle, 0.0),),
        ),
    ]


def _laid(snap: Snapshot, rows: tuple[tuple[float, ...], ...], part: str, bend: float) -> Builder:
    size = max(snap.lengths[part], 0.236 * snap.build.stature / 1.74) / _LENGTH / 1000
    low = float(
        snap.places[f"{part.split('_')[0]}_heel"] @ snap.frames[part][:, 2]
        - snap.joints[part] @ snap.frames[part][:, 2]
    )
    sign = 1.0 if part.startswith("left") else -1.0
    parts = Builder()
    for forward, out, up, deep, wide, tall in rows:
        turn, ahead, above = np.eye(3), forward, up
        if bend and forward > _BALL - 25:
            angle = bend * min(1.0, (forward - _BALL + 25) / 40)
            turn = _lifted(angle)
            ahead, above = (
                _BALL + (forward - _BALL) * np.cos(bend) - up * np.sin(angle),
                up * np.cos(angle) + max(forward - _BALL, 0.0) * np.sin(bend),
            )
        place = snap.on(part, ahead * size, sign * out * size, low + above * size)
        parts.add(place, snap.frames[part] @ turn, (deep * size, wide * size, tall * size))
    return parts


def _bend(snap: Snapshot, side: str) -> float:
    """How far the toes are lifted against the sole [rad], where the ball stands and the heel does not."""
    touched = dict(snap.touched)
    on = next((touched[f"{side}_{mark}"] for mark in ("ball", "ball_in") if f"{side}_{mark}" in touched), None)
    if on is None or f"{side}_heel" in touched:
        return 0.0
    ground = next((one.normal for one in snap.laid if one.name == on), np.array([0.0, 0.0, 1.0]))
    frame: Array = snap.frames[f"{side}_foot"]
    forward, up = float(frame[:, 0] @ ground), float(frame[:, 2] @ ground)
    return float(np.clip(np.arctan2(-forward, up), 0.0, np.radians(72)))


def _lifted(angle: float) -> Array:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, 0.0, -s], [0.0, 1.0, 0.0], [s, 0.0, c]])
