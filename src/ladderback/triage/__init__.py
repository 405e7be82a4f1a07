"""May we train today, with care, after a referral, or must someone see a doctor now.

Every answer is held against every red-flag rule. The highest urgency wins, the strictest gate wins, and each reason
says which facts made it so and where the rule is from. Not asked is never no: while one mandatory question is open,
nobody trains, and the open questions come back with the most decisive first. A hold is lifted only by somebody who may,
only for the rules named, and only until the same fact is reported again.
"""

from __future__ import annotations

from ladderback.evidence import book
from ladderback.evidence.red_flags import GATES, URGENCIES
from ladderback.intake.values import IntakeRecord
from ladderback.triage.known import known, number
from ladderback.triage.questions import HOLDS, open_questions, unanswered
from ladderback.triage.standing import Outcome, Standing, if_denied, standing
from ladderback.triage.values import FollowUp, IfRestDenied, TriageDecision
from ladderback.triage.wording import say

__all__ = ["FollowUp", "TriageDecision", "decide"]

EXTENSION = GATES.index("hold_extension_and_impact")


def decide(record: IntakeRecord) -> TriageDecision:
    """Decides for one person on one day, from what is known and what is not."""
    now = known(record)
    stands = standing(record, now)
    complete = not unanswered(record)
    outcome = stands.outcome if complete else _waiting(stands.outcome)
    urgency, gate = outcome.names
    denied_urgency, denied_gate = if_denied(now.facts, stands.cleared).names
    questions = open_questions(record, now, stands)
    return TriageDecision(
        urgency=urgency,
        gate=gate,
        complete=complete,
        if_rest_denied=IfRestDenied(urgency=denied_urgency, gate=denied_gate),
        say=say(urgency, gate, stands.reasons),
        recipient=stands.reasons[0].recipient if stands.reasons else "",
        reasons=stands.reasons,
        open_questions=tuple(one.feature for one in questions),
        questions=questions,
        clearance_before_vigorous=_asks_before_vigorous(stands),
        cleared=stands.cleared,
        may_train=_may_train(outcome, record.client.age),
    )


def _waiting(outcome: Outcome) -> Outcome:
    """While a mandatory question is open: at least routine, and held at least until it is answered."""
    return Outcome(max(outcome.urgency, URGENCIES.index("routine")), max(outcome.gate, HOLDS))


def _may_train(outcome: Outcome, age: int) -> bool:
    """Every hold says no, except the one an adult can train around."""
    return outcome.gate < EXTENSION or (outcome.gate == EXTENSION and age >= number("adult_age"))


def _asks_before_vigorous(stands: Standing) -> bool:
    return any(book().red_flag_rules[reason.rule].before_vigorous for reason in stands.reasons)
