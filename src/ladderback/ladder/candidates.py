"""Everything that could be a rung for this person: each step with each weight, weighed and set against limits."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from ladderback.body.values import Build
from ladderback.evidence import book
from ladderback.evidence.exercises import Exercise
from ladderback.evidence.ladders import BEYOND, LadderRecord, Step
from ladderback.ladder.numbers import number
from ladderback.ladder.values import Asked, Changed, Closed, Limits
from ladderback.ladder.weighing import Weighed, guess, round_kg, sketch, weigh, weights_between
from ladderback.terms.sides import Side

SAME = 1e-9


class Candidate(Struct, frozen=True, kw_only=True):
    """One possible rung: a step with a weight [kg] and an amount; `place` is where its step stands in the
    record, `amount` which of the amounts of its step it is."""

    step: Step
    place: int
    kg: float
    reps: int | None
    minutes: float | None
    load: Weighed
    amount: int = 0
    closed: Closed | None = None

    @property
    def order(self) -> tuple[float, float, float, int]:
        """Rungs go by load; equal loads by amount, then weight, then as written."""
        return (round(self.load.compression, 1), self.minutes or float(self.reps or 0), self.kg, self.place)

    @property
    def key(self) -> tuple[str, float, int]:
        """Which step, which weight, which amount."""
        return (self.step.id, self.kg, self.amount)

    @property
    def opens(self) -> float:
        """The week in which it opens: the first for what is open today."""
        if self.closed is None:
            return 1
        return float("inf") if self.closed.opens_in_week is None else self.closed.opens_in_week

    @property
    def never(self) -> bool:
        """A limit keeps it out in every week of the programme."""
        return self.closed is not None and self.closed.opens_in_week is None

    @property
    def stages(self) -> tuple[int, ...]:
        """The stages in which the exercise that trains it is prescribed; empty where no exercise does."""
        exercise = trained_by(self.step)
        return exercise.stages if exercise else ()

    @property
    def from_stage(self) -> int:
        """The first stage in which it is trained."""
        return min(self.stages, default=1)

    @property
    def lifts_and_turns(self) -> bool:
        """Something is held while the trunk or the feet turn."""
        return self.kg > 0 and self.step.levels.get("twist", 0) > 0


class Wanted(Struct, frozen=True, kw_only=True):
    """One ladder to be made: for which body, with which weight [kg], to which side, within which limits."""

    record: LadderRecord
    body: Build
    kg: float
    side: Side | None
    limits: Limits


def changed(below: Candidate, above: Candidate) -> tuple[Changed, ...]:
    """The qualities in which two candidates differ. Amounts count within a step: five squats are not five walks."""
    names = dict.fromkeys((*below.step.levels, *above.step.levels))
    found: list[Changed] = [one for one in names if below.step.levels.get(one, 0) != above.step.levels.get(one, 0)]
    if abs(below.kg - above.kg) > SAME:
        found.append("load")
    tired = (below.step.kind == "tired") != (above.step.kind == "tired")
    if tired or (below.step == above.step and below.amount != above.amount):
        found.append("repetitions")
    return tuple(found)


def candidates(wanted: Wanted) -> tuple[tuple[Candidate, ...], tuple[str, ...]]:
    """Every candidate up to the task, by load, and the steps that this body can not be posed in."""
    found, left_out = [], []
    for place, step in enumerate(wanted.record.steps):
        if step.kind in BEYOND:
            continue
        if step.movement not in book().poses:
            left_out.append(f"{step.id}: no poses")
            continue
        made = list(_of_step(wanted, step, place))
        left_out += [f"{step.id}: {one.load.failed}" for one in made if one.load.failed]
        found += [one for one in made if not one.load.failed]
    return tuple(sorted(found, key=lambda one: one.order)), tuple(dict.fromkeys(left_out))


def _of_step(wanted: Wanted, step: Step, place: int) -> Iterator[Candidate]:
    if not wanted.kg or step.share is None:
        yield from _amounts(wanted, step, place, 0.0, weighed(wanted, step, None if step.share is None else 0.0))
        return
    low, high = span_of(wanted, step)
    heavy = weighed(wanted, step, high)
    yield candidate(wanted, step, place, high, heavy)
    if heavy.failed or (low == high and not step.empty):
        return
    least = 0.0 if step.empty else low
    light = sketch(wanted.body, wanted.record.id, step, least, high)
    line = ((least, light), (high, heavy))
    for kg in dict.fromkeys((least, low, *weights_between(low, high, guess(low, *line), heavy))):
        if kg < high:
            yield candidate(wanted, step, place, kg, guess(kg, *line))


def span_of(wanted: Wanted, step: Step) -> tuple[float, float]:
    """The least and the most weight of a step for this person [kg]."""
    shares = step.share or (0.0, 0.0)
    least = number("least_kg")
    most = wanted.kg * shares[1] if step.most_kg is None else min(step.most_kg, wanted.kg * shares[1])
    high = most if shares[1] == 1.0 and most == wanted.kg else round_kg(max(least, most))
    return min(high, round_kg(max(least, wanted.kg * shares[0]))), high


def weighed(wanted: Wanted, step: Step, kg: float | None, heaviest: float | None = None) -> Weighed:
    """The load of a step on the body the ladder is for."""
    return weigh(wanted.body, wanted.record.id, step, kg, heaviest)


def exactly(wanted: Wanted, one: Candidate) -> Candidate:
    """A candidate whose load was read off between two weights, weighed."""
    if not one.load.guessed:
        return one
    return replace(one, load=weighed(wanted, one.step, one.kg, span_of(wanted, one.step)[1]))


def _amounts(wanted: Wanted, step: Step, place: int, kg: float, load: Weighed) -> Iterator[Candidate]:
    for amount, minutes in enumerate(step.minutes):
        yield replace(candidate(wanted, step, place, kg, load), amount=amount, minutes=minutes, reps=None)
    if not step.minutes:
        for amount, reps in enumerate(step.reps):
            yield replace(candidate(wanted, step, place, kg, load), amount=amount, reps=reps)


def candidate(wanted: Wanted, step: Step, place: int, kg: float, load: Weighed) -> Candidate:
    """A candidate with the whole amount of its step and with what the limits say of it."""
    return Candidate(
        step=step, place=place, kg=kg, reps=None if step.minutes else step.reps[-1],
        minutes=step.minutes[-1] if step.minutes else None, load=load, closed=wanted.limits(asked_of(step, kg)),
    )  # fmt: skip


def asked_of(step: Step, kg: float) -> Asked:
    """Every word by which a limit may name a step with this weight."""
    exercise = trained_by(step)
    words = {*step.tags, step.movement}
    if exercise is not None:
        words |= {*exercise.all_tags, exercise.movement, exercise.id, f"group:{exercise.group}"}
        words |= {f"position:{exercise.position}", *(f"target:{target}" for target in exercise.targets)}
    return Asked(words=frozenset(words), exercise=step.trained_by, load_kg=kg)


def trained_by(step: Step) -> Exercise | None:
    """The record of the exercise that trains a step."""
    return book().exercises.get(step.trained_by)
