"""What is carried at home: boxes, bags, baskets, tools with a long handle, a pram, a child."""

from __future__ import annotations

import numpy as np

from ladderback.body.picture.child import carried_child
from ladderback.body.picture.placing import (
    METAL,
    METAL_DARK,
    RUBBER,
    UP,
    WOOD,
    WOOD_DARK,
    WOOD_TOP,
    at_height,
    disc,
    front,
    level,
    standing_on,
)
from ladderback.body.picture.solids import Builder, Plates, Thing, box, chain, rod, tube
from ladderback.body.picture.values import Array, Held, Snapshot

_EARTH = "#8b6b4c"
_CARTON = ("#d8b085", "#c99a60", "#ad865a")


def _middle(held: Held) -> Array:
    return np.asarray(np.mean(held.places, axis=0))


def _across(snap: Snapshot, held: Held) -> tuple[Array, float]:
    """Level direction from the right to the left hand and how far apart they are."""
    if len(held.places) < 2:
        return np.cross(UP, front(snap)), 0.0
    apart = held.places[0] - held.places[1]
    return level(apart), float(np.linalg.norm(apart))


def _box(snap: Snapshot, held: Held) -> list[Thing]:
    """A carton between the hands, away from the belly and not in the ground."""
    side, wide = _across(snap, held)
    way = np.cross(side, UP)
    if float(way @ front(snap)) < 0:
        way = -way
    deep, high = 0.3, 0.26
    middle = _middle(held) + way * 0.05
    wide = wide - 0.025 if wide > 0.22 else 0.34
    belly = max(float((snap.places[name] - middle) @ way) for name in ("belly", "pubis", "mid_hip"))
    if belly < 0.16:
        middle = middle + way * max(0.0, belly + 0.02 + deep / 2)
    middle = at_height(middle, max(float(middle[2]) - 0.02, high / 2))
    axes = standing_on(way)
    carton = box("carton", middle, axes, (deep, wide, high), _CARTON)
    return [Plates(carton.name, (*carton.faces, *_tape(middle, axes, deep, wide, high)))]


def _tape(middle: Array, axes: Array, deep: float, wide: float, high: float) -> list[tuple[Array, str]]:
    """A strip of tape over the top of a carton and down its sides."""
    strip, far = 0.03, wide / 2 + 0.001
    top = [
        (-strip, -far, high / 2 + 0.001),
        (strip, -far, high / 2 + 0.001),
        (strip, far, high / 2 + 0.001),
        (-strip, far, high / 2 + 0.001),
    ]
    one = [(-strip, -far, -high / 2), (strip, -far, -high / 2), (strip, -far, high / 2), (-strip, -far, high / 2)]
    two = [(strip, far, -high / 2), (-strip, far, -high / 2), (-strip, far, high / 2), (strip, far, high / 2)]
    return [(middle + np.array(corners) @ axes.T, "#e7cd9b") for corners in (top, one, two)]


def _bag(snap: Snapshot, held: Held) -> list[Thing]:
    found: list[Thing] = []
    for mark, place in zip(held.marks, held.places, strict=True):
        name = f"bag_{mark.split('_')[0]}"
        way = front(snap)
        top = at_height(place, max(float(place[2]) - 0.16, 0.3))
        parts = (
            Builder()
            .add(top, standing_on(way), (0.17, 0.075, 0.0))
            .add(top - UP * 0.27, standing_on(way), (0.15, 0.07, 0.02))
        )
        found += [
            chain(name, parts, "#b5835a", round_off=0.0),
            tube(
                f"{name}_handle",
                [top + way * 0.09, place + way * 0.025, place - way * 0.025, top - way * 0.09],
                0.01,
                "#7c5638",
            ),
        ]
    return found


def _basket(snap: Snapshot, held: Held) -> list[Thing]:
    side, wide = _across(snap, held)
    way = np.cross(side, UP)
    middle = _middle(held) + way * 0.03
    axes = np.column_stack([way, side, UP])
    half = max(wide / 2, 0.2)
    parts = (
        Builder().add(middle + UP * 0.02, axes, (0.19, half, 0.0)).add(middle - UP * 0.2, axes, (0.15, half * 0.8, 0.0))
    )
    return [chain("basket", parts, "#d9c9a3", round_off=0.0)]


def _small(
    name: str, size: tuple[float, float, float], fills: tuple[str, str, str], snap: Snapshot, held: Held
) -> list[Thing]:
    return [box(name, _middle(held), standing_on(front(snap)), size, fills)]


def _phone(snap: Snapshot, held: Held) -> list[Thing]:
    if held.carried.at in ("hands", "left_hand", "right_hand"):
        return _small("phone", (0.012, 0.075, 0.15), ("#3a4048", "#2c3138", "#8fa8b8"), snap, held)
    axes = snap.frames["lumbar"]
    return [
        box("phone", _middle(held) - axes[:, 0] * 0.012, axes, (0.012, 0.07, 0.14), ("#3a4048", "#2c3138", "#20242a"))
    ]


