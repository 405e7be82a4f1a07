"""The ladders of one person on one day: the limits of the programme handed in, the log followed, a flare-up found."""

from __future__ import annotations

from typing import Any

import msgspec

from ladderback import ladder
from ladderback.evidence import book
from ladderback.ladder.values import Asked, Closed, Ladder, Limits
from ladderback.pathway import Walk
from ladderback.programme.applies import Person
from ladderback.programme.limits import WeekLimits, what_this_person_must_not_do
from ladderback.programme.phases import stage_of_each_week
from ladderback.progression.flare import flare_up_on
from ladderback.progression.log import Log
from ladderback.verification import Verified

CARE_TEAM = ("physician", "surgeon")


def ladders_of(walk: Walk) -> tuple[Ladder, ...]:
    """The ladder to each life task; none for somebody who must not train today."""
    if not walk.decision.may_train:
        return ()
    weeks = weeks_ahead(walk)
    return ladder.build(
        walk.record,
        walk.formulation,
        limits=limits_of(walk, weeks),
        events=tuple(one for one in walk.events if one.at.date() <= walk.on),
        stage=weeks[0].stage,
        flare_up=is_flaring(walk),
    )


def weeks_ahead(walk: Walk) -> tuple[WeekLimits, ...]:
    """What holds in each week from this day on, at the stage the person is in."""
    person = Person(record=walk.record, decision=walk.decision, formulation=walk.formulation)
    stages = stage_of_each_week(walk.formulation, book())
    begun = walk.first is not walk
    if walk.journal and begun and isinstance(walk.first.verified, Verified) and walk.next_step is not None:
        here = walk.next_step.week
        planned = [one for phase in walk.first.verified.value.programme.phases for one in _stages(phase)]
        stages = tuple(planned[here - 1 :]) or stages[-1:]
    return what_this_person_must_not_do(person, stages, book())


def _stages(phase: Any) -> list[int]:
    return [phase.stage_number] * (phase.to_week - phase.from_week + 1)


def is_flaring(walk: Walk) -> bool:
    """Whether the log says that a flare-up is going on."""
    log = Log(walk.events, walk.on, walk.case.episode.pain_average)
    worse = frozenset(name for name, answer in walk.case.movements.items() if answer == "worse")
    return flare_up_on(log, worse) is not None


def limits_of(walk: Walk, weeks: tuple[WeekLimits, ...]) -> Limits:
    """What keeps a rung out today: the first rule of this week, and the first week from which none does."""

    def closed(asked: Asked) -> Closed | None:
        found = _rule_against(walk, asked, weeks[0])
        if found is None:
            return None
        free = [here.week for here in weeks if _rule_against(walk, asked, here) is None]
        shut = [here.week for here in weeks if here.week not in free]
        later = [week for week in free if week > max(shut)]
        return msgspec.structs.replace(found, opens_in_week=later[0] if later else None)

    return closed


def _rule_against(walk: Walk, asked: Asked, here: WeekLimits) -> Closed | None:
    for ban in here.bans:
        if not asked.words.isdisjoint(ban.words) and asked.words.isdisjoint(ban.exempt):
            return Closed(rule=ban.rule, because=ban.because, who=_who(walk, ban.rule, here))
    exercise = book().exercises.get(asked.exercise)
    if exercise is None:
        return None
    most = here.load_cap(exercise, walk.record.client.mass_kg)
    if most is not None and asked.load_kg > most:
        row = next(row for row in here.rows if row.effect in ("cap_load_kg", "cap_load_body_mass"))
        return Closed(rule=row.rule_id, because=row.say, who=row.lifted_by)
    if exercise.load_class > here.load_class:
        return Closed(rule="irritability", because=book().letter("ladder")["because"]["irritable"])
    return None


def _who(walk: Walk, rule: str, here: WeekLimits) -> tuple[str, ...]:
    """The roles that may lift a rule."""
    if rule.startswith("restriction:"):
        tag = rule.partition(":")[2]
        given = [one.given_by for one in walk.record.restrictions if one.avoid == tag]
        return tuple(dict.fromkeys((*given, *CARE_TEAM)))
    row = next((row for row in here.rows if row.rule_id == rule), None)
    return row.lifted_by if row else CARE_TEAM[:1]


def ladder_answer(walk: Walk) -> dict[str, Any]:
    """The answer of `ladder`: the ladders, and triage first."""
    return {
        "format": "ladderback/ladder/1",
        "on": walk.on.isoformat(),
        "triage": msgspec.to_builtins(walk.decision),
        "ladders": msgspec.to_builtins(walk.ladders),
    }
