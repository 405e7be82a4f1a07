"""Reads one fact of a contributor record in one person: yes, no or not known, and how strongly."""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import cache

from msgspec import Struct

from ladderback.assessment.numbers import number
from ladderback.assessment.values import Finding, Findings
from ladderback.evidence.book import book
from ladderback.evidence.contributors import Atom, atoms
from ladderback.formulation.classify import REPEATED, Classes, classify, control_known
from ladderback.intake.values import IntakeRecord
from ladderback.terms.kleene import Answer, any_of
from ladderback.terms.sides import Side, other

COMPARE: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
}
WORKSTATION = ("lumbar_support", "screen_at_eye_level", "feet_supported", "breaks_every_30_min")


class Read(Struct, frozen=True):
    """Yes, no or not known; `degree` 0-1 says how strongly when yes."""

    answer: Answer
    degree: float = 1.0


class Person(Struct, frozen=True, kw_only=True):
    """One person as the contributors see them: the record, the newest findings by test, and the classes."""

    record: IntakeRecord
    findings: dict[str, tuple[Finding, ...]]
    classes: Classes
    control: bool | None


def see(findings: Findings, record: IntakeRecord) -> Person:
    """Puts findings and record together; of several values of one test and side the newest count."""
    newest: dict[str, tuple[Finding, ...]] = {}
    for one in findings.findings:
        same = [known for known in newest.get(one.test, ()) if known.side == one.side]
        later = [known for known in same if known.on and one.on and known.on > one.on]
        if not later:
            kept = tuple(known for known in newest.get(one.test, ()) if known.side != one.side or known.on == one.on)
            newest[one.test] = (*kept, one)
    control = control_known(findings)
    return Person(record=record, findings=newest, classes=classify(record, control), control=control)


def read_fact(person: Person, fact: str, side: Side | None) -> Read:
    """All parts of a fact together: no when one is no, as strong as its weakest part."""
    weakest, unknown = 1.0, False
    for atom in atoms(fact):
        read = read_atom(person, atom, side)
        if read.answer is False:
            return Read(False, 0.0)
        unknown = unknown or read.answer is None
        weakest = min(weakest, read.degree)
    return Read(None, 0.0) if unknown else Read(True, weakest)


def degree_of(person: Person, fact: str, side: Side | None) -> float:
    """How strongly a fact holds: 0 when it does not, or is not known; stops at the first part that does not hold."""
    weakest = 1.0
    for atom in atoms(fact):
        read = _READERS[atom.kind](person, atom, side)
        if read.answer is not True:
            return 0.0
        weakest = min(weakest, read.degree)
    return weakest


def read_atom(person: Person, atom: Atom, side: Side | None) -> Read:
    """One part of a fact."""
    return _READERS[atom.kind](person, atom, side)


# --- clinical tests ----------------------------------------------------------------------------------------------


def on_side(person: Person, test: str, side: Side | None) -> tuple[Finding, ...]:
    """The findings of one test that speak for a side: its own and those without a side; all, where none is asked."""
    found = person.findings.get(test)
    if not found:
        return ()
    return found if side is None else tuple(one for one in found if one.side in (side, None))


def _off(person: Person, atom: Atom, side: Side | None) -> Read:
    verdicts = {one.verdict for test in atom.subjects for one in on_side(person, test, side)}
    if "finding" in verdicts:
        return Read(True)
    if "borderline" in verdicts:
        return Read(True, number("borderline_degree"))
    return Read(False if "typical" in verdicts else None, 0.0)


def _usual(good: Callable[[Finding], bool]) -> Callable[[Person, Atom, Side | None], Read]:
    def read(person: Person, atom: Atom, side: Side | None) -> Read:
        found = [one for test in atom.subjects for one in on_side(person, test, side) if one.verdict is not None]
        if not found:
            return Read(None)
        known = side is not None or _both_sides(found)
        return Read(False if not all(good(one) for one in found) else True if known else None)

    return read


def _both_sides(found: list[Finding]) -> bool:
    sides = {one.side for one in found}
    return None in sides or {"left", "right"} <= sides


def _unknown(person: Person, atom: Atom, side: Side | None) -> Read:
    found = [one for test in atom.subjects for one in on_side(person, test, side) if one.verdict is not None]
    return Read(not found)


# --- what was told -----------------------------------------------------------------------------------------------


def sided_word(word: str, side: Side | None) -> tuple[str, ...]:
    """Fills `{side}` and `{other}`; without a side both stand."""
    if "{" not in word:
        return (word,)
    if side is None:
        return tuple(word.replace("{side}", one).replace("{other}", other(one)) for one in ("left", "right"))
    return (word.replace("{side}", side).replace("{other}", other(side)),)


def _movement(wanted: str) -> Callable[[Person, Atom, Side | None], Read]:
    def read(person: Person, atom: Atom, side: Side | None) -> Read:
        moves = [move for subject in atom.subjects for move in sided_word(subject, side)]
        told = [person.record.movements.get(move) for move in moves]
        return Read(any_of(None if reaction is None else reaction == wanted for reaction in told))

    return read


def _repeated(wanted: tuple[str, ...]) -> Callable[[Person, Atom, Side | None], Read]:
    def read(person: Person, atom: Atom, side: Side | None) -> Read:
        moves = [move for subject in atom.subjects for move in REPEATED.get(subject, ())]  # type: ignore[call-overload]
        told = [person.record.repeated.get(move) for move in moves]
        return Read(any_of(None if reaction is None else reaction in wanted for reaction in told))

    return read


