"""The load of a pose on one spine: solve the pose, hold it up, cut at L4/5, press; with every gate valued."""

from __future__ import annotations

from dataclasses import dataclass

from ladderback.body.coordinates import hinges
from ladderback.body.cutting import cut
from ladderback.body.gates import check
from ladderback.body.holding import Held, hold
from ladderback.body.muscles import press
from ladderback.body.physics import Body, body_of
from ladderback.body.posing import Problem, Solved, solve
from ladderback.body.values import Build, Gate, SpinalLoad
from ladderback.evidence import book
from ladderback.movements.values import Posed


@dataclass(frozen=True)
class Loaded:
    """One pose of one person: how it was solved, how it is held up, its load and its gates."""

    pose: Posed
    solved: Solved
    held: Held
    load: SpinalLoad
    gates: tuple[Gate, ...]

    @property
    def failed(self) -> tuple[Gate, ...]:
        """The gates that were missed."""
        return tuple(gate for gate in self.gates if not gate.passed)


def load_pose(build: Build, pose: Posed, start: Solved | None = None, *, gated: bool = True) -> Loaded:
    """Load of one pose on the spine of one person; compression includes the dynamic factor of its motion."""
    body = body_of(build)
    problem = Problem(body, pose)
    solved = solve(problem, start)
    return weigh(body, problem, solved, gated=gated)


def weigh(body: Body, problem: Problem, solved: Solved, *, gated: bool = True) -> Loaded:
    """Load of a pose that is already solved."""
    pose = problem.pose
    held = hold(body, problem.demands, solved)
    net = cut(body, problem.demands, held)
    load = press(net, body.build, solved.degrees("lumbar_flexion"), pose.tone, _hip_flexors(held))
    load = _moving(load, pose.motion)
    gates = check(body, problem, solved, held, load) if gated else ()
    return Loaded(pose, solved, held, load, gates)


def _moving(load: SpinalLoad, motion: str) -> SpinalLoad:
    from msgspec.structs import replace

    factor = float(book().tables["body_motions"][motion].cells["dynamic"])
    if factor == 1.0:
        return load
    return replace(
        load, compression=load.compression * factor, shear=load.shear * factor,
        compression_one_lever=load.compression_one_lever * factor,
    )  # fmt: skip


def _hip_flexors(held: Held) -> tuple[float, float]:
    order = [hinge.name for hinge in hinges()]
    left, right = (float(held.torques[6 + order.index(f"{side}_hip_flexion")]) for side in ("left", "right"))
    return left, right
