"""Reads a journal: one event a line, read in blocks by a compiled decoder.

Why blocks: 100,000 lines are read in about a second. Only a block that is not in order is read again line by line, to
say which line is wrong and why.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

import msgspec

from ladderback.intake.events import Corrects, Journal, Line
from ladderback.intake.journal import consistency
from ladderback.intake.journal.corrections import standing_events
from ladderback.intake.mistakes import Mistake, Shown, as_error, find
from ladderback.intake.text import decoded, once

FORMAT = "ladderback/journal/1"
MOST_BYTES = 128_000_000
MOST_LINES = 200_000
BLOCK = 2_000
_WITHOUT_SECONDS = re.compile(rb'("at"\s*:\s*"\d{4}-\d\d-\d\dT\d\d:\d\d)(?=[Z+-])')


@cache
def _decoder() -> msgspec.json.Decoder[Line]:
    return msgspec.json.Decoder(Line)


class Numbered(NamedTuple):
    """A line that is not blank, with its number in the file."""

    number: int
    content: bytes


def read_journal(text: str | bytes, name: str) -> Journal:
    """Reads a journal and makes its corrections.

    Args:
        text: the whole file, one JSON object a line, in UTF-8, at most 128 MB and 200,000 lines.
        name: the name of the file as the user gave it, for messages.

    Raises:
        RecordError: a line is not an event of format ladderback/journal/1; the message says which and what is allowed.
    """
    try:
        lines = _numbered(decoded(text, MOST_BYTES))
        numbered = list(_once_each(lines, _events(lines)))
        return _journal(numbered)
    except Mistake as mistake:
        raise as_error(mistake, name, mistake.line) from None


def _numbered(content: str) -> list[Numbered]:
    body = _WITHOUT_SECONDS.sub(rb"\1:00", content.encode())
    lines = [Numbered(number, line) for number, line in enumerate(body.split(b"\n"), 1) if line.strip()]
    if len(lines) > MOST_LINES:
        raise Mistake((), Shown(f"{len(lines)} lines"), f"at most {MOST_LINES} lines")
    return lines[1:] if lines and _is_heading(lines[0]) else lines


def _is_heading(line: Numbered) -> bool:
    """True for a first line that only names the format.

    Raises:
        Mistake: it names another format.
    """
    if b'"format"' not in line.content or b'"event"' in line.content:
        return False
    given = _plain(line).get("format")
    if given == FORMAT:
        return True
    newer = isinstance(given, str) and re.fullmatch(r"ladderback/journal/\d{1,9}", given)
    hint = ": this file is of a newer format, and a newer version of the program reads it" if newer else ""
    raise Mistake(("format",), given, FORMAT + hint, FORMAT, line.number)


def _events(lines: list[Numbered]) -> Iterator[Line]:
    for start in range(0, len(lines), BLOCK):
        yield from _block(lines[start : start + BLOCK])


def _block(lines: list[Numbered]) -> Iterable[Line]:
    body = b"\n".join(line.content for line in lines)
    try:
        events = _decoder().decode_lines(body)
        if len(events) == len(lines) and _has_no_key_twice(body):
            return events
    except (msgspec.MsgspecError, UnicodeError, RecursionError):
        pass
    return [_event(line) for line in lines]


def _has_no_key_twice(body: bytes) -> bool:
    """True when writing the block anew gives as many quotation marks: a key that stood there twice would lose two."""
    return msgspec.json.Encoder().encode_lines(msgspec.json.Decoder().decode_lines(body)).count(b'"') == body.count(
        b'"'
    )


def _event(line: Numbered) -> Line:
    """One line, slowly and with reasons."""
    values = _plain(line)
    try:
        return _decoder().decode(line.content)
    except (msgspec.MsgspecError, UnicodeError):
        found = find(values, Line) or _somewhere()
        found.line = line.number
        raise found from None


def _somewhere() -> Mistake:
    return Mistake((), Shown("a value that is not of the format"), "an event, docs/reference/journal_format.md")


def _plain(line: Numbered) -> dict[str, Any]:
    try:
        values = json.loads(line.content, object_pairs_hook=once)
    except Mistake as mistake:
        mistake.line = line.number
        raise
    except (ValueError, RecursionError) as error:
        what = error.msg.lower() if isinstance(error, json.JSONDecodeError) else "nested too deep, or a number too long"
        raise Mistake((), Shown(f"no JSON: {what}"), "one JSON object a line", line=line.number) from None
    if not isinstance(values, dict):
        raise Mistake((), values, "one JSON object a line", line=line.number)
    return values


def _once_each(lines: list[Numbered], events: Iterable[Line]) -> Iterator[tuple[int, Line]]:
    """Each event once, with its line; a line that says the same under the same id again is passed over."""
    seen: dict[str, Line] = {}
    for line, event in zip(lines, events, strict=True):
        before = seen.setdefault(event.id, event)
        if before is event:
            try:
                consistency.check(event)
            except Mistake as mistake:
                mistake.line = line.number
                raise
            yield line.number, event
        elif before != event:
            allowed = (
                "an id of its own, or the same content as the earlier line of that id; use corrects to change a line"
            )
            raise Mistake(("id",), event.id, allowed, line=line.number)


def _journal(numbered: list[tuple[int, Line]]) -> Journal:
    events = [event for _, event in numbered]
    numbers = {event.id: number for number, event in numbered if isinstance(event, Corrects)}
    standing, corrected = standing_events(events, numbers)
    standing.sort(key=lambda event: (event.at.timestamp(), event.id))
    days = [event.at.date() for event in events]
    return Journal(events=tuple(standing), last_day=max(days, default=None), corrected=corrected)
