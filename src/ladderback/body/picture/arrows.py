"""Coral arrows: from where a part was to where it is, beside the body, with a light rim."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ladderback.body.demands import landmarks_of
from ladderback.body.picture.camera import SCALE, Camera
from ladderback.body.picture.outline import Shape, near_some
from ladderback.body.picture.paths import opened, straight
from ladderback.body.picture.story import Moment
from ladderback.body.picture.values import Array
from ladderback.evidence.poses import Arrow

CORAL = "#e07a5f"
_SHORT, _LONG = 46.0, 200.0  # units of the sheet
_WIDE, _HEAD = 7.0, 24.0
_AWAY = (8.0, 20.0, 34.0, 48.0, 64.0, 82.0, 100.0, 120.0)  # units it may be moved off the part


def arrows(before: Moment | None, now: Moment, camera: Camera, cover: Sequence[Shape]) -> tuple[str, list[Array]]:
    """The arrows of a key pose as markup, and the points they use; they stay off what the body covers."""
    text, used = "", []
    for arrow in now.pose.arrows:
        way = _way(arrow, before, now, camera, cover)
        if way is not None:
            text += _drawn(way)
            used.append(way)
    return text, used


def _way(arrow: Arrow, before: Moment | None, now: Moment, camera: Camera, cover: Sequence[Shape]) -> Array | None:
    marks = landmarks_of(arrow.part)
    end = camera.flat(now.snap.mean(*marks)[None, :])[0]
    centre = camera.flat(now.snap.mean("mid_hip", "c7")[None, :])[0]
    if arrow.by_cm is not None:
        step = camera.flat(np.array(arrow.by_cm)[None, :] / 100)[0]
        return _beside(end - _length(step) / 2, end + _length(step) / 2, centre, cover)
    if before is None:
        return None
    start = camera.flat(before.snap.mean(*marks)[None, :])[0]
    if np.linalg.norm(end - start) < 6:
        return None
    return _beside(end - _length(end - start), end, centre, cover)


def _length(step: Array) -> Array:
    long = float(np.linalg.norm(step))
    return step / max(long, 1e-6) * float(np.clip(long, _SHORT, _LONG))


def _beside(start: Array, end: Array, centre: Array, cover: Sequence[Shape]) -> Array:
    """A bowed way next to the body: the nearest of some places at which little of it lies on the body."""
    along = (end - start) / np.linalg.norm(end - start)
    out = np.array([-along[1], along[0]])
    if float(out @ ((start + end) / 2 - centre)) < 0:
        out = -out
    long = float(np.linalg.norm(end - start))
    bow = min(0.16 * long, 22.0)
    share = np.linspace(0, 1, 9)[:, None]
    way = start + (end - start) * share + out * (4 * share * (1 - share) * bow)
    flat = start + (end - start) * share - out * (4 * share * (1 - share) * bow)
    places = [(way + out * far, far) for far in _AWAY] + [(flat - out * far, far * 1.3 + 8) for far in _AWAY]
    line = start + (end - start) * share
    places += [(line + along * far, far * 1.1 + 6) for far in _AWAY] + [
        (line - along * far, far * 1.4 + 30) for far in _AWAY
    ]
    hit = near_some(cover, np.concatenate([one for one, _ in places]), 9.0).reshape(len(places), -1).sum(axis=1)
    cost = hit * 16 + np.array([far for _, far in places])
    return np.asarray(places[int(cost.argmin())][0])


def _drawn(way: Array) -> str:
    tip, along = way[-1], way[-1] - way[-3]
    along = along / np.linalg.norm(along)
    across = np.array([-along[1], along[0]])
    base = tip - along * _HEAD
    head = straight(np.array([tip, base + across * 12.5, base + along * 4.5, base - across * 12.5]))
    kept = [point for point in way[:-1] if float((base + along * 4 - point) @ along) > 2] + [base + along * 4]
    line = opened(np.array(kept))
    return (
        f'<path d="{line}" fill="none" stroke="#fff" stroke-width="{_WIDE + 4:g}" stroke-linecap="round"/>'
        f'<path d="{head}" fill="#fff" stroke="#fff" stroke-width="4"/>'
        f'<path d="{line}" fill="none" stroke="{CORAL}" stroke-width="{_WIDE:g}" stroke-linecap="round"/>'
        f'<path d="{head}" fill="{CORAL}" stroke="{CORAL}" stroke-width="1.5"/>'
    )


__all__ = ["SCALE", "arrows"]
