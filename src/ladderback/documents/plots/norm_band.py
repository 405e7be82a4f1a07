"""A finding against its norm: the curve of the reference group above one flat band, and where this person stands."""

from __future__ import annotations

import math
from itertools import pairwise

from ladderback.documents.plots.drawing import LEADING, Drawing, n
from ladderback.documents.plots.marks import Shape, draw_arrow, draw_mark
from ladderback.documents.plots.measure import text_width
from ladderback.documents.plots.scales import Scale, round_values
from ladderback.documents.plots.values import Band, BandKind, Look, NormBandValues, NormMark
from ladderback.documents.plots.words import figure, listed, need_number, need_words, say, stop
from ladderback.terms.errors import RecordError
from ladderback.terms.sides import Side

PLOT = "norm band plot"
FAR = 1e6
CURVE, BAND = 76.0, 26.0
MARKS: dict[Side | None, tuple[Shape, str]] = {
    "left": ("square", "left"), "right": ("circle", "right"), None: ("bar", "ink"),
}  # fmt: skip
GROUNDS: dict[BandKind, tuple[str, str]] = {
    "finding": ("oxide_t", "oxide"), "borderline": ("straw_t", "straw_d"), "typical": ("rush_t", "rush"),
}  # fmt: skip


def norm_band(values: NormBandValues, look: Look) -> str:
    """Draws one measure against people of the same group; a value beyond the scale stands at its end with an arrow.

    Raises:
        RecordError: the scale has no length, a value is no number, bands lie over one another, or a spread has no mean.
    """
    _check(values)
    drawing, words = Drawing(look, PLOT), say("norm")
    y = drawing.headline(14, _title(values), "milk")
    if not values.marks:
        y = drawing.paragraph(drawing.left, y, words["empty_next"], drawing.width - 32, on="milk", ink="ink2")
    unit_room = text_width(_value(values, values.high), drawing.paint.label) / 2
    scale = Scale(values.low, values.high, drawing.left + unit_room, drawing.right - unit_room)
    curve = y + len(values.marks) * _lane(drawing) + 4
    band = curve + (CURVE + drawing.paint.label * LEADING if _curved(values) else 10)
    _draw_bands(drawing, values, scale, band)
    _draw_curve(drawing, values, scale, curve, band)
    for number, mark in enumerate(values.marks):
        _drop(drawing, mark, scale, y + number * _lane(drawing) + _lane(drawing) - 9, band + BAND)
    for number, mark in enumerate(values.marks):
        _draw_mark(drawing, values, mark, scale, y + number * _lane(drawing))
    foot = _axis(drawing, values, scale, band + BAND)
    end = _below(drawing, values, scale, foot)
    return drawing.finished(end + 10, _title(values), _telling(values))


def _check(values: NormBandValues) -> None:
    need_words(PLOT, "measure", values.measure)
    need_number(PLOT, "low", values.low, -FAR, FAR)
    need_number(PLOT, "high", values.high, -FAR, FAR)
    if values.high - values.low < 1e-3:
        raise RecordError(file=PLOT, key="high", received=values.high, allowed="more than low")
    need_number(PLOT, "mean", values.mean, -FAR, FAR)
    need_number(PLOT, "sd", values.sd, 1e-6, FAR)
    if values.sd is not None and values.mean is None:
        raise RecordError(file=PLOT, key="sd", received=values.sd, allowed="a spread only with its mean")
    for number, mark in enumerate(values.marks):
        need_number(PLOT, f"marks[{number}].value", mark.value, -FAR, FAR)
        need_number(PLOT, f"marks[{number}].before", mark.before, -FAR, FAR)
    if len(values.marks) > 6:
        raise RecordError(
            file=PLOT, key="marks", received=len(values.marks), allowed="at most six values in one picture"
        )
    for number, band in enumerate(values.bands):
        need_number(PLOT, f"bands[{number}].low", band.low, -FAR, FAR)
        need_number(PLOT, f"bands[{number}].high", band.high, -FAR, FAR)
    ends = [_ends(values, band) for band in values.bands]
    for first, second in pairwise(ends):
        if second[0] < first[1] - 1e-9:
            raise RecordError(file=PLOT, key="bands", received="bands that overlap", allowed="bands from low to high")


