"""The rungs beyond the task, so that it stays easy: heavier, awkward or tired; never tired and heavier together."""

from __future__ import annotations

from collections.abc import Iterator

from ladderback.evidence import book
from ladderback.evidence.ladders import BEYOND, Step
from ladderback.ladder.candidates import Candidate, Wanted, candidate, weighed
from ladderback.ladder.choosing import may_follow
from ladderback.ladder.numbers import number
from ladderback.ladder.weighing import round_kg


def beyond_the_task(wanted: Wanted, task: Candidate) -> tuple[Candidate, ...]:
    """Rungs above the task by load, each within the most that is allowed above it and against no limit of all weeks."""
    found: list[Candidate] = []
    for place, step in enumerate(wanted.record.steps):
        if step.kind in BEYOND and step.movement in book().poses:
            found += _made(wanted, step, place, task)
    most = task.load.compression * (1 + number("beyond_most"))
    fit = [
        one for one in found
        if not one.load.failed and not one.never and task.load.compression <= one.load.compression <= most
    ]  # fmt: skip
    chain = [task]
    for one in sorted(fit, key=lambda one: (one.order[0], one.step.kind != "tired", one.order)):
        if may_follow(chain[-1], one):
            chain.append(one)
    return tuple(chain[1:])


def _made(wanted: Wanted, step: Step, place: int, task: Candidate) -> Iterator[Candidate]:
    if step.kind == "tired":
        yield candidate(wanted, step, place, task.kg, task.load)
    elif step.kind == "heavier":
        yield from _heavier(wanted, step, place, task)
    else:
        yield from _awkward(wanted, step, place, task)


def _heavier(wanted: Wanted, step: Step, place: int, task: Candidate) -> Iterator[Candidate]:
    """Two weights whose loads lie above that of the task by what is aimed at."""
    least, probe = task.kg, round_kg(task.kg * 1.25 + 2 * number("least_kg"))
    heavy = weighed(wanted, step, probe)
    slope = (heavy.compression - task.load.compression) / (probe - least)
    if slope <= 0 or heavy.failed:
        return
    for aim in ("beyond_heavier", "beyond_heaviest"):
        kg = round_kg(least + number(aim) * task.load.compression / slope)
        if kg > least:
            yield candidate(wanted, step, place, kg, weighed(wanted, step, kg))


def _awkward(wanted: Wanted, step: Step, place: int, task: Candidate) -> Iterator[Candidate]:
    """With the weight of the task, or with as much less as keeps the load within what is allowed."""
    held = step.share is not None and task.kg > 0
    full = weighed(wanted, step, task.kg if held else None)
    if held and full.compression > task.load.compression * (1 + number("beyond_most")):
        light = weighed(wanted, step, 0.0, task.kg)
        slope = (full.compression - light.compression) / task.kg
        aim = task.load.compression * (1 + number("beyond_heavier"))
        if slope > 0 and (kg := round_kg((aim - light.compression) / slope)) >= number("least_kg"):
            yield candidate(wanted, step, place, kg, weighed(wanted, step, kg, task.kg))
        return
    yield candidate(wanted, step, place, task.kg if held else 0.0, full)
