"""Pain in the hours after hands-on work: how much it gave, and how long that lasted."""

from __future__ import annotations

from itertools import pairwise

from ladderback.documents.plots.drawing import LEADING, Drawing, n
from ladderback.documents.plots.marks import Shape, draw_mark
from ladderback.documents.plots.measure import text_width
from ladderback.documents.plots.scales import Scale, round_step
from ladderback.documents.plots.values import HourAfter, Look, ReliefValues, Technique
from ladderback.documents.plots.words import figure, listed, need_number, need_words, say, stop
from ladderback.terms.errors import RecordError

PLOT = "relief plot"
PANEL, MOST = 190.0, 6
LONGEST = 24.0 * 366
# Ink, shape and dash of each line: two techniques differ by more than colour.
STROKES: tuple[tuple[str, Shape, str], ...] = (
    ("left", "circle", ""), ("right", "square", ""), ("spruce", "diamond", "7 4"), ("straw_d", "triangle", "7 4"),
    ("rush", "cross", "2 4"), ("ink2", "bar", "2 4"),
)  # fmt: skip


def relief(values: ReliefValues, look: Look) -> str:
    """Draws pain against hours, technique by technique; a gain below its error draws no line and is said in words.

    Raises:
        RecordError: a pain is no number from 0 to 10, hours run backwards, or there are more than six techniques.
    """
    _check(values)
    drawing, words = Drawing(look, PLOT), say("relief")
    y = drawing.headline(14, _title(values), "milk")
    if not values.techniques:
        y = drawing.paragraph(drawing.left, y, words["empty_next"], drawing.width - 32, on="milk", ink="ink2")
        return drawing.finished(y + 12, words["empty"], listed([words["empty"], words["empty_next"]]))
    y = drawing.paragraph(drawing.left, y, words["axis"], drawing.width - 32, on="milk", ink="ink2") + 6
    hours = [one.hours for technique in values.techniques for one in technique.after]
    across = Scale(0.0, max([*hours, 1.0]), drawing.left + 34, drawing.right - 12)
    up = Scale(0.0, 10.0, y + PANEL, y)
    for at in (0, 5, 10):
        drawing.line(across.start - 8, up.at(at), across.end + 8, up.at(at), "line", 1)
        drawing.text(across.start - 14, up.at(at) + 5, str(at), on="milk", ink="ink2", anchor="end")
    _before(drawing, values, across, up)
    for technique, (ink, shape, dash) in zip(values.techniques, STROKES, strict=False):
        if _drawn(technique):
            _line(drawing, technique, across, up, ink, shape, dash)
    y = _hours_axis(drawing, across, y + PANEL)
    for technique, stroke in zip(values.techniques, STROKES, strict=False):
        y = _key(drawing, technique, stroke, y)
    return drawing.finished(y + 8, _title(values), _telling(values))


def _check(values: ReliefValues) -> None:
    if len(values.techniques) > MOST:
        allowed = "at most six techniques in one picture"
        raise RecordError(file=PLOT, key="techniques", received=len(values.techniques), allowed=allowed)
    for number, technique in enumerate(values.techniques):
        key = f"techniques[{number}]"
        need_words(PLOT, f"{key}.name", technique.name)
        need_number(PLOT, f"{key}.before", technique.before, 0.0, 10.0)
        need_number(PLOT, f"{key}.half_time", technique.half_time, 0.0, LONGEST)
        need_number(PLOT, f"{key}.error", technique.error, 0.0, 10.0)
        for place, one in enumerate(technique.after):
            need_number(PLOT, f"{key}.after[{place}].hours", one.hours, 0.0, LONGEST)
            need_number(PLOT, f"{key}.after[{place}].pain", one.pain, 0.0, 10.0)
        hours = [one.hours for one in technique.after]
        if any(second <= first for first, second in pairwise(hours)):
            raise RecordError(file=PLOT, key=f"{key}.after", received="hours out of order", allowed="each hour later")


def _gain(technique: Technique) -> float:
    return technique.before - min((one.pain for one in technique.after), default=technique.before)


def _drawn(technique: Technique) -> bool:
    """A line is drawn only for a relief that is more than chance."""
    gain = _gain(technique)
    return gain > 0 and gain >= (technique.error or 0.0) - 1e-9


