"""Finds the line of a file on which a key stands, for messages. A best effort: no line is better than a wrong one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ladderback.intake.mistakes.mistake import Path

_WORD = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_KEY = re.compile(rf"\s*({_WORD}(?:\s*\.\s*{_WORD})*)\s*=")
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_WORD}(?:\s*\.\s*{_WORD})*)\s*\]")
_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|[{}\[\],:]|\n|[^\s{}\[\],:"]+')


def line_in_toml(text: str, path: Path) -> int | None:
    """The line of a key, or of the nearest table around it, counted from 1.

    >>> line_in_toml("[client]\\nage = 47", ("client", "age"))
    2
    """
    return _deepest(_toml_places(text), path)


def line_in_json(text: str, path: Path) -> int | None:
    """The line of a key, or of the nearest object around it, counted from 1.

    >>> line_in_json('{"client":\\n {"age": 47}}', ("client", "age"))
    2
    """
    return _deepest(_json_places(text), path)


def _deepest(places: Iterator[tuple[Path, int]], path: Path) -> int | None:
    best, line = 0, None
    for place, number in places if path else ():
        if best < len(place) <= len(path) and path[: len(place)] == place:
            best, line = len(place), number
    return line


def _parts(dotted: str) -> Path:
    return tuple(part.strip("\"'") for part in re.findall(_WORD, dotted))


def _toml_places(text: str) -> Iterator[tuple[Path, int]]:
    table: Path = ()
    counts: dict[Path, int] = {}
    quote = ""
    for number, line in enumerate(text.split("\n"), 1):
        inside, quote = quote, _open_quote(line, quote)
        if inside:
            continue
        if header := _HEADER.match(line):
            table = _table(_parts(header[2]), header[1] == "[[", counts)
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, *_parts(key[1])), number


def _open_quote(line: str, quote: str) -> str:
    """The triple quote that is still open at the end of a line."""
    for found in re.findall(r'"""|' + "'''", line):
        if not quote:
            quote = found
        elif found == quote:
            quote = ""
    return quote


def _table(parts: Path, repeated: bool, counts: dict[Path, int]) -> Path:
    """The path of a table header; a repeated one carries its index."""
    path: Path = ()
    for part in parts[:-1]:
        path = (*path, part)
        if path in counts:
            path = (*path, counts[path])
    path = (*path, parts[-1])
    if not repeated:
        return path
    counts[path] = counts.get(path, -1) + 1
    return (*path, counts[path])


def _json_places(text: str) -> Iterator[tuple[Path, int]]:
    stack: list[str | int | None] = []
    number, previous = 1, ""
    for token in _TOKEN.findall(text):
        if token == "\n":
            number += 1
            continue
        if token == ":":
            stack[-1:] = [previous.strip('"')]
            yield _path(stack), number
        elif token in "{[":
            stack.append(0 if token == "[" else None)
        elif token in "}]":
            stack[-1:] = []
        elif token == "," and stack and isinstance(stack[-1], int):
            stack[-1] += 1
        previous = token


def _path(stack: list[str | int | None]) -> Path:
    return tuple(part for part in stack if part is not None)
