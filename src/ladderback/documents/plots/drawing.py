"""One picture while it is being drawn: shapes and words by role, then one SVG with its title and its numbers."""

from __future__ import annotations

import re
import unicodedata
from xml.sax.saxutils import escape

from ladderback.documents.letterforms import printable
from ladderback.documents.plots.measure import shortened, text_width, wrapped
from ladderback.documents.plots.paints import HAIRLINE, PAINTS, WORDS_ON
from ladderback.documents.plots.values import Look
from ladderback.terms.errors import RecordError

FACES = "Atkinson, &quot;Atkinson Hyperlegible Next&quot;, Arial, &quot;Liberation Sans&quot;, system-ui, sans-serif"
PAD = 16.0
LEADING = 1.3
NARROWEST, WIDEST = 300.0, 2000.0
_PREFIX = re.compile(r"[A-Za-z][A-Za-z0-9_-]*\Z")


class Drawing:
    """A sheet to draw on, from the top down. Colours are named by role; words only stand where they can be read."""

    def __init__(self, look: Look, plot: str) -> None:
        if not _PREFIX.match(look.prefix):
            raise RecordError(file=plot, key="look.prefix", received=look.prefix, allowed="letters, digits, - and _")
        if not NARROWEST <= look.width <= WIDEST:
            allowed = f"a width of {NARROWEST:.0f} to {WIDEST:.0f} pixels"
            raise RecordError(file=plot, key="look.width", received=look.width, allowed=allowed)
        self.look, self.plot, self.paint = look, plot, PAINTS[look.theme]
        self.width, self.left, self.right = look.width, PAD, look.width - PAD
        self._parts: list[str] = []

    def put(self, markup: str) -> None:
        """Adds markup that is already safe."""
        self._parts.append(markup)

    def rect(
        self, x: float, y: float, wide: float, high: float, fill: str = "none", *, stroke: str = "none",
        thick: float = HAIRLINE, radius: float = 0.0, dash: str = "",
    ) -> None:  # fmt: skip
        """A rectangle, with round corners where a radius is given."""
        box = f'x="{n(x)}" y="{n(y)}" width="{n(max(wide, 0))}" height="{n(max(high, 0))}"'
        round_ = f' rx="{n(radius)}"' if radius else ""
        self.put(f"<rect {box}{round_} {self._ink(fill, stroke, thick, dash)}/>")

    def path(
        self, way: str, fill: str = "none", *, stroke: str = "none", thick: float = HAIRLINE, dash: str = "",
        opacity: float = 1.0,
    ) -> None:  # fmt: skip
        """A path; numbers in it are already written."""
        seen = f' opacity="{n(opacity)}"' if opacity < 1 else ""
        ends = ' stroke-linecap="round" stroke-linejoin="round"' if stroke != "none" else ""
        self.put(f'<path d="{way}" {self._ink(fill, stroke, thick, dash)}{ends}{seen}/>')

    def line(
        self, x1: float, y1: float, x2: float, y2: float, stroke: str, thick: float = HAIRLINE, dash: str = ""
    ) -> None:
        """A straight line."""
        ends = f'x1="{n(x1)}" y1="{n(y1)}" x2="{n(x2)}" y2="{n(y2)}"'
        self.put(f"<line {ends} {self._ink('none', stroke, thick, dash)}/>")

    def ellipse(
        self, x: float, y: float, rx: float, ry: float, fill: str, *, stroke: str = "none", thick: float = HAIRLINE
    ) -> None:
        """An ellipse, or a circle."""
        self.put(f'<ellipse cx="{n(x)}" cy="{n(y)}" rx="{n(rx)}" ry="{n(ry)}" {self._ink(fill, stroke, thick, "")}/>')

    def hatch(self, x: float, y: float, wide: float, high: float, ink: str, gap: float = 6.0, up: bool = True) -> None:
        """Slanted lines that fill a rectangle and end at its edge."""
        ways, at = [], gap / 2
        while at < wide + high:
            x1, y1, x2, y2 = max(0.0, at - high), min(at, high), min(at, wide), max(0.0, at - wide)
            y1, y2 = (y1, y2) if up else (high - y1, high - y2)
            ways.append(f"M{n(x + x1)} {n(y + y1)}L{n(x + x2)} {n(y + y2)}")
            at += gap
        if ways:
            self.path("".join(ways), stroke=ink)

    def text(
        self, x: float, y: float, words: str, *, on: str, ink: str = "ink", size: float | None = None,
        bold: bool = False, anchor: str = "start", halo: bool = False,
    ) -> float:  # fmt: skip
        """One line of words with its foot at y; returns its width. Words that would leave the picture are shortened."""
        if (ink, on) not in WORDS_ON:
            raise KeyError((ink, on))
        size = size or self.paint.label
        room = {"start": self.width - 4 - x, "end": x - 4, "middle": 2 * min(x - 4, self.width - 4 - x)}[anchor]
        words = shortened(self.said(words), size, max(room, 0), bold)
        weight = ' font-weight="700"' if bold else ""
        end = f' text-anchor="{anchor}"' if anchor != "start" else ""
        glow = f' stroke="{self._of(on)}" stroke-width="4" paint-order="stroke" stroke-linejoin="round"' if halo else ""
        place = f'x="{n(x)}" y="{n(y)}" font-size="{n(size)}"'
        self.put(f'<text {place}{weight}{end}{glow} fill="{self._of(ink)}">{escaped(words)}</text>')
        return text_width(words, size, bold)

    def paragraph(
        self, x: float, y: float, words: str, width: float, *, on: str, ink: str = "ink", size: float | None = None,
        bold: bool = False, most: int = 99,
    ) -> float:  # fmt: skip
        """Words in lines from y down; returns where the next thing may start."""
        size = size or self.paint.label
        for one in wrapped(self.said(words), size, width, bold, most):
            self.text(x, y + size, one, on=on, ink=ink, size=size, bold=bold)
            y += size * LEADING
        return y

    def height_of(self, words: str, width: float, size: float, bold: bool = False, most: int = 99) -> float:
        """How much room a paragraph will take."""
        return len(wrapped(self.said(words), size, width, bold, most)) * size * LEADING

    def headline(self, y: float, words: str, on: str, width: float | None = None) -> float:
        """The title that says the answer, where the look wants it drawn."""
        if not self.look.headed:
            return y
        room = width or self.right - self.left
        return self.paragraph(self.left, y, words, room, on=on, size=self.paint.title, bold=True) + 6

    def said(self, words: str) -> str:
        """The words with letters that the print face holds where they go on paper."""
        words = spoken(words)
        return printable(words) if self.look.theme == "print" else words

    def finished(self, height: float, title: str, telling: str, ground: str = "milk") -> str:
        """The picture: ground, parts, title and the text alternative with every number."""
        name, wide, high = self.look.prefix, n(self.width), n(height)
        back = f'<rect width="{wide}" height="{high}" rx="12" fill="{self._of(ground)}"/>' if self.paint.fills else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}" height="{high}" '
            f'style="max-width:100%;height:auto" role="img" aria-labelledby="{name}-title {name}-desc" '
            f'font-family="{FACES}"><title id="{name}-title">{escaped(self.said(title))}</title>'
            f'<desc id="{name}-desc">{escaped(self.said(telling))}</desc>{back}{"".join(self._parts)}</svg>'
        )

    def _of(self, role: str) -> str:
        return role if role == "none" or role.startswith("url(") else self.paint.colours[role]

    def _ink(self, fill: str, stroke: str, thick: float, dash: str) -> str:
        ink = f'fill="{self._of(fill)}"'
        if stroke != "none":
            ink += f' stroke="{self._of(stroke)}" stroke-width="{n(thick)}"'
        return ink + (f' stroke-dasharray="{dash}"' if dash else "")


def n(value: float) -> str:
    """A coordinate with at most two decimals.

    >>> n(3.0), n(2.345), n(-0.001)
    ('3', '2.35', '0')
    """
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


def spoken(words: str) -> str:
    """Words with what cannot be written taken out: control signs, broken halves of letters, runs of space.

    >>> spoken(" a\\x00 b ")
    'a b'
    """
    kept = (
        "" if unicodedata.category(one) in ("Cc", "Cs", "Cn", "Co", "Cf") and not one.isspace() else one
        for one in words
    )
    return " ".join("".join(kept).split())


def escaped(words: str) -> str:
    """Words as they may stand in an SVG."""
    return escape(words, {'"': "&quot;", "'": "&#39;"})
