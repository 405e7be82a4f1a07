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
    before, after = points[np.r_[-1, : len(points) - 1]], points[np.r_[1 : len(points), 0]]
    steps = _corners(points, before, after)
    first = steps[0][1][-1:]
    return _written([("M", first), *steps[1:], steps[0]]) + "z"


def opened(points: Array) -> str:
    """An open line, corners rounded softly."""
    if len(points) < 2:
        return ""
    if len(points) == 2:
        return _written([("M", points[:1]), ("l", points[1:])])
    inner = _corners(points[1:-1], points[:-2], points[2:])
    return _written([("M", points[:1]), *inner, ("l", points[-1:])])


def straight(points: Array, close: bool = True) -> str:
    """Straight lines through places."""
    text = _written([("M", points[:1]), *(("l", points[i : i + 1]) for i in range(1, len(points)))])
    return text + ("z" if close else "")


def _corners(at: Array, before: Array, after: Array) -> list[tuple[str, Array]]:
    """A quadratic curve round each corner, a straight line between curves that do not meet."""
    into, out = at - before, after - at
    long_in, long_out = np.sqrt((into * into).sum(axis=1)), np.sqrt((out * out).sum(axis=1))
    long_in, long_out = np.maximum(long_in, 1e-9), np.maximum(long_out, 1e-9)
    sharp = (into * out).sum(axis=1) / (long_in * long_out) < _SHARP
    soft = np.where(sharp, 0.6, _SOFT)
    back, on = np.minimum(long_in / 2, soft) / long_in, np.minimum(long_out / 2, soft) / long_out
    starts, ends = at - into * back[:, None], at + out * on[:, None]
    meets = ((back > 0.49) & (np.roll(on, 1) > 0.49)).tolist()
    curves = np.concatenate([at, ends], axis=1)
    steps: list[tuple[str, Array]] = []
    for index, met in enumerate(meets):
        if not met:
            steps.append(("l", starts[index : index + 1]))
        steps.append(("q", curves[index].reshape(2, 2)))
    return steps


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
