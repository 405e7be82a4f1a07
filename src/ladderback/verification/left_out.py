"""What is left out of a week: by rows in force, by the care team, by a clearance with limits, by the gate of triage."""

from __future__ import annotations

from datetime import timedelta

from ladderback.evidence.limits import Limit
from ladderback.intake.values import Clearance, IntakeRecord, Restriction
from ladderback.scope import may_clear
from ladderback.verification.person import Person, touches
from ladderback.verification.shelf import Ids, Shelf

NOTHING: Ids = frozenset()
CLOSES_ALL = ("all_exercise", "trainer_programme")


def in_force(row: Limit, person: Person, week: int, stage: int | None) -> bool:
    """Whether a row that may be meant for this person stands in a week of the programme."""
    fits = row.stage_max is None or stage is None or stage <= row.stage_max
    return fits and touches(row, person, week) and not _lifted(row, person.record, week)


def left_out(person: Person, rows: tuple[Limit, ...], shelf: Shelf, week: int, stage: int | None) -> dict[str, Ids]:
    """The exercises that something keeps out of a week, by the rule that does."""
    out = {row.rule_id: shelf.touched[row.rule_id] for row in rows if row.effect == "forbid"}
    record, least = person.record, shelf.numbers["restriction_stage_least"]
    for one in record.restrictions:
        if still_restricted(one, record, week, stage, least):
            out[f"restriction:{one.avoid}"] = shelf.named(one.avoid)
    for clearance in record.clearances:
        if clearance.limits and holds_all_week(clearance, record, week):
            out["clearance"] = out.get("clearance", NOTHING).union(*map(shelf.named, clearance.limits))
    return out | _by_gate(person, shelf)


Words = frozenset[str]


def words_out(
    person: Person, rows: tuple[Limit, ...], shelf: Shelf, week: int, stage: int | None
) -> list[tuple[str, Words, Words]]:
    """The words that something keeps out of a week: the rule that does, what it forbids, what it exempts."""
    out = [(row.rule_id, frozenset(row.effect_tags), frozenset(row.exempt)) for row in rows if row.effect == "forbid"]
    record, least = person.record, shelf.numbers["restriction_stage_least"]
    for one in record.restrictions:
        if still_restricted(one, record, week, stage, least):
            out.append((f"restriction:{one.avoid}", frozenset((one.avoid,)), frozenset()))
    for clearance in record.clearances:
        if clearance.limits and holds_all_week(clearance, record, week):
            out.append(("clearance", frozenset(clearance.limits), frozenset()))
    gate = person.decision.gate
    if tags := shelf.words.get(f"forbidden_{gate}"):
        out.append((f"gate:{gate}", frozenset(tags), frozenset()))
    return out


def closed_by_people(person: Person, shelf: Shelf, week: int, stage: int | None) -> bool:
    """Whether the care team wants no exercise at all in a week."""
    record, least = person.record, shelf.numbers["restriction_stage_least"]
    closing = [one for one in record.restrictions if one.avoid in CLOSES_ALL]
    return any(still_restricted(one, record, week, stage, least) for one in closing)


def still_restricted(one: Restriction, record: IntakeRecord, week: int, stage: int | None, least: float) -> bool:
    """Whether a restriction of the care team keeps a movement out of a week.

    To its date always; after it until somebody entitled has confirmed it or the stage allows it. Without a date only
    somebody entitled ends it.
    """
    first_day = record.on + timedelta(days=7 * (week - 1))
    if one.until is not None and first_day <= one.until:
        return True
    if one.until is not None and stage is not None and stage >= least:
        return False
    named = f"restriction:{one.avoid}"
    return not any(
        named in clearance.clears
        and holds_all_week(clearance, record, week)
        and may_clear(clearance.by, named, given_by=one.given_by)
        for clearance in record.clearances
    )


def holds_all_week(clearance: Clearance, record: IntakeRecord, week: int) -> bool:
    """Whether a clearance is in force to the last day of a week."""
    return clearance.until is None or clearance.until >= record.on + timedelta(days=7 * week - 1)


def _lifted(row: Limit, record: IntakeRecord, week: int) -> bool:
    if not record.clearances or not row.lifted_by:
        return False
    names = {row.rule_id, row.rule_id[:4]}
    return any(
        one.by in row.lifted_by and names & set(one.clears) and holds_all_week(one, record, week)
        for one in record.clearances
    )


def _by_gate(person: Person, shelf: Shelf) -> dict[str, Ids]:
    gate, out = person.decision.gate, {}
    if tags := shelf.words.get(f"forbidden_{gate}"):
        out[f"gate:{gate}"] = NOTHING.union(*map(shelf.named, tags))
    if gate != "proceed" or person.decision.clearance_before_vigorous:
        hard = shelf.words["forbidden_before_clearance"]
        out["forbidden_before_clearance"] = NOTHING.union(*map(shelf.named, hard))
    return out
