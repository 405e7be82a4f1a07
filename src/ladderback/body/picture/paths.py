"""Path text: few points, rounded with quadratic curves; numbers with one decimal, relative where that is shorter."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from ladderback.body.picture.values import Array

_SOFT = 5.0  # units: how far before a corner its rounding begins
_SHARP = np.cos(np.radians(62))


def number(value: float) -> str:
    """A number with at most one decimal.

    >>> number(2.04), number(-0.04), number(0.25)
    ('2', '0', '.2')
    """
    text = f"{value:.1f}"
    text = text[:-2] if text.endswith(".0") else text
    if text == "-0":
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def closed(points: Array, curved: bool = True) -> str:
    """A closed outline; corners are rounded softly unless they are sharp or the thing has straight edges."""
    if len(points) < 3:
        return ""
    if not curved:
        return _written([("M", points[:1]), *(("l", points[i : i + 1]) for i in range(1, len(points)))]) + "z"
    before, after = np.concatenate([points[-1:], points[:-1]]), np.concatenate([points[1:], points[:1]])
    curves, meets = _corners(points, before, after)
    return _curves(curves[-1, 4:], curves, meets) + "z"


def opened(points: Array) -> str:
    """An open line, corners rounded softly."""
    if len(points) < 2:
        return ""
    if len(points) == 2:
        return straight(points, close=False)
    curves, meets = _corners(points[1:-1], points[:-2], points[2:])
    meets[0] = False
    x, y = np.rint(curves[-1, 4:] * 10).astype(int).tolist()
    to_x, to_y = np.rint(points[-1] * 10).astype(int).tolist()
    return _curves(points[0], curves, meets) + f"l{_said(to_x - x)}{_spaced(to_y - y)}"


def straight(points: Array, close: bool = True) -> str:
    """Straight lines through places."""
    text = _written([("M", points[:1]), *(("l", points[i : i + 1]) for i in range(1, len(points)))])
    return text + ("z" if close else "")


def _corners(at: Array, before: Array, after: Array) -> tuple[Array, list[bool]]:
    """Start, corner and end of a quadratic curve round each corner, and whether each meets the one before."""
    into, out = at - before, after - at
    long_in = np.maximum(np.hypot(into[:, 0], into[:, 1]), 1e-9)
    long_out = np.maximum(np.hypot(out[:, 0], out[:, 1]), 1e-9)
    sharp = into[:, 0] * out[:, 0] + into[:, 1] * out[:, 1] < _SHARP * long_in * long_out
    soft = np.where(sharp, 0.6, _SOFT)
    back, on = np.minimum(long_in / 2, soft) / long_in, np.minimum(long_out / 2, soft) / long_out
    starts, ends = at - into * back[:, None], at + out * on[:, None]
    meets = (back > 0.49) & (np.concatenate([on[-1:], on[:-1]]) > 0.49)
    return np.concatenate([starts, at, ends], axis=1), meets.tolist()


def _curves(start: Array, curves: Array, meets: list[bool]) -> str:
    """Relative path text of curves from a start on, in tenths so that errors do not add up."""
    x, y = (int(value) for value in np.rint(start * 10))
    text = [f"M{_said(x)} {_said(y)}"]
    last = ""
    for (sx, sy, ax, ay, ex, ey), met in zip(np.rint(curves * 10).astype(int).tolist(), meets, strict=True):
        if not met:
            text += ("l", _said(sx - x), _spaced(sy - y))
            x, y, last = sx, sy, "l"
        text += (
            "q" + _said(ax - x) if last != "q" else _spaced(ax - x),
            _spaced(ay - y),
            _spaced(ex - x),
            _spaced(ey - y),
        )
        x, y, last = ex, ey, "q"
    return "".join(text)


@lru_cache(maxsize=32768)
def _spaced(tenths: int) -> str:
    said = _said(tenths)
    return said if said[0] == "-" else " " + said


def _written(steps: list[tuple[str, Array]]) -> str:
    """Relative path text: each step from where the last ended, in tenths so that errors do not add up."""
    tenths = np.rint(np.concatenate([points for _, points in steps]) * 10).astype(int).tolist()
    text: list[str] = []
    x, y, last, at = 0, 0, "", 0
    for letter, points in steps:
        if letter != last:
            text.append(letter)
        follows = letter == last
        for px, py in tenths[at : at + len(points)]:
            one, two = _said(px - x), _said(py - y)
            text.append(one if not follows or one[0] == "-" else " " + one)
            text.append(two if two[0] == "-" else " " + two)
            follows = True
        at += len(points)
        (x, y), last = tenths[at - 1], letter
    return "".join(text)


@lru_cache(maxsize=32768)
def _said(tenths: int) -> str:
    return number(tenths / 10)


__all__ = ["closed", "number", "opened", "straight"]
