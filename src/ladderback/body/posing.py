"""Brings a body into a pose: authored angles are soft, touches and reaches are hard, limits are never passed.

One sequential quadratic programme for everything: the load of a pose, and (with another price of angles) who takes up
the slack. Each step minimises prices of angles + demands^2 + balance^2 + overlap^2 with the limits as bounds.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np

from ladderback.body.balance import leaning
from ladderback.body.coordinates import Matrix, Vector, limits, names, place_of
from ladderback.body.demands import Demands
from ladderback.body.numbers import number
from ladderback.body.physics import Body
from ladderback.body.quadratic import least
from ladderback.movements.values import Posed

# The price of a vector of coordinates: value, slope and curvature (of each coordinate alone, or of all together).
Price = Callable[[Vector], tuple[float, Vector, Vector]]
_LIE_TURNS = {
    "upright": (0.0, 0.0), "supine": (-90.0, 0.0), "prone": (90.0, 0.0), "left_side": (-90.0, 0.0), "right_side": (-90.0, 0.0)
}  # fmt: skip


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


class Problem:
    """One pose for one body: demands, limits, prices; reused for every start."""

    def __init__(self, body: Body, pose: Posed, price: Price | None = None, ranges: tuple[Vector, Vector] | None = None) -> None:
        self.body, self.pose = body, pose
        self.rows: Matrix = np.zeros((0, len(names())))  # further limits: rows @ angles <= most
        self.most: Vector = np.zeros(0)
        self.demands = Demands(pose, body.build.stature)
        self.low, self.high = ranges if ranges is not None else limits()
        self.goal_turn = authored_turn(pose)
        self.price = price or authored_price(pose)
        self.turn_price = turn_price(pose)
        self.slopes = np.zeros((3 * len(self.demands.landmarks), 6 + len(self.low)))
        self._marks = [body.landmarks[mark] for mark in self.demands.landmarks]

    def lengths(self) -> Vector:
        """The demands as lengths [m] in the pose the body is in."""
        return np.asarray(self.demands.weights @ self.body.points()[self._marks].ravel() - self.demands.goal)

    def value(self, angles: Vector, turn: Vector) -> float:
        """Everything that is to be small, as one number, in the pose the body is in."""
        hard = number("demand_price") ** 2
        spun = turned_by(self.goal_turn, turn)
        sway = leaning(self.body, self.demands)[0] if self.pose.balance else np.zeros(0)
        inside = [min(0.0, distance + number("overlap_allowed")) for _, _, distance in self.body.overlaps()]
        return float(
            self.price(angles)[0] + self.turn_price * spun @ spun + hard * np.sum(self.lengths() ** 2)
            + number("balance_price") ** 2 * np.sum(sway**2) + number("overlap_price") ** 2 * np.sum(np.square(inside))
        )  # fmt: skip

    def step(self, angles: Vector, turn: Vector, damping: float) -> Vector:
        """The step of the pose that the quadratic programme proposes; damping keeps it short [1/rad2]."""
        hessian, pull = self._soft(angles, turn)
        for index, mark in enumerate(self.demands.landmarks):
            self.slopes[3 * index : 3 * index + 3] = self.body.slope(mark)
        rows = self.demands.weights @ self.slopes
        _add(hessian, pull, rows, self.lengths(), number("demand_price") ** 2)
        if self.pose.balance:
            sway, slope = leaning(self.body, self.demands, slopes=True)
            _add(hessian, pull, slope, sway, number("balance_price") ** 2)
        for distance, slope in self.body.collisions(number("overlap_allowed")):
            _add(hessian, pull, slope[None, :], np.array([distance]), number("overlap_price") ** 2)
        hessian[np.diag_indices_from(hessian)] += damping
        return _within(hessian, pull, self.low - angles, self.high - angles, self.rows, self.most - self.rows @ angles)

    def _soft(self, angles: Vector, turn: Vector) -> tuple[Matrix, Vector]:
        _, slope, curve = self.price(angles)
        alone = curve if curve.ndim == 1 else np.zeros(len(slope))
        hessian = np.diag(np.concatenate([np.full(3, 2e-5), np.full(3, 2 * self.turn_price), alone + 1e-6]))
        if curve.ndim == 2:
            hessian[6:, 6:] += curve
        spun = turned_by(self.goal_turn, turn)
        return hessian, -np.concatenate([np.zeros(3), 2 * self.turn_price * spun, slope])


def solve(problem: Problem, start: Solved | None = None, most: int = 60) -> Solved:
    """Brings the body into the pose from a start (the authored angles when none is given)."""
    body = problem.body
    where, turn, angles = (start.where, start.turn, start.angles) if start else first_guess(problem)
    body.take(where, turn, angles)
    value, damping, steps, still = problem.value(angles, turn), number("damping"), 0, 0
    while steps < most and still < 2:
        steps += 1
        body.take(where, turn, angles)
        step = problem.step(angles, turn, damping)
        step *= min(1.0, number("largest_step") / max(1e-12, float(np.abs(step[3:]).max())))
        new_where, new_turn = body.moved(where, turn, step)
        new_angles = angles + step[6:]
        body.take(new_where, new_turn, new_angles)
        new = problem.value(new_angles, new_turn)
        if new > value:
            damping = max(damping, 1e-4) * 10
            still += damping > 1e4
            continue
        still = still + 1 if value - new < number("good_enough") * (1 + value) else 0
        value, where, turn, angles, damping = new, new_where, new_turn, new_angles, damping / 10
    body.take(where, turn, angles)
    lengths = problem.lengths()
    return Solved(where, turn, angles, float(np.abs(lengths).max()) if len(lengths) else 0.0, steps)


def _add(hessian: Matrix, pull: Vector, slopes: Matrix, lengths: Vector, price: float) -> None:
    if not len(lengths):
        return
    hessian += 2 * price * slopes.T @ slopes
    pull -= 2 * price * slopes.T @ lengths


def _within(hessian: Matrix, pull: Vector, floor: Vector, ceiling: Vector, more: Matrix, room: Vector) -> Vector:
    """The best step that passes no limit; only limits in reach become rows, since few rows make a fast programme."""
    low, high = floor > -0.1, ceiling < 0.1
    while True:
        below, above = np.flatnonzero(low), np.flatnonzero(high)
        rows = np.zeros((len(below) + len(above) + len(more), 6 + len(floor)))
        rows[np.arange(len(below)), 6 + below] = 1.0
        rows[len(below) + np.arange(len(above)), 6 + above] = -1.0
        rows[len(below) + len(above) :, 6:] = -more
        step = least(hessian, pull, rows, np.concatenate([floor[below], -ceiling[above], -room]))
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
    goal, weight = authored_angles(pose), np.empty(len(names()))
    for index, name in enumerate(names()):
        weight[index] = number("price_trunk") if name.split("_")[0] in ("lumbar", "thoracic", "neck") else number("price_limb")
        if _is_among(name, pose.firm):
            weight[index] = number("price_firm")
        if _is_among(name, pose.loose):
            weight[index] = number("price_loose")
    squared = weight**2

    def price(angles: Vector) -> tuple[float, Vector, Vector]:
        off = angles - goal
        return float(squared @ off**2), 2 * squared * off, 2 * squared

    return price


def turn_price(pose: Posed) -> float:
    """The price of turning the pelvis from where it was authored [1/rad2]."""
    kind = "price_loose" if "pelvis" in pose.loose else "price_firm" if "pelvis" in pose.firm else "price_pelvis"
    return number(kind) ** 2


def _is_among(name: str, words: tuple[str, ...]) -> bool:
    side, _, plain = name.partition("_")
    joint = (plain if side in ("left", "right") else name).split("_")[0]
    limb = "arms" if joint in ("shoulder", "elbow", "forearm", "wrist") else "legs" if joint in ("hip", "knee", "ankle", "foot") else "spine"
    sided = f"{side}_{'arm' if limb == 'arms' else 'leg'}" if side in ("left", "right") else ""
    return any(word in (name, plain, joint, limb, sided) for word in words)


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
    apart = _times(np.array([start[0], -start[1], -start[2], -start[3]]), end)
    if apart[0] < 0:
        apart = -apart
    sine = float(np.linalg.norm(apart[1:]))
    return np.asarray(apart[1:] * (2.0 if sine < 1e-9 else 2 * np.arctan2(sine, apart[0]) / sine))


def _about(axis: str, degrees: float) -> Vector:
    half = np.radians(degrees) / 2
    turn = np.array([np.cos(half), 0.0, 0.0, 0.0])
    turn[1 + "xyz".index(axis)] = np.sin(half)
    return turn


def _times(a: Vector, b: Vector) -> Vector:
    w, x, y, z = a
    return np.array(
        [
            w * b[0] - x * b[1] - y * b[2] - z * b[3], w * b[1] + x * b[0] + y * b[3] - z * b[2],
            w * b[2] - x * b[3] + y * b[0] + z * b[1], w * b[3] + x * b[2] - y * b[1] + z * b[0],
        ]
    )  # fmt: skip
