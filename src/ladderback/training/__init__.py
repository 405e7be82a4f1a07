"""Today's training: check-in, what is changed for today and why, what was done.

`adjust` takes the planned session, the next step from the log and how the person arrives, and hands on the session of
today with a short note for the practitioner. `asking` says which safety questions are open; `choosing` why an exercise
cannot stay and what may stand in; `changing` makes the session; `note` writes the note. `record` lays what was done
beside what was planned. Whatever comes out is verified again before anybody sees it.
"""

from __future__ import annotations

from collections.abc import Iterable

from ladderback.evidence import book
from ladderback.formulation.values import Formulation
from ladderback.intake.events import CheckIn, Trained
from ladderback.programme.values import Item, Programme, SessionPlan, Walk
from ladderback.progression.numbers import number, say
from ladderback.progression.plan import Allowed, Plan
from ladderback.progression.values import NextStep
from ladderback.training.amounts import amount_words, done_words
from ladderback.training.asking import not_asked_today, something_unnamed, to_be_asked, todays_check_in
from ladderback.training.changing import change
from ladderback.training.choosing import Arrival
from ladderback.training.note import note, quoted
from ladderback.training.values import Changed, RecordedItem, SessionRecord, SessionToday
from ladderback.triage.values import Gate, TriageDecision


def adjust(
    programme: Programme,
    next_step: NextStep,
    check_in: CheckIn | None,
    *,
    decision: TriageDecision,
    formulation: Formulation,
    mandatory: Iterable[str] = (),
    allowed: Allowed | None = None,
) -> SessionToday:
    """Says what is trained today.

    Args:
        programme: the verified weeks.
        next_step: where the log has brought the person.
        check_in: how they arrive today (`todays_check_in`), or None.
        decision: the triage of today.
        formulation: what is already strong, and the falsifiers that are being tried.
        mandatory: the mandatory safety questions of this person.
        allowed: says why an exercise may not be done in a week, or None when it may. Absent: what the programme holds.
    """
    plan = Plan(programme, next_step.pain_rule.stage_number)
    ask = to_be_asked(decision, check_in, mandatory)
    gate, hold = _held(decision, check_in, next_step)
    planned = plan.sessions.get((next_step.week, next_step.session))
    session: SessionPlan | None = None
    changes: tuple[Changed, ...] = ()
    hold = hold or ("" if planned else say("today", "no_plan"))
    if planned is not None and not hold:
        arrival = _arrival(plan, next_step, check_in, formulation, allowed)
        session, changes = change(planned, arrival)
        changes = (*changes, *_walk_instead(session))
    return SessionToday(
        session=session,
        changed=changes,
        note=note(next_step, check_in, formulation, changes, not_asked_today(check_in), hold),
        open_questions=ask,
        gate=gate,
        hold=hold,
        pain_rule=next_step.pain_rule,
        walk=None if hold else _walk(programme, next_step),
        come_back_if=next_step.come_back_if,
        quoted=quoted(check_in),
    )


def record(training: Trained, programme: Programme) -> SessionRecord:
    """One training as it was done, beside what the programme asked for."""
    placed = training.session
    found = [one for one in programme.sessions if placed and (one.week, one.session) == (placed.week, placed.number)]
    planned = {item.exercise: item for session in found for item in session.items}
    return SessionRecord(
        at=training.at,
        week=placed.week if placed else None,
        session=placed.number if placed else None,
        items=tuple(
            RecordedItem(
                exercise=line.exercise,
                side=line.side,
                planned=_asked(planned.get(line.exercise)),
                done=done_words(line),
                pain_during=line.pain_during,
                effort=line.effort,
                stopped=line.stopped,
            )
            for line in training.items
        ),
        pain_before=training.pain_before,
        pain_after=training.pain_after,
        minutes=training.minutes,
    )


def _asked(item: Item | None) -> str:
    return amount_words(item) if item else ""


def _held(decision: TriageDecision, check_in: CheckIn | None, step: NextStep) -> tuple[Gate, str]:
    """The gate of today, and why nobody trains when it holds.

    New pain in both legs, and what went wrong since the last training, wait until somebody was spoken to.

    Why: a check-in that leaves the cauda equina questions open lets nobody train that day, whatever was said at intake.
    """
    if not decision.may_train:
        return decision.gate, say("today", "hold", say=decision.say)
    if "both_legs" in step.back or "adverse" in step.back:
        return "hold_until_contact", book().letter("triage")["gate"]["hold_until_contact"]["say"]
    if check_in is not None and something_unnamed(check_in):
        return "hold_until_answered", say("today", "something_new")
    if check_in is not None and not_asked_today(check_in):
        return "hold_until_answered", say("today", "ask_first")
    return decision.gate, ""


def _arrival(
    plan: Plan, step: NextStep, check_in: CheckIn | None, formulation: Formulation, allowed: Allowed | None
) -> Arrival:
    pain = check_in.pain_now if check_in else None
    return Arrival(
        step=step,
        plan=plan,
        check_in=check_in,
        above_usual=None if pain is None or step.usual_pain is None else pain - step.usual_pain,
        allowed=allowed or _only_programme(plan, step.week),
        strong=frozenset(formulation.strong),
    )


def _only_programme(plan: Plan, week: int) -> Allowed:
    held = {item.exercise for (at, _), session in plan.sessions.items() if at <= week for item in session.items}
    return lambda exercise, _: None if exercise in held else say("today", "not_in_programme")


def _walk_instead(session: SessionPlan) -> tuple[Changed, ...]:
    """When nothing is left that fits, there is still walking."""
    if session.items:
        return ()
    return (Changed(from_=None, to="car_walk", because=say("today", "walk_instead"), kind="added"),)


def _walk(programme: Programme, step: NextStep) -> Walk | None:
    """Walking of the week; short and often on the calm days of a flare-up."""
    found = next((one for one in programme.walking if one.week == step.week), None)
    if found is None or step.flare_up is None or step.flare_up.effort_most is None:
        return found
    minutes = min(found.minutes, number("flare_walk_minutes"))
    times = int(number("flare_walks_a_day"))
    return Walk(week=found.week, minutes=minutes, times_per_week=times * 7, how=say("today", "flare_walk", times=times))


__all__ = ["adjust", "record", "todays_check_in"]
