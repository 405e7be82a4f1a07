"""What is drawn on the head: hair, ears, eyes, brows, mouth, glasses, beard, each where it faces the eye."""

from __future__ import annotations

import numpy as np

from ladderback.body.picture.camera import Camera
from ladderback.body.picture.globe import Globe, seen_area
from ladderback.body.picture.outline import fill_path, polygon, simpler
from ladderback.body.picture.paint import dark, mixed
from ladderback.body.picture.paths import number, opened
from ladderback.body.picture.values import Array, Look, Snapshot

_HALF_LINES = {
    # hair lines of one half, from the front to the back of the head: angles around and up [deg]
    "short": (
        (0, 42),
        (16, 41),
        (32, 36),
        (46, 26),
        (56, 14),
        (62, -2),
        (66, -18),
        (74, -20),
        (80, -4),
        (92, 4),
        (106, -8),
        (118, -30),
        (136, -46),
        (158, -50),
        (180, -51),
    ),
    "crop": (
        (0, 36),
        (16, 36),
        (32, 30),
        (44, 18),
        (54, 4),
        (60, -12),
        (68, -20),
        (76, -12),
        (84, 0),
        (98, 0),
        (110, -18),
        (122, -40),
        (140, -52),
        (160, -56),
        (180, -57),
    ),
    "tied": (
        (0, 46),
        (18, 44),
        (36, 36),
        (52, 24),
        (64, 10),
        (70, -8),
        (78, -12),
        (86, -2),
        (98, 2),
        (112, -8),
        (126, -24),
        (146, -36),
        (164, -40),
        (180, -41),
    ),
    "bob": (
        (0, 38),
        (14, 40),
        (30, 34),
        (44, 20),
        (52, 2),
        (56, -20),
        (60, -48),
        (70, -66),
        (100, -72),
        (140, -72),
        (180, -72),
    ),
    "scarf": (
        (0, 34),
        (18, 32),
        (34, 24),
        (46, 8),
        (52, -12),
        (56, -36),
        (64, -60),
        (100, -74),
        (140, -74),
        (180, -74),
    ),
}
_STYLES = {
    "short": "short",
    "curls": "crop",
    "crop": "crop",
    "bob": "bob",
    "ponytail": "tied",
    "bun": "tied",
    "scarf": "scarf",
}
_PUFF = {"curls": (1.16, 1.2, 1.14), "bob": (1.08, 1.14, 1.08), "scarf": (1.07, 1.1, 1.07), "crop": (1.06, 1.07, 1.06)}
_BEARD = ((0, -20), (14, -22), (26, -20), (40, -4), (54, 6), (66, 18), (80, 24), (96, -30), (120, -60), (180, -70))


def face(snap: Snapshot, look: Look, globe: Globe, camera: Camera) -> str:
    """Everything on the head, from the back to the front."""
    head = _Face(snap, camera)
    text = _beard(snap, look, camera) + _hair(look, globe, camera)
    if look.style not in ("scarf", "bob"):
        text += "".join(head.ear(look, sign) for sign in (1.0, -1.0))
    text += "".join(head.eye(look, sign) for sign in (1.0, -1.0)) + head.mouth(look)
    return text


def _hair(look: Look, globe: Globe, camera: Camera) -> str:
    style = _STYLES.get(look.style)
    if style is None:
        return ""
    half = _HALF_LINES[style]
    line = [*half, *((360 - around, up) for around, up in reversed(half[1:-1]))]
    puff = _PUFF.get(look.style, (1.06, 1.07, 1.07))
    shell = Globe(globe.middle + globe.axes @ np.array([-0.03, 0.0, 0.03]), globe.axes * np.array(puff)[None, :])
    area = seen_area(shell, line, camera)
    if len(area) < 3:
        return ""
    shape = polygon(area)
    if look.style == "curls":
        shape = shape.buffer(-1.5).buffer(1.5)
    path = fill_path(simpler(shape))
    return f'<path d="{path}" fill="{look.hair}" stroke="{dark(look.hair)}"/>'


def _beard(snap: Snapshot, look: Look, camera: Camera) -> str:
    if not look.beard or float(snap.frames["head"][:, 0] @ camera.near) < -0.4:
        return ""
    size = snap.build.stature / 1.74 / 1000
    middle = snap.on("head", 62 * size, 0.0, 0.38 * snap.lengths["head"])
    shell = Globe(middle, snap.frames["head"] * (np.array([64.0, 60.0, 62.0]) * size)[None, :])
    half = _BEARD
    line = [*half, *((360 - around, up) for around, up in reversed(half[1:-1]))]
    area = seen_area(shell, line[::-1], camera)
    if len(area) < 3:
        return ""
    tone = mixed(look.hair if look.style != "bald" else "#b9b4aa", look.skin, 0.12)
    return f'<path d="{fill_path(simpler(polygon(area)))}" fill="{tone}" stroke="{dark(tone, 0.3)}" stroke-width="1"/>'