def _verdict(technique: Technique) -> str:
    """The half-time in words."""
    words = say("relief")
    if not technique.after:
        return str(words["no_after"])
    if not _drawn(technique):
        return str(words["too_small"])
    if technique.half_time is not None:
        return str(words["half_gone"].format(hours=figure(technique.half_time)))
    last = technique.after[-1]
    form = words["lasts" if last.pain < technique.before else "fades"]
    return str(form.format(hours=figure(last.hours)))


def _before(drawing: Drawing, values: ReliefValues, across: Scale, up: Scale) -> None:
    """The broken line of the pain before: one for all where it was the same, else each in its own ink."""
    drawn = [(one, stroke[0]) for one, stroke in zip(values.techniques, STROKES, strict=False)]
    shared = len({technique.before for technique, _ in drawn}) == 1
    size, label = drawing.paint.label, say("relief")["before"]
    for technique, ink in drawn[:1] if shared else drawn:
        y = up.at(technique.before)
        drawing.line(across.start - 8, y, across.end + 8, y, "ink2" if shared else ink, 1.4, "6 4")
    highest = max(technique.before for technique, _ in drawn)
    y = up.at(highest)
    y = y - 6 if y - 6 - size > up.end - 2 else y + size + 4
    drawing.text(across.end + 8, y, label, on="milk", ink="ink2", anchor="end", halo=True)


def _line(drawing: Drawing, technique: Technique, across: Scale, up: Scale, ink: str, shape: Shape, dash: str) -> None:
    points: tuple[HourAfter, ...] = technique.after
    way = "M" + "L".join(f"{n(across.at(one.hours))} {n(up.at(one.pain))}" for one in points)
    drawing.path(way, stroke=ink, thick=2.4, dash=dash)
    for one in points:
        draw_mark(drawing, shape, across.at(one.hours), up.at(one.pain), ink, size=4.5)


def _hours_axis(drawing: Drawing, across: Scale, foot: float) -> float:
    """Hours along the foot; from a day on in whole days."""
    words, size = say("relief"), drawing.paint.label
    widest = text_width(words["hour"].format(hours=figure(across.high)), size)
    most = max(1, int((across.end - across.start) / (widest + 18)))
    step = round_step(across.high, most) if across.high < 24 else max(round_step(across.high / 24, most), 1.0) * 24
    if 24 <= across.high < 36 and across.high / 12 <= most:
        step = 12.0
    for count in range(int(across.high / step + 1e-6) + 1):
        x = across.at(count * step)
        drawing.line(x, foot, x, foot + 5, "edge", 1)
        text = words["hour"].format(hours=figure(count * step))
        half = text_width(text, size) / 2
        drawing.text(min(x, drawing.right - half), foot + 8 + size, text, on="milk", ink="ink2", anchor="middle")
    return foot + 8 + size * LEADING + 8


def _key(drawing: Drawing, technique: Technique, stroke: tuple[str, Shape, str], y: float) -> float:
    """One technique by name with its half-time, beside its line."""
    ink, shape, dash = stroke
    paint, wide = drawing.paint, drawing.width - 32 - 40
    if _drawn(technique):
        drawing.line(drawing.left, y + 10, drawing.left + 30, y + 10, ink, 2.4, dash)
        draw_mark(drawing, shape, drawing.left + 15, y + 10, ink, size=4.5)
    x = drawing.left + 40
    y = drawing.paragraph(x, y, technique.name, wide, on="milk", size=paint.small, bold=True, most=3)
    return drawing.paragraph(x, y - 2, stop(_verdict(technique).capitalize()), wide, on="milk", ink="ink2") + 6


def _title(values: ReliefValues) -> str:
    words = say("relief")
    if not values.techniques:
        return str(words["empty"])
    told = [one for one in values.techniques if _drawn(one)]
    if not told:
        return str(words["title_none"])
    return "; ".join(words["title"].format(name=one.name, half=_verdict(one)) for one in told[:2])


def _telling(values: ReliefValues) -> str:
    words = say("relief")
    parts = [words["telling"]]
    for technique in values.techniques:
        parts.append(words["telling_before"].format(name=technique.name, before=figure(technique.before)))
        for one in technique.after:
            parts.append(words["telling_after"].format(hours=figure(one.hours), pain=figure(one.pain)))
        if technique.error is not None:
            parts.append(words["telling_error"].format(error=figure(technique.error)))
        parts.append(stop(_verdict(technique).capitalize()))
    return listed(parts)
