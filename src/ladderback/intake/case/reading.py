"""Reads a case: what a person told and what was measured on one day, as TOML or as JSON."""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

import msgspec

from ladderback.intake.answers import measurements
from ladderback.intake.case import consistency
from ladderback.intake.case.shape import CaseFile, MeansGiven
from ladderback.intake.features import Answers, with_features
from ladderback.intake.mistakes import Mistake, Shown, as_error, find, line_in_json, line_in_toml
from ladderback.intake.text import decoded, once
from ladderback.intake.values import IntakeRecord, Means
from ladderback.intake.words import words

FORMAT = "ladderback/case/1"
MOST_BYTES = 4_000_000
_DEEPEST_KEY = 30
_DEEP_KEY = re.compile(rf"""(?<![\w."'-])(?:(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*\.[ \t]*){{{_DEEPEST_KEY}}}""")


def read(text: str | bytes, name: str) -> IntakeRecord:
    """Reads a case and keeps what is unknown as unknown.

    Args:
        text: the whole file, TOML or (when it begins with a brace) JSON, in UTF-8, at most 4 MB.
        name: the name of the file as the user gave it, for messages.

    Raises:
        RecordError: it is not a case of format ladderback/case/1; the message says where and what is allowed.
    """
    content, find_line = "", line_in_toml
    try:
        content = decoded(text, MOST_BYTES)
        if content.lstrip()[:1] == "{" or name.endswith(".json"):
            find_line = line_in_json
            return _record(_case_file(_json(content)))
        return _record(_case_file(_toml(content)))
    except Mistake as mistake:
        wrong = mistake
    except RecursionError:
        wrong = Mistake((), Shown("lists or tables nested too deep"), "the tables of the case format")
    raise as_error(wrong, name, wrong.line or find_line(content, wrong.path))


def _toml(content: str) -> dict[str, Any]:
    for number, text in enumerate(content.split("\n"), 1):
        if text.count(".") >= _DEEPEST_KEY and _DEEP_KEY.search(text):
            raise Mistake(
                (), Shown(f"a key of {_DEEPEST_KEY} parts or more"), "the keys of the case format", line=number
            )
    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line (\d+)", str(error))
        what = re.sub(r"\s*\(.*\)", "", str(error)).lower()
        line = int(place[1]) if place else None
        raise Mistake((), Shown(f"no TOML: {what}"), "a case in TOML", line=line) from None
    except ValueError:
        raise Mistake((), Shown("a number of thousands of digits"), "numbers of the case format") from None


def _json(content: str) -> dict[str, Any]:
    try:
        values = json.loads(content, object_pairs_hook=once)
    except json.JSONDecodeError as error:
        raise Mistake((), Shown(f"no JSON: {error.msg.lower()}"), "a case in JSON", line=error.lineno) from None
    except ValueError:
        raise Mistake((), Shown("a number of thousands of digits"), "numbers of the case format") from None
    if not isinstance(values, dict):
        raise Mistake((), values, "one JSON object with the tables of the case format")
    if "\\ud" in content.lower():
        _demand_whole_characters(values)
    return values


def _demand_whole_characters(values: dict[str, Any]) -> None:
    """Refuses half of a character, which JSON can write and no file can hold."""
    try:
        json.dumps(values, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise find(values, CaseFile) or _somewhere() from None


def _case_file(values: dict[str, Any]) -> CaseFile:
    _check_format(values.get("format"))
    try:
        return msgspec.convert(values, CaseFile)
    except (msgspec.ValidationError, UnicodeError):
        raise find(values, CaseFile) or _somewhere() from None


def _somewhere() -> Mistake:
    return Mistake((), Shown("a value that is not of the format"), "the case format, docs/reference/case_format.md")


def _check_format(given: object) -> None:
    if given == FORMAT:
        return
    allowed = FORMAT
    if given is None:
        given = Shown("nothing")
    elif isinstance(given, str) and re.fullmatch(r"ladderback/case/\d{1,9}", given):
        allowed = f"{FORMAT}: this file is of a newer format, and a newer version of the program reads it"
    elif isinstance(given, str) and given.startswith("ladderback/"):
        allowed = f"{FORMAT}: this is another kind of file"
    raise Mistake(
        ("format",), given, allowed, FORMAT if isinstance(given, str) and not isinstance(given, Shown) else None
    )


def _record(given: CaseFile) -> IntakeRecord:
    consistency.check(given)
    record = IntakeRecord(
        title=given.title,
        taken_on=given.taken_on,
        on=given.taken_on,
        client=given.client,
        vitals=given.vitals,
        medicine=given.medicine,
        episode=given.episode,
        movements=given.movements,
        repeated=given.repeated,
        tests=measurements(given.tests, given.taken_on, ("tests",)),
        injuries=given.history.injury,
        surgeries=given.history.surgery,
        diagnoses=given.history.diagnosis,
        tried=given.history.tried,
        restrictions=given.history.restriction,
        mind=given.mind,
        daily_life=given.daily_life,
        goals=given.goals,
        means=None if given.means is None else _means(given.means),
    )
    return with_features(record, Answers(given.safety, dict.fromkeys(given.safety, "answered")))


def _means(given: MeansGiven) -> Means:
    there = words().always_there(given.place)
    return Means(
        place=given.place,
        supervised=given.place == "clinic" if given.supervised is None else given.supervised,
        equipment=tuple(sorted(there | set(given.equipment))),
        sessions_per_week=given.sessions_per_week,
        minutes_per_session=given.minutes_per_session,
    )
