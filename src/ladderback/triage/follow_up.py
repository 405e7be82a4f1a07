"""Whoever was sent to a doctor now or today is followed up: reached? seen? what came of it?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import structs

from ladderback.evidence import book
from ladderback.intake.events import Cleared, Event, Referred, Replied
from ladderback.scope import may_clear
from ladderback.triage.known import number
from ladderback.triage.values import FollowUp, TriageDecision, Urgency

PRESSING: tuple[Urgency, ...] = ("emergency_now", "same_day")
CLOSING = ("nothing_serious_found", "being_treated")


def follow_up(
    decision: TriageDecision, events: Iterable[Event], on: date, before: FollowUp | None = None
) -> FollowUp | None:
    """The follow-up that stands first today, or None when nothing has to be seen through.

    A calmer answer the next day does not close it: only a reply with an outcome, or a clearance of all its rules by
    somebody who may. A referral by journal opens one too.

    Args:
        decision: today's decision.
        events: what happened, in order.
        on: today.
        before: the follow-up that stood before, when there was one.
    """
    past = [event for event in events if event.at.date() <= on]
    standing = before if before is not None and before.is_open else _opened(decision, past, on)
    if standing is None:
        return before
    sent: set[str] = set()
    for event in past:
        if isinstance(event, Referred) and _belongs(event, standing):
            sent.add(event.id)
            standing = _referred(standing, event)
        elif isinstance(event, Replied) and (event.of is None or event.of in sent):
            standing = _replied(standing, event)
        elif isinstance(event, Cleared) and _clears(event, standing):
            standing = structs.replace(standing, closed_by=event.id, outcome=standing.outcome or "cleared")
    return standing


def _opened(decision: TriageDecision, past: list[Event], on: date) -> FollowUp | None:
    """Opened by today's answer, or by a pressing referral that stands in the journal."""
    sent = [one for one in past if isinstance(one, Referred)]
    if decision.urgency in PRESSING:
        rules = tuple(reason.rule for reason in decision.reasons if reason.urgency in PRESSING)
        since = min((one.at.date() for one in sent if set(one.rules) & set(rules)), default=on)
        return _follow(decision.urgency, rules, decision.recipient, since)
    for one in sent:
        if one.urgency in PRESSING and one.urgency is not None:
            return _follow(one.urgency, one.rules, one.to, one.at.date())
    return None


def _follow(urgency: Urgency, rules: tuple[str, ...], recipient: str, since: date) -> FollowUp:
    due = since + timedelta(days=number(f"follow_up_days_{urgency}"))
    owner = str(book().letter("triage")["follow_up"]["owner"])
    return FollowUp(urgency=urgency, rules=rules, recipient=recipient, owner=owner, opened_on=since, due_on=due)


def _belongs(event: Referred, standing: FollowUp) -> bool:
    same = not event.rules or not standing.rules or bool(set(event.rules) & set(standing.rules))
    return standing.is_open and same and event.at.date() >= standing.opened_on


def _referred(standing: FollowUp, event: Referred) -> FollowUp:
    return structs.replace(
        standing,
        owner=event.owner or event.by or standing.owner,
        reached=standing.reached if event.reached is None else event.reached,
    )


def _replied(standing: FollowUp, event: Replied) -> FollowUp:
    """A reply says what is known now; only an outcome that ends the question closes it."""
    if not standing.is_open or event.at.date() < standing.opened_on:
        return standing
    seen = False if event.outcome == "not_seen" else event.seen
    return structs.replace(
        standing,
        reached=standing.reached if event.reached is None else event.reached,
        seen=standing.seen if seen is None else seen,
        outcome=event.outcome or standing.outcome,
        closed_by=event.id if event.outcome in CLOSING else None,
    )


def _clears(event: Cleared, standing: FollowUp) -> bool:
    """True when every rule behind it was lifted by somebody who may."""
    if not standing.is_open or not standing.rules or event.at.date() < standing.opened_on:
        return False
    return all(rule in event.clears and may_clear(event.by, rule) for rule in standing.rules)
