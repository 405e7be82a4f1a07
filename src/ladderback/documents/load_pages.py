"""The load for the practitioner: ladders with newtons, the exercises, the day and the work, slack, and the norms."""

from __future__ import annotations

from typing import Any

from ladderback.body.movement import MovementLoad
from ladderback.documents.facts import Facts, SlackShown
from ladderback.documents.plots import load_per_rung, norm_band
from ladderback.documents.plots.values import Look, NormBandValues
from ladderback.documents.plotted import HALF, PAPER, PHONE, load_values, norm_values, plotted, state_word
from ladderback.documents.sheet import (
    Block,
    Bullets,
    Columns,
    Line,
    Page,
    Paragraph,
    Picture,
    Section,
    Table,
    Title,
    line,
)
from ladderback.documents.weighed import load_of
from ladderback.documents.wording import exercise_name, figure, in_words, labels, letter, sentence
from ladderback.ladder.values import Ladder, Rung
from ladderback.programme.values import Item, Programme

LARGEST, SMALLEST = 10.5, 6.5  # type sizes [pt]
MOST_NORMS, MOST_EXERCISES = 8, 16
TALL = 0.72  # how high the plot of a ladder may be [share of the width of the page]
NORM_TALL = 0.42


def pages(facts: Facts) -> tuple[Page, ...]:
    """A page a ladder, one for exercises, day and slack, one for the norms; each only where something is known."""
    words = labels("practitioner_load")
    ladders = tuple(_ladder(one, words) for one in facts.ladders if one.rungs)
    return (*ladders, *_exercises_and_day(facts, words), *_norms(facts, words))


def ladder_picture(ladder: Ladder) -> Picture:
    """The load of each rung as bars, for paper and for a phone."""
    values, name = load_values(ladder), f"load-{ladder.task.replace('_', '-')}"
    paper = load_per_rung(values, Look(prefix=name, width=PAPER, theme="print", headed=False))
    drawn = plotted(paper, load_per_rung(values, Look(prefix=name, width=PHONE, headed=False)))
    return Picture(svg=drawn.svg, screen=drawn.screen, alt=drawn.alt, ratio=drawn.ratio, tall=TALL)


def _ladder(ladder: Ladder, words: dict[str, Any]) -> Page:
    rows = tuple(_rung(one, words) for one in ladder.rungs)
    table = Table(
        caption=words["ladder"].format(task=ladder.name), head=tuple(words["ladder_head"]), rows=rows,
        widths=(3.6, 0.8, 1.2, 1.2, 1.5, 1.1, 1.6, 1.5),
    )  # fmt: skip
    said = [words["standing"].format(value=_whole(ladder.standing_n))] if ladder.standing_n is not None else []
    if ladder.beyond:
        said.append(words["beyond"].format(rungs="; ".join(one.name for one in ladder.beyond)))
    if ladder.left_out:
        said.append(words["left_out"].format(steps=", ".join(one.replace("_", " ") for one in ladder.left_out)))
    if ladder.ends is not None:
        said.append(ladder.ends.say)
    head = Title(text=words["ladder"].format(task=ladder.name), under=(line(words["under"]),))
    notes = Bullets(lines=tuple(line(sentence(one)) for one in said), size="small")
    return Page(body=(head, ladder_picture(ladder), table, notes), largest_pt=LARGEST, smallest_pt=SMALLEST)


def _rung(one: Rung, words: dict[str, Any]) -> tuple[Line, ...]:
    band = in_words(one.band)
    if one.band_from == "measured":
        band = words["measured"].format(plain=band, sources=", ".join(one.band_sources))
    changes = _changes(one.changed)
    return (
        line(one.name), line(words["ratio"].format(ratio=f"{one.ratio_to_standing:.1f}")),
        line(_span(one.ratio_low, one.ratio_high, words)), line(band, mark="proposal"),
        line(words["newtons"].format(value=_whole(one.compression_n))),
        line(words["moment"].format(value=_whole(one.moment_nm))), line(changes),
        line(state_word(one) + ("" if one.sure else f"; {words['not_sure']}")),
    )  # fmt: skip


def _changes(changed: tuple[str, ...]) -> str:
    """The qualities that differ from the rung below, in words."""
    names: dict[str, str] = letter("ladder")["quality"]
    return ", ".join(names.get(one, one) for one in changed)


