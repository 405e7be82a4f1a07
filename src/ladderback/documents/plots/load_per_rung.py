"""Load per rung against the person's own standing, for the practitioner: numbers, whiskers, the ceiling."""

from __future__ import annotations

from ladderback.documents.plots.drawing import Drawing
from ladderback.documents.plots.ladder import MOST_LOAD, check_rungs, said_load
from ladderback.documents.plots.ladder_wood import draw_bar, draw_sign, draw_whisker
from ladderback.documents.plots.measure import text_width
from ladderback.documents.plots.scales import Scale, round_values
from ladderback.documents.plots.values import LoadPerRungValues, Look, Rung
from ladderback.documents.plots.words import listed, need_number, say, stop, times

PLOT = "load per rung plot"
BAR, ROW = 14.0, 10.0


def load_per_rung(values: LoadPerRungValues, look: Look) -> str:
    """Draws the load of every rung on one axis in multiples of standing, with the ceiling as a line.

    Raises:
        RecordError: a name is empty, or a load or the ceiling is no number from 0 to 50 times standing.
    """
    check_rungs(PLOT, values.task, values.rungs)
    need_number(PLOT, "ceiling", values.ceiling, 0.0, MOST_LOAD)
    drawing, words = Drawing(look, PLOT), say("load")
    y = drawing.headline(14, _title(values), "milk")
    if not values.rungs:
        end = drawing.paragraph(drawing.left, y, words["empty_next"], look.width - 32, on="milk", ink="ink2")
        return drawing.finished(end + 16, _title(values), words["empty_next"])
    scale = _scale(drawing, values)
    top = y + _lines_above(drawing, values, scale, y)
    heights = [_row(drawing, values, number, None, scale) for number in range(len(values.rungs))]
    foot = top + sum(heights) + 4
    _axis(drawing, values, scale, top - 4, foot)
    for number in reversed(range(len(values.rungs))):
        _row(drawing, values, number, top, scale)
        top += heights[number]
    end = drawing.paragraph(drawing.left, foot + 26, words["axis"], drawing.width - 32, on="milk", ink="ink2")
    if any(rung.ends for rung in values.rungs):
        end = drawing.paragraph(drawing.left, end, words["whisker"], drawing.width - 32, on="milk", ink="ink2")
    return drawing.finished(end + 12, _title(values), _telling(values))


def _beside(drawing: Drawing) -> float:
    """Room for names left of the bars; 0 where they stand above them."""
    return min(0.36 * drawing.width, 260.0) if drawing.width >= 560 else 0.0


def _scale(drawing: Drawing, values: LoadPerRungValues) -> Scale:
    loads = [rung.most for rung in values.rungs if rung.most is not None]
    most = max([*loads, values.ceiling or 0.0, 1.2])
    room = text_width(times(most), drawing.paint.small, True) + 14
    start = drawing.left + _beside(drawing) + (12 if _beside(drawing) else 0)
    return Scale(0.0, most, start, drawing.right - room)


def _over(values: LoadPerRungValues, rung: Rung) -> bool:
    return values.ceiling is not None and rung.load is not None and rung.load > values.ceiling


def _lines_above(drawing: Drawing, values: LoadPerRungValues, scale: Scale, y: float) -> float:
    """The words over the two lines, in two rows so that they never meet; returns the room they take."""
    words, size = say("load"), drawing.paint.label
    rows = [(1.0, words["standing"], "ink2")]
    if values.ceiling is not None:
        note = f", {values.ceiling_note}" if values.ceiling_note else ""
        rows.append((values.ceiling, words["ceiling"].format(load=times(values.ceiling)) + note, "oxide"))
    for place, (at, text, ink) in enumerate(rows):
        half = text_width(drawing.said(text), size, ink == "oxide") / 2
        x = min(max(scale.at(at), drawing.left + half), max(drawing.right - half, drawing.left + half))
        drawing.text(
            x, y + size + place * size * 1.35, text, on="milk", ink=ink, bold=ink == "oxide", anchor="middle"
        )  # fmt: skip
    return len(rows) * size * 1.35 + 10


def _axis(drawing: Drawing, values: LoadPerRungValues, scale: Scale, top: float, foot: float) -> None:
    for at in round_values(0, scale.high, 6 if drawing.width < 560 else 9):
        drawing.line(scale.at(at), top, scale.at(at), foot, "line")
        drawing.text(scale.at(at), foot + 16, f"{at:g}×", on="milk", ink="ink2", anchor="middle")
    drawing.line(scale.start, foot, scale.end, foot, "edge", 1)
    _both_lines(drawing, values, scale, top, foot, 2.4 if _beside(drawing) else 1.0)


def _both_lines(
    drawing: Drawing, values: LoadPerRungValues, scale: Scale, top: float, foot: float, thick: float
) -> None:
    """Standing as a broken line, the ceiling as a whole one."""
    drawing.line(scale.at(1), top, scale.at(1), foot, "ink", min(thick, 1.5), "4 3")
    if values.ceiling is not None:
        drawing.line(scale.at(values.ceiling), top, scale.at(values.ceiling), foot, "oxide", thick)


