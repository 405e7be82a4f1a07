"""Every plot, in every look: well formed, told in words, nothing cut, nothing on top of anything."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace
from plots_in_words import SVG, ids, outside, overlapping, size, telling, tree, words

from ladderback.documents.plots import course_over_time, day_in_hours, ladder_plot, load_per_rung, norm_band, relief
from ladderback.documents.plots.paints import LIGHT, MARKS_ON, PAINTS, WORDS_ON
from ladderback.documents.plots.values import (
    Course,
    DayBlock,
    DayValues,
    Fragment,
    LadderValues,
    Look,
    Moment,
    NormMark,
    ReliefValues,
    Rung,
)
from ladderback.documents.plots.words import figure, quarters, times
from ladderback.evidence import book
from ladderback.terms.errors import RecordError
from ladderback.terms.words import forbidden_in

sys.path.append(str(Path(__file__).parents[3] / "docs"))
import make_plots

SAMPLES = dict(make_plots.samples())
LOOKS = [Look(prefix="one"), Look(prefix="one", width=694, theme="print"), Look(prefix="one", width=694)]
Draw = Callable[[Look], str]


@pytest.fixture(params=sorted(SAMPLES))
def drawn(request: pytest.FixtureRequest) -> Draw:
    return SAMPLES[request.param]


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look.width:.0f}-{look.theme}")
def look(request: pytest.FixtureRequest) -> Look:
    found: Look = request.param
    return found


def test_it_is_one_picture_with_a_title_and_its_numbers_in_words(drawn: Draw, look: Look) -> None:
    picture = tree(drawn(look))
    assert picture.tag == f"{SVG}svg"
    assert picture.attrib["role"] == "img"
    title, told = list(picture)[:2]
    assert (title.tag, told.tag) == (f"{SVG}title", f"{SVG}desc")
    assert title.text
    assert told.text
    assert picture.attrib["aria-labelledby"] == f"{title.attrib['id']} {told.attrib['id']}"


def test_no_words_leave_the_picture(drawn: Draw, look: Look) -> None:
    assert outside(drawn(look)) == []


def test_no_words_lie_on_other_words(drawn: Draw, look: Look) -> None:
    assert overlapping(drawn(look)) == []


def test_no_letters_are_smaller_than_the_smallest_label(drawn: Draw, look: Look) -> None:
    assert min(one.size for one in words(drawn(look))) >= PAINTS[look.theme].label


def test_every_id_is_its_own_and_carries_the_prefix(drawn: Draw) -> None:
    found = [*ids(drawn(Look(prefix="first"))), *ids(drawn(Look(prefix="second")))]
    assert len(found) == len(set(found))
    assert all(one.startswith(("first-", "second-")) for one in found)


def test_the_same_values_give_the_same_picture(drawn: Draw, look: Look) -> None:
    assert drawn(look) == drawn(look)


def test_without_a_headline_the_title_still_says_the_answer(drawn: Draw, look: Look) -> None:
    bare = drawn(replace(look, headed=False))
    assert telling(bare) == telling(drawn(look))
    assert size(bare)[1] <= size(drawn(look))[1]


def test_no_word_that_we_never_say(drawn: Draw) -> None:
    assert forbidden_in(drawn(Look(prefix="one"))) == []
    assert forbidden_in(str(book().letter("plots"))) == []


def test_colours_come_from_the_tokens(drawn: Draw) -> None:
    picture = tree(drawn(Look(prefix="one", theme="print")))
    fills = {part.attrib.get("fill") for part in picture if part.tag != f"{SVG}svg"}
    assert fills <= {*PAINTS["print"].colours.values(), "none", None}


@pytest.mark.parametrize("name", sorted(make_plots.ladders()))
def test_every_load_of_the_ladder_is_told(name: str) -> None:
    values = make_plots.ladders()[name]
    told = telling(ladder_plot(values, Look(prefix="one")))
    for rung in values.rungs:
        assert rung.name in told
        assert rung.load is None or times(rung.load) in told
    assert all(str(number) in told for number in range(1, len(values.rungs) + 1))


def test_every_load_and_the_ceiling_are_told() -> None:
    values = make_plots.loads()["load"]
    told = telling(load_per_rung(values, Look(prefix="one")))
    assert all(times(rung.load) in told for rung in values.rungs if rung.load is not None)
    assert "The ceiling is 3.5×." in told
    assert told.startswith("Lifting Leo out of the car: 2 of 7 rungs are above the ceiling of 3.5×")


@pytest.mark.parametrize("name", sorted(make_plots.days()))
def test_every_hour_is_told(name: str) -> None:
    values = make_plots.days()[name]
    told = telling(day_in_hours(values, Look(prefix="one")))
    sums: dict[str, float] = {}
    for block in values.blocks:
        sums[block.name] = sums.get(block.name, 0.0) + block.end - block.start
    assert all(quarters(hours) in told for hours in sums.values())


@pytest.mark.parametrize("name", sorted(make_plots.norms()))
def test_every_value_and_every_edge_of_the_norm_is_told(name: str) -> None:
    values = make_plots.norms()[name]
    told = telling(norm_band(values, Look(prefix="one")))
    numbers = [values.low, values.high, values.mean, values.sd]
    numbers += [number for mark in values.marks for number in (mark.value, mark.before)]
    numbers += [edge for band in values.bands for edge in (band.low, band.high)]
    assert all(figure(number) in told for number in numbers if number is not None)
    assert values.group in told


@pytest.mark.parametrize("name", sorted(make_plots.courses()))
def test_every_moment_of_the_course_is_told(name: str) -> None:
    values = make_plots.courses()[name]
    told = telling(course_over_time(values, Look(prefix="one")))
    for course in values.courses:
        assert all(f"Week {figure(one.week)}: {figure(one.value)}" in told for one in course.moments)
        assert course.mdc is None or f"up to {figure(course.mdc)} are within measuring error" in told


def test_every_pain_after_hands_on_work_is_told() -> None:
    values = make_plots.reliefs()["relief"]
    told = telling(relief(values, Look(prefix="one")))
    for technique in values.techniques:
        assert f"{technique.name}: pain before {figure(technique.before)}." in told
        assert all(f"After {figure(one.hours)} h: {figure(one.pain)}." in told for one in technique.after)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("ink", "ground"), sorted(WORDS_ON))
def test_words_can_be_read_on_their_ground(ink: str, ground: str) -> None:
    assert contrast(LIGHT.colours[ink], LIGHT.colours[ground]) >= 4.5


@pytest.mark.parametrize(("mark", "ground"), sorted(MARKS_ON))
def test_marks_can_be_seen_on_their_ground(mark: str, ground: str) -> None:
    assert contrast(LIGHT.colours[mark], LIGHT.colours[ground]) >= 3.0


@pytest.mark.parametrize("ink", ["ink", "ink2", "edge", "later"])
def test_paper_stays_clear_in_grey(ink: str) -> None:
    assert contrast(PAINTS["print"].colours[ink], "#FFFFFF") >= 4.5


def test_an_unknown_hour_is_never_counted_as_none() -> None:
    values = DayValues(blocks=(DayBlock(name="bed", posture="lying", start=0, end=7),), long_sitting=4)
    told = telling(day_in_hours(values, Look(prefix="one")))
    assert "Training: not known in all." in told
    assert "Lying: at least 7 h in all." in told
    assert "17 h not known" in told


def test_sitting_in_one_go_runs_on_from_chair_to_chair() -> None:
    blocks = (
        DayBlock(name="desk", posture="sitting", start=8, end=11),
        DayBlock(name="lunch", posture="sitting", start=11, end=12.25),
    )
    told = telling(day_in_hours(DayValues(blocks=blocks, long_sitting=4), Look(prefix="one")))
    assert "Sitting in one go from 8 to 12:15, 4¼ h." in told


def test_a_change_is_enough_only_past_both_lines() -> None:
    def said(value: float, mdc: float | None, mcid: float | None) -> str:
        moments = (Moment(week=0, value=6), Moment(week=4, value=value))
        course = Course(name="Pain", better="less", moments=moments, mdc=mdc, mcid=mcid)
        return telling(course_over_time(make_plots.CourseValues(courses=(course,)), Look(prefix="one")))

    assert "more than chance, and enough to matter" in said(4, 2, 1.5)
    assert "more than chance, not yet enough to matter" in said(4, 2, 3)
    assert "maybe chance" in said(5, 2, 1)
    assert "A change of 2 or more is enough to matter." in said(5, 2, 1)
    assert "worse, by more than chance" in said(9, 2, 3)
    assert "enough to matter, if it is not chance" in said(4, None, 2)
    assert "we cannot tell how much that means" in said(4, None, None)


def test_a_relief_below_its_error_draws_no_line() -> None:
    values = make_plots.reliefs()["relief"]
    small = ReliefValues(techniques=values.techniques[2:])
    picture = relief(small, Look(prefix="one"))
    assert "Too small to tell from chance." in telling(picture)
    assert 'stroke-width="2.4"' not in picture


def test_a_value_off_the_scale_is_said_to_be_off() -> None:
    values = make_plots.norms()["norm_off"]
    assert "31.4 s, above this scale" in telling(norm_band(values, Look(prefix="one")))
    below = replace(values, marks=(NormMark(side="left", value=1),))
    assert "1 s, below this scale" in telling(norm_band(below, Look(prefix="one")))


def test_two_pieces_of_drawing_never_share_an_id() -> None:
    piece = Fragment(
        svg='<linearGradient id="a"/><path id="b" fill="url(#a)" d="M0 0h9v9z"/><use href="#b"/>', view_box=(0, 0, 9, 9)
    )
    values = replace(make_plots.ladders()["ladder"], person=piece, goal=piece)
    picture = ladder_plot(values, Look(prefix="one"))
    assert len(ids(picture)) == len(set(ids(picture)))
    assert 'fill="url(#one-person-a)"' in picture
    assert 'href="#one-goal-b"' in picture


@pytest.mark.parametrize(
    "svg",
    [
        "<script>1</script>",
        "<style>*{fill:red}</style>",
        '<path onclick="x()" d=""/>',
        '<use href="https://example.org/x.svg#a"/>',
        '<rect style="fill:url(https://example.org/a)"/>',
        "<path d='M0 0'",
        "</g><g>",
        "<!-- note --><path/>",
        '<x:thing xmlns:x="urn:x"/>',
    ],
)
def test_a_piece_that_could_do_more_than_be_seen_is_refused(svg: str) -> None:
    with pytest.raises(RecordError, match=r"person\.svg"):
        ladder_plot(
            replace(make_plots.ladders()["ladder"], person=Fragment(svg=svg, view_box=(0, 0, 9, 9))), Look(prefix="one")
        )


def test_what_cannot_be_drawn_truthfully_is_refused() -> None:
    nan = float("nan")
    look = Look(prefix="one")
    two = tuple(Rung(name=name, state="now") for name in ("a", "b"))
    for key, draw in (
        (
            r"rungs\[0\]\.load",
            lambda: ladder_plot(LadderValues(task="t", rungs=(Rung(name="a", state="now", load=nan),)), look),
        ),
        (
            r"rungs\[0\]\.name",
            lambda: ladder_plot(LadderValues(task="t", rungs=(Rung(name=" \x00", state="now"),)), look),
        ),
        ("rungs", lambda: ladder_plot(LadderValues(task="t", rungs=two), look)),
        ("task", lambda: ladder_plot(LadderValues(task="", rungs=()), look)),
        ("ceiling", lambda: load_per_rung(replace(make_plots.loads()["load"], ceiling=nan), look)),
        ("value", lambda: norm_band(replace(make_plots.norms()["norm"], marks=(NormMark(value=nan),)), look)),
        ("look.prefix", lambda: ladder_plot(make_plots.ladders()["ladder"], Look(prefix='a" onload="x'))),
        ("look.width", lambda: ladder_plot(make_plots.ladders()["ladder"], Look(prefix="a", width=nan))),
    ):
        with pytest.raises(RecordError, match=key):
            draw()


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5), (-1, 5), (3, 25), (float("nan"), 5)])
def test_a_block_outside_the_day_is_refused(start: float, end: float) -> None:
    block = DayBlock(name="bed", posture="lying", start=start, end=end)
    with pytest.raises(RecordError, match="blocks"):
        day_in_hours(DayValues(blocks=(block,), long_sitting=4), Look(prefix="one"))


def test_blocks_that_overlap_are_refused() -> None:
    blocks = (
        DayBlock(name="bed", posture="lying", start=0, end=7),
        DayBlock(name="desk", posture="sitting", start=6, end=9),
    )
    with pytest.raises(RecordError, match="one after the other"):
        day_in_hours(DayValues(blocks=blocks, long_sitting=4), Look(prefix="one"))


def test_the_assessment_has_the_last_word_on_a_border() -> None:
    values = make_plots.norms()["norm"]
    for called in ("borderline", "finding"):
        mark = NormMark(side="left", value=117, verdict=called)  # type: ignore[arg-type]
        assert f"Left: 117°, {called}." in telling(norm_band(replace(values, marks=(mark,)), Look(prefix="one")))