def _dish(snap: Snapshot, held: Held) -> list[Thing]:
    axis = snap.frames[f"{held.marks[0].split('_')[0]}_hand"][:, 1]
    return [disc("plate", _middle(held) + UP * 0.04, axis, 0.11, 0.012, "#eef1f2", line="#8d99a2")]


def _doll(snap: Snapshot, held: Held) -> list[Thing]:
    at = _middle(held)
    body = Builder().ball(at, 0.035).ball(at + UP * 0.06, 0.03)
    head = Builder().ball(at + UP * 0.12, 0.042)
    return [chain("doll_body", body, "#c86f8b"), chain("doll_head", head, "#f0c3a2", over=("doll_body",))]


def _long_tool(snap: Snapshot, held: Held, length: float, reach: float) -> tuple[Array, Array, Array]:
    """Upper end, lower end on the ground, and direction of a long handle through the holding hands."""
    hands = [held.places[0]]
    grips = [snap.places[f"{side}_grip"] for side in ("left", "right")]
    apart = grips[0] - grips[1]
    both = len(held.places) > 1 or (0.1 < float(np.linalg.norm(apart)) < 0.75 and abs(float(apart[2])) > 0.08)
    if both and abs(float(apart[2])) > 0.08:
        high, low = (grips[0], grips[1]) if apart[2] > 0 else (grips[1], grips[0])
        along = (low - high) / np.linalg.norm(low - high)
    else:
        high = hands[0]
        low = at_height(high + front(snap) * reach, 0.02)
        along = (low - high) / np.linalg.norm(low - high)
    if along[2] > -0.1:
        along = np.array([along[0], along[1], -0.35])
        along = along / np.linalg.norm(along)
    end = high + along * min(length, (float(high[2]) - 0.02) / -float(along[2]))
    return high - along * 0.12, end, along


def _rake(snap: Snapshot, held: Held) -> list[Thing]:
    top, end, _ = _long_tool(snap, held, 1.7, 0.8)
    side = np.cross(UP, front(snap))
    found: list[Thing] = [
        rod("shaft", top, end, 0.014, WOOD),
        rod("rake_head", end - side * 0.2, end + side * 0.2, 0.013, METAL_DARK),
    ]
    found += [
        rod(f"tine{i}", end + side * x, end + side * x - UP * 0.05 + front(snap) * 0.01, 0.006, METAL_DARK)
        for i, x in enumerate(np.linspace(-0.19, 0.19, 6))
    ]
    return found


def _tool(snap: Snapshot, held: Held) -> list[Thing]:
    """A spade; a short hand tool where it weighs little."""
    if held.carried.kg < 1.0 and len(held.places) == 1:
        thumb = snap.frames[f"{held.marks[0].split('_')[0]}_hand"][:, 0]
        at = _middle(held)
        return [
            rod("handle", at - thumb * 0.06, at + thumb * 0.07, 0.014, WOOD),
            rod("blade", at + thumb * 0.07, at + thumb * 0.2, 0.022, METAL),
        ]
    top, end, along = _long_tool(snap, held, 1.15, 0.45)
    if end[2] < 0.12:
        end = end - along * 0.1
    side = np.cross(UP, front(snap))
    blade = Builder().add(
        end - along * 0.12, np.column_stack([side, np.cross(along, side), along]), (0.09, 0.012, 0.02)
    )
    blade.add(end + along * 0.1, np.column_stack([side, np.cross(along, side), along]), (0.06, 0.01, 0.03))
    return [
        rod("shaft", top, end, 0.015, WOOD),
        rod("grip", top - side * 0.06, top + side * 0.06, 0.014, WOOD_DARK),
        chain("blade", blade, METAL),
        _soil(end, along, front(snap)),
    ]


def _soil(end: Array, along: Array, way: Array) -> Thing:
    """Loose earth: a heap where the blade is in the ground, some of it on a blade that is lifted."""
    if end[2] > 0.2:
        heap = Builder().add(end - along * 0.02 + UP * 0.04, standing_on(way), (0.09, 0.08, 0.05))
        return chain("soil", heap, _EARTH, over=("blade",))
    heap, at = Builder(), at_height(end + level(along) * 0.04, 0.0)
    for ahead, high in ((-0.12, 0.035), (0.06, 0.06), (0.22, 0.04)):
        heap.add(at + way * ahead, standing_on(way), (0.13, 0.17, high))
    return chain("soil", heap, _EARTH, over=("blade",))