def _row(drawing: Drawing, values: LoadPerRungValues, number: int, top: float | None, scale: Scale) -> float:
    """One rung; without a place it only says how much room it takes."""
    rung, paint, beside = values.rungs[number], drawing.paint, _beside(drawing)
    name = f"{number + 1}. {rung.name}"
    note = listed(stop(part[:1].upper() + part[1:]) for part in _notes(values, rung))
    wide = (beside or drawing.width - 2 * drawing.left) - 18
    named = drawing.height_of(name, wide, paint.small, rung.state == "now", 3)
    noted = drawing.height_of(note, wide, paint.label, False, 3)
    block = max(named + noted, BAR + 10) if beside else named + BAR + 8 + noted
    if top is None:
        return block + ROW
    draw_sign(drawing, drawing.left, top + 3, rung.state)
    x = drawing.left + 18
    y = _worded(drawing, x, top, name, wide, paint.small, rung.state == "now")
    bar = top + (block - BAR) / 2 if beside else y + 4
    _worded(drawing, x, y if beside else y + BAR + 8, note, wide, paint.label, False)
    _bar(drawing, values, rung, bar, scale)
    return block + ROW


def _worded(drawing: Drawing, x: float, y: float, words: str, wide: float, size: float, bold: bool) -> float:
    """Words over the lines of the axis: each on a ground of its own."""
    high = drawing.height_of(words, wide, size, bold, 3)
    if high and not _beside(drawing):
        said = text_width(drawing.said(words), size, bold)
        drawing.rect(x - 2, y, min(said, wide) + 4, high, "milk")
    return drawing.paragraph(x, y, words, wide, on="milk", size=size, bold=bold, most=3)


def _notes(values: LoadPerRungValues, rung: Rung) -> list[str]:
    """What stands under a name: a state that a bar alone does not say, over the ceiling, the caller's own words."""
    words = say("ladder")
    state = words["state"][rung.state] if rung.state in ("next", "locked", "stepped_back") else ""
    state = say("load")["now"] if rung.state == "now" else state
    over = say("load")["over"] if _over(values, rung) else ""
    tied = words["tied"] if rung.tied_with_below else ""
    return [part for part in (over, state, rung.note.strip(), tied) if part]


def _bar(drawing: Drawing, values: LoadPerRungValues, rung: Rung, y: float, scale: Scale) -> None:
    if rung.load is None:
        drawing.text(scale.start, y + BAR - 2, say("ladder")["load_unknown"], on="milk", ink="ink2", halo=True)
        return
    draw_bar(drawing, scale.start, y, scale.at(rung.load) - scale.start, BAR, rung.state)
    if _over(values, rung) and values.ceiling is not None:
        x = scale.at(values.ceiling)
        drawing.rect(x, y, scale.at(rung.load) - x, BAR, "oxide_t", stroke="oxide", thick=1)
        drawing.hatch(x, y, scale.at(rung.load) - x, BAR, "oxide", gap=5, up=False)
    if not _beside(drawing):
        _both_lines(drawing, values, scale, y - 4, y + BAR + 4, 2.8)
    if rung.ends:
        draw_whisker(drawing, scale.at(rung.ends[0]), scale.at(rung.ends[1]), y + BAR / 2)
    drawing.text(
        drawing.right, y + BAR - 2, times(rung.load), on="milk", size=drawing.paint.small, bold=True, anchor="end"
    )


def _title(values: LoadPerRungValues) -> str:
    words, rungs = say("load"), values.rungs
    task = values.task[:1].upper() + values.task[1:]
    loads = [rung.load for rung in rungs if rung.load is not None]
    over = sum(_over(values, rung) for rung in rungs)
    if not rungs:
        return str(words["empty"].format(task=task))
    if not loads:
        return str(words["title_unknown"].format(task=task))
    if values.ceiling is not None and len(loads) == len(rungs):
        form = words["title_over" if over else "title_under"]
        return str(form.format(task=task, count=over, rungs=len(rungs), ceiling=times(values.ceiling)))
    form = words["title" if len(loads) > 1 else "title_one"]
    return str(form.format(task=task, low=times(min(loads)), high=times(max(loads))))


def _telling(values: LoadPerRungValues) -> str:
    words, ladder = say("load"), say("ladder")
    parts = [words["telling"]]
    if values.ceiling is not None:
        parts.append(words["telling_ceiling"].format(load=times(values.ceiling)))
        parts.append(stop(values.ceiling_note))
    for number, rung in enumerate(values.rungs, 1):
        state = ladder["state"][rung.state]
        parts.append(ladder["rung"].format(rung=number, name=rung.name, state=state, load=said_load(rung)))
        parts += [stop(part[:1].upper() + part[1:]) for part in _notes(values, rung)]
    return listed(parts)