def _ends(values: NormBandValues, band: Band) -> tuple[float, float]:
    low, high = (-math.inf if band.low is None else band.low), (math.inf if band.high is None else band.high)
    if high < low:
        raise RecordError(
            file=PLOT, key="bands", received="a band that ends before it starts", allowed="low below high"
        )
    return low, high


def _curved(values: NormBandValues) -> bool:
    return bool(values.bands) and values.mean is not None


def _lane(drawing: Drawing) -> float:
    """Room of one value: its words, and below them its marks."""
    return drawing.paint.label * LEADING + 20


def _value(values: NormBandValues, value: float) -> str:
    gap = "" if values.unit in ("°", "%", "") else " "
    return f"{figure(value)}{gap}{values.unit}"


def verdict(values: NormBandValues, mark: NormMark) -> str:
    """What a value is called: what the assessment said, else its band; on a border the band that starts there.

    >>> two = (Band(kind="finding", high=10), Band(kind="typical", low=10))
    >>> verdict(NormBandValues(measure="hold", low=0, high=20, marks=(), bands=two), NormMark(value=10))
    'typical'
    """
    words = say("norm")["kind"]
    if mark.verdict is not None:
        return str(words[mark.verdict])
    for band in reversed(values.bands):
        low, high = _ends(values, band)
        if low <= mark.value <= high:
            return str(words[band.kind])
    return str(words["none"])


def _draw_bands(drawing: Drawing, values: NormBandValues, scale: Scale, y: float) -> None:
    size = drawing.paint.label
    drawing.rect(
        scale.start, y, scale.end - scale.start, BAND, "sink" if drawing.paint.fills else "milk", stroke="edge"
    )
    for band in values.bands:
        low, high = _ends(values, band)
        x, wide = scale.at(low), scale.at(high) - scale.at(low)
        if wide < 0.5:
            continue
        ground, ink = GROUNDS[band.kind]
        drawing.rect(x, y, wide, BAND, ground, stroke="none" if drawing.paint.fills else "ink")
        if band.kind == "finding":
            drawing.hatch(x, y, wide, BAND, ink)
        elif band.kind == "borderline" and not drawing.paint.fills:
            drawing.line(x, y + BAND / 2, x + wide, y + BAND / 2, ink, dash="1 4")
        if _fits(drawing, band.kind, wide):
            name = say("norm")["kind"][band.kind]
            needed = text_width(name, size, True)
            drawing.rect(x + wide / 2 - needed / 2 - 3, y + 4, needed + 6, BAND - 8, ground)
            drawing.text(x + wide / 2, y + BAND / 2 + size * 0.35, name, on=ground, ink=ink, bold=True, anchor="middle")


def _fits(drawing: Drawing, kind: BandKind, wide: float) -> bool:
    return text_width(say("norm")["kind"][kind], drawing.paint.label, True) + 10 <= wide


def _draw_curve(drawing: Drawing, values: NormBandValues, scale: Scale, top: float, band: float) -> None:
    """The reference group: a bell when the spread is known, and the mean as a broken line."""
    if not _curved(values) or values.mean is None:
        return
    size, paint = drawing.paint.label, drawing.paint
    peak = top + size * LEADING + 4
    if values.sd is not None:
        points = []
        for step in range(121):
            value = values.low + (values.high - values.low) * step / 120
            high = math.exp(-0.5 * ((value - values.mean) / values.sd) ** 2)
            points.append(f"{n(scale.at(value))} {n(band - high * (band - peak))}")
        drawing.path("M" + "L".join(points), stroke="edge", thick=1.6 if paint.fills else 0.9)
    if scale.holds(values.mean):
        x = scale.at(values.mean)
        drawing.line(x, peak, x, band + BAND, "ink2", 1.2, "4 3")
        label = say("norm")["mean"].format(mean=_value(values, values.mean))
        half = text_width(drawing.said(label), size) / 2
        x = min(max(x, drawing.left + half), drawing.right - half)
        drawing.text(x, peak - 5, label, on="milk", ink="ink2", anchor="middle", halo=True)


