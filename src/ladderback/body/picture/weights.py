"""What is carried to train: dumbbells, kettlebells, bars, bands, cables, balls between the hands."""

from __future__ import annotations

import numpy as np

from ladderback.body.picture.placing import BLUE, METAL, METAL_DARK, RED, RUBBER, UP, at_height, disc, front, level
from ladderback.body.picture.solids import Builder, Thing, box, chain, rod, tube
from ladderback.body.picture.values import Array, Held, Snapshot

_PLATE = "#454c57"
_CLOSE = 0.2  # [m] hands nearer than this hold one thing together


def _sides(held: Held) -> list[tuple[str, Array]]:
    return [(mark.split("_")[0], place) for mark, place in zip(held.marks, held.places, strict=True)]


def _thumbward(snap: Snapshot, side: str) -> Array:
    return np.asarray(snap.frames[f"{side}_hand"][:, 0])


def _together(held: Held) -> bool:
    return len(held.places) == 2 and float(np.linalg.norm(held.places[0] - held.places[1])) < _CLOSE


def _dumbbell(snap: Snapshot, held: Held) -> list[Thing]:
    if _together(held):
        middle = np.mean(held.places, axis=0)
        return _bell("bell", middle, UP, held.carried.kg)
    found: list[Thing] = []
    for side, place in _sides(held):
        if f"{side}_hand" in snap.frames:
            found += _bell(f"bell_{side}", place, _thumbward(snap, side), held.carried.kg / len(held.places))
    return found


def _bell(name: str, middle: Array, axis: Array, kg: float) -> list[Thing]:
    radius = float(np.clip(0.042 + 0.0032 * kg, 0.045, 0.085))
    axis = axis / np.linalg.norm(axis)
    return [
        rod(f"{name}_grip", middle - axis * 0.1, middle + axis * 0.1, 0.014, METAL),
        *(
            disc(f"{name}_{i}", middle + axis * 0.1 * sign, axis, radius, 0.055, _PLATE)
            for i, sign in enumerate((-1, 1))
        ),
    ]


def _kettlebell(snap: Snapshot, held: Held) -> list[Thing]:
    if _together(held):
        return _kettle("kettle", np.mean(held.places, axis=0), held.places[0] - held.places[1], -UP, held.carried.kg)
    found: list[Thing] = []
    for side, place in _sides(held):
        forearm = snap.joints[f"{side}_hand"] - snap.joints[f"{side}_forearm"]
        up = float(forearm[2] / np.linalg.norm(forearm)) > 0.75
        found += _kettle(
            f"kettle_{side}", place, _thumbward(snap, side), UP if up else -UP, held.carried.kg / len(held.places)
        )
    return found


def _kettle(name: str, grip: Array, across_: Array, hang: Array, kg: float) -> list[Thing]:
    radius = float(np.clip(0.07 + 0.002 * kg, 0.075, 0.11))
    side = across_ / max(float(np.linalg.norm(across_)), 1e-6)
    middle = grip + hang * (radius + 0.055)
    top = middle - hang * radius * 0.72
    way = [
        top + side * 0.045,
        grip + side * 0.06,
        grip + side * 0.04 - hang * 0.008,
        grip - side * 0.04 - hang * 0.008,
        grip - side * 0.06,
        top - side * 0.045,
    ]
    return [
        tube(f"{name}_loop", way, 0.014, _PLATE),
        chain(f"{name}_ball", Builder().ball(middle, radius), _PLATE, round_off=0.0),
    ]


def _bar(snap: Snapshot, held: Held) -> list[Thing]:
    if held.carried.newton:
        return _handle(snap, held)
    if len(held.places) == 2 and held.carried.at == "hands":
        along = held.places[0] - held.places[1]
        middle = np.mean(held.places, axis=0)
    else:
        part = "thorax" if held.carried.at == "upper_back" else "pelvis"
        along = snap.frames[part][:, 1]
        shift = (
            snap.frames[part][:, 2] * 0.07 - snap.frames[part][:, 0] * 0.02
            if part == "thorax"
            else snap.frames[part][:, 0] * 0.05
        )
        middle = np.mean(held.places, axis=0) + shift
    along = along / np.linalg.norm(along)
    half, kg = 0.72, held.carried.kg
    radius = float(np.clip(0.07 + 0.0055 * kg, 0.08, 0.21))
    found: list[Thing] = [rod("bar", middle - along * half, middle + along * half, 0.014, METAL)]
    if kg >= 6:
        found += [
            disc(f"bar_plate{i}", middle + along * (half - 0.1) * sign, along, radius, 0.045, _PLATE)
            for i, sign in enumerate((-1, 1))
        ]
    return found


