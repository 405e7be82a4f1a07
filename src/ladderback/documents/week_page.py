"""The page to keep for a week: walking, the hours between trainings, flare-up plan, when to stop, whom to call."""

from __future__ import annotations

from typing import Any

from ladderback.documents.facts import Contact, Facts
from ladderback.documents.sheet import (
    Block,
    Bullets,
    Columns,
    Line,
    Note,
    Notes,
    Page,
    Paragraph,
    Section,
    Span,
    StopBox,
    Title,
    WriteLines,
    line,
)
from ladderback.documents.wording import (
    exercise_name,
    figure,
    in_words,
    labels,
    letter,
    marked,
    sentence,
    walking_status,
)
from ladderback.evidence import book
from ladderback.programme.values import DailyLifeAdvice, Education, Programme
from ladderback.terms.status import Status

MOST_ADVICE = 3  # lines of one piece of advice: more is not read
LARGEST, SMALLEST = 13.0, 8.0  # type sizes [pt] between which the page finds its own
READING_LARGEST, READING_SMALLEST = 14.0, 9.0


def pages(facts: Facts, week: int) -> tuple[Page, ...]:
    """The page to keep; one text to read stands on it, more of them have a page of their own."""
    found = [_text(one) for one in facts.composed.programme.education if one.week == week]
    texts = [one for one in found if one]
    kept = _keep(facts, week, texts if len(texts) == 1 else [])
    return (kept, _reading(texts)) if len(texts) > 1 else (kept,)


def walking(programme: Programme, week: int) -> Line:
    """How long and how often to walk this week, and how; empty when nobody walks yet."""
    words, status = labels("handout"), walking_status(book())
    made: list[Span] = []
    for one in programme.walking:
        if one.week == week:
            key = "walk_once" if one.times_per_week == 1 else "walk_line"
            text = words[key].format(minutes=figure(one.minutes), times=one.times_per_week)
            made += [*marked(text, status), *(line(f" {sentence(one.how)}") if one.how else ())]
    return tuple(made)


def call_box(contact: Contact) -> StopBox:
    """Whom to call at once, for what, and whom to ask anything else."""
    words = labels("call")
    title = words["at_once"].format(number=contact.emergency_number or words["place_call"])
    return StopBox(title=title, lines=tuple(line(one) for one in words["signs"]))


def with_number(text: str, contact: Contact) -> str:
    """A sentence of the letters with the emergency number of the practice's country, when it is known."""
    phrase = labels("call")["phrase"]
    return text.replace(phrase, contact.emergency_number) if contact.emergency_number else text


def reach(contact: Contact) -> tuple[Block, ...]:
    """How to reach the trainer: as given, else lines to write on."""
    words = labels("call")
    if not (contact.name or contact.phone):
        return (WriteLines(labels=(words["write_name"], words["write_phone"])),)
    key = "us_line" if contact.name and contact.phone else "us_name" if contact.name else "us_phone"
    return (Paragraph(line=line(words[key].format(name=contact.name, phone=contact.phone))),)


def _keep(facts: Facts, week: int, texts: list[dict[str, Any]]) -> Page:
    words, call, programme = labels("week"), labels("call"), facts.composed.programme
    trains = any(one.week == week for one in programme.sessions)
    under = words["under"] if trains else letter("programme")["say_walk_only"]
    head = Title(text=words["title"].format(week=week), under=(line(under),))
    walk: list[Block] = [Section(text=labels("handout")["walk"]), Paragraph(line=walking(programme, week))]
    parts = [walk + _aerobic(programme, week), *_daily_life(programme.daily_life, words)]
    rules = Bullets(lines=stop_rules(facts), size="small")
    stop = (Section(text=words["stop_rules"], mark=known_as("stop_rules")), rules)
    body = (head, _in_two(parts), *_flare_up(words), *stop, *_to_read(texts))
    today = (Section(text=call["today"]), Paragraph(line=line(call["same_day"])))
    us = (Section(text=call["us"]), *reach(facts.contact), *today)
    foot = (Columns(columns=((call_box(facts.contact),), us), widths=(1.2, 1.0)),)
    return Page(body=body, foot=foot, largest_pt=LARGEST, smallest_pt=SMALLEST)


