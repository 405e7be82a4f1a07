"""The one place where the rooms are called in order: the whole way from a case and its journal to today's training.

The story in five lines:
1. `intake` reads what was told and what happened since; `triage` says whether we may train.
2. `assessment` sets the measurements against people alike; `formulation` weighs which contributors we work on.
3. `planner` composes twelve weeks within every limit, or says which wishes clash.
4. `verification` looks again with its own eyes; what it did not pass cannot be shown.
5. `progression` and `training` change today's session by what the log says; `outcomes` asks whether it helped.
"""

from __future__ import annotations

from collections import OrderedDict
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec

from ladderback import (
    assessment,
    care_team,
    ergonomics,
    formulation,
    intake,
    outcomes,
    progression,
    triage,
    verification,
)
from ladderback.assessment.values import Findings
from ladderback.care_team.values import Correspondence
from ladderback.ergonomics.values import DayLoad
from ladderback.evidence import book
from ladderback.formulation.values import Formulation
from ladderback.intake.events import CheckIn, Event, Journal
from ladderback.intake.values import IntakeRecord
from ladderback.ladder.values import Ladder
from ladderback.outcomes.values import Review
from ladderback.programme.values import Composed, NoProgramme
from ladderback.progression.values import NextStep
from ladderback.terms.errors import RecordError
from ladderback.triage.follow_up import follow_up
from ladderback.triage.values import FollowUp, TriageDecision
from ladderback.verification import Verified
from ladderback.verification.values import VerificationReport

if TYPE_CHECKING:
    from ladderback.pathway.slack import Taken


class Walk:
    """One person's way on one day. Each step is worked out when it is first asked for, and only once."""

    def __init__(self, case: IntakeRecord, journal: Journal | None = None, on: date | None = None) -> None:
        self.case, self.journal = case, journal
        self.on = on or (intake.latest_day(case, journal) if journal else case.taken_on)

    @cached_property
    def record(self) -> IntakeRecord:
        """What is known on the day."""
        if self.journal is None and self.on == self.case.taken_on:
            return self.case
        return intake.as_of(self.case, self.journal or Journal(events=()), self.on)

    @property
    def events(self) -> tuple[Event, ...]:
        """What happened since, corrections made."""
        return self.journal.events if self.journal else ()

    @cached_property
    def decision(self) -> TriageDecision:
        """May we train today."""
        return triage.decide(self.record)

    @cached_property
    def follow_up(self) -> FollowUp | None:
        """An emergency or same-day answer that nobody has closed yet; it stands first, however calm today is."""
        standing: FollowUp | None = None
        for day in self._days_of_a_yes():
            then = self if day == self.on else Walk(self.case, self.journal, day)
            standing = follow_up(then.decision, self.events, day, standing)
        return standing

    def _days_of_a_yes(self) -> list[date]:
        """The day of the case, each later day with a yes to a safety question, and today."""
        yes = {one.at.date() for one in self.events if isinstance(one, CheckIn) and any(one.safety.values())}
        return sorted({self.case.taken_on, *(day for day in yes if self.case.taken_on < day < self.on), self.on})

    @cached_property
    def findings(self) -> Findings:
        """What was measured, against people alike."""
        return assessment.score(self.decision, self.record)

    @cached_property
    def formulation(self) -> Formulation:
        """What we work on and why."""
        return formulation.weigh(self.findings, self.record, self.decision)

    @cached_property
    def ladders(self) -> tuple[Ladder, ...]:
        """The rungs to each life task, in order of load on this spine; none for somebody who must not train."""
        from ladderback.pathway.ladders import ladders_of  # the body is heavy: read only when somebody is to be weighed

        return ladders_of(self)

    @cached_property
    def slack(self) -> tuple[Taken, ...]:
        """Who takes up the slack in this person's own movements; nothing for somebody who must not train."""
        from ladderback.pathway.slack import slack_of  # the body is heavy, and this is its longest question

        return slack_of(self.record, self.findings) if self.decision.may_train else ()

    @cached_property
    def day(self) -> DayLoad:
        """The day by its hours: desk, bed, lifting, training."""
        return ergonomics.measure(self.record)

    @cached_property
    def composed(self) -> Composed | NoProgramme | None:
        """Twelve weeks, or the wishes that clash; None when this person must not train."""
        if not self.decision.may_train:
            return None
        from ladderback import planner  # the solver is heavy: read only when somebody is to be planned for

        told = (self.record, self.decision, self.findings, self.formulation)
        made = planner.compose(*told, ladders=self.ladders)
        if self.ladders and isinstance(made, Composed) and not isinstance(verification.verify(made, *told), Verified):
            return planner.compose(*told)  # a rung is never the reason why a programme cannot be shown
        return made

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

    @cached_property
    def first(self) -> Walk:
        """The way on the day the programme began: the day the case was taken, or today when nobody could begin then."""
        begun = self if self.on == self.case.taken_on and self.journal is None else _begun(self.case)
        return begun if begun.decision.may_train else self

    @cached_property
    def next_step(self) -> NextStep | None:
        """Where the log has brought the person; None when there is no programme to be anywhere in."""
        programme = self.first.verified
        if not isinstance(programme, Verified):
            return None
        return progression.advance(
            self.events, self.record, self.formulation, programme.value.programme, self.on, self.case
        )

    @cached_property
    def review(self) -> Review:
        """Has it helped, for how long, and what do the falsifiers say."""
        return outcomes.review(
            self.case, self.journal, self.on, self.first.formulation, self.findings, self.formulation.next_best
        )

    @cached_property
    def correspondence(self) -> Correspondence:
        """What to write to those who are caring too, and what they have not answered yet."""
        begun = self.first.verified
        return care_team.correspond(
            self.record,
            self.decision,
            self.on,
            referrals=begun.value.referrals if isinstance(begun, Verified) else (),
            findings=self.findings,
            next_step=self.next_step if self.journal else None,
            review=self.review if self.journal else None,
            events=self.events,
            follow_up=(self.follow_up,) if self.follow_up and self.follow_up.is_open else (),
        )

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


_BEGUN: OrderedDict[bytes, Walk] = OrderedDict()
_MOST_BEGUN = 64


def _begun(case: IntakeRecord) -> Walk:
    """The way on the day a case was taken, kept for the next question about the same case.

    Why: it follows from the case and the book alone, and it holds the twelve weeks, the dearest thing to work out. What
    the log says is read anew each time; nothing of it is kept.
    """
    key = book().sha256.encode() + msgspec.msgpack.encode(case)
    walk = _BEGUN.pop(key, None) or Walk(case)
    _BEGUN[key] = walk
    if len(_BEGUN) > _MOST_BEGUN:
        _BEGUN.popitem(last=False)
    return walk
