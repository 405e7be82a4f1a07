"""Tries out one possible answer and says what it would move in the weights, the limits and the stage."""

from __future__ import annotations

from functools import cache

from msgspec import Struct
from msgspec.structs import replace

from ladderback.assessment.numbers import number
from ladderback.assessment.values import Finding
from ladderback.evidence.book import book
from ladderback.evidence.contributors import Atom, atoms
from ladderback.formulation.classify import Classes, classify
from ladderback.formulation.facts import Person, answer_paths, degree_of, sided_word
from ladderback.formulation.weighing import Degrees, is_strong, speaks_for
from ladderback.formulation.what_if import Question
from ladderback.intake.values import IntakeRecord
from ladderback.terms.sides import Side


class Tried(Struct, frozen=True, kw_only=True):
    """What one possible answer moves: in all [points], by contributor, and whether limits appear or vanish."""

    change: float
    moved: dict[str, float]
    limits: bool = False


class Base(Struct, frozen=True, kw_only=True):
    """One person as known now: how much each contributor counts, and every fact read once."""

    person: Person
    counts: dict[str, float]
    total: float
    degrees: Degrees


def base_of(person: Person, degrees: Degrees) -> Base:
    """What counts now, so that trying out an answer reads only what it could change."""
    counts = {
        name: _counted(speaks_for(record, lambda fact, side: degrees[(fact, side)]))
        for name, record in sorted(book().contributors.items())
    }
    return Base(person=person, counts=counts, total=sum(counts.values()), degrees=degrees)


class Readers(Struct, frozen=True):
    """Who reads a word: contributors by name, and the facts."""

    contributors: tuple[str, ...]
    facts: frozenset[str]


@cache
def readers(kind: str) -> dict[str, Readers]:
    """Who reads each test, path of the record, or class; by its word."""
    found: dict[str, list[tuple[str, str]]] = {}
    for name, record in sorted(book().contributors.items()):
        for evidence in record.for_ + record.against:
            for atom in atoms(evidence.fact):
                for word in _words_of(atom, kind):
                    found.setdefault(word, []).append((name, evidence.fact))
    return {
        word: Readers(tuple(dict.fromkeys(name for name, _ in both)), frozenset(fact for _, fact in both))
        for word, both in sorted(found.items())
    }


def _words_of(atom: Atom, kind: str) -> tuple[str, ...]:
    if kind == "test" and atom.kind in ("off", "typical", "strong", "unknown"):
        return atom.subjects
    if kind == "path":
        return _paths_of(atom)
    return (atom.kind,) if kind == "class" and atom.kind in ("pattern", "irritability", "phase") else ()


def _paths_of(atom: Atom) -> tuple[str, ...]:
    """The places in the record that a part of a fact reads."""
    if atom.kind in ("worse", "better", "same"):
        return tuple(f"movements.{move}" for word in atom.subjects for move in sided_word(word, None))
    if atom.kind == "answer":
        return (".".join(answer_paths()[atom.subjects[0]]),)
    if atom.kind == "hours":
        return ("daily_life.couch.hours",) if "couch" in atom.subjects else ("daily_life.sitting_hours",)
    if atom.kind in ("missing", "unlooked", "satisfied"):
        return ("daily_life.workstation.lumbar_support",)
    return {"belief": ("mind.beliefs",), "onset": ("episode.onset",), "work": ("daily_life.work",)}.get(atom.kind, ())


def try_findings(base: Base, test: str, findings: tuple[Finding, ...]) -> Tried:
    """What the weights would be if a test came out like this."""
    imagined = replace(base.person, findings={**base.person.findings, test: findings})
    touched = readers("test")[test]
    tried = _weights_moved(base, imagined, [touched])
    decides = [name for name in touched.contributors if test in book().contributors[name].measured_by[:1]]
    newly = sum(is_strong(imagined, book().contributors[name]) for name in decides)
    return replace(tried, change=tried.change + newly * number("strong_value"))


def try_record(base: Base, question: Question, record: IntakeRecord) -> Tried:
    """What weights, limits and stage would be if a question was answered like this."""
    before = base.person.classes
    classes = classify(record, base.person.control)
    imagined = replace(base.person, record=record, classes=classes)
    touched = [readers("path")[path] for path in question.sets if path in readers("path")]
    for kind in ("pattern", "irritability", "phase"):
        if getattr(classes, kind) != getattr(before, kind) and kind in readers("class"):
            touched.append(readers("class")[kind])
    tried = _weights_moved(base, imagined, touched)
    limits = limits_between(before, classes)
    texts = len(record.mind.beliefs or ()) - len(base.person.record.mind.beliefs or ())
    course = _course(before, classes) + texts * number("education_value")
    return replace(tried, change=tried.change + limits + course, limits=limits > 0)


def _weights_moved(base: Base, imagined: Person, touched: list[Readers]) -> Tried:
    """How far the shares of the listed contributors move when the touched facts are read anew."""
    anew: frozenset[str] = frozenset().union(*(one.facts for one in touched))

    def degree(fact: str, side: Side | None) -> float:
        return degree_of(imagined, fact, side) if fact in anew else base.degrees[(fact, side)]

    names = sorted({name for one in touched for name in one.contributors})
    after = {name: _counted(speaks_for(book().contributors[name], degree)) for name in names}
    old, new = base.total, base.total + sum(after[name] - base.counts[name] for name in names)
    shares = {name: abs(after[name] / (new or 1.0) - base.counts[name] / (old or 1.0)) for name in names}
    moved = {name: size for name, size in shares.items() if size > 1e-9}
    return Tried(change=sum(moved.values()), moved=moved)


def _counted(speaks: float) -> float:
    """The weight before sharing; nothing below the threshold counts."""
    return float(speaks ** number("weight_power")) if speaks >= number("threshold_listed") else 0.0


# --- limits and course -------------------------------------------------------------------------------------------


@cache
def _limits_by_word() -> dict[str, int]:
    """How many limits name a class, as `pattern:flexion` or `irritability:high`."""
    counted: dict[str, int] = {}
    for limit in book().limits.values():
        for word in {one.removeprefix("not:") for one in (*limit.applies_to, *limit.needs)}:
            counted[word] = counted.get(word, 0) + 1
    return counted


def limits_between(before: Classes, after: Classes) -> float:
    """The value of the limits that appear or vanish between two views of one person [points]."""
    changed = before.words ^ after.words
    return sum(_limits_by_word().get(word, 0) for word in changed) * number("limit_value")


def _course(before: Classes, after: Classes) -> float:
    stage = number("stage_value") if before.stage_number != after.stage_number else 0.0
    mind = (before.psychosocial_risk, before.time_contingent) != (after.psychosocial_risk, after.time_contingent)
    return stage + (number("risk_value") if mind else 0.0)
