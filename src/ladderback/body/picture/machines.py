"""Machines and vehicles: pads, bikes, rower, treadmill, stepper, car seat, steering wheel, water."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ladderback.body.picture.placing import (
    METAL,
    METAL_DARK,
    PAD,
    PAD_DARK,
    PAD_TOP,
    PERSON,
    RUBBER,
    UP,
    at_height,
    board_on,
    disc,
    facing,
    front,
    on_plane,
    slab,
    standing_on,
)
from ladderback.body.picture.solids import Plates, Thing, box, rod, tube
from ladderback.body.picture.values import Array, Laid, Snapshot

_PADS = (PAD_TOP, PAD, PAD_DARK)


def _pad(snap: Snapshot, laid: Laid) -> list[Thing]:
    """A pad of a machine, on its surface, with a post to the ground."""
    place = on_plane(laid, laid.middle)
    way = front(snap)
    flat = abs(laid.normal[2]) > 0.9
    along = way if flat else np.cross(np.cross(UP, way), laid.normal)
    size = (0.4, 0.38, 0.08) if flat else (0.5, 0.36, 0.08)
    low = place - laid.normal * 0.08
    return [
        board_on(laid.name, laid, place, size, along, _PADS),
        rod(f"{laid.name}_post", low, at_height(low, 0.0), 0.03, METAL),
    ]


def _roman(snap: Snapshot, laid: Laid) -> list[Thing]:
    place = on_plane(laid, laid.middle)
    side = np.cross(UP, front(snap))
    along = np.cross(side, laid.normal)
    low = place - laid.normal * 0.1
    heel = snap.mean("left_ankle", "right_ankle")
    return [
        board_on(laid.name, laid, place, (0.3, 0.4, 0.1), along, _PADS),
        rod(f"{laid.name}_post", low, at_height(low, 0.0), 0.03, METAL),
        rod(f"{laid.name}_roll", heel - side * 0.24, heel + side * 0.24, 0.045, PAD),
        rod(f"{laid.name}_beam", at_height(low, 0.06), at_height(heel, 0.06), 0.025, METAL),
    ]


def _bike(snap: Snapshot, laid: Laid) -> list[Thing]:
    way, side = front(snap), np.cross(UP, front(snap))
    seat = at_height(laid.middle, laid.offset)
    feet = [snap.mean(f"{s}_ball_in", f"{s}_ball_out") for s in ("left", "right")]
    crank = np.mean(feet, axis=0) - UP * 0.03
    hands = snap.mean("left_grip", "right_grip")
    wheel = at_height(crank + way * 0.34, 0.27)
    found: list[Thing] = [
        slab(f"{laid.name}_saddle", seat, way, (0.27, 0.2, 0.06), ("#4b525c", RUBBER, "#2c3138")),
        rod(f"{laid.name}_post", seat - UP * 0.05, crank - way * 0.03, 0.022, METAL_DARK),
        rod(f"{laid.name}_beam", crank, wheel, 0.022, METAL_DARK),
        disc(f"{laid.name}_wheel", wheel, side, 0.25, 0.05, "#7f8a96"),
        disc(f"{laid.name}_crank", crank, side, 0.08, 0.04, METAL),
        rod(
            f"{laid.name}_foot",
            at_height(crank - way * 0.35, 0.02),
            at_height(wheel + way * 0.15, 0.02),
            0.022,
            METAL_DARK,
        ),
        rod(f"{laid.name}_back", crank, at_height(crank - way * 0.3, 0.02), 0.02, METAL_DARK),
    ]
    if float((hands - seat) @ way) > 0.15:
        found.append(rod(f"{laid.name}_stem", wheel, hands, 0.018, METAL_DARK))
        found.append(rod(f"{laid.name}_bar", hands - side * 0.22, hands + side * 0.22, 0.014, RUBBER))
    for index, foot in enumerate(feet):
        pedal = foot - UP * 0.015
        found += [
            tube(
                f"{laid.name}_arm{index}", [crank + side * float((foot - crank) @ side) * 0.8, pedal], 0.012, METAL_DARK
            ),
            rod(f"{laid.name}_pedal{index}", pedal - side * 0.045, pedal + side * 0.045, 0.014, RUBBER),
        ]
    return found


def _rower(snap: Snapshot, laid: Laid) -> list[Thing]:
    way, side = front(snap), np.cross(UP, front(snap))
    seat = at_height(laid.middle, laid.offset)
    feet = snap.mean("left_ball", "right_ball")
    far = feet + way * 0.25
    return [
        slab(f"{laid.name}_seat", seat, way, (0.24, 0.28, 0.05), _PADS),
        slab(
            f"{laid.name}_rail",
            at_height((seat + far) / 2 - way * 0.25, laid.offset - 0.07),
            way,
            (float((far - seat) @ way) + 0.7, 0.08, 0.06),
            ("#c9ced4", METAL, METAL_DARK),
        ),
        rod(
            f"{laid.name}_leg",
            at_height(seat - way * 0.4, laid.offset - 0.1),
            at_height(seat - way * 0.42, 0.0),
            0.022,
            METAL_DARK,
        ),
        disc(f"{laid.name}_wheel", at_height(far + way * 0.12, 0.36), side, 0.24, 0.14, "#7f8a96"),
    ]


def _treadmill(snap: Snapshot, laid: Laid) -> list[Thing]:
    way, side = front(snap), np.cross(UP, front(snap))
    place = on_plane(laid, snap.mean("left_ankle", "right_ankle"))
    along = np.cross(side, laid.normal)
    nose = place + way * 0.72
    found: list[Thing] = [board_on(laid.name, laid, place, (1.5, 0.62, 0.12), along, ("#565e68", "#444b54", "#383e46"))]
    for index, sign in enumerate((-1, 1)):
        foot = nose + side * 0.3 * sign
        found.append(rod(f"{laid.name}_post{index}", at_height(foot, 0.1), at_height(foot, 1.12), 0.022, METAL))
    found.append(
        box(
            f"{laid.name}_panel",
            at_height(nose, 1.15),
            standing_on(way),
            (0.08, 0.62, 0.16),
            ("#8d97a3", "#6e7883", "#3f4750"),
        )
    )
    return found


def _elliptical(snap: Snapshot, laid: Laid) -> list[Thing]:
    way, side = front(snap), np.cross(UP, front(snap))
    feet = [snap.mean(f"{s}_heel", f"{s}_ball_in", f"{s}_ball_out") for s in ("left", "right")]
    middle = np.mean(feet, axis=0)
    drum = at_height(middle + way * 0.62, 0.3)
    found: list[Thing] = [
        disc(f"{laid.name}_drum", drum, side, 0.26, 0.12, "#7f8a96"),
        rod(
            f"{laid.name}_beam",
            at_height(middle - way * 0.5, 0.03),
            at_height(drum + way * 0.2, 0.03),
            0.03,
            METAL_DARK,
        ),
        rod(f"{laid.name}_mast", drum, at_height(drum - way * 0.05, 1.2), 0.028, METAL_DARK),
    ]
    for index, (foot, name) in enumerate(zip(feet, ("left", "right"), strict=True)):
        plate = foot - UP * 0.02
        grip = snap.places[f"{name}_grip"]
        pivot = at_height(drum - way * 0.08, 0.75) + side * float((grip - drum) @ side)
        found += [
            slab(
                f"{laid.name}_plate{index}",
                plate + UP * 0.01,
                way,
                (0.36, 0.13, 0.035),
                ("#565e68", "#444b54", "#383e46"),
            ),
            rod(f"{laid.name}_arm{index}", plate, drum + side * float((foot - drum) @ side), 0.017, METAL),
            tube(f"{laid.name}_pole{index}", [pivot, grip, grip + UP * 0.1], 0.016, RUBBER),
        ]
    return found


def _car_seat(snap: Snapshot, laid: Laid) -> list[Thing]:
    """A seat one sits on; otherwise a seat for a child, seen through the open side of a car."""
    if any("ischium" in mark for mark in laid.users):
        way = facing(snap, laid)
        seat = at_height(laid.middle, laid.offset) + way * 0.08
        return [*_doorway(snap, laid, seat, way), *_driver(laid, seat, way)]
    way = laid.ahead if laid.ahead is not None else front(snap)
    side = np.cross(UP, way)
    back = side if float(side @ snap.eye) < 0 else -side
    seat = at_height(laid.middle + way * 0.03, laid.offset)
    return [*_car_body(laid, seat, way, back), *_child_seat(laid, seat, way, back)]


def _child_seat(laid: Laid, seat: Array, way: Array, back: Array) -> list[Thing]:
    axes = np.column_stack([way, back, UP])
    shell, inner = ("#e9b04a", "#d98c1f", "#c07a18"), ("#f3cd7c", "#eec066", "#dcae55")
    parts: list[Thing] = [
        box(f"{laid.name}_base", seat - UP * 0.05, axes, (0.42, 0.36, 0.1), shell),
        box(f"{laid.name}_high", seat + back * 0.2 + UP * 0.24, axes, (0.42, 0.07, 0.6), shell),
        box(f"{laid.name}_soft", seat + back * 0.15 + UP * 0.24, axes, (0.3, 0.04, 0.5), inner),
    ]
    parts += [
        box(f"{laid.name}_wing{i}", seat + back * 0.05 + way * 0.2 * sign + UP * 0.06, axes, (0.05, 0.26, 0.14), shell)
        for i, sign in enumerate((-1, 1))
    ]
    return parts


def _car_body(laid: Laid, seat: Array, way: Array, back: Array) -> list[Thing]:
    axes = np.column_stack([way, back, UP])
    low = laid.offset - 0.1
    blue = ("#b4c4d6", "#8fa5bd", "#7d94ae")
    roof = [(-0.22, 1.48), (-0.05, 1.6), (0.35, 1.66), (0.85, 1.62), (1.12, 1.4), (1.24, 1.0), (1.27, low - 0.1)]
    arch = [at_height(seat + way * x + back * 0.34, z) for x, z in roof]
    glass = np.array([*arch[1:], at_height(seat + way * 0.1 + back * 0.34, low)])
    return [
        Plates(f"{laid.name}_glass", ((glass, "#e3ebf1"),), line="none", both_sides=True, under=PERSON),
        tube(f"{laid.name}_roof", arch, 0.045, "#8fa5bd", line="#5d748f", under=PERSON),
        box(f"{laid.name}_rest", seat + way * 0.5 + back * 0.29 + UP * 0.16, axes, (1.45, 0.1, 0.56), _PADS),
        box(f"{laid.name}_bench", at_height(seat + way * 0.5, low - 0.06), axes, (1.45, 0.56, 0.12), _PADS),
        replace(
            box(
                f"{laid.name}_under", at_height(seat + way * 0.5 + back * 0.26, low - 0.3), axes, (1.4, 0.06, 0.4), blue
            ),
            under=PERSON,
        ),
        box(f"{laid.name}_floor", at_height(seat + way * 0.5, _SILL - 0.05), axes, (1.5, 0.62, 0.1), blue),
    ]


def _doorway(snap: Snapshot, laid: Laid, seat: Array, way: Array) -> list[Thing]:
    """The far side of a car round its front seat: window, roof and sill, where someone gets in or out."""
    if not any(one.name == "sill" for one in snap.laid):
        return []
    side = np.cross(UP, way)
    back = (side if float(side @ snap.eye) < 0 else -side) * 0.42
    roof = [(-0.62, 0.5), (-0.58, 1.1), (-0.4, 1.46), (0.1, 1.5), (0.42, 1.38), (0.82, 0.92), (1.05, 0.8)]
    arch = [at_height(seat + way * x + back, z) for x, z in roof]
    glass = np.array([at_height(arch[0], 0.9), *arch[1:-1], at_height(arch[-1], 0.84)])
    wall = np.array([at_height(arch[0], 0.16), at_height(arch[0], 0.9), at_height(arch[-1], 0.84),
                     at_height(arch[-1], 0.16)])  # fmt: skip
    return [
        Plates(f"{laid.name}_glass", ((glass, "#e3ebf1"),), line="none", both_sides=True, under=PERSON),
        Plates(f"{laid.name}_wall", ((wall, "#8fa5bd"),), line="#5d748f", both_sides=True, under=PERSON),
        tube(f"{laid.name}_roof", arch, 0.04, "#8fa5bd", line="#5d748f", under=PERSON),
    ]


def _car(snap: Snapshot, laid: Laid) -> list[Thing]:
    """The pillar of a door that a hand holds; the sill is drawn with the seat."""
    grips = [mark for mark in laid.marks if mark.endswith("grip")]
    if grips:
        place = snap.mean(*grips)
        return [rod(laid.name, at_height(place, 0.45), at_height(place, 1.6), 0.028, "#8fa5bd", line="#5d748f")]
    if not laid.users or any(one.draw == "car_seat" for one in snap.laid):
        return []
    way = np.cross(UP, front(snap))
    return [
        slab(
            laid.name,
            at_height(laid.middle, laid.offset),
            way,
            (1.2, 0.3, laid.offset),
            ("#b4c4d6", "#8fa5bd", "#7d94ae"),
        )
    ]


def _foot_plate(snap: Snapshot, laid: Laid) -> list[Thing]:
    place = on_plane(laid, laid.middle)
    along = np.cross(np.cross(UP, front(snap)), laid.normal)
    low = place - laid.normal * 0.05
    return [
        board_on(laid.name, laid, place, (0.52, 0.46, 0.05), along, ("#9aa4ae", "#7f8a96", "#6b7682")),
        rod(f"{laid.name}_post", low, at_height(low - laid.normal * 0.12, 0.0), 0.03, METAL),
    ]


_SILL = 0.28  # [m] floor of a car above the road


def _driver(laid: Laid, seat: Array, way: Array) -> list[Thing]:
    side = np.cross(UP, way)
    back = seat - way * 0.27 - UP * 0.04
    lean = (UP * 0.92 - way * 0.36) / np.linalg.norm(UP * 0.92 - way * 0.36)
    axes = np.column_stack([np.cross(side, lean), side, lean])
    return [
        slab(f"{laid.name}_seat", seat, way, (0.56, 0.5, 0.16), _PADS),
        box(f"{laid.name}_back", back + lean * 0.27 - axes[:, 0] * 0.06, axes, (0.12, 0.48, 0.66), _PADS),
        box(f"{laid.name}_head", back + lean * 0.7 - axes[:, 0] * 0.06, axes, (0.1, 0.26, 0.18), _PADS),
    ]


def _steering_wheel(snap: Snapshot, laid: Laid) -> list[Thing]:
    hands = snap.mean("left_grip", "right_grip")
    side = np.cross(UP, front(snap))
    up = np.cross(laid.normal, side)
    up = up / np.linalg.norm(up) * (1 if up[2] > 0 else -1)
    angles = np.linspace(0, 2 * np.pi, 19)
    radius = max(float(np.linalg.norm(snap.places["left_grip"] - snap.places["right_grip"])) / 2, 0.17)
    ring = [hands + radius * (np.cos(a) * side + np.sin(a) * up) for a in angles]
    return [
        tube(f"{laid.name}_ring", ring, 0.014, RUBBER),
        rod(f"{laid.name}_column", hands, hands + front(snap) * 0.3 - UP * 0.16, 0.03, METAL_DARK),
        *(tube(f"{laid.name}_spoke{i}", [hands, ring[at]], 0.011, RUBBER) for i, at in enumerate((0, 9, 13))),
    ]


def _pool(snap: Snapshot, laid: Laid) -> list[Thing]:
    """Water up to its surface, over the body."""
    middle = snap.mean("mid_hip")
    way = front(snap)
    lying = snap.lie != "upright"
    level_ = laid.offset if laid.offset > 0.1 else float(snap.places["mid_hip"][2]) + 0.08
    long, deep = (2.4, level_) if lying else (1.5, level_)
    axes = standing_on(way)
    water = box(
        laid.name, at_height(middle, level_ - deep / 2), axes, (long, 0.9, deep), ("#bfe0ea", "#8fc3d6", "#7fb5c9")
    )
    return [Plates(water.name, water.faces, line="#6fa9bd", opacity=0.34, over=PERSON)]


MACHINES = {
    "machine_seat": _pad,
    "roman_bench": _roman,
    "bike": _bike,
    "rower": _rower,
    "treadmill": _treadmill,
    "elliptical": _elliptical,
    "car_seat": _car_seat,
    "car": _car,
    "foot_plate": _foot_plate,
    "steering_wheel": _steering_wheel,
    "pool": _pool,
}
