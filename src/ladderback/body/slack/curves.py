"""How share and least angle go with one range: a curve in which each point learns from its neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ladderback.body.physics import body_of
from ladderback.body.slack.ranges import bounds_of
from ladderback.body.slack.search import Search
from ladderback.body.slack.solving import Found
from ladderback.body.slack.values import Range, RangeName, Ranges
from ladderback.body.slack.ways import ways_of
from ladderback.body.values import Build


class Point(Struct, frozen=True, kw_only=True):
    """One range [deg] with the angle of the low back when moving with ease and the least angle [deg]; None where the
    way is not possible."""

    range: float
    angle: float | None
    least: float | None


def curve(
    build: Build, ranges: Ranges, task: str, way: str, name: RangeName, values: Sequence[float]
) -> tuple[Point, ...]:
    """The way of a task with one range at each of these values on both sides, least range first [deg].

    The stiffest comes first; each next one begins at the one before. Then back, and forward once more.
    """
    chosen = next(one for one in ways_of(task) if one.way == way)
    search = Search(body_of(build), chosen, None, 0, 2)
    ordered = sorted(set(values))
    bounds = [bounds_of(replace(ranges, **{name: Range.both(one)}), build.sex) for one in ordered]
    eases: list[Found] = []
    for one in reversed(bounds):
        eases.append(search.ease(one, eases[-1:]))
    spared: list[Found] = []
    for one in bounds:
        spared.append(search.least(one, spared[-1:]))
    for index in range(len(bounds) - 2, -1, -1):
        spared[index] = search.least_from(bounds[index], [spared[index + 1]])
    for index in range(1, len(bounds)):
        spared[index] = search.least_from(bounds[index], [spared[index - 1]])
    bent, angle = search.solver.bent, search.solver.angle
    return tuple(
        Point(
            range=value, angle=angle(easy.solved) if easy.missed.accepted else None,
            least=bent(least.solved) if least.missed.accepted else None,
        )
        for value, easy, least in zip(ordered, reversed(eases), spared, strict=True)
    )  # fmt: skip
