"""What is so for this person: does a word of a limit hold, yes, no or not known; how many weeks have passed since.

The grammar is that of `ladderback.evidence.limits`; this is verification's own reading of it.
"""

from __future__ import annotations

import math
from datetime import date

from msgspec import Struct

from ladderback.evidence.limits import Limit
from ladderback.formulation.values import Formulation
from ladderback.intake.values import IntakeRecord
from ladderback.terms.kleene import Answer, negated
from ladderback.triage.values import TriageDecision

BELOW_KNEE = ("calf", "foot")


class Person(Struct, frozen=True, kw_only=True):
    """What the limits look at, with the answers to their words already found."""

    record: IntakeRecord
    decision: TriageDecision
    formulation: Formulation
    yes: frozenset[str]
    not_known: frozenset[str]

    def answer(self, word: str) -> Answer:
        """Answers one word of a limit."""
        if word.startswith("not:"):
            return negated(self.answer(word[4:]))
        if word.startswith("bp:"):
            return self._pressure(word)
        if word.startswith("approach:"):
            return self._approach(word.partition(":")[2])
        return True if word in self.yes else None if word.partition(":")[0] in self.not_known else False

    def may_be_meant(self, limit: Limit) -> bool:
        """Whether a row may speak of this person, weeks and stage aside: everything but a known no."""
        meant = any(self.answer(word) is not False for word in limit.applies_to)
        return meant and all(self.answer(word) is not False for word in limit.needs)

    def _pressure(self, word: str) -> bool:
        upper, lower = word[3:].split("/")
        vitals = self.record.vitals
        high = vitals.systolic_mmhg is not None and vitals.systolic_mmhg >= float(upper)
        return high or (vitals.diastolic_mmhg is not None and vitals.diastolic_mmhg >= float(lower))

    def _approach(self, word: str) -> Answer:
        told = [one.approach for one in self.record.surgeries if one.kind == "hip_replacement" and one.approach]
        return any(word in one for one in told) if told else None


def know(record: IntakeRecord, decision: TriageDecision, formulation: Formulation) -> Person:
    """Finds every word that is yes for this person, and the kinds of word that are not known."""
    yes = {"any", *_history(record), *_told(record)}
    yes |= {f"gate:{decision.gate}", f"phase:{formulation.phase}", f"pattern:{formulation.pattern}"}
    yes |= {f"preference:{formulation.directional_preference}", f"irritability:{formulation.irritability}"}
    yes |= {f"triage:{reason.rule}" for reason in decision.reasons}
    not_known = set()
    if formulation.irritability == "unknown":
        not_known.add("irritability")
    if record.episode.sites is None and "site:below_knee" not in yes:
        not_known.add("site")
    return Person(
        record=record, decision=decision, formulation=formulation, yes=frozenset(yes), not_known=frozenset(not_known)
    )


def _history(record: IntakeRecord) -> set[str]:
    conditions = {one.condition for one in record.diagnoses}
    open_ones = {one.condition for one in record.diagnoses if one.state != "healed"}
    found = conditions | {f"healed:{one}" for one in conditions - open_ones}
    found |= {f"surgery:{one.kind}" for one in record.surgeries}
    return found | ({"pregnant"} if "pregnancy" in conditions else set())


def _told(record: IntakeRecord) -> set[str]:
    found = {f"feature:{name}" for name, present in record.features.items() if present}
    for name in record.medicine.__struct_fields__:
        if getattr(record.medicine, name):
            found.add(f"medicine:{name}")
    if record.client.pregnant or "feature:pregnant" in found:
        found.add("pregnant")
    if "feature:radicular_pain_below_knee" in found or any(
        site.startswith(BELOW_KNEE) for site in record.episode.sites or ()
    ):
        found.add("site:below_knee")
    return found


def touches(limit: Limit, person: Person, week: int) -> bool:
    """Whether programme week `week` touches the window of a row; an unknown beginning may have been today."""
    if limit.weeks_from is None and limit.weeks_to is None:
        return True
    begun = weeks_since(limit, person.record)
    start = (begun or 0.0) + week - 1
    end = math.inf if begun is None else start + 1
    before_end = limit.weeks_to is None or start < limit.weeks_to
    return before_end and (limit.weeks_from is None or end > limit.weeks_from)


def weeks_since(limit: Limit, record: IntakeRecord) -> float | None:
    """Weeks that have passed on the day of the programme since the clock of a row began; None when not known.

    The record's own times are those of that day: intake lets them age.
    """
    match limit.clock:
        case "onset":
            days = record.episode.duration_days
            return None if days is None else days / 7
        case "pregnancy":
            return record.client.pregnancy_week
        case "surgery":
            kinds = {word[8:] for word in limit.applies_to if word.startswith("surgery:")}
            told = [one.weeks_ago for one in record.surgeries if one.kind in kinds and one.weeks_ago is not None]
            return min(told) if told else _since_recorded(limit, record)
        case "diagnosis":
            return _since_recorded(limit, record)
        case _:
            return 0.0


def _since_recorded(limit: Limit, record: IntakeRecord) -> float | None:
    days: list[date] = [one.on for one in record.diagnoses if one.on is not None and one.condition in limit.applies_to]
    return (record.on - min(days)).days / 7 if days else None
