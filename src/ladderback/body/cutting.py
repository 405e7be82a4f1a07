"""The cut through the body at L4/5: what everything above (or, as a twin, everything below) asks of the low back."""

from __future__ import annotations

import numpy as np

from ladderback.body.coordinates import Matrix
from ladderback.body.demands import Demands
from ladderback.body.holding import Held
from ladderback.body.numbers import number
from ladderback.body.physics import Body
from ladderback.body.values import Net

ABOVE = frozenset({"lumbar", "upper_lumbar", "thorax", "head"})
_ARMS = ("upper_arm", "forearm", "hand")


def cut(body: Body, demands: Demands, held: Held, *, above: bool = True) -> Net:
    """Net moments and forces at L4/5, from what lies above the cut; `above=False` gives the same from below."""
    places, pushes = _acting(body, demands, held, above)
    arms = places - body.joint("lumbar")
    force = pushes.sum(axis=0)
    moment = np.array(
        [arms[:, i] @ pushes[:, j] - arms[:, j] @ pushes[:, i] for i, j in ((1, 2), (2, 0), (0, 1))]
    )  # fmt: skip
    if not above:
        force, moment = -force, -moment
    forward, left, up = disc_frame(body)
    return Net(
        flexion=float(moment @ left), lateral=float(moment @ forward), rotation=float(-moment @ up),
        axial=float(-force @ up), shear=float(force @ forward), side_shear=float(-force @ left),
    )  # fmt: skip


def disc_frame(body: Body) -> Matrix:
    """Forward, left and up of the L4/5 disc (3 x 3 rows): between its vertebrae, tilted forward in upright standing."""
    middle = body.frame("l5") + body.frame("lumbar")
    up = middle[:, 2] / np.sqrt(middle[:, 2] @ middle[:, 2])
    left = middle[:, 1] - (middle[:, 1] @ up) * up
    left /= np.sqrt(left @ left)
    forward = np.array(
        [left[1] * up[2] - left[2] * up[1], left[2] * up[0] - left[0] * up[2], left[0] * up[1] - left[1] * up[0]]
    )
    tilt = np.radians(number("disc_tilt"))
    return np.array([forward * np.cos(tilt) - up * np.sin(tilt), left, up * np.cos(tilt) + forward * np.sin(tilt)])


def is_above(part: str) -> bool:
    """Whether a part lies above the cut: trunk from L4 up, head and arms."""
    return part in ABOVE or part.split("_", 1)[-1] in _ARMS


def _acting(body: Body, demands: Demands, held: Held, above: bool) -> tuple[Matrix, Matrix]:
    """Places [m] and forces [N] that act on the part of the body above (or below) the cut (force x 3 each)."""
    weight = np.array([0.0, 0.0, -number("gravity")])
    upper_mass, upper = body.mass_beyond("lumbar"), body.centre("lumbar")
    lower_mass = body.mass - upper_mass
    place = upper if above else (body.mass * body.centre() - upper_mass * upper) / lower_mass
    places, pushes = [place], [(upper_mass if above else lower_mass) * weight]
    for pull in demands.pulls:
        if is_above(_part(body, pull.landmark)) == above:
            places.append(body.point(pull.landmark))
            pushes.append(pull.force)
    for bearing, force in zip(demands.bearings, held.forces, strict=True):
        if is_above(_part(body, bearing.landmark)) == above:
            places.append(body.point(bearing.landmark))
            pushes.append(force)
        if bearing.against and is_above(_part(body, bearing.against)) == above:
            places.append(body.point(bearing.landmark))
            pushes.append(-force)
    return np.array(places), np.array(pushes)


def _part(body: Body, landmark: str) -> str:
    return body.proportions.landmarks[landmark][0]
