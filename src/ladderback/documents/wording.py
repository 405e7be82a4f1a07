"""Facts in plain words: dates, tasks, doses, numbers; every label comes from the letters, none from the code."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from ladderback.documents.sheet import Line, line, strong
from ladderback.evidence import Book, book
from ladderback.intake.values import Goal
from ladderback.programme.values import Item
from ladderback.terms.status import Status, weakest

LANGUAGE = "en"


def labels(part: str) -> dict[str, Any]:
    """One part of the labels of the sheets."""
    found: dict[str, Any] = letter("documents")[part]
    return found


def letter(name: str) -> dict[str, Any]:
    """One file of the letters, in the language of the sheet."""
    found: dict[str, Any] = book().letter(name, LANGUAGE)
    return found


def in_words(identifier: str) -> str:
    """An identifier that has no label of its own, readable.

    >>> in_words("loaded_flexion")
    'loaded flexion'
    """
    return identifier.replace("_", " ")


def label(part: str, identifier: str) -> str:
    """The label of an identifier, else the identifier in words."""
    return str(labels(part).get(identifier, in_words(identifier)))


def day(on: date) -> str:
    """A date as people say it."""
    months = labels("months")
    return str(months["date"].format(day=on.day, month=months["names"][on.month - 1], year=on.year))


def figure(value: float | str | None, most: int = 1) -> str:
    """A number without needless digits.

    >>> figure(95.0), figure(2.75), figure("fail")
    ('95', '2.8', 'fail')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    shown = f"{value:.{most}f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def capital(text: str) -> str:
    """The first letter as a capital, the rest as written."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """A text as a sentence: capital first letter, a full stop when nothing closes it."""
    text = capital(text.strip())
    return text if not text or text[-1] in ".!?:" else text + "."


def first_sentences(text: str, most: int) -> str:
    """As many whole sentences as fit in `most` letters, and always the first.

    >>> first_sentences("One. Two two. Three.", 14)
    'One. Two two.'
    """
    kept, *rest = re.split(r"(?<=[.!?]) +", text.strip())
    for one in rest:
        if len(kept) + 1 + len(one) > most:
            break
        kept = f"{kept} {one}"
    return sentence(kept)


def task(goal: Goal) -> str:
    """A life task in plain words, with its weight."""
    words = label("task", goal.task)
    return f"{words} ({figure(goal.load_kg)} kg)" if goal.load_kg else words


def exercise_name(identifier: str) -> str:
    """What the client reads as the name of an exercise."""
    known = book().exercises.get(identifier)
    return known.words.name if known else in_words(identifier)


def clinical_test_name(identifier: str) -> str:
    """The name of a clinical test, without what stands in brackets."""
    known = book().clinical_tests.get(identifier)
    return known.name.split(" (")[0] if known else in_words(identifier)


def contributor_name(identifier: str, side: str | None) -> str:
    """The name of a contributor with its side."""
    name = letter("contributors").get(identifier, {}).get("name", in_words(identifier))
    return capital(f"{name}, {labels('practitioner')[side]}" if side else name)


def limit_name(tag: str) -> str:
    """What a limit leaves out, in words."""
    return str(letter("programme")["tag"].get(tag, in_words(tag)))


def asked(identifier: str) -> str:
    """A clinical test or question worth doing next, by name."""
    known = letter("formulation")["question"].get(identifier)
    return str(known) if known else clinical_test_name(identifier)


def dose(items: tuple[Item, ...]) -> Line:
    """The dose of an exercise in plain words, marked when nobody has checked its numbers.

    "3 sets of 8, each side, with 6 kg"; with more sets on one side: "2 sets of 8 right, 1 set of 8 left".
    """
    words, first = labels("dose"), items[0]
    amounts = [_amount(one, words) for one in items]
    if len(items) > 1:
        amounts = [words["on_side"].format(amount=amount, side=labels("practitioner").get(one.side or "both", ""))
                   for one, amount in zip(items, amounts, strict=True)]  # fmt: skip
    parts = list(map(str.strip, amounts))
    if first.reps is not None and first.hold_s:
        parts.append(words["hold_each"].format(hold=_unit(first.hold_s, "second", words)))
    if len(items) == 1 and (first.each_side or first.side):
        parts.append(words["side"][first.side] if first.side else words["each_side"])
    if first.load_kg:
        parts.append(words["load"].format(kg=figure(first.load_kg)))
    return strong(", ".join(parts), mark=dose_status(first, book()))


def pace(item: Item) -> Line:
    """How long to rest and how hard it should feel: "Rest 60 seconds. Effort 5 of 10."."""
    words, parts = labels("dose"), []
    if item.rest_s and (item.sets > 1 or item.each_side):
        parts.append(words["rest"].format(rest=_unit(item.rest_s, "second", words)))
    parts.append(words["effort"].format(effort=figure(item.effort_rpe)))
    return line(" ".join(parts), mark=dose_status(item, book()))


def short_dose(items: tuple[Item, ...]) -> str:
    """The dose for a table: "3 × 8 × 5 s, 6 kg"; sides with different sets as "2+1 × 8"."""
    first = items[0]
    sets = "+".join(str(one.sets) for one in items)
    if first.reps is not None:
        amount = f"{sets} × {first.reps}" + (f" × {first.hold_s} s" if first.hold_s else "")
    elif first.hold_s:
        amount = f"{sets} × {first.hold_s} s"
    elif first.duration_minutes:
        minutes = f"{figure(first.duration_minutes)} min"
        amount = minutes if sets == "1" else f"{sets} × {minutes}"
    else:
        amount = f"{sets} × {figure(first.distance_m)} m" if first.distance_m else f"{sets} ×"
    return amount + (f", {figure(first.load_kg)} kg" if first.load_kg else "")


def dose_status(item: Item, known: Book) -> Status:
    """How sure the numbers of a dose are: the weakest of the dose and of the weight that is held."""
    record = known.exercises.get(item.exercise)
    if record is None:
        return "proposal"
    return weakest([record.dose.status] + ([record.load.status] if item.load_kg and record.load else []))


def walking_status(known: Book) -> Status:
    """How sure the numbers of the walking are."""
    found = [number.status for key, number in known.dosing_numbers.items() if key.startswith("walk")]
    return weakest(found)


def marked(text: str, status: Status) -> Line:
    """A line with its mark."""
    return line(text, mark=status)


def _amount(item: Item, words: dict[str, Any]) -> str:
    if item.reps is not None:
        return str(words["sets_reps" if item.sets > 1 else "one_set_reps"].format(sets=item.sets, reps=item.reps))
    if item.hold_s:
        held = _unit(item.hold_s, "second", words)
        return str(words["holds" if item.sets > 1 else "one_hold"].format(count=item.sets, hold=held))
    for value, unit, many in (
        (item.duration_minutes, "minute", "times_minutes"),
        (item.distance_m, "metre", "times_metres"),
    ):
        if value:
            once = _unit(value, unit, words)
            return str(words[many].format(sets=item.sets, minutes=once, metres=once)) if item.sets > 1 else once
    return str(words["sets_only" if item.sets > 1 else "one_set_only"].format(sets=item.sets))


def _unit(count: float, unit: str, words: dict[str, Any]) -> str:
    if count == 1:
        return f"1 {words[unit]}"
    return str(words[unit + "s"].format(count=figure(count)))
