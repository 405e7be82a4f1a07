"""The ladder as a real ladder: two posts, bowed slats, the person on the current rung, the goal in a frame."""

from __future__ import annotations

from itertools import pairwise

from msgspec import Struct

from ladderback.documents.plots.drawing import LEADING, Drawing
from ladderback.documents.plots.fragments import put_fragment
from ladderback.documents.plots.ladder_wood import (
    POST,
    draw_bar,
    draw_frame,
    draw_posts,
    draw_sign,
    draw_slat,
    draw_tick,
    draw_whisker,
    slat_top,
)
from ladderback.documents.plots.measure import text_width
from ladderback.documents.plots.scales import Scale
from ladderback.documents.plots.values import LadderValues, Look, Rung
from ladderback.documents.plots.words import figure, listed, need_number, need_words, say, stop, times
from ladderback.terms.errors import RecordError

PLOT = "ladder plot"
MOST_LOAD = 50.0
BAR, CARD = 10.0, 8.0
NAMED_LINES, NOTED_LINES = 3, 3


class Places(Struct, frozen=True, kw_only=True):
    """Where things stand: left post, space between the posts, words beside it, and the way the rungs are spaced."""

    post: float
    inner: float
    signs: float
    words: float
    wide: float
    edge: float
    gap: float
    first: float

    def rung(self, count: int, number: int) -> float:
        """The height of a rung, counted from the lowest."""
        return self.first + (count - 1 - number) * self.gap


def ladder_plot(values: LadderValues, look: Look) -> str:
    """Draws the way to a life task as a ladder, lowest rung at the foot; spacing is even, for spacing is not load.

    Raises:
        RecordError: a name is empty, a load is no number or beyond 50 times standing, or two rungs are "now" or "next".
    """
    check_rungs(PLOT, values.task, values.rungs)
    drawing = Drawing(look, PLOT)
    if not values.rungs:
        return _unbuilt(drawing, values)
    top = _head(drawing, values)
    places = _places(drawing, values, top)
    lowest = _height(drawing, values.rungs[0], places.wide) / 2 + CARD
    foot = places.rung(len(values.rungs), 0) + max(places.gap / 2, lowest) + 6
    if drawing.paint.fills:
        drawing.rect(0, foot, look.width, 26, "sink")
    draw_posts(drawing, places.post, places.inner, top + 26, foot + 10)
    for number, rung in enumerate(values.rungs):
        draw_slat(drawing, places.post, places.inner, places.rung(len(values.rungs), number), rung.state)
    _person(drawing, values, places)
    _rung_words(drawing, values, places)
    return drawing.finished(foot + 26, ladder_title(values), _telling(values), "wall")


def check_rungs(plot: str, task: str, rungs: tuple[Rung, ...]) -> None:
    """Refuses a ladder that cannot be drawn truthfully."""
    need_words(plot, "task", task)
    for number, rung in enumerate(rungs):
        need_words(plot, f"rungs[{number}].name", rung.name)
        need_number(plot, f"rungs[{number}].load", rung.load, 0.0, MOST_LOAD)
        for key in ("uncertainty", "low", "high"):
            need_number(plot, f"rungs[{number}].{key}", getattr(rung, key), 0.0, MOST_LOAD)
    for state in ("now", "next"):
        if sum(rung.state == state for rung in rungs) > 1:
            raise RecordError(file=plot, key="rungs", received=f"several rungs {state!r}", allowed="at most one")


def ladder_title(values: LadderValues) -> str:
    """The sentence that says where the person stands."""
    words, rungs = say("ladder"), values.rungs
    task = values.task[:1].upper() + values.task[1:]
    now = [number for number, rung in enumerate(rungs, 1) if rung.state == "now"]
    if not rungs:
        return str(words["empty"])
    if now:
        return str(words["on_rung"].format(task=task, rung=now[0], rungs=len(rungs)))
    if all(rung.state == "done" for rung in rungs):
        return str(words["all_done"].format(task=task, rungs=len(rungs)))
    return str(words["one_not_started" if len(rungs) == 1 else "not_started"].format(task=task, rungs=len(rungs)))


def said_load(rung: Rung) -> str:
    """The load of a rung in words, with how far it could be off."""
    words = say("ladder")
    if rung.load is None:
        return str(words["load_unknown"])
    if rung.ends and (rung.low is not None or rung.high is not None):
        low, high = (times(max(one, 0.0)) for one in rung.ends)
        return str(words["load_between"].format(load=times(rung.load), low=low, high=high))
    if rung.uncertainty:
        about = figure(rung.uncertainty) if rung.uncertainty >= 0.05 else f"{rung.uncertainty:.2f}"
        return str(words["load_about"].format(load=times(rung.load), uncertainty=about))
    return str(words["load"].format(load=times(rung.load)))


