"""One source for paper and screen: a sheet is pages, a page is blocks, a block is words with their marks.

The builders make sheets from facts; the writers print them. Neither knows the other.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

import msgspec
from msgspec import Struct

from ladderback.terms.status import Status

Paper = Literal["a4", "letter"]
Shape = Literal["finding", "borderline", "typical", "none", "low", "moderate", "high"]


class Span(Struct, frozen=True, kw_only=True):
    """A run of words. `mark` is the status that stands beside a number; `shape` is drawn in front, never alone."""

    text: str
    strong: bool = False
    quiet: bool = False
    mark: Status | None = None
    shape: Shape | None = None


Line = tuple[Span, ...]


def line(text: str, *, mark: Status | None = None) -> Line:
    """A line of plain words; a mark that says "verified" is not shown.

    >>> line("3 sets", mark="verified")[0].mark is None
    True
    """
    return (Span(text=text, mark=None if mark == "verified" else mark),)


def strong(text: str, *, mark: Status | None = None) -> Line:
    """A line in bold."""
    return (Span(text=text, strong=True, mark=None if mark == "verified" else mark),)


class Title(Struct, frozen=True, kw_only=True, tag=True):
    """The head of a page: title, lines under it, and at its right lines or boxes. A `sentence` is larger still."""

    text: str
    under: tuple[Line, ...] = ()
    aside: tuple[Line, ...] = ()
    boxes: tuple[str, ...] = ()
    size: Literal["title", "sentence"] = "title"


class Section(Struct, frozen=True, kw_only=True, tag=True):
    """A heading inside a page."""

    text: str
    mark: Status | None = None


class Paragraph(Struct, frozen=True, kw_only=True, tag=True):
    """A paragraph; `small` is a note."""

    line: Line
    size: Literal["large", "body", "small"] = "body"


class Bullets(Struct, frozen=True, kw_only=True, tag=True):
    """A list; `ordered` counts its lines."""

    lines: tuple[Line, ...]
    ordered: bool = False
    size: Literal["body", "small"] = "body"


class Picture(Struct, frozen=True, kw_only=True, tag=True):
    """A drawing with its text for those who do not see it. `ratio` is width over height, `width` its share of the page,
    `tall` the most it may be high [share of the page width]. `screen` is drawn on a screen instead, where it is given.
    A `worded` drawing holds words that must stay readable: on a small screen it is moved aside rather than made small.
    """

    svg: str
    screen: str = ""
    alt: str
    ratio: float
    width: float = 1.0
    tall: float = 0.45
    worded: bool = False


class Note(Struct, frozen=True, kw_only=True):
    """A labelled line: "Easier: ..."."""

    label: str
    line: Line


class Notes(Struct, frozen=True, kw_only=True, tag=True):
    """Labelled lines, one under the other."""

    notes: tuple[Note, ...]
    size: Literal["body", "small"] = "body"


class TickRow(Struct, frozen=True, kw_only=True):
    """Boxes to tick, one a set; the label says what for."""

    label: str
    boxes: int


class DoseCard(Struct, frozen=True, kw_only=True, tag=True):
    """One exercise: dose, pace (rest and effort), cues, notes, boxes to tick and one for the pain."""

    number: int
    name: str
    dose: Line
    pace: Line
    cues: tuple[str, ...]
    notes: tuple[Note, ...]
    why: Note
    ticks: tuple[TickRow, ...]
    pain_label: str
    picture: Picture | None = None


class Band(Struct, frozen=True, kw_only=True, tag=True):
    """The rule of the page in one frame: its name and its sentences."""

    title: str
    lines: tuple[Line, ...]
    mark: Status | None = None


class StopBox(Struct, frozen=True, kw_only=True, tag=True):
    """What must be seen at a glance: a heavy frame with a title and lines."""

    title: str
    lines: tuple[Line, ...]
    after: tuple[Line, ...] = ()


class Table(Struct, frozen=True, kw_only=True, tag=True):
    """A table with one head row; `widths` are shares; a row never breaks; `top` sets cells of text at their top.

    `write` leaves room to write in.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[float, ...]
    top: bool = False
    write: bool = False


class WriteLines(Struct, frozen=True, kw_only=True, tag=True):
    """Labels with a line to write on."""

    labels: tuple[str, ...]


class Columns(Struct, frozen=True, kw_only=True, tag=True):
    """Blocks side by side, read from left to right."""

    columns: tuple[tuple[Block, ...], ...]
    widths: tuple[float, ...]
    size: Literal["body", "small"] = "body"


Block = (
    Title | Section | Paragraph | Bullets | Notes | DoseCard | Band | StopBox | Table | WriteLines | Columns | Picture
)


class Page(Struct, frozen=True, kw_only=True):
    """Exactly one printed side. The type starts at `largest_pt` [pt] and shrinks until everything fits."""

    body: tuple[Block, ...]
    foot: tuple[Block, ...] = ()
    largest_pt: float
    smallest_pt: float


class Sheet(Struct, frozen=True, kw_only=True):
    """A document. `foot` stands at the end of each page; `quoted` are words a professional recorded."""

    kind: Literal["handout", "hold", "practitioner", "progress"]
    title: str
    language: str
    on: date
    pages: tuple[Page, ...]
    foot: tuple[str, ...]
    page_label: str
    marks: tuple[tuple[Status, str, str], ...] = ()
    marks_title: str = ""
    quoted: tuple[str, ...] = ()


def texts(sheet: Sheet) -> Iterator[str]:
    """Every text of a sheet as it is printed, in reading order, to look for words we never say."""
    yield sheet.title
    for page in sheet.pages:
        for block in page.body + page.foot:
            yield from _texts(msgspec.to_builtins(block))
    yield from sheet.foot


def marks_in(pages: tuple[Page, ...]) -> set[str]:
    """Which statuses are shown on these pages, so that their meaning can stand below."""
    return set(_under_key("mark", msgspec.to_builtins(pages)))


_NOT_WORDS = {"type", "mark", "shape", "size", "svg", "screen"}


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in _NOT_WORDS:
                yield from _texts(inner)
    elif isinstance(value, list | tuple):
        if value and all(isinstance(one, dict) and "text" in one and "strong" in one for one in value):
            yield "".join(one["text"] for one in value)
        else:
            for inner in value:
                yield from _texts(inner)


def _under_key(name: str, value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == name and isinstance(inner, str):
                yield inner
            else:
                yield from _under_key(name, inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _under_key(name, inner)