def _handle(snap: Snapshot, held: Held) -> list[Thing]:
    middle = np.mean(held.places, axis=0)
    along = held.places[0] - held.places[-1] if len(held.places) > 1 else snap.frames["pelvis"][:, 1]
    along = along / max(float(np.linalg.norm(along)), 1e-6)
    pull = np.array(held.carried.towards) / np.linalg.norm(held.carried.towards)
    return [
        rod("handle", middle - along * 0.24, middle + along * 0.24, 0.015, METAL),
        tube("handle_chain", [middle, _drum(snap, middle + pull * 0.55)], 0.008, METAL_DARK),
    ]


def _drum(snap: Snapshot, otherwise: Array) -> Array:
    """Where the chain of a rower goes; elsewhere it just ends."""
    if any(one.draw == "rower" for one in snap.laid):
        return at_height(snap.mean("left_ball", "right_ball") + front(snap) * 0.3, 0.5)
    return otherwise


def _trap_bar(snap: Snapshot, held: Held) -> list[Thing]:
    way = front(snap)
    side = np.cross(UP, way)
    middle = np.mean(held.places, axis=0)
    wide = abs(float((held.places[0] - held.places[-1]) @ side)) / 2 or 0.3
    corners = [(-0.22, wide), (0.22, wide), (0.42, 0.0), (0.22, -wide), (-0.22, -wide), (-0.42, 0.0)]
    ring = [middle + way * a + side * b for a, b in corners]
    ends = [middle + side * sign * (wide + 0.32) for sign in (-1, 1)]
    found: list[Thing] = [
        tube("hex_front", [ring[1], ring[2], ring[3]], 0.016, METAL),
        tube("hex_back", [ring[4], ring[5], ring[0]], 0.016, METAL),
        tube("hex_left", [ring[0], ring[1]], 0.018, METAL_DARK),
        tube("hex_right", [ring[3], ring[4]], 0.018, METAL_DARK),
    ]
    for index, (end, sign) in enumerate(zip(ends, (-1, 1), strict=True)):
        found.append(rod(f"hex_sleeve{index}", middle + side * sign * wide, end, 0.018, METAL))
        found.append(disc(f"hex_plate{index}", end - side * sign * 0.12, side, 0.17, 0.05, _PLATE))
    return found


def _dowel(snap: Snapshot, held: Held) -> list[Thing]:
    if len(held.places) == 2:
        along = held.places[0] - held.places[1]
        along = along / max(float(np.linalg.norm(along)), 1e-6)
        middle = np.mean(held.places, axis=0)
        return [rod("stick", middle - along * 0.55, middle + along * 0.55, 0.014, "#c79a63")]
    low, high = snap.mean("left_sacrum", "right_sacrum"), snap.places["head_back"]
    along = (high - low) / np.linalg.norm(high - low)
    out = -snap.frames["thorax"][:, 0] * 0.02
    return [rod("stick", low - along * 0.22 + out, high + along * 0.15 + out, 0.014, "#c79a63")]


def _spoon(snap: Snapshot, held: Held) -> list[Thing]:
    """A short stick in one hand."""
    side, place = _sides(held)[0]
    along = _thumbward(snap, side)
    return [rod("stick", place - along * 0.07, place + along * 0.2, 0.01, "#c79a63")]


def _other_end(snap: Snapshot, held: Held) -> Array | None:
    """Where a band ends that is pulled at both ends by the body itself."""
    pull = np.array(held.carried.towards) / np.linalg.norm(held.carried.towards)
    for other in snap.held:
        if other is held or not other.carried.newton:
            continue
        against = np.array(other.carried.towards) / np.linalg.norm(other.carried.towards)
        if float(pull @ against) < -0.9:
            return np.asarray(np.mean(other.places, axis=0))
    return None


