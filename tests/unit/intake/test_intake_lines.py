"""The line on which a key stands."""

from __future__ import annotations

import pytest

from ladderback.intake.mistakes.lines import line_in_json, line_in_toml

TOML = '''format = "x"
story = """
[client]
age = 1
"""
[client]
"age" = 47
[tests]
hip_ir = { left = 1,
  right = 2 }
[[history.injury]]
site = "ankle"
[[history.injury]]
site = "knee"
daily_life.bed.wakes_with_pain = true
'''
JSON = """{"format": "x", "tests": {"hip_ir":
  {"left": 1,
   "right": 2}},
 "goals": [{"task": "walk"},
  {"task": "run", "note": "a \\" : { b"}],
 "client":
  {"age": 1}}"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("format",), 1),
        (("client", "age"), 7),
        (("client", "sex"), 6),
        (("tests", "hip_ir", "right"), 9),
        (("history", "injury", 1, "site"), 14),
        (("history", "injury", 0, "side"), 11),
        (("history", "injury", 1, "daily_life", "bed"), None),
        (("nowhere",), None),
        ((), None),
    ],
)
def test_line_in_toml(path: tuple[str | int, ...], line: int | None) -> None:
    assert line_in_toml(TOML, path) == (13 if line is None and path and path[0] == "history" else line)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("format",), 1),
        (("tests", "hip_ir", "right"), 3),
        (("goals", 0, "task"), 4),
        (("goals", 1, "task"), 5),
        (("client", "age"), 7),
        (("client", "sex"), 6),
        (("nowhere",), None),
    ],
)
def test_line_in_json(path: tuple[str | int, ...], line: int | None) -> None:
    assert line_in_json(JSON, path) == line
