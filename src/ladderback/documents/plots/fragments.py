"""Pieces of drawings made elsewhere, put in whole after a look at what is inside."""

from __future__ import annotations

import math
import re
from xml.etree import ElementTree

from ladderback.documents.plots.drawing import Drawing, n
from ladderback.documents.plots.values import Fragment
from ladderback.terms.errors import RecordError

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
REFUSED = {"script", "style", "foreignObject", "iframe", "animate", "set", "svg:script", "image", "a"}
_SPACES = f'xmlns="{SVG}" xmlns:xlink="{XLINK}"'


def put_fragment(
    drawing: Drawing, fragment: Fragment, key: str, x: float, y: float, wide: float, high: float, foot: bool = False
) -> None:
    """Fits a piece of a drawing into a box, whole and unbent: in the middle, or with its feet on the lower edge.

    Ids inside get the prefix of the picture, so that two pieces never share one.

    Raises:
        RecordError: the piece is not well formed, moves by script or style, or fetches something from elsewhere.
    """
    box = fragment.view_box
    if len(box) != 4 or not all(map(math.isfinite, box)) or min(box[2:]) <= 0:
        allowed = "four numbers, the last two above 0"
        raise RecordError(file=drawing.plot, key=f"{key}.view_box", received=box, allowed=allowed)
    markup = own_ids(read_fragment(drawing.plot, fragment, key), fragment.svg, f"{drawing.look.prefix}-{key}-")
    place = f'x="{n(x)}" y="{n(y)}" width="{n(wide)}" height="{n(high)}"'
    fit = "xMidYMax" if foot else "xMidYMid"
    seen = " ".join(f"{part:.6g}" for part in box)
    drawing.put(
        f'<svg {place} viewBox="{seen}" preserveAspectRatio="{fit} meet" xmlns:xlink="{XLINK}" '
        f'aria-hidden="true">{markup}</svg>'
    )


def read_fragment(plot: str, fragment: Fragment, key: str) -> ElementTree.Element:
    """The piece as a tree, when it may be put in."""

    def refuse(received: str, allowed: str) -> RecordError:
        return RecordError(file=plot, key=f"{key}.svg", received=received, allowed=allowed)

    if "<!" in fragment.svg or "<?" in fragment.svg:
        raise refuse("a declaration or comment", "shapes only")
    try:
        tree = ElementTree.fromstring(f"<g {_SPACES}>{fragment.svg}</g>")
    except ElementTree.ParseError as problem:
        raise refuse("markup that is not well formed", "well-formed SVG shapes") from problem
    for part in tree.iter():
        space, _, tag = part.tag.rpartition("}")
        if space != f"{{{SVG}" or tag in REFUSED:
            raise refuse(f"<{tag}>", "still shapes with their own attributes")
        for name, value in part.attrib.items():
            plain = name.rpartition("}")[2].lower()
            far = plain == "href" and not value.startswith("#")
            if plain.startswith("on") or far or re.search(r"url\(\s*['\"]?(?!#|['\"])", value) or "@import" in value:
                raise refuse(f"attribute {plain}", "no events and nothing fetched from elsewhere")
    return tree


def own_ids(tree: ElementTree.Element, markup: str, prefix: str) -> str:
    """The markup with its ids, and what points at them, under a prefix."""
    names = sorted({part.attrib["id"] for part in tree.iter() if part.attrib.get("id")}, key=len, reverse=True)
    for name in names:
        word = re.escape(name)
        markup = re.sub(rf"""(\sid\s*=\s*["']){word}(["'])""", rf"\g<1>{prefix}{name}\g<2>", markup)
        markup = re.sub(rf"""(href\s*=\s*["']#){word}(["'])""", rf"\g<1>{prefix}{name}\g<2>", markup)
        markup = re.sub(rf"""(url\(\s*["']?#){word}(["']?\s*\))""", rf"\g<1>{prefix}{name}\g<2>", markup)
    return markup
