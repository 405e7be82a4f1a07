"""Whatever comes, the intake answers with a record or with a RecordError: never with anything else."""

from __future__ import annotations

import copy
import json
import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ladderback import intake
from ladderback.intake.events import Journal
from ladderback.intake.values import IntakeRecord
from ladderback.terms.errors import RecordError

FOLDER = Path(__file__).resolve().parents[2] / "examples" / "cases"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.toml"))]
CASES = [tomllib.loads(text) for text in TEXTS]
CANARY = "Wilhelmina Quartermaine"
LINES: list[dict[str, Any]] = [
    {"event": "check_in", "pain_now": 4, "safety": {"fever": False}, "worse_with": ["lift"], "nothing_new": True},
    {"event": "trained", "session": {"week": 1, "number": 1}, "items": [{"exercise": "hinge_dowel", "reps": [8, 5]}]},
    {"event": "hands_on", "technique": "massage", "region": "low_back", "by": "physiotherapist", "relief_hours": 4},
    {"event": "clinical_test", "tests": {"hip_ir": {"left": 30, "right": 22, "position": "prone"}, "sorensen": 60}},
    {"event": "measured", "measure": "psfs", "value": 5},
    {"event": "cleared", "clears": ["NL01"], "by": "physician", "name": CANARY, "until": "2027-01-01"},
    {"event": "corrects", "of": "line-0", "with": {"event": "walked", "minutes": 20}},
    {"event": "goal", "task": "body_mass", "target_kg": 70},
]
few = settings(max_examples=150, deadline=None)
odd = st.one_of(
    st.none(), st.booleans(), st.integers(), st.integers(10**18, 10**40), st.floats(), st.text(max_size=20),
    st.sampled_from(["left", "worse", "nan", "", "2026-11-01", "ladderback/case/9", "\ud800", CANARY, "x" * 300]),
    st.lists(st.integers() | st.text(max_size=5), max_size=3), st.just(date(2026, 11, 1)),
    st.dictionaries(st.text(max_size=8), st.integers(), max_size=3),
)  # fmt: skip
names = st.text(max_size=12) | st.sampled_from(
    ["age", "sites", "left", "tests", "__class__", "on", "with", "\ud800", CANARY]
)


def case_answer(text: Any) -> None:
    answer(intake.read, text, IntakeRecord)


def journal_answer(text: Any) -> None:
    answer(intake.read_journal, text, Journal)


def answer(read: Callable[[Any, str], Any], text: Any, kind: type) -> None:
    """Demands a value of the kind or a short RecordError that repeats nothing private."""
    try:
        result: Any = read(text, "file")
    except RecordError as error:
        result = error
    assert isinstance(result, kind | RecordError)
    if isinstance(result, RecordError):
        assert len(str(result)) < 4_000
        assert "Quartermaine" not in str(result)


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container in a value with each of its keys."""
    if isinstance(value, dict | list):
        for key in list(value) if isinstance(value, dict) else range(len(value)):
            yield value, key
            yield from places(value[key])


def drop(draw: st.DrawFn, holder: Any, key: Any) -> None:
    del holder[key]


def change(draw: st.DrawFn, holder: Any, key: Any) -> None:
    holder[key] = draw(odd)


def rename(draw: st.DrawFn, holder: Any, key: Any) -> None:
    if isinstance(holder, dict):
        holder[draw(names)] = holder.pop(key)


def insert(draw: st.DrawFn, holder: Any, key: Any) -> None:
    if isinstance(holder, dict):
        holder[draw(names)] = draw(odd)
    else:
        holder.insert(key, draw(odd))


def wrap(draw: st.DrawFn, holder: Any, key: Any) -> None:
    holder[key] = [holder[key]] if draw(st.booleans()) else {"left": holder[key]}


WAYS: list[Callable[[st.DrawFn, Any, Any], None]] = [drop, change, rename, insert, wrap]


@st.composite
def mutated(draw: st.DrawFn, value: Any) -> Any:
    """A value with a few places dropped, changed, renamed, wrapped or added."""
    value = copy.deepcopy(value)
    for _ in range(draw(st.integers(1, 3))):
        found = list(places(value))
        if found:
            holder, key = found[draw(st.integers(0, len(found) - 1))]
            draw(st.sampled_from(WAYS))(draw, holder, key)
    return value


def as_json(value: Any) -> str:
    return json.dumps(value, default=str)


@few
@given(st.binary(max_size=400) | st.text(max_size=400))
@example(b"\xff\xfe\x00")
@example("{" * 3_000)
@example("[" * 3_000)
@example('{"format": "ladderback/case/1", "taken_on": "2026-11-01", "client": {"age": 1e999, "sex": "male"}}')
def test_any_bytes_are_answered(text: bytes | str) -> None:
    case_answer(text)
    journal_answer(text)


@few
@given(st.sampled_from(CASES).flatmap(mutated))
def test_a_mutated_case_in_json_is_answered(case: Any) -> None:
    case_answer(as_json(case))


@few
@given(st.sampled_from(TEXTS), st.data())
def test_a_mutated_case_in_toml_is_answered(text: str, data: st.DataObject) -> None:
    lines = text.split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        index = data.draw(st.integers(0, len(lines) - 1))
        key = lines[index].split("=")[0]
        other = data.draw(st.sampled_from(lines))
        value = data.draw(
            st.sampled_from(
                [
                    "nan",
                    "-inf",
                    "1e999",
                    "true",
                    '"x"',
                    "[]",
                    "{}",
                    "2026-11-01",
                    "07:00:00",
                    "''''",
                    "0x1F",
                    "1_0",
                    other.split("=")[-1],
                ]
            )
        )
        lines[index] = data.draw(
            st.sampled_from(
                [other, f"{key}= {value}", f"{data.draw(names)!r} = {value}", lines[index][:-1], "[" + lines[index]]
            )
        )
    case_answer("\n".join(lines))


@few
@given(st.lists(st.sampled_from(LINES), max_size=5).flatmap(mutated), st.data())
def test_a_mutated_journal_is_answered(lines: Any, data: st.DataObject) -> None:
    rows = [
        {"id": f"line-{number}", "at": "2026-11-02T08:00+00:00"} | line if isinstance(line, dict) else line
        for number, line in enumerate(lines)
    ]
    journal_answer("\n".join(as_json(row) for row in data.draw(mutated(rows))))


@few
@given(st.sampled_from(CASES), st.lists(st.sampled_from(LINES), max_size=6), st.data())
def test_a_mutated_journal_that_is_read_can_be_folded(case: Any, lines: Any, data: st.DataObject) -> None:
    rows = [{"id": f"line-{number}", "at": "2026-11-02T08:00+00:00"} | line for number, line in enumerate(lines)]
    try:
        journal = intake.read_journal("\n".join(as_json(row) for row in data.draw(mutated(rows))), "journal")
        record = intake.read(as_json(data.draw(mutated(case))), "case")
    except RecordError:
        return
    assert isinstance(intake.as_of(record, journal, intake.latest_day(record, journal)), IntakeRecord)