def _drop(drawing: Drawing, mark: NormMark, scale: Scale, y: float, foot: float) -> None:
    """The dotted line from a mark down to the band; none for a value beyond the scale."""
    if scale.holds(mark.value):
        ink = MARKS[mark.side][1]
        drawing.line(scale.at(mark.value), y, scale.at(mark.value), foot, ink, 1.4, "1.5 3.5")


def _draw_mark(drawing: Drawing, values: NormBandValues, mark: NormMark, scale: Scale, y: float) -> None:
    """Words first, then below them the hollow mark of before, an arrow, the mark of now."""
    shape, ink = MARKS[mark.side]
    size, line = drawing.paint.label, y + _lane(drawing) - 9
    x, text = scale.at(mark.value), _mark_words(values, mark, scale)
    before = _before_words(values, mark)
    wide = text_width(drawing.said(text), size, True)
    tail = text_width(drawing.said(f"  {before}"), size) + 6 if before else 0.0
    start = min(max(x - wide / 2, drawing.left), max(drawing.right - wide - tail, drawing.left))
    drawing.text(start, y + size, text, on="milk", ink=ink, bold=True, halo=True)
    if before:
        room = drawing.right - (start + wide + 8)
        if room > 40:
            drawing.text(start + wide + 8, y + size, before, on="milk", ink="ink2", halo=True)
    if mark.before is not None:
        past = scale.at(mark.before)
        draw_mark(drawing, shape, past, line, ink, hollow=True)
        draw_arrow(drawing, past + math.copysign(9, x - past), x - math.copysign(10, x - past), line, ink)
    if scale.holds(mark.value):
        draw_mark(drawing, shape, x, line, ink)
    else:
        _off(drawing, x, line, ink, above=mark.value > values.high, shape=shape)


def _off(drawing: Drawing, x: float, y: float, ink: str, above: bool, shape: Shape) -> None:
    """A value beyond the scale: its mark just inside the end, an arrow pointing out."""
    way = 1 if above else -1
    draw_mark(drawing, shape, x - way * 14, y, ink)
    drawing.path(f"M{n(x - way * 5)} {n(y)}h{way * 9}m{-way * 4} -4l{way * 4} 4l{-way * 4} 4", stroke=ink, thick=1.8)


def _side(mark: NormMark) -> str:
    return str(say("norm")["side"][mark.side or "none"])


def _mark_words(values: NormBandValues, mark: NormMark, scale: Scale) -> str:
    words, shown = say("norm"), _value(values, mark.value)
    if not scale.holds(mark.value):
        shown = words["off_above" if mark.value > values.high else "off_below"].format(value=shown)
    return str(words["value_only"].format(side=_side(mark), value=shown))


def _before_words(values: NormBandValues, mark: NormMark) -> str:
    words = say("norm")
    if mark.before is None:
        return ""
    form = words["before" if mark.before_when.strip() else "before_no_date"]
    return str(form.format(when=mark.before_when, value=_value(values, mark.before)))


def _axis(drawing: Drawing, values: NormBandValues, scale: Scale, y: float) -> float:
    widest = max(text_width(_value(values, end), drawing.paint.label) for end in (values.low, values.high))
    most = max(2, min(8, int((scale.end - scale.start) / (widest + 14))))
    for at in round_values(values.low, values.high, most):
        drawing.line(scale.at(at), y, scale.at(at), y + 5, "edge", 1)
        drawing.text(scale.at(at), y + 19, _value(values, at), on="milk", ink="ink2", anchor="middle")
    return y + 28


