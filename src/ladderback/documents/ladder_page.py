"""The client's ladder on one side: the ladder as a real ladder, where the person stands, what comes next and why."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from ladderback.documents.pictured import framed, standing_on, strip
from ladderback.documents.plots import ladder_plot
from ladderback.documents.plots.values import LadderValues, Look
from ladderback.documents.plotted import PHONE, ladder_values, plotted
from ladderback.documents.sheet import (
    Block,
    Bullets,
    Columns,
    Line,
    Note,
    Notes,
    Page,
    Paragraph,
    Picture,
    Section,
    Table,
    Title,
    line,
    strong,
)
from ladderback.documents.weighed import rung_line
from ladderback.documents.wording import capital, labels, sentence, task
from ladderback.intake.values import Client, Goal, IntakeRecord
from ladderback.ladder.values import Ladder, Rung

LARGEST, SMALLEST = 12.0, 8.0  # type sizes [pt] between which the page finds its own
WIDE = 410.0  # width of the ladder on paper [CSS pixels]; the words stand beside it
TALL = 1.26  # how high the ladder may be on paper [share of the width of the page]
HIGH = 0.17  # how high the picture of a rung may be [share of the width of the page]
MOST_TRIES, LEAST_TRIES, ROWS = 8, 3, 21  # lines to write tries on; a rung takes the room of two of them


def pages(record: IntakeRecord, ladders: tuple[Ladder, ...]) -> tuple[Page, ...]:
    """A page for each ladder that has rungs."""
    return tuple(_page(record, one) for one in ladders if one.rungs)


def without_rungs(ladders: tuple[Ladder, ...]) -> tuple[Block, ...]:
    """Why a task has no ladder yet, for the page of the day."""
    lines = tuple(line(f"{capital(one.name)}: {sentence(' '.join(one.says))}") for one in ladders if not one.rungs)
    return (Section(text=labels("ladder")["none"]), Bullets(lines=lines)) if lines else ()


def picture_of(ladder: Ladder, client: Client) -> Picture:
    """The ladder with the person on the current rung and the goal in its frame, for paper and for a phone."""
    values = values_of(ladder, client)
    name = f"ladder-{ladder.task.replace('_', '-')}"
    paper = ladder_plot(replace(values, goal=None), Look(prefix=name, width=WIDE, theme="print", headed=False))
    screen = ladder_plot(values, Look(prefix=name, width=PHONE, headed=False))
    return replace(plotted(paper, screen), tall=TALL)


def values_of(ladder: Ladder, client: Client) -> LadderValues:
    """The ladder with the person drawn in their own build and look."""
    here, last = ladder.now, ladder.rungs[-1]
    person = standing_on(here.movement, client, here.side, here.peak_pose) if here else None
    return ladder_values(ladder, person, framed(ladder.task, client, last.side))


def _page(record: IntakeRecord, ladder: Ladder) -> Page:
    words = labels("ladder")
    goal = next((one for one in record.goals if one.task == ladder.task), Goal(task=ladder.task))
    beside = (
        *_rungs(ladder, record.client, words), *_goal(ladder, record.client, words), *_waiting(ladder, words),
        Section(text=words["how"]), Paragraph(line=line(" ".join(map(sentence, ladder.says))), size="small"),
    )  # fmt: skip
    body = (
        Title(text=words["title"], under=(strong(words["goal"].format(task=task(goal))), *_where(ladder, words))),
        Columns(columns=((picture_of(ladder, record.client), *_tries(ladder, words)), beside), widths=(1.35, 1.0)),
    )
    return Page(body=body, largest_pt=LARGEST, smallest_pt=SMALLEST)


def _where(ladder: Ladder, words: dict[str, Any]) -> tuple[Line, ...]:
    names = [one.rung for one in ladder.rungs]
    if ladder.at not in names:
        return ()
    return (line(words["on_rung"].format(rung=names.index(ladder.at) + 1, rungs=len(names))),)


def _goal(ladder: Ladder, client: Client, words: dict[str, Any]) -> tuple[Block, ...]:
    """The task itself, at the top of the ladder; not where its picture already stands beside a rung."""
    shown = {one.movement for one in ladder.rungs if one.state in ("now", "next")}
    drawn = None if ladder.task in shown else strip(ladder.task, client, ladder.rungs[-1].side)
    if drawn is None:
        return ()
    return (Section(text=words["goal_title"]), replace(drawn, tall=HIGH))


def _rungs(ladder: Ladder, client: Client, words: dict[str, Any]) -> tuple[Block, ...]:
    """The rung where the person is, and the next one."""
    following = next((one for one in ladder.rungs if one.state == "next"), None)
    found = [(words["now"], ladder.now), (words["next"], following)]
    return tuple(block for title, one in found if one for block in _one(title, one, client, words))


def _one(title: str, rung: Rung, client: Client, words: dict[str, Any]) -> tuple[Block, ...]:
    drawn = strip(rung.movement, client, rung.side)
    picture = (replace(drawn, tall=HIGH),) if drawn else ()
    notes = (
        Note(label=labels("load")["label"], line=rung_line(rung)),
        Note(label=words["passed_when"], line=line(sentence(rung.pass_when))),
        Note(label=words["prepares"], line=line(sentence(rung.prepares))),
    )
    return (Section(text=title), Paragraph(line=strong(rung.name)), *picture, Notes(notes=notes, size="small"))


def _waiting(ladder: Ladder, words: dict[str, Any]) -> tuple[Block, ...]:
    """Each reason why a rung waits, once."""
    reasons = dict.fromkeys(one.closed.because for one in ladder.rungs if one.closed is not None)
    lines = tuple(line(sentence(one)) for one in reasons)
    return (Section(text=words["waits"]), Bullets(lines=lines, size="small")) if lines else ()


def _tries(ladder: Ladder, words: dict[str, Any]) -> tuple[Block, ...]:
    """Lines to write tries on, when there is no phone at hand; as many as a short ladder leaves room for."""
    lines = min(MOST_TRIES, ROWS - 2 * len(ladder.rungs))
    if lines < LEAST_TRIES:
        return ()
    head = tuple(words["tries_head"])
    rows = tuple(tuple(line("") for _ in head) for _ in range(lines))
    table = Table(caption=words["my_tries"], head=head, rows=rows, widths=(0.9, 1.0, 0.9, 1.25, 1.25), write=True)
    return (Section(text=words["my_tries"]), table)
