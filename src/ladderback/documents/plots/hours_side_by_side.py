"""The parts of a day side by side on one scale of hours, where nobody told the times of the clock."""

from __future__ import annotations

from ladderback.documents.plots.day_in_hours import DAY, STRIP, draw_area
from ladderback.documents.plots.drawing import LEADING, Drawing
from ladderback.documents.plots.measure import text_width
from ladderback.documents.plots.scales import Scale
from ladderback.documents.plots.values import HoursPart, HoursValues, Look, Posture
from ladderback.documents.plots.words import listed, need_number, need_words, quarters, say

PLOT = "hours side by side plot"
BAR = 20.0


def hours_side_by_side(values: HoursValues, look: Look) -> str:
    """Draws how long each part of a day is: one strip for the whole day, and a bar a part, all on one scale.

    Raises:
        RecordError: a part has no name, or its hours are no number from 0 to 24.
    """
    for number, part in enumerate(values.parts):
        need_words(PLOT, f"parts[{number}].name", part.name)
        need_number(PLOT, f"parts[{number}].hours", part.hours, 0.0, DAY)
    drawing, words = Drawing(look, PLOT), say("hours")
    y = drawing.headline(14, _title(values), "milk")
    if not values.parts:
        y = drawing.paragraph(drawing.left, y, say("day")["empty"], drawing.width - 32, on="milk")
        return drawing.finished(y + 12, say("day")["empty"], say("day")["empty"])
    y = _strip(drawing, values, y + 4)
    y = drawing.paragraph(drawing.left, y + 4, words["strip"], drawing.width - 32, on="milk", ink="ink2") + 8
    for one in (*values.parts, *_unknown(values)):
        y = _row(drawing, values, one, y)
    return drawing.finished(y + 6, _title(values), _telling(values))


def unknown_hours(values: HoursValues) -> float:
    """What the parts leave of a day [h]; none where two of them speak of the same hours.

    >>> unknown_hours(HoursValues(parts=(HoursPart(name="bed", posture="lying", hours=8),)))
    16.0
    """
    return max(0.0, DAY - sum(part.hours for part in values.parts))


def _unknown(values: HoursValues) -> tuple[None, ...]:
    return (None,) if unknown_hours(values) > 0.05 else ()


def _strip(drawing: Drawing, values: HoursValues, y: float) -> float:
    """The whole day as one strip, in the order of the parts."""
    whole = max(DAY, sum(part.hours for part in values.parts))
    scale = Scale(0.0, whole, drawing.left + 2, drawing.right - 2)
    at = 0.0
    pieces: list[tuple[Posture | None, float]] = [(part.posture, part.hours) for part in values.parts]
    for posture, hours in [*pieces, (None, unknown_hours(values))]:
        if hours > 0:
            draw_area(drawing, posture, scale.at(at), y, scale.at(at + hours) - scale.at(at), STRIP)
        at += hours
    return y + STRIP


def _row(drawing: Drawing, values: HoursValues, part: HoursPart | None, y: float) -> float:
    """Name, and below or beside it a bar with its hours."""
    paint = drawing.paint
    beside = 190.0 if drawing.width >= 560 else 0.0
    name, hours, amount = _said(values, part)
    most = max([one.hours for one in values.parts] + [unknown_hours(values), 1.0])
    sides = [_said(values, one)[2] for one in (*values.parts, *_unknown(values))]
    start = drawing.left + beside
    room = drawing.right - start - max(text_width(one, paint.small, True) for one in sides) - 10
    wide = max(room * hours / most, 2.0)
    high = drawing.height_of(name, beside - 12 if beside else drawing.width - 32, paint.small, False, 2)
    block = max(high, BAR) if beside else high + BAR + 2
    drawing.paragraph(
        drawing.left, y + (block - high) / 2 if beside else y, name, beside - 12 if beside else drawing.width - 32,
        on="milk", size=paint.small, most=2,
    )  # fmt: skip
    bar = y + (block - BAR) / 2 if beside else y + high + 2
    draw_area(drawing, part.posture if part else None, start, bar, wide, BAR)
    drawing.text(start + wide + 8, bar + BAR / 2 + paint.small * 0.36, amount, on="milk", size=paint.small, bold=True)
    return y + block + paint.small * (LEADING - 1) + 5


def _said(values: HoursValues, part: HoursPart | None) -> tuple[str, float, str]:
    """Name, hours, and the hours in words."""
    words = say("hours")
    if part is None:
        hours = unknown_hours(values)
        return str(words["unknown"]), hours, amount_of(hours)
    amount = amount_of(part.hours)
    return part.name, part.hours, str(words["at_least"].format(amount=amount) if part.at_least else amount)


def amount_of(hours: float) -> str:
    """Hours as people say them; below one hour in minutes.

    >>> amount_of(0.5), amount_of(1), amount_of(7.5)
    ('30 minutes', '1 hour', '7½ hours')
    """
    words = say("hours")
    if hours < 0.995:
        return str(words["minutes"].format(minutes=round(hours * 60)))
    shown = quarters(round(hours * 4) / 4 if abs(hours * 4 - round(hours * 4)) < 0.05 else hours)
    return str(words["hour"] if shown == "1" else words["hours"].format(hours=shown))


def _title(values: HoursValues) -> str:
    told = ", ".join(f"{_said(values, part)[2]} {part.name[:1].lower()}{part.name[1:]}" for part in values.parts)
    return str(say("hours")["title"].format(parts=told)) if told else str(say("day")["empty"])


def _telling(values: HoursValues) -> str:
    words = say("hours")
    told = [_said(values, part) for part in (*values.parts, *_unknown(values))]
    return listed([words["telling"], *(words["part"].format(name=name, amount=amount) for name, _, amount in told)])