def _unbuilt(drawing: Drawing, values: LadderValues) -> str:
    """No ladder yet: the empty chair back and the next step."""
    words, left = say("ladder"), drawing.left + 8
    draw_posts(drawing, left, 60, 42, 170)
    for slat in (75.0, 105.0, 135.0):
        draw_slat(drawing, left, 60, slat, None)
    x = left + 2 * POST + 60 + 24
    y = drawing.paragraph(x, 62, words["empty"], drawing.right - x, on="wall", size=drawing.paint.body, bold=True)
    drawing.paragraph(x, y + 4, words["empty_next"], drawing.right - x, on="wall", ink="ink2", size=drawing.paint.small)
    return drawing.finished(186, words["empty"], f"{stop(values.task)} {words['empty']} {words['empty_next']}", "wall")


def _head(drawing: Drawing, values: LadderValues) -> float:
    """Title on the left, the goal in its frame on the right; returns where the ladder may start."""
    if values.goal is None:
        return drawing.headline(14, ladder_title(values), "wall") + 4
    wide = _framed(drawing)
    high = wide * 0.86
    x = drawing.right - wide
    inside = draw_frame(drawing, x, 14, wide, high)
    put_fragment(drawing, values.goal, "goal", *inside)
    text = drawing.headline(14, ladder_title(values), "wall", x - 16 - drawing.left)
    return text + 4 if _roomy(drawing) else max(text, 14 + high + 12)


def _roomy(drawing: Drawing) -> bool:
    """On a wide wall the frame hangs beside the ladder, else above it."""
    return drawing.width >= 560


def _framed(drawing: Drawing) -> float:
    return 168.0 if _roomy(drawing) else 124.0


def _places(drawing: Drawing, values: LadderValues, top: float) -> Places:
    post, inner = drawing.left, 120.0 if _roomy(drawing) else 68.0
    signs = post + 2 * POST + inner + 11
    words = signs + 22
    tie = 12.0 if any(rung.tied_with_below for rung in values.rungs) else 0.0
    beside = _framed(drawing) + 24 if values.goal and _roomy(drawing) else 0
    wide = min(drawing.right + 4.0 - CARD - tie - words - beside, 420.0)
    heights = [_height(drawing, rung, wide) for rung in values.rungs]
    gap = _gap(values.rungs, heights)
    caption = drawing.height_of(_caption(values.rungs), wide, drawing.paint.label)
    above = caption + max(gap / 2, heights[-1] / 2 + CARD + 1) + 4
    high = [number for number, rung in enumerate(values.rungs) if rung.state == "now"]
    if values.person and high:
        over = (len(values.rungs) - 1 - high[0]) * gap
        above = max(above, _stature(gap) - over + 36)
    first, edge = top + max(above, 56.0), words + wide + tie
    return Places(post=post, inner=inner, signs=signs, words=words, wide=wide, edge=edge, gap=gap, first=first)


def _gap(rungs: tuple[Rung, ...], heights: list[float]) -> float:
    """The even space from rung to rung: the least at which no two neighbours touch."""
    pads = [CARD + 1 if rung.state in ("now", "next") else 5.0 for rung in rungs]
    halves = [high / 2 + pad for high, pad in zip(heights, pads, strict=True)]
    return max([first + second for first, second in pairwise(halves)] + [44.0])


def _stature(gap: float) -> float:
    """How tall the person is drawn: about two rungs, never tiny and never larger than the ladder bears."""
    return min(max(2.05 * gap, 96.0), 168.0)


def _style(rung: Rung) -> tuple[str, bool]:
    """On which ground a rung's words stand and whether its name is bold."""
    return ("milk", True) if rung.state in ("now", "next") else ("wall", False)


def _note(rung: Rung) -> str:
    """The line under the bar: the state in words where it matters, and what the caller adds. A bracket shows a tie."""
    words = say("ladder")
    state = words["state"][rung.state] if rung.state in ("now", "next", "locked", "stepped_back") else ""
    return listed(stop(part[:1].upper() + part[1:]) for part in (state, rung.note.strip()) if part)


def _caption(rungs: tuple[Rung, ...]) -> str:
    """What the bars are, and the bracket where there is one."""
    words = say("ladder")
    tied = any(rung.tied_with_below for rung in rungs[1:])
    return f"{words['caption']}. {words['bracket']}" if tied else str(words["caption"])


def _height(drawing: Drawing, rung: Rung, wide: float) -> float:
    _, bold = _style(rung)
    named = drawing.height_of(rung.name, wide, drawing.paint.small, bold, NAMED_LINES)
    noted = drawing.height_of(_note(rung), wide, drawing.paint.label, False, NOTED_LINES)
    return named + drawing.paint.small * LEADING + noted


