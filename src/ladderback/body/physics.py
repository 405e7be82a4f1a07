"""The one place that speaks MuJoCo: one body compiled once, rescaled in place to each person, asked for statics.

`Body` answers where landmarks are, how they move with the pose, what gravity asks of each hinge and what is in the way.
"""

from __future__ import annotations

from functools import cache

import mujoco
import numpy as np

from ladderback.body.anthropometry import PARENTS, TRUNK, Flesh, Proportions, proportions
from ladderback.body.coordinates import Matrix, Vector, gearing, hinges
from ladderback.body.values import Build

_APART_FROM_ITSELF = frozenset({"hand_flesh"})
_NEIGHBOURS = frozenset(
    {
        frozenset(pair)
        for pair in (
            ("thigh", "pelvis"), ("thigh", "shank"), ("shank", "foot"), ("thigh", "foot"), ("upper_arm", "forearm"),
            ("upper_arm", "chest"), ("upper_arm", "head"), ("chest", "head"), ("head", "ribs"),
        )
    }
)  # fmt: skip


class Body:
    """The body of one person in one pose; `take` poses it, `fit` rescales it."""

    def __init__(self, build: Build) -> None:
        self.build = build
        self.proportions = proportions(build)
        self._model = mujoco.MjModel.from_xml_string(_described(self.proportions))
        self._data = mujoco.MjData(self._model)
        self._jac = np.zeros((3, self._model.nv))
        self._gear = gearing()
        self.landmarks = {name: self._model.site(name).id for name in self.proportions.landmarks}
        self.parts = {name: self._model.body(name).id for name in self.proportions.parts}
        self._flesh = [self._model.geom(i).name for i in range(self._model.ngeom)]
        self._measure()

    def fit(self, build: Build) -> None:
        """Rescales the compiled body to another person, without compiling again."""
        if build == self.build:
            return
        self.build, self.proportions = build, proportions(build)
        model = self._model
        for name, part in self.proportions.parts.items():
            index = self.parts[name]
            model.body_pos[index] = part.joint
            model.body_mass[index], model.body_ipos[index] = part.mass, part.centre
            model.body_inertia[index] = part.inertia
        for name, index in self.landmarks.items():
            model.site_pos[index] = self.proportions.landmarks[name][1]
        for name, flesh in self.proportions.flesh.items():
            _shape(model, model.geom(name).id, flesh)
        mujoco.mj_setConst(model, self._data)
        self._measure()

    def _measure(self) -> None:
        self.mass = float(self._model.body_subtreemass[1])
        self._mass_of = self._model.body_subtreemass

    def take(self, where: Vector, turn: Vector, angles: Vector) -> None:
        """Poses the body: place of the pelvis [m], its turn as a quaternion, hinge angles [rad]."""
        data = self._data
        data.qpos[:3], data.qpos[3:7] = where, turn
        data.qpos[7:] = self._gear[6:, 6:] @ angles
        mujoco.mj_kinematics(self._model, data)
        mujoco.mj_comPos(self._model, data)

    def moved(self, where: Vector, turn: Vector, step: Vector) -> tuple[Vector, Vector]:
        """Place and turn of the pelvis after a step of a pose [m, rad in its own axes]."""
        spun = turn.copy()
        mujoco.mju_quatIntegrate(spun, step[3:6], 1.0)
        return where + step[:3], spun

    def point(self, landmark: str) -> Vector:
        """Place of a landmark in the room [m]."""
        return np.array(self._data.site_xpos[self.landmarks[landmark]])

    def points(self) -> Matrix:
        """Places of all landmarks (landmark x 3) [m]."""
        return np.array(self._data.site_xpos)

    def frame(self, part: str) -> Matrix:
        """Axes of a part in the room, as columns forward, left, up (3 x 3)."""
        return np.array(self._data.xmat[self.parts[part]].reshape(3, 3))

    def joint(self, part: str) -> Vector:
        """Place of the joint of a part in the room [m]."""
        return np.array(self._data.xpos[self.parts[part]])

    def slope(self, landmark: str) -> Matrix:
        """How a landmark moves with the pose (3 x pose)."""
        return self.slope_of(self.landmarks[landmark])

    def slope_of(self, index: int) -> Matrix:
        """The same for a landmark by its number."""
        mujoco.mj_jacSite(self._model, self._data, self._jac, None, index)
        return np.asarray(self._jac @ self._gear)

    def hinge_slope(self, landmark: str) -> Matrix:
        """How a landmark moves with each degree of freedom of the body (3 x freedom)."""
        mujoco.mj_jacSite(self._model, self._data, self._jac, None, self.landmarks[landmark])
        return self._jac.copy()

    def centre(self, part: str = "pelvis") -> Vector:
        """Centre of mass of a part and all beyond it [m]; of the whole body by default."""
        return np.array(self._data.subtree_com[self.parts[part]])

    def mass_beyond(self, part: str) -> float:
        """Mass of a part and all beyond it [kg]."""
        return float(self._mass_of[self.parts[part]])

    def centre_slope(self) -> Matrix:
        """How the centre of mass moves with the pose (3 x pose)."""
        mujoco.mj_jacSubtreeCom(self._model, self._data, self._jac, self.parts["pelvis"])
        return np.asarray(self._jac @ self._gear)

    def gravity(self) -> Vector:
        """What gravity alone asks of each degree of freedom [N, N m]: inverse dynamics at rest."""
        data = self._data
        mujoco.mj_comVel(self._model, data)
        asked = np.zeros(self._model.nv)
        mujoco.mj_rne(self._model, data, 0, asked)
        return asked

    def overlaps(self) -> list[tuple[str, str, float]]:
        """Flesh near other flesh: names and distance [m], below zero where one is inside the other."""
        mujoco.mj_collision(self._model, self._data)
        count = self._data.ncon
        if not count:
            return []
        contact = self._data.contact
        return [
            (self._flesh[one], self._flesh[two], float(gap))
            for (one, two), gap in zip(contact.geom[:count], contact.dist[:count], strict=True)
        ]

    def gaps(self) -> Vector:
        """Distances of flesh near other flesh [m], below zero where one is inside the other."""
        mujoco.mj_collision(self._model, self._data)
        return np.array(self._data.contact.dist[: self._data.ncon])

    def near(self, within: float) -> tuple[Vector, Matrix]:
        """Distances of flesh nearer than this [m], and how they change with the pose (near x pose)."""
        gaps = self.gaps()
        kept = np.flatnonzero(gaps < within)
        slopes = np.zeros((len(kept), self._gear.shape[1]))
        contact = self._data.contact
        for row, index in enumerate(kept):
            first, second = contact.geom[index]
            at, out = contact.pos[index], contact.frame[index][:3]
            slopes[row] = out @ (self._slope_at(at, second) - self._slope_at(at, first))
        return gaps[kept], slopes

    def _slope_at(self, place: Vector, flesh: int) -> Matrix:
        mujoco.mj_jac(self._model, self._data, self._jac, None, place, self._model.geom_bodyid[flesh])
        return np.asarray(self._jac @ self._gear)


