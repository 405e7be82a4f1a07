"""Writes the chosen rungs down: names, loads as ratios with their uncertainty, pass rules, states and notes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor

from msgspec import Struct

from ladderback.body.uncertainty import Ratio, band_of, is_tie, ratio_to
from ladderback.body.values import SpinalLoad
from ladderback.evidence import book
from ladderback.evidence.ladders import BEYOND, Step
from ladderback.ladder.candidates import Candidate, changed
from ladderback.ladder.numbers import listed, number, say
from ladderback.ladder.starting import is_open
from ladderback.ladder.trying import Climb, Place, Rule, Target
from ladderback.ladder.values import Changed, Closed, Rung, RungState
from ladderback.terms.errors import SolverError
from ladderback.terms.sides import Side

NOBODY = Climb(at=0)


class Person(Struct, frozen=True, kw_only=True):
    """What the words of a ladder depend on: standing load, told ability and fear, side, and what a good try is."""

    task: str
    standing: SpinalLoad
    ability: float | None
    fear: float | None
    side: Side | None
    rule: Rule
    tries: int


def identifier(task: str, one: Candidate) -> str:
    """The stable name of a rung: the task, the step, the weight, the amount where a step has several.

    Why: it stands in logs, so it never depends on how many rungs a ladder has.
    """
    parts = [task, one.step.id]
    if one.kg:
        parts.append(f"{one.kg:g}kg".replace(".", "_"))
    if len(one.step.minutes) > 1:
        parts.append(f"{one.minutes:g}min".replace(".", "_"))
    elif len(one.step.reps) > 1 and one.reps is not None and not one.kg:
        parts.append(f"{one.reps}x")
    return ".".join(parts)


def name_of(one: Candidate) -> str:
    """A rung in plain words."""
    step = one.step
    name = step.name.format(kg=f"{one.kg:g}") if one.kg or not step.name_empty else step.name_empty
    if one.minutes is not None:
        return say("name", "minutes", name=name, minutes=one.minutes)
    if len(step.reps) < 2 or one.kg:
        return name
    return say("name", "once", name=name) if one.reps == 1 else say("name", "reps", name=name, reps=one.reps)


def target_of(one: Candidate, person: Person) -> Target:
    """What a rung asks for: fewer repetitions and one good try more for somebody who is afraid."""
    if one.minutes is not None or one.reps is None:
        return Target(reps=None, when_afraid=None, kg=one.kg, tries=person.tries)
    share, least = number("fear_reps_share"), int(number("fear_reps_least"))
    fewer = min(one.reps, max(least, ceil(one.reps * share)))
    afraid = person.fear is not None and person.fear >= number("fear_high")
    return Target(reps=fewer if afraid else one.reps, when_afraid=fewer, kg=one.kg, tries=person.tries)


def rungs_of(
    way: Sequence[Candidate], plain: Sequence[Candidate], person: Person, found: Climb, easy: int | None
) -> tuple[Rung, ...]:
    """The rungs of a ladder with the state of each.

    Args:
        way: the rungs as chosen, with easy steps between.
        plain: the rungs without those.
        easy: the rung a flare-up steps back to; None when there is no flare-up.
    """
    states = states_of(way, person.rule.stage, found, easy)
    goal = max(one.load.compression for one in way)
    below: list[Candidate | None] = [None, *way]
    return tuple(
        _rung(one, before, person, found, index, states[index], goal, one not in plain)
        for index, (one, before) in enumerate(zip(way, below, strict=False))
    )


def beyond_rungs(task: Candidate, beyond: Sequence[Candidate], person: Person) -> tuple[Rung, ...]:
    """The rungs beyond the task while they are not open."""
    goal = task.load.compression
    return tuple(
        _rung(one, below, person, NOBODY, -1, "locked", goal, False) for below, one in pairwise((task, *beyond))
    )


def states_of(way: Sequence[Candidate], stage: int, found: Climb, easy: int | None) -> list[RungState]:
    """Done below, now here, next above, later beyond; locked where a limit or the stage says not yet."""
    here = found.at if easy is None else easy
    made: list[RungState] = []
    shut = False
    for index, one in enumerate(way):
        shut = shut or not is_open(one, stage)
        if shut:
            made.append("locked")
        elif index < here or (index in found.passed and easy is None):
            made.append("done")
        elif index == here:
            made.append("now")
        elif easy is not None and index <= found.at:
            made.append("stepped_back")
        else:
            made.append("next" if index == here + 1 else "later")
    return made


def _rung(
    one: Candidate, below: Candidate | None, person: Person, found: Climb, index: int, state: RungState, goal: float,
    extra: bool,
) -> Rung:  # fmt: skip
    step, target = one.step, target_of(one, person)
    good = min(found.good.get(index, 0), target.tries)
    ratio = _ratio(one, person)
    measured = None if step.variation.changes or one.kg else book().tables["load_classes"].get(step.movement)
    return Rung(
        rung=identifier(person.task, one), name=name_of(one), kind=step.kind, step=step.id, movement=step.movement,
        exercise=step.trained_by if one.stages else "", side=_side(step, person), variation=step.variation,
        load_kg=one.kg, reps=target.reps, minutes=one.minutes, levels=dict(step.levels),
        changed=changed(below, one) if below is not None else (), ratio_to_standing=round(ratio.value, 2),
        ratio_low=floor(100 * ratio.low) / 100, ratio_high=ceil(100 * ratio.high) / 100,
        band=measured.cells["band"] if measured else band_of(ratio.value),
        band_from="measured" if measured else "computed", band_sources=measured.sources if measured else (),
        tied_with_below=below is not None and is_tie(below.load.compression, one.load.compression),
        compression_n=round(one.load.compression, 1), moment_nm=round(one.load.moment, 1), peak_pose=one.load.pose,
        sure=one.load.sure, from_stage=one.from_stage, stages=one.stages,
        fear=fear_of(one, person, goal, found, index), tries=target.tries, good_tries=good,
        tried=tuple(found.tried.get(index, ())), pass_when=pass_when(one, target, person), prepares=step.prepares,
        state=state, note=_note(state, one, target, good, person, index, found), extra=extra, closed=one.closed,
    )  # fmt: skip


def _side(step: Step, person: Person) -> Side | None:
    """The side of a sided movement: the one that was asked for, else the one it is written for."""
    written = book().poses[step.movement].side
    return (person.side or written) if written else None


def _ratio(one: Candidate, person: Person) -> Ratio:
    """A load against own standing; twice as uncertain where the muscles of this body are at their end."""
    if one.load.load is None:
        raise SolverError(f"{one.step.id}: its load was read off and not computed. Weigh it before it is told.")
    ratio = ratio_to(one.load.load, person.standing)
    if one.load.sure:
        return ratio
    return Ratio(ratio.value, max(0.0, 2 * ratio.low - ratio.value), 2 * ratio.high - ratio.value)


def fear_of(one: Candidate, person: Person, goal: float, found: Climb, index: int) -> float | None:
    """The worry that is expected: last told for this rung, else that of the task in proportion to load."""
    told = [go.fear_after for go in found.tried.get(index, ()) if go.fear_after is not None]
    if told:
        return told[-1]
    if person.fear is None:
        return None
    least = number("fear_least_share")
    return float(round(person.fear * min(1.0, least + (1 - least) * one.load.compression / goal)))


def pass_when(one: Candidate, target: Target, person: Person) -> str:
    """The pass rule as a sentence: how much, how often, how it may feel, the next morning, the worry."""
    amount = say("pass", "minutes", minutes=one.minutes, tries=target.tries) if one.minutes is not None else say(
        "pass", "reps" if target.reps != 1 else "once", reps=target.reps, tries=target.tries
    )  # fmt: skip
    parts = [amount, say("pass", "quota" if person.rule.quota else "pain", pain=person.rule.pain_most)]
    if person.rule.worry:
        parts.append(say("pass", "worry", fear=number("fear_pass_most")))
    return " ".join(parts)


def _note(state: RungState, one: Candidate, target: Target, good: int, person: Person, index: int, found: Climb) -> str:
    if state == "locked":
        return locked_because(one, person.rule.stage)
    if state == "now":
        return say("note", "now", good=good, tries=target.tries)
    if state == "next":
        return say("note", "next")
    if state == "stepped_back":
        return say("note", "stepped_back")
    if state == "done":
        return say("note", "passed" if index in found.passed else "told" if person.ability else "below")
    return ""


def locked_because(one: Candidate, stage: int) -> str:
    """Why a rung is not open yet, and when it opens."""
    closed = one.closed
    if closed is not None and closed.opens_in_week is not None:
        return say("note", "opens_in_week", because=closed.because, week=closed.opens_in_week)
    if closed is not None:
        return closed.because
    first = max(one.from_stage, int(number("beyond_stage")) if one.step.kind in BEYOND else 1)
    if first > stage:
        return say("note", "opens_in_stage", stage=first)
    return say("note", "locked_below")


def who_may(closed: Closed) -> str:
    """Who could allow the next rung, in words."""
    roles = tuple(say("role", "of", role=one.replace("_", " ")) for one in closed.who)
    return listed(roles, "or")


def changes_in_words(what: tuple[Changed, ...]) -> str:
    """The qualities that change, as one says them."""
    return listed(tuple(say("quality", one) for one in what))


def placed(person: Person, candidates: Sequence[Candidate], way: Sequence[Candidate]) -> dict[str, Place]:
    """The rung that each identifier stands for: its own, else the highest that loads no more; and what it asks."""
    other = {
        identifier(person.task, one): (
            max((index for index, rung in enumerate(way) if rung.order <= one.order), default=0), target_of(one, person)
        )
        for one in candidates
    }  # fmt: skip
    own = {identifier(person.task, one): (index, target_of(one, person)) for index, one in enumerate(way)}
    return other | own
