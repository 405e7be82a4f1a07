"""How a pose is held up: the forces at its touches, shared so that the muscles have the least effort.

Where more touches than needed bear (lying, kneeling on all fours) the share is not fixed by balance alone; least effort
settles it with one quadratic programme. A body that the touches cannot hold shows as a residual at the pelvis.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from ladderback.body.coordinates import Matrix, Vector, column, gearing, hinges, names
from ladderback.body.demands import Bearing, Demands
from ladderback.body.numbers import number
from ladderback.body.physics import Body
from ladderback.body.posing import Solved
from ladderback.body.quadratic import least


@dataclass(frozen=True)
class Held:
    """Force at each bearing [N] in the room (bearing x 3), what each hinge must hold [N m], and the residual.

    `residual` is what is left at the pelvis when the touches have done their best [N, N m together].
    """

    forces: Matrix
    torques: Vector
    residual: float
    weight_error: float


def hold(body: Body, demands: Demands, solved: Solved) -> Held:
    """Shares the weight of a posed body and what it carries among its touches."""
    slopes = {mark: body.hinge_slope(mark) for mark in demands.landmarks}
    asked = body.gravity()
    for pull in demands.pulls:
        asked = asked - slopes[pull.landmark].T @ pull.force
    edges, owner = _edges(demands.bearings)
    moves = [slopes[b.landmark] - (slopes[b.against] if b.against else 0.0) for b in demands.bearings]
    columns = np.array([moves[index].T @ edge for edge, index in zip(edges, owner, strict=True)]).reshape(len(edges), len(asked))
    scale = _scale()
    goal = (asked + passive_hinges(solved)) * scale
    rows = columns * scale
    found = np.zeros(0)
    if len(edges):
        bounds, at_least = _bounds(demands.bearings, owner, body.mass * number("gravity"))
        hessian = rows @ rows.T + number("friction_effort") * np.eye(len(edges))
        found = least(hessian, rows @ goal, bounds, at_least)
    forces = np.zeros((len(demands.bearings), 3))
    for share, edge, index in zip(found, edges, owner, strict=True):
        forces[index] += share * edge
    torques = asked - columns.T @ found if len(edges) else asked
    outside = sum((pull.force[2] for pull in demands.pulls), 0.0) - body.mass * number("gravity")
    carried = sum(force[2] for force, b in zip(forces, demands.bearings, strict=True) if not b.against)
    return Held(forces, torques, float(np.linalg.norm(torques[:6])), abs(float(carried + outside)))


def passive_moment(flexion: float) -> float:
    """What the tissues of a bent low back hold by themselves [N m], extending; negative when arched [deg -> N m].

    >>> round(passive_moment(50.0)), round(passive_moment(0.0))
    (62, 0)
    """
    if flexion >= 0:
        return number("passive_flexion_a") * float(np.expm1(number("passive_flexion_b") * flexion))
    most = number("passive_extension_most")
    return -min(most, number("passive_flexion_a") * float(np.expm1(-number("passive_extension_b") * flexion)))


def passive_hinges(solved: Solved) -> Vector:
    """The passive moment of the low back at its three flexion hinges, in the direction that the hinges count."""
    found = np.zeros(6 + len(hinges()))
    moment = passive_moment(solved.degrees("lumbar_flexion"))
    for part in ("l5", "lumbar", "upper_lumbar"):
        found[_place(f"{part}_flexion")] = moment
    return found


@cache
def _place(hinge: str) -> int:
    return 6 + [one.name for one in hinges()].index(hinge)


@cache
def _scale() -> Vector:
    """One over what counts as equal effort at each hinge; the pelvis has no muscle and a high price."""
    effort = np.concatenate([np.full(6, 1.0), column("effort_nm")])
    gear = gearing()
    of = np.array([np.argmax(row) for row in gear])
    scale = 1.0 / effort[of]
    scale[:6] = np.sqrt(number("root_price"))
    return np.asarray(scale)


def _edges(bearings: tuple[Bearing, ...]) -> tuple[list[Vector], list[int]]:
    """The edges of what each touch can push: a pyramid of friction, or any direction where a hand holds on."""
    edges, owner = [], []
    for index, bearing in enumerate(bearings):
        across = np.array([0.0, 1.0, 0.0]) if abs(bearing.normal[1]) < 0.9 else np.array([1.0, 0.0, 0.0])
        first = np.cross(across, bearing.normal)
        first /= np.linalg.norm(first)
        second = np.cross(bearing.normal, first)
        ways = [bearing.normal + sign * bearing.friction * way for way in (first, second) for sign in (1, -1)]
        if bearing.grip:
            ways = [sign * way for way in (bearing.normal, first, second) for sign in (1, -1)]
        edges += ways
        owner += [index] * len(ways)
    return edges, owner


def _bounds(bearings: tuple[Bearing, ...], owner: list[int], weight: float) -> tuple[Matrix, Vector]:
    """Touches push, never pull; a capped touch takes no more than its share of body weight."""
    rows, at_least = [np.eye(len(owner))], [np.zeros(len(owner))]
    for touch in {id(b.touch): b.touch for b in bearings if b.touch.cap is not None}.values():
        row = np.array([-1.0 if bearings[index].touch is touch else 0.0 for index in owner])
        rows.append(row[None, :])
        at_least.append(np.array([-(touch.cap or 0.0) * weight]))
    return np.vstack(rows), np.concatenate(at_least)


__all__ = ["Held", "hold", "names", "passive_hinges", "passive_moment"]