def _below(drawing: Drawing, values: NormBandValues, scale: Scale, y: float) -> float:
    """Who the band stands for and how sure it is, then names of bands too narrow to carry them."""
    words, wide = say("norm"), drawing.width - 32
    if not values.bands:
        return drawing.paragraph(drawing.left, y, words["no_norm_note"], wide, on="milk", ink="ink2")
    for band in values.bands:
        low, high = (scale.at(end) for end in _ends(values, band))
        if high - low >= 0.5 and not _fits(drawing, band.kind, high - low):
            ground, ink = GROUNDS[band.kind]
            drawing.rect(drawing.left, y + 2, 18, 12, ground, stroke="edge")
            if band.kind == "finding":
                drawing.hatch(drawing.left, y + 2, 18, 12, ink)
            elif not drawing.paint.fills and band.kind == "borderline":
                drawing.line(drawing.left, y + 8, drawing.left + 18, y + 8, ink, dash="1 4")
            text = _band_words(values, band)
            y = drawing.paragraph(drawing.left + 26, y, text, wide - 26, on="milk", ink="ink2") + 2
    y = drawing.paragraph(drawing.left, y, _group(values), wide, on="milk", ink="ink2")
    if any(mark.before is not None for mark in values.marks):
        y = drawing.paragraph(drawing.left, y, words["hollow"], wide, on="milk", ink="ink2")
    return _source(drawing, words["source"][values.status], values.status == "verified", y + 4)


def _source(drawing: Drawing, words: str, sure: bool, y: float) -> float:
    """How sure the norm is: a chip, not a footnote."""
    size, wide = drawing.paint.label, drawing.width - 32 - 20
    high = drawing.height_of(words, wide, size, True)
    across = min(text_width(drawing.said(words), size, True), wide) + 20
    ground, ink = ("rush_t", "rush") if sure else ("straw_t", "straw_d")
    drawing.rect(drawing.left, y, across, high + 6, ground, stroke="none" if drawing.paint.fills else "ink", radius=12)
    drawing.paragraph(drawing.left + 12, y + 2, words, wide, on=ground, ink=ink, bold=True)
    return y + high + 8


def _group(values: NormBandValues) -> str:
    words = say("norm")
    if values.mean is None:
        return str(words["group_no_mean"].format(group=values.group)) if values.group else ""
    form = words["group_spread" if values.sd is not None else "group"]
    sd = "" if values.sd is None else _value(values, values.sd)
    return str(form.format(group=values.group, mean=_value(values, values.mean), sd=sd))


def _band_words(values: NormBandValues, band: Band) -> str:
    words = say("norm")
    low, high = (values.low if band.low is None else band.low), (values.high if band.high is None else band.high)
    kind = words["kind"][band.kind]
    form = words["telling_band"].format(kind=kind, low=_value(values, low), high=_value(values, high))
    return str(form[:1].upper() + form[1:])


def _title(values: NormBandValues) -> str:
    words = say("norm")
    if not values.marks:
        return str(words["empty"].format(measure=values.measure))
    form = words["mark" if values.bands else "value_only"]
    marks = [
        form.format(side=_side(mark), value=_value(values, mark.value), verdict=verdict(values, mark))
        for mark in values.marks
    ]
    return str(words["title" if values.bands else "no_norm"].format(measure=values.measure, marks="; ".join(marks)))


def _telling(values: NormBandValues) -> str:
    words = say("norm")
    low, high = _value(values, values.low), _value(values, values.high)
    parts = [words["telling"].format(measure=values.measure, low=low, high=high)]
    parts += [_band_words(values, band) for band in values.bands]
    for mark in values.marks:
        told = verdict(values, mark) if values.bands else words["no_norm_note"].rstrip(".")
        shown = _mark_words(values, mark, Scale(values.low, values.high, 0, 1)).removeprefix(_side(mark)).strip()
        parts.append(words["telling_mark"].format(side=_side(mark).capitalize(), value=shown, verdict=told))
        if mark.before is not None:
            form = words["telling_before_when" if mark.before_when.strip() else "telling_before"]
            parts.append(form.format(when=mark.before_when, value=_value(values, mark.before)))
    if values.bands:
        parts += [_group(values), stop(words["source"][values.status].capitalize())]
    return listed(parts)