def _stretched(name: str, snap: Snapshot, held: Held, radius: float, fill: str, post: bool) -> list[Thing]:
    middle = np.mean(held.places, axis=0)
    own = _other_end(snap, held)
    if own is not None:
        first = next(
            index for index, one in enumerate(snap.held) if one is held or one.carried.draw == held.carried.draw
        )
        if held.carried.draw and snap.held[first] is not held and snap.held[first].carried.draw:
            return []
        return _between(name, snap, held, middle, own, radius, fill)
    pull = np.array(held.carried.towards) / np.linalg.norm(held.carried.towards)
    anchor = held.anchor if held.anchor is not None else middle + pull * 0.95
    found: list[Thing] = [tube(f"{name}{i}", [place, anchor], radius, fill) for i, place in enumerate(held.places)]
    if post and anchor[2] > 0.06:
        tall = max(float(anchor[2]) + 0.25, 1.2)
        foot = at_height(anchor + level(pull) * 0.05, 0.0)
        found.append(
            box(f"{name}_post", foot + UP * tall / 2, np.eye(3), (0.07, 0.07, tall), ("#d8cfbd", "#c8bfad", "#aea591"))
        )
    return found


def _between(name: str, snap: Snapshot, held: Held, one: Array, two: Array, radius: float, fill: str) -> list[Thing]:
    """A band round both legs, or a strap from the hands round what they pull."""
    marks = " ".join(held.marks)
    if "knee" in marks or "ankle" in marks or ("thigh" in marks and "hand" not in marks and "grip" not in marks):
        ahead = snap.frames["left_shank" if "ankle" in marks else "left_thigh"][:, 0] * 0.068 * snap.girth
        out = (one - two) / max(float(np.linalg.norm(one - two)), 1e-6)
        way = [
            one - ahead * 0.5,
            one + out * 0.004 + ahead * 0.5,
            one - out * 0.03 + ahead,
            two + out * 0.03 + ahead,
            two - out * 0.004 + ahead * 0.5,
            two - ahead * 0.5,
        ]
        return [tube(name, way, max(radius, 0.017), fill)]
    return [tube(name, [one, two], radius, fill)]


def _band(snap: Snapshot, held: Held) -> list[Thing]:
    return _stretched("band", snap, held, 0.012, RED, True)


def _cable(snap: Snapshot, held: Held) -> list[Thing]:
    return _stretched("cable", snap, held, 0.007, RUBBER, True)


def _strap(snap: Snapshot, held: Held) -> list[Thing]:
    return _stretched("strap", snap, held, 0.014, METAL_DARK, False)


def _towel(snap: Snapshot, held: Held) -> list[Thing]:
    return _stretched("towel", snap, held, 0.02, "#e3d3b2", False)


def _ball(snap: Snapshot, held: Held) -> list[Thing]:
    other = _other_end(snap, held)
    if other is not None:
        middle = (np.mean(held.places, axis=0) + other) / 2
        radius = float(np.clip(np.linalg.norm(np.mean(held.places, axis=0) - other) / 2, 0.06, 0.14))
        return [chain("ball", Builder().ball(middle, radius), BLUE, round_off=0.0)]
    radius = 0.13
    if len(held.places) == 2:
        radius = float(np.clip(np.linalg.norm(held.places[0] - held.places[1]) / 2, 0.1, 0.3))
    return [
        chain(
            "ball",
            Builder().ball(np.mean(held.places, axis=0), radius),
            "#c8743f" if held.carried.kg else BLUE,
            round_off=0.0,
        )
    ]


def _ankle_weight(snap: Snapshot, held: Held) -> list[Thing]:
    side = held.carried.at.split("_")[0]
    at, along = snap.joints[f"{side}_foot"], snap.frames[f"{side}_shank"][:, 2]
    return [
        rod(
            f"weight_{side}",
            at + along * 0.05,
            at + along * 0.15,
            0.05,
            RUBBER,
            over=(f"{side}_shank", f"{side}_ankle"),
        )
    ]


WEIGHTS = {
    "dumbbell": _dumbbell,
    "kettlebell": _kettlebell,
    "bar": _bar,
    "trap_bar": _trap_bar,
    "dowel": _dowel,
    "spoon": _spoon,
    "band": _band,
    "cable": _cable,
    "strap": _strap,
    "towel": _towel,
    "ball": _ball,
    "medicine_ball": _ball,
    "ankle_weight": _ankle_weight,
}