@cache
def template() -> Body:
    """The body compiled once per process; it is rescaled to whoever comes."""
    return Body(Build(sex="male", stature=1.74, mass=71.0))


def body_of(build: Build) -> Body:
    """The body of one person: the template, rescaled in place."""
    body = template()
    body.fit(build)
    return body


def _shape(model: mujoco.MjModel, index: int, flesh: Flesh) -> None:
    start, end = np.array(flesh.start), np.array(flesh.end)
    axis = end - start
    half = float(np.linalg.norm(axis)) / 2
    model.geom_pos[index] = (start + end) / 2
    model.geom_size[index][:2] = flesh.radius, half
    model.geom_rbound[index] = flesh.radius + half
    turn = np.zeros(4)
    mujoco.mju_quatZ2Vec(turn, axis / (2 * half))
    model.geom_quat[index] = turn


def _described(body: Proportions) -> str:
    """The body in the description language of the physics."""
    lines = [
        '<mujoco><compiler angle="radian" boundmass="0" balanceinertia="false"/>',
        '<option gravity="0 0 -9.81"><flag midphase="disable" constraint="enable"/></option>',
        "<worldbody>", *_part("pelvis", body), "</worldbody><contact>",
        *(f'<pair geom1="{a}" geom2="{b}" margin="0.03"/>' for a, b in _pairs(body)), "</contact></mujoco>",
    ]  # fmt: skip
    return "\n".join(lines)


def _part(name: str, body: Proportions) -> list[str]:
    part = body.parts[name]
    lines = [f'<body name="{name}" pos="{_said(part.joint)}">']
    lines.append(f'<inertial pos="{_said(part.centre)}" mass="{part.mass!r}" diaginertia="{_said(part.inertia)}"/>')
    lines += ["<freejoint/>"] if name == "pelvis" else [
        f'<joint name="{hinge.name}" type="hinge" axis="{_said(hinge.axis)}" armature="0.001"/>'
        for hinge in hinges() if hinge.part == name
    ]  # fmt: skip
    lines += [f'<site name="{mark}" pos="{_said(at)}"/>' for mark, (on, at) in body.landmarks.items() if on == name]
    lines += [
        f'<geom name="{piece}" type="capsule" fromto="{_said(f.start)} {_said(f.end)}" size="{f.radius!r}" mass="0" '
        'contype="0" conaffinity="0"/>'
        for piece, f in body.flesh.items() if f.part == name
    ]  # fmt: skip
    for child in body.parts:
        if child != name and _parent(child) == name:
            lines += _part(child, body)
    return [*lines, "</body>"]


def _parent(name: str) -> str:
    side, _, rest = name.partition("_")
    if side in ("left", "right"):
        above = PARENTS[rest]
        return above if above in TRUNK else f"{side}_{above}"
    return PARENTS[name]


def _pairs(body: Proportions) -> list[tuple[str, str]]:
    """Flesh that must not run into other flesh: all but neighbours, the trunk with itself, and hands."""
    pieces = [
        name for name in body.flesh if name.removeprefix("left_").removeprefix("right_") not in _APART_FROM_ITSELF
    ]
    found = []
    for index, one in enumerate(pieces):
        for two in pieces[index + 1 :]:
            plain = [name.removeprefix("left_").removeprefix("right_").removesuffix("_flesh") for name in (one, two)]
            same_side = not {"left", "right"} <= {one.split("_")[0], two.split("_")[0]}
            trunk = all(body.flesh[name].part in TRUNK for name in (one, two))
            if not trunk and not (same_side and frozenset(plain) in _NEIGHBOURS):
                found.append((one, two))
    return found


def _said(numbers: tuple[float, ...]) -> str:
    return " ".join(repr(float(one)) for one in numbers)
