"""The client's day by its hours, and who takes up the slack: training is small, the other hours count too."""

from __future__ import annotations

from ladderback.documents.facts import Facts, SlackShown
from ladderback.documents.ladder_page import without_rungs
from ladderback.documents.plots import hours_side_by_side
from ladderback.documents.plots.values import Look
from ladderback.documents.plotted import PAPER, PHONE, hours_values, plotted
from ladderback.documents.sheet import Block, Bullets, Page, Paragraph, Picture, Section, Title, line
from ladderback.documents.wording import labels, sentence
from ladderback.ergonomics.values import DayLoad
from ladderback.terms.status import weakest

LARGEST, SMALLEST = 14.0, 9.0  # type sizes [pt] between which the page finds its own
MOST_SLACK = 1  # tasks on a page of the slack


def pages(facts: Facts) -> tuple[Page, ...]:
    """The page of the day, and the page of the slack; each only where something is known."""
    day = (_day(facts.day, without_rungs(facts.ladders)),) if facts.day is not None and facts.day.says else ()
    return (*day, *_slack(tuple(one for one in facts.slack if one.clear)))


def picture_of(day: DayLoad) -> Picture | None:
    """The hours side by side, for paper and for a phone; none where nobody told of them."""
    values = hours_values(day)
    if not values.parts:
        return None
    paper = hours_side_by_side(values, Look(prefix="day", width=PAPER, theme="print", headed=False))
    return plotted(paper, hours_side_by_side(values, Look(prefix="day", width=PHONE, headed=False)))


def _day(day: DayLoad, more: tuple[Block, ...]) -> Page:
    words = labels("day")
    picture = picture_of(day)
    advice = tuple(one.say for one in day.advice)
    seen = [one for one in day.says if one not in advice][1 if picture else 0 :]
    mark = weakest([one.status for one in day.advice]) if day.advice else None
    body: list[Block] = [Title(text=words["title"], under=(line(words["under"]),))]
    body += [picture] if picture else []
    if seen:
        body += [Section(text=words["what"]), Bullets(lines=tuple(line(sentence(one)) for one in seen))]
    if advice:
        lines = tuple(line(sentence(one)) for one in advice)
        body += [Section(text=words["change"], mark=None if mark == "verified" else mark), Bullets(lines=lines)]
    return Page(body=(*body, *more), largest_pt=LARGEST, smallest_pt=SMALLEST)


def _slack(found: tuple[SlackShown, ...]) -> tuple[Page, ...]:
    """One page a few tasks: the picture, what is told, and at the end what it is not."""
    words = labels("day")
    return tuple(
        Page(
            body=(
                Title(text=words["slack_title"], under=(line(words["slack_under"]),)),
                *(block for one in found[at : at + MOST_SLACK] for block in slack_of(one)),
            ),
            largest_pt=LARGEST,
            smallest_pt=SMALLEST,
        )
        for at in range(0, len(found), MOST_SLACK)
    )


def slack_of(one: SlackShown) -> tuple[Block, ...]:
    """One task: its name, its pictures, its sentences, the caveat last."""
    told, caveat = one.client[:-1], one.client[-1:]
    return (
        Section(text=one.task), *one.pictures, Bullets(lines=tuple(line(sentence(text)) for text in told)),
        *(Paragraph(line=line(sentence(text))) for text in caveat),
    )  # fmt: skip
