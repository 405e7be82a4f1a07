"""Draws things from the back to the front: one shadow and one light each, lines left out where parts join."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ladderback.body.picture.camera import SCALE, Camera
from ladderback.body.picture.order import before, mergeable, nearness, said, settled, sorted_back_to_front
from ladderback.body.picture.outline import (
    Shape,
    box_of,
    disc,
    far_apart,
    fill_path,
    gleam_path,
    joined,
    line_path,
    shade_path,
    shared,
    silhouettes,
    simpler,
)
from ladderback.body.picture.paint import dark
from ladderback.body.picture.paths import straight
from ladderback.body.picture.solids import Plates, Solid, Thing
from ladderback.body.picture.values import Array

_LIGHT = (0.62, 0.78)  # the light comes from the upper left: where shadows lie [share across, down]


_SMALL = 9.0  # units: what is thinner has no shadow of its own
_GAP = 7.0  # units between two legs that are drawn as one with the hips


@dataclass(frozen=True)
class Drawn:
    """Finished markup, the room it takes on the sheet (left, top, right, bottom), and what the person and
    what it holds cover."""

    markup: str
    box: tuple[float, float, float, float]
    solid: tuple[Shape, ...] = ()


@dataclass
class _Lump:
    """Things that are drawn as one."""

    first: int
    members: set[int]
    shape: Shape


def drawn(things: Sequence[Thing], camera: Camera) -> Drawn:
    """All things, back to front."""
    if not things:
        return Drawn("", (0.0, 0.0, 0.0, 0.0))
    shapes = silhouettes(things, camera)
    near = nearness(things, shapes, camera)
    edges = settled(before(near, things), said(things))
    order = sorted_back_to_front(len(things), edges, near)
    rank = {one: place for place, one in enumerate(order)}
    edges = {pair: sure for pair, sure in edges.items() if rank[pair[0]] < rank[pair[1]]}
    lumps = _lumped(things, shapes, edges, camera)
    rows = _resorted(len(things), edges, lumps, rank)
    text = "".join(_painted(things, shapes, members, camera) for members in rows)
    solid = (shape for one, shape in zip(things, shapes, strict=True) if isinstance(one, Solid) or one.name == "carton")
    return Drawn(text, box_of(shapes), tuple(solid))


def _lumped(
    things: Sequence[Thing], shapes: Sequence[Shape], edges: dict[tuple[int, int], float], camera: Camera
) -> list[set[int]]:
    """Which neighbours of one colour can be drawn as one: they overlap only at their joint, nothing lies between."""
    place = {thing.name: index for index, thing in enumerate(things)}
    groups: list[set[int]] = []
    for index, thing in enumerate(things):
        if not isinstance(thing, Solid):
            continue
        for joint in thing.joints:
            other = place.get(joint.other)
            if not joint.merge or other is None or things[other].name < thing.name:
                continue
            if not _same_colour(thing, things[other]) or joint.radius <= 0:
                continue
            one = next((g for g in groups if index in g), {index})
            two = next((g for g in groups if other in g), {other})
            if not _legs_apart(things, shapes, one | two, camera.flat(joint.at[None, :])[0]):
                continue
            if one is two or not _apart(one, two, shapes, camera.flat(joint.at[None, :])[0], joint.radius):
                continue
            trial = [g for g in groups if g is not one and g is not two] + [one | two]
            if mergeable(len(things), dict.fromkeys(edges, 1.0), trial):
                groups = trial
    return groups


def _same_colour(one: Thing, two: Thing) -> bool:
    return isinstance(one, Solid) and isinstance(two, Solid) and one.fill == two.fill


def _apart(one: set[int], two: set[int], shapes: Sequence[Shape], at: Array, radius: float) -> bool:
    """Whether two lots of outlines overlap only near their joint."""
    first, second = (joined([shapes[i] for i in sorted(lot)], 0.0) for lot in (one, two))
    overlap = shared(first, second)
    most = 0.05 * min(first.area, second.area) + 12
    return bool(overlap.area < most or overlap.difference(disc(at, radius * SCALE * 1.25)).area < most)


def _legs_apart(things: Sequence[Thing], shapes: Sequence[Shape], members: set[int], hip: Array) -> bool:
    """Whether the legs of one lump leave a gap below the hips, so that they do not melt into one."""
    sides = [[shapes[i] for i in sorted(members) if f"{side}_" in things[i].name] for side in ("left", "right")]
    if not sides[0] or not sides[1]:
        return True
    hips = disc(hip, 0.2 * SCALE)
    return far_apart(joined(sides[0], 0.0), joined(sides[1], 0.0), hips, _GAP)


def _resorted(
    count: int, edges: dict[tuple[int, int], float], groups: list[set[int]], rank: dict[int, int]
) -> list[list[int]]:
    """The order of lumps and single things, by what lies before what."""
    of = list(range(count))
    for number, group in enumerate(groups):
        for one in group:
            of[one] = count + number
    members: dict[int, list[int]] = {}
    for one in range(count):
        members.setdefault(of[one], []).append(one)
    waits: dict[int, set[int]] = {key: set() for key in members}
    for behind, front in edges:
        if of[behind] != of[front]:
            waits[of[front]].add(of[behind])
    found, left = [], set(members)
    while left:
        free = [key for key in left if not waits[key] & left] or list(left)
        first = min(free, key=lambda key: (min(rank[one] for one in members[key]), key))
        found.append(sorted(members[first]))
        left.remove(first)
    return found


def _painted(things: Sequence[Thing], shapes: Sequence[Shape], members: list[int], camera: Camera) -> str:
    first = things[members[0]]
    if isinstance(first, Plates):
        return _plates(first, camera)
    solids = [one for one in (things[i] for i in members) if isinstance(one, Solid)]
    shape = (
        shapes[members[0]]
        if len(members) == 1
        else joined([shapes[i] for i in members], max(s.round_off for s in solids))
    )
    names = {solid.name for solid in solids}
    place = {thing.name: index for index, thing in enumerate(things)}
    hidden = [
        (shapes[place[joint.other]], disc(camera.flat(joint.at[None, :])[0], joint.radius * SCALE + 0.8))
        for solid in solids
        for joint in solid.joints
        if joint.other in place and joint.other not in names and joint.radius > 0
    ]
    text = _filled(replace(solids[0], shaded=any(s.shaded for s in solids)), shape, hidden)
    return text + "".join(solid.marks(camera) for solid in solids if solid.marks)


def _filled(solid: Solid, shape: Shape, hidden: list[tuple[Shape, Shape]]) -> str:
    line = solid.line or dark(solid.fill)
    shape = simpler(shape)
    path = fill_path(shape)
    edges = line_path(shape, hidden) if hidden else ""
    through = f' opacity="{solid.opacity:g}"' if solid.opacity < 1 else ""
    stroke = f' stroke="{line}"' if not edges and line != "none" else ' stroke="none"'
    text = f'<path d="{path}" fill="{solid.fill}"{stroke}{through}/>'
    left, top, right, bottom = shape.bounds
    if solid.shaded and min(right - left, bottom - top) > _SMALL:
        wide = min(7.0, 0.11 * min(right - left, bottom - top) + 1.2)
        shade = shade_path(shape, _LIGHT, wide)
        gleam = gleam_path(shape, _LIGHT, 3.2)
        text += f'<path d="{shade}" fill="#1b2230" fill-opacity=".11" stroke="none"/>' if shade else ""
        text += f'<path d="{gleam}" fill="none" stroke="#fff" stroke-opacity=".2"/>' if gleam else ""
    return text + (f'<path d="{edges}" fill="none" stroke="{line}"/>' if edges else "")


def _plates(plates: Plates, camera: Camera) -> str:
    text = ""
    through = f' opacity="{plates.opacity:g}"' if plates.opacity < 1 else ""
    for corners, fill in plates.turned_to(camera):
        line = plates.line or dark(fill, 0.36)
        text += f'<path d="{straight(camera.flat(corners))}" fill="{fill}" stroke="{line}"{through}/>'
    return text + (plates.marks(camera) if plates.marks else "")
