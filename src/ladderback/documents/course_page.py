"""The course in pictures, for the physician: pain and function, relief after hands-on work, and the ladder."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from ladderback.documents.facts import Followed
from ladderback.documents.followed import course_values, relief_values
from ladderback.documents.ladder_page import picture_of
from ladderback.documents.plots import course_over_time, relief
from ladderback.documents.plots.values import Look
from ladderback.documents.plotted import HALF, PHONE, plotted
from ladderback.documents.sheet import Block, Columns, Line, Page, Paragraph, Picture, Section, Table, Title, line
from ladderback.documents.wording import capital, day, figure, labels
from ladderback.intake.values import IntakeRecord
from ladderback.ladder.values import Ladder, Rung, Try
from ladderback.outcomes.values import Review
from ladderback.progression.log import Log

LARGEST, SMALLEST = 11.0, 7.5  # type sizes [pt]
TALL_COURSE, TALL_RELIEF, TALL_LADDER = 1.2, 0.5, 0.72  # how high the plots may be [share of the width of the page]
MOST_TRIES = 6


def pages(record: IntakeRecord, review: Review, followed: Followed | None) -> tuple[Page, ...]:
    """One page, where there is anything to draw."""
    if followed is None:
        return ()
    words, log = labels("course"), Log(followed.events, record.on, followed.told.episode.pain_average)
    left, right = _course(followed, review, log), (*_relief(review, log, words), *_ladders(record, followed, words))
    if not (left or right):
        return ()
    period = words["under"].format(start=day(followed.told.taken_on), end=day(record.on))
    columns = tuple(one for one in (left, right) if one)
    widths = (1.0,) * len(columns)
    head = Title(text=words["title"], under=(line(period),))
    return (Page(body=(head, Columns(columns=columns, widths=widths)), largest_pt=LARGEST, smallest_pt=SMALLEST),)


def _course(followed: Followed, review: Review, log: Log) -> tuple[Block, ...]:
    values = course_values(followed, review, log)
    if not values.courses:
        return ()
    paper = course_over_time(values, Look(prefix="course", width=HALF, theme="print"))
    drawn = plotted(paper, course_over_time(values, Look(prefix="course", width=PHONE)))
    return (replace(drawn, tall=TALL_COURSE),)


def _relief(review: Review, log: Log, words: dict[str, Any]) -> tuple[Block, ...]:
    values = relief_values(review, log)
    if not values.techniques:
        return ()
    paper = relief(values, Look(prefix="relief", width=HALF, theme="print"))
    drawn: Picture = plotted(paper, relief(values, Look(prefix="relief", width=PHONE)))
    return (Section(text=words["relief"]), replace(drawn, tall=TALL_RELIEF))


def _ladders(record: IntakeRecord, followed: Followed, words: dict[str, Any]) -> tuple[Block, ...]:
    """Each ladder in words, the first one drawn."""
    found = [one for one in followed.ladders if one.rungs]
    drawn = (replace(picture_of(found[0], record.client), tall=TALL_LADDER),) if found else ()
    told = [_ladder(one, words) for one in found]
    return tuple(block for number, one in enumerate(told) for block in (*one, *(drawn if number == 0 else ())))


def _ladder(ladder: Ladder, words: dict[str, Any]) -> tuple[Block, ...]:
    """Where the person stands, and the latest tries."""
    here = ladder.now
    blocks: list[Block] = [Section(text=words["ladder"].format(task=ladder.name))]
    if here is not None:
        number = [one.rung for one in ladder.rungs].index(here.rung) + 1
        text = words["on_rung"].format(rung=number, rungs=len(ladder.rungs), name=here.name)
        blocks.append(Paragraph(line=line(text)))
    tried = sorted(((one, tried) for one in ladder.rungs for tried in one.tried), key=lambda pair: pair[1].on)
    if tried:
        rows = tuple(_try(rung, one, words) for rung, one in tried[-MOST_TRIES:])
        caption = words["ladder"].format(task=ladder.name)
        widths = (2.4, 1.4, 0.7, 1.0, 1.2)
        blocks.append(Table(caption=caption, head=tuple(words["tries_head"]), rows=rows, widths=widths))
    return tuple(blocks)


def _try(rung: Rung, one: Try, words: dict[str, Any]) -> tuple[Line, ...]:
    worry = [figure(fear) for fear in (one.fear_before, one.fear_after) if fear is not None]
    told = words["worry"].format(before=worry[0], after=worry[1]) if len(worry) > 1 else "".join(worry)
    return (
        line(capital(rung.name)), line(day(one.on)), line(figure(one.pain)), line(told),
        line(words["verdict"][one.verdict]),
    )  # fmt: skip
