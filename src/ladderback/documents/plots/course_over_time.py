"""Pain and function over time, with what is only measuring error and what is enough to matter."""

from __future__ import annotations

from msgspec import Struct

from ladderback.documents.plots.drawing import LEADING, Drawing, n
from ladderback.documents.plots.marks import Shape, draw_mark
from ladderback.documents.plots.measure import text_width
from ladderback.documents.plots.scales import Scale, round_step, round_values
from ladderback.documents.plots.values import Course, CourseValues, Look, Moment
from ladderback.documents.plots.words import figure, listed, need_number, need_words, say, stop
from ladderback.terms.errors import RecordError

PLOT = "course over time plot"
FAR = 1e5
PANEL = 150.0
WEEKS = (1.0, 2.0, 4.0, 8.0, 12.0, 26.0, 52.0)


class Lines(Struct, frozen=True, kw_only=True):
    """From where a change of this course is more than error, and from where it matters; None where not known.

    Error runs both ways; a change that matters is never less than the error.
    """

    start: float
    sign: int
    error: float | None
    matter: float | None

    def gain(self, value: float) -> float:
        """How much better a value is than the first one."""
        return (value - self.start) * self.sign


def course_over_time(values: CourseValues, look: Look) -> str:
    """Draws each measure on its whole scale, week by week; a dot is hollow until both lines are passed.

    Raises:
        RecordError: a value is no number or lies off its scale, or two values stand in the same week.
    """
    for number, course in enumerate(values.courses):
        _check(course, f"courses[{number}]")
    need_number(PLOT, "weeks", values.weeks, 0.0, FAR)
    drawing, words = Drawing(look, PLOT), say("course")
    measured = [course for course in values.courses if course.moments]
    y = 12.0
    if not measured:
        y = drawing.headline(14, _title(values), "milk")
        y = drawing.paragraph(drawing.left, y, words["empty_next"], drawing.width - 32, on="milk", ink="ink2")
        return drawing.finished(y + 12, _title(values), listed([words["empty"], words["empty_next"]]))
    weeks = [moment.week for course in measured for moment in course.moments]
    last = max(values.weeks or 0.0, *weeks, 1.0)
    for course in measured:
        y = (
            _panel(drawing, course, Scale(0.0, last, drawing.left + _margin(drawing, measured), drawing.right - 14), y)
            + 14
        )
    y = drawing.paragraph(drawing.left, y - 6, words["hollow"], drawing.width - 32, on="milk", ink="ink2")
    if any(_verdict(course) == "worse" or _any_worse(course) for course in measured):
        y = drawing.paragraph(drawing.left, y, words["worse_sign"], drawing.width - 32, on="milk", ink="ink2")
    return drawing.finished(y + 10, _title(values), _telling(measured))


def _check(course: Course, key: str) -> None:
    need_words(PLOT, f"{key}.name", course.name)
    need_number(PLOT, f"{key}.low", course.low, -FAR, FAR)
    need_number(PLOT, f"{key}.high", course.high, -FAR, FAR)
    if course.high - course.low < 1e-3:
        raise RecordError(file=PLOT, key=f"{key}.high", received=course.high, allowed="more than low")
    for name, value in (("mdc", course.mdc), ("mcid", course.mcid)):
        need_number(PLOT, f"{key}.{name}", value, 0.0, FAR)
    for number, moment in enumerate(course.moments):
        need_number(PLOT, f"{key}.moments[{number}].week", moment.week, 0.0, 5200.0)
        need_number(PLOT, f"{key}.moments[{number}].value", moment.value, course.low, course.high)
    weeks = [moment.week for moment in course.moments]
    if len(set(weeks)) < len(weeks):
        raise RecordError(file=PLOT, key=f"{key}.moments", received="two values in one week", allowed="one value each")


def _ordered(course: Course) -> list[Moment]:
    return sorted(course.moments, key=lambda one: one.week)


