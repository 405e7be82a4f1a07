"""The one place that speaks shapely: outlines of what is projected, joined, rounded, shaded, open at joints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import numpy as np
import shapely

from ladderback.body.picture.camera import Camera
from ladderback.body.picture.paths import closed, opened
from ladderback.body.picture.solids import Plates, Thing
from ladderback.body.picture.values import Array

Shape: TypeAlias = Any  # an area of the sheet, as shapely holds it
_AROUND = np.linspace(0, 2 * np.pi, 18, endpoint=False)
_CIRCLE = np.stack([np.cos(_AROUND), np.sin(_AROUND)])
_FINE = 0.38  # units of the sheet by which an outline may be simplified


def silhouette(thing: Thing, camera: Camera) -> Shape:
    """The outline of a thing on the sheet."""
    if isinstance(thing, Plates):
        return shapely.union_all([shapely.Polygon(camera.flat(corners)) for corners, _ in thing.turned_to(camera)])
    rings = ellipses(camera.flat(thing.centres), camera.seen(thing.spreads))
    joined = np.array([np.concatenate([rings[a], rings[b]]) for a, b in thing.links])
    hulls = shapely.convex_hull(shapely.multipoints(joined))
    if len(hulls) == 1:
        return hulls[0]
    return rounded(shapely.union_all(hulls).simplify(0.15), thing.round_off)


def ellipses(middles: Array, seen: Array) -> Array:
    """Points of the projected ellipsoids (n x k x 2)."""
    a = np.sqrt(seen[:, 0, 0] + 1e-6)
    b = seen[:, 0, 1] / a
    c = np.sqrt(np.maximum(seen[:, 1, 1] - b * b, 0) + 1e-6)
    across = a[:, None] * _CIRCLE[0]
    down = b[:, None] * _CIRCLE[0] + c[:, None] * _CIRCLE[1]
    return np.asarray(middles[:, None, :] + np.stack([across, down], axis=-1))


def rounded(shape: Shape, by: float) -> Shape:
    """Hollow corners filled softly, as flesh and cloth do."""
    if by <= 0:
        return shape
    return shape.buffer(by, quad_segs=2).buffer(-by, quad_segs=2)


def joined(shapes: Sequence[Shape], by: float) -> Shape:
    """Several outlines as one."""
    return rounded(shapely.union_all(list(shapes)), by)


def disc(at: Array, radius: float) -> Shape:
    """A round area."""
    return shapely.Point(at).buffer(radius, quad_segs=5)


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


def inside(shape: Shape, points: Array) -> Array:
    """Which points lie in an area."""
    shapely.prepare(shape)
    return np.asarray(shapely.contains_xy(shape, points[:, 0], points[:, 1]))


def fill_path(shape: Shape, curved: bool = True) -> str:
    """The area as path text."""
    return "".join(
        closed(shapely.get_coordinates(ring)[:-1], curved)
        for piece in _pieces(shape, 1.5)
        for ring in (piece.exterior, *(hole for hole in piece.interiors if shapely.Polygon(hole).area > 4))
    )


def line_path(shape: Shape, hidden: Sequence[tuple[Shape, Shape]]) -> str:
    """The outline as path text, left out where a joint lies inside another area: pairs of that area and the joint."""
    edge = shape.boundary
    touched = [shapely.intersection(other.buffer(-0.8, quad_segs=2), where) for other, where in hidden]
    touched = [one for one in touched if not one.is_empty]
    if not touched:
        return ""
    left = shapely.line_merge(edge.difference(shapely.union_all(touched)))
    lines = left.geoms if hasattr(left, "geoms") else [left]
    return "".join(
        opened(_simple(line)) for line in lines if line.geom_type in ("LineString", "LinearRing") and line.length > 3
    )


def simpler(shape: Shape, by: float = _FINE) -> Shape:
    """The same outline with fewer points."""
    return shape.simplify(by)


def shade_path(shape: Shape, away: tuple[float, float], width: float) -> str:
    """The crescent on the side away from the light."""
    moved = shapely.transform(shape, lambda at: at - np.array(away) * width)
    left = shape.difference(moved)
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
    ring = shapely.get_coordinates(shapely.orient_polygons(shape).exterior)[:-1]
    after = ring[np.r_[1 : len(ring), 0]]
    along = after - ring
    long = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)
    inward = np.stack([-along[:, 1], along[:, 0]], axis=1) / long[:, None]
    lit = inward @ np.array(away) > 0.45
    if lit.all() or not lit.any():
        return ""
    middle = (ring + after) / 2 + inward * inset
    first = next(i for i in range(len(lit)) if lit[i] and not lit[i - 1])
    text = ""
    run: list[Array] = []
    for step in range(len(lit) + 1):
        i = (first + step) % len(lit)
        if step < len(lit) and lit[i]:
            if not run:
                run.append(ring[i] + inward[i] * inset + along[i] / long[i] * min(long[i] * 0.2, 4.0))
            run.append(middle[i])
            last = after[i] + inward[i] * inset - along[i] / long[i] * min(long[i] * 0.2, 4.0)
        elif run:
            points = np.array([*run, last])
            if float(np.hypot(*np.diff(points, axis=0).T).sum()) > 16:
                text += opened(points)
            run = []
    return text


def _pieces(shape: Shape, least: float) -> list[shapely.Polygon]:
    parts = shape.geoms if hasattr(shape, "geoms") else [shape]
    return [one for one in parts if isinstance(one, shapely.Polygon) and one.area > least]


def _simple(line: Shape) -> Array:
    return np.asarray(line.simplify(_FINE).coords)
