"""Furniture and rooms: chairs, tables, beds, steps, walls, rails."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ladderback.body.picture.placing import (
    GREEN,
    METAL,
    PAD,
    PAD_DARK,
    PAD_TOP,
    PERSON,
    UP,
    WOOD,
    WOOD_DARK,
    WOOD_TOP,
    at_height,
    board_on,
    facing,
    legs,
    level,
    long_axis,
    near_side,
    on_plane,
    slab,
)
from ladderback.body.picture.solids import Builder, Thing, box, chain, rod
from ladderback.body.picture.values import Array, Laid, Snapshot

_TIMBER = (WOOD_TOP, WOOD, WOOD_DARK)
_SEATED = ("left_ischium", "right_ischium")


def _seated(laid: Laid) -> bool:
    return any(mark in _SEATED or mark.endswith("thigh_back") for mark in laid.users)


def _high(laid: Laid) -> float:
    return laid.offset if laid.normal[2] > 0.5 else 0.45


def _spot(laid: Laid) -> Array:
    return at_height(laid.middle, _high(laid))


def _chair(snap: Snapshot, laid: Laid) -> list[Thing]:
    """A ladder-back chair; its back behind who sits on it, away from who only holds it."""
    way = facing(snap, laid)
    bones = all(mark in snap.places for mark in _SEATED)
    on_it = not laid.users or _seated(laid)
    if on_it and bones:
        middle = _spot(laid) + way * (laid.edge - 0.21)
    else:
        middle = _spot(laid) + (way * 0.1 if _low_parts(laid) else way * 0.14)
        way = -way
    return _wooden_chair(laid.name, middle, way, not _low_parts(laid))


def _low_parts(laid: Laid) -> bool:
    return any(
        mark.split("_", 1)[-1] in ("heel", "calf", "ball_in", "ball_out", "ball", "foot_top", "shin")
        for mark in laid.users
    )


def _wooden_chair(name: str, middle: Array, way: Array, backed: bool) -> list[Thing]:
    side, high = np.cross(UP, way), float(middle[2])
    found: list[Thing] = [
        slab(f"{name}_seat", middle, way, (0.42, 0.44, 0.045), ("#e3c896", WOOD, WOOD_DARK)),
        *legs(name, middle - UP * 0.04, way, (0.36, 0.38), 0.019, WOOD_DARK),
    ]
    if backed:
        back = middle - way * 0.19
        posts = [back + side * 0.19 * sign for sign in (-1, 1)]
        found += [
            rod(f"{name}_post{i}", post - UP * 0.04, at_height(post - way * 0.05, high + 0.5), 0.019, WOOD)
            for i, post in enumerate(posts)
        ]
        for row, rise in enumerate((0.16, 0.3, 0.44)):
            lean = -way * (0.05 * rise / 0.5)
            parts = Builder()
            for share in (-1.0, 0.0, 1.0):
                at = (
                    back
                    + side * 0.17 * share
                    + lean
                    + UP * (rise + 0.015 * (1 - abs(share)))
                    - way * 0.015 * (1 - abs(share))
                )
                parts.add(at, np.column_stack([way, side, UP]), (0.008, 0.02, 0.03))
            found.append(chain(f"{name}_slat{row}", parts, WOOD_TOP, round_off=0.0))
    return found


def _stool(snap: Snapshot, laid: Laid) -> list[Thing]:
    middle, high = _spot(laid), _high(laid)
    name = laid.name
    found: list[Thing] = [rod(f"{name}_seat", at_height(middle, high - 0.045), at_height(middle, high), 0.17, WOOD)]
    for index, angle in enumerate((0.6, 2.17, 3.74, 5.31)):
        out = np.array([np.cos(angle), np.sin(angle), 0.0])
        found.append(
            rod(
                f"{name}_leg{index}",
                at_height(middle + out * 0.11, high - 0.04),
                at_height(middle + out * 0.17, 0),
                0.016,
                WOOD_DARK,
            )
        )
    return found


def _crosswise(snap: Snapshot, laid: Laid) -> bool:
    """Whether a bench stands across: under a seat, under the shoulders alone or under a foot."""
    kinds = {mark.split("_", 1)[-1] for mark in laid.users}
    lying = {"blade", "sacrum"} <= kinds or {"chest", "asis"} <= kinds or {"thigh_front", "asis"} <= kinds
    return not lying


def _bench(snap: Snapshot, laid: Laid) -> list[Thing]:
    way = long_axis(snap) if snap.lie != "upright" else facing(snap, laid)
    if _crosswise(snap, laid):
        way = np.cross(UP, way)
    middle, name = _spot(laid), laid.name
    return [
        slab(f"{name}_pad", middle, way, (1.15, 0.3, 0.07), (PAD_TOP, PAD, PAD_DARK)),
        *legs(name, middle - UP * 0.07, way, (0.9, 0.2), 0.02, METAL),
    ]


def _crate(snap: Snapshot, laid: Laid) -> list[Thing]:
    way = facing(snap, laid)
    middle = _spot(laid) + (way * 0.08 if not _seated(laid) else way * 0.0)
    return [slab(laid.name, middle, way, (0.46, 0.52, _high(laid)), _TIMBER)]


def _step(snap: Snapshot, laid: Laid) -> list[Thing]:
    way = facing(snap, laid)
    high = _high(laid)
    long = 0.36 if high < 0.22 else 0.42
    middle = at_height(laid.middle, high)
    if any(one.draw == "car_seat" for one in snap.laid):
        return [slab(laid.name, middle, way, (0.62, 0.62, 0.1), ("#b4c4d6", "#8fa5bd", "#7d94ae"))]
    if laid.users and all(mark.endswith(("ball_in", "ball_out", "ball")) for mark in laid.users):
        middle = middle + way * (long / 2 - 0.06)
    return [slab(laid.name, middle, way, (long, 0.56, high), ("#dcd3c2", "#c3b8a3", "#aea28c"))]


def _stairs(snap: Snapshot, laid: Laid) -> list[Thing]:
    way, high = facing(snap, laid), _high(laid)
    middle = at_height(laid.middle, high) + way * 0.02
    colours = ("#e0d8c9", "#c8bfae", "#b3a996")
    found: list[Thing] = [slab(f"{laid.name}_low", middle, way, (0.29, 0.86, high), colours)]
    others = [one for one in snap.laid if one.draw == "stairs" and one.offset > laid.offset + 0.05]
    if not others:
        found.append(
            slab(f"{laid.name}_next", middle + way * 0.285 + UP * 0.17, way, (0.28, 0.86, high + 0.17), colours)
        )
    return found


def _table(snap: Snapshot, laid: Laid) -> list[Thing]:
    way = facing(snap, laid)
    if abs(laid.normal[2]) < 0.5:
        edge = on_plane(laid, snap.mean("mid_hip"))
        middle, way = at_height(edge - laid.normal * 0.32, max(float(edge[2]) - 0.02, 0.6)), level(laid.normal)
    else:
        middle = _spot(laid) + way * 0.16
    return [
        slab(f"{laid.name}_top", middle, way, (0.62, 1.05, 0.04), _TIMBER),
        *legs(laid.name, middle - UP * 0.04, way, (0.52, 0.94), 0.024, WOOD_DARK),
    ]


def _desk(snap: Snapshot, laid: Laid) -> list[Thing]:
    found = _table(snap, laid)
    way = facing(snap, laid)
    middle = _spot(laid) + way * 0.3
    screen = box(
        f"{laid.name}_screen",
        middle + UP * 0.3,
        np.column_stack([way, np.cross(UP, way), UP]),
        (0.03, 0.5, 0.32),
        ("#4a525d", "#3a414b", "#dfe8ee"),
    )
    return [*found, screen, rod(f"{laid.name}_foot", middle, middle + UP * 0.16, 0.03, "#4a525d")]


def _counter(snap: Snapshot, laid: Laid) -> list[Thing]:
    way = facing(snap, laid)
    middle = _spot(laid) + way * 0.2
    return [
        slab(f"{laid.name}_top", middle, way, (0.6, 1.1, 0.04), ("#d8d4cb", "#bfbab0", "#aaa59a")),
        slab(
            laid.name,
            middle - UP * 0.04 + way * 0.03,
            way,
            (0.54, 1.06, _high(laid) - 0.04),
            ("#efece5", "#e4e0d7", "#d3cec3"),
        ),
    ]


def _dishwasher(snap: Snapshot, laid: Laid) -> list[Thing]:
    """A worktop with a dishwasher under it, cut open on the side that is seen; its door is down."""
    way = facing(snap, laid)
    side, near = np.cross(UP, way), near_side(snap, way)
    beside = float((snap.mean("left_heel", "right_heel") - laid.middle) @ near) + 0.36
    right = at_height(laid.middle - way * 0.045 + near * beside, 0.0)
    laid = replace(laid, middle=laid.middle + near * (beside + 0.3 - 0.53))
    axes = np.column_stack([way, side, UP])
    top, low = _counter(snap, laid)[0], _high(laid) - 0.04
    middle, inside = at_height(laid.middle + way * 0.23, low / 2), ("#efece5", "#d9d4ca", "#cdc7bb")
    return [
        top,
        box(f"{laid.name}_back", middle + way * 0.26, axes, (0.03, 1.06, low), inside),
        box(f"{laid.name}_side", middle - near * 0.5, axes, (0.5, 0.03, low), inside),
        box(f"{laid.name}_base", at_height(middle, 0.05), axes, (0.54, 1.06, 0.1), inside),
        box(
            f"{laid.name}_door",
            right - way * 0.18 + UP * 0.13,
            axes,
            (0.42, 0.54, 0.05),
            ("#f4f2ec", "#d3cec3", "#c4beb2"),
        ),
    ]


def _basin(snap: Snapshot, laid: Laid) -> list[Thing]:
    way = facing(snap, laid)
    middle = _spot(laid) + way * 0.16
    bowl = Builder().add(middle - UP * 0.01, np.column_stack([way, np.cross(UP, way), UP]), (0.22, 0.29, 0.0))
    bowl.add(middle - UP * 0.16, np.column_stack([way, np.cross(UP, way), UP]), (0.14, 0.18, 0.0))
    back = middle + way * 0.2
    return [
        rod(f"{laid.name}_column", at_height(middle, 0.0), middle - UP * 0.14, 0.09, "#e2e4e2"),
        chain(f"{laid.name}_bowl", bowl, "#f2f3f1", line="#98a1a5"),
        rod(f"{laid.name}_tap", back, back + UP * 0.16, 0.014, METAL),
        rod(f"{laid.name}_spout", back + UP * 0.16, back + UP * 0.14 - way * 0.12, 0.012, METAL),
    ]


def _pillow(snap: Snapshot, laid: Laid) -> list[Thing]:
    way = long_axis(snap)
    kinds = {mark.split("_", 1)[-1] for mark in laid.users}
    if "knee_in" in kinds:
        middle, radii = snap.mean("left_knee", "right_knee"), (0.17, 0.13, 0.055)
    else:
        low = min([one.offset for one in snap.laid if one.normal[2] > 0.9 and one.draw in ("bed", "plinth")] or [0.0])
        thick = float(np.clip(laid.offset - low, 0.05, 0.16)) if laid.normal[2] > 0.5 else 0.1
        middle, radii = at_height(laid.middle, laid.offset - thick / 2 + 0.01), (0.2, 0.28, thick / 2 + 0.02)
        if not laid.users:
            return []
    parts = Builder().add(middle, np.column_stack([way, np.cross(UP, way), UP]), radii)
    return [chain(laid.name, parts, "#e9e4f0", line="#9a93ab", under=("head",))]


def _cushion(snap: Snapshot, laid: Laid) -> list[Thing]:
    way = facing(snap, laid)
    if laid.normal[2] < 0.5:
        middle = on_plane(laid, laid.middle)
        middle = at_height(middle, float(middle[2]) - 0.08)
        pad = board_on(laid.name, laid, middle, (0.5, 0.62, 0.16), np.cross(UP, way), ("#d59a5b", "#c07f3f", "#a96d33"))
        sled = _sled(snap, laid) if any("shoulder" in mark for mark in laid.users) else []
        return [replace(pad, under=PERSON), *sled]
    thick = 0.08
    return [slab(laid.name, _spot(laid) + UP * 0.005, way, (0.42, 0.44, thick), ("#d59a5b", "#c07f3f", "#a96d33"))]


def _sled(snap: Snapshot, laid: Laid) -> list[Thing]:
    """What holds a pack to push against: a bar for the hands on two posts, on runners."""
    out = level(laid.normal)
    side = np.cross(UP, out)
    hands = snap.mean("left_grip", "right_grip")
    half = abs(float((snap.places["left_grip"] - snap.places["right_grip"]) @ side)) / 2 + 0.08
    found: list[Thing] = [rod(f"{laid.name}_bar", hands - side * half, hands + side * half, 0.022, METAL)]
    for index, sign in enumerate((-1, 1)):
        top = hands + side * half * 0.9 * sign
        foot = at_height(top, 0.03)
        found += [
            rod(f"{laid.name}_post{index}", top, foot, 0.022, METAL),
            rod(f"{laid.name}_runner{index}", foot + out * 0.35, foot - out * 0.45, 0.028, METAL),
        ]
    return found


def _mat(snap: Snapshot, laid: Laid) -> list[Thing]:
    return [mat(snap)]


def mat(snap: Snapshot) -> Thing:
    """A mat under a person who lies or kneels."""
    way = long_axis(snap)
    marks = [
        snap.places[name]
        for name in (
            "left_heel",
            "right_heel",
            "head_top",
            "mid_hip",
            "left_knee",
            "right_knee",
            "left_fingers",
            "right_fingers",
        )
    ]
    reach = [float(place @ way) for place in marks if place[2] < 0.5] or [0.0]
    middle = snap.mean("mid_hip")
    centre = middle + way * ((max(reach) + min(reach)) / 2 - float(middle @ way))
    long = float(np.clip(max(reach) - min(reach) + 0.14, 1.3, 2.05))
    return slab("mat", at_height(centre, 0.0), way, (long, 0.66, 0.012), (GREEN, "#8fae9d", "#83a191"))


def _shelf(snap: Snapshot, laid: Laid) -> list[Thing]:
    """Open shelves on two posts at the back, so that they hide nobody."""
    way = facing(snap, laid)
    middle = _spot(laid) + way * 0.14
    side = np.cross(UP, way)
    heights = [high for high in (0.35, 0.8) if high < _high(laid) - 0.25] + [_high(laid)]
    found: list[Thing] = [
        slab(f"{laid.name}_board{i}", at_height(middle, high), way, (0.34, 0.9, 0.03), _TIMBER)
        for i, high in enumerate(heights)
    ]
    for index, sign in enumerate((-1, 1)):
        foot = at_height(middle + way * 0.155 + side * 0.42 * sign, 0.0)
        found.append(rod(f"{laid.name}_post{index}", foot, at_height(foot, _high(laid) + 0.35), 0.018, WOOD_DARK))
    return found


def _block(snap: Snapshot, laid: Laid) -> list[Thing]:
    way = facing(snap, laid)
    tops = {mark.split("_")[0]: snap.places[mark] for mark in laid.users}
    return [
        slab(
            f"{laid.name}_{side}",
            at_height(place, laid.offset),
            way,
            (0.24, 0.16, max(laid.offset, 0.04)),
            ("#a9b7c9", "#8d9db1", "#7a899d"),
        )
        for side, place in sorted(tops.items())
    ]


def _board(snap: Snapshot, laid: Laid) -> list[Thing]:
    way = facing(snap, laid)
    if any(one.draw == "dishwasher" for one in snap.laid):
        return _rack(laid.name, _spot(laid) + near_side(snap, way) * 0.16, way)
    return [slab(laid.name, _spot(laid), way, (0.44, 0.5, 0.03), _TIMBER)]


def _rack(name: str, top: Array, way: Array) -> list[Thing]:
    """A drawn-out rack of wire with some plates in it."""
    side = np.cross(UP, way)
    corners = [top + way * a * 0.22 + side * b * 0.24 for a, b in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    found: list[Thing] = []
    for i in range(4):
        one, two = corners[i], corners[(i + 1) % 4]
        found += [
            rod(f"{name}_rim{i}", one, two, 0.009, METAL),
            rod(f"{name}_low{i}", one - UP * 0.1, two - UP * 0.1, 0.009, METAL),
            rod(f"{name}_post{i}", one, one - UP * 0.1, 0.008, METAL),
        ]
    plates = (top + way * x - UP * 0.01 for x in (0.02, 0.1, 0.18))
    return found + [
        rod(f"{name}_plate{i}", at, at + way * 0.012, 0.1, "#eef1f2", line="#8d99a2") for i, at in enumerate(plates)
    ]


FURNITURE = {
    "chair": _chair,
    "stool": _stool,
    "bench": _bench,
    "box": _crate,
    "step": _step,
    "stairs": _stairs,
    "table": _table,
    "desk": _desk,
    "dishwasher": _dishwasher,
    "basin": _basin,
    "tub": _basin,
    "pillow": _pillow,
    "cushion": _cushion,
    "mat": _mat,
    "shelf": _shelf,
    "block": _block,
    "board": _board,
}
