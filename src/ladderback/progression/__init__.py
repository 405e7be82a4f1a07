"""The day after: up, hold, down, the flare-up plan, back to triage, or look elsewhere.

Everything is read anew from the log, so that a corrected line corrects the answer. `log` sorts the journal; `path`
walks through the trainings, each with what followed it (`grading` for the exercises, `response` for the day after);
`flare` finds a flare-up and the day of its plan; `relief` and `gain` ask whether anything lasts; `deciding` says the
next step and why. A training that was not logged, and a morning that nobody told us about, never raise anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from ladderback.evidence import book
from ladderback.formulation.values import Formulation
from ladderback.intake.events import Event
from ladderback.intake.values import IntakeRecord
from ladderback.programme.values import Programme
from ladderback.progression import deciding, elsewhere
from ladderback.progression.flare import flare_up_on
from ladderback.progression.log import Log
from ladderback.progression.numbers import listed, number, say
from ladderback.progression.path import Path
from ladderback.progression.plan import Plan
from ladderback.progression.values import Back, FlareUp, Level, NextStep, Step


def advance(
    events: Iterable[Event],
    record: IntakeRecord,
    formulation: Formulation,
    programme: Programme,
    on: date,
    case: IntakeRecord | None = None,
) -> NextStep:
    """Says what the next step is, from everything that happened up to a day.

    Args:
        events: what happened, corrections already made, in any order.
        record: the person as known on the day.
        formulation: stage and whether quotas decide.
        programme: the planned weeks.
        on: the day.
        case: the person as told first; what was there from the start is nothing new. Absent: `record`.
    """
    told = case or record
    log = Log(events, on, told.episode.pain_average)
    plan = Plan(programme, formulation.stage_number)
    sites = frozenset(told.episode.sites or ())
    path = Path(log, plan, quota=formulation.time_contingent, known_sites=sites)
    usually_worse = frozenset(name for name, answer in told.movements.items() if answer == "worse")
    flare = flare_up_on(log, usually_worse)
    back = tuple(deciding.back_to_triage(log, path, flare))
    step, because = _headline(log, back, flare, told)
    dose, why = deciding.dose_step(path)
    path.paused = step in ("flare_up", "back_to_triage")
    return NextStep(
        step=step or dose,
        dose=dose if step in (None, "look_elsewhere") else "down" if dose == "down" else "hold",
        because=(*because, *why, *deciding.place_notes(path)),
        week=path.week,
        session=path.session,
        levels=_levels(path),
        flare_up=flare,
        come_back_if=_come_back_if(flare),
        come_back_on=flare.since + timedelta(days=int(number("flare_most_to_day"))) if flare else None,
        pain_rule=deciding.pain_rule(plan, path.week, formulation),
        trained=len(log.trained),
        last_trained=log.trained[-1].at if log.trained else None,
        usual_pain=_usual_today(log),
        back=back,
        look_elsewhere=elsewhere.not_tested(record) if step == "look_elsewhere" else (),
    )


def _headline(
    log: Log, back: tuple[Back, ...], flare: FlareUp | None, told: IntakeRecord
) -> tuple[Step | None, tuple[str, ...]]:
    """What comes before up, hold and down, with its reasons; None when nothing does."""
    flaring = (_flare_words(flare),) if flare else ()
    if back:
        return "back_to_triage", (*(say("back", one) for one in back), *flaring)
    if flare:
        return "flare_up", flaring
    look = elsewhere.reasons_to_look_elsewhere(log, told)
    return ("look_elsewhere", look) if look else (None, ())


def _flare_words(flare: FlareUp) -> str:
    return say("flare", "because", signs=listed([say("flare", one) for one in flare.signs]), day=flare.day)


def _come_back_if(flare: FlareUp | None) -> tuple[str, ...]:
    """When to come back during a flare-up; the day stands first."""
    if flare is None:
        return ()
    seventh = flare.since + timedelta(days=int(number("flare_most_to_day")))
    return (say("flare", "come_back", date=seventh.isoformat()), *book().letter("flare_up")["come_back_if"])


def _levels(path: Path) -> dict[str, Level]:
    """The level of every exercise that was trained or that stands in the week."""
    names = {*path.lanes, *path.plan.exercises(path.week)}
    return {name: path.level(name, path.week) for name in sorted(names)}


def _usual_today(log: Log) -> float | None:
    """Usual pain before this day began."""
    if not log.events:
        return log.told_average
    today = [one.at for one in log.events if one.at.date() == log.on]
    return log.usual_at(min(today) if today else log.events[-1].at + timedelta(microseconds=1))


__all__ = ["advance"]
