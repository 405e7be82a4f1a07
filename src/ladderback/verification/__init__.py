"""The second pair of eyes: checks a finished programme without knowing how it was made.

It takes the programme, what is known of the person and the knowledge, and looks again with its own eyes: may this
person train at all; may each exercise stand in that week; do the limits, the care team and the stage allow it; is
there time, kit and a second side; is one step taken at a time; is nothing left out that was needed; are the rungs of
the ladders true. It shares no code with the planner: two wordings, one truth. It also checks programmes written by
hand. A programme becomes `Verified` only here, and nothing else can be shown.
"""

from __future__ import annotations

from typing import Generic, TypeVar

from ladderback.assessment.values import Findings
from ladderback.formulation.values import Formulation
from ladderback.intake.values import IntakeRecord
from ladderback.programme.values import Composed
from ladderback.triage.values import TriageDecision
from ladderback.verification import counts, items, needs, rows, rungs, texts, whole
from ladderback.verification.kinds import KINDS, violation
from ladderback.verification.person import know
from ladderback.verification.plan import read_plan
from ladderback.verification.shelf import shelf
from ladderback.verification.values import VerificationReport, Violation
from ladderback.verification.weeks import lay_beside
from ladderback.verification.written import Plan

__all__ = ["KINDS", "Plan", "VerificationReport", "Verified", "Violation", "check", "read_plan", "verify"]

T = TypeVar("T", Composed, Plan)
_LOOKS = (whole.look, items.look, counts.look, rows.look, needs.look, rungs.look, texts.look)
_SEAL = object()


class Verified(Generic[T]):
    """A programme that was found in order, with the report that says so. Only `verify` makes one."""

    __slots__ = ("report", "value")
    value: T
    report: VerificationReport

    def __init__(self, value: T, report: VerificationReport, seal: object) -> None:
        if seal is not _SEAL:
            raise TypeError("only verification.verify makes a Verified programme")
        self.value = value
        self.report = report


def check(
    answer: Composed | Plan,
    record: IntakeRecord,
    decision: TriageDecision,
    findings: Findings,
    formulation: Formulation,
) -> VerificationReport:
    """Looks at a programme and says what is not in order.

    Args:
        answer: what the planner handed on, or a plan written by hand and read by `read_plan`.
    """
    known = shelf()
    looked_at = len(known.limits) + len(KINDS)
    if answer.programme is None:
        return _report(list(_without(answer, decision)), looked_at)
    seen = lay_beside(answer, answer.programme, know(record, decision, formulation), findings, known)
    return _report([one for look in _LOOKS for one in look(seen)], looked_at)


def verify(
    answer: T, record: IntakeRecord, decision: TriageDecision, findings: Findings, formulation: Formulation
) -> Verified[T] | VerificationReport:
    """Hands a programme on as verified, or the report that says why not."""
    report = check(answer, record, decision, findings, formulation)
    return Verified(answer, report, _SEAL) if report.ok else report


def _without(answer: Composed | Plan, decision: TriageDecision) -> list[Violation]:
    """A plan without a programme is in order when this person must not train, or when wishes clash."""
    if not decision.may_train or (isinstance(answer, Plan) and answer.clash):
        return []
    return [violation("programme_missing", "programme", "programme", "this person may train and no wishes clash")]


def _report(found: list[Violation], looked_at: int) -> VerificationReport:
    order = sorted(set(map(_key, found)))
    violations = tuple(
        Violation(where=where, kind=kind, rule=rule, because=because) for _, where, kind, rule, because in order
    )
    return VerificationReport(ok=not violations, checked=looked_at, violations=violations)


def _key(one: Violation) -> tuple[tuple[int, ...], str, str, str, str]:
    """Orders by week, session and item, then by words, so that the same programme gets the same report."""
    numbers = tuple(int(word) for word in one.where.split() if word.isdecimal())
    return numbers, one.where, one.kind, one.rule, one.because
