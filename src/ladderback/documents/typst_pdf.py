"""The sheet as a tagged PDF. The only file that speaks to the typesetter; the setting itself is in `sheet.typ`."""

from __future__ import annotations

from datetime import UTC, datetime, time
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from ladderback.documents.letterforms import printable
from ladderback.documents.sheet import Paper, Sheet

ROOM = Path(__file__).resolve().parent
FONTS = ROOM / "fonts"


def pdf(sheet: Sheet, paper: Paper) -> bytes:
    """Sets the sheet on paper: tagged, with our own fonts, and byte for byte the same for the same sheet."""
    made = _compiler().compile(
        input=str(ROOM / "sheet.typ"),
        format="pdf",
        sys_inputs={"sheet": printable(msgspec.json.encode(sheet).decode()), "paper": paper},
        pdf_standards="ua-1",
        timestamp=datetime.combine(sheet.on, time(), UTC),
    )
    return bytes(made)


@cache
def _compiler() -> Any:
    """One compiler per process: it keeps the fonts and what it has already set."""
    import typst

    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(root=str(ROOM), font_paths=fonts)
