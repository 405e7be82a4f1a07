"""The one place that speaks shapely: outlines of what is projected, joined, rounded, shaded, open at joints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, TypeAlias

import numpy as np
import shapely

from ladderback.body.picture.camera import Camera
from ladderback.body.picture.paths import closed, opened
from ladderback.body.picture.solids import Plates, Solid, Thing
from ladderback.body.picture.values import Array

Shape: TypeAlias = Any  # an area of the sheet, as shapely holds it
_STEPS = ((24.0, 20), (9.0, 14), (0.0, 10))  # radius on the sheet [units] from which so many directions are taken
_COARSE = 12
_HOLLOW = 0.16  # units: a corner that is filled by less is left
_FINE = 0.38  # units of the sheet by which an outline may be simplified


def silhouettes(things: Sequence[Thing], camera: Camera) -> list[Shape]:
    """The outlines of things on the sheet."""
    solids = [one for one in things if isinstance(one, Solid)]
    areas = iter(linked_areas(solids, camera))
    return [_faces(one, camera) if isinstance(one, Plates) else melted(next(areas), one.round_off) for one in things]


def silhouette(thing: Thing, camera: Camera) -> Shape:
    """The outline of a thing on the sheet."""
    return silhouettes([thing], camera)[0]


def _faces(plates: Plates, camera: Camera) -> Shape:
    faces = [shapely.polygons(camera.flat(corners)) for corners, _ in plates.turned_to(camera)]
    return faces[0] if len(faces) == 1 else shapely.union_all(faces)


def linked_areas(solids: Sequence[Solid], camera: Camera, coarse: bool = False) -> list[Array]:
    """The areas of the linked pairs of ellipsoids of each solid."""
    if not solids:
        return []
    counts = np.array([len(one.centres) for one in solids])
    middles = camera.flat(np.concatenate([one.centres for one in solids]))
    seen = camera.seen(np.concatenate([one.spreads for one in solids]))[:, :2, :2]
    starts = np.cumsum(counts) - counts
    links = [np.array(one.links, dtype=int) + start for one, start in zip(solids, starts, strict=True)]
    widest = np.maximum.reduceat(np.maximum(seen[:, 0, 0], seen[:, 1, 1]), starts) ** 0.5
    steps = np.array([_steps(float(one)) if not coarse else _COARSE for one in widest])
    found: list[Array] = [np.zeros(0)] * len(solids)
    for count in sorted(set(steps.tolist())):
        chosen = np.flatnonzero(steps == count).tolist()
        areas = _hulls(middles, seen, np.concatenate([links[i] for i in chosen]), _ring(count))
        ends = np.cumsum([len(links[i]) for i in chosen]).tolist()
        for i, end in zip(chosen, ends, strict=True):
            found[i] = areas[end - len(links[i]) : end]
    return found


def _hulls(middles: Array, seen: Array, links: Array, ways: Array) -> Array:
    """The hull of each linked pair: in each direction of the sheet the one counts that reaches farther."""
    one, two = links[:, 0], links[:, 1]
    out = seen @ ways
    far = np.sqrt(np.maximum((ways * out).sum(axis=1), 0.0) + 1e-6)
    points = middles[:, :, None] + out / far[:, None, :]
    reach = middles @ ways + far
    rings = np.where((reach[one] >= reach[two])[:, None, :], points[one], points[two])
    return np.asarray(shapely.polygons(rings.transpose(0, 2, 1)))


def _steps(radius: float) -> int:
    """How many directions round the sheet are taken, more of them for what is larger."""
    return next(count for least, count in _STEPS if radius >= least)


@cache
def _ring(count: int) -> Array:
    around = np.linspace(0, 2 * np.pi, count, endpoint=False) + 0.01
    return np.stack([np.cos(around), np.sin(around)])


def melted(areas: Array, by: float) -> Shape:
    """Areas that overlap as one, hollow corners filled softly."""
    if len(areas) == 1:
        return areas[0]
    whole = simpler(shapely.union_all(areas), 0.15)
    if by <= 0 or _smooth(whole, by):
        return whole
    return simpler(rounded(whole, by), 0.2)


def _smooth(shape: Shape, by: float) -> bool:
    """Whether rounding its hollow corners would not be seen."""
    if not isinstance(shape, shapely.Polygon) or shape.interiors:
        return False
    ring = shapely.get_coordinates(shape)
    if not shapely.is_ccw(shape.exterior):
        ring = ring[::-1]
    steps = ring[1:] - ring[:-1]
    after = np.concatenate([steps[1:], steps[:1]])
    turn = steps[:, 0] * after[:, 1] - steps[:, 1] * after[:, 0]
    cosine = (steps * after).sum(axis=1) / np.sqrt((steps * steps).sum(axis=1) * (after * after).sum(axis=1))
    hollow = cosine[turn < 0]
    return not len(hollow) or by * (float(np.sqrt(2 / max(1 + float(hollow.min()), 1e-6))) - 1) < _HOLLOW


def one_hull(areas: Array) -> Array:
    """The convex hull round all areas, as the only one."""
    return areas if len(areas) == 1 else np.array([shapely.convex_hull(shapely.multipolygons(areas))])


def rounded(shape: Shape, by: float) -> Shape:
    """Hollow corners filled softly, as flesh and cloth do."""
    if by <= 0:
        return shape
    return shapely.buffer(shapely.buffer(shape, by, quad_segs=2), -by, quad_segs=2)


def joined(shapes: Sequence[Shape], by: float) -> Shape:
    """Several outlines as one."""
    if len(shapes) == 1:
        return rounded(shapes[0], by)
    return rounded(shapely.union_all(list(shapes)), by)


def disc(at: Array, radius: float) -> Shape:
    """A round area."""
    return shapely.polygons(at + radius * _ring(20).T)


def polygon(points: Array) -> Shape:
    """An area by its corners, mended where it crosses itself."""
    found = shapely.Polygon(points)
    return found if found.is_valid else found.buffer(0)


def shared(one: Shape, two: Shape) -> Shape:
    """What two areas share."""
    return shapely.intersection(one, two)


def far_apart(one: Shape, two: Shape, without: Shape, gap: float) -> bool:
    """Whether two areas keep a gap, apart from a place that does not count."""
    return bool(shapely.distance(one.difference(without), two.difference(without)) > gap)


def box_of(shapes: Iterable[Shape]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of some areas."""
    found = shapely.total_bounds(list(shapes))
    return float(found[0]), float(found[1]), float(found[2]), float(found[3])


