"""A day of 24 hours as a strip, with the hours as a list below and gym, desk and bed side by side."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

from ladderback.documents.plots.drawing import Drawing
from ladderback.documents.plots.measure import text_width
from ladderback.documents.plots.scales import Scale
from ladderback.documents.plots.values import DayBlock, DayValues, Look, Posture
from ladderback.documents.plots.words import clock, listed, need_number, need_words, quarters, say
from ladderback.terms.errors import RecordError

PLOT = "day in hours plot"
DAY = 24.0
STRIP, SWATCH = 34.0, 14.0
# Ground of a block, words on it, and how its area is hatched on paper: gap of the lines, rising or falling.
GROUNDS: dict[Posture, tuple[str, str, float, bool]] = {
    "lying": ("spruce2", "on_spruce", 3.0, True),
    "sitting": ("straw", "ink", 6.0, True),
    "standing": ("wood_l", "ink", 12.0, True),
    "walking": ("rush_t", "ink", 12.0, False),
    "training": ("rush", "on_spruce", 3.0, False),
    "lifting": ("oxide_t", "ink", 6.0, False),
    "other": ("mist", "ink", 0.0, True),
}
BESIDE: tuple[Posture, ...] = ("training", "sitting", "lying")


class Spell(Struct, frozen=True):
    """A stretch of the day from start to end [h]."""

    start: float
    end: float


def day_in_hours(values: DayValues, look: Look) -> str:
    """Draws one day: blocks in order, hours nobody told us hatched, a line over sitting that lasts too long in one go.

    Raises:
        RecordError: a block has no name, ends before it starts, leaves the day, or lies over another.
    """
    blocks = _checked(values)
    drawing, words = Drawing(look, PLOT), say("day")
    if not blocks:
        return _nothing_known(drawing)
    y = drawing.headline(14, _title(blocks), "milk")
    scale = Scale(0.0, DAY, drawing.left + 2, drawing.right - 2)
    strip = y + 14
    for spell in _gaps(blocks):
        draw_area(drawing, None, scale.at(spell.start), strip, scale.at(spell.end) - scale.at(spell.start), STRIP)
    for block in blocks:
        _block(drawing, block, scale, strip)
    long_ones = long_sitting(blocks, values.long_sitting)
    for spell in long_ones:
        drawing.line(scale.at(spell.start) + 1, strip - 7, scale.at(spell.end) - 1, strip - 7, "oxide", 3.2)
    y = _clock_marks(drawing, scale, strip + STRIP)
    if long_ones:
        text = words["line"].format(hours=quarters(values.long_sitting))
        drawing.line(drawing.left, y + 9, drawing.left + 18, y + 9, "oxide", 3.2)
        y = drawing.paragraph(drawing.left + 26, y, text, drawing.width - 58, on="milk", ink="ink2") + 4
    y = _list(drawing, blocks, y + 6)
    y = _side_by_side(drawing, blocks, y + 10)
    return drawing.finished(y + 8, _title(blocks), _telling(blocks, long_ones))


def long_sitting(blocks: tuple[DayBlock, ...], least: float) -> list[Spell]:
    """Stretches of sitting in one go that last at least so long [h]; a change of chair does not end one.

    >>> desk = DayBlock(name="desk", posture="sitting", start=8, end=12)
    >>> long_sitting((desk, DayBlock(name="lunch", posture="sitting", start=12, end=12.5)), 4)
    [Spell(start=8, end=12.5)]
    """
    spells: list[Spell] = []
    for block in blocks:
        if block.posture != "sitting":
            continue
        if spells and abs(spells[-1].end - block.start) < 1e-9:
            spells[-1] = Spell(spells[-1].start, block.end)
        else:
            spells.append(Spell(block.start, block.end))
    return [spell for spell in spells if spell.end - spell.start >= least - 1e-9]


def _checked(values: DayValues) -> tuple[DayBlock, ...]:
    """The blocks in order of the clock, once each can be drawn."""
    need_number(PLOT, "long_sitting", values.long_sitting, 0.25, DAY)
    for number, block in enumerate(values.blocks):
        key = f"blocks[{number}]"
        need_words(PLOT, f"{key}.name", block.name)
        need_number(PLOT, f"{key}.start", block.start, 0.0, DAY)
        need_number(PLOT, f"{key}.end", block.end, 0.0, DAY)
        if block.end <= block.start:
            raise RecordError(file=PLOT, key=f"{key}.end", received=block.end, allowed="an hour after its start")
    blocks = sorted(values.blocks, key=lambda one: (one.start, one.end, one.name))
    for first, second in pairwise(blocks):
        if second.start < first.end - 1e-9:
            received = f"a block from {second.start:g} while another lasts to {first.end:g}"
            raise RecordError(file=PLOT, key="blocks", received=received, allowed="blocks one after the other")
    return tuple(blocks)


def _gaps(blocks: tuple[DayBlock, ...]) -> list[Spell]:
    """Hours that no block covers."""
    ends = [0.0, *(block.end for block in blocks)]
    starts = [*(block.start for block in blocks), DAY]
    return [Spell(end, start) for end, start in zip(ends, starts, strict=True) if start - end > 1e-9]


def _hours(blocks: tuple[DayBlock, ...], posture: Posture) -> float:
    return sum(block.end - block.start for block in blocks if block.posture == posture)


def _nothing_known(drawing: Drawing) -> str:
    words = say("day")
    y = drawing.headline(14, words["empty"], "milk")
    draw_area(drawing, None, drawing.left, y, drawing.width - 32, STRIP)
    y = _clock_marks(drawing, Scale(0.0, DAY, drawing.left, drawing.right), y + STRIP)
    y = drawing.paragraph(drawing.left, y + 4, words["empty_next"], drawing.width - 32, on="milk")
    return drawing.finished(y + 12, words["empty"], f"{words['empty']} {words['empty_next']}")


def draw_area(drawing: Drawing, posture: Posture | None, x: float, y: float, wide: float, high: float) -> None:
    """One area of a posture, or of hours nobody told us; on paper its hatch tells it apart."""
    if posture is None:
        drawing.rect(x, y, wide, high, "milk", stroke="edge")
        drawing.hatch(x, y, wide, high, "edge", gap=7 if drawing.paint.fills else 9)
        if not drawing.paint.fills:
            drawing.hatch(x, y, wide, high, "edge", gap=9, up=False)
        return
    ground, _, gap, up = GROUNDS[posture]
    edge = "straw_d" if ground == "straw" else "ink2"
    if not drawing.paint.fills:
        ground = "ink" if posture == "training" else "milk"
    drawing.rect(x, y, wide, high, ground, stroke=edge, thick=0.8)
    if not drawing.paint.fills and gap and posture != "training":
        drawing.hatch(x, y, wide, high, "ink", gap=gap, up=up)


def _block(drawing: Drawing, block: DayBlock, scale: Scale, y: float) -> None:
    """One stretch of the strip, with its name where the whole of it fits."""
    x, wide = scale.at(block.start), scale.at(block.end) - scale.at(block.start)
    draw_area(drawing, block.posture, x, y, wide, STRIP)
    size = drawing.paint.label
    needed = text_width(drawing.said(block.name), size, True)
    if needed > wide - 6:
        return
    ground, ink, *_ = GROUNDS[block.posture]
    if not drawing.paint.fills:
        drawing.rect(x + (wide - needed) / 2 - 2, y + 8, needed + 4, STRIP - 16, "milk")
        ground, ink = "milk", "ink"
    drawing.text(x + wide / 2, y + STRIP / 2 + size * 0.36, block.name, on=ground, ink=ink, bold=True, anchor="middle")


def _clock_marks(drawing: Drawing, scale: Scale, y: float) -> float:
    for hour in range(0, 25, 6 if drawing.width < 480 else 3):
        drawing.line(scale.at(hour), y, scale.at(hour), y + 4, "edge", 1)
        anchor = {0: "start", 24: "end"}.get(hour, "middle")
        drawing.text(scale.at(hour), y + 18, str(hour), on="milk", ink="ink2", anchor=anchor)
    return y + 24


def _rows(blocks: tuple[DayBlock, ...]) -> list[tuple[str, Posture | None, float, str]]:
    """What stands in the list: name, posture, hours, from when to when; the longest first, unknown hours last."""
    words = say("day")
    spans: dict[tuple[str, Posture], list[DayBlock]] = {}
    for block in blocks:
        spans.setdefault((block.name, block.posture), []).append(block)
    rows: list[tuple[str, Posture | None, float, str]] = [
        (name, posture, sum(one.end - one.start for one in found), _spans(found))
        for (name, posture), found in spans.items()
    ]
    rows.sort(key=lambda row: (-row[2], row[0]))
    gaps = _gaps(blocks)
    if gaps:
        rows.append((words["unknown"], None, sum(gap.end - gap.start for gap in gaps), _spans(gaps)))
    return rows


def _spans(found: list[DayBlock] | list[Spell]) -> str:
    form = say("day")["span"]
    return ", ".join(form.format(start=clock(one.start), end=clock(one.end)) for one in found)


def _list(drawing: Drawing, blocks: tuple[DayBlock, ...], y: float) -> float:
    """Every named thing with its hours, so that nothing depends on the width of a block."""
    words, paint = say("day"), drawing.paint
    columns = 2 if drawing.width >= 560 else 1
    across = (drawing.width - 32 - 24 * (columns - 1)) / columns
    rows = _rows(blocks)
    each = -(-len(rows) // columns)
    lowest = y
    for column in range(columns):
        at, x = y, drawing.left + column * (across + 24)
        for name, posture, hours, spans in rows[column * each : (column + 1) * each]:
            draw_area(drawing, posture, x, at + 3, SWATCH, SWATCH)
            amount = words["hours"].format(hours=quarters(hours))
            side = text_width(amount, paint.small, True)
            drawing.text(x + across, at + paint.small, amount, on="milk", size=paint.small, bold=True, anchor="end")
            room = across - SWATCH - 18 - side
            at = drawing.paragraph(x + SWATCH + 8, at, name, room, on="milk", size=paint.small, most=2)
            at = drawing.paragraph(x + SWATCH + 8, at - 2, spans, room, on="milk", ink="ink2", most=4) + 4
        lowest = max(lowest, at)
    return lowest


def _side_by_side(drawing: Drawing, blocks: tuple[DayBlock, ...], y: float) -> float:
    """Training, sitting and lying as three bars on one scale of hours."""
    words, paint = say("day"), drawing.paint
    y = (
        drawing.paragraph(drawing.left, y, words["beside"], drawing.width - 32, on="milk", size=paint.small, bold=True)
        + 2
    )
    names = [words["posture"][posture] for posture in BESIDE]
    start = drawing.left + max(text_width(name, paint.small) for name in names) + 10
    sums = [_hours(blocks, posture) for posture in BESIDE]
    room = drawing.right - start - max(text_width(_amount(blocks, one), paint.small, True) for one in sums) - 10
    for posture, name, hours in zip(BESIDE, names, sums, strict=True):
        wide = room * hours / max(*sums, 1.0)
        drawing.text(drawing.left, y + paint.small, name, on="milk", size=paint.small)
        if hours:
            draw_area(drawing, posture, start, y + 2, wide, 16)
        amount = _amount(blocks, hours)
        drawing.text(start + wide + 8, y + paint.small, amount, on="milk", size=paint.small, bold=True)
        y += 26
    return y


def _title(blocks: tuple[DayBlock, ...]) -> str:
    words = say("day")
    sums = {posture: quarters(_hours(blocks, posture)) for posture in BESIDE}
    unknown = sum(gap.end - gap.start for gap in _gaps(blocks))
    if unknown:
        known = [
            f"{words['posture'][posture]} {words['hours'].format(hours=sums[posture])}"
            for posture in BESIDE
            if _hours(blocks, posture)
        ]
        told = ", ".join(known) or words["no_three"]
        return str(words["title_partly"].format(known=told, unknown=quarters(unknown)))
    return str(words["title"].format(**sums))


def _amount(blocks: tuple[DayBlock, ...], hours: float) -> str:
    """Hours of a posture; while hours of the day are not known, what was told is the least, and nothing is no zero."""
    words = say("day")
    if not _gaps(blocks):
        return str(words["hours"].format(hours=quarters(hours)))
    return str(words["at_least"].format(hours=quarters(hours)) if hours else words["unknown"])


def _telling(blocks: tuple[DayBlock, ...], long_ones: list[Spell]) -> str:
    words = say("day")
    parts = [words["telling"]]
    for name, posture, hours, spans in _rows(blocks):
        form = words["telling_block" if posture else "telling_unknown"]
        called = words["posture"][posture] if posture else ""
        parts.append(form.format(name=name, posture=called, spans=spans, hours=quarters(hours)))
    for spell in long_ones:
        lasts = quarters(spell.end - spell.start)
        parts.append(words["telling_long"].format(start=clock(spell.start), end=clock(spell.end), hours=lasts))
    for posture in BESIDE:
        called = words["posture"][posture]
        amount = _amount(blocks, _hours(blocks, posture))
        parts.append(words["telling_sum"].format(posture=called[:1].upper() + called[1:], amount=amount))
    return listed(parts)
