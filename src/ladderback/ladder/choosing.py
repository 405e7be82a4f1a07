"""Chooses the rungs: the cheapest way up through the candidates, by load, that changes little at a time.

A rung may follow another when its load is not lower and either one quality alone gets harder or the load rises by no
more than the allowed step. Among all such ways the one with the smallest price is taken; prices stand in the table.
"""

from __future__ import annotations

from collections.abc import Sequence

from ladderback.ladder.candidates import Candidate, changed
from ladderback.ladder.numbers import number

Way = tuple[float, tuple[int, ...]]


def may_follow(below: Candidate, above: Candidate) -> bool:
    """One quality alone gets harder, or a small step of load; never down, never the same thing twice."""
    if above.order <= below.order or not _next_amount(below, above):
        return False
    what = changed(below, above)
    rise = above.load.compression / below.load.compression
    guessed = number("guess_margin") if below.load.guessed or above.load.guessed else 0.0
    if not what:
        return False
    return (len(what) == 1 and _harder(below, above)) or rise <= 1 + number("step_most") - guessed


def _harder(below: Candidate, above: Candidate) -> bool:
    """No quality became easier, and nothing lighter."""
    levels = above.step.levels
    return above.kg >= below.kg and all(levels.get(name, 0) >= level for name, level in below.step.levels.items())


def _next_amount(below: Candidate, above: Candidate) -> bool:
    """Amounts of one step come one after the other; another step begins with its first amount."""
    if below.step == above.step and below.kg == above.kg:
        return above.amount == below.amount + 1
    return above.amount == 0 or below.step == above.step


def price(below: Candidate, above: Candidate) -> float:
    """What it costs to go from one rung to the next: few changes, small rises, nothing easier again, no ties."""
    what = changed(below, above)
    rise = above.load.compression / below.load.compression - 1
    levels, before = above.step.levels, below.step.levels
    easier = sum(levels.get(name, 0) < level for name, level in before.items())
    harder = sum(level > before.get(name, 0) for name, level in levels.items())
    heavier = max(0.0, above.kg - below.kg) ** 2 / above.kg if above.kg else 0.0
    tied = rise < number("tie") and what != ("repetitions",)
    return (
        number("cost_rung") + number("cost_quality") * (len(what) - 1) + number("cost_easier") * easier
        + number("cost_new_heavy") * harder * above.kg + number("cost_weight_rise") * heavier
        + number("cost_jump") * max(0.0, rise - number("step_wanted")) + number("cost_tie") * tied
        + number("cost_task_early") * (above.step.kind == "task")
        + number("cost_locked_early") * (below.closed is not None and above.closed is None)
        + number("cost_stage_falls") * (above.from_stage < below.from_stage)
    )  # fmt: skip


def choose(found: Sequence[Candidate], task: str | None) -> tuple[Candidate, ...]:
    """The rungs up to the task, or up to the highest that can be reached when the task itself is kept out.

    Args:
        found: candidates by load, without those that a limit keeps out for good.
        task: id of the step that is the task; its heaviest candidate is the goal.

    Lifting and twisting meet below the goal when the goal needs both.
    """
    goals = [index for index, one in enumerate(found) if one.step.id == task]
    if goals:
        goal = max(goals, key=lambda index: found[index].order)
        return _way_to(found[: goal + 1])
    ways = [_way_to(found[: index + 1]) for index in range(len(found))]
    return max(ways, key=lambda way: (way[-1].order, len(way)), default=())


def _way_to(found: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The cheapest way to the last candidate, from the first that is open earliest, and of those the lightest."""
    last = len(found) - 1
    met = found[last].lifts_and_turns and any(one.lifts_and_turns for one in found[:last])
    after = [
        [above for above in range(below + 1, last + 1) if may_follow(found[below], found[above])]
        for below in range(last)
    ]
    best: dict[tuple[int, bool], Way] = {(last, False): (0.0, (last,))}
    for below in range(last - 1, -1, -1):
        meets = found[below].lifts_and_turns
        for needed in (False, True):
            ways = [
                (price(found[below], found[above]) + way[0], (below, *way[1]))
                for above in after[below]
                if (way := best.get((above, needed and not meets))) is not None
            ]
            if ways:
                best[below, needed] = min(ways)
    met = met and any((index, True) in best for index in range(last))
    starts = [index for index in range(last + 1) if (index, met) in best]
    start = min(starts, key=lambda index: (found[index].closed is not None, found[index].from_stage, index))
    return tuple(found[index] for index in best[start, met][1])


def with_easy_steps(
    way: tuple[Candidate, ...], found: Sequence[Candidate], fear: float | None
) -> tuple[Candidate, ...]:
    """Puts easy steps between rungs for a person who is afraid: nearer in load, each still a step that may follow."""
    gap = _gap(fear)
    if gap is None:
        return way
    made: list[Candidate] = list(way[:1])
    for above in way[1:]:
        below = made[-1]
        if above.load.compression / below.load.compression - 1 > gap:
            between = [one for one in found if one not in way and _lies_between(below, one, above)]
            made += (
                [min(between, key=lambda one: (price(below, one) + price(one, above), one.order))] if between else []
            )
        made.append(above)
    return tuple(made)


def _lies_between(below: Candidate, one: Candidate, above: Candidate) -> bool:
    """It may follow and be followed, opens no later than what is above, and its qualities lie between the two."""
    if one.from_stage > above.from_stage or one.opens > above.opens:
        return False
    for name in {*below.step.levels, *one.step.levels, *above.step.levels}:
        levels = sorted((below.step.levels.get(name, 0), above.step.levels.get(name, 0)))
        if not levels[0] <= one.step.levels.get(name, 0) <= levels[1]:
            return False
    return may_follow(below, one) and may_follow(one, above)


def _gap(fear: float | None) -> float | None:
    """How wide a gap of load is left to somebody with this fear; None: as wide as it is."""
    if fear is None or fear < number("fear_some"):
        return None
    return number("easy_gap_high") if fear >= number("fear_high") else number("easy_gap_some")
