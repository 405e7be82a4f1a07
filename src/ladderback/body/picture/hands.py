"""Hands: flat on what they press, closed round what they grip, lightly bent when they do nothing."""

from __future__ import annotations

from functools import cache

import numpy as np

from ladderback.body.picture.camera import Camera
from ladderback.body.picture.solids import Builder, Joint, Solid, chain
from ladderback.body.picture.values import Array, Snapshot

# Places in a hand: along (share of its length), towards the thumb and towards the palm [share of its length]; radii
# towards the thumb, through the hand and along.
_PALM = ((0.0, 0.0, 0.0, 0.13, 0.1, 0.1), (0.26, 0.01, 0.0, 0.19, 0.085, 0.12), (0.47, 0.0, 0.0, 0.205, 0.08, 0.08))
_FLAT = (
    (0.47, 0.0, 0.0, 0.205, 0.08, 0.08),
    (0.72, -0.01, 0.01, 0.185, 0.062, 0.1),
    (0.93, -0.015, 0.015, 0.13, 0.05, 0.07),
)
_EASY = (
    (0.47, 0.0, 0.0, 0.2, 0.08, 0.08),
    (0.68, -0.01, 0.055, 0.18, 0.068, 0.09),
    (0.84, -0.01, 0.16, 0.14, 0.06, 0.06),
)
_CUPPED = (
    (0.47, 0.0, 0.0, 0.2, 0.08, 0.08),
    (0.7, -0.01, 0.03, 0.18, 0.066, 0.09),
    (0.9, -0.01, 0.1, 0.13, 0.055, 0.06),
)
_ROUND = (
    (0.46, 0.0, 0.0, 0.2, 0.08, 0.075), (0.61, -0.01, 0.05, 0.19, 0.07, 0.07), (0.62, -0.01, 0.17, 0.185, 0.07, 0.07),
    (0.5, -0.01, 0.235, 0.17, 0.065, 0.065), (0.38, -0.005, 0.19, 0.15, 0.06, 0.06),
)  # fmt: skip
_THUMBS = {
    "flat": ((0.1, 0.1, 0.0, 0.07), (0.3, 0.24, 0.0, 0.065), (0.48, 0.33, 0.0, 0.05)),
    "easy": ((0.1, 0.1, 0.02, 0.07), (0.32, 0.2, 0.07, 0.062), (0.5, 0.22, 0.1, 0.05)),
    "round": ((0.12, 0.1, 0.04, 0.07), (0.3, 0.2, 0.16, 0.065), (0.45, 0.12, 0.29, 0.052)),
}
_FLAT_ON = ("palm", "palm_heel", "fingers")
_WITH_PALMS = frozenset(
    {
        "box",
        "weighted_box",
        "ball",
        "medicine_ball",
        "child",
        "doll",
        "pillow",
        "basin",
        "basket",
        "cushion",
        "book",
        "crate",
    }
)


def form(snap: Snapshot, side: str) -> str:
    """flat, round, cupped or easy: what the hand of a side does."""
    touched = {mark for mark, _ in snap.touched}
    if {f"{side}_grip", f"{side}_fist"} & touched:
        return "round"
    for held in snap.held:
        if any(mark.startswith(f"{side}_") for mark in held.marks) and held.carried.at in (
            "hands",
            f"{side}_hand",
            f"{side}_grip",
        ):
            return "cupped" if held.carried.draw in _WITH_PALMS else "round"
    return "flat" if any(f"{side}_{mark}" in touched for mark in _FLAT_ON) else "easy"


def hand(snap: Snapshot, skin: str, camera: Camera, name: str, side: str) -> list[Solid]:
    """The hand of a side: palm, fingers and thumb."""
    kind = form(snap, side)
    at = f"{name}{side}_"
    size = max(snap.lengths[f"{side}_hand"], 0.168 * snap.build.stature / 1.74)
    wrist = snap.joints[f"{side}_hand"]
    fingers = {"flat": _FLAT, "round": _ROUND, "cupped": _CUPPED}.get(kind, _EASY)
    axes = _axes(snap, side)
    palm = _laid(_PALM, wrist, axes, size)
    thumb = _THUMBS["round" if kind == "round" else "flat" if kind == "flat" else "easy"]
    base = len(palm.centres)
    for along, out, deep, radius in thumb:
        palm.ball(wrist + axes @ np.array([out, deep, along]) * size, radius * size)
    links = ((0, 1), (1, 2), (0, base), (base, base + 1), (base + 1, base + 2))
    joint = Joint(f"{at}forearm", wrist, 0.035)
    knuckles = wrist + axes @ np.array([0.0, 0.0, 0.47]) * size
    near = Joint(f"{at}fingers", knuckles, 0.032)
    return [
        chain(f"{at}hand", palm, skin, links, joints=(joint, near), round_off=2.5, limb=f"{at}arm"),
        chain(
            f"{at}fingers", _laid(fingers, wrist, axes, size), skin, joints=(Joint(f"{at}hand", knuckles, 0.032),),
            round_off=2.0, limb=f"{at}arm",
        ),
    ]  # fmt: skip


def _axes(snap: Snapshot, side: str) -> Array:
    """Directions of a hand as columns: to the thumb, out of the palm, along the fingers."""
    frame = snap.frames[f"{side}_hand"]
    return np.column_stack([frame[:, 0], frame[:, 1] * (-1.0 if side == "left" else 1.0), -frame[:, 2]])


def _laid(rows: tuple[tuple[float, ...], ...], wrist: Array, axes: Array, size: float) -> Builder:
    parts = Builder()
    for index, (along, out, deep, *radii) in enumerate(rows):
        turned = axes @ _bend(_slope(rows, index))
        parts.add(wrist + axes @ np.array([out, deep, along]) * size, turned, [radius * size for radius in radii])
    return parts


def _slope(rows: tuple[tuple[float, ...], ...], index: int) -> float:
    """How far the chain turns towards the palm at a place [rad]."""
    one, two = rows[max(index - 1, 0)], rows[min(index + 1, len(rows) - 1)]
    return float(np.arctan2(two[2] - one[2], two[0] - one[0]))


@cache
def _bend(angle: float) -> Array:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[1.0, 0.0, 0.0], [0.0, c, s], [0.0, -s, c]])
