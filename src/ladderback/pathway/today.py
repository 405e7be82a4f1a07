"""Today's training: made from the programme, the log and the check-in, and looked at again before anybody sees it."""

from __future__ import annotations

from msgspec.structs import replace

from ladderback import intake, training, verification
from ladderback.evidence import book
from ladderback.intake.events import RungTried
from ladderback.ladder.values import Ladder
from ladderback.pathway import Walk
from ladderback.pathway.ladders import is_flaring
from ladderback.planner.candidates import kit_of, may_stand, pieces_for
from ladderback.programme.applies import Person
from ladderback.programme.limits import WeekLimits, what_this_person_must_not_do
from ladderback.programme.values import Composed, Programme, SessionPlan
from ladderback.progression.plan import Allowed
from ladderback.progression.values import NextStep
from ladderback.training.values import Changed, SessionToday
from ladderback.verification import Verified
from ladderback.verification.values import Violation


def todays_training(walk: Walk) -> SessionToday | None:
    """The session of today; None when there is no verified programme it could come from.

    A hold is a `SessionToday` without a session, with the sentence that says why.
    """
    begun, step = walk.first.verified, walk.next_step
    if not isinstance(begun, Verified) or step is None:
        return None
    allowed = allowed_today(walk, begun.value.programme)
    made = training.adjust(
        begun.value.programme,
        step,
        training.todays_check_in(walk.events, walk.on),
        decision=walk.decision,
        formulation=walk.formulation,
        mandatory=intake.mandatory(walk.record),
        allowed=allowed,
    )
    made = on_todays_rung(walk, begun.value.programme, allowed, made)
    return seen_again(walk, begun.value, step, made)


def on_todays_rung(walk: Walk, programme: Programme, allowed: Allowed, made: SessionToday) -> SessionToday:
    """The session with the rungs where the log says they are; untouched for whoever has tried none."""
    if made.session is None or not any(item.rung for item in made.session.items):
        return made
    if not any(isinstance(one, RungTried) for one in walk.events) and not is_flaring(walk):
        return made
    from ladderback.pathway.rungs_today import Placed, on_the_rung

    minutes = walk.record.means.minutes_per_session if walk.record.means else made.session.minutes
    return on_the_rung(made, Placed(programme=programme, ladders=walk.ladders, allowed=allowed, minutes=minutes))


def allowed_today(walk: Walk, programme: Programme) -> Allowed:
    """Says for an exercise and a programme week why it may not be done today, or None when it may."""
    person = Person(record=walk.record, decision=walk.decision, formulation=walk.formulation)
    limits: dict[int, WeekLimits] = {}
    say: dict[str, str] = book().letter("training")["today"]
    kit = kit_of(walk.record.means) if walk.record.means else frozenset[str]()

    def why_not(name: str, week: int) -> str | None:
        exercise, stage = book().exercises[name], stage_of(programme, week)
        if stage not in limits:
            limits[stage] = what_this_person_must_not_do(person, (stage,), book())[0]
        ban = limits[stage].ban_on(exercise)
        if ban is not None:
            return ban.because
        if pieces_for(exercise, kit) is None:
            return say["no_kit"]
        return None if may_stand(exercise, limits[stage]) else say["other_stage"]

    return why_not


def stage_of(programme: Programme, week: int) -> int:
    """Stage number of a week of the programme."""
    return next(one.stage_number for one in programme.phases if one.from_week <= week <= one.to_week)


def seen_again(walk: Walk, begun: Composed, step: NextStep, made: SessionToday) -> SessionToday:
    """Takes out whatever the second pair of eyes would not let stand today, and says so."""
    if made.session is None:
        return made
    found = _violations_today(walk, begun, step, made.session)
    if not found:
        return made
    wrong = {int(one.where.split()[-1]): one for one in found}
    kept = tuple(item for number, item in enumerate(made.session.items, 1) if number not in wrong)
    left_out = tuple(
        Changed(from_=made.session.items[number - 1].exercise, to=None, because=one.because, kind="left_out")
        for number, one in sorted(wrong.items())
    )
    minutes = round(made.session.minutes - sum(made.session.items[number - 1].minutes for number in wrong), 1)
    session = replace(made.session, items=kept, minutes=minutes)
    return replace(made, session=session, changed=(*made.changed, *left_out))


def _violations_today(walk: Walk, begun: Composed, step: NextStep, session: SessionPlan) -> list[Violation]:
    """What is wrong with single items of the session when it stands in the first week from today."""
    week = session.week
    stage = stage_of(begun.programme, week)
    phases = tuple(
        replace(one, from_week=1, to_week=begun.programme.weeks)
        for one in begun.programme.phases
        if one.from_week <= week <= one.to_week
    )
    today = replace(session, week=1, session=1)
    alone = replace(begun.programme, phases=phases, sessions=(today,), aerobic=())
    report = verification.check(
        replace(begun, programme=alone, ladders=_ladders_today(walk, session, begun)),
        walk.record,
        walk.decision,
        walk.findings,
        replace(walk.formulation, stage_number=stage),
    )
    return [one for one in report.violations if one.where.startswith("week 1 session 1 item") and one.kind in OF_ITEMS]


def _ladders_today(walk: Walk, session: SessionPlan, begun: Composed) -> tuple[Ladder, ...]:
    """The ladders the session's rungs are on: those of today once something was tried, else those of the first day."""
    known = {rung.rung for one in begun.ladders for rung in (*one.rungs, *one.beyond)}
    new = any(item.rung and item.rung not in known for item in session.items)
    return walk.ladders if new else begun.ladders


# Kinds that speak of one exercise today; steps from week to week are judged by progression.
OF_ITEMS = frozenset(
    ("gate_movement", "restriction", "clearance_limit", "limit_forbid", "limit_load", "equipment", "place", "stage",
     "rung_limit", "unknown_exercise", "never_prescribed", "irritability", "strong_target")
)  # fmt: skip
