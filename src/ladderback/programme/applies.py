"""Does a word of a limit hold for this person: yes, no or not known. The grammar stands in `evidence.limits`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct

from ladderback.evidence.limits import Limit
from ladderback.formulation.values import Formulation
from ladderback.intake.values import IntakeRecord
from ladderback.terms.kleene import Answer, all_of, any_of, negated
from ladderback.triage.values import TriageDecision


class Person(Struct, frozen=True, kw_only=True):
    """What the limits look at: the record, the decision of triage and the formulation."""

    record: IntakeRecord
    decision: TriageDecision
    formulation: Formulation


def row_applies(limit: Limit, person: Person) -> Answer:
    """Says whether a row speaks about this person at all, before weeks and stages are looked at."""
    one = any_of(word_holds(word, person) for word in limit.applies_to)
    return one if one is False else all_of((one, *(word_holds(word, person) for word in limit.needs)))


def word_holds(word: str, person: Person) -> Answer:
    """Answers one word, as `feature:fever`, `not:irritability:low` or the name of a recorded condition."""
    if word.startswith("not:"):
        return negated(word_holds(word[4:], person))
    kind, _, rest = word.partition(":")
    if not rest:
        return _plain(kind, person)
    return _WORDS[kind](rest, person)


def time_passed(limit: Limit, record: IntakeRecord) -> float | None:
    """Time since the clock of a row began [weeks], on the day of the programme; None when it is not known.

    The record's own times are those of that day: intake lets them age.
    """
    if limit.clock == "programme":
        return 0.0
    if limit.clock == "onset":
        return None if record.episode.duration_days is None else record.episode.duration_days / 7
    if limit.clock == "pregnancy":
        return record.client.pregnancy_week
    if limit.clock == "surgery":
        return _since_surgery(limit, record)
    return _since_record(limit, record)


def _since_surgery(limit: Limit, record: IntakeRecord) -> float | None:
    kinds = {word.partition(":")[2] for word in limit.applies_to if word.startswith("surgery:")}
    known = [one.weeks_ago for one in record.surgeries if one.kind in kinds and one.weeks_ago is not None]
    return min(known) if known else _since_record(limit, record)


def _since_record(limit: Limit, record: IntakeRecord) -> float | None:
    dated: list[date] = [one.on for one in record.diagnoses if one.condition in limit.applies_to and one.on is not None]
    return (record.on - min(dated)).days / 7 if dated else None


def _plain(word: str, person: Person) -> Answer:
    if word == "any":
        return True
    recorded = any(one.condition == word for one in person.record.diagnoses)
    if word == "pregnant":
        expecting = any(one.condition == "pregnancy" for one in person.record.diagnoses)
        client = person.record.client.pregnant is True or person.record.features.get("pregnant") is True
        return client or expecting
    return recorded


def _healed(condition: str, person: Person) -> Answer:
    states = [one.state for one in person.record.diagnoses if one.condition == condition]
    return bool(states) and all(state == "healed" for state in states)


def _approach(word: str, person: Person) -> Answer:
    known = [one.approach for one in person.record.surgeries if one.kind == "hip_replacement" and one.approach]
    return any(word in approach for approach in known) if known else None


def _pressure(limits: str, person: Person) -> Answer:
    upper, lower = (float(part) for part in limits.split("/"))
    vitals = person.record.vitals
    return (vitals.systolic_mmhg or 0) >= upper or (vitals.diastolic_mmhg or 0) >= lower


def _site(_: str, person: Person) -> Answer:
    if person.record.features.get("radicular_pain_below_knee") is True:
        return True
    sites = person.record.episode.sites
    return None if sites is None else any(site.startswith(("calf", "foot")) for site in sites)


def _irritability(word: str, person: Person) -> Answer:
    found = person.formulation.irritability
    return None if found == "unknown" else found == word


_WORDS: dict[str, Callable[[str, Person], Answer]] = {
    "healed": _healed,
    "approach": _approach,
    "bp": _pressure,
    "site": _site,
    "irritability": _irritability,
    "surgery": lambda kind, person: any(one.kind == kind for one in person.record.surgeries),
    "feature": lambda name, person: person.record.features.get(name) is True,
    "medicine": lambda name, person: getattr(person.record.medicine, name) is True,
    "pattern": lambda name, person: person.formulation.pattern == name,
    "preference": lambda name, person: person.formulation.directional_preference == name,
    "phase": lambda name, person: person.formulation.phase == name,
    "gate": lambda name, person: person.decision.gate == name,
    "triage": lambda name, person: any(reason.rule == name for reason in person.decision.reasons),
}
