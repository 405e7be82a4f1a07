"""Things with volume: chains of ellipsoids (bodies, tubes, balls) and boxes of flat faces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ladderback.body.picture.camera import Camera
from ladderback.body.picture.values import Array

_CLOSE = 0.12  # squared step over the summed squared radii below which nothing is put in between
_BETWEEN = np.array([1 / 3, 2 / 3])


@dataclass(frozen=True)
class Joint:
    """Where a solid grows into another: the outline is left out there, and the two may be drawn as one."""

    other: str
    at: Array
    radius: float
    merge: bool = True


@dataclass(frozen=True)
class Solid:
    """A chain of ellipsoids: centres (n x 3) [m], spreads (n x 3 x 3) [m2]; `links` say which ones are joined."""

    name: str
    centres: Array
    spreads: Array
    fill: str
    links: tuple[tuple[int, int], ...]
    joints: tuple[Joint, ...] = ()
    marks: Callable[[Camera], str] | None = None
    shaded: bool = True
    round_off: float = 5.0
    line: str = ""
    opacity: float = 1.0
    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    limb: str = ""


@dataclass(frozen=True)
class Plates:
    """A body of flat faces: corners of each (k x 3) [m], counter-clockwise from outside, and its colour."""

    name: str
    faces: tuple[tuple[Array, str], ...]
    line: str = ""
    both_sides: bool = False
    opacity: float = 1.0
    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    limb: str = ""
    joints: tuple[Joint, ...] = ()
    marks: Callable[[Camera], str] | None = None

    def turned_to(self, camera: Camera) -> list[tuple[Array, str]]:
        """The faces that are seen, the farthest first."""
        found = []
        for corners, fill in self.faces:
            (a, b, c), (d, e, f) = (corners[1:3] - corners[:2]).tolist()
            out = np.array([b * f - c * e, c * d - a * f, a * e - b * d])
            if self.both_sides or float(out @ camera.near) > 1e-9:
                found.append((float(camera.near_of(corners).mean()), corners, fill))
        found.sort(key=lambda one: one[0])
        return [(corners, fill) for _, corners, fill in found]


Thing = Solid | Plates


@dataclass
class Builder:
    """Collects the ellipsoids of one solid."""

    centres: list[Array] = field(default_factory=list)
    spreads: list[Array] = field(default_factory=list)

    def add(self, centre: Array, axes: Array, radii: Sequence[float] | Array) -> Builder:
        """One ellipsoid: axes as columns, a radius along each [m]; zero makes a disc."""
        scaled = axes * np.asarray(radii)[None, :]
        self.centres.append(np.asarray(centre, dtype=float))
        self.spreads.append(scaled @ scaled.T)
        return self

    def ball(self, centre: Array, radius: float) -> Builder:
        """One ball."""
        return self.add(centre, np.eye(3), (radius, radius, radius))


def chain(name: str, parts: Builder, fill: str, links: tuple[tuple[int, int], ...] | None = None, **more: Any) -> Solid:
    """A solid in which each ellipsoid is joined with the next, unless links are given."""
    count = len(parts.centres)
    joined = links if links is not None else tuple((i, i + 1) for i in range(count - 1)) or ((0, 0),)
    return Solid(name, np.array(parts.centres), np.array(parts.spreads), fill, joined, **more)


def tube(name: str, way: Sequence[Array], radius: float | Sequence[float], fill: str, **more: Any) -> Solid:
    """A round rod or rope along some places [m]."""
    parts = Builder()
    radii = [radius] * len(way) if isinstance(radius, int | float) else list(radius)
    for at, size in zip(way, radii, strict=True):
        parts.ball(np.asarray(at, dtype=float), size)
    more.setdefault("round_off", 0.0)
    return chain(name, parts, fill, **more)


def rod(name: str, start: Array, end: Array, radius: float, fill: str, **more: Any) -> Solid:
    """A straight round rod with flat ends (a disc when it is short)."""
    start, end = np.asarray(start, dtype=float), np.asarray(end, dtype=float)
    axes = across(end - start)
    parts = Builder().add(start, axes, (radius, radius, 0.0)).add(end, axes, (radius, radius, 0.0))
    more.setdefault("round_off", 0.0)
    return chain(name, parts, fill, **more)


def across(direction: Array, hint: Array | None = None) -> Array:
    """Axes with the third along a direction; the first as near to the hint as can be."""
    third = np.asarray(direction, dtype=float) / max(float(np.linalg.norm(direction)), 1e-9)
    first = np.array([1.0, 0.0, 0.0]) if hint is None else np.asarray(hint, dtype=float)
    if abs(float(first @ third)) > 0.95 * float(np.linalg.norm(first)):
        first = np.array([0.0, 1.0, 0.0]) if abs(third[1]) < 0.9 else np.array([0.0, 0.0, 1.0])
    first = first - third * float(first @ third)
    first = first / np.linalg.norm(first)
    return np.column_stack([first, np.cross(third, first), third])


_BOX = (
    ((-1, 1, -1), (1, 1, -1), (1, -1, -1), (-1, -1, -1)), ((-1, -1, 1), (1, -1, 1), (1, 1, 1), (-1, 1, 1)),
    ((-1, -1, -1), (1, -1, -1), (1, -1, 1), (-1, -1, 1)), ((1, 1, -1), (-1, 1, -1), (-1, 1, 1), (1, 1, 1)),
    ((1, -1, -1), (1, 1, -1), (1, 1, 1), (1, -1, 1)), ((-1, 1, -1), (-1, -1, -1), (-1, -1, 1), (-1, 1, 1)),
)  # fmt: skip


def box(name: str, middle: Array, axes: Array, size: Sequence[float], fills: Sequence[str], **more: Any) -> Plates:
    """A box: middle, axes as columns, whole sizes [m]; fills of its ends, its top and its sides."""
    half = np.asarray(size, dtype=float) / 2
    top, side, end = (fills[0], fills[1], fills[2]) if len(fills) == 3 else (fills[0],) * 3
    colours = (end, top, side, side, end, end)
    faces = tuple(
        (np.asarray(middle) + (np.array(corners) * half) @ axes.T, colour)
        for corners, colour in zip(_BOX, colours, strict=True)
    )
    return Plates(name, faces, **more)


def denser(solids: Sequence[Solid]) -> tuple[list[int], Array, Array]:
    """How many, centres and spreads of all solids with more in between, for asking how near they are."""
    counts: list[int] = []
    ends: list[Array] = []
    centres, spreads = (np.concatenate([getattr(one, name) for one in solids]) for name in ("centres", "spreads"))
    for one in solids:
        ends.append(np.array(one.links, dtype=int) + sum(counts))
        counts.append(len(one.centres))
    owner = np.repeat(np.arange(len(solids)), [len(one) for one in ends])
    one, two = np.concatenate(ends).T
    steps = centres[two] - centres[one]
    size = np.minimum(spreads[one], spreads[two]).trace(axis1=1, axis2=2)
    wide = (steps * steps).sum(axis=1) > _CLOSE * size
    one, two, share = one[wide], two[wide], _BETWEEN[None, :, None]
    more = centres[one][:, None, :] * (1 - share) + centres[two][:, None, :] * share
    share = share[..., None]
    wider = spreads[one][:, None] * (1 - share) + spreads[two][:, None] * share
    owners = np.concatenate([np.repeat(np.arange(len(solids)), counts), np.repeat(owner[wide], len(_BETWEEN))])
    order = np.argsort(owners, kind="stable")
    return (
        np.bincount(owners, minlength=len(solids)).tolist(),
        np.concatenate([centres, more.reshape(-1, 3)])[order],
        np.concatenate([spreads, wider.reshape(-1, 3, 3)])[order],
    )
