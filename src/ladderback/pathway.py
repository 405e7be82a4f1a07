"""The one place where the rooms are called in order: the whole way from a case and its journal to today's training.

The story in five lines:
1. `intake` reads what was told and what happened since; `triage` says whether we may train.
2. `assessment` sets the measurements against people alike; `formulation` weighs which contributors we work on.
3. `planner` composes twelve weeks within every limit, or says which wishes clash.
4. `verification` looks again with its own eyes; what it did not pass cannot be shown.
5. `progression` and `training` change today's session by what the log says; `outcomes` asks whether it helped.
"""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import Any

import msgspec

from ladderback import assessment, formulation, intake, outcomes, progression, training, triage, verification
from ladderback.assessment.values import Findings
from ladderback.evidence import book
from ladderback.formulation.values import Formulation
from ladderback.intake.events import Journal
from ladderback.intake.values import IntakeRecord
from ladderback.programme.values import Composed, NoProgramme, SessionPlan
from ladderback.terms.errors import RecordError, SolverError
from ladderback.triage.values import TriageDecision
from ladderback.verification import Verified
from ladderback.verification.values import VerificationReport

FORMAT = "ladderback/plan/1"


class Walk:
    """One person's way on one day. Each step is worked out when it is first asked for, and only once."""

    def __init__(self, case: IntakeRecord, journal: Journal | None, on: date) -> None:
        self.case, self.journal, self.on = case, journal, on

    @cached_property
    def record(self) -> IntakeRecord:
        """What is known on the day."""
        return intake.as_of(self.case, self.journal, self.on) if self.journal else self.case

    @cached_property
    def decision(self) -> TriageDecision:
        """May we train today."""
        return triage.decide(self.record)

    @cached_property
    def findings(self) -> Findings:
        """What was measured, against people alike."""
        return assessment.score(self.decision, self.record)

    @cached_property
    def formulation(self) -> Formulation:
        """What we work on and why."""
        return formulation.weigh(self.findings, self.record, self.decision)

    @cached_property
    def composed(self) -> Composed | NoProgramme | None:
        """Twelve weeks, or the wishes that clash; None when this person must not train."""
        if not self.decision.may_train:
            return None
        from ladderback import planner

        return planner.compose(self.record, self.decision, self.findings, self.formulation)

    @cached_property
    def verified(self) -> Verified[Composed] | VerificationReport | None:
        """The programme with its second pair of eyes; a bare report when they found something."""
        if not isinstance(self.composed, Composed):
            return None
        return verification.verify(self.composed, self.record, self.decision, self.findings, self.formulation)

    @property
    def report(self) -> VerificationReport | None:
        """What the second pair of eyes said."""
        return self.verified.report if isinstance(self.verified, Verified) else self.verified

    def needs_for_a_plan(self, file: str) -> None:
        """A programme needs height, mass and means.

        Raises:
            RecordError: one of them is absent.
        """
        client = self.record.client
        wanted = {"client.height_cm": client.height_cm, "client.mass_kg": client.mass_kg, "means": self.record.means}
        for key, value in wanted.items():
            if value is None and self.decision.may_train:
                raise RecordError(file=file, key=key, received="nothing", allowed="a value, because a plan needs it")


def triage_answer(walk: Walk) -> dict[str, Any]:
    """The answer of `triage`: the decision, and follow-ups that stay first until closed."""
    return {
        "format": "ladderback/triage/1",
        "on": walk.on.isoformat(),
        "triage": msgspec.to_builtins(walk.decision),
        "follow_up": [msgspec.to_builtins(one) for one in follow_ups(walk)],
    }


def follow_ups(walk: Walk) -> tuple[triage.FollowUp, ...]:
    """Emergency and same-day answers that nobody has closed yet."""
    return triage.follow_up(walk.decision, walk.journal.events if walk.journal else (), walk.on)


def assess_answer(walk: Walk) -> dict[str, Any]:
    """The answer of `assess`."""
    answer = triage_answer(walk) | {"format": "ladderback/assess/1"}
    answer["findings"] = msgspec.to_builtins(walk.findings.findings)
    answer["regions"] = walk.findings.regions
    answer["formulation"] = msgspec.to_builtins(walk.formulation)
    return answer