def _person(drawing: Drawing, values: LadderValues, places: Places) -> None:
    """The person stands on the current rung; without a picture a disc marks the place."""
    now = [number for number, rung in enumerate(values.rungs) if rung.state == "now"]
    if not now:
        return
    y = slat_top(places.rung(len(values.rungs), now[0]))
    middle = places.post + POST + places.inner / 2
    if values.person is None:
        drawing.ellipse(middle, y - 8, 7, 7, "spruce", stroke="milk", thick=1.5)
        return
    high, wide = _stature(places.gap), places.inner + 2 * POST
    put_fragment(drawing, values.person, "person", middle - wide / 2, y + 2 - high, wide, high, foot=True)


def _rung_words(drawing: Drawing, values: LadderValues, places: Places) -> None:
    loads = [rung.most for rung in values.rungs if rung.most is not None]
    room = places.wide - text_width(times(max(loads, default=1)), drawing.paint.small, True) - 10
    scale = Scale(0.0, max([*loads, 1.2]), places.words, places.words + room)
    count = len(values.rungs)
    if loads:
        caption = _caption(values.rungs)
        half = _height(drawing, values.rungs[-1], places.wide) / 2 + CARD + 1
        top = places.rung(count, count - 1) - max(places.gap / 2, half) - 2
        y = top - drawing.height_of(caption, places.wide, drawing.paint.label)
        drawing.paragraph(places.words, y, caption, places.wide, on="wall", ink="ink2")
    bars = [_one_rung(drawing, rung, places, places.rung(count, at), scale) for at, rung in enumerate(values.rungs)]
    for number, rung in enumerate(values.rungs):
        if rung.tied_with_below and number:
            x = places.words + places.wide + 6
            way = f"M{x - 4:.1f} {bars[number]:.1f}h4V{bars[number - 1]:.1f}h-4"
            drawing.path(way, stroke="ink2", thick=1.6)


def _one_rung(drawing: Drawing, rung: Rung, places: Places, middle: float, scale: Scale) -> float:
    """Name, bar and note of one rung around its height; returns where its bar is."""
    high, paint = _height(drawing, rung, places.wide), drawing.paint
    ground, bold = _style(rung)
    x, y = places.words, middle - high / 2
    if bold:
        edge, thick = ("straw_d", 1.4) if rung.state == "next" else ("ink2", 0.0 if paint.fills else 1.0)
        left, across = x - 10, places.edge - x + 10 + CARD
        drawing.rect(left, y - CARD + 1, across, high + 2 * CARD - 2, "milk", radius=10)
        if rung.state == "next" and paint.fills:
            drawing.rect(left + 1.5, y - CARD + 2.5, across - 3, high + 2 * CARD - 5, stroke="straw", thick=3, radius=9)
        if thick:
            drawing.rect(left, y - CARD + 1, across, high + 2 * CARD - 2, stroke=edge, thick=thick, radius=10)
    draw_sign(drawing, places.signs, y + 3, rung.state)
    ink = "ink2" if rung.state == "done" else "ink"
    y = drawing.paragraph(
        x, y, rung.name, places.wide, on=ground, ink=ink, size=paint.small, bold=bold, most=NAMED_LINES
    )
    bar = y + (paint.small * LEADING - BAR) / 2
    _bar(drawing, rung, bar, scale, ground)
    drawing.paragraph(
        x, y + paint.small * LEADING, _note(rung), places.wide, on=ground, ink="ink2", most=NOTED_LINES
    )  # fmt: skip
    return bar + BAR / 2


def _bar(drawing: Drawing, rung: Rung, y: float, scale: Scale, ground: str) -> None:
    if rung.load is None:
        drawing.text(scale.start, y + BAR, say("ladder")["load_unknown"], on=ground, ink="ink2")
        return
    end = scale.at(rung.load)
    draw_bar(drawing, scale.start, y, end - scale.start, BAR, rung.state)
    draw_tick(drawing, scale.at(1.0), y, BAR)
    if rung.ends:
        draw_whisker(drawing, scale.at(rung.ends[0]), scale.at(rung.ends[1]), y + BAR / 2)
    x = max(scale.at(rung.most or rung.load), scale.at(1.0)) + 8
    drawing.text(x, y + BAR, times(rung.load), on=ground, size=drawing.paint.small, bold=True)


def _telling(values: LadderValues) -> str:
    words, rungs = say("ladder"), values.rungs
    parts = [stop(values.task), words["telling"].format(rungs=len(rungs))]
    for number, rung in enumerate(rungs, 1):
        state = words["state"][rung.state]
        parts.append(words["rung"].format(rung=number, name=rung.name, state=state, load=said_load(rung)))
        parts.append(stop(rung.note))
        if rung.tied_with_below and number > 1:
            parts.append(words["tied_telling"].format(below=number - 1, rung=number))
        if rung.state == "now" and values.person and values.person.say:
            parts.append(words["person"].format(rung=number, say=values.person.say.rstrip(".")))
    if values.goal and values.goal.say:
        parts.append(words["goal"].format(say=values.goal.say.rstrip(".")))
    return listed(parts)