def lines_of(course: Course) -> Lines:
    """The two lines of a course, counted from its first value."""
    matter = course.mcid if course.mcid is None or course.mdc is None else max(course.mcid, course.mdc)
    sign = 1 if course.better == "more" else -1
    return Lines(start=_ordered(course)[0].value, sign=sign, error=course.mdc, matter=matter)


def _passed(lines: Lines, value: float) -> str:
    """Which lines a value has passed: both, error only, none, or worse by more than error."""
    gain = lines.gain(value)
    error = None if lines.error is None else gain >= lines.error - 1e-9 and gain > 0
    matter = None if lines.matter is None else gain >= lines.matter - 1e-9 and gain > 0
    if lines.error is not None and -gain >= lines.error - 1e-9 and gain < 0:
        return "worse"
    if error is None:
        return "matter_only" if matter else "unknown"
    if not error:
        return "chance"
    return "both" if matter else "error_only"


def _verdict(course: Course) -> str:
    return _passed(lines_of(course), _ordered(course)[-1].value)


def _any_worse(course: Course) -> bool:
    return any(_passed(lines_of(course), moment.value) == "worse" for moment in course.moments)


def _margin(drawing: Drawing, courses: list[Course]) -> float:
    """Room for the numbers left of the panels."""
    ends = [figure(end) for course in courses for end in (course.low, course.high)]
    return max(text_width(end, drawing.paint.label) for end in ends) + 8 + 8


def _sentence(course: Course) -> str:
    words, moments = say("course"), _ordered(course)
    before = _shown(course, moments[0].value)
    if len(moments) == 1:
        return str(words["title_one"].format(name=course.name, before=before))
    verdict = words["verdict"][_verdict(course)]
    return str(
        words["title"].format(name=course.name, before=before, after=_shown(course, moments[-1].value), verdict=verdict)
    )


def _shown(course: Course, value: float) -> str:
    """One decimal throughout where any value has one."""
    whole = all(abs(moment.value - round(moment.value)) < 0.05 for moment in course.moments)
    return figure(value) if whole else f"{value:.1f}".replace("-", "−")


def _panel(drawing: Drawing, course: Course, across: Scale, y: float) -> float:
    """One measure: its name, both bands, the line of its values, the weeks."""
    words, paint = say("course"), drawing.paint
    lines = lines_of(course)
    y = drawing.paragraph(drawing.left, y, course.name, drawing.width - 32, on="milk", size=paint.body, bold=True)
    if drawing.look.headed:
        told = _sentence(course).removeprefix(f"{course.name}: ")
        y = drawing.paragraph(drawing.left, y, stop(told), drawing.width - 32, on="milk", size=paint.small)
    top, foot = y + 8, y + 8 + PANEL
    up = Scale(course.low, course.high, foot, top)
    left, wide = across.start - 8, across.end + 8 - across.start + 8
    drawing.rect(left, top, wide, PANEL, "milk", stroke="line")
    _bands(drawing, course, lines, up, left, wide)
    for at in round_values(course.low, course.high, 4):
        drawing.line(left - 4, up.at(at), left, up.at(at), "edge", 1)
        drawing.text(left - 8, up.at(at) + paint.label * 0.36, figure(at), on="milk", ink="ink2", anchor="end")
    moments = _ordered(course)
    way = "M" + "L".join(f"{n(across.at(one.week))} {n(up.at(one.value))}" for one in moments)
    drawing.path(way, stroke="spruce", thick=2.6)
    for one in moments:
        passed = _passed(lines, one.value)
        shape: Shape = "triangle" if passed == "worse" else "circle"
        hollow = passed not in ("worse", "both")
        draw_mark(drawing, shape, across.at(one.week), up.at(one.value), "spruce", hollow=hollow, size=5.5)
    y = _weeks(drawing, across, foot)
    for text in _line_words(course, lines):
        y = _key(drawing, text, y)
    if course.status != "verified" and (course.mdc is not None or course.mcid is not None):
        y = drawing.paragraph(drawing.left, y, words["unchecked"], drawing.width - 32, on="milk", ink="ink2")
    return y