def _exercises_and_day(facts: Facts, words: dict[str, Any]) -> tuple[Page, ...]:
    body: list[Block] = [*_exercises(facts, words), *_day(facts, words), *_slack(facts.slack, words)]
    missing = [
        words["no_ladder"].format(task=one.name, why=" ".join(one.says)) for one in facts.ladders if one.why_none
    ]
    body += [Bullets(lines=tuple(line(sentence(one)) for one in missing), size="small")] if missing else []
    if not body:
        return ()
    head = Title(text=words["title"], under=(line(words["under"]),))
    return (Page(body=(head, *body), largest_pt=LARGEST, smallest_pt=SMALLEST),)


def _exercises(facts: Facts, words: dict[str, Any]) -> tuple[Block, ...]:
    """The load of every exercise of the programme, each as it is first prescribed, the heaviest first."""
    client = facts.record.client
    weighed = ((one, load_of(one.exercise, client, one.side, one.load_kg)) for one in _first_of_each(facts))
    found = [(item, load) for item, load in weighed if load is not None]
    found.sort(key=lambda pair: (-pair[1].ratio, pair[0].exercise))
    rows = tuple(_exercise(item, load, words) for item, load in found[:MOST_EXERCISES])
    if not rows:
        return ()
    title, head = words["exercises"], tuple(words["exercises_head"])
    table = Table(caption=title, head=head, rows=rows, widths=(2.8, 0.8, 1.2, 1.1, 1.5, 1.1, 3.0))
    more = labels("practitioner")["more"].format(count=len(found) - len(rows))
    return (Section(text=title), table, *([Paragraph(line=line(more), size="small")] if len(found) > len(rows) else []))


def _first_of_each(facts: Facts) -> list[Item]:
    programme: Programme = facts.composed.programme
    found: dict[str, Item] = {}
    for one in (item for plan in programme.sessions for item in plan.items):
        found.setdefault(one.exercise, one)
    return list(found.values())


def _exercise(item: Item, load: MovementLoad, words: dict[str, Any]) -> tuple[Line, ...]:
    basis = words["computed"]
    if load.band_from == "measured":
        basis = words["measured"].format(plain=load.plain, sources=", ".join(load.sources))
    name = exercise_name(item.exercise) + (f", {figure(item.load_kg)} kg" if item.load_kg else "")
    return (
        line(name), line(words["ratio"].format(ratio=f"{load.ratio:.1f}")), line(_span(load.low, load.high, words)),
        line(in_words(load.band)), line(words["newtons"].format(value=_whole(load.compression))),
        line(words["moment"].format(value=_whole(load.moment))), line(basis, mark=load.status),
    )  # fmt: skip


def _day(facts: Facts, words: dict[str, Any]) -> tuple[Block, ...]:
    told = facts.day.for_practitioner if facts.day is not None else ()
    lines = tuple(line(sentence(one)) for one in told)
    return (Section(text=words["day"]), Bullets(lines=lines, size="small")) if lines else ()


def _slack(found: tuple[SlackShown, ...], words: dict[str, Any]) -> tuple[Block, ...]:
    return tuple(
        block
        for one in found
        for block in (
            Section(text=f"{words['slack']}: {one.task}"),
            Bullets(lines=tuple(line(sentence(text)) for text in one.practitioner), size="small"),
        )
    )


def _norms(facts: Facts, words: dict[str, Any]) -> tuple[Page, ...]:
    """The measures with a finding as small plots, two a row."""
    found = norm_values(facts.findings.findings, MOST_NORMS)
    if not found:
        return ()
    drawn = [norm_picture(one, number) for number, one in enumerate(found)]
    pairs = [tuple((one,) for one in drawn[at : at + 2]) for at in range(0, len(drawn), 2)]
    rows = tuple(Columns(columns=pair + ((),) * (2 - len(pair)), widths=(1.0, 1.0)) for pair in pairs)
    head = Title(text=words["norms_title"], under=(line(words["norms_under"]),))
    return (Page(body=(head, *rows), largest_pt=LARGEST, smallest_pt=SMALLEST),)


def norm_picture(values: NormBandValues, number: int) -> Picture:
    """One measure against its norm, half a page wide."""
    paper = norm_band(values, Look(prefix=f"norm-{number}", width=HALF, theme="print"))
    drawn = plotted(paper, norm_band(values, Look(prefix=f"norm-{number}", width=PHONE)))
    return Picture(svg=drawn.svg, screen=drawn.screen, alt=drawn.alt, ratio=drawn.ratio, tall=NORM_TALL)


def _span(low: float, high: float, words: dict[str, Any]) -> str:
    return str(words["span"].format(low=f"{max(low, 0.0):.1f}", high=f"{high:.1f}"))


def _whole(value: float) -> str:
    shown = f"{value:.0f}"
    return "0" if shown == "-0" else shown.replace("-", "−")
