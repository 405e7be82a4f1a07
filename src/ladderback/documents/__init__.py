"""The same facts on paper and on the screen.

A builder turns facts into a sheet (`handout`, `practitioner`, `progress`, `hold`); one writer sets it as PDF, one as
HTML. Only what the second pair of eyes has passed becomes a handout; where nobody may train there is the sheet that
says what to do now. Before anything leaves, every text is searched for words we never say.
"""

from __future__ import annotations

from typing import Literal

from ladderback.documents.sheet import Paper, Sheet, texts
from ladderback.terms.errors import KnowledgeError
from ladderback.terms.words import forbidden_in

__all__ = ["write"]


def write(sheet: Sheet, form: Literal["pdf", "html"] = "pdf", paper: Paper = "a4") -> bytes:
    """Prints a sheet as a tagged PDF or as one self-contained HTML page; the same sheet gives the same bytes.

    Raises:
        KnowledgeError: a text holds a word that we never say in our own voice.
    """
    for text in texts(sheet):
        found = forbidden_in(text, sheet.quoted)
        if found:
            raise KnowledgeError(file=f"{sheet.kind} sheet", key=text[:40], received=found[0], allowed="plain words")
    if form == "html":
        from ladderback.documents.html import html

        return html(sheet, paper).encode()
    from ladderback.documents.typst_pdf import pdf

    return pdf(sheet, paper)
