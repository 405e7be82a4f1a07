"""Makes the corrections of a journal: a line replaced or withdrawn, also when a correction was itself corrected.

A mistake was one from the start, so a correction counts for every day, also for the days before it was written.
"""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import structs

from ladderback.intake.events import Corrects, Event, Line
from ladderback.intake.journal import consistency
from ladderback.intake.mistakes import Mistake, Shown, find, nearest_known


def standing_events(lines: list[Line], numbers: dict[str, int]) -> tuple[list[Event], tuple[str, ...]]:
    """The events that stand once every correction is made, and the ids of the lines that were corrected.

    Args:
        lines: each line once, in any order.
        numbers: the line number in the file of each correction, by its id.

    Raises:
        Mistake: a correction of a line that is not there or of itself, or one with something that is not an event.
    """
    stands: dict[str, Line | None] = {line.id: line for line in lines}
    by_id = {line.id: line for line in lines}
    corrected: set[str] = set()
    for one in _deepest_first(lines, by_id, numbers):
        effective = stands[one.id]
        if isinstance(effective, Corrects):
            stands[one.of] = _numbered(_applied, effective, by_id[one.of], numbers[one.id])
            corrected.add(one.of)
    left = [stands[line.id] for line in lines if not isinstance(line, Corrects)]
    return [one for one in left if one is not None and not isinstance(one, Corrects)], tuple(sorted(corrected))


def _deepest_first(lines: list[Line], by_id: dict[str, Line], numbers: dict[str, int]) -> list[Corrects]:
    """Corrections of corrections before the corrections they correct; those of one line by time."""
    corrections = [line for line in lines if isinstance(line, Corrects)]
    depths: dict[str, int] = {}
    for one in corrections:
        _measure_depth(one, by_id, depths, numbers)
    return sorted(corrections, key=lambda one: (-depths[one.id], one.at.timestamp(), one.id))


def _measure_depth(one: Corrects, by_id: dict[str, Line], depths: dict[str, int], numbers: dict[str, int]) -> None:
    """How many corrections lie between this one and the event it leads to."""
    chain: list[str] = []
    on_the_way: set[str] = set()
    here: Line = one
    while isinstance(here, Corrects) and here.id not in depths:
        if here.id in on_the_way:
            raise Mistake(
                ("of",), here.of, "the id of an earlier line that does not lead back here", line=numbers[here.id]
            )
        chain.append(here.id)
        on_the_way.add(here.id)
        if here.of not in by_id:
            raise Mistake(("of",), here.of, "the id of another line of this journal", line=numbers[here.id])
        here = by_id[here.of]
    depth = depths.get(here.id, 0)
    for name in reversed(chain):
        depth += 1
        depths[name] = depth


def _numbered(make: Any, effective: Corrects, original: Line, number: int) -> Line | None:
    try:
        result: Line | None = make(effective, original)
    except Mistake as mistake:
        mistake.line = number
        raise
    return result


def _applied(correction: Corrects, original: Line) -> Line | None:
    """What stands in place of a line: None when it is withdrawn."""
    if correction.with_ is None:
        return None
    if isinstance(original, Corrects) and correction.with_.get("event") != "corrects":
        event_of(correction.with_, original.of, original)
        return structs.replace(original, with_=correction.with_)
    event = event_of(correction.with_, original.id, original)
    if isinstance(original, Corrects) != isinstance(event, Corrects):
        raise Mistake(("with", "event"), "corrects", "an event that takes the place of the line")
    if isinstance(event, Corrects) and isinstance(original, Corrects) and event.of != original.of:
        raise Mistake(("with", "of"), event.of, f"{original.of}, as in the line it replaces")
    return event


def event_of(values: dict[str, Any], name: str, original: Line) -> Line:
    """The event of a `with`, under the id and (unless it names another) at the time of the line it replaces.

    Raises:
        Mistake: it is not an event, or it bears another id.
    """
    if values.get("id", name) != name:
        raise Mistake(
            ("with", "id"), values["id"], "no id, or that of the line it replaces", nearest_known(name, [name])
        )
    whole = {"at": original.at.isoformat(), **values, "id": name}
    try:
        event: Line = msgspec.convert(whole, Line)
    except (msgspec.ValidationError, UnicodeError):
        raise find(whole, Line, ("with",)) or Mistake(("with",), Shown("an event"), "an event of the format") from None
    try:
        consistency.check(event)
    except Mistake as mistake:
        mistake.path = ("with", *mistake.path)
        raise
    return event