def _bands(drawing: Drawing, course: Course, lines: Lines, up: Scale, x: float, wide: float) -> None:
    """Within error around the first value, and from enough to matter to the good end of the scale."""
    if lines.error is not None:
        high, low = up.at(lines.start + lines.error), up.at(lines.start - lines.error)
        drawing.rect(x, high, wide, low - high, "sink", stroke="none" if drawing.paint.fills else "ink2", dash="2 3")
    if lines.matter is None:
        return
    edge = lines.start + lines.sign * lines.matter
    if not course.low - 1e-9 <= edge <= course.high + 1e-9:
        return
    good = up.at(course.high if lines.sign > 0 else course.low)
    top, foot = sorted((up.at(edge), good))
    drawing.rect(x, top, wide, foot - top, "rush_t")
    if not drawing.paint.fills:
        drawing.hatch(x, top, wide, foot - top, "line", gap=9)
    drawing.line(x, up.at(edge), x + wide, up.at(edge), "rush", 2)


def _line_words(course: Course, lines: Lines) -> list[tuple[str, str]]:
    """What the bands are called, below the panel where no line crosses them: which band, and its words."""
    words, told = say("course"), []
    if lines.matter is not None:
        edge = lines.start + lines.sign * lines.matter
        fits = course.low - 1e-9 <= edge <= course.high + 1e-9
        told.append(
            ("matter" if fits else "", words["matter" if fits else "matter_out"].format(mcid=figure(lines.matter)))
        )
    if lines.error is not None:
        told.append(("error", words["error"].format(mdc=figure(lines.error))))
    return told or [("", words["no_lines"])]


def _key(drawing: Drawing, told: tuple[str, str], y: float) -> float:
    band, text = told
    x = drawing.left
    if band:
        ground = "rush_t" if band == "matter" else "sink"
        drawing.rect(x, y + 2, 20, 13, ground, stroke="none" if drawing.paint.fills else "ink2", dash="2 3")
        if band == "matter":
            if not drawing.paint.fills:
                drawing.hatch(x, y + 2, 20, 13, "line", gap=5)
            drawing.line(x, y + 2, x + 20, y + 2, "rush", 2)
    return drawing.paragraph(x + (28 if band else 0), y, text, drawing.width - 60, on="milk", ink="ink2") + 1


def _weeks(drawing: Drawing, across: Scale, foot: float) -> float:
    """Weeks along the foot, as many as have room."""
    size, form = drawing.paint.label, say("course")["week"]
    widest = text_width(form.format(week=figure(across.high)), size)
    most = max(1, int((across.end - across.start) / (widest + 16)))
    step = next((one for one in WEEKS if across.high / one <= most), round_step(across.high, most))
    for count in range(int(across.high / step + 1e-6) + 1):
        week = count * step
        x, text = across.at(week), form.format(week=figure(week))
        half = text_width(text, size) / 2
        drawing.line(x, foot, x, foot + 4, "edge", 1)
        drawing.text(
            min(max(x, drawing.left + half), drawing.right - half),
            foot + 8 + size,
            text,
            on="milk",
            ink="ink2",
            anchor="middle",
        )
    return foot + 8 + size * LEADING + 5


def _title(values: CourseValues) -> str:
    told = [f"{_sentence(course)}." for course in values.courses if course.moments]
    return " ".join(told) if told else str(say("course")["empty"])


def _telling(courses: list[Course]) -> str:
    words, parts = say("course"), []
    for course in courses:
        low, high = figure(course.low), figure(course.high)
        better = words["better"][course.better]
        parts.append(words["telling"].format(name=course.name, low=low, high=high, better=better))
        for one in _ordered(course):
            parts.append(words["telling_moment"].format(week=figure(one.week), value=_shown(course, one.value)))
        lines = lines_of(course)
        if lines.error is not None:
            parts.append(words["telling_error"].format(mdc=figure(lines.error)))
        if lines.matter is not None:
            parts.append(words["telling_matter"].format(mcid=figure(lines.matter)))
        if course.status != "verified" and (lines.error is not None or lines.matter is not None):
            parts.append(words["unchecked"])
        parts.append(f"{_sentence(course)}.")
    return listed(parts)
