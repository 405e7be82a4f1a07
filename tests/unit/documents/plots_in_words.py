"""Reads a plot back: its words with the room they take, its text alternative, its ids."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree import ElementTree

from ladderback.documents.plots.measure import text_width

SVG = "{http://www.w3.org/2000/svg}"


class Words(NamedTuple):
    """One line of words and the box it takes by the rough measure."""

    said: str
    left: float
    top: float
    right: float
    foot: float
    size: float


def tree(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def telling(svg: str) -> str:
    return " ".join(part.text or "" for part in tree(svg) if part.tag in (f"{SVG}title", f"{SVG}desc"))


def size(svg: str) -> tuple[float, float]:
    wide, high = tree(svg).attrib["viewBox"].split()[2:]
    return float(wide), float(high)


def words(svg: str) -> list[Words]:
    return [_boxed(part) for part in tree(svg).iter(f"{SVG}text")]


def _boxed(part: ElementTree.Element) -> Words:
    said, letters = part.text or "", float(part.attrib["font-size"])
    wide = text_width(said, letters, part.attrib.get("font-weight") == "700")
    x, y = float(part.attrib["x"]), float(part.attrib["y"])
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[part.attrib.get("text-anchor", "start")]
    return Words(said, left, y - 0.72 * letters, left + wide, y + 0.2 * letters, letters)


def outside(svg: str) -> list[Words]:
    wide, high = size(svg)
    return [one for one in words(svg) if one.left < 0 or one.right > wide or one.top < 0 or one.foot > high]


def overlapping(svg: str) -> list[tuple[str, str]]:
    found, slack = words(svg), 0.5
    return [
        (first.said, second.said)
        for place, first in enumerate(found)
        for second in found[place + 1 :]
        if first.left < second.right - slack
        and second.left < first.right - slack
        and first.top < second.foot - slack
        and second.top < first.foot - slack
    ]


def ids(svg: str) -> list[str]:
    return re.findall(r'\sid="([^"]*)"', svg)
