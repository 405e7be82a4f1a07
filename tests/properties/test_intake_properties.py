"""What always holds of the intake: order and repetition do not matter, unknown stays unknown, mirrors agree."""

from __future__ import annotations

import json
import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from ladderback import intake
from ladderback.evidence import book
from ladderback.intake.values import IntakeRecord
from ladderback.terms.sides import mirrored

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples" / "cases").glob("*.toml"))
CASES = [tomllib.loads(path.read_text(encoding="utf-8")) for path in EXAMPLES]
ASKED = sorted(name for name, one in book().safety_features.items() if one.kind in ("asked", "observed", "examined"))
GROUPS = {"history", "mind", "daily_life", "vitals", "medicine", "movements", "repeated", "tests", "goals", "means"}
DAY = date(2026, 11, 1)

moments = st.integers(0, 40 * 24 * 60).map(
    lambda minutes: f"{DAY + timedelta(minutes=minutes)}T{minutes // 60 % 24:02d}:{minutes % 60:02d}+00:00"
)
pains = st.integers(0, 20).map(lambda half: half / 2)
safety = st.dictionaries(st.sampled_from(ASKED), st.booleans(), max_size=4)
happenings = st.one_of(
    st.fixed_dictionaries({"event": st.just("check_in")}, optional={"pain_now": pains, "nothing_new": st.booleans()}),
    st.fixed_dictionaries({"event": st.just("check_in"), "safety": safety}),
    st.fixed_dictionaries({"event": st.just("day_after"), "pain": pains}),
    st.fixed_dictionaries({"event": st.just("walked"), "minutes": st.integers(0, 90)}),
    st.fixed_dictionaries(
        {"event": st.just("clinical_test"), "tests": st.fixed_dictionaries({"sorensen": st.integers(0, 240)})}
    ),
    st.fixed_dictionaries({"event": st.just("goal"), "task": st.sampled_from(["walk", "run"]), "ability": pains}),
)