def _golf_club(snap: Snapshot, held: Held) -> list[Thing]:
    hands = _middle(held)
    arm = hands - snap.mean("left_shoulder", "right_shoulder")
    along = arm / np.linalg.norm(arm)
    if float(hands[2]) > 1.1:
        along = np.array([-0.55, along[1] * 0.4, 0.5])
        along = along / np.linalg.norm(along)
    end = hands + along * 0.85
    if end[2] < 0.03:
        end = hands + along * (float(hands[2]) - 0.03) / -float(along[2])
    return [
        rod("club", hands - along * 0.14, end, 0.009, METAL),
        tube("club_head", [end, end + front(snap) * 0.07], 0.025, METAL_DARK),
    ]


def _vacuum(snap: Snapshot, held: Held) -> list[Thing]:
    """A floor head on a tube, and its canister behind the person on the far side, with a hose in an even bow."""
    way = front(snap)
    top, end, along = _long_tool(snap, held, 1.6, 0.75)
    side = np.cross(UP, way)
    away = side if float(side @ snap.eye) < 0 else -side
    heels = snap.mean("left_heel", "right_heel")
    body = at_height(heels - way * 0.5 + away * 0.3, 0.12)
    parts = Builder().ball(body - way * 0.12, 0.11).ball(body + way * 0.12, 0.1)
    mouth = body + way * 0.2 + UP * 0.05
    return [
        rod("tube", top, end, 0.017, METAL_DARK),
        box(
            "nozzle",
            at_height(end, 0.02) + way * 0.04,
            standing_on(way),
            (0.12, 0.28, 0.04),
            ("#c9555f", "#b84751", "#a03c45"),
        ),
        chain("vacuum", parts, "#c9555f"),
        *(disc(f"vacuum_wheel{i}", at_height(body + way * x, 0.06), side, 0.06, 0.24, RUBBER)
          for i, x in enumerate((-0.16, 0.1))),
        tube("hose", _bow(top, top - along * 0.35 + UP * 0.05, mouth + way * 0.45, mouth), 0.017, "#5d6773"),
    ]  # fmt: skip


def _bow(start: Array, leaves: Array, comes: Array, end: Array) -> list[Array]:
    """An even bow between two places, by where it leaves and where it comes from."""
    shares = np.linspace(0.0, 1.0, 11)
    return [
        start * (1 - t) ** 3 + leaves * 3 * t * (1 - t) ** 2 + comes * 3 * t * t * (1 - t) + end * t**3 for t in shares
    ]


def _pole(snap: Snapshot, held: Held) -> list[Thing]:
    found: list[Thing] = []
    for mark, place in zip(held.marks, held.places, strict=True):
        foot = at_height(place - front(snap) * 0.28, 0.0)
        along = (place - foot) / np.linalg.norm(place - foot)
        found.append(rod(f"pole_{mark.split('_')[0]}", place + along * 0.09, foot, 0.009, METAL_DARK))
    return found


def _pram(snap: Snapshot, held: Held) -> list[Thing]:
    way, bar = front(snap), _middle(held)
    side = np.cross(UP, way)
    seat = at_height(bar + way * 0.62, 0.55)
    axes = standing_on(way)
    tub = Builder().add(seat + way * 0.24, axes, (0.14, 0.2, 0.14)).add(seat - way * 0.2, axes, (0.16, 0.2, 0.16))
    hood = Builder().add(seat - way * 0.14 + UP * 0.18, axes, (0.22, 0.21, 0.2))
    found: list[Thing] = [
        rod("pram_bar", bar - side * 0.25, bar + side * 0.25, 0.017, RUBBER),
        chain("pram_hood", hood, "#3f6f78", under=("pram_tub",)),
        chain("pram_tub", tub, "#4f8a8b"),
    ]
    for row, sign in enumerate((-1, 1)):
        edge = side * 0.22 * sign
        found.append(rod(f"pram_push{row}", bar + edge, seat + edge - UP * 0.12, 0.013, METAL_DARK))
        for col, x in enumerate((-0.3, 0.32)):
            hub = at_height(seat + way * x + edge, 0.13)
            found.append(rod(f"pram_leg{row}{col}", seat + edge * 0.9 - UP * 0.1, hub, 0.012, METAL_DARK))
            found.append(disc(f"pram_wheel{row}{col}", hub, side, 0.13, 0.035, RUBBER))
    return found


HOUSEHOLD = {
    "box": _box,
    "weighted_box": _box,
    "bag": _bag,
    "basket": _basket,
    "phone": _phone,
    "dish": _dish,
    "doll": _doll,
    "rake": _rake,
    "tool": _tool,
    "golf_club": _golf_club,
    "vacuum": _vacuum,
    "pole": _pole,
    "pram": _pram,
    "child": carried_child,
}
__all__ = ["HOUSEHOLD", "WOOD_TOP"]
