"""What lies in front of what: near maps of all things on a coarse grid, compared where things overlap, then sorted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ladderback.body.picture.camera import SCALE, Camera
from ladderback.body.picture.outline import Shape, box_of
from ladderback.body.picture.solids import Plates, Solid, Thing, denser
from ladderback.body.picture.values import Array

_CELL = 6.0  # units of the sheet
_MOST = 0.06  # [m] a single cell counts at most this much
Edges = dict[tuple[int, int], float]  # (behind, in front): how sure


def nearness(things: Sequence[Thing], shapes: Sequence[Shape], camera: Camera) -> Array:
    """How near each thing comes to the eye in each cell (thing x down x across) [m]; minus infinity where it is not."""
    left, top, right, bottom = box_of(shapes)
    wide, high = int((right - left) / _CELL) + 2, int((bottom - top) / _CELL) + 2
    found = np.full((len(things), high, wide), -np.inf)
    start = np.array([left, top])
    places = [index for index, thing in enumerate(things) if isinstance(thing, Solid)]
    solids = [thing for thing in things if isinstance(thing, Solid)]
    if solids:
        counts, centres, spreads = denser(solids)
        bulges = _bulges(camera.flat(centres), camera.near_of(centres), camera.seen(spreads))
        for index, end, count in zip(places, np.cumsum(counts).tolist(), counts, strict=True):
            _solid(found[index], bulges[:, end - count : end], start)
    for index, thing in enumerate(things):
        if isinstance(thing, Plates):
            _plates(found[index], thing, camera, start)
    return found


def _bulges(flat: Array, near: Array, seen: Array) -> Array:
    """What the near side of each ellipsoid needs: middle, half sizes, nearness, slopes, depth, rim."""
    a, b, c = seen[:, 0, 0] + 6.0, seen[:, 0, 1], seen[:, 1, 1] + 6.0
    det = a * c - b * b
    gx, gy = (c * seen[:, 0, 2] - b * seen[:, 1, 2]) / det, (a * seen[:, 1, 2] - b * seen[:, 0, 2]) / det
    deep = np.sqrt(np.maximum(seen[:, 2, 2] - gx * seen[:, 0, 2] - gy * seen[:, 1, 2], 0.0))
    return np.stack([flat[:, 0], flat[:, 1], np.sqrt(a), np.sqrt(c), near, gx, gy, deep, c / det, 2 * b / det, a / det])


def _solid(map_: Array, bulges: Array, start: Array) -> None:
    """All ellipsoids of a solid at once, on the window of cells that it takes."""
    middle, half = bulges[:2], bulges[2:4]
    left, top = np.maximum(np.floor(((middle - half).min(axis=1) - start) / _CELL), 0).astype(int).tolist()
    right, bottom = (np.ceil(((middle + half).max(axis=1) - start) / _CELL) + 1).astype(int).tolist()
    window = map_[top:bottom, left:right]
    if not window.size:
        return
    across = start[0] + (np.arange(left, left + window.shape[1]) + 0.5) * _CELL
    down = start[1] + (np.arange(top, top + window.shape[0]) + 0.5) * _CELL
    x, y, _, _, near, gx, gy, deep, ca, cb, cc = bulges[:, :, None]
    dx, dy = across[None, :] - x, down[None, :] - y
    inner = (dy * cb)[:, :, None] * dx[:, None, :]
    inner += (1.0 - dx * dx * ca)[:, None, :]
    inner -= (dy * dy * cc)[:, :, None]
    beyond = inner <= 0
    inner[beyond] = 0.0
    depth = np.sqrt(inner, out=inner)
    depth *= deep[:, :, None]
    depth += (dx * gx)[:, None, :]
    depth += (dy * gy + near)[:, :, None]
    depth[beyond] = -np.inf
    np.maximum(window, depth.max(axis=0), out=window)


def _plates(map_: Array, plates: Plates, camera: Camera, start: Array) -> None:
    for corners, _ in plates.turned_to(camera):
        flat = camera.flat(corners)
        low = np.maximum(np.floor((flat.min(axis=0) - start) / _CELL).astype(int), 0)
        high = np.ceil((flat.max(axis=0) - start) / _CELL).astype(int) + 1
        window = map_[low[1] : high[1], low[0] : high[0]]
        if not window.size:
            continue
        rows, columns = np.indices(window.shape)
        points = np.stack([columns.ravel() + low[0] + 0.5, rows.ravel() + low[1] + 0.5], axis=1) * _CELL + start
        within = _within(flat, points)
        sides, rise = flat[1:3] - flat[0], camera.near_of(corners[1:3] - corners[0])
        det = sides[0, 0] * sides[1, 1] - sides[0, 1] * sides[1, 0]
        if abs(det) < 1e-9:
            continue
        fit = np.array([[sides[1, 1], -sides[0, 1]], [-sides[1, 0], sides[0, 0]]]) @ rise / det
        depth = (points - flat[0]) @ fit + float(camera.near_of(corners[0]))
        np.maximum(window, np.where(within, depth, -np.inf).reshape(window.shape), out=window)


def _within(corners: Array, points: Array) -> Array:
    """Which points lie in a polygon (even-odd)."""
    found = np.zeros(len(points), dtype=bool)
    for one, two in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        if abs(two[1] - one[1]) < 1e-9:
            continue
        crosses = (one[1] > points[:, 1]) != (two[1] > points[:, 1])
        at = (two[0] - one[0]) * (points[:, 1] - one[1]) / (two[1] - one[1]) + one[0]
        found ^= crosses & (points[:, 0] < at)
    return found


def before(near: Array, things: Sequence[Thing]) -> Edges:
    """Which of two things that overlap lies behind the other, and how sure that is."""
    flat = near.reshape(len(things), -1)
    there = np.isfinite(flat)
    edges: Edges = {}
    for one in range(len(things)):
        cells = np.flatnonzero(there[one])
        if not len(cells):
            continue
        apart = np.clip(flat[one][cells][None, :] - flat[one + 1 :][:, cells], -_MOST, _MOST)
        both = there[one + 1 :][:, cells]
        scores = np.where(both, apart, 0).sum(axis=1)
        for offset in np.flatnonzero(both.sum(axis=1) >= 1):
            two, score = one + 1 + int(offset), float(scores[offset])
            if score:
                edges[(two, one) if score > 0 else (one, two)] = abs(score)
    return edges | said(things)


def said(things: Sequence[Thing]) -> Edges:
    """The orders that things ask for themselves; they count more than what is seen."""
    place = {thing.name: index for index, thing in enumerate(things)}
    edges: Edges = {}
    for index, thing in enumerate(things):
        edges |= {(place[name], index): np.inf for name in thing.over if name in place}
        edges |= {(index, place[name]): np.inf for name in thing.under if name in place}
    return edges


def settled(edges: Edges, asked: Edges) -> Edges:
    """What is asked for wins over what is seen the other way round."""
    return {pair: sure for pair, sure in edges.items() if pair in asked or (pair[1], pair[0]) not in asked}


def sorted_back_to_front(count: int, edges: Edges, near: Array) -> list[int]:
    """An order in which what is behind comes first; where that is impossible, the least sure pair gives way."""
    waits: list[dict[int, float]] = [{} for _ in range(count)]
    for (behind, front), sure in edges.items():
        waits[front][behind] = sure
    there = np.isfinite(near)
    cells = there.sum(axis=(1, 2))
    mean = np.where(cells > 0, np.where(there, near, 0.0).sum(axis=(1, 2)) / np.maximum(cells, 1), -9.0).tolist()
    left, found = set(range(count)), []
    while left:
        free = [one for one in left if not waits[one]]
        if not free:
            free = [min(left, key=lambda one: (sum(waits[one].values()), one))]
        first = min(free, key=lambda one: (mean[one], one))
        found.append(first)
        left.remove(first)
        for one in left:
            waits[one].pop(first, None)
    return found


def mergeable(count: int, edges: Edges, groups: list[set[int]]) -> bool:
    """Whether groups can be drawn as one thing each without a circle of what lies before what."""
    of = list(range(count))
    for number, group in enumerate(groups):
        for one in group:
            of[one] = count + number
    after: dict[int, set[int]] = {}
    into: dict[int, int] = dict.fromkeys(set(of), 0)
    for behind, front in edges:
        a, b = of[behind], of[front]
        if a != b and b not in after.setdefault(a, set()):
            after[a].add(b)
            into[b] += 1
    ready, seen = [one for one, number in into.items() if not number], 0
    while ready:
        one = ready.pop()
        seen += 1
        for two in after.get(one, ()):
            into[two] -= 1
            if not into[two]:
                ready.append(two)
    return seen == len(into)


__all__ = ["SCALE", "before", "mergeable", "nearness", "settled", "sorted_back_to_front"]
