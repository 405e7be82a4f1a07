"""From a formulation to a composed programme, or to the smallest set of wishes that clash."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from ladderback.assessment.values import Findings
from ladderback.evidence import book as read_book
from ladderback.formulation.values import Formulation
from ladderback.intake.values import IntakeRecord
from ladderback.ladder.values import Ladder
from ladderback.planner.brief import Brief, brief_of, trained_directly
from ladderback.planner.clash import clash_with_row, no_time_for, row_without_time, smallest_clash
from ladderback.planner.excluded import excluded_from
from ladderback.planner.individual import individual_facts, opening
from ladderback.planner.rungs_told import rungs_left_out, rungs_of_weeks, walks_on_ladders
from ladderback.planner.sessions import sessions_of
from ladderback.planner.waiting import waiting_list
from ladderback.planner.weeks import PlannedWeek, compose_weeks
from ladderback.programme.aerobic import aerobic_plan
from ladderback.programme.applies import Person
from ladderback.programme.daily_life import daily_life_plan
from ladderback.programme.education import education_plan
from ladderback.programme.phases import phases_of
from ladderback.programme.referrals import referrals_for
from ladderback.programme.values import Composed, NoProgramme, Programme, Solve, Wish
from ladderback.programme.walking import walking_plan
from ladderback.terms.errors import RecordError
from ladderback.triage.values import TriageDecision

COMMON_STOP_RULES = (
    "chest_pain",
    "faintness",
    "new_numbness",
    "saddle_bladder_bowel",
    "leg_pain_below_knee",
    "pain_over_limit",
    "form_lost_twice",
)


def compose(
    record: IntakeRecord,
    decision: TriageDecision,
    findings: Findings,
    formulation: Formulation,
    ladders: Sequence[Ladder] = (),
) -> Composed | NoProgramme:
    """Composes an individual, explained programme of twelve weeks.

    Args:
        ladders: rungs towards the life tasks, when they are there; the weeks train them where they fit.

    Raises:
        RecordError: the means of this person are not known.
    """
    means = record.means
    if means is None:
        raise RecordError(file="-", key="means", received="nothing", allowed="place, sessions a week and minutes")
    book = read_book()
    brief = brief_of(Person(record=record, decision=decision, formulation=formulation), means, book, tuple(ladders))
    brief.aerobic = {one.week: one for one in aerobic_plan(record, formulation, brief.limits, brief.fitting, book)}
    if not any(here.sessions or here.walking for here in brief.limits):
        return _closed(brief)
    weeks = compose_weeks(brief)
    if isinstance(weeks, int):
        return smallest_clash(brief, weeks)
    if weeks and (lead := no_time_for(brief, weeks[0].week, weeks[0].amounts)):
        return smallest_clash(brief, weeks[0].week, lead)
    if row := row_without_time(name for week in weeks for name in week.unmet):
        return clash_with_row(brief, row)
    return replace(_composed(brief, weeks, findings, decision), ladders=tuple(ladders))


def _composed(brief: Brief, weeks: tuple[PlannedWeek, ...], findings: Findings, decision: TriageDecision) -> Composed:
    record, formulation, book = brief.person.record, brief.person.formulation, brief.book
    excluded = excluded_from(brief)
    walking = walks_on_ladders(brief, walking_plan(record, formulation, brief.limits, book))
    rungs = rungs_of_weeks(brief, weeks, walking)
    programme = Programme(
        weeks=len(brief.limits),
        phases=phases_of(tuple(here.stage for here in brief.limits), formulation, book),
        sessions=sessions_of(brief, weeks),
        walking=walking,
        aerobic=tuple(brief.aerobic[week] for week in sorted(brief.aerobic)),
        daily_life=daily_life_plan(record, formulation, trained_directly(book), book),
        education=education_plan(record, formulation, book),
        waiting=waiting_list(brief, weeks),
        say=opening(brief, walk_only=not weeks),
    )
    return Composed(
        programme=programme,
        solve=_solve(weeks),
        excluded=excluded,
        referrals=referrals_for(record, decision, formulation, brief.limits, book),
        individual_because=individual_facts(brief, excluded),
        stop_rules=_stop_rules(brief),
        review_on_week=brief.number("review_week"),
        retest=_retest(findings, brief),
        rungs=rungs,
        rungs_left_out=rungs_left_out(brief, weeks, rungs),
    )


def _solve(weeks: tuple[PlannedWeek, ...]) -> Solve:
    """What was proved. Bound and value are summed over the weeks, each given the one before; the gap is relative."""
    bound = sum(week.bound for week in weeks)
    short = bound - sum(week.worth for week in weeks)
    return Solve(
        status="optimal" if all(week.proved for week in weeks) else "feasible",
        bound=float(bound),
        gap=round(max(0.0, short) / max(1.0, abs(bound)), 6),
    )


def _stop_rules(brief: Brief) -> tuple[str, ...]:
    """Stop rules for everybody, then those and the checks that this person's limits ask for, as ids of the letters."""
    rows = [row for here in brief.limits for row in here.rows if row.effect in ("stop_rule", "session_check")]
    asked = [name for row in rows for name in row.effect_tags]
    return tuple(dict.fromkeys((*COMMON_STOP_RULES, *asked)))


def _retest(findings: Findings, brief: Brief) -> tuple[str, ...]:
    """Findings worth measuring again, those behind the leading contributors first."""
    found = [one.test for one in findings.findings if one.verdict in ("finding", "borderline")]
    because = [word.split(":")[1] for one in brief.worked for word in one.because if word.startswith("test:")]
    ordered = [test for test in because if test in found] + found
    return tuple(dict.fromkeys(ordered))[: brief.number("retests_most")]


def _closed(brief: Brief) -> NoProgramme:
    """Nothing at all is allowed in any week: the rule that says so, or the few that do together."""
    rows = {row.rule_id: row for here in brief.limits for row in here.rows if row.effect == "no_programme"}
    alone = [row for row in rows.values() if all(row in here.rows for here in brief.limits)]
    says = brief.book.letter("programme")["clash"]["limit"]["resolve"]
    return NoProgramme(
        clash=tuple(
            Wish(wish=row.rule_id, say=row.say, resolve=says.format(who=row.who_decides))
            for row in alone[:1] or rows.values()
        )
    )
