"""A small child, the second figure: held by both hands, or sitting where it waits."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ladderback.body.picture.camera import Camera
from ladderback.body.picture.outline import fill_path, polygon, simpler
from ladderback.body.picture.paint import dark
from ladderback.body.picture.paths import number, opened
from ladderback.body.picture.placing import UP, at_height, front
from ladderback.body.picture.solids import Builder, Joint, Solid, Thing, chain
from ladderback.body.picture.values import Array, Held, Snapshot
from ladderback.terms.sides import SIDES

_SKIN, _HAIR, _TOP, _LEGS, _SHOE = "#f0c3a2", "#8a5a33", "#f2b0a6", "#7d6aa3", "#f7f4ee"


def carried_child(snap: Snapshot, held: Held) -> list[Thing]:
    """A child between the hands that face it, looking at the one who lifts it."""
    hands = np.mean(held.places, axis=0)
    way = front(snap)
    chest = snap.places["sternum"]
    close = float((hands - chest) @ way) < 0.34 and float(chest[2] - hands[2]) < 0.55
    if not close:
        return child(hands + way * 0.06 + UP * 0.03, -way, close)
    ahead = max(float((hands - chest) @ way) - 0.05, 0.16)
    middle = at_height(chest + way * ahead, float(hands[2]) + 0.03)
    across = hands - chest - way * float((hands - chest) @ way)
    middle = middle + np.array([across[0], across[1], 0.0])
    return [replace(one, under=(*one.under, *_arms_before(snap, middle))) for one in child(middle, -way, close)]


def _arms_before(snap: Snapshot, middle: Array) -> list[str]:
    """The parts of the arms that lie round the near side of what is held."""
    return [
        f"{side}_{part}"
        for side in SIDES
        if float((snap.joints[f"{side}_forearm"] - middle) @ snap.eye) > 0.03
        for part in ("forearm", "hand", "fingers")
    ]


def child(middle: Array, faces: Array, close: bool = False, name: str = "child") -> list[Thing]:
    """A child of about ten kilograms, its chest at a place [m]; held close, its legs go round the holder."""
    side = np.cross(UP, faces)
    axes = np.column_stack([faces, side, UP])
    base = max(float(middle[2]) - 0.2, 0.09)
    middle = np.array([middle[0], middle[1], base + 0.2])
    trunk = (
        Builder().add(middle - UP * 0.1, axes, (0.08, 0.1, 0.09)).add(middle + UP * 0.07, axes, (0.068, 0.085, 0.06))
    )
    head_at = middle + UP * 0.235 + faces * 0.012
    found: list[Thing] = [
        chain(f"{name}_trunk", trunk, _TOP, round_off=4.0),
        _head(name, head_at, axes),
    ]
    for label, sign in (("a", 1.0), ("b", -1.0)):
        hip = middle - UP * 0.14 + side * 0.055 * sign
        knee = hip + (
            faces * 0.08 + side * 0.09 * sign - UP * 0.04 if close else faces * 0.14 - UP * 0.02 + side * 0.02 * sign
        )
        foot = knee + (-UP * 0.13 + faces * 0.02)
        leg = Builder().ball(hip, 0.058).ball(knee, 0.045).ball(foot, 0.034)
        found.append(chain(f"{name}_leg{label}", leg, _LEGS, joints=(Joint(f"{name}_trunk", hip, 0.05, False),)))
        shoe = Builder().ball(foot - UP * 0.025, 0.03).ball(foot - UP * 0.03 + faces * 0.045, 0.026)
        found.append(chain(f"{name}_shoe{label}", shoe, _SHOE, line="#8d8880", over=(f"{name}_leg{label}",)))
        shoulder = middle + UP * 0.09 + side * 0.08 * sign
        elbow = shoulder + faces * 0.06 - UP * 0.06 + side * 0.035 * sign
        hand = elbow + faces * 0.085 + UP * 0.03
        arm = Builder().ball(shoulder, 0.036).ball(elbow, 0.03).ball(hand, 0.026)
        found.append(chain(f"{name}_arm{label}", arm, _TOP, joints=(Joint(f"{name}_trunk", shoulder, 0.035, False),)))
        found.append(
            chain(
                f"{name}_hand{label}", Builder().ball(hand + faces * 0.02, 0.026), _SKIN, over=(f"{name}_arm{label}",)
            )
        )
    return found


def _head(name: str, at: Array, axes: Array) -> Solid:
    parts = (
        Builder()
        .add(at + UP * 0.02, axes, (0.092, 0.086, 0.088))
        .add(at - UP * 0.03 + axes[:, 0] * 0.012, axes, (0.076, 0.074, 0.055))
    )

    def marks(camera: Camera) -> str:
        return _face(at, axes, camera)

    return chain(f"{name}_head", parts, _SKIN, marks=marks, over=(f"{name}_trunk",), round_off=3.0)


def _face(at: Array, axes: Array, camera: Camera) -> str:
    from ladderback.body.picture.globe import Globe, seen_area

    shell = Globe(at + UP * 0.025, axes * np.array([0.096, 0.09, 0.092])[None, :])
    half = ((0, 40), (30, 36), (56, 22), (76, 4), (100, -6), (130, -26), (180, -34))
    area = seen_area(shell, [*half, *((360 - a, e) for a, e in reversed(half[1:-1]))], camera)
    text = (
        f'<path d="{fill_path(simpler(polygon(area)))}" fill="{_HAIR}" stroke="{dark(_HAIR)}"/>'
        if len(area) > 2
        else ""
    )
    for sign in (1.0, -1.0):
        place = at + axes @ np.array([0.084, 0.033 * sign, 0.005])
        if float((axes @ np.array([0.85, 0.5 * sign, 0.0])) @ camera.near) > 0.08:
            x, y = camera.flat(place[None, :])[0]
            text += f'<circle cx="{number(x)}" cy="{number(y)}" r="2.6" fill="#2b2523" stroke="none"/>'
    smile = [at + axes @ np.array([0.082 - 6 * y * y, y, -0.035 + 8 * y * y]) for y in np.linspace(-0.025, 0.025, 7)]
    seen = [camera.flat(place[None, :])[0] for place, y in zip(smile, np.linspace(-0.025, 0.025, 7), strict=True)
            if float((axes @ np.array([1.0, y * 14, 0.0])) @ camera.near) > 0.05]  # fmt: skip
    if len(seen) > 1:
        text += f'<path d="{opened(np.array(seen))}" fill="none" stroke="#9c4f3f" stroke-width="1.5"/>'
    return text