def _in_two(parts: list[list[Block]]) -> Columns:
    """Parts in two columns of about the same height, in reading order down each."""
    sizes = [sum(len(one.lines) if isinstance(one, Bullets) else 1 for one in part) for part in parts]
    half = min(range(1, len(parts) + 1), key=lambda cut: (max(sum(sizes[:cut]), sum(sizes[cut:])), cut))
    columns = (tuple(one for part in side for one in part) for side in (parts[:half], parts[half:]) if side)
    made = tuple(columns)
    return Columns(columns=made, widths=(1.0,) * len(made))


def known_as(name: str) -> Status | None:
    """The status of a letter file, to be shown where it holds numbers; nothing when it was verified."""
    status: Status = letter(name)["status"]
    return None if status == "verified" else status


def _aerobic(programme: Programme, week: int) -> list[Block]:
    words, made = labels("week"), []
    for one in programme.aerobic:
        if one.week == week:
            text = words["aerobic_line"].format(
                exercise=exercise_name(one.exercise), minutes=figure(one.minutes), times=one.times_per_week,
                effort=figure(one.effort_rpe),
            )  # fmt: skip
            made.append(Paragraph(line=marked(text, "proposal")))
    return [Section(text=words["aerobic"]), *made] if made else []


def _daily_life(advice: tuple[DailyLifeAdvice, ...], words: dict[str, Any]) -> list[list[Block]]:
    most = MOST_ADVICE if len(advice) < 3 else MOST_ADVICE - 1
    return [_one_advice(one, words, most) for one in advice]


def _one_advice(one: DailyLifeAdvice, words: dict[str, Any], most: int) -> list[Block]:
    """What to change, how often, and how many hours of the week it acts on."""
    arm = letter("daily_life")["arm"].get(one.contributor, {})
    how_often = arm.get("how_often", "")
    lines = [text for text in one.advice if text != how_often][:most]
    hours = words["acts_on_one" if one.hours_per_week == 1 else "acts_on"].format(hours=figure(one.hours_per_week, 0))
    note = (
        *line(f"{sentence(how_often)} " if how_often else ""),
        *marked(hours if one.hours_per_week else "", "proposal"),
    )
    return [
        Section(text=arm.get("title", in_words(one.contributor))),
        Bullets(lines=tuple(line(sentence(text)) for text in lines)),
        Paragraph(line=tuple(span for span in note if span.text), size="small"),
    ]


def _flare_up(words: dict[str, Any]) -> list[Block]:
    plan = letter("flare_up")
    days = tuple(
        Note(label=words["days" if one["from"] != one["to"] else "day"].format(day=one["day"]), line=line(one["say"]))
        for one in plan["days"]
    )
    return [Section(text=words["flare_up"], mark=known_as("flare_up")), Notes(notes=days)]


def stop_rules(facts: Facts) -> tuple[Line, ...]:
    """Every stop rule and check of this programme, in words."""
    known = {one["id"]: one["text"] for name in ("stop_rules", "session_checks") for one in letter(name)["rule"]}
    return tuple(line(with_number(sentence(known.get(one, one)), facts.contact)) for one in facts.composed.stop_rules)


def _text(education: Education) -> dict[str, Any] | None:
    part, _, name = education.topic.partition(".")
    found = letter("education").get(part, {}).get(name)
    return dict(found) if found else None


def _reading(texts: list[dict[str, Any]]) -> Page:
    words = labels("week")
    head = Title(text=words["read_title"], under=(line(words["read_under"]),))
    return Page(body=(head, *_to_read(texts)), largest_pt=READING_LARGEST, smallest_pt=READING_SMALLEST)


def _to_read(texts: list[dict[str, Any]]) -> list[Block]:
    return [
        part
        for one in texts
        for part in (Section(text=one["title"], mark=known_as("education")), Paragraph(line=line(one["text"])))
    ]
