"""The client's handout: one page a training, one for the rest of the week, what is worth reading, ladder and day."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from ladderback.documents import day_page, ladder_page, week_page
from ladderback.documents.facts import Facts, grounds_status
from ladderback.documents.footing import footed, recorded
from ladderback.documents.letterforms import can_print
from ladderback.documents.pictured import strip
from ladderback.documents.sheet import (
    Band,
    Columns,
    DoseCard,
    Note,
    Notes,
    Page,
    Sheet,
    TickRow,
    Title,
    line,
    strong,
)
from ladderback.documents.weighed import client_line, load_of
from ladderback.documents.wording import (
    dose,
    exercise_name,
    figure,
    first_sentences,
    labels,
    letter,
    pace,
    sentence,
    task,
)
from ladderback.evidence import book
from ladderback.programme.values import Item, SessionPlan
from ladderback.terms.errors import RecordError

LARGEST, SMALLEST = 15.0, 9.0  # type sizes [pt] between which a page finds its own
MOST_WHY = 110  # letters of a reason on paper; the whole of it stands in the answer of the command


def handout(facts: Facts, *, weeks: Iterable[int] = (1,), name: str | None = None) -> Sheet:
    """The sheet in the client's hand for some weeks. The name stands on it only when it is given.

    A week in which the person only walks has its one page to keep.

    Raises:
        NotVerifiedError: the programme was not passed by the second pair of eyes.
        RecordError: a week is not in this programme.
    """
    programme, wanted = facts.composed.programme, sorted(set(weeks))
    if not wanted or wanted[0] < 1 or wanted[-1] > programme.weeks:
        allowed = f"weeks of the programme, 1 to {programme.weeks}"
        raise RecordError(file="handout", key="weeks", received=wanted, allowed=allowed)
    title = _title(name)
    pages: list[Page] = []
    for week in wanted:
        trainings = [one for one in programme.sessions if one.week == week]
        last = len(pages) + len(trainings) + 1
        pages += [_training(facts, one, len(trainings), title, last) for one in trainings]
        pages += week_page.pages(facts, week)
    pages += [*ladder_page.pages(facts.record, facts.ladders), *day_page.pages(facts)]
    used = {item.exercise for one in programme.sessions if one.week in wanted for item in one.items}
    records = [record for key, record in sorted(book().exercises.items()) if key in used]
    return footed(
        "handout", title, tuple(pages), on=facts.on, records=records, checked=facts.checked,
        quoted=recorded(facts.record),
    )  # fmt: skip


def _title(name: str | None) -> str:
    words = labels("handout")
    return str(words["title_named"].format(name=name) if name and can_print(name) else words["title"])


def _training(facts: Facts, plan: SessionPlan, trainings: int, title: str, last: int) -> Page:
    words, programme = labels("handout"), facts.composed.programme
    cards = tuple(_card(number, items, facts, words) for number, items in enumerate(_together(plan.items), 1))
    when = words["when"].format(
        session=plan.session, sessions=trainings, week=plan.week, weeks=programme.weeks, minutes=figure(plan.minutes, 0)
    )
    boxes = (words["before"], words["after"], words["next_morning"])
    head = Title(text=title, under=(line(when), strong(_made_for(facts, words))), boxes=boxes)
    foot = (_beside(facts, plan.week, words, last),)
    return Page(body=(head, pain_band(facts, plan.week), *cards), foot=foot, largest_pt=LARGEST, smallest_pt=SMALLEST)


def _made_for(facts: Facts, words: dict[str, Any]) -> str:
    goals = [task(goal) for goal in facts.record.goals]
    return str(words["made_for"].format(task=goals[0])) if goals else str(words["made_for_all"])


def pain_band(facts: Facts, week: int) -> Band:
    """The pain rule of the stage the week is in; with quotas the plan decides, not the pain."""
    rules = letter("pain_rules")
    part = rules["quota"] if facts.formulation.time_contingent else rules["stage"][str(stage_of(facts, week))]
    return Band(
        title=labels("handout")["pain_rule"],
        lines=(line(part["say"]),),
        mark=week_page.known_as("pain_rules"),
    )


def stage_of(facts: Facts, week: int) -> int:
    """The stage number a week is trained at."""
    phases = facts.composed.programme.phases
    found = [one.stage_number for one in phases if one.from_week <= week <= one.to_week]
    return found[0] if found else facts.formulation.stage_number


def _card(number: int, items: tuple[Item, ...], facts: Facts, words: dict[str, Any]) -> DoseCard:
    """One exercise; its sides may differ in sets, and then stand on one card."""
    item, record = items[0], book().exercises[items[0].exercise]
    easier = item.regress_to if item.regress_to not in book().exercises else exercise_name(item.regress_to)
    notes = (
        Note(label=words["easier"], line=line(sentence(easier or record.words.regress_to))),
        Note(label=words["watch"], line=line(sentence(record.words.stop))),
        *_load(item, facts),
    )
    why = line(first_sentences(item.why, MOST_WHY), mark=grounds_status(item, facts.findings, facts.formulation))
    return DoseCard(
        number=number, name=record.words.name, dose=dose(items), pace=pace(item), cues=record.words.cues, notes=notes,
        why=Note(label=words["why"], line=why), ticks=_ticks(items, words), pain_label=words["pain_box"],
        picture=strip(item.exercise, facts.record.client, item.side),
    )  # fmt: skip


def _load(item: Item, facts: Facts) -> tuple[Note, ...]:
    """The load of an exercise as a band in words."""
    found = load_of(item.exercise, facts.record.client, item.side, item.load_kg)
    return (Note(label=labels("load")["label"], line=client_line(found)),) if found else ()


def _together(items: tuple[Item, ...]) -> list[tuple[Item, ...]]:
    """Items of the same exercise, one after the other, are one card."""
    return [tuple(same) for _, same in groupby(items, key=lambda one: one.exercise)]


def _ticks(items: tuple[Item, ...], words: dict[str, Any]) -> tuple[TickRow, ...]:
    if items[0].each_side:
        return tuple(TickRow(label=words[key], boxes=items[0].sets) for key in ("set_left", "set_right"))
    return tuple(TickRow(label=words[f"set_{one.side}" if one.side else "set"], boxes=one.sets) for one in items)


def _beside(facts: Facts, week: int, words: dict[str, Any], last: int) -> Columns:
    walk = Note(label=words["walk"], line=week_page.walking(facts.composed.programme, week))
    bad = Note(label=words["bad_day"], line=line(words["bad_day_line"].format(page=last)))
    notes = Notes(notes=(walk, bad) if walk.line else (bad,))
    return Columns(columns=((notes,), (week_page.call_box(facts.contact),)), widths=(1.0, 1.25), size="small")
