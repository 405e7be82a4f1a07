"""Who else is caring: the letters that are due, and the questions that wait for an answer.

`letters` says what is observed, reported and asked; `quoting` quotes what a licensed professional recorded, with who
and when; `standing` keeps what is open, emergencies first. Nothing here names an illness, and nothing is sent.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from ladderback.assessment.values import Findings
from ladderback.care_team import letters
from ladderback.care_team.standing import standing
from ladderback.care_team.values import Correspondence
from ladderback.intake.events import Event
from ladderback.intake.values import IntakeRecord
from ladderback.outcomes.values import Review
from ladderback.programme.values import Referral
from ladderback.progression.values import NextStep
from ladderback.triage.values import FollowUp, TriageDecision


def correspond(
    record: IntakeRecord,
    decision: TriageDecision,
    on: date,
    *,
    referrals: Iterable[Referral] = (),
    findings: Findings | None = None,
    next_step: NextStep | None = None,
    review: Review | None = None,
    events: Iterable[Event] = (),
    follow_up: Iterable[FollowUp] = (),
) -> Correspondence:
    """Says what to write to whom, and what is still open.

    Args:
        record: the person as known on the day.
        decision: the triage of the day.
        on: the day.
        referrals: those of the composed programme.
        follow_up: emergency and same-day answers that nobody has closed yet.
    """
    due = (
        *letters.screen(record, decision, on),
        *letters.restriction_reviews(record, on),
        *letters.offers(record, referrals, on),
        letters.progress(record, findings, next_step, review, on),
    )
    return Correspondence(letters=due, standing=standing(tuple(events), follow_up, on))


__all__ = ["correspond"]
