"""Brings a body into a pose: authored angles are soft, touches and reaches are hard, limits are never passed.

One sequential quadratic programme for everything: the load of a pose, and (with another price of angles) who takes up
the slack. Each step minimises prices of angles + demands^2 + balance^2 + overlap^2 with the limits as bounds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from math import atan2, sqrt
from typing import NamedTuple

import numpy as np

from ladderback.body.balance import corners, edges, pressure, pressure_slope, ring_of
from ladderback.body.coordinates import Matrix, Vector, limits, names, place_of
from ladderback.body.demands import demands_of
from ladderback.body.numbers import number
from ladderback.body.physics import Body
from ladderback.body.quadratic import least
from ladderback.movements.values import Posed

# The price of a vector of coordinates: value, slope and curvature (of each coordinate alone, or of all together).
Price = Callable[[Vector], tuple[float, Vector, Vector]]
_NEAR, _CLOSE = 0.03, 0.05  # flesh nearer than this, and edges of support nearer than this, are seen by a step [m]
_LOOKS = frozenset({1, 4, 16})
_SMALL = 0.02  # a total price below this is nearly nothing: gains are seen against it
_SETTLED = 1e-3  # a step shorter than this ends the search [rad]
_NEAR_LIMIT = 0.1  # limits nearer than this are rows from the start [rad]


@dataclass(frozen=True)
class Solved:
    """A body brought into a pose: place [m] and turn of the pelvis, coordinates [rad], and how far off it is.

    `missed` is the largest demand not met [m]; `steps` how many it took.
    """

    where: Vector
    turn: Vector
    angles: Vector
    missed: float
    steps: int

    def degrees(self, name: str) -> float:
        """One coordinate [deg]."""
        return float(np.degrees(self.angles[place_of(name) - 6]))

    def pose(self, body: Body) -> None:
        """Puts a body into this pose again."""
        body.take(self.where, self.turn, self.angles)


class Prices(NamedTuple):
    """What is paid for a metre of a demand, of lost balance and of overlap [1/m2]; flesh that may give way [m]."""

    demand: float
    balance: float
    overlap: float
    allowed: float


@cache
def _prices() -> Prices:
    return Prices(
        number("demand_price") ** 2,
        number("balance_price") ** 2,
        number("overlap_price") ** 2,
        number("overlap_allowed"),
    )


class Problem:
    """One pose for one body: demands, limits, prices; reused for every start."""

    def __init__(
        self, body: Body, pose: Posed, price: Price | None = None, ranges: tuple[Vector, Vector] | None = None
    ) -> None:
        self.body, self.pose = body, pose
        self.rows: Matrix = np.zeros((0, len(names())))  # further limits: rows @ angles <= most
        self.most: Vector = np.zeros(0)
        self.demands = demands = demands_of(pose)
        self.goals = demands.goals(body.build.stature)
        self.low, self.high = ranges if ranges is not None else limits()
        self.goal_turn = authored_turn(pose)
        self.price = price or authored_price(pose)
        self.turn_price = turn_price(pose)
        self._marks = [body.landmarks[mark] for mark in demands.landmarks]
        self._slopes = np.zeros((len(self._marks), 3, 6 + len(self.low)))
        order = {mark: index for index, mark in enumerate(demands.landmarks)}
        self._feet = [order[b.landmark] for b in demands.bearings if b.stands] if pose.balance else []
        self._pulled = [order[pull.landmark] for pull in demands.pulls]
        self._ring: list[int] = []
        self._seen: tuple[Vector, Matrix, Vector, tuple[Matrix, Vector, Vector]] | None = None
        self._forces = np.array([pull.force for pull in demands.pulls]).reshape(-1, 3)

    def anew(self) -> None:
        """Forgets which landmarks are the corners of the support: a search finds them where it starts."""
        self._ring = []

    def lengths(self) -> Vector:
        """The demands as lengths [m] in the pose the body is in."""
        return np.asarray(self.demands.weights @ self.body.points()[self._marks].ravel() - self.goals)

    def value(self, angles: Vector, turn: Vector) -> float:
        """Everything that is to be small, as one number, in the pose the body is in."""
        price, places = _prices(), self.body.points()[self._marks]
        lengths = self.demands.weights @ places.ravel() - self.goals
        spun = turned_by(self.goal_turn, turn)
        total = self.price(angles)[0] + self.turn_price * spun @ spun + price.demand * lengths @ lengths
        if self._feet:
            out = np.minimum(0.0, self._margins(places)[1])
            total += price.balance * out @ out
        inside = np.minimum(0.0, self.body.gaps() + price.allowed)
        return float(total + price.overlap * inside @ inside)

    def sway(self) -> Vector:
        """How far the pressure is outside each edge of the support [m]; none where nothing must be balanced."""
        return np.minimum(0.0, self._margins(self.body.points()[self._marks])[1]) if self._feet else np.zeros(0)

    def _margins(self, places: Matrix) -> tuple[Matrix, Vector]:
        """Inward directions of the edges of the support, and how far inside each the pressure is [m]."""
        patches = corners(places[self._feet, :2])
        if not self._ring:
            self._ring = ring_of(patches)
        inward, offset = edges(patches[self._ring])
        return inward, inward @ pressure(self.body, places[self._pulled], self._forces) - offset

    def step(self, angles: Vector, turn: Vector, damping: float) -> Vector:
        """The step of the pose that the quadratic programme proposes; damping keeps it short [1/rad2]."""
        if self._seen is None or self._seen[0] is not angles:
            self._seen = (angles, *self._seen_from(angles, turn))
        _, hessian, pull, yielding = self._seen
        damped = hessian.copy()
        damped.flat[:: len(damped) + 1] += damping
        room = self.most - self.rows @ angles
        return _within(damped, pull, self.low - angles, self.high - angles, self.rows, room, yielding)

    def forget(self) -> None:
        """Forgets what was seen in the last pose: prices or limits may have changed."""
        self._seen = None

    def _seen_from(self, angles: Vector, turn: Vector) -> tuple[Matrix, Vector, tuple[Matrix, Vector, Vector]]:
        """Curvature, pull and what may yield, in the pose the body is in."""
        hessian, pull = self._soft(angles, turn)
        for index, mark in enumerate(self._marks):
            self._slopes[index] = self.body.slope_of(mark)
        rows = self.demands.weights @ self._slopes.reshape(-1, self._slopes.shape[2])
        places, heavy = self.body.points()[self._marks], 2 * _prices().demand
        hessian += heavy * (rows.T @ rows)
        pull -= heavy * (rows.T @ (self.demands.weights @ places.ravel() - self.goals))
        return hessian, pull, self._yielding(places)

    def _yielding(self, places: Matrix) -> tuple[Matrix, Vector, Vector]:
        """Balance and overlap as rows that may be passed at a price: slopes, how far inside [m], price of passing."""
        price = _prices()
        gaps, slopes = self.body.near(_NEAR)
        prices = np.full(len(gaps), price.overlap)
        gaps = gaps + price.allowed
        if self._feet:
            inward, inside = self._margins(places)
            feet = self._slopes[self._feet, :2].sum(axis=0) / len(self._feet)
            moved = pressure_slope(self.body, self._slopes[self._pulled], self._forces) - feet
            close = inside < _CLOSE
            gaps = np.concatenate([gaps, inside[close]])
            slopes = np.vstack([slopes, inward[close] @ moved])
            prices = np.concatenate([prices, np.full(int(close.sum()), price.balance)])
        return slopes, gaps, prices

    def _soft(self, angles: Vector, turn: Vector) -> tuple[Matrix, Vector]:
        _, slope, curve = self.price(angles)
        alone = curve if curve.ndim == 1 else np.zeros(len(slope))
        hessian = np.diag(np.concatenate([np.full(3, 2e-5), np.full(3, 2 * self.turn_price), alone + 1e-6]))
        if curve.ndim == 2:
            hessian[6:, 6:] += curve
        spun = turned_by(self.goal_turn, turn)
        return hessian, -np.concatenate([np.zeros(3), 2 * self.turn_price * spun, slope])


def solve(
    problem: Problem,
    start: Solved | None = None,
    most: int = 60,
    enough: float | None = None,
    damping: float | None = None,
) -> Solved:
    """Brings the body into the pose from a start (the authored angles when none is given).

    Args:
        problem: the pose, its limits and prices.
        start: where to begin.
        most: most steps.
        enough: a step that gains less than this share ends the search; as in the table where none is given.
        damping: how short the first step is kept [1/rad2]; as in the table where none is given.
    """
    enough = number("good_enough") if enough is None else enough
    body = problem.body
    problem.forget()
    where, turn, angles = (start.where, start.turn, start.angles) if start else first_guess(problem)
    body.take(where, turn, angles)
    value, damping, steps, still, failed = (
        problem.value(angles, turn),
        number("damping") if damping is None else damping,
        0,
        0,
        False,
    )
    while steps < most and still < 2:
        steps += 1
        if steps in _LOOKS:  # the corners of the support may have changed
            problem.anew()
        step = problem.step(angles, turn, damping)
        longest = float(np.abs(step[3:]).max())
        step *= min(1.0, number("largest_step") / max(1e-12, longest))
        new_where, new_turn = body.moved(where, turn, step)
        new_angles = angles + step[6:]
        body.take(new_where, new_turn, new_angles)
        new = problem.value(new_angles, new_turn)
        if new > value:
            damping, failed = max(damping, 1e-4) * 10, True
            still += damping > 1e4
            body.take(where, turn, angles)
            continue
        little = value - new < enough * (value + _SMALL)
        still = 2 if longest < _SETTLED else still + 1 if little else 0
        damping, failed = damping if failed else damping / 10, False
        value, where, turn, angles = new, new_where, new_turn, new_angles
    body.take(where, turn, angles)
    lengths = problem.lengths()
    return Solved(where, turn, angles, float(np.abs(lengths).max()) if len(lengths) else 0.0, steps)


def _within(
    hessian: Matrix, pull: Vector, floor: Vector, ceiling: Vector, more: Matrix, room: Vector,
    yielding: tuple[Matrix, Vector, Vector],
) -> Vector:  # fmt: skip
    """The best step that passes no limit; only limits in reach become rows, since few rows make a fast programme.

    What may yield gets an unknown of its own: by how much it is passed.
    """
    slopes, gaps, prices = yielding
    count, soft = len(hessian), len(gaps)
    whole, pulls = np.zeros((count + soft, count + soft)), np.concatenate([pull, np.zeros(soft)])
    whole[:count, :count] = hessian
    whole[range(count, count + soft), range(count, count + soft)] = 2 * prices
    low, high = floor > -_NEAR_LIMIT, ceiling < _NEAR_LIMIT
    while True:
        below, above = np.flatnonzero(low), np.flatnonzero(high)
        first, second, third = len(below), len(below) + len(above), len(below) + len(above) + len(more)
        rows = np.zeros((third + soft, count + soft))
        rows[np.arange(first), 6 + below] = 1.0
        rows[np.arange(first, second), 6 + above] = -1.0
        rows[second:third, 6:count] = -more
        rows[third:, :count] = slopes
        rows[range(third, third + soft), range(count, count + soft)] = 1.0
        step = least(whole, pulls, rows, np.concatenate([floor[below], -ceiling[above], -room, -gaps]))[:count]
        passed_low, passed_high = step[6:] < floor - 1e-9, step[6:] > ceiling + 1e-9
        if not (passed_low & ~low).any() and not (passed_high & ~high).any():
            return step
        low, high = low | passed_low, high | passed_high


def first_guess(problem: Problem) -> tuple[Vector, Vector, Vector]:
    """The authored angles, with the pelvis as high as the touches on level ground ask."""
    angles = authored_angles(problem.pose).clip(problem.low, problem.high)
    where = np.array([0.0, 0.0, 1.0])
    problem.body.take(where, problem.goal_turn, angles)
    lengths, weights = problem.lengths(), problem.demands.weights
    lift = weights[:, 2::3].sum(axis=1)
    level = np.abs(lift) > 0.5
    if level.any():
        where = where - np.array([0.0, 0.0, float(np.mean(lengths[level] / lift[level]))])
    return where, problem.goal_turn, angles


@cache
def _rest() -> Vector:
    from ladderback.body.coordinates import column

    return np.radians(column("rest"))


def authored_angles(pose: Posed) -> Vector:
    """The authored angles [rad]; what is not authored rests."""
    angles = _rest().copy()
    for name, angle in pose.angles.items():
        angles[place_of(name) - 6] = np.radians(angle)
    return angles


def authored_price(pose: Posed) -> Price:
    """The price of leaving the authored angles: limbs give way first, firm angles hardly, loose ones at once."""
    goal, squared = authored_angles(pose), _prices_of_angles(pose.firm, pose.loose)

    def price(angles: Vector) -> tuple[float, Vector, Vector]:
        off = angles - goal
        return float(squared @ (off * off)), 2 * squared * off, 2 * squared

    return price


@lru_cache(maxsize=1024)
def _prices_of_angles(firm: tuple[str, ...], loose: tuple[str, ...]) -> Vector:
    weight = np.empty(len(names()))
    for index, name in enumerate(names()):
        weight[index] = (
            number("price_trunk") if name.split("_")[0] in ("lumbar", "thoracic", "neck") else number("price_limb")
        )
        if _is_among(name, firm):
            weight[index] = number("price_firm")
        if _is_among(name, loose):
            weight[index] = number("price_loose")
    return weight**2


def turn_price(pose: Posed) -> float:
    """The price of turning the pelvis from where it was authored [1/rad2]."""
    kind = "price_loose" if "pelvis" in pose.loose else "price_firm" if "pelvis" in pose.firm else "price_pelvis"
    return number(kind) ** 2


def _is_among(name: str, words: tuple[str, ...]) -> bool:
    side, _, plain = name.partition("_")
    joint = (plain if side in ("left", "right") else name).split("_")[0]
    limb = (
        "arms"
        if joint in ("shoulder", "elbow", "forearm", "wrist")
        else "legs"
        if joint in ("hip", "knee", "ankle", "foot")
        else "spine"
    )
    sided = f"{side}_{'arm' if limb == 'arms' else 'leg'}" if side in ("left", "right") else ""
    return any(word in (name, plain, joint, limb, sided, f"{side}_{joint}") for word in words)


def authored_turn(pose: Posed) -> Vector:
    """The authored turn of the pelvis as a quaternion: how it lies, then pitch forward, then roll to the right."""
    lie = {"supine": ("y", -90.0), "prone": ("y", 90.0)}.get(pose.lie)
    turns = [("z", -pose.yaw)]
    if lie:
        turns.append(lie)
    elif pose.lie in ("left_side", "right_side"):
        turns += [("y", -90.0), ("z", 90.0 if pose.lie == "left_side" else -90.0)]
    turns += [("y", pose.pitch), ("x", pose.roll)]
    turn = np.array([1.0, 0.0, 0.0, 0.0])
    for axis, angle in turns:
        turn = _times(turn, _about(axis, angle))
    return turn


def turned_by(start: Vector, end: Vector) -> Vector:
    """The turn from one to another as a vector in the axes of the turned [rad]."""
    w, x, y, z = _product((start[0], -start[1], -start[2], -start[3]), tuple(end))
    if w < 0:
        w, x, y, z = -w, -x, -y, -z
    sine = sqrt(x * x + y * y + z * z)
    scale = 2.0 if sine < 1e-9 else 2 * atan2(sine, w) / sine
    return np.array((scale * x, scale * y, scale * z))


def _about(axis: str, degrees: float) -> Vector:
    half = np.radians(degrees) / 2
    turn = np.array([np.cos(half), 0.0, 0.0, 0.0])
    turn[1 + "xyz".index(axis)] = np.sin(half)
    return turn


def _times(a: Vector, b: Vector) -> Vector:
    return np.array(_product(tuple(a), tuple(b)))


def _product(a: tuple[float, ...], b: tuple[float, ...]) -> tuple[float, float, float, float]:
    """Two turns after each other, as quaternions."""
    (w, x, y, z), (p, q, r, s) = a, b
    return (
        w * p - x * q - y * r - z * s, w * q + x * p + y * s - z * r,
        w * r - x * s + y * p + z * q, w * s + x * r - y * q + z * p,
    )  # fmt: skip
