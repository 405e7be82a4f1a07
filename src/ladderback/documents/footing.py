"""What stands at the end of each page: who has signed the knowledge, date, version, checks, meaning of the marks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Literal

from ladderback.documents.sheet import Page, Sheet, marks_in
from ladderback.documents.wording import LANGUAGE, day, in_words, label, labels, letter
from ladderback.evidence import book
from ladderback.intake.values import IntakeRecord
from ladderback.terms.status import STATUSES, Status


def footed(
    kind: Literal["handout", "hold", "practitioner", "progress"],
    title: str,
    pages: tuple[Page, ...],
    *,
    on: date,
    records: Iterable[Any],
    checked: int | None = None,
    advice: bool = True,
    quoted: tuple[str, ...] = (),
) -> Sheet:
    """The sheet with its foot. `records` are those whose knowledge stands on it."""
    words, known = labels("foot"), book()
    made = words["made"].format(date=day(on), version=known.version, hash=known.sha256[:8])
    foot = [_signature(tuple(records), words), words["advice"] if advice else "", made]
    if checked is not None:
        foot.append(words["checked"].format(checked=checked))
    return Sheet(
        kind=kind, title=title, language=LANGUAGE, on=on, pages=pages, foot=tuple(part for part in foot if part),
        page_label=words["page"], marks=_meanings(pages), marks_title=labels("mark")["title"], quoted=quoted,
    )  # fmt: skip


def recorded(record: IntakeRecord) -> tuple[str, ...]:
    """The names of the conditions that a licensed professional recorded: only these may be quoted."""
    return tuple(_condition(one.condition) for one in record.diagnoses)


def quotations(record: IntakeRecord) -> tuple[str, ...]:
    """Each recorded condition with who said it and when."""
    words = labels("practitioner")
    return tuple(
        words["diagnosis_line" if one.on else "diagnosis_undated"].format(
            by=label("who", one.given_by), date=day(one.on) if one.on else "", condition=_condition(one.condition),
            state=words["diagnosis_state"].format(state=one.state) if one.state else "",
        )
        for one in record.diagnoses
    )  # fmt: skip


def _condition(identifier: str) -> str:
    """The name as it is quoted in the letters, between "recorded:" and the date."""
    known = letter("conditions").get(identifier)
    if known is None:
        return in_words(identifier)
    return str(known["quoted_as"]).partition("recorded: ")[2].rpartition(" (")[0] or in_words(identifier)


def _signature(records: tuple[Any, ...], words: dict[str, Any]) -> str:
    names = sorted({record.reviewed_by for record in records if record.reviewed_by})
    open_ones = sum(1 for record in records if not record.reviewed_by)
    if not names:
        return str(words["unsigned"])
    if open_ones:
        return str(words["unsigned_some"].format(count=open_ones, all=len(records)))
    return str(words["signed"].format(names=", ".join(names)))


def _meanings(pages: tuple[Page, ...]) -> tuple[tuple[Status, str, str], ...]:
    shown, words = marks_in(pages), labels("mark")
    return tuple((one, words[one]["letter"], words[one]["say"]) for one in STATUSES if one in shown)
