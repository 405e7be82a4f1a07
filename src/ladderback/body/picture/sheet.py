"""The sheet: key poses in numbered cards with a caption each, a title and a text for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from ladderback.body.picture.arrows import arrows
from ladderback.body.picture.camera import Camera
from ladderback.body.picture.equipment import equipment
from ladderback.body.picture.ground import ground, shadow
from ladderback.body.picture.paths import number
from ladderback.body.picture.person import person
from ladderback.body.picture.scene import drawn
from ladderback.body.picture.solids import Plates, Thing
from ladderback.body.picture.story import Moment
from ladderback.body.picture.values import Look
from ladderback.body.picture.words import text_width, wrapped

FACES = "Atkinson, &quot;Atkinson Hyperlegible Next&quot;, Arial, &quot;Liberation Sans&quot;, system-ui, sans-serif"
LINES = 'stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round"'
PAD, _GAP, _CAPTION, _SIZE = 20.0, 22.0, 58.0, 16.0
_NARROW, _WIDEST = 230.0, 1440.0
INK, QUIET, TEAL = "#2a3342", "#6b7280", "#2f8f9d"
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Picture:
    """One drawn pose: markup (with lines styled), and the room it takes."""

    markup: str
    box: Box


def pictured(
    before: Moment | None,
    now: Moment,
    look: Look,
    camera: Camera,
    *,
    grounded: bool = True,
    mat: Plates | None = None,
    beside: Sequence[Thing] = (),
) -> Picture:
    """One key pose with its ground, its things, who is `beside` and its arrows."""
    things = [*person(now.snap, look, camera), *equipment(now.snap, camera), *beside]
    body = drawn(things, camera)
    signs, ways = arrows(before, now, camera, body.solid)
    box = body.box
    for way in ways:
        box = widened(box, (way[:, 0].min() - 12, way[:, 1].min() - 12, way[:, 0].max() + 12, way[:, 1].max() + 12))
    if not grounded:
        return Picture(body.markup + signs, box)
    under, room = _under(mat, body.box, camera)
    return Picture(under + shadow(things, camera) + body.markup + signs, widened(box, room))


def _under(mat: Plates | None, box: Box, camera: Camera) -> tuple[str, Box]:
    """The mat of a movement, or a round of ground."""
    if mat is None:
        return ground(box, camera)
    found = drawn([mat], camera)
    return found.markup, found.box


def widened(one: Box, two: Box) -> Box:
    """The room of two boxes."""
    return min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3])


def sheet(
    pictures: Sequence[Picture], captions: Sequence[str], name: str, title: str, telling: str, headed: bool
) -> str:
    """The cards in rows."""
    top, bottom = min(one.box[1] for one in pictures), max(one.box[3] for one in pictures)
    widths = [max(one.box[2] - one.box[0] + 2 * 16, _NARROW) for one in pictures]
    rows = _rows(widths)
    tall = bottom - top + 16 + _CAPTION
    head = 54.0 if headed else PAD
    parts, index, wide = [], 0, max(sum(row) + _GAP * (len(row) - 1) for row in rows)
    for line, row in enumerate(rows):
        x, y = PAD + (wide - sum(row) - _GAP * (len(row) - 1)) / 2, head + line * (tall + _GAP)
        for width in row:
            parts.append(_card(pictures[index], captions[index], index + 1, (x, y, width, tall), top))
            x, index = x + width + _GAP, index + 1
    high = head + len(rows) * (tall + _GAP) - _GAP + PAD
    return framed(name, wide + 2 * PAD, high, title, telling, (heading(title) if headed else "") + "".join(parts))


def framed(name: str, wide: float, high: float, title: str, telling: str, inside: str, style: str = "") -> str:
    """The finished file."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {number(wide)} {number(high)}" width="{number(wide)}" '
        f'height="{number(high)}" role="img" aria-labelledby="{name}-title {name}-desc" font-family="{FACES}">'
        f'<title id="{name}-title">{escape(title)}</title><desc id="{name}-desc">{escape(telling)}</desc>{style}'
        f'<rect width="{number(wide)}" height="{number(high)}" fill="#fdfcfa"/>{inside}</svg>'
    )


def heading(title: str) -> str:
    """The title over the cards."""
    return f'<text x="{PAD:g}" y="36" font-size="24" font-weight="700" fill="{INK}">{escape(title)}</text>'


def _rows(widths: Sequence[float]) -> list[list[float]]:
    """Cards side by side as far as they fit, rows as even as can be."""
    total = sum(widths) + _GAP * (len(widths) - 1)
    if total <= _WIDEST or len(widths) == 1:
        return [list(widths)]
    half = (len(widths) + 1) // 2
    wide = max(widths)
    return [[wide] * half, [wide] * (len(widths) - half)] if len(widths) > 2 else [[wide], [wide]]


def _card(picture: Picture, caption: str, at: int, room: Box, top: float) -> str:
    x, y, wide, tall = room
    left, _, right, _ = picture.box
    dx, dy = x + (wide - (right - left)) / 2 - left, y + 14 - top
    return (
        f'<rect x="{number(x)}" y="{number(y)}" width="{number(wide)}" height="{number(tall)}" rx="18" fill="#fff" '
        f'stroke="#e4ded2" stroke-width="1.5"/><g transform="translate({number(dx)} {number(dy)})" {LINES}>'
        f"{picture.markup}</g>" + caption_row(caption, at, x + 14, y + tall - _CAPTION + 8, wide - 58)
    )


def caption_row(caption: str, at: int, x: float, y: float, wide: float) -> str:
    """Number and caption of one key pose."""
    circle = (
        f'<circle cx="{number(x + 13)}" cy="{number(y + 12)}" r="13" fill="{TEAL}"/>'
        f'<text x="{number(x + 13)}" y="{number(y + 17.5)}" font-size="15" font-weight="700" fill="#fff" '
        f'text-anchor="middle">{at}</text>'
    )
    lines = wrapped(caption, _SIZE, wide)[:2]
    start = y + (17.5 if len(lines) == 1 else 11.0)
    words = "".join(
        f'<text x="{number(x + 35)}" y="{number(start + row * 20)}" font-size="{_SIZE:g}" fill="{INK}">'
        f"{escape(line)}</text>"
        for row, line in enumerate(lines)
    )
    return circle + words


__all__ = ["FACES", "Picture", "framed", "pictured", "sheet", "text_width", "widened"]
