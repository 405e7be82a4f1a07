"""The price of an angle: how much of the person's own range it uses, cheap in the middle and steep near the end.

With it the body moves with ease; with almost all weight on the low back it shows the least that the low back must do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from ladderback.body.coordinates import Matrix, Vector, column, names, place_of
from ladderback.body.posing import Price
from ladderback.body.slack.numbers import number
from ladderback.body.slack.ranges import Bounds, straight_leg_rows, weights


@dataclass(frozen=True)
class Weighing:
    """What each coordinate, and the straight leg, weighs; and the shape of the price."""

    weight: Vector
    hamstring: float
    power: float
    square: float


@cache
def usual_weighing() -> Weighing:
    """The weights and the shape that fit published use of the low back.

    Source: SLACKFIT
    """
    return Weighing(weights(), number("hamstring_weight"), number("power"), number("square"))


@cache
def drawn(seed: int) -> tuple[Weighing, ...]:
    """Other weights and shapes, drawn around the usual ones, to see whether an answer hangs on them."""
    draw = np.random.default_rng(seed)
    usual, found = usual_weighing(), []
    for _ in range(int(number("draws"))):
        off = np.exp(number("draw_spread") * draw.standard_normal(len(_kinds()) + 1))
        power, square = float(draw.choice([4.0, 6.0, 8.0, 12.0])), float(draw.choice([0.1, 0.2, 0.35]))
        found.append(Weighing(usual.weight * off[_kind_of()], usual.hamstring * float(off[-1]), power, square))
    return tuple(found)


@cache
def _kinds() -> tuple[str, ...]:
    return tuple(sorted({_plain(name) for name in names()}))


@cache
def _kind_of() -> Vector:
    return np.array([_kinds().index(_plain(name)) for name in names()])


def _plain(name: str) -> str:
    return name.removeprefix("left_").removeprefix("right_")


def ease(bounds: Bounds, weighing: Weighing, scale: float | None = None) -> Price:
    """The price of moving with ease within these bounds; `scale` sets it against demands that are not met."""
    rest = _rest()
    up, down = _reach(bounds.high - rest), _reach(rest - bounds.low)
    slack, floor = straight_leg_rows(), np.radians(number("range_floor"))
    legs = np.maximum(np.array(bounds.straight_leg), floor)
    square, power = weighing.square, weighing.power
    scale = number("price_scale") if scale is None else scale
    last: list[Any] = []  # the solver asks for the same angles twice

    def price(angles: Vector) -> tuple[float, Vector, Matrix]:
        if last and last[0] is angles:
            answer: tuple[float, Vector, Matrix] = last[1]
            return answer
        found = priced(angles)
        last[:] = [angles, found]
        return found

    def priced(angles: Vector) -> tuple[float, Vector, Matrix]:
        off = angles - rest
        length = np.where(off >= 0, up, down)
        value, slope, curve = _steep(off / length, power, square)
        pulled = np.maximum(slack @ angles, 0.0) / legs
        tight, tight_slope, tight_curve = _steep(pulled, power, square)
        tight_curve = np.where(pulled > 0, tight_curve, 0.0)
        along = slack / legs[:, None]
        total = weighing.weight @ value + weighing.hamstring * tight.sum()
        slopes = weighing.weight * slope / length + weighing.hamstring * (tight_slope @ along)
        bend = np.diag(weighing.weight * curve / length**2) + weighing.hamstring * (along.T * tight_curve) @ along
        return float(scale * total), scale * slopes, scale * bend

    return price


def _steep(share: Vector, power: float, square: float) -> tuple[Vector, Vector, Vector]:
    """Value, slope and curvature of a share of range."""
    size = np.abs(share)
    top = size ** (power - 2)
    value = square * share**2 + (1 - square) * top * share**2
    slope = 2 * square * share + (1 - square) * power * top * share
    return value, slope, 2 * square + (1 - square) * power * (power - 1) * top


def _reach(room: Vector) -> Vector:
    return np.maximum(room, np.radians(number("range_floor")))


@cache
def _rest() -> Vector:
    return np.radians(column("rest"))


def sparing(bounds: Bounds, coordinate: str, start: Vector) -> Price:
    """The price that spares one coordinate of the low back; all else may go to its stop and hardly minds.

    What does not help stays where the search began, so that no needless turn of a hand makes the search slow.
    """
    scale, index = number("least_scale"), place_of(coordinate) - 6
    weight = scale * _rest_weight() / _reach(bounds.high - bounds.low) ** 2
    weight[index] = scale * number("least_weight") / max(bounds.high[index], -bounds.low[index]) ** 2
    rest = start.copy()
    rest[index] = 0.0

    def price(angles: Vector) -> tuple[float, Vector, Vector]:
        off = angles - rest
        return float(weight @ off**2), 2 * weight * off, 2 * weight

    return price


@cache
def _rest_weight() -> Vector:
    """Arms and head, which have many ways to do the same, move less readily than trunk and legs."""
    loose = [_plain(name).split("_")[0] in ("neck", "shoulder", "elbow", "forearm", "wrist") for name in names()]
    return np.where(loose, number("least_rest_arms"), number("least_rest"))


def reaching() -> Price:
    """Hardly a price at all: what is left over is what cannot be reached."""
    weight = np.full(len(names()), 1e-7)

    def price(angles: Vector) -> tuple[float, Vector, Vector]:
        return float(weight @ angles**2), 2 * weight * angles, 2 * weight

    return price
