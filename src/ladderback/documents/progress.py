"""The progress report for a physician: one page of what was recorded, reported, measured, done, and what we ask; a
second one with the course in pictures where a journal was kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ladderback.documents import course_page
from ladderback.documents.facts import Contact, Followed
from ladderback.documents.footing import footed, quotations, recorded
from ladderback.documents.sheet import (
    Block,
    Bullets,
    Columns,
    Line,
    Page,
    Paragraph,
    Section,
    Shape,
    Sheet,
    Span,
    Table,
    Title,
    WriteLines,
    line,
)
from ladderback.documents.wording import (
    asked,
    capital,
    clinical_test_name,
    contributor_name,
    day,
    figure,
    label,
    labels,
    sentence,
    task,
)
from ladderback.evidence import book
from ladderback.intake.values import IntakeRecord
from ladderback.outcomes.values import Change, Review
from ladderback.programme.values import Referral
from ladderback.terms.status import Status

LARGEST, SMALLEST = 11.0, 7.5  # type sizes [pt]
MOST_ROWS, MOST_IDEAS, MOST_ASKS = 10, 5, 5


def progress(
    record: IntakeRecord,
    review: Review,
    *,
    referrals: Iterable[Referral] = (),
    name: str | None = None,
    contact: Contact | None = None,
    followed: Followed | None = None,
) -> Sheet:
    """One page for the physician who is caring too: changes against error and against what matters, quoted records.

    Args:
        record: what is known on the day of the report.
        referrals: what the care team is asked for.
        followed: the case, its journal and its ladders, for the page of pictures.
    """
    words = labels("progress")
    body = (
        _head(record, words, name), *_recorded(record, words), *_changes(review, words), *_training(review, words),
        *_relief(review, words), *_ideas(review, words), *_asks(review, tuple(referrals), words),
        *_next(review, words),
    )  # fmt: skip
    foot = (Paragraph(line=line(f"{words['reader']} {words['limits']}"), size="small"), _signature(contact, words))
    page = Page(body=body, foot=foot, largest_pt=LARGEST, smallest_pt=SMALLEST)
    known = book()
    records = [known.clinical_tests[one.measure] for one in review.changes if one.measure in known.clinical_tests]
    return footed(
        "progress",
        words["title"],
        (page, *course_page.pages(record, review, followed)),
        on=record.on,
        records=records,
        advice=False,
        quoted=recorded(record),
    )


def _head(record: IntakeRecord, words: dict[str, Any], name: str | None) -> Title:
    say, client = labels("practitioner"), record.client
    person = say["person_named" if name else "person"].format(
        name=name, sex=say["female" if client.sex == "female" else "male"], age=client.age
    )
    period = words["period"].format(start=day(record.taken_on), end=day(record.on))
    goals = tuple(line(say["goal"].format(task=task(goal))) for goal in record.goals[:1])
    return Title(text=words["title"], under=(line(words["under"]), line(f"{capital(person)}. {period}."), *goals))


def _recorded(record: IntakeRecord, words: dict[str, Any]) -> tuple[Block, ...]:
    said = tuple(line(one) for one in quotations(record))
    return (Section(text=words["recorded"]), Bullets(lines=said)) if said else ()


def _changes(review: Review, words: dict[str, Any]) -> tuple[Block, ...]:
    """What the person reported and what was measured, each in its own table."""
    tests = book().clinical_tests
    reported = [one for one in review.changes if one.measure not in tests]
    measured = [one for one in review.changes if one.measure in tests]
    return tuple(
        block
        for key, found in (("reported", reported), ("observed", measured))
        for block in (Section(text=words[key]), *_table(found, words[key], words, words[f"{key}_none"]))
    )


def _table(found: list[Change], title: str, words: dict[str, Any], none: str) -> tuple[Block, ...]:
    if not found:
        return (Paragraph(line=line(none)),)
    rows = tuple(_row(one, words) for one in found[:MOST_ROWS])
    table = Table(caption=title, head=tuple(words["change_head"]), rows=rows, widths=(3.0, 1.0, 1.0, 1.4, 1.6))
    more = labels("practitioner")["more"].format(count=len(found) - MOST_ROWS)
    return (table, Paragraph(line=line(capital(more)), size="small")) if len(found) > MOST_ROWS else (table,)


def _row(one: Change, words: dict[str, Any]) -> tuple[Line, ...]:
    known = book().clinical_tests
    name = clinical_test_name(one.measure) if one.measure in known else label("measure", one.measure)
    unit = label("unit", one.unit).strip() if one.measure in known else ""
    side = f", {labels('practitioner')[one.side]}" if one.side else ""
    return (
        line(name + side + (f" [{unit}]" if unit else "")), line(figure(one.from_)), line(figure(one.to)),
        _answer(one.beyond_mdc, one.mdc, words, one.status), _answer(one.beyond_mcid, one.mcid, words, one.status),
    )  # fmt: skip


def _answer(beyond: bool | None, figure_: float | None, words: dict[str, Any], status: Status) -> Line:
    """Yes and no with the figure they rest on and its mark; not known is never no."""
    if beyond is None:
        return (Span(text=words["unknown"], shape="none"),)
    rests = "" if figure_ is None else f" ({figure(figure_)})"
    shape: Shape = "typical" if beyond else "borderline"
    shown = None if status == "verified" or figure_ is None else status
    return (Span(text=words["yes" if beyond else "no"] + rests, shape=shape, mark=shown),)


def _training(review: Review, words: dict[str, Any]) -> tuple[Block, ...]:
    said = [review.adherence.say, *(one.say for one in review.recurrence), *review.says]
    lines = tuple(line(sentence(one)) for one in dict.fromkeys(said) if one)
    return (Section(text=words["training"]), Bullets(lines=lines)) if lines else ()


def _relief(review: Review, words: dict[str, Any]) -> tuple[Block, ...]:
    lines = tuple(line(sentence(one.say)) for one in review.durability if one.say)
    return (Section(text=words["relief"]), Bullets(lines=lines)) if lines else ()


def _ideas(review: Review, words: dict[str, Any]) -> tuple[Block, ...]:
    """What each falsifier says; those that have spoken come before those for which it is too early."""
    said = sorted(review.falsifiers, key=lambda one: one.says == "too early")[:MOST_IDEAS]
    lines = tuple(
        (Span(text=f"{contributor_name(one.contributor, one.side)}: ", strong=True), *line(sentence(one.because)))
        for one in said
    )
    return (Section(text=words["now_says"]), Bullets(lines=lines)) if lines else ()


def _asks(review: Review, referrals: tuple[Referral, ...], words: dict[str, Any]) -> tuple[Block, ...]:
    asks = [words["professional"][review.professional]] if review.professional else []
    asks += [sentence(one.reason) for one in referrals if one.to in ("physician", "emergency")]
    lines = tuple(line(one) for one in dict.fromkeys(asks))[:MOST_ASKS] or (line(words["asks_none"]),)
    return (Section(text=words["asks"]), Bullets(lines=lines))


def _next(review: Review, words: dict[str, Any]) -> tuple[Block, ...]:
    tests = "; ".join(asked(one.ask) for one in review.next_best[:MOST_ASKS])
    said = [sentence(review.next) if review.next else "", words["look_next"].format(tests=tests) if tests else ""]
    lines = tuple(line(one) for one in said if one)
    return (Section(text=words["next"]), Bullets(lines=lines)) if lines else ()


def _signature(contact: Contact | None, words: dict[str, Any]) -> Block:
    sender = ", ".join(part for part in ((contact.name, contact.phone) if contact else ()) if part)
    given: tuple[Block, ...] = (Paragraph(line=line(f"{words['from']}: {sender}")),) if sender else ()
    return Columns(
        columns=((WriteLines(labels=(words["to"],)),), given or (WriteLines(labels=(words["from"],)),)),
        widths=(1.0, 1.0),
    )
