"""Reads a posture file: one posture of one body, for the load on its spine."""

from __future__ import annotations

import json
import tomllib
from typing import Any

import msgspec

from ladderback.intake.mistakes import Mistake, Shown, as_error, find, line_in_json, line_in_toml
from ladderback.intake.text import decoded, once
from ladderback.movements.posture import Posture

MOST_BYTES = 100_000


def read_posture(text: str | bytes, name: str) -> Posture:
    """Reads a posture file of format ladderback/posture/1, TOML or (when it begins with a brace) JSON.

    Raises:
        RecordError: it is not such a file; the message says where and what is allowed.
    """
    content, find_line = "", line_in_toml
    try:
        content = decoded(text, MOST_BYTES)
        if content.lstrip()[:1] == "{" or name.endswith(".json"):
            find_line = line_in_json
            return _posture(_json(content))
        return _posture(_toml(content))
    except Mistake as mistake:
        wrong = mistake
    except RecursionError:
        wrong = Mistake((), Shown("lists or tables nested too deep"), "the tables of the posture format")
    raise as_error(wrong, name, wrong.line or find_line(content, wrong.path))


def _toml(content: str) -> Any:
    try:
        return tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise Mistake((), Shown(str(error)), "TOML") from None


def _json(content: str) -> Any:
    try:
        return json.loads(content, object_pairs_hook=once)
    except ValueError as error:
        raise Mistake((), Shown(f"text that is not JSON ({type(error).__name__})"), "JSON") from None


def _posture(values: Any) -> Posture:
    wrong = find(values, Posture)
    if wrong:
        raise wrong
    return msgspec.convert(values, Posture)
