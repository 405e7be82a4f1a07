"""The pages of the body: ladder, day, load, slack, norms and course; ratios for clients, newtons for practitioners."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import cache
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from printed_people import facts, finding, findings, formulation, record, review

from ladderback import ergonomics, ladder
from ladderback.assessment.values import Findings
from ladderback.body.slack import from_clinical_tests, take_up
from ladderback.documents import day_page, ladder_page, load_pages, write
from ladderback.documents.course_page import pages as course_pages
from ladderback.documents.facts import Facts, Followed, SlackShown
from ladderback.documents.followed import course_values, relief_values
from ladderback.documents.handout import handout
from ladderback.documents.pictured import build_of, strip
from ladderback.documents.plots import hours_side_by_side, ladder_plot, load_per_rung
from ladderback.documents.plots.hours_side_by_side import unknown_hours
from ladderback.documents.plots.values import HoursPart, HoursValues, LadderValues, LoadPerRungValues, Look, Rung
from ladderback.documents.plotted import ladder_values, norm_values
from ladderback.documents.practitioner import practitioner
from ladderback.documents.progress import progress
from ladderback.documents.sheet import Page, Picture, Sheet, texts
from ladderback.documents.slack_shown import shown_slack
from ladderback.intake.events import CheckIn, HandsOn, Measured
from ladderback.intake.values import Client, DailyLife, Goal, IntakeRecord
from ladderback.ladder.values import Ladder
from ladderback.progression.log import Log

FORCE = re.compile(r"newton|\d\s?N\b|\bNm\b", re.IGNORECASE)
DESK = DailyLife(work="desk", sitting_hours=8.0, sleep_hours=8.0, walking_minutes_per_day=30)


@cache
def person() -> IntakeRecord:
    return record(daily_life=DESK)


@cache
def ladders() -> tuple[Ladder, ...]:
    return ladder.build(person(), formulation())


@cache
def full() -> Facts:
    drawn = strip("hip_bridge", person().client)
    assert drawn is not None
    slack = SlackShown(
        task="Putting on a sock", client=("Your hip bends to about 91 degrees.", "It is a calculation."),
        practitioner=("Hip 91, norm 120.",), pictures=(drawn,),
    )  # fmt: skip
    return facts(record=person(), ladders=ladders(), day=ergonomics.measure(person()), slack=(slack,))


def all_text(sheet: Sheet) -> str:
    return "\n".join(texts(sheet))


def drawings(value: Any) -> list[str]:
    """Every drawing of a sheet, for paper and for the screen."""
    if isinstance(value, dict):
        own = [value[key] for key in ("svg", "screen") if isinstance(value.get(key), str) and value[key]]
        return own + [svg for inner in value.values() for svg in drawings(inner)]
    return [svg for inner in value for svg in drawings(inner)] if isinstance(value, list | tuple) else []


def words_of(svg: str) -> str:
    return " ".join(" ".join(part.itertext()) for part in ElementTree.fromstring(svg).iter() if part.text)


def test_the_client_never_reads_newtons() -> None:
    sheet = handout(full())
    said = [all_text(sheet), *(words_of(svg) for svg in drawings(msgspec.to_builtins(sheet)))]
    assert len(said) > 8
    assert [found for text in said if (found := FORCE.search(text))] == []


def test_the_practitioner_reads_newtons_and_moments_with_their_basis() -> None:
    text = all_text(practitioner(full()))
    now = ladders()[0].now
    assert now is not None
    assert f"{now.compression_n:.0f} N" in text
    assert f"{now.moment_nm:.0f} Nm" in text
    assert "Own standing:" in text
    assert "measured class: pelvis lifted" in text
    assert "computed" in text


def test_the_ladder_page_says_where_what_next_and_why_rungs_wait() -> None:
    text = "\n".join(texts(handout(full())))
    now = ladders()[0].now
    assert now is not None
    for words in ("My ladder", "You are here", "The next rung", now.name, now.pass_when, now.prepares):
        assert words in text
    assert f"About {now.ratio_to_standing:.1f} times standing. It may be {now.ratio_low:.1f}" in text


def test_every_picture_has_words_for_who_does_not_see_it() -> None:
    for sheet in (handout(full()), practitioner(full())):
        found = [block for page in sheet.pages for block in every_picture(page)]
        assert found
        assert all(len(one.alt.split()) > 3 for one in found)


def every_picture(page: Page) -> list[Picture]:
    def within(value: Any) -> list[Picture]:
        if isinstance(value, Picture):
            return [value]
        if isinstance(value, msgspec.Struct):
            return [one for name in value.__struct_fields__ for one in within(getattr(value, name))]
        return [one for inner in value for one in within(inner)] if isinstance(value, tuple) else []

    return within(page)


def test_ids_are_never_used_twice_in_one_page() -> None:
    page = write(handout(full()), "html").decode()
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_everything_prints_on_as_many_sides_as_pages(paper: Any) -> None:
    import io

    import pypdf

    for sheet in (handout(full()), practitioner(full())):
        made = write(sheet, "pdf", paper)
        assert len(pypdf.PdfReader(io.BytesIO(made)).pages) == len(sheet.pages)
        assert len(made) < 1_500_000


def test_the_day_stands_side_by_side_and_what_nobody_told_is_open() -> None:
    text = all_text(handout(full()))
    assert "Your day" in text
    assert "8 hours" in text
    assert "Nobody told us" in text
    assert "Your hip bends to about 91 degrees." in text


def test_slack_without_a_clear_effect_is_for_the_practitioner_only() -> None:
    (one,) = full().slack
    known = replace(full(), slack=(replace(one, clear=False),))
    assert "It is a calculation." not in all_text(handout(known))
    assert "Hip 91, norm 120." in all_text(practitioner(known))


def test_an_answer_of_the_slack_comes_with_its_picture_and_its_caveat() -> None:
    client = person().client
    found = take_up(build_of(client), from_clinical_tests({"hip_flex_prom": (90.0, 90.0)}), "sock")
    shown = shown_slack(found, client)
    assert shown.task == "Putting on a sock"
    assert shown.client[-1].startswith("People in pain often do the opposite")
    assert bool(shown.pictures) == found.answer.possible
    assert not any(FORCE.search(text) for text in shown.client)


def test_what_is_not_known_has_no_page() -> None:
    assert ladder_page.pages(person(), ()) == ()
    assert day_page.pages(facts()) == ()
    assert load_pages.pages(facts(findings=Findings(findings=(), regions={})))[0].body


def test_without_height_no_ladder_is_drawn_and_its_reason_is_told() -> None:
    short = record(client=Client(age=50, sex="male", mass_kg=80), daily_life=DESK)
    made = ladder.build(short, formulation())
    known = facts(record=short, ladders=made, day=ergonomics.measure(short))
    assert ladder_page.pages(short, made) == ()
    assert "We need your height" in all_text(handout(known))
    assert "Back load" not in all_text(handout(known))


def test_notes_of_rungs_are_short_and_reasons_stand_once() -> None:
    found = [one.note for one in ladder_values(ladders()[0]).rungs]
    assert max(map(len, found)) < 45


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0.0, 24.0), max_size=7), st.sampled_from([320.0, 360.0, 694.0]))
def test_hours_of_any_day_are_drawn(hours: list[float], width: float) -> None:
    parts = tuple(HoursPart(name=f"part {at}", posture="sitting", hours=one) for at, one in enumerate(hours))
    values = HoursValues(parts=parts)
    svg = hours_side_by_side(values, Look(prefix="day", width=width, theme="print"))
    ElementTree.fromstring(svg)
    assert 0.0 <= unknown_hours(values) <= 24.0
    assert svg == hours_side_by_side(values, Look(prefix="day", width=width, theme="print"))


@settings(max_examples=40, deadline=None)
@given(st.floats(0.0, 20.0), st.floats(0.0, 20.0), st.floats(0.0, 20.0))
def test_whiskers_of_two_lengths_stay_in_the_picture(load: float, below: float, above: float) -> None:
    one = Rung(name="a box", state="now", load=load, low=max(load - below, 0.0), high=load + above)
    for drawn in (
        ladder_plot(LadderValues(task="lift", rungs=(one,)), Look(prefix="a")),
        load_per_rung(LoadPerRungValues(task="lift", rungs=(one,)), Look(prefix="a")),
    ):
        wide = float(ElementTree.fromstring(drawn).attrib["width"])
        places = [float(x) for x in re.findall(r'\bx[12]?="(-?[\d.]+)"', drawn)]
        assert all(-1 <= x <= wide + 1 for x in places)


@settings(max_examples=60, deadline=None)
@given(st.floats(60.0, 150.0), st.sampled_from(["finding", "borderline"]))
def test_bands_and_verdict_never_disagree(value: float, verdict: str) -> None:
    norm = finding("hip_flex_prom", "right", 95.0, "finding").norm
    assert norm is not None
    line = replace(norm, mean=None, sd=None, cutoff=value + 1.0)
    one = replace(finding("hip_flex_prom", "right", value, verdict), norm=line)
    (drawn,) = norm_values((one,), 4)
    under = [band for band in drawn.bands if (band.low or -1e9) <= value <= (band.high or 1e9)]
    assert [band.kind for band in under] == [verdict]
    assert drawn.low <= value <= drawn.high


def test_norms_are_drawn_for_findings_only_and_sides_stand_together() -> None:
    found = norm_values(findings().findings, 8)
    assert {one.measure for one in found} >= {"Hip flexion, passive"}
    assert len(next(one for one in found if one.measure.startswith("Hip flexion")).marks) == 2


def journal() -> tuple[Any, ...]:
    at = [datetime(2026, 11, day, 18, tzinfo=UTC) for day in (2, 9, 10, 16, 17)]
    return (
        CheckIn(at=at[0], id="a1", pain_now=5),
        CheckIn(at=at[1], id="a2", pain_now=4),
        HandsOn(at=at[2], id="a3", technique="massage", pain_before=5, pain_after=2, relief_hours=6),
        CheckIn(at=at[3], id="a4", pain_now=3),
        Measured(at=at[4], id="a5", measure="psfs", value=6),
    )


def followed() -> tuple[IntakeRecord, Followed]:
    today = replace(person(), on=datetime(2026, 11, 20).date())
    return today, Followed(told=person(), events=journal(), ladders=ladders())


def test_the_course_shows_pain_first_week_by_week() -> None:
    today, kept = followed()
    courses = course_values(kept, review(), Log(kept.events, today.on)).courses
    assert [one.name for one in courses] == ["Pain, 0 to 10", "Own activities, 0 to 10"]
    assert [(one.week, one.value) for one in courses[0].moments] == [(0.0, 6.0), (1.0, 5.0), (2.0, 4.5), (3.0, 3.0)]
    assert courses[0].mdc == 2


def test_relief_runs_from_the_pain_after_to_the_half_of_its_gain() -> None:
    today, kept = followed()
    (one,) = relief_values(review(), Log(kept.events, today.on)).techniques
    assert (one.before, [(point.hours, point.pain) for point in one.after]) == (5.0, [(0.0, 2.0), (6.0, 3.5)])


def test_the_progress_report_has_its_page_of_pictures_only_with_a_journal() -> None:
    today, kept = followed()
    assert len(progress(today, review(), followed=kept).pages) == 2
    assert len(progress(today, review()).pages) == 1
    assert course_pages(today, review(), Followed(told=person())) == ()


def test_a_strip_of_lying_poses_is_drawn_large() -> None:
    drawn = strip("hip_bridge", person().client)
    assert drawn is not None
    assert 0.7 < drawn.ratio < 2.4


def test_goals_without_poses_do_not_stop_the_printer() -> None:
    odd = replace(person(), goals=(Goal(task="body_mass"),))
    assert write(handout(facts(record=odd, ladders=ladder.build(odd, formulation())))).startswith(b"%PDF")
