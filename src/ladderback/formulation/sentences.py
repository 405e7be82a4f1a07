"""Fills the sentence of a fact with the person's own numbers, and names the facts it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from ladderback.assessment.numbers import show, words
from ladderback.assessment.values import Finding
from ladderback.evidence.book import book
from ladderback.evidence.contributors import Atom, atoms
from ladderback.formulation.classify import directions
from ladderback.formulation.facts import (
    WORKSTATION,
    Person,
    answer_of,
    looked_at,
    on_side,
    read_atom,
    sided_word,
)
from ladderback.intake.values import Injury
from ladderback.terms.sides import Side
from ladderback.terms.status import show_status


def tell(person: Person, fact: str, say: str, side: Side | None) -> str:
    """The sentence of a fact that was read as yes; the first part of the fact that knows a word fills it."""
    slots: dict[str, str] = {"side": side or words("formulation", "part")["both_sides"]}
    for atom in atoms(fact):
        for key, value in _slots(person, atom, side).items():
            slots.setdefault(key, value)
    text = say.format_map(_Blank(slots))
    return text[:1].upper() + text[1:]


class _Blank(dict[str, str]):
    """A word nobody filled is left out."""

    def __missing__(self, key: str) -> str:
        return ""


def fact_ids(person: Person, fact: str, side: Side | None) -> Iterator[str]:
    """The facts behind a sentence: "test:hip_ir:right", "movement:put_on_socks", "answer:sitting_hours"."""
    for atom in atoms(fact):
        if atom.kind in ("off", "typical", "strong", "unknown"):
            yield from _test_ids(person, atom, side)
        elif atom.kind in ("worse", "better", "same"):
            yield from (f"movement:{move}" for move in _told(person, atom, side))
        elif atom.kind == "injury":
            yield from (f"injury:{one.site}:{one.side or 'unknown'}" for one in _injuries(person, atom, side))
        elif atom.kind in ("missing", "unlooked", "satisfied"):
            yield "answer:workstation"
        elif atom.kind == "hours":
            yield f"answer:{'couch_hours' if atom.subjects[0] == 'couch' else 'sitting_hours'}"
        elif atom.kind in ("answer", "tried", "belief", "goal", "recorded", "pattern", "onset", "work", "site"):
            known = [one for one in atom.subjects if _holds(person, atom, one, side)]
            yield from (f"{atom.kind}:{one}" for one in known or atom.subjects[:1])
        else:
            yield f"repeated:{atom.subjects[0]}"


def _holds(person: Person, atom: Atom, subject: str, side: Side | None) -> bool:
    one = Atom(kind=atom.kind, subjects=(subject,), op=atom.op, value=atom.value)
    return read_atom(person, one, side).answer is True


def _test_ids(person: Person, atom: Atom, side: Side | None) -> Iterator[str]:
    for test in atom.subjects:
        for one in on_side(person, test, side):
            if atom.kind != "off" or one.verdict in ("borderline", "finding"):
                yield f"test:{test}" + (f":{one.side}" if one.side else "")


def _slots(person: Person, atom: Atom, side: Side | None) -> dict[str, str]:
    if atom.kind in ("off", "typical", "strong"):
        return _test_slots(person, atom, side)
    if atom.kind in ("worse", "better", "same"):
        return _movement_slots(_told(person, atom, side))
    if atom.kind in ("answer", "hours"):
        return _answer_slots(person, atom)
    if atom.kind == "injury":
        return _injury_slots(_injuries(person, atom, side))
    if atom.kind == "missing":
        known = looked_at(person)
        return {"value": str(known.count(False)), "of": str(len(WORKSTATION))}
    if atom.kind == "pattern":
        return {"movements": ", ".join(pattern_movements(person, atom.subjects[0]))}
    if atom.kind == "tried":
        return _tried_slots(person, atom)
    return {}


# --- tests -------------------------------------------------------------------------------------------------------


def _test_slots(person: Person, atom: Atom, side: Side | None) -> dict[str, str]:
    found = [
        one
        for test in atom.subjects
        for one in on_side(person, test, side)
        if one.verdict is not None and (atom.kind != "off" or one.verdict != "typical")
    ]
    if not found:
        return {}
    first = min(found, key=_worst_first)
    return {"value": measured(first.value, first.unit), "usual": usual(person, first)}


def _worst_first(one: Finding) -> tuple[int, float, str, str]:
    """The worst of several values is the one that is told."""
    number = 0.0 if isinstance(one.value, str) else float(one.value)
    better = book().clinical_tests[one.test].better
    rank = ("finding", "borderline", "typical").index(one.verdict or "typical")
    return rank, -number if better == "lower" else number, one.side or "", one.position


def measured(value: float | str, unit: str) -> str:
    """A value with its unit in plain words."""
    if isinstance(value, str):
        return value
    return f"{show(float(value))} {words('formulation', 'unit').get(unit, unit)}"


def usual(person: Person, finding: Finding) -> str:
    """What the value is set against: the usual value, the line, or the other side; with its status unless verified."""
    say, norm = words("formulation", "usual"), finding.norm
    status = show_status(norm.status) if norm else ""
    lower = book().clinical_tests[finding.test].better == "lower"
    if norm and norm.mean is not None:
        return say["mean"].format(mean=show(norm.mean)) + status
    line = None if norm is None else norm.cutoff if lower or norm.low is None else norm.low
    if line is not None:
        return say["most" if lower else "least"].format(line=show(line)) + status
    other = [one.value for one in person.findings.get(finding.test, ()) if one.side not in (None, finding.side)]
    numbers = [float(value) for value in other if not isinstance(value, str)]
    return say["other"].format(other=show(numbers[0])) if numbers else say["none"]


# --- what was told -----------------------------------------------------------------------------------------------


def _told(person: Person, atom: Atom, side: Side | None) -> list[str]:
    moves = [move for subject in atom.subjects for move in sided_word(subject, side)]
    return [move for move in moves if person.record.movements.get(move) == atom.kind]


def _movement_slots(moves: list[str]) -> dict[str, str]:
    if not moves:
        return {}
    name = words("formulation", "movement")[moves[0]]
    return {"movement": name[:1].upper() + name[1:], "movement_low": name}


def pattern_movements(person: Person, direction: str) -> list[str]:
    """The movements of a direction that bring the pain on, in plain words."""
    names = words("formulation", "movement")
    worse = [move for move, reaction in person.record.movements.items() if reaction == "worse"]
    return [names[move] for move in sorted(worse) if directions()[move][0] == direction]


def _answer_slots(person: Person, atom: Atom) -> dict[str, str]:
    couch = atom.kind == "hours" and atom.subjects[0] == "couch"
    name = atom.subjects[0] if atom.kind == "answer" else "couch_hours" if couch else "sitting_hours"
    value = answer_of(person.record, name)
    if value is None or (atom.kind == "answer" and atom.op == "="):
        return {}
    if atom.kind == "hours":
        return {"hours": show(value)} | ({} if couch else {"training_share": _training(person)})
    return {"value": show(value), "answer": show(value)}


def _training(person: Person) -> str:
    minutes = answer_of(person.record, "activity_minutes")
    say = words("formulation", "part")["training"]
    return "" if minutes is None else say.format(minutes=f"{minutes / 7:.0f}")


def _injuries(person: Person, atom: Atom, side: Side | None) -> list[Injury]:
    own = [one for one in person.record.injuries if one.site in atom.subjects]
    return [one for one in own if side is None or one.side == side]


def _injury_slots(own: list[Injury]) -> dict[str, str]:
    if not own:
        return {}
    say, first = words("formulation", "part"), own[0]
    years = first.years_ago
    ago = say["some_years"] if years is None else say["year"] if years == 1 else say["years"].format(years=show(years))
    name = say["injury" if first.kind else "old_injury"].format(site=first.site, kind=first.kind or "")
    return {"injury": name, "years": ago}


def _tried_slots(person: Person, atom: Atom) -> dict[str, str]:
    weeks = [one.weeks for one in person.record.tried if one.what in atom.subjects and one.weeks]
    return {"for_weeks": words("formulation", "part")["for_weeks"].format(weeks=show(max(weeks))) if weeks else ""}
