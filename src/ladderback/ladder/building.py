"""One ladder: the candidates weighed, the way chosen, the start found, the log followed, all of it written down."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from ladderback.body.standing import standing
from ladderback.body.values import Build
from ladderback.evidence import book
from ladderback.evidence.ladders import LadderRecord
from ladderback.formulation.values import Formulation
from ladderback.intake.events import Event
from ladderback.intake.values import Client, Goal
from ladderback.ladder.beyond import beyond_the_task
from ladderback.ladder.candidates import Candidate, Wanted, candidates, exactly
from ladderback.ladder.choosing import choose, may_follow, with_easy_steps
from ladderback.ladder.numbers import day_number, number, say
from ladderback.ladder.starting import is_open, start_on, start_share
from ladderback.ladder.telling import Person, beyond_rungs, name_of, placed, rungs_of, target_of, who_may
from ladderback.ladder.trying import Climb, Rule, climb, last_easy
from ladderback.ladder.values import Ends, Ladder, Limits, WhyNone
from ladderback.terms.sides import Side


class Situation(Struct, frozen=True, kw_only=True):
    """What holds for every ladder of one person: body, stage, limits, log, flare-up, side of each task."""

    body: Build
    formulation: Formulation
    stage: int
    limits: Limits
    events: tuple[Event, ...]
    flare_up: bool
    sides: dict[str, Side]


def body_of_client(client: Client) -> Build | WhyNone:
    """The build of a person, or what is missing to know it."""
    if client.height_cm is None:
        return "no_height"
    if client.mass_kg is None:
        return "no_mass"
    return Build(sex=client.sex, stature=client.height_cm / 100, mass=client.mass_kg)


def without_ladder(goal: Goal, why: WhyNone, stage: int) -> Ladder:
    """A ladder that can not be made, and why."""
    record = book().ladders[goal.task]
    return Ladder(
        task=goal.task, name=record.name, load_kg=weight_of(record, goal), ability=goal.ability, fear=goal.fear,
        stage=stage, why_none=why, says=(say("none", why),), sources=record.sources, status=record.status,
    )  # fmt: skip


def weight_of(record: LadderRecord, goal: Goal) -> float:
    """The weight of the task [kg]: told, else usual for it."""
    return record.goal_kg if goal.load_kg is None else goal.load_kg


def ladder_to(goal: Goal, here: Situation) -> Ladder:
    """The ladder to one life task."""
    record = book().ladders[goal.task]
    wanted = Wanted(
        record=record, body=here.body, kg=weight_of(record, goal), side=here.sides.get(goal.task), limits=here.limits
    )
    found, left_out = candidates(wanted)
    if not found:
        return without_ladder(goal, "no_poses", here.stage)
    allowed = [one for one in found if not one.never]
    if not allowed:
        return without_ladder(goal, "nothing_allowed", here.stage)
    allowed, plain, way = _ways(wanted, allowed, goal.fear)
    if not plain:
        return without_ladder(goal, "no_poses", here.stage)
    reached = plain[-1].step.kind == "task" and plain[-1].kg == max(one.kg for one in found if one.step.kind == "task")
    beyond = beyond_the_task(wanted, plain[-1]) if reached else ()
    return _written(goal, here, wanted, _Chosen(found, plain, way, beyond, reached, left_out))


Ways = tuple[list[Candidate], tuple[Candidate, ...], tuple[Candidate, ...]]


def _ways(wanted: Wanted, allowed: list[Candidate], fear: float | None) -> Ways:
    """The rungs, without and with easy steps, all of them weighed and not read off; and what they were chosen from.

    Why: weights between two that were weighed are chosen by the straight line and only the chosen ones are weighed.
    Where the line was so far off that a rung may not follow the one below it, everything is weighed and chosen anew.
    """
    task = wanted.record.task.id
    while True:
        plain = tuple(exactly(wanted, one) for one in choose(allowed, task))
        known = {one.key: one for one in plain}
        allowed = sorted((known.get(one.key, one) for one in allowed), key=lambda one: one.order)
        way = tuple(exactly(wanted, one) for one in with_easy_steps(plain, allowed, fear))
        failed = {one.key for one in (*plain, *way) if one.load.failed}
        lines = (*pairwise(plain), *pairwise(way))
        if not failed and all(may_follow(below, above) for below, above in lines):
            return allowed, plain, way
        weighed = [exactly(wanted, one) for one in allowed if one.key not in failed]
        allowed = sorted((one for one in weighed if not one.load.failed), key=lambda one: one.order)


class _Chosen(Struct, frozen=True):
    found: Sequence[Candidate]
    plain: tuple[Candidate, ...]
    way: tuple[Candidate, ...]
    beyond: tuple[Candidate, ...]
    reached: bool
    left_out: tuple[str, ...]


def _written(goal: Goal, here: Situation, wanted: Wanted, chosen: _Chosen) -> Ladder:
    person = _person(goal, here, wanted)
    opened = here.stage >= number("beyond_stage")
    way = chosen.way + (chosen.beyond if opened else ())
    share = start_share(goal.ability, here.formulation.irritability, here.stage, goal.fear)
    start = way.index(chosen.plain[start_on(chosen.plain, share, here.stage)])
    where = placed(person, (*chosen.found, *chosen.beyond), way)
    climbed = climb([target_of(one, person) for one in way], start, here.events, where, person.rule)
    climbed.at = min(climbed.at, _highest_open(way, here.stage))
    easy = last_easy(climbed) if here.flare_up else None
    rungs = rungs_of(way, (*chosen.plain, *chosen.beyond), person, climbed, easy)
    at = rungs[climbed.at if easy is None else easy]
    ends = None if chosen.reached else _ends(chosen)
    return Ladder(
        task=goal.task, name=wanted.record.name, load_kg=wanted.kg, ability=goal.ability, fear=goal.fear,
        stage=here.stage, rungs=rungs, beyond=() if opened else beyond_rungs(way[-1], chosen.beyond, person),
        at=at.rung if at.state != "locked" else None, ends=ends, standing_n=round(person.standing.compression, 1),
        flare_up=here.flare_up, says=_says(goal, here, chosen, climbed, ends), left_out=chosen.left_out,
        sources=wanted.record.sources, status=wanted.record.status,
    )  # fmt: skip


def _person(goal: Goal, here: Situation, wanted: Wanted) -> Person:
    afraid = goal.fear is not None and goal.fear >= number("fear_high")
    rule = Rule(
        stage=min(max(here.stage, 1), 4), quota=here.formulation.time_contingent,
        worry=goal.fear is not None and goal.fear >= number("fear_some"),
    )  # fmt: skip
    tries = int(day_number("good_sessions_running")) + afraid
    return Person(
        task=goal.task, standing=standing(here.body).load, ability=goal.ability, fear=goal.fear, side=wanted.side,
        rule=rule, tries=tries,
    )  # fmt: skip


def _highest_open(way: Sequence[Candidate], stage: int) -> int:
    """The highest rung up to which all are open; the lowest one when none is."""
    count = next((index for index, one in enumerate(way) if not is_open(one, stage)), len(way))
    return max(0, count - 1)


def _ends(chosen: _Chosen) -> Ends:
    """Why the ladder ends below the task: the lightest rung above it that a limit keeps out, and who could allow it."""
    above = [one for one in chosen.found if one.never and one.order > chosen.way[-1].order]
    task = [one for one in chosen.found if one.step.kind == "task" and one.never]
    shut = next(iter(above or task), None)
    if shut is None or shut.closed is None:
        return Ends(next="", rule="", because=say("ends", "body"), who=(), say=say("ends", "body"))
    closed, who = shut.closed, who_may(shut.closed)
    key = "allowed_by" if who else "allowed_by_nobody"
    sentence = say("ends", key, next=name_of(shut), because=closed.because, who=who[:1].upper() + who[1:])
    return Ends(next=name_of(shut), rule=closed.rule, because=closed.because, who=closed.who, say=sentence)


def _says(goal: Goal, here: Situation, chosen: _Chosen, climbed: Climb, ends: Ends | None) -> tuple[str, ...]:
    """The sentences above a ladder."""
    says = [say("ladder", "order")]
    if goal.ability is None and not climbed.tried:
        says.append(say("ladder", "no_ability"))
    if here.flare_up:
        says.append(say("ladder", "flare_up"))
    if chosen.beyond and here.stage < number("beyond_stage"):
        says.append(say("ladder", "beyond_later"))
    if ends is not None:
        says.append(ends.say)
    return tuple(says)
