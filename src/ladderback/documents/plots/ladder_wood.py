"""The wood of the ladder: two posts with round finials, bowed slats, the picture frame; and the signs beside a rung."""

from __future__ import annotations

from ladderback.documents.plots.drawing import Drawing, n
from ladderback.documents.plots.paints import HAIRLINE
from ladderback.documents.plots.values import RungState

POST, BOW, SLAT, SHADOW = 12.0, 13.0, 13.0, 6.0
THIN: dict[RungState, str] = {"locked": "3 3", "stepped_back": "3 3"}


def draw_posts(drawing: Drawing, left: float, inner: float, top: float, foot: float) -> None:
    """Both posts from the finials down to the floor, with their one hard shadow on the wall."""
    wood = _rounded(drawing)
    for x in (left, left + POST + inner):
        if drawing.paint.fills:
            shadow = f"M{n(x + POST)} {n(top + 10)}h{n(SHADOW)}V{n(foot)}h{n(-SHADOW)}z"
            drawing.path(shadow, "ink", opacity=0.15)
        drawing.rect(x, top, POST, foot - top, wood, stroke="wood_d", radius=2)
        drawing.ellipse(x + POST / 2, top - 3, 5, 3.2, "wood_l", stroke="wood_d")
        drawing.ellipse(x + POST / 2, top - 13, 7.2, 8.2, "wood_l", stroke="wood_d")


def draw_slat(drawing: Drawing, left: float, inner: float, y: float, state: RungState | None) -> None:
    """One bowed slat between the posts; the next one is straw, one that waits is drawn with a broken edge."""
    x1, x2 = left + POST, left + POST + inner
    middle, low = (x1 + x2) / 2, y + SLAT / 2
    top, under = y - SLAT / 2 - BOW, y + SLAT / 2 - BOW
    way = (
        f"M{n(x1)} {n(y - SLAT / 2)}Q{n(middle)} {n(top)} {n(x2)} {n(y - SLAT / 2)}"
        f"V{n(low)}Q{n(middle)} {n(under)} {n(x1)} {n(low)}z"
    )
    if drawing.paint.fills and state is not None:
        down = 5.0
        shadow = (
            f"M{n(x1 + 4)} {n(low)}Q{n(middle)} {n(under)} {n(x2)} {n(low)}v{n(down)}Q{n(middle)} {n(under + down)} "
        )
        drawing.path(f"{shadow}{n(x1 + 4)} {n(low + down)}z", "ink", opacity=0.13)
    if state is None:
        drawing.path(f"M{n(x1)} {n(y)}Q{n(middle)} {n(y - BOW)} {n(x2)} {n(y)}", stroke="wood_d", thick=2, dash="5 5")
        return
    if state == "next":
        drawing.path(way, "straw", stroke="straw_d", thick=1.6)
        return
    waits = THIN.get(state, "")
    drawing.path(way, "wall" if waits else "wood", stroke="wood_d", thick=HAIRLINE if not waits else 1.2, dash=waits)
    if state == "now" and not drawing.paint.fills:
        drawing.path(way, "ink")


def slat_top(y: float) -> float:
    """Where feet stand on a slat: the crown of its bow."""
    return y - SLAT / 2 - BOW / 2


def draw_frame(drawing: Drawing, x: float, y: float, wide: float, high: float) -> tuple[float, float, float, float]:
    """The picture frame on the wall; returns the place inside for the picture."""
    edge = 7.0
    if drawing.paint.fills:
        way = f"M{n(x + 4)} {n(y + 5)}h{n(wide)}v{n(high)}h{n(-wide)}z"
        drawing.path(way, "ink", opacity=0.15)
    drawing.rect(x, y, wide, high, "wood", stroke="wood_d", radius=3, thick=1)
    drawing.rect(x + edge, y + edge, wide - 2 * edge, high - 2 * edge, "pic", stroke="wood_d")
    return x + edge + 3, y + edge + 3, wide - 2 * edge - 6, high - 2 * edge - 6


def draw_sign(drawing: Drawing, x: float, y: float, state: RungState) -> None:
    """The sign of a state left of its name, in a square of 14: tick, lock, arrow back down."""
    if state == "done":
        drawing.path(f"M{n(x + 1)} {n(y + 8)}l4 4l8 -9", stroke="rush", thick=2.4)
    elif state == "locked":
        drawing.path(f"M{n(x + 4)} {n(y + 6)}v-2a3 3 0 0 1 6 0v2", stroke="ink2", thick=1.6)
        drawing.rect(x + 2, y + 6, 10, 7.5, "none", stroke="ink2", thick=1.6, radius=1.5)
    elif state == "stepped_back":
        drawing.path(f"M{n(x + 2)} {n(y + 3)}h5a3 3 0 0 1 3 3v7m-3.5 -3.5l3.5 3.5l3.5 -3.5", stroke="ink2", thick=1.8)


def draw_bar(drawing: Drawing, x: float, y: float, wide: float, high: float, state: RungState) -> None:
    """A load bar in the way of its state; on paper without areas: outline, hatch, black, broken outline."""
    if drawing.paint.fills:
        fill = {"done": "rush", "now": "spruce", "next": "straw", "later": "later"}.get(state, "milk")
        edge = {"next": "straw_d", "locked": "later", "stepped_back": "later"}.get(state, "none")
        drawing.rect(x, y, wide, high, fill, stroke=edge, thick=1.2, radius=2, dash=THIN.get(state, ""))
        return
    fill = "ink" if state == "now" else "milk"
    drawing.rect(
        x, y, wide, high, fill, stroke="ink", thick=1.4 if state == "next" else HAIRLINE, dash=THIN.get(state, "")
    )
    if state == "done":
        drawing.hatch(x, y, wide, high, "ink", gap=4)


def draw_whisker(drawing: Drawing, x1: float, x2: float, y: float) -> None:
    """How far a load could be off: a line with two ends, light under dark so that it shows on the bar."""
    way = f"M{n(x1)} {n(y - 4)}v8M{n(x1)} {n(y)}H{n(x2)}M{n(x2)} {n(y - 4)}v8"
    drawing.path(way, stroke="milk", thick=3.0)
    drawing.path(way, stroke="ink", thick=1.5)


def draw_tick(drawing: Drawing, x: float, y: float, high: float) -> None:
    """The tick at one time standing, across the bar."""
    drawing.line(x, y - 4, x, y + high + 4, "milk", 3.6)
    drawing.line(x, y - 4, x, y + high + 4, "ink", 1.6)


def _rounded(drawing: Drawing) -> str:
    """Posts are round: the one gradient of the house, left out on paper."""
    if not drawing.paint.fills:
        return "wood"
    name, paint = f"{drawing.look.prefix}-post", drawing.paint.colours
    stops = ((0, "wood_d"), (0.3, "wood_l"), (0.7, "wood"), (1, "wood_d"))
    drawing.put(
        f'<linearGradient id="{name}">'
        + "".join(f'<stop offset="{at}" stop-color="{paint[role]}"/>' for at, role in stops)
        + "</linearGradient>"
    )
    return f"url(#{name})"
