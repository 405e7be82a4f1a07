"""The workstation of a case read for ROSA: what was answered, what the four plain questions say, what is unclear."""

from __future__ import annotations

from collections.abc import Mapping
from math import isfinite

from msgspec import Struct
from msgspec.structs import replace

from ladderback.ergonomics.numbers import number, rows, say
from ladderback.ergonomics.rosa import NO_LIMIT, SECTIONS, WITH_DURATION, Use, items, scores
from ladderback.ergonomics.values import Rosa, RosaFinding, RosaScore
from ladderback.intake.values import Workstation
from ladderback.terms.status import Status, weakest

TABLES = ("rosa_items", "rosa_tables", "rosa_numbers")
# What each plain question answers: when satisfied these items were not seen; when not, the item at the end was or was
# not seen. "Not supported" leaves open how badly, so it denies the good posture and names no worse one.
PLAIN: dict[str, tuple[tuple[str, ...], tuple[str, bool]]] = {
    "lumbar_support": (("back_no_lumbar_support",), ("back_no_lumbar_support", True)),
    "screen_at_eye_level": (("monitor_too_low", "monitor_too_high"), ("monitor_arm_length_eye_level", False)),
    "feet_supported": (("seat_no_foot_contact",), ("seat_knees_right_angle", False)),
}


class Read(Struct, frozen=True, kw_only=True):
    """What a workstation says: items seen or not, the use of each section, and what could not be taken as it stands."""

    answers: dict[str, bool]
    use: dict[str, Use]
    answered: tuple[str, ...]
    unclear: tuple[str, ...]


def rosa_of(given: Workstation) -> Rosa | None:
    """The workstation by ROSA, or None when nobody looked at it. Source: SONNE2012"""
    read = read_workstation(given)
    if not read.answered and not read.unclear:
        return None
    parts = scores(read.answers, read.use)
    final = parts[-1]
    return Rosa(
        low=final.low,
        high=final.high,
        act=_act(final),
        parts=parts,
        found=_found(read),
        answered=read.answered,
        open=_open(read),
        unclear=read.unclear,
        status=status(),
    )


def read_workstation(given: Workstation) -> Read:
    """Reads the checklist and the four plain questions; where they disagree the posture of that part stays open."""
    told = dict(sorted((given.rosa or {}).items()))
    answers = {item: value for item, value in told.items() if item in items() and isinstance(value, bool)}
    amounts = [item for item, value in told.items() if _is_amount(item, value)]
    unclear = [say("rosa", "wrong_kind", item=item) for item in told if item not in answers and item not in amounts]
    answered = [*answers, *amounts]
    open_parts: set[str] = set()
    for question, implied in _implied(given).items():
        answered.append(question)
        for item, value in implied.items():
            if answers.setdefault(item, value) != value:
                open_parts.add(items()[item].part)
                unclear.append(say("rosa", "disagree", item=_words(item), question=say("rosa_question", question)))
    if given.breaks_every_30_min is not None:
        answered.append("breaks_every_30_min")
    answers = {one: value for one, value in answers.items() if not _posture_of(one, open_parts)}
    unclear += _both(answers)
    return Read(
        answers=answers, use=_use(told, given.breaks_every_30_min), answered=tuple(sorted(answered)),
        unclear=tuple(unclear),
    )  # fmt: skip


def _posture_of(item: str, parts: set[str]) -> bool:
    return items()[item].part in parts and items()[item].kind != "added"


def _implied(given: Workstation) -> dict[str, dict[str, bool]]:
    """What the plain questions say of items of the checklist."""
    found: dict[str, dict[str, bool]] = {}
    for question, (not_seen, (item, seen)) in PLAIN.items():
        answer = getattr(given, question)
        if answer is not None:
            found[question] = dict.fromkeys(not_seen, False) if answer else {item: seen}
    return found


def _both(answers: Mapping[str, bool]) -> list[str]:
    """Parts that were called good and bad at once; the band then holds both."""
    seen: dict[str, set[str]] = {}
    for item, value in answers.items():
        if value and items()[item].kind != "added":
            seen.setdefault(items()[item].part, set()).add(items()[item].kind)
    return [say("rosa", "both", part=say("rosa_part", part)) for part in sorted(seen) if len(seen[part]) > 1]


def _is_amount(item: str, value: object) -> bool:
    """True for hours of 0 to 24 and minutes of 0 to a day, given as a number."""
    row = rows("rosa_items").get(item)
    if row is None or isinstance(value, bool) or not isinstance(value, int | float):
        return False
    most = {"hours": 24.0, "minutes": NO_LIMIT}.get(row.cells["kind"])
    return most is not None and isfinite(value) and 0 <= value <= most


def _use(told: Mapping[str, object], breaks: bool | None) -> dict[str, Use]:
    """How long each section is used; a break every 30 minutes ends every use, a missing one is known of the chair."""
    found, half_an_hour = {}, number("rosa_numbers", "minutes_little")
    for section in SECTIONS:
        use = Use()
        if breaks is True:
            use = replace(use, minutes=(0.0, half_an_hour))
        elif breaks is False and section == "chair":
            use = replace(use, minutes=(half_an_hour, NO_LIMIT))
        for kind, ending in (("hours", "hours_a_day"), ("minutes", "minutes_at_a_time")):
            item = f"{WITH_DURATION[section]}_{ending}"
            value = told.get(item)
            if _is_amount(item, value):
                use = replace(use, **{kind: (float(str(value)), float(str(value)))})
        found[section] = use
    return found


def _open(read: Read) -> tuple[str, ...]:
    """Items of the checklist that nobody answered, in its order."""
    return tuple(name for name in rows("rosa_items") if name not in read.answers and name not in read.answered)


def _found(read: Read) -> tuple[RosaFinding, ...]:
    """Everything seen that costs points, first what alone would lower the result most."""
    found = []
    for item in sorted(_costly(read.answers)):
        fixed = {**read.answers, item: items()[item].kind == "good"}
        final = scores(fixed, read.use)[-1]
        found.append(
            RosaFinding(
                item=item,
                part=items()[item].part,
                points=_cost(item),
                low_if_fixed=final.low,
                high_if_fixed=final.high,
                say=say("rosa_fix", item),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.low_if_fixed + one.high_if_fixed, -one.points, one.item)))


def _costly(answers: Mapping[str, bool]) -> set[str]:
    """Bad things seen, and good postures denied where nobody said which bad one it was."""
    seen = {name for name, value in answers.items() if value and items()[name].kind != "good"}
    named = {items()[name].part for name in seen if items()[name].kind == "worse"}
    denied = {name for name, value in answers.items() if not value and items()[name].kind == "good"}
    return seen | {name for name in denied if items()[name].part not in named}


def _cost(item: str) -> int:
    """Points an item costs; a good posture that was denied costs at least those of the mildest worse one."""
    if items()[item].kind != "good":
        return items()[item].points
    return min(one.points for one in items().values() if one.part == items()[item].part and one.kind == "worse")


def _act(final: RosaScore) -> bool | None:
    """Whether the action level is reached: not known while the band straddles it."""
    level = number("rosa_numbers", "action_level")
    if final.low >= level:
        return True
    return False if final.high < level else None


def _words(item: str) -> str:
    return rows("rosa_items")[item].cells["words"]


def status() -> Status:
    """How sure the checklist is, as its least sure row."""
    return weakest({row.status for table in TABLES for row in rows(table).values()})


__all__ = ["Read", "read_workstation", "rosa_of", "status"]
