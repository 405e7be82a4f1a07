"""Things to train on: balls, rollers, bars to hang on, straps, sliders, foam."""

from __future__ import annotations

import numpy as np

from ladderback.body.picture.placing import (
    BLUE,
    METAL,
    METAL_DARK,
    RUBBER,
    UP,
    at_height,
    disc,
    front,
    long_axis,
    on_plane,
    slab,
)
from ladderback.body.picture.solids import Builder, Thing, chain, rod, tube
from ladderback.body.picture.values import Laid, Snapshot


def _ball(snap: Snapshot, laid: Laid) -> list[Thing]:
    if laid.normal[2] > 0.5:
        radius = max(laid.offset / 2, 0.08)
        middle = at_height(laid.middle, radius)
    else:
        radius = 0.28
        middle = on_plane(laid, laid.middle) - laid.normal * radius
    return [chain(laid.name, Builder().ball(middle, radius), BLUE, round_off=0.0)]


def _roller(snap: Snapshot, laid: Laid) -> list[Thing]:
    axis = np.cross(UP, long_axis(snap))
    radius = float(np.clip(laid.offset / 2, 0.05, 0.09)) if laid.normal[2] > 0.5 else 0.075
    middle = on_plane(laid, laid.middle) - laid.normal * radius
    return [rod(laid.name, middle - axis * 0.3, middle + axis * 0.3, radius, "#5f7f95")]


def _wheel(snap: Snapshot, laid: Laid) -> list[Thing]:
    hands = snap.mean("left_grip", "right_grip")
    axis = snap.places["left_grip"] - snap.places["right_grip"]
    axis = axis / np.linalg.norm(axis)
    middle = at_height(hands, min(float(hands[2]), 0.1))
    return [
        disc(f"{laid.name}_wheel", middle, axis, max(float(middle[2]), 0.06), 0.05, RUBBER),
        rod(f"{laid.name}_axle", hands - axis * 0.17, hands + axis * 0.17, 0.014, METAL),
    ]


def _slider(snap: Snapshot, laid: Laid) -> list[Thing]:
    return [
        disc(f"{laid.name}_{side}", at_height(snap.mean(*marks), 0.008), UP, 0.12, 0.014, "#6b8fa5")
        for side in ("left", "right")
        if (marks := [mark for mark in laid.marks if mark.startswith(side)])
    ]


def _towel(snap: Snapshot, laid: Laid) -> list[Thing]:
    """A folded towel under what rests on it; round the back of what pulls on it."""
    if laid.normal[2] > 0.5 and laid.offset < 0.2:
        way = long_axis(snap)
        return [
            slab(
                laid.name,
                at_height(laid.middle, max(laid.offset, 0.015)),
                way,
                (0.2, 0.34, max(laid.offset, 0.015)),
                ("#efe2c8", "#dccbaa", "#cbb893"),
            )
        ]
    ends = [snap.places[f"{side}_grip"] for side in ("left", "right")]
    return [tube(laid.name, [ends[0], laid.middle, ends[1]], 0.02, "#e3d3b2")]


def _strap(snap: Snapshot, laid: Laid) -> list[Thing]:
    """A strap over what it holds down, or from the hands round what they pull."""
    marks = [snap.places[mark] for mark in laid.marks]
    if not marks:
        return []
    if laid.normal[2] < -0.5:
        side = np.cross(UP, long_axis(snap))
        middle = np.mean(marks, axis=0)
        low = at_height(middle, max(float(middle[2]) - 0.14, 0.0))
        way = [
            low - side * 0.24,
            middle - side * 0.14 + UP * 0.02,
            middle + UP * 0.035,
            middle + side * 0.14 + UP * 0.02,
            low + side * 0.24,
        ]
        return [tube(laid.name, way, 0.016, METAL_DARK)]
    ground = laid.middle - laid.normal * 0.02
    axes = front(snap)
    return [slab(f"{laid.name}_plate", ground, axes, (0.26, 0.36, 0.03), ("#7a828c", "#666e78", "#565e68"))]


def _bar(snap: Snapshot, laid: Laid) -> list[Thing]:
    """A bar on two posts, held by both hands."""
    hands = [snap.places[mark] for mark in laid.marks if mark.endswith("grip")]
    if len(hands) < 2:
        hands = [laid.middle + np.cross(UP, front(snap)) * 0.25, laid.middle - np.cross(UP, front(snap)) * 0.25]
    along = (hands[0] - hands[1]) / np.linalg.norm(hands[0] - hands[1])
    ends = [hands[0] + along * 0.3, hands[1] - along * 0.3]
    return [
        rod(f"{laid.name}_bar", ends[0], ends[1], 0.016, METAL),
        *(
            rod(f"{laid.name}_post{i}", at_height(end, float(end[2]) + 0.12), at_height(end, 0.0), 0.03, METAL_DARK)
            for i, end in enumerate(ends)
        ),
    ]


def _foam(snap: Snapshot, laid: Laid) -> list[Thing]:
    return [
        slab(
            laid.name,
            at_height(laid.middle, laid.offset),
            front(snap),
            (0.48, 0.4, max(laid.offset, 0.05)),
            ("#9fb8d0", "#84a0bb", "#7390ab"),
        )
    ]


def _ring_on_floor(snap: Snapshot, laid: Laid) -> list[Thing]:
    parts = (
        Builder()
        .add(at_height(laid.middle, 0.0), np.eye(3), (0.13, 0.13, 0.0))
        .add(at_height(laid.middle, 0.3), np.eye(3), (0.025, 0.025, 0.0))
    )
    return [chain(laid.name, parts, "#e08a3c")]


def _tape(snap: Snapshot, laid: Laid) -> list[Thing]:
    return [
        slab(
            laid.name, at_height(laid.middle, 0.004), front(snap), (1.6, 0.05, 0.004), ("#e9c46a", "#d7b050", "#c9a040")
        )
    ]


LAID = {
    "ball": _ball, "roller": _roller, "wheel": _wheel, "slider": _slider, "towel": _towel, "strap": _strap, "bar": _bar,
    "foam": _foam, "cone": _ring_on_floor, "tape": _tape, "dowel": _bar,
}  # fmt: skip
