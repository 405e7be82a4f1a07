"""The marks of values: each shape says what it is without its colour."""

from __future__ import annotations

from typing import Literal

from ladderback.documents.plots.drawing import Drawing, n

Shape = Literal["square", "circle", "diamond", "triangle", "bar", "cross"]


def draw_mark(
    drawing: Drawing, shape: Shape, x: float, y: float, ink: str, hollow: bool = False, size: float = 6.0
) -> None:
    """One mark with its middle at a place; hollow for a value that is over, or not yet sure."""
    fill, thick = ("milk" if hollow else ink), 2.0
    if shape == "circle":
        drawing.ellipse(x, y, size, size, fill, stroke=ink, thick=thick)
    elif shape == "square":
        drawing.rect(x - size, y - size, 2 * size, 2 * size, fill, stroke=ink, thick=thick)
    elif shape == "bar":
        drawing.rect(x - size / 2, y - size, size, 2 * size, fill, stroke=ink, thick=thick)
    else:
        drawing.path(_way(shape, x, y, size), fill, stroke=ink, thick=thick)


def draw_arrow(drawing: Drawing, x1: float, x2: float, y: float, ink: str) -> None:
    """A level arrow, left out where there is no room for one."""
    if abs(x2 - x1) < 4:
        return
    back = -4 if x2 > x1 else 4
    drawing.path(f"M{n(x1)} {n(y)}H{n(x2)}m{back} -4l{-back} 4l{back} 4", stroke=ink, thick=1.8)


def _way(shape: Shape, x: float, y: float, size: float) -> str:
    if shape == "diamond":
        far = size * 1.25
        return f"M{n(x)} {n(y - far)}L{n(x + far)} {n(y)}L{n(x)} {n(y + far)}L{n(x - far)} {n(y)}z"
    if shape == "cross":
        third = size / 2.4
        return (
            f"M{n(x - third)} {n(y - size)}h{n(2 * third)}v{n(size - third)}h{n(size - third)}v{n(2 * third)}"
            f"h{n(third - size)}v{n(size - third)}h{n(-2 * third)}v{n(third - size)}h{n(third - size)}v{n(-2 * third)}"
            f"h{n(size - third)}z"
        )
    return f"M{n(x - size * 1.15)} {n(y - size)}H{n(x + size * 1.15)}L{n(x)} {n(y + size)}z"
