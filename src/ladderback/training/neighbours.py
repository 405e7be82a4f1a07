"""What can stand in for an exercise today: its easier neighbours, then what the programme already holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ladderback.evidence import book
from ladderback.programme import prescribe
from ladderback.programme.dosing import Caps, first_amount
from ladderback.programme.values import Item
from ladderback.progression.plan import Plan, at_level
from ladderback.progression.values import NextStep

Items = tuple[Item, ...]


def easier_than(exercise: str) -> list[str]:
    """Every easier exercise along the links, the nearest first."""
    records = book().exercises
    found: list[str] = []
    waiting = list(records[exercise].easier) if exercise in records else []
    while waiting:
        name = waiting.pop(0)
        if name not in found and name in records:
            found.append(name)
            waiting += records[name].easier
    return found


def easier_items(items: Items, plan: Plan, step: NextStep) -> Iterator[Items]:
    """The easier neighbours of an exercise, the nearest first: as planned, else at the lowest dose of their record."""
    for name in easier_than(items[0].exercise):
        yield in_programme(name, plan, step) or _at_lowest_dose(name, items[0], plan, step)


def other_items(items: Sequence[Item], plan: Plan, step: NextStep) -> Iterator[Items]:
    """Other exercises of the programme: of the weeks so far as they were earned, then later ones at their lowest dose.

    Those with the same targets come first, then the nearest weeks, then by name.
    """
    targets = {target for item in items for target in item.targets}
    names = [name for name in plan.every_exercise() if name in book().exercises]

    def nearness(name: str) -> tuple[bool, int, int, str]:
        week = plan.week_with(name, step.week) or 0
        shared = len(targets & set(book().exercises[name].targets))
        return week > step.week, -shared, abs(step.week - week), name

    for name in sorted(names, key=nearness):
        yield in_programme(name, plan, step) or _at_lowest_dose(name, items[0], plan, step)


def in_programme(exercise: str, plan: Plan, step: NextStep) -> Items | None:
    """An exercise as the programme holds it up to this week, at the level that was earned; None when it does not."""
    week = plan.week_with(exercise, step.week)
    if week is None or week > step.week:
        return None
    for number in plan.numbers[week]:
        found = [item for item in plan.sessions[week, number].items if item.exercise == exercise]
        if found:
            return tuple(at_level(item, step.levels.get(exercise), plan, share_today(step)) for item in found)
    return None


def _at_lowest_dose(name: str, item: Item, plan: Plan, step: NextStep) -> Items:
    caps = Caps(stage=plan.stage(step.week), effort=item.effort_rpe)
    amount = first_amount(book().exercises[name], caps, book())
    items = prescribe(book().exercises[name], amount, item.why, book(), by_plan=step.deciding == "quota")
    return tuple(at_level(one, None, plan, share_today(step)) for one in items)


def share_today(step: NextStep) -> float:
    """Share of the usual amount that a flare-up leaves today; all of it without one."""
    return step.flare_up.share if step.flare_up else 1.0