def near_some(shapes: Sequence[Shape], points: Array, gap: float) -> Array:
    """Which points lie in some area or nearer to it than a gap."""
    found = np.zeros(len(points), dtype=bool)
    if len(shapes):
        found[shapely.STRtree(shapes).query(shapely.points(points), predicate="dwithin", distance=gap)[0]] = True
    return found


def fill_path(shape: Shape, curved: bool = True) -> str:
    """The area as path text."""
    return "".join(
        closed(shapely.get_coordinates(ring)[:-1], curved)
        for piece in _pieces(shape, 1.5)
        for ring in (piece.exterior, *(hole for hole in piece.interiors if shapely.Polygon(hole).area > 4))
    )


def line_path(shape: Shape, hidden: Sequence[tuple[Shape, Shape]]) -> str:
    """The outline as path text, left out where a joint lies inside another area: pairs of that area and the joint.

    Inside begins 0.8 behind the edge of either.
    """
    edge = shape.boundary
    touched = [shapely.buffer(shapely.intersection(other, where), -0.8, quad_segs=2) for other, where in hidden]
    touched = [one for one in touched if not one.is_empty]
    if not touched:
        return ""
    left = shapely.line_merge(shapely.difference(edge, touched[0] if len(touched) == 1 else shapely.union_all(touched)))
    lines = left.geoms if hasattr(left, "geoms") else [left]
    return "".join(
        opened(shapely.get_coordinates(line))
        for line in lines
        if line.geom_type in ("LineString", "LinearRing") and line.length > 3
    )


def simpler(shape: Shape, by: float = _FINE) -> Shape:
    """The same outline with fewer points."""
    found = shapely.simplify(shape, by, preserve_topology=False)
    return found if found.is_valid and not found.is_empty else shapely.simplify(shape, by)


def shade_path(shape: Shape, away: tuple[float, float], width: float) -> str:
    """The crescent on the side away from the light."""
    by = np.array(away) * width
    moved = shapely.transform(shape, lambda at: at - by)
    left = shapely.difference(shape, moved)
    parts = left.geoms if hasattr(left, "geoms") else [left]
    return "".join(
        closed(shapely.get_coordinates(one.exterior)[:-1])
        for one in parts
        if isinstance(one, shapely.Polygon) and one.area > 6
    )


def gleam_path(shape: Shape, away: tuple[float, float], inset: float) -> str:
    """The faint light along the edge towards the light, as lines a little inside it."""
    if not isinstance(shape, shapely.Polygon):
        return ""
    ring = shapely.get_coordinates(shape.exterior)[:-1]
    if not shapely.is_ccw(shape.exterior):
        ring = ring[::-1]
    after = np.concatenate([ring[1:], ring[:1]])
    along = after - ring
    long = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)
    inward = np.stack([-along[:, 1], along[:, 0]], axis=1) / long[:, None]
    lit = inward @ np.array(away) > 0.45
    if lit.all() or not lit.any():
        return ""
    short = along * (np.minimum(0.2, 4.0 / long))[:, None]
    starts, ends, middle = (at + inward * inset for at in (ring + short, after - short, (ring + after) / 2))
    return "".join(
        opened(points)
        for run in _runs(lit)
        if _long(points := np.concatenate([starts[run[:1]], middle[run], ends[run[-1:]]])) > 16
    )


def _runs(lit: Array) -> list[list[int]]:
    """Which steps of a round follow one another where something holds."""
    holds = lit.tolist()
    runs: list[list[int]] = []
    first = next(i for i in range(len(holds)) if holds[i] and not holds[i - 1])
    for i in (*range(first, len(holds)), *range(first)):
        if holds[i]:
            if not holds[i - 1]:
                runs.append([])
            runs[-1].append(i)
    return runs


def _long(points: Array) -> float:
    steps = points[1:] - points[:-1]
    return float(np.hypot(steps[:, 0], steps[:, 1]).sum())


def _pieces(shape: Shape, least: float) -> list[shapely.Polygon]:
    parts = shape.geoms if hasattr(shape, "geoms") else [shape]
    return [one for one in parts if isinstance(one, shapely.Polygon) and one.area > least]
