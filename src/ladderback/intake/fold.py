"""Folds what happened since into what was told: the person as known on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from typing import Any

from msgspec import structs

from ladderback.intake.answers import measurements_of
from ladderback.intake.derived import DAYS_A_YEAR, mandatory, rows
from ladderback.intake.events import (
    CheckIn,
    Cleared,
    ClinicalTestDone,
    DiagnosisGiven,
    Event,
    GoalSet,
    Journal,
    RestrictionGiven,
)  # fmt: skip
from ladderback.intake.features import Answers, answers_of, with_features
from ladderback.intake.journal.consistency import goal_of
from ladderback.intake.values import (
    Clearance,
    Client,
    IntakeRecord,
    Measurement,
    Reaction,
    RecordedDiagnosis,
    Restriction,
)  # fmt: skip
from ladderback.terms.errors import RecordError

LAST_WEEK_OF_PREGNANCY = 42


def latest_day(record: IntakeRecord, journal: Journal) -> date:
    """The day to look at when nobody names one: that of the case, or of the last journal line when it is later."""
    return record.taken_on if journal.last_day is None else max(record.taken_on, journal.last_day)


def as_of(record: IntakeRecord, journal: Journal, on: date) -> IntakeRecord:
    """The person as known on a day: the case, with time gone by and the journal folded in up to that day's end.

    Events from before the case was taken fill only what the case left open. Every feature is then derived anew.

    Args:
        record: the case as read.
        journal: what happened, corrections already made.
        on: the day; days are those of the place where a line was written.

    Raises:
        RecordError: the day lies before the day of the case.
    """
    if on < record.taken_on:
        allowed = f"a day on or after taken_on, {record.taken_on}"
        raise RecordError(file="journal", key="on", received=on.isoformat(), allowed=allowed)
    events = [event for event in journal.events if event.at.date() <= on]
    earlier = [event for event in events if event.at.date() < record.taken_on]
    later = [event for event in events if event.at.date() >= record.taken_on]
    folded = Folded(_aged(record, on))
    for event in earlier:
        folded.fill(event)
    for event in later:
        folded.take(event)
    return folded.record()


def _aged(record: IntakeRecord, on: date) -> IntakeRecord:
    """The record with the time since it was last looked at gone by. The age stays: the birthday is not known."""
    days = (on - record.on).days
    if days <= 0:
        return structs.replace(record, on=on)
    episode, injuries, surgeries = record.episode, record.injuries, record.surgeries
    if episode.duration_days is not None:
        episode = structs.replace(episode, duration_days=episode.duration_days + days)
    injuries = tuple(structs.replace(one, years_ago=_later(one.years_ago, days / DAYS_A_YEAR)) for one in injuries)
    surgeries = tuple(structs.replace(one, weeks_ago=_later(one.weeks_ago, days / 7)) for one in surgeries)
    client = _pregnant_later(record.client, days)
    because = record.because
    if client.pregnant is None and record.client.pregnant:
        because = {name: why for name, why in because.items() if name != "pregnant"}
    return structs.replace(
        record, on=on, episode=episode, injuries=injuries, surgeries=surgeries, client=client, because=because
    )


def _later(ago: float | None, gone_by: float) -> float | None:
    return None if ago is None else round(ago + gone_by, 4)


def _pregnant_later(client: Client, days: int) -> Client:
    """A pregnancy goes on; past its last possible week nobody knows until somebody asks."""
    if client.pregnant is not True:
        return client
    week = (client.pregnancy_week or 0) + days // 7
    if week > LAST_WEEK_OF_PREGNANCY:
        return structs.replace(client, pregnant=None, pregnancy_week=None)
    return structs.replace(client, pregnancy_week=week if client.pregnancy_week is not None else None)


class Folded:
    """A person while the journal is folded in."""

    def __init__(self, base: IntakeRecord) -> None:
        self.base = base
        answers = answers_of(base)
        self.said, self.how = dict(answers.said), dict(answers.how)
        self.reported_at = dict(base.reported_at)
        self.mandatory = mandatory(base)
        self.tests = {_place(one): one for one in base.tests}
        self.diagnoses = {(one.condition, one.given_by): one for one in base.diagnoses}
        self.restrictions = {(one.avoid, one.given_by): one for one in base.restrictions}
        self.goals, self.clearances = list(base.goals), list(base.clearances)
        self.movements = dict(base.movements)
        self.client, self.episode, self.vitals = base.client, base.episode, base.vitals

    def fill(self, event: Event) -> None:
        """Takes from an event of before the case only what the case left open."""
        if isinstance(event, CheckIn):
            for feature, answer in event.safety.items():
                if feature not in self.base.features:
                    self._answer(feature, answer, event, f"answered on {event.at.date()}")
        elif isinstance(event, DiagnosisGiven):
            self.diagnoses.setdefault((event.condition, event.given_by), _diagnosis(event))
        elif isinstance(event, RestrictionGiven):
            self.restrictions.setdefault((event.avoid, event.given_by), _restriction(event))
        elif isinstance(event, ClinicalTestDone | Cleared):
            self.take(event)

    def take(self, event: Event) -> None:
        """Takes an event in; kinds that change nothing about the person pass by."""
        taken = _TAKEN.get(type(event))
        if taken is not None:
            taken(self, event)

    def check_in(self, event: CheckIn) -> None:
        """How the person arrived: pain, sites, movements, pressure, and the safety questions."""
        names = ("pain_now", "pain_average", "pain_worst", "settles_minutes", "sites")
        given = {name: value for name in names if (value := getattr(event, name)) is not None}
        if given:
            self.episode = structs.replace(self.episode, **given)
            self._overtake(given)
        for movements, reaction in _reactions(event):
            self.movements |= dict.fromkeys(movements, reaction)
        self._vitals(event)
        how = f"answered on {event.at.date()}"
        for feature, answer in event.safety.items():
            self._answer(feature, answer, event, how)
        if event.nothing_new:
            self._deny_the_rest(event)

    def _vitals(self, event: CheckIn) -> None:
        names = ("systolic_mmhg", "diastolic_mmhg", "glucose_mmol_l")
        given = {name: value for name in names if (value := getattr(event, name)) is not None}
        if given:
            self.vitals = structs.replace(self.vitals, **given, on=event.at.date())

    def _overtake(self, readings: Iterable[str]) -> None:
        """Forgets older answers that a new reading now answers both ways."""
        for name in readings:
            for feature in _read_from().get(f"episode.{name}", ()):
                self.said.pop(feature, None)
                self.how.pop(feature, None)

    def _answer(self, feature: str, answer: bool, event: CheckIn, how: str) -> None:
        self.said[feature] = answer
        self.how[feature] = how
        self.reported_at[feature] = event.at
        if feature == "pregnant" and self.client.pregnant is not answer:
            self.client = structs.replace(self.client, pregnant=answer, pregnancy_week=None)

    def _deny_the_rest(self, event: CheckIn) -> None:
        """Nothing new: what nobody has said yes to is denied. What was there before is still there."""
        how = f"denied by nothing_new on {event.at.date()}"
        for feature in self.mandatory:
            before = self.said.get(feature, self.base.features.get(feature))
            if before is not True and feature not in event.safety:
                self._answer(feature, False, event, how)

    def clinical_test(self, event: ClinicalTestDone) -> None:
        """Measurements: the newest of a test, a side and a position stands."""
        for one in measurements_of(event):
            before = self.tests.get(_place(one))
            if before is None or before.on is None or one.on is None or one.on >= before.on:
                self.tests[_place(one)] = one

    def diagnosis(self, event: DiagnosisGiven) -> None:
        """What a professional recorded; the newest word of the same one about the same condition stands."""
        self.diagnoses[event.condition, event.given_by] = _diagnosis(event)

    def restriction(self, event: RestrictionGiven) -> None:
        """An instruction; the newest of the same role about the same tag stands."""
        self.restrictions[event.avoid, event.given_by] = _restriction(event)

    def goal(self, event: GoalSet) -> None:
        """A goal, in place of earlier ones of the same task."""
        self.goals = [one for one in self.goals if one.task != event.task] + [goal_of(event)]

    def cleared(self, event: Cleared) -> None:
        """A clearance; which rules it may lift is for the triage to say."""
        given = {name: getattr(event, name) for name in Clearance.__struct_fields__}
        if Clearance(**given) not in self.clearances:
            self.clearances.append(Clearance(**given))

    def record(self) -> IntakeRecord:
        """The record with everything folded in and every feature derived anew."""
        folded = structs.replace(
            self.base,
            client=self.client,
            vitals=self.vitals,
            episode=self.episode,
            movements=self.movements,
            tests=tuple(sorted(self.tests.values(), key=lambda one: (one.test, one.side or "", one.position or ""))),
            diagnoses=tuple(self.diagnoses.values()),
            restrictions=tuple(self.restrictions.values()),
            goals=tuple(self.goals),
            clearances=tuple(self.clearances),
            reported_at={name: self.reported_at[name] for name in sorted(self.reported_at)},
        )
        return with_features(folded, Answers(self.said, self.how), strict=False)


@cache
def _read_from() -> dict[str, tuple[str, ...]]:
    """The features that a reading answers both ways, by reading."""
    both_ways = [row for row in rows() if row.says == "yes_no"]
    return {row.reading: tuple(one.feature for one in both_ways if one.reading == row.reading) for row in both_ways}


def _reactions(event: CheckIn) -> tuple[tuple[tuple[str, ...], Reaction], ...]:
    return ((event.better_with, "better"), (event.worse_with, "worse"))


def _place(one: Measurement) -> tuple[str, str | None, str | None]:
    return one.test, one.side, one.position


def _diagnosis(event: DiagnosisGiven) -> RecordedDiagnosis:
    return RecordedDiagnosis(
        condition=event.condition, given_by=event.given_by, on=event.on or event.at.date(), state=event.state
    )


def _restriction(event: RestrictionGiven) -> Restriction:
    return Restriction(avoid=event.avoid, given_by=event.given_by, until=event.until)


_TAKEN: dict[type, Callable[[Folded, Any], None]] = {
    CheckIn: Folded.check_in,
    ClinicalTestDone: Folded.clinical_test,
    DiagnosisGiven: Folded.diagnosis,
    RestrictionGiven: Folded.restriction,
    GoalSet: Folded.goal,
    Cleared: Folded.cleared,
}
