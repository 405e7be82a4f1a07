"""The sheet as one self-contained page for the screen: no script, no outside file, printable as it is."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from ladderback.documents.sheet import (
    Band,
    Block,
    Bullets,
    Columns,
    DoseCard,
    Line,
    Note,
    Notes,
    Page,
    Paper,
    Paragraph,
    Picture,
    Section,
    Sheet,
    Span,
    StopBox,
    Table,
    Title,
    WriteLines,
)

ROOM = Path(__file__).resolve().parent
_FACES = (
    ("Atkinson", 400, "AtkinsonHyperlegibleNext-Regular"),
    ("Atkinson", 700, "AtkinsonHyperlegibleNext-Bold"),
    ("Young Serif", 400, "YoungSerif-Regular"),
)
_SHAPES = {
    "finding": '<path d="M6 1 11 11H1z" fill="currentColor"/>',
    "borderline": '<path d="M6 1 11 6 6 11 1 6z" fill="none" stroke="currentColor" stroke-width="1.4"/>',
    "typical": '<circle cx="6" cy="6" r="5" fill="currentColor"/>',
    "none": '<circle cx="6" cy="6" r="4.5" fill="none" stroke="currentColor" stroke-width="1.4"/>',
}
MANY = 5  # columns beyond which a table is moved aside on a small screen rather than squeezed
_DOTS = {"low": 1, "moderate": 2, "high": 3}


def html(sheet: Sheet, paper: Paper) -> str:
    """Writes the sheet as one HTML page that needs nothing else."""
    pages = "\n".join(_page(sheet, page, number) for number, page in enumerate(sheet.pages, 1))
    return (
        f'<!doctype html>\n<html lang="{escape(sheet.language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(sheet.title)}</title>\n'
        f"<style>\n{_faces()}{_style()}@page{{size:{paper}}}\n</style>\n</head>\n"
        f'<body class="{sheet.kind}">\n<main>\n<h1 class="whole">{escape(sheet.title)}</h1>\n{pages}\n</main>'
        "\n</body>\n</html>\n"
    )


def _page(sheet: Sheet, page: Page, number: int) -> str:
    title = f"page-{number}"
    body = "\n".join(_block(block, sheet, title) for block in page.body)
    foot = "\n".join(_block(block, sheet, title) for block in page.foot)
    label = sheet.page_label.format(page=number, pages=len(sheet.pages))
    first, rest = sheet.foot[0], (*sheet.foot[1:], *(f"{meaning}." for _, _, meaning in sheet.marks), f"{label}.")
    small = f"<p class=made><strong>{escape(first)}</strong> {escape(' '.join(rest))}</p>"
    return f'<section class="page" aria-labelledby="{title}">\n{body}\n{foot}\n<footer>{small}</footer>\n</section>'


def _block(block: Block, sheet: Sheet, title: str) -> str:
    if isinstance(block, Title):
        return _title(block, sheet, title)
    if isinstance(block, Columns):
        inner = "".join(
            f"<div>{''.join(_block(one, sheet, title) for one in column)}</div>" for column in block.columns
        )
        shares = " ".join(f"{share}fr" for share in block.widths)
        return f'<div class="columns {block.size}" style="--columns:{shares}">{inner}</div>'
    writer: Callable[[Any, Sheet], str] = _WRITERS[type(block)]
    return writer(block, sheet)


def _title(block: Title, sheet: Sheet, title: str) -> str:
    under = "".join(f"<p>{_line(one, sheet)}</p>" for one in block.under)
    aside = "".join(f"<p>{_line(one, sheet)}</p>" for one in block.aside)
    boxes = "".join(f"<li>{escape(one)} <span class=write></span></li>" for one in block.boxes)
    beside = f"<div class=aside>{aside}{f'<ul>{boxes}</ul>' if boxes else ''}</div>" if aside or boxes else ""
    return f'<header><div><h2 id="{title}" class="{block.size}">{escape(block.text)}</h2>{under}</div>{beside}</header>'


def _section(block: Section, sheet: Sheet) -> str:
    return f"<h3>{escape(block.text)}{_mark(block.mark, sheet)}</h3>"


def _paragraph(block: Paragraph, sheet: Sheet) -> str:
    return f'<p class="{block.size}">{_line(block.line, sheet)}</p>'


def _bullets(block: Bullets, sheet: Sheet) -> str:
    name = "ol" if block.ordered else "ul"
    return f'<{name} class="{block.size}">{_items(block.lines, sheet)}</{name}>'


def _notes(block: Notes, sheet: Sheet) -> str:
    return f'<div class="{block.size}">{"".join(_note(one, sheet) for one in block.notes)}</div>'


def _card(block: DoseCard, sheet: Sheet) -> str:
    cues = "".join(f"<li>{escape(cue)}</li>" for cue in block.cues)
    notes = "".join(_note(one, sheet) for one in block.notes)
    ticks = "".join(f"<p>{escape(row.label)} {'<span class=tick></span>' * row.boxes}</p>" for row in block.ticks)
    picture = _picture(block.picture, sheet) if block.picture else ""
    return (
        f"<article class={'drawn' if picture else 'plain'}>{picture}<div>"
        f"<div class=name><h3><span class=number>{block.number}</span> {escape(block.name)}</h3>"
        f"<p class=dose>{_line(block.dose, sheet)}</p></div>"
        f"<div class=do><ol>{cues}</ol>"
        f"<div class=boxes>{ticks}<p>{escape(block.pain_label)} <span class=write></span></p>"
        f"<p class=small>{_line(block.pace, sheet)}</p></div></div>"
        f'<div class="small notes"><div>{notes}</div>{_note(block.why, sheet)}</div></div></article>'
    )


def _picture(block: Picture, sheet: Sheet) -> str:
    """The drawing in the page itself, named for those who listen; a plot brings its own names and its own width."""
    if block.screen:
        return f"<figure class=plot>{block.screen}</figure>"
    drawn = block.svg.replace("<svg ", f'<svg role="img" aria-label="{escape(block.alt)}" ', 1)
    if block.worded:
        return f'<figure class=worded role=region tabindex=0 aria-label="{escape(block.alt)}">{block.svg}</figure>'
    return f'<figure style="--wide:{block.width};--tall:{block.tall}">{drawn}</figure>'


def _band(block: Band, sheet: Sheet) -> str:
    text = " ".join(_line(one, sheet) for one in block.lines)
    return f"<div class=band><h3>{escape(block.title)}{_mark(block.mark, sheet)}</h3><p>{text}</p></div>"


def _stop(block: StopBox, sheet: Sheet) -> str:
    after = "".join(f"<p>{_line(one, sheet)}</p>" for one in block.after)
    return f"<div class=stop><h3>{escape(block.title)}</h3><ul>{_items(block.lines, sheet)}</ul>{after}</div>"


def _table(block: Table, sheet: Sheet) -> str:
    head = "".join(f"<th scope=col>{escape(one)}</th>" for one in block.head)
    rows = "".join(f"<tr>{_cells(row, sheet)}</tr>" for row in block.rows)
    caption = f"<caption>{escape(block.caption)}</caption>"
    many = f' class=many style="--cells:{len(block.head)}"' if len(block.head) > MANY else ""
    kind = " class=fillin" if block.write else many
    table = f"<table{kind}>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class=wide role=region tabindex=0 aria-label="{escape(block.caption)}">{table}</div>'


def _cells(row: tuple[Line, ...], sheet: Sheet) -> str:
    first, *rest = (_line(one, sheet) for one in row)
    return f"<th scope=row>{first}</th>" + "".join(f"<td>{one}</td>" for one in rest)


def _write_lines(block: WriteLines, sheet: Sheet) -> str:
    return "".join(f"<p class=fill>{escape(one)} <span></span></p>" for one in block.labels)


_WRITERS: dict[type, Callable[[Any, Sheet], str]] = {
    Section: _section, Paragraph: _paragraph, Bullets: _bullets, Notes: _notes, DoseCard: _card, Band: _band,
    StopBox: _stop, Table: _table, WriteLines: _write_lines, Picture: _picture,
}  # fmt: skip


def _items(lines: tuple[Line, ...], sheet: Sheet) -> str:
    return "".join(f"<li>{_line(one, sheet)}</li>" for one in lines)


def _note(note: Note, sheet: Sheet) -> str:
    return f"<p><strong>{escape(note.label)}:</strong> {_line(note.line, sheet)}</p>"


def _line(line: Line, sheet: Sheet) -> str:
    return "".join(_span(one, sheet) for one in line)


def _span(span: Span, sheet: Sheet) -> str:
    text = escape(span.text)
    text = f"<strong>{text}</strong>" if span.strong else text
    text = f"<span class=quiet>{text}</span>" if span.quiet else text
    return (_shape(span.shape) if span.shape else "") + text + _mark(span.mark, sheet)


def _shape(kind: str) -> str:
    wide = 33 if kind in _DOTS else 12
    drawn = "".join(map(_dot, range(3), [_DOTS[kind]] * 3)) if kind in _DOTS else _SHAPES[kind]
    return f'<svg class=shape viewBox="0 0 {wide} 12" width="{wide}" height="12" aria-hidden="true">{drawn}</svg> '


def _dot(place: int, full: int) -> str:
    fill = "currentColor" if place < full else "none"
    return f'<circle cx="{5 + 11 * place}" cy="6" r="4" fill="{fill}" stroke="currentColor"/>'


def _mark(status: str | None, sheet: Sheet) -> str:
    for known, letter, meaning in sheet.marks:
        if known == status:
            return f'<sup><abbr title="{escape(meaning)}">{escape(letter)}</abbr></sup>'
    return ""


@cache
def _style() -> str:
    return (ROOM / "sheet.css").read_text(encoding="utf-8")


@cache
def _faces() -> str:
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
        f"src:url(data:font/woff2;base64,{b64encode((ROOM / 'fonts' / f'{name}.woff2').read_bytes()).decode()})}}\n"
        for family, weight, name in _FACES
    )
