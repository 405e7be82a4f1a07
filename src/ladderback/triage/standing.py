"""Which rules stand for this person today: those that fired, less those that somebody entitled has lifted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from typing import NamedTuple

from ladderback.evidence import book
from ladderback.evidence.red_flags import GATES, URGENCIES, Gate, RedFlagRule, Urgency
from ladderback.intake.values import Clearance, IntakeRecord
from ladderback.rules.one import Facts
from ladderback.scope import may_clear
from ladderback.triage.known import Known, screen
from ladderback.triage.values import Reason


class Outcome(NamedTuple):
    """Highest urgency and strictest gate, as places in their orders."""

    urgency: int
    gate: int

    @property
    def names(self) -> tuple[Urgency, Gate]:
        return URGENCIES[self.urgency], GATES[self.gate]

    def is_raised_by(self, other: Outcome) -> bool:
        """True when the other one would send this person sooner or hold more."""
        return other.urgency > self.urgency or other.gate > self.gate


NOTHING = Outcome(0, 0)
TOP = Outcome(len(URGENCIES) - 1, len(GATES) - 1)


class Standing(NamedTuple):
    """Reasons that stand, weightiest first; rules that were lifted; and what they come to."""

    reasons: tuple[Reason, ...]
    cleared: tuple[str, ...]

    @property
    def outcome(self) -> Outcome:
        return together(reason.rule for reason in self.reasons)


def standing(record: IntakeRecord, known: Known) -> Standing:
    """Runs all rules and takes out what was lifted."""
    fired = {name: screen().because(name, known.facts, known.numbers) for name in screen().fired(known.facts)}
    cleared = tuple(
        name
        for name, because in fired.items()
        if any(_lifts(c, name, tuple(because), record) for c in record.clearances)
    )
    reasons = [_reason(book().red_flag_rules[name], because) for name, because in fired.items() if name not in cleared]
    return Standing(tuple(sorted(reasons, key=_weight)), tuple(sorted(cleared, key=in_order)))


def together(rules: Iterable[str]) -> Outcome:
    """What several rules come to: the highest urgency and the strictest gate, each on its own."""
    found = [of_rule(name) for name in rules]
    return Outcome(max((one.urgency for one in found), default=0), max((one.gate for one in found), default=0))


@cache
def of_rule(name: str) -> Outcome:
    """Urgency and gate of one rule."""
    rule = book().red_flag_rules[name]
    return Outcome(URGENCIES.index(rule.urgency), GATES.index(rule.gate))


def if_denied(facts: Facts, cleared: tuple[str, ...]) -> Outcome:
    """What it would come to if every feature that is not known were no. Numbers stay as they are."""
    return together(name for name in screen().fired(screen().denied(facts)) if name not in cleared)


def in_order(name: str) -> tuple[str, int]:
    """The order in which people read rule names: CES-2 before CES-10."""
    letters, _, count = name.partition("-")
    return letters, int(re.sub(r"\D", "", count) or 0)


def _weight(reason: Reason) -> tuple[int, int, tuple[str, int]]:
    return -URGENCIES.index(reason.urgency), -GATES.index(reason.gate), in_order(reason.rule)


def _reason(rule: RedFlagRule, because: dict[str, bool | float]) -> Reason:
    return Reason(
        rule=rule.id,
        because=dict(because),
        sources=rule.sources,
        status=rule.status,
        urgency=rule.urgency,
        gate=rule.gate,
        recipient=rule.recipient,
        say=rule.say,
    )


def _lifts(clearance: Clearance, name: str, because: tuple[str, ...], record: IntakeRecord) -> bool:
    """True when this clearance lifts the rule today.

    It names the rule, has begun and not ended, comes from a role that may, and no fact was reported again after it.
    """
    if name not in clearance.clears or not book().red_flag_rules[name].clearable:
        return False
    begun = clearance.at.date() <= record.on
    ended = clearance.until is not None and record.on > clearance.until
    again = any(_utc(record.reported_at[fact]) > _utc(clearance.at) for fact in because if fact in record.reported_at)
    return begun and not ended and not again and bool(may_clear(clearance.by, name))


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