@st.composite
def journals(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Lines of a journal, some of which correct an earlier one."""
    lines: list[dict[str, Any]] = []
    for number in range(draw(st.integers(0, 8))):
        line = draw(happenings)
        if lines and draw(st.booleans()) and draw(st.booleans()):
            of = draw(st.sampled_from(lines))["id"]
            line = {"event": "corrects", "of": of, "with": draw(st.one_of(st.none(), happenings))}
        lines.append({"id": f"line-{number}", "at": draw(moments)} | line)
    return lines


cases = st.sampled_from(CASES)
few = settings(max_examples=60, deadline=None)


def read(case: dict[str, Any]) -> IntakeRecord:
    return intake.read(msgspec.json.encode(case), "case.json")


def journal_of(lines: list[dict[str, Any]]) -> Any:
    return intake.read_journal("\n".join(json.dumps(line) for line in lines), "journal.jsonl")


def folded(case: dict[str, Any], lines: list[dict[str, Any]]) -> IntakeRecord:
    record, journal = read(case), journal_of(lines)
    return intake.as_of(record, journal, intake.latest_day(record, journal))


@few
@given(cases, journals(), st.randoms(use_true_random=False))
def test_the_order_of_the_lines_does_not_matter(case: dict[str, Any], lines: list[Any], chance: Any) -> None:
    shuffled = list(lines)
    chance.shuffle(shuffled)
    assert journal_of(shuffled) == journal_of(lines)
    assert folded(case, shuffled) == folded(case, lines)


@few
@given(journals(), st.data())
def test_a_repeated_line_does_not_matter(lines: list[Any], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(lines))) if lines else []
    assert journal_of(lines + again) == journal_of(lines)


@few
@given(cases, journals(), happenings, st.none() | happenings)
def test_a_correction_is_as_if_it_had_been_written_right(
    case: dict[str, Any], lines: list[Any], wrong: dict[str, Any], right: dict[str, Any] | None
) -> None:
    place = {"id": "the-line", "at": "2026-11-20T08:00+00:00"}
    correction = {"id": "zz", "at": "2026-11-21T08:00+00:00", "event": "corrects", "of": "the-line", "with": right}
    corrected = journal_of([*lines, place | wrong, correction])
    at_once = journal_of([*lines, *([place | right] if right else [])])
    assert corrected.events == at_once.events
    day = date(2026, 12, 31)
    assert intake.as_of(read(case), corrected, day) == intake.as_of(read(case), at_once, day)


@few
@given(cases, journals(), st.integers(0, 60))
def test_what_is_not_yet_known_on_a_day_does_not_matter(case: dict[str, Any], lines: list[Any], days: int) -> None:
    on = DAY + timedelta(days=days)
    plain = [line for line in lines if line["event"] != "corrects"]
    record, known = read(case), journal_of(plain)
    past = journal_of([line for line in plain if line["at"][:10] <= str(on)])
    assert intake.as_of(record, known, on) == intake.as_of(record, past, on)


@few
@given(cases, st.sets(st.sampled_from(sorted(GROUPS))), st.data())
def test_unknown_stays_unknown(case: dict[str, Any], left_out: set[str], data: st.DataObject) -> None:
    """Leaving tables or answers out never makes anything known that was not, and never turns an answer round."""
    answers = case.get("safety", {})
    kept = {name: answers[name] for name in data.draw(st.sets(st.sampled_from(sorted(answers))))}
    less = {name: table for name, table in case.items() if name not in left_out} | {"safety": kept}
    whole, part = read(case), read(less)
    assert part.features.items() <= whole.features.items()
    assert set(part.features) == set(part.because)


@few
@given(cases)
def test_every_feature_says_where_it_is_from(case: dict[str, Any]) -> None:
    record = read(case)
    starts = ("answered", "derived from ", "implied by ", "recorded by ")
    assert set(record.features) == set(record.because)
    assert all(why.startswith(starts) for why in record.because.values())


@few
@given(cases, journals())
def test_a_yes_is_taken_back_only_by_a_no(case: dict[str, Any], lines: list[Any]) -> None:
    """Whatever was answered yes stays yes unless somebody answered no to the very question later."""
    lines = [line for line in lines if line["event"] != "corrects"]
    denied = {name for line in lines for name, answer in line.get("safety", {}).items() if not answer}
    after = folded(case, lines)
    told = {name for name, answer in case.get("safety", {}).items() if answer}
    assert all(after.features[name] for name in told - denied)


def turned(value: Any) -> Any:
    """The same with left and right changed over."""
    if isinstance(value, dict):
        return {mirrored(key): turned(one) for key, one in value.items()}
    if isinstance(value, list):
        return [turned(one) for one in value]
    return mirrored(value) if isinstance(value, str) and value.isidentifier() else value


@few
@given(cases)
def test_a_mirrored_case_is_a_mirrored_record(case: dict[str, Any]) -> None:
    assert unordered(turned(plain(read(case)))) == unordered(plain(read(turned(case))))


def plain(record: IntakeRecord) -> Any:
    """The record in lists and tables."""
    return json.loads(msgspec.json.encode(record))


def unordered(record: dict[str, Any]) -> dict[str, Any]:
    """The record without the order of its tests and sites, and without its title, which is free text."""
    episode = record["episode"] | {"sites": sorted(record["episode"]["sites"] or ())}
    return record | {"title": "", "tests": sorted(record["tests"], key=repr), "episode": episode}


@few
@given(cases, st.text(max_size=200))
def test_free_text_changes_nothing_else(case: dict[str, Any], text: str) -> None:
    told = case | {"title": text, "episode": case["episode"] | {"story": text}}
    blank = {"title": "", "episode": None}
    assert msgspec.to_builtins(read(told)) | blank == msgspec.to_builtins(read(case)) | blank
