"""From bones to flesh: the round stations of the table, put on the parts of one posed body."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from ladderback.body.anthropometry import REFERENCE, TRUNK
from ladderback.body.picture.solids import Builder
from ladderback.body.picture.values import Array, Snapshot
from ladderback.evidence import book


@dataclass(frozen=True)
class Station:
    """One row of the table of shapes."""

    id: str
    body: str
    flat: bool
    at: tuple[float, float, float]  # along, forward, outward
    radii: tuple[float, float, float]  # deep, wide, tall
    tilt: float
    girth: tuple[float, float, float]  # deep, wide, forward
    female: tuple[float, float]
    joins: str


@cache
def stations(piece: str) -> tuple[Station, ...]:
    """The stations of one piece."""
    found = []
    for name, row in book().tables["picture_shapes"].items():
        cells = row.cells
        if cells["piece"] != piece:
            continue

        def read(*keys: str, cells: dict[str, str] = cells) -> tuple[float, ...]:
            return tuple(float(cells[key]) for key in keys)

        found.append(
            Station(
                name, cells["body"], cells["kind"] == "disc", read("along", "forward", "outward"),  # type: ignore[arg-type]
                read("deep", "wide", "tall"), read("tilt")[0], read("girth_deep", "girth_wide", "girth_forward"),  # type: ignore[arg-type]
                read("female_deep", "female_wide"), cells["joins"],  # type: ignore[arg-type]
            )
        )  # fmt: skip
    return tuple(found)


def fleshed(
    snap: Snapshot, piece: str, side: str = "", more: tuple[str, ...] = ()
) -> tuple[Builder, tuple[tuple[int, int], ...]]:
    """The ellipsoids of a piece and how they are joined; pieces in `more` are added to it."""
    parts, links = Builder(), []
    first: dict[str, int] = {}
    last = -1
    for one in (station for name in (piece, *more) for station in stations(name)):
        trunk = one.body in TRUNK
        signs = (1.0, -1.0) if trunk and one.at[2] else (1.0 if side == "left" else -1.0,)
        before = first.get(one.joins, last)
        for sign in signs:
            place, axes, radii = _placed(snap, one, one.body if trunk else f"{side}_{one.body}", sign)
            parts.add(place, axes, radii)
            index = len(parts.centres) - 1
            if before >= 0:
                links.append((before, index))
            first.setdefault(one.id, index)
        if len(signs) == 2:
            links.append((index - 1, index))
        if not one.joins:
            last = index
    return parts, tuple(links)


def _placed(snap: Snapshot, one: Station, part: str, sign: float) -> tuple[Array, Array, tuple[float, float, float]]:
    size, thick, female = snap.build.stature / REFERENCE / 1000, snap.girth - 1, snap.build.sex == "female"
    deep, wide = (
        radius * size * (1 + thick * more) * (factor if female else 1.0)
        for radius, more, factor in zip(one.radii[:2], one.girth[:2], one.female, strict=True)
    )
    along = one.at[0] * snap.lengths[part] * (1 if one.body in TRUNK else -1)
    place = snap.on(part, (one.at[1] + one.girth[2] * thick) * size, sign * one.at[2] * size, along)
    axes = snap.frames[part]
    if one.tilt:
        axes = axes @ _tilted(one.tilt)
    return place, axes, (deep, wide, 0.0 if one.flat else one.radii[2] * size)


def _tilted(degrees: float) -> Array:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])