class _Face:
    """The face of one head, seen by one camera."""

    def __init__(self, snap: Snapshot, camera: Camera) -> None:
        self.snap, self.camera = snap, camera
        self.size, self.length = snap.build.stature / 1.74 / 1000, snap.lengths["head"]
        self.frame = snap.frames["head"]
        self.unit = self.size * 330 * 1.02

    def at(self, forward: float, left: float, along: float) -> Array:
        """A place on the head, on the sheet."""
        place = self.snap.on("head", forward * self.size, left * self.size, along * self.length)
        return np.asarray(self.camera.flat(place[None, :])[0])

    def faces(self, forward: float, left: float, up: float = 0.0) -> float:
        """How much something that looks that way faces the eye."""
        way = self.frame @ np.array([forward, left, up])
        return float(way @ self.camera.near / np.linalg.norm(way))

    def ear(self, look: Look, sign: float) -> str:
        """An ear, where the side of the head is seen."""
        facing = self.faces(-0.15, sign)
        if facing < 0.12:
            return ""
        middle = self.at(26, sign * 79, 0.545)
        tall = self.at(22, sign * 79, 0.66) - middle
        wide = (self.at(43, sign * 80, 0.545) - middle) * 0.95
        inner = self._ring(middle, wide * 0.45, tall * 0.5)
        return (
            f'<path d="{self._ring(middle, wide, tall)}" fill="{look.skin}" stroke="{dark(look.skin)}"/>'
            f'<path d="{inner}" fill="{dark(look.skin, 0.14)}" stroke="none"/>'
        )

    def _ring(self, middle: Array, wide: Array, tall: Array) -> str:
        around = np.linspace(0, 2 * np.pi, 10, endpoint=False)
        points = middle + np.cos(around)[:, None] * wide + np.sin(around)[:, None] * tall
        return fill_path(polygon(points))

    def eye(self, look: Look, sign: float) -> str:
        """An eye with its brow, and the glass before it."""
        facing = self.faces(0.78, sign * 0.62)
        if facing < 0.1:
            return ""
        middle = self.at(121, sign * 33, 0.555)
        up = self.at(121, sign * 33, 0.6) - middle
        side = self.at(116, sign * 42, 0.555) - middle
        ink = "#2b2523"
        text = f'<path d="{self._ring(middle, side * 0.66, up * 0.9)}" fill="{ink}" stroke="none"/>'
        brow = np.array(
            [self.at(128, sign * 17, 0.672), self.at(123, sign * 33, 0.692), self.at(111, sign * 49, 0.655)]
        )
        hair = (
            mixed(look.hair, "#4a3a30", 0.4)
            if look.style in ("scarf",)
            else look.hair
            if look.style != "bald"
            else "#8d8880"
        )
        text += _line(opened(brow), dark(hair, 0.3))
        if look.glasses:
            text += self._glass(sign, middle, facing)
        return text

    def _glass(self, sign: float, middle: Array, facing: float) -> str:
        up = self.at(126, sign * 33, 0.66) - self.at(126, sign * 33, 0.555)
        side = self.at(112, sign * 56, 0.555) - self.at(126, sign * 33, 0.555)
        arm = np.array([self.at(112, sign * 56, 0.57), self.at(40, sign * 80, 0.6)])
        rim = self._ring(middle, side, up)
        text = f'<path d="{rim}" fill="#ffffff" fill-opacity=".25" stroke="#4b5158" stroke-width="1.3"/>'
        if self.faces(0.0, sign) > 0.1:
            text += f'<path d="{opened(arm)}" fill="none" stroke="#4b5158" stroke-width="1.3"/>'
        return text

    def mouth(self, look: Look) -> str:
        """A small smile; of it only what faces the eye."""
        if self.faces(1.0, 0.0) < -0.12:
            return ""
        points = []
        for left in np.linspace(-24, 24, 9):
            forward = 121 - 0.019 * left**2
            if self.faces(1.0, left / 55) > 0.06:
                points.append(self.at(forward, left, 0.318 + 0.00003 * left**2))
        if len(points) < 2:
            return ""
        tone = mixed(look.skin, "#7a2d22", 0.62)
        return _line(opened(np.array(points)), tone)


def _line(way: str, tone: str) -> str:
    return f'<path d="{way}" fill="none" stroke="{tone}" stroke-width="1.7" stroke-linecap="round"/>'


__all__ = ["face", "number"]