def _onset(person: Person, atom: Atom, side: Side | None) -> Read:
    onset = person.record.episode.onset
    return Read(None if onset is None else onset in atom.subjects)


def _answer(person: Person, atom: Atom, side: Side | None) -> Read:
    value = answer_of(person.record, atom.subjects[0])
    return Read(None if value is None else COMPARE[atom.op](value, float(atom.value)))


def _hours(person: Person, atom: Atom, side: Side | None) -> Read:
    if atom.subjects[0] == "couch":
        hours, least, full = answer_of(person.record, "couch_hours"), 0.0, number("couch_hours_full")
    else:
        hours, least = answer_of(person.record, "sitting_hours"), number("hours_none")
        full = number("hours_full")
    if hours is None:
        return Read(None)
    degree = min(max((hours - least) / (full - least), 0.0), 1.0)
    return Read(degree > 0, degree)


def looked_at(person: Person) -> list[bool]:
    """What is known of the workstation: True for each thing in place, False for each that is not."""
    station = person.record.daily_life.workstation
    return [known for name in WORKSTATION if (known := getattr(station, name)) is not None]


def _missing(person: Person, atom: Atom, side: Side | None) -> Read:
    known = looked_at(person)
    lacking = known.count(False)
    if not lacking:
        return Read(False if len(known) == len(WORKSTATION) else None, 0.0)
    return Read(True, lacking / len(WORKSTATION))


def _unlooked(person: Person, atom: Atom, side: Side | None) -> Read:
    return Read(not looked_at(person))


def _satisfied(person: Person, atom: Atom, side: Side | None) -> Read:
    known = looked_at(person)
    return Read(False if False in known else True if len(known) == len(WORKSTATION) else None)


def _work(person: Person, atom: Atom, side: Side | None) -> Read:
    work = person.record.daily_life.work
    return Read(None if work is None else work in atom.subjects)


def _belief(person: Person, atom: Atom, side: Side | None) -> Read:
    beliefs = person.record.mind.beliefs
    return Read(None if beliefs is None else any(belief in beliefs for belief in atom.subjects))


def _injury(person: Person, atom: Atom, side: Side | None) -> Read:
    """An injury whose side was not told is not known to be on this side."""
    own = [one for one in person.record.injuries if one.site in atom.subjects]
    if side is None:
        return Read(bool(own) or None)
    return Read(any_of(None if one.side is None else one.side == side for one in own) if own else None)


def _site(person: Person, atom: Atom, side: Side | None) -> Read:
    sites = person.record.episode.sites
    if sites is None:
        return Read(None)
    wanted = {word for site in atom.subjects for word in ((f"{site}_{side}",) if side else ())} | set(atom.subjects)
    return Read(any(site in wanted for site in sites))


def _tried(person: Person, atom: Atom, side: Side | None) -> Read:
    helped = [one.helped for one in person.record.tried if one.what in atom.subjects and one.helped]
    if not helped:
        return Read(None)
    lasting = "lasting" in helped
    return Read(lasting if atom.value == "lasting" else not lasting)


def _goal(person: Person, atom: Atom, side: Side | None) -> Read:
    return Read(any(goal.task in atom.subjects for goal in person.record.goals) or None)


def _recorded(person: Person, atom: Atom, side: Side | None) -> Read:
    active = [one.condition for one in person.record.diagnoses if one.state != "healed"]
    return Read(any(condition in atom.subjects for condition in active) or None)


def _feature(person: Person, atom: Atom, side: Side | None) -> Read:
    return Read(any_of(person.record.features.get(feature) for feature in atom.subjects))


def _class(kind: str) -> Callable[[Person, Atom, Side | None], Read]:
    def read(person: Person, atom: Atom, side: Side | None) -> Read:
        return Read(getattr(person.classes, kind) in atom.subjects)

    return read


@cache
def answer_paths() -> dict[str, tuple[str, ...]]:
    """Where each answer word stands in the record."""
    return {name: tuple(row.cells["path"].split(".")) for name, row in book().tables["answer_words"].items()}


def answer_of(record: IntakeRecord, name: str) -> float | None:
    """A number, or 1 and 0 for yes and no; None when it was not asked."""
    if name == "goal_fear":
        return max((goal.fear for goal in record.goals if goal.fear is not None), default=None)
    if name == "bmi":
        height, mass = record.client.height_cm, record.client.mass_kg
        return mass / (height / 100) ** 2 if height and mass else None
    value: object = record
    for part in answer_paths()[name]:
        value = getattr(value, part)
    return None if value is None else float(value)  # type: ignore[arg-type]


_READERS: dict[str, Callable[[Person, Atom, Side | None], Read]] = {
    "off": _off,
    "typical": _usual(lambda one: one.verdict == "typical"),
    "strong": _usual(lambda one: one.strong),
    "unknown": _unknown,
    "worse": _movement("worse"),
    "better": _movement("better"),
    "same": _movement("same"),
    "repeated_worse": _repeated(("worse", "peripheralised")),
    "repeated_better": _repeated(("better", "centralised")),
    "pattern": _class("pattern"),
    "irritability": _class("irritability"),
    "phase": _class("phase"),
    "onset": _onset,
    "answer": _answer,
    "hours": _hours,
    "missing": _missing,
    "unlooked": _unlooked,
    "satisfied": _satisfied,
    "work": _work,
    "belief": _belief,
    "injury": _injury,
    "site": _site,
    "tried": _tried,
    "goal": _goal,
    "recorded": _recorded,
    "feature": _feature,
}
