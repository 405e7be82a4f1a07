"""Who else should be asked, beside the training: offers, letters and reviews."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ladderback.evidence.book import Book
from ladderback.formulation.values import Formulation
from ladderback.intake.values import IntakeRecord, Restriction
from ladderback.programme.limits import WeekLimits
from ladderback.programme.values import Referral
from ladderback.triage.values import TriageDecision

ROLES = ("psychotherapist", "physiotherapist", "chiropractor", "osteopath", "physician", "emergency", "dietitian")


def referrals_for(
    record: IntakeRecord,
    decision: TriageDecision,
    formulation: Formulation,
    limits: tuple[WeekLimits, ...],
    book: Book,
) -> tuple[Referral, ...]:
    """All referrals, each once, the most pressing first."""
    says = book.letter("programme")["referral"]
    found: dict[tuple[str, str], Referral] = {}
    for one in (
        *_from_triage(decision, says),
        *_from_limits(limits),
        *_from_mind(formulation, says),
        *_from_weight(record, formulation, says),
        *_from_restrictions(record, book),
    ):
        found.setdefault((one.to, one.reason), one)
    return tuple(found.values())


def review_day(restriction: Restriction, book: Book) -> date | None:
    """The day on which the review of a restriction is asked for: two weeks before it ends."""
    if restriction.until is None:
        return None
    return restriction.until - timedelta(days=int(7 * book.number("restriction_review_weeks")))


def _role(word: str) -> str:
    return word if word in ROLES else "physician"


def _from_triage(decision: TriageDecision, says: dict[str, str]) -> Iterator[Referral]:
    for reason in decision.reasons:
        if reason.urgency != "monitor_train":
            yield Referral(to=_role(reason.recipient), urgency=reason.urgency, reason=reason.say)
    if decision.clearance_before_vigorous:
        yield Referral(to="physician", urgency="routine", reason=says["clearance"])


def _from_limits(limits: tuple[WeekLimits, ...]) -> Iterator[Referral]:
    for row in {row.rule_id: row for here in limits for row in here.rows if row.effect == "refer"}.values():
        known = [word for word in row.effect_tags if word in ROLES]
        yield Referral(to=known[0] if known else "physician", urgency="routine", reason=row.say)


def _from_mind(formulation: Formulation, says: dict[str, str]) -> Iterator[Referral]:
    if formulation.psychosocial_risk == "high":
        yield Referral(to="psychotherapist", urgency="routine", reason=says["psych"])
        return
    for one in formulation.contributors:
        if one.worked_by == "referral" and one.contributor in ("low_mood", "stress", "fear_of_movement"):
            found = " ".join(one.for_[:1])
            yield Referral(
                to="psychotherapist", urgency="routine", reason=says["psych_contributor"].format(found=found)
            )
            return


def _from_weight(record: IntakeRecord, formulation: Formulation, says: dict[str, str]) -> Iterator[Referral]:
    goal = next((goal for goal in record.goals if goal.task == "body_mass"), None)
    if goal is not None and goal.target_kg is not None and record.client.mass_kg is not None:
        reason = says["weight"].format(now=f"{record.client.mass_kg:g}", target=f"{goal.target_kg:g}")
        yield Referral(to="dietitian", urgency="routine", reason=reason)
    elif goal is not None or any(one.contributor == "body_mass" for one in formulation.contributors):
        yield Referral(to="dietitian", urgency="routine", reason=says["weight_plain"])


def _from_restrictions(record: IntakeRecord, book: Book) -> Iterator[Referral]:
    words = book.letter("programme")
    says, tags = words["referral"], words["tag"]
    for one in record.restrictions:
        what = tags.get(one.avoid, one.avoid.replace("_", " "))
        to, by = _role(one.given_by), one.given_by
        yield Referral(to=to, urgency="routine", reason=says["letter"].format(by=by, what=what))
        day = review_day(one, book)
        if day is None or one.until is None:
            yield Referral(to=to, urgency="routine", reason=says["review_open"].format(by=by, what=what))
        else:
            when = says["urgency"]["review"].format(date=day.isoformat())
            reason = says["review"].format(by=by, what=what, date=one.until.isoformat())
            yield Referral(to=to, urgency=when, reason=reason)
