"""Rooms: walls, rails and poles to hold, beds, treatment tables and a cot."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ladderback.body.picture.placing import (
    BLUE,
    METAL,
    PERSON,
    UP,
    WOOD,
    WOOD_DARK,
    WOOD_TOP,
    at_height,
    front,
    legs,
    level,
    long_axis,
    on_plane,
    slab,
)  # fmt: skip
from ladderback.body.picture.solids import Thing, box, rod
from ladderback.body.picture.values import Array, Laid, Snapshot

_TIMBER = (WOOD_TOP, WOOD, WOOD_DARK)


def _high(laid: Laid) -> float:
    return laid.offset if laid.normal[2] > 0.5 else 0.45


def _spot(laid: Laid) -> Array:
    return at_height(laid.middle, _high(laid))


def _bed(snap: Snapshot, laid: Laid) -> list[Thing]:
    lying = any(
        mark.split("_", 1)[-1] in ("blade", "sacrum", "shoulder_side", "trochanter", "chest", "temple", "head_back")
        for mark in laid.users
    )
    way = long_axis(snap) if lying or snap.lie != "upright" else np.cross(UP, front(snap))
    seated = any("ischium" in mark or "thigh_back" in mark for mark in laid.users)
    hips = (
        snap.mean("mid_hip")
        if lying or snap.lie != "upright"
        else laid.middle + front(snap) * (-0.28 if seated else 0.36)
    )
    middle = at_height(hips - way * 0.18 if lying else hips, _high(laid))
    return [
        slab(f"{laid.name}_mattress", middle, way, (2.0, 0.95, 0.18), ("#f3f1ea", "#dcd8cc", "#cbc6b8")),
        slab(f"{laid.name}_frame", middle - UP * 0.18, way, (2.04, 0.99, 0.12), _TIMBER),
        *legs(laid.name, middle - UP * 0.28, way, (1.9, 0.86), 0.03, WOOD_DARK),
    ]


def _plinth(snap: Snapshot, laid: Laid) -> list[Thing]:
    way = long_axis(snap) if snap.lie != "upright" else np.cross(UP, front(snap))
    middle = _spot(laid)
    if snap.lie == "upright":
        middle = middle - front(snap) * 0.22
    marks = [snap.places[mark] for mark in laid.users] or [middle]
    reach = [float((place - middle) @ way) for place in marks]
    long = max(max(reach) - min(reach) + 0.5, 1.2) if snap.lie != "upright" else 1.5
    middle = middle + way * ((max(reach) + min(reach)) / 2 if snap.lie != "upright" else 0.0)
    return [
        slab(f"{laid.name}_pad", middle, way, (long, 0.62, 0.08), ("#6f8fa0", BLUE, "#4d7790")),
        *legs(laid.name, middle - UP * 0.08, way, (long - 0.3, 0.5), 0.028, METAL),
    ]


def _wall(snap: Snapshot, laid: Laid) -> list[Thing]:
    """A piece of wall that ends at the near side of the body, so that it hides nobody."""
    place = on_plane(laid, laid.middle if laid.marks else snap.mean("mid_hip"))
    out = level(laid.normal)
    along = np.cross(UP, out)
    high = max(1.95 * snap.build.stature / 1.74, max(float(at[2]) for at in snap.places.values()) + 0.1)
    facing = float(out @ snap.eye)
    near = 1.0 if float(along @ snap.eye) > 0 else -1.0
    shift = along * near * (-0.22 if abs(facing) < 0.6 else 0.0)
    wide = 0.95 if abs(facing) < 0.6 else 1.3
    middle = at_height(place - out * 0.035 + shift, high / 2)
    through = 0.25 if facing < -0.6 else 1.0
    colours = ("#e2dccf", "#d5cdbd", "#eae5da")
    wall = box(laid.name, middle, np.column_stack([out, along, UP]), (0.07, wide, high), colours, opacity=through)
    return [replace(wall, over=PERSON) if facing < -0.6 else replace(wall, under=PERSON)]


def _rail(snap: Snapshot, laid: Laid) -> list[Thing]:
    hands = [snap.places[mark] for mark in laid.users] or [laid.middle]
    way = front(snap)
    if len(hands) > 1:
        along = level(hands[0] - hands[1])
        ends = [hands[0] + along * 0.12, hands[1] - along * 0.12]
    else:
        ends = [hands[0] - way * 0.3, hands[0] + way * 0.4]
    found: list[Thing] = [rod(f"{laid.name}_bar", ends[0], ends[1], 0.019, METAL)]
    if not any(one.draw in ("bike", "rower", "machine_seat") for one in snap.laid):
        found += [rod(f"{laid.name}_post{i}", end, at_height(end, 0.0), 0.015, METAL) for i, end in enumerate(ends)]
    return found


def _pole(snap: Snapshot, laid: Laid) -> list[Thing]:
    place = laid.middle
    return [rod(laid.name, at_height(place, 0.0), at_height(place, 2.05), 0.022, METAL)]


def _cot(snap: Snapshot, laid: Laid) -> list[Thing]:
    """A cot with bars, its rail where the body meets it."""
    way = front(snap)
    side, edge = np.cross(UP, way), at_height(laid.middle, laid.offset) + way * 0.02
    found: list[Thing] = [
        rod(f"{laid.name}_rail", edge - side * 0.55, edge + side * 0.55, 0.02, WOOD),
        rod(
            f"{laid.name}_back",
            edge + way * 0.6 - side * 0.55 + UP * 0.2,
            edge + way * 0.6 + side * 0.55 + UP * 0.2,
            0.02,
            WOOD,
        ),
        slab(
            f"{laid.name}_bed",
            at_height(edge + way * 0.3, 0.32),
            way,
            (0.58, 1.06, 0.1),
            ("#f3f1ea", "#dcd8cc", "#cbc6b8"),
        ),
    ]
    for row, at in enumerate((edge, edge + way * 0.6)):
        for index, share in enumerate(np.linspace(-0.53, 0.53, 7)):
            high = laid.offset + 0.2 * row
            foot = 0.0 if index in (0, 6) else 0.2
            found.append(
                rod(
                    f"{laid.name}_bar{row}{index}",
                    at_height(at + side * share, foot),
                    at_height(at + side * share, high),
                    0.011,
                    WOOD_TOP,
                )
            )
    return found


ROOMS = {
    "bed": _bed, "plinth": _plinth, "wall": _wall, "door": _wall, "rail": _rail, "pole": _pole, "cot": _cot,
}  # fmt: skip
