"""Too much of the same in one week: a kind of movement twice over, or an exercise beside its own harder neighbour."""

from __future__ import annotations

from collections import defaultdict

from ladderback.planner.brief import Brief
from ladderback.planner.options import Option
from ladderback.planner.points import STRENGTH
from ladderback.planner.problem import Crowd


def crowds(brief: Brief, options: list[Option]) -> tuple[Crowd, ...]:
    """Groups of a week of which one is enough, with what each one beyond costs.

    Why: four hinges train bending four times over and leave legs, pushing and pulling to themselves.
    """
    return (*_of_a_kind(brief, options), *_neighbours(brief, options))


def _of_a_kind(brief: Brief, options: list[Option]) -> list[Crowd]:
    same: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(options):
        if one.exercise.movement in STRENGTH:
            same[one.exercise.movement].append(place)
    points = brief.taste.prefer["same_movement"]
    return [
        Crowd(name=name, members=tuple(members), most=1, points=points)
        for name, members in sorted(same.items())
        if len({options[one].exercise.id for one in members}) > 1
    ]


def _neighbours(brief: Brief, options: list[Option]) -> list[Crowd]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(options):
        places[one.exercise.id].append(place)
    points = brief.taste.prefer["beside_harder"]
    return [
        Crowd(name=f"{name} and {harder}", members=(*places[name], *places[harder]), most=1, points=points)
        for name in sorted(places)
        for harder in brief.exercise(name).harder
        if harder in places
    ]
