"""Colours: tones of one colour, the dark line round a fill, and the greyer tone of what is far."""

from __future__ import annotations

from functools import lru_cache

Rgb = tuple[float, float, float]


def rgb(colour: str) -> Rgb:
    """Red, green, blue from 0 to 255.

    >>> rgb("#ff8000")
    (255.0, 128.0, 0.0)
    """
    return float(int(colour[1:3], 16)), float(int(colour[3:5], 16)), float(int(colour[5:7], 16))


def written(colour: Rgb) -> str:
    """The colour as #rrggbb."""
    return "#" + "".join(f"{max(0, min(255, round(part))):02x}" for part in colour)


@lru_cache(maxsize=4096)
def mixed(colour: str, other: str, share: float) -> str:
    """A colour with a share of another.

    >>> mixed("#000000", "#ffffff", 0.5)
    '#808080'
    """
    one, two = rgb(colour), rgb(other)
    red, green, blue = (a * (1 - share) + b * share for a, b in zip(one, two, strict=True))
    return written((red, green, blue))


def dark(colour: str, share: float = 0.42) -> str:
    """The tone of a colour for its outline."""
    return mixed(colour, "#1b2230", share)


def light(colour: str, share: float = 0.2) -> str:
    """A lighter tone."""
    return mixed(colour, "#ffffff", share)


def far(colour: str, share: float) -> str:
    """The tone of a colour for what is on the far side: darker and greyer."""
    return mixed(colour, "#6a6e74", 0.34 * share) if share > 0 else colour
