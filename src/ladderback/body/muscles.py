"""From what is asked of the low back to what presses on the disc: two descriptions of its muscles, as twins.

One lever per direction can be followed by hand; nine muscles a side, shared by least squared stress, also answer for
twisted and side-bent postures, for shear and for how hard muscles work. Both count the tissues that hold a bent back
and the pressure of the belly.
"""

from __future__ import annotations

from functools import cache
from math import sqrt

import numpy as np

from ladderback.body.anthropometry import REFERENCE
from ladderback.body.coordinates import Matrix, Vector
from ladderback.body.holding import passive_moment
from ladderback.body.numbers import number
from ladderback.body.quadratic import least
from ladderback.body.values import Build, Net, SpinalLoad
from ladderback.evidence import book

_ERECTORS = frozenset({"erector_thoracic", "erector_lumbar"})
_BACK = frozenset({"erector_thoracic", "erector_lumbar", "quadratus"})
_TRIVIAL = 1e4  # price of a moment that the muscles do not meet [1/(N m)2]


def press(net: Net, build: Build, flexion: float, tone: str, hip_flexors: tuple[float, float]) -> SpinalLoad:
    """Compression and shear at L4/5 [N] for what a pose asks.

    Args:
        net: moments and forces at the cut.
        build: whose muscles.
        flexion: bend of the low back from upright standing [deg].
        tone: how much the trunk muscles work against each other (`tables/body_tones.csv`).
        hip_flexors: moment that the hip flexors hold, left and right [N m].
    """
    size = build.stature / REFERENCE
    passive = passive_moment(flexion)
    passive = min(passive, max(0.0, net.flexion)) if passive > 0 else max(passive, min(0.0, net.flexion))
    belly = belly_pressure(net.flexion)
    area, lever = number("pressure_area") * size**2, number("pressure_lever") * size
    still_asked = net.flexion - passive - belly * 1000 * area * lever
    held_by_tissue = max(0.0, passive) / (number("passive_lever") * size)
    groups = _groups(build)
    moments = groups.moments.copy()
    moments[groups.back, 1] *= lever_of(flexion)
    asked = np.array([net.lateral, still_asked, -net.rotation])
    forces, unmet = _shared(groups, moments, asked, _floors(groups, tone, hip_flexors))
    pressed = forces @ -groups.pulls[:, 2]
    return SpinalLoad(
        net=net,
        compression=max(
            number("disc_rest") * size**2, float(net.axial + pressed + held_by_tissue - belly * 1000 * area)
        ),
        shear=float(net.shear + forces @ groups.pulls[:, 0]),
        compression_one_lever=_one_lever(
            net, still_asked, held_by_tissue, belly * 1000 * area, size * lever_of(flexion)
        ),
        activation=float(np.max(forces / groups.most)),
        unmet_nm=unmet,
    )


def lever_of(flexion: float) -> float:
    """Lever of the back muscles against the upright one [share]: it shortens as the low back bends [deg].

    >>> lever_of(0.0)
    1.0
    """
    return 1.0 - number("lever_loss") * min(number("lever_loss_most"), max(0.0, flexion))


def belly_pressure(flexion_moment: float) -> float:
    """Pressure in the belly when the back works [kPa]."""
    return min(
        number("pressure_most"), max(0.0, number("pressure_slope") * (flexion_moment - number("pressure_start")))
    )


def _one_lever(net: Net, asked: float, tissue: float, belly: float, size: float) -> float:
    """Compression [N] with one muscle per direction."""
    lever = number("extensor_lever") if asked >= 0 else number("abdominal_lever")
    muscles = (
        abs(asked) / lever + abs(net.lateral) / number("lateral_lever") + abs(net.rotation) / number("rotation_lever")
    )
    return max(number("disc_rest"), net.axial + muscles / size + tissue - belly)


class _Groups:
    """The eighteen muscles of one build: levers [m], unit pulls on the upper body, most force [N], kind of floor."""

    def __init__(self, build: Build) -> None:
        size = build.stature / REFERENCE
        female = build.sex == "female"
        wide = size * (number("muscle_female_lever") if female else 1.0)
        strong = size**2 * (build.bmi / number("reference_bmi")) ** number("muscle_bmi_power")
        strong *= number("muscle_female_area") if female else 1.0
        names, places, pulls, areas = _listed()
        self.names = names
        self.back = np.array([name in _ERECTORS for name in names])
        self.pulls = pulls
        self.moments = np.cross(places * wide, pulls)
        self.areas = areas * strong
        self.most = self.areas * number("muscle_stress")


def _groups(build: Build) -> _Groups:
    return _kept(build.sex, build.stature, build.mass)


@cache
def _kept(sex: str, stature: float, mass: float) -> _Groups:
    from ladderback.body.values import Build as Whole

    return _Groups(Whole(sex="female" if sex == "female" else "male", stature=stature, mass=mass))


@cache
def _listed() -> tuple[list[str], Matrix, Matrix, Vector]:
    names, places, pulls, areas = [], [], [], []
    for sign in (1, -1):
        for name, row in book().tables["body_muscles"].items():
            c = {key: float(value) for key, value in row.cells.items() if key != "name"}
            names.append(name)
            places.append((c["forward_cm"] / 100, sign * c["outward_cm"] / 100, 0.0))
            pull = np.array([c["pull_forward"], sign * c["pull_outward"], c["pull_up"]])
            pulls.append(pull / np.linalg.norm(pull))
            areas.append(c["area_cm2"])
    return names, np.array(places), np.array(pulls), np.array(areas)


def _floors(groups: _Groups, tone: str, hip_flexors: tuple[float, float]) -> Vector:
    """The least force of each muscle [N]: tone of the trunk, and the share of the hip flexors in the psoas."""
    row = book().tables["body_tones"][tone].cells
    back, front = float(row["back"]), float(row["abdominal"])
    floors: Vector = (
        np.array([back if name in _BACK else 0.0 if name == "psoas" else front for name in groups.names]) * groups.most
    )
    for side, moment in enumerate(hip_flexors):
        index = groups.names.index("psoas") + side * (len(groups.names) // 2)
        floors[index] = min(groups.most[index], number("psoas_share") * max(0.0, moment) / number("psoas_hip_lever"))
    return floors


def _shared(groups: _Groups, moments: Matrix, asked: Vector, floors: Vector) -> tuple[Vector, float]:
    """Forces [N] with the least squared stress that hold the asked moments, and what moment is left [N m]."""
    count = len(groups.areas)
    hessian = np.diag(1.0 / groups.areas**2) + _TRIVIAL * moments @ moments.T
    rows = np.vstack([np.eye(count), -np.eye(count)])
    forces = least(hessian, -_TRIVIAL * moments @ asked, rows, np.concatenate([floors, -groups.most]))
    left = asked + moments.T @ forces
    return forces, sqrt(float(left @ left))
