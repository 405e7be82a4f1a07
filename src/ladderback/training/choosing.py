"""Why an exercise cannot stay as it is today, and what may stand in for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from ladderback.evidence import book
from ladderback.intake.events import CheckIn
from ladderback.progression.numbers import number, say
from ladderback.progression.plan import Allowed, Plan, timed
from ladderback.progression.values import NextStep
from ladderback.training.amounts import name_of
from ladderback.training.neighbours import Items, easier_items, easier_than, in_programme, other_items
from ladderback.training.offending import movement_words, offends


class Arrival(Struct, frozen=True, kw_only=True):
    """What decides about today: the next step, how the person arrives, what may be done, what is already strong."""

    step: NextStep
    plan: Plan
    check_in: CheckIn | None
    above_usual: float | None
    allowed: Allowed
    strong: frozenset[str]

    @property
    def by_pain(self) -> bool:
        """Whether pain and what hurts today decide; by quota they are written down and do not."""
        return self.step.deciding == "pain"

    @property
    def worse_with(self) -> tuple[str, ...]:
        """Movements worse today, when they decide."""
        return self.check_in.worse_with if self.check_in and (self.by_pain or self.step.flare_up) else ()

    @property
    def much_worse(self) -> bool:
        """Whether pain on arrival asks for easier versions."""
        return self._pain_from("today_much_smaller_from")

    @property
    def worse(self) -> bool:
        """Whether pain on arrival asks for one set less."""
        return self._pain_from("today_smaller_from")

    def _pain_from(self, name: str) -> bool:
        decides = self.by_pain and not self.step.flare_up
        return decides and self.above_usual is not None and self.above_usual >= number(name)


class Reason(Struct, frozen=True, kw_only=True):
    """Why an exercise cannot stay as it is. A `firm` one leaves it out when nothing can stand in."""

    say: str
    firm: bool
    only: str | None = None


def reasons(name: str, arrival: Arrival) -> Iterator[Reason]:
    """Every reason why an exercise cannot stay, the firm ones first."""
    step = arrival.step
    if step.flare_up and name in step.flare_up.provoked_by:
        yield Reason(say=say("today", "flare_waits"), firm=True)
    forbidden = arrival.allowed(name, step.week)
    if forbidden is not None:
        yield Reason(say=say("today", "not_allowed", because=forbidden), firm=True)
    movement = offends(name, arrival.worse_with)
    if movement is not None:
        yield Reason(say=say("today", "worse_now", movement=movement_words(movement).capitalize()), firm=True)
    waiting = _waits_for(name, arrival)
    if waiting is not None:
        yield Reason(say=say("today", "harder_waits", name=name_of(waiting)), firm=True, only=waiting)
    level = step.levels.get(name)
    if level is not None and level.offset <= -number("rungs_down_most"):
        yield Reason(say=say("today", "two_rungs_down"), firm=False)
    if arrival.much_worse:
        yield Reason(say=say("today", "pain_much_up"), firm=False)


def _waits_for(name: str, arrival: Arrival) -> str | None:
    """The easier neighbour that must go well first, when this exercise was never trained and that one was."""
    levels = arrival.step.levels
    if name in levels and levels[name].trained:
        return None
    found = next((one for one in easier_than(name) if one in levels and levels[one].trained), None)
    return found if found and not levels[found].ready else None


def stand_in(planned: Items, reason: Reason, arrival: Arrival, used: set[str]) -> Items | None:
    """The first exercise that may take the place today, in the time of the one that goes."""
    minutes = sum(item.minutes for item in planned)
    for items in _candidates(planned, reason, arrival):
        if items[0].exercise in used or not fits_person(items, planned, arrival):
            continue
        fitting = in_time(items, minutes)
        if fitting:
            return fitting
    return None


def _candidates(planned: Items, reason: Reason, arrival: Arrival) -> Iterable[Items]:
    if reason.only is not None:
        found = in_programme(reason.only, arrival.plan, arrival.step)
        return (found,) if found else ()
    easier = easier_items(planned, arrival.plan, arrival.step)
    return [*easier, *other_items(planned, arrival.plan, arrival.step)] if reason.firm else easier


def fits_person(items: Items, planned: Items, arrival: Arrival) -> bool:
    """Whether a stand-in may be done, does not hold what is worse today, and loads the back no more."""
    name, week = items[0].exercise, arrival.step.week
    records = book().exercises
    flare = arrival.step.flare_up
    heavier = planned[0].exercise in records and records[name].load_class > records[planned[0].exercise].load_class
    return (
        not heavier
        and arrival.plan.stage(week) in records[name].stages
        and arrival.strong.isdisjoint(records[name].targets)
        and not (flare and name in flare.provoked_by)
        and offends(name, arrival.worse_with) is None
        and _waits_for(name, arrival) is None
        and not _comes_too_soon(items, planned, arrival)
        and arrival.allowed(name, week) is None
    )


def _comes_too_soon(items: Items, planned: Items, arrival: Arrival) -> bool:
    """Whether a stand-in from a later week asks for more: more in the hands, or a step that nobody has earned yet."""
    name, week, levels = items[0].exercise, arrival.step.week, arrival.step.levels
    if (arrival.plan.week_with(name, week) or 0) <= week:
        return False
    so_far = {one for one in easier_than(name) if (arrival.plan.week_with(one, week) or week + 1) <= week}
    unearned = {one for one in so_far if one not in levels or not levels[one].ready}
    heavier = max(item.load_kg for item in items) > max(item.load_kg for item in planned)
    return heavier or bool(unearned)


def in_time(items: Items, minutes: float) -> Items | None:
    """The items with as many sets as there is time for; None when not even one fits."""
    while sum(item.minutes for item in items) > minutes:
        if all(item.sets == 1 for item in items):
            return None
        items = tuple(timed(replace(item, sets=max(1, item.sets - 1)), item) for item in items)
    return items
