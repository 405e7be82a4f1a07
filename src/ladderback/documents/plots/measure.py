"""How wide a text is, so that nothing overlaps and nothing is cut: the advance widths of our own print face.

A screen may set another face, so every width carries a margin.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).resolve().parents[1] / "fonts"
FACES = {False: "AtkinsonHyperlegibleNext-Regular.ttf", True: "AtkinsonHyperlegibleNext-Bold.ttf"}
MARGIN = 1.08
MORE = "…"
TIED = "\u00a0"  # a space that does not break
_UNIT = re.compile(r"(\d) (\w{1,3})\b")  # a number keeps its unit beside it


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of a text at a size, with its margin, in the unit of the size.

    >>> 50 < text_width("rung by rung", 10) < 70
    True
    """
    known = _advances(FACES[bold])
    return sum(known.get(ord(one), _guess(one)) for one in text.replace(TIED, " ")) * size * MARGIN


def wrapped(text: str, size: float, width: float, bold: bool = False, most: int = 99) -> list[str]:
    """The text in lines no wider than `width`; what does not fit in `most` lines ends with three dots.

    >>> wrapped("box from the floor", 10, 60)
    ['box from', 'the floor']
    """
    text = " ".join(text.split())
    if not text:
        return []
    lines: list[str] = []
    for word in _UNIT.sub(rf"\1{TIED}\2", text).split(" "):
        for piece in _pieces(word, size, width, bold):
            if lines and text_width(f"{lines[-1]} {piece}", size, bold) <= width:
                lines[-1] += f" {piece}"
            else:
                lines.append(piece)
    if len(lines) > most:
        lines = [*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), size, width, bold)]
    return [one.replace(TIED, " ") for one in lines]


def shortened(text: str, size: float, width: float, bold: bool = False) -> str:
    """The text, or as much of it as fits with three dots behind it.

    >>> shortened("box from the floor", 10, 60)
    'box from t…'
    """
    if text_width(text, size, bold) <= width:
        return text
    while text and text_width(text + MORE, size, bold) > width:
        text = text[:-1].rstrip()
    return text + MORE


def _pieces(word: str, size: float, width: float, bold: bool) -> list[str]:
    """A word in pieces that fit a line: a word wider than the line is broken."""
    pieces = [""]
    for one in word:
        if pieces[-1] and text_width(pieces[-1] + one, size, bold) > width:
            pieces.append("")
        pieces[-1] += one
    return pieces


def _guess(one: str) -> float:
    """A letter that our face does not hold: wide scripts take a whole square, combining marks nothing."""
    if unicodedata.combining(one):
        return 0.0
    return 1.05 if unicodedata.east_asian_width(one) in "WF" or ord(one) > 0xFFFF else 0.75


@cache
def _advances(face: str) -> dict[int, float]:
    """Advance width of every letter of a face, in parts of its size (TrueType tables cmap, hhea, hmtx, head)."""
    data = (FONTS / face).read_bytes()
    (count,) = struct.unpack_from(">H", data, 4)
    rows = (struct.unpack_from(">4sIII", data, 12 + 16 * row) for row in range(count))
    at = {name.decode(): offset for name, _, offset, _ in rows}
    (units,) = struct.unpack_from(">H", data, at["head"] + 18)
    (metrics,) = struct.unpack_from(">H", data, at["hhea"] + 34)
    widths = [struct.unpack_from(">H", data, at["hmtx"] + 4 * glyph)[0] / units for glyph in range(metrics)]
    return {code: widths[min(glyph, metrics - 1)] for code, glyph in _glyphs(data, at["cmap"]).items()}


def _glyphs(data: bytes, cmap: int) -> dict[int, int]:
    """Which glyph stands for which letter, from the one subtable (format 4) of our faces."""
    (offset,) = struct.unpack_from(">I", data, cmap + 8)
    start = cmap + offset
    (twice,) = struct.unpack_from(">H", data, start + 6)
    ends, starts, deltas, ranges = (start + 14, start + 16 + twice, start + 16 + 2 * twice, start + 16 + 3 * twice)
    found: dict[int, int] = {}
    for step in range(0, twice, 2):
        (last,), (first,) = struct.unpack_from(">H", data, ends + step), struct.unpack_from(">H", data, starts + step)
        (delta,), (skip,) = struct.unpack_from(">H", data, deltas + step), struct.unpack_from(">H", data, ranges + step)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if skip:
                (glyph,) = struct.unpack_from(">H", data, ranges + step + skip + 2 * (code - first))
            found[code] = (glyph + delta) % 65536 if glyph or not skip else 0
    return found
