"""Odd words and odd values: whatever comes, a plot is whole or says which key it cannot draw."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plots_in_words import ids, outside, overlapping, telling, tree

from ladderback.documents.plots import course_over_time, day_in_hours, ladder_plot, load_per_rung, norm_band, relief
from ladderback.documents.plots import values as given_values
from ladderback.documents.plots.measure import text_width, wrapped
from ladderback.documents.plots.scales import round_values
from ladderback.documents.plots.words import figure, times
from ladderback.terms.errors import RecordError

NAMES = st.text(max_size=60) | st.text(alphabet="abcMWil &<>\"'§½漢é", min_size=1, max_size=140) | st.just("lift a box")
LOOKS = st.builds(
    given_values.Look,
    prefix=st.just("odd"),
    width=st.sampled_from([300.0, 360.0, 520.0, 694.0, 1100.0]),
    theme=st.sampled_from(["light", "print"]),
    headed=st.booleans(),
)
LOADS = st.none() | st.floats(0, 50)
RUNGS = st.builds(
    given_values.Rung,
    name=NAMES,
    state=st.sampled_from(["done", "later", "locked", "stepped_back"]),
    load=LOADS,
    uncertainty=st.floats(0, 3),
    note=NAMES,
    tied_with_below=st.booleans(),
)
PIECE = given_values.Fragment(svg='<path id="a" d="M0 0h9v9z"/>', view_box=(0.0, 0.0, 9.0, 18.0), say="a person")


@st.composite
def ladders(draw: st.DrawFn) -> Any:
    rungs = draw(st.lists(RUNGS, max_size=20))
    if rungs:
        at = draw(st.integers(0, len(rungs) - 1))
        rungs[at] = given_values.Rung(name="x", state="now", load=rungs[at].load, note=rungs[at].note)
    piece = st.none() | st.just(PIECE)
    return given_values.LadderValues(task=draw(NAMES), rungs=tuple(rungs), person=draw(piece), goal=draw(piece))


@st.composite
def days(draw: st.DrawFn) -> Any:
    edges = sorted(set(draw(st.lists(st.floats(0, 24), max_size=12))))
    postures = st.sampled_from(["lying", "sitting", "standing", "walking", "training", "lifting", "other"])
    blocks = [
        given_values.DayBlock(name=draw(NAMES), posture=draw(postures), start=start, end=end)
        for start, end in pairwise(edges)
        if draw(st.booleans())
    ]
    return given_values.DayValues(blocks=tuple(blocks), long_sitting=draw(st.floats(0.25, 24)))


@st.composite
def norms(draw: st.DrawFn) -> Any:
    low = draw(st.floats(-1000, 1000))
    high = low + draw(st.floats(0.01, 2000))
    edges = sorted(draw(st.lists(st.floats(low, high), min_size=2, max_size=2)))
    kinds: tuple[Any, ...] = ("finding", "borderline", "typical")
    ends = (None, *edges, None)
    bands = tuple(
        given_values.Band(kind=kind, low=one, high=two) for kind, (one, two) in zip(kinds, pairwise(ends), strict=True)
    )
    number = st.floats(low - 100, high + 100)
    marks = st.builds(
        given_values.NormMark, value=number, side=st.sampled_from(["left", "right", None]), before=st.none() | number,
        before_when=NAMES,
    )  # fmt: skip
    return given_values.NormBandValues(
        measure=draw(NAMES), unit=draw(st.sampled_from(["", "°", "s", "points"])), low=low, high=high,
        marks=tuple(draw(st.lists(marks, max_size=4))), bands=draw(st.sampled_from([(), bands])),
        mean=draw(st.none() | number), group=draw(NAMES),
        status=draw(st.sampled_from(["verified", "secondary", "memory", "proposal"])),
    )  # fmt: skip


@st.composite
def courses(draw: st.DrawFn) -> Any:
    weeks = st.lists(st.floats(0, 500), max_size=12, unique=True)
    found = []
    for _ in range(draw(st.integers(0, 3))):
        moments = tuple(given_values.Moment(week=week, value=draw(st.floats(0, 10))) for week in draw(weeks))
        size = st.none() | st.floats(0, 12)
        found.append(
            given_values.Course(name=draw(NAMES), better=draw(st.sampled_from(["more", "less"])), moments=moments,
                                mdc=draw(size), mcid=draw(size))
        )  # fmt: skip
    return given_values.CourseValues(courses=tuple(found), weeks=draw(st.none() | st.floats(0, 60)))


@st.composite
def reliefs(draw: st.DrawFn) -> Any:
    pain, found = st.floats(0, 10), []
    for _ in range(draw(st.integers(0, 7))):
        hours = sorted(set(draw(st.lists(st.floats(0, 500), max_size=6))))
        after = tuple(given_values.HourAfter(hours=hour, pain=draw(pain)) for hour in hours)
        found.append(
            given_values.Technique(name=draw(NAMES), before=draw(pain), after=after,
                                   half_time=draw(st.none() | st.floats(0, 400)), error=draw(st.none() | pain))
        )  # fmt: skip
    return given_values.ReliefValues(techniques=tuple(found))


def drawn_or_refused(plot: Callable[..., str], values: Any, look: given_values.Look) -> str | None:
    """The picture, or nothing where a key was named that cannot be drawn."""
    with contextlib.suppress(RecordError):
        return plot(values, look)
    with pytest.raises(RecordError, match="key "):
        plot(values, look)
    return None


def whole(plot: Callable[..., str], values: Any, look: given_values.Look) -> None:
    """Either a picture with nothing cut and nothing covered, or a refusal that names its key."""
    picture = drawn_or_refused(plot, values, look)
    if picture is None:
        return
    assert tree(picture).attrib["role"] == "img"
    assert telling(picture).strip()
    assert outside(picture) == []
    assert overlapping(picture) == []
    assert len(ids(picture)) == len(set(ids(picture)))
    picture.encode("utf-8")


FEW = settings(max_examples=60, deadline=None)


@FEW
@given(ladders(), LOOKS)
def test_any_ladder_is_whole(values: Any, look: given_values.Look) -> None:
    whole(ladder_plot, values, look)


@FEW
@given(ladders(), LOOKS, LOADS)
def test_any_load_per_rung_is_whole(values: Any, look: given_values.Look, ceiling: float | None) -> None:
    loads = given_values.LoadPerRungValues(
        task=values.task, rungs=values.rungs, ceiling=ceiling, ceiling_note=values.task
    )
    whole(load_per_rung, loads, look)


@FEW
@given(days(), LOOKS)
def test_any_day_is_whole(values: Any, look: given_values.Look) -> None:
    whole(day_in_hours, values, look)


@FEW
@given(norms(), LOOKS)
def test_any_norm_is_whole(values: Any, look: given_values.Look) -> None:
    whole(norm_band, values, look)


@FEW
@given(courses(), LOOKS)
def test_any_course_is_whole(values: Any, look: given_values.Look) -> None:
    whole(course_over_time, values, look)


@FEW
@given(reliefs(), LOOKS)
def test_any_relief_is_whole(values: Any, look: given_values.Look) -> None:
    whole(relief, values, look)


@given(st.text(max_size=200), st.floats(40, 400))
def test_wrapped_lines_fit_and_lose_no_letter(text: str, width: float) -> None:
    lines = wrapped(text, 13.5, width)
    assert all(text_width(line, 13.5) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.floats(-1e5, 1e5), st.floats(0.01, 1e5), st.integers(1, 10))
def test_axes_have_few_round_numbers_inside_their_ends(low: float, span: float, most: int) -> None:
    found = round_values(low, low + span, most)
    assert len(found) <= most + 1
    assert all(low - 1e-4 * span <= one <= low + span * 1.0001 for one in found)


@given(st.floats(-1e4, 1e4))
def test_a_figure_has_one_decimal_at_most_and_no_minus_zero(value: float) -> None:
    shown = figure(value)
    assert abs(float(shown.replace("−", "-")) - value) <= 0.0501
    assert shown != "−0"
    assert len(shown.partition(".")[2]) <= 1
    assert times(abs(value)).endswith("×")
