"""The short preparation note: what came in, what changed, what to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ladderback.formulation.values import Formulation
from ladderback.intake.events import CheckIn
from ladderback.progression.elsewhere import test_words
from ladderback.progression.numbers import listed, number, say
from ladderback.progression.values import NextStep
from ladderback.training.amounts import name_of
from ladderback.training.asking import question_words
from ladderback.training.offending import movement_words
from ladderback.training.values import Changed


def note(
    step: NextStep,
    check_in: CheckIn | None,
    formulation: Formulation,
    changes: tuple[Changed, ...],
    ask_again: tuple[str, ...],
    hold: str,
) -> str:
    """The note in a few sentences; what the person wrote stands in quotation marks, unchanged."""
    lines = [*_came_in(step, check_in), *_where(step)]
    lines += [say("note", "hold", say=hold)] if hold else [_changed(changes)]
    lines += _to_ask(step, formulation, ask_again)
    return "\n".join(lines)


def quoted(check_in: CheckIn | None) -> tuple[str, ...]:
    """What the person wrote in their own words."""
    return (check_in.what_happened,) if check_in and check_in.what_happened else ()


def _came_in(step: NextStep, check_in: CheckIn | None) -> Iterator[str]:
    if check_in is None:
        yield say("note", "no_check_in")
        return
    if check_in.pain_now is not None and step.usual_pain is not None:
        yield say("note", "arrives_pain", pain=check_in.pain_now, usual=float(step.usual_pain))
    elif check_in.pain_now is not None:
        yield say("note", "arrives_pain_only", pain=check_in.pain_now)
    for words in quoted(check_in):
        yield say("note", "happened", words=words)
    for key, movements in (("worse_with", check_in.worse_with), ("better_with", check_in.better_with)):
        if movements:
            yield say("note", key, movements=listed([movement_words(one) for one in movements]))
    if check_in.sleep in ("poor", "fair"):
        yield say("note", "sleep", sleep=check_in.sleep)


def _where(step: NextStep) -> Iterator[str]:
    yield (
        say("note", "last", date=step.last_trained.date().isoformat()) if step.last_trained else say("note", "none_yet")
    )
    yield say("note", "next", week=step.week, session=step.session, because=" ".join(step.because))
    if step.deciding == "quota":
        yield say("note", "quota")


def _changed(changes: tuple[Changed, ...]) -> str:
    if not changes:
        return say("note", "no_changes")
    whys = dict.fromkeys(sentence for one in changes for sentence in re.split(r"(?<=\.) ", one.because))
    return say("note", "changes", changes="; ".join(map(_change_words, changes)), because=" ".join(whys))


def _change_words(change: Changed) -> str:
    old = f"{name_of(change.from_)} {change.from_amount}".strip() if change.from_ else say("note", "nothing")
    if change.to is None:
        return say("note", "change", old=old, new=say("today", "left_out_dose"))
    name = "" if change.to == change.from_ else name_of(change.to)
    return say("note", "change", old=old, new=f"{name} {change.to_amount}".strip())


def _to_ask(step: NextStep, formulation: Formulation, ask_again: tuple[str, ...]) -> Iterator[str]:
    if ask_again:
        yield say("note", "ask_safety", questions=" ".join(question_words(one) for one in ask_again))
    if step.trained and say("step", "morning_not_logged") in step.because:
        yield say("note", "ask_morning")
    for one in open_falsifiers(step, formulation):
        yield say("note", "ask_falsifier", falsifier=one)
    if step.look_elsewhere:
        first = step.look_elsewhere[: int(number("next_tests_said"))]
        yield say("note", "ask_elsewhere", tests=listed([test_words(one) for one in first]))


def open_falsifiers(step: NextStep, formulation: Formulation) -> tuple[str, ...]:
    """The falsifiers that are being tried out this week, the heaviest contributors first."""
    tried = sorted(
        (one for one in formulation.contributors if one.from_week <= step.week and one.falsifier),
        key=lambda one: (-one.weight, one.contributor),
    )
    return tuple(one.falsifier for one in tried[: int(number("note_falsifiers_most"))])
