"""The letters that are due: progress, a restriction near its end, a screen, an offer of care beside exercise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from ladderback.assessment.values import Findings
from ladderback.care_team.quoting import recorded, role_words, tag_words
from ladderback.care_team.values import Kind, Letter
from ladderback.evidence import book
from ladderback.intake.values import IntakeRecord, Restriction
from ladderback.outcomes.values import Review
from ladderback.programme.values import Referral
from ladderback.progression.numbers import say
from ladderback.progression.values import NextStep
from ladderback.triage.values import URGENCIES, TriageDecision, Urgency

OFFERS = {"psychotherapist": "asks_psychotherapist", "dietitian": "asks_dietitian"}
SEEN_BY_SOMEBODY: tuple[Urgency, ...] = ("within_2_weeks", "same_day", "emergency_now")


def screen(record: IntakeRecord, decision: TriageDecision, on: date) -> Iterator[Letter]:
    """To whoever must see this person before or beside training, with the answers that ask for it."""
    if decision.urgency not in SEEN_BY_SOMEBODY:
        return
    facts = {name: value for reason in decision.reasons for name, value in reason.because.items()}
    answers = [say("team", "reported_feature", question=_question(name)) for name, yes in facts.items() if yes is True]
    rules = ", ".join(one.rule for one in decision.reasons)
    yield _letter(
        "screen", decision.recipient, decision.urgency, record, on, about=rules,
        reported=(*answers, *_pain(record)), asks=(say("team", "asks_screen"),),
    )  # fmt: skip


def progress(
    record: IntakeRecord, findings: Findings | None, step: NextStep | None, review: Review | None, on: date
) -> Letter:
    """One page for the physician: what was trained, what changed by more than error, what we ask."""
    asks = [say("team", "asks_progress")]
    if review and review.professional:
        asks.insert(0, say("team", "asks_review", weeks=(on - record.taken_on).days // 7))
    changes = [f"{say('team', 'observed')} {one.say}" for one in review.changes] if review else []
    return _letter(
        "progress_report", "physician", "routine", record, on, observed=(*_trained(step), *changes, *_found(findings)),
        reported=_pain(record), asks=tuple(asks),
    )  # fmt: skip


def restriction_reviews(record: IntakeRecord, on: date) -> Iterator[Letter]:
    """To whoever gave a restriction, some weeks before it ends; until they answer the movement stays out."""
    ahead = timedelta(weeks=book().number("restriction_review_weeks"))
    for one in record.restrictions:
        if one.until is not None and on >= one.until - ahead:
            yield _restriction_review(one, one.until, record, on)


def _restriction_review(one: Restriction, until: date, record: IntakeRecord, on: date) -> Letter:
    ask = say("team", "asks_restriction", avoid=tag_words(one.avoid), date=until.isoformat())
    return _letter("restriction_review", one.given_by, "routine", record, on, about=one.avoid, reported=_pain(record),
                   asks=(ask,))  # fmt: skip


def offers(record: IntakeRecord, referrals: Iterable[Referral], on: date) -> Iterator[Letter]:
    """To those whom the programme refers to: care beside exercise, never instead of it."""
    for one in referrals:
        urgency: Urgency = next((name for name in URGENCIES if name == one.urgency), "routine")
        if one.to in OFFERS:
            ask = say("team", OFFERS[one.to])
            yield _letter("offer", one.to, urgency, record, on, about=one.reason, reported=_told_for(one.to, record),
                          asks=(ask,))  # fmt: skip
        else:
            ask = say("team", "asks_referral", reason=one.reason)
            yield _letter(
                "referral", one.to, urgency, record, on, about=one.reason, reported=_pain(record), asks=(ask,)
            )


def _letter(
    kind: Kind,
    to: str,
    urgency: Urgency,
    record: IntakeRecord,
    on: date,
    *,
    about: str = "",
    observed: tuple[str, ...] = (),
    reported: tuple[str, ...] = (),
    asks: tuple[str, ...] = (),
) -> Letter:
    quoting, quotes = recorded(record)
    return Letter(
        kind=kind,
        to=to,
        title=say("team", kind),
        urgency=urgency,
        on=on,
        about=about,
        recorded=quoting,
        observed=observed,
        reported=reported,
        asks=asks,
        quoted=quotes,
    )


def _pain(record: IntakeRecord) -> tuple[str, ...]:
    episode = record.episode
    start = episode.pain_average if episode.pain_average is not None else episode.pain_now
    return () if start is None else (say("team", "reported_pain", pain=float(start)),)


def _trained(step: NextStep | None) -> Iterator[str]:
    if step is None or step.last_trained is None:
        yield say("team", "observed_none")
        return
    yield say("team", "observed_trained", trained=step.trained, date=step.last_trained.date().isoformat())
    yield say("team", "observed_stage", stage=step.pain_rule.stage_number, week=step.week)


def _found(findings: Findings | None) -> Iterator[str]:
    """Values outside what is usual for people alike; a value, never a name for it."""
    for one in findings.findings if findings else ():
        if one.verdict == "finding":
            test = book().clinical_tests.get(one.test)
            side = f", {one.side}" if one.side else ""
            value = f"{one.value:g}" if isinstance(one.value, float | int) else one.value
            name = test.name.lower() if test else one.test
            yield say("team", "observed_finding", name=name, side=side, value=value, unit=one.unit).replace(" .", ".")


def _told_for(to: str, record: IntakeRecord) -> tuple[str, ...]:
    """Only what this reader needs."""
    if to == "dietitian":
        goals = [goal for goal in record.goals if goal.target_kg is not None]
        mass = record.client.mass_kg
        return tuple(
            say("team", "reported_goal_mass", target=float(goal.target_kg or 0), mass=float(mass))
            for goal in goals
            if mass is not None
        )
    fear, mood = record.mind.fear_of_movement, record.mind.phq9 if record.mind.phq9 is not None else record.mind.phq2
    told = [] if fear is None else [say("team", "reported_fear", fear=float(fear))]
    return (*told, *([] if mood is None else [say("team", "reported_mood", score=float(mood))]), *_pain(record))


def _question(feature: str) -> str:
    record = book().safety_features.get(feature)
    return record.question if record and record.question else feature.replace("_", " ").capitalize() + "."


__all__ = ["offers", "progress", "restriction_reviews", "role_words", "screen"]
