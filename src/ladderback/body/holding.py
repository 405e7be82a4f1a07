"""How a pose is held up: the forces at its touches, shared so that the muscles have the least effort.

Where more touches than needed bear (lying, kneeling on all fours) the share is not fixed by balance alone; least effort
settles it with one quadratic programme. A body that the touches cannot hold shows as a residual at the pelvis.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from ladderback.body.coordinates import Matrix, Vector, column, gearing, hinges
from ladderback.body.demands import Demands
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
    slopes = {mark: body.hinge_slope(mark) for mark in demands.landmarks if mark in demands.loaded}
    asked = body.gravity()
    for pull in demands.pulls:
        asked = asked - slopes[pull.landmark].T @ pull.force
    moves = [slopes[b.landmark] - slopes[b.against] if b.against else slopes[b.landmark] for b in demands.bearings]
    forces, torques = np.zeros((len(moves), 3)), asked
    if moves:
        columns = np.einsum("kin,ki->kn", np.array(moves)[demands.pusher], demands.pushes)
        rows = columns * _scale()
        bounds, at_least = _bounds(demands, body.mass * number("gravity"))
        hessian = rows @ rows.T
        hessian.flat[:: len(hessian) + 1] += number("friction_effort")
        found = least(hessian, rows @ ((asked + passive_hinges(solved)) * _scale()), bounds, at_least)
        np.add.at(forces, demands.pusher, found[:, None] * demands.pushes)
        torques = asked - found @ columns
    outside = sum((pull.force[2] for pull in demands.pulls), 0.0) - body.mass * number("gravity")
    carried = sum(force[2] for force, b in zip(forces, demands.bearings, strict=True) if not b.against)
    return Held(forces, torques, float(np.sqrt(torques[:6] @ torques[:6])), abs(float(carried + outside)))


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
    found = np.zeros(len(_scale()))
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


def _bounds(demands: Demands, weight: float) -> tuple[Matrix, Vector]:
    """Touches push, never pull; a capped touch takes no more than its share of body weight."""
    count = len(demands.pusher)
    capped = {id(b.touch): b.touch for b in demands.bearings if b.touch.cap is not None}.values()
    if not capped:
        return np.eye(count), np.zeros(count)
    rows = [[-1.0 if demands.bearings[index].touch is touch else 0.0 for index in demands.pusher] for touch in capped]
    return np.vstack([np.eye(count), rows]), np.concatenate(
        [np.zeros(count), [-(touch.cap or 0.0) * weight for touch in capped]]
    )
