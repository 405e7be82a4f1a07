"""The load of a step on one spine: the peak over its key poses, against the same person's own standing."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, log, sqrt

from msgspec import Struct
from msgspec.structs import replace

from ladderback.body.loading import Loaded, load_pose
from ladderback.body.loading import weigh as rested
from ladderback.body.physics import body_of
from ladderback.body.posing import Problem, solve
from ladderback.body.values import Build, SpinalLoad
from ladderback.evidence import book
from ladderback.evidence.ladders import Step
from ladderback.ladder.numbers import number
from ladderback.ladder.varying import posed_step
from ladderback.terms.errors import LadderbackError

MUST_HOLD = ("touch", "reach", "balance", "overlap", "floor", "pelvis")
NEAR_PEAK = 0.85
SKETCHED = 5


class Weighed(Struct, frozen=True, kw_only=True):
    """The load of a movement: peak compression [N], net moment there [N m], which pose; `failed` says what was missed.

    `guessed`: read off the line between two weights; only while rungs are being chosen.
    """

    compression: float
    moment: float
    pose: int
    sure: bool = True
    failed: str = ""
    load: SpinalLoad | None = None
    guessed: bool = False


def weigh(body: Build, task: str, step: Step, kg: float | None, heaviest: float | None = None) -> Weighed:
    """The load of a step with a weight [kg] on one body. The same question is answered once and kept.

    Args:
        heaviest: the weight from whose solved poses this lighter one starts; only poses near its peak are solved anew.
    """
    return _weigh(body, task, step.id, kg, heaviest if heaviest is not None and heaviest != kg else None)


@lru_cache(maxsize=8192)
def _weigh(body: Build, task: str, name: str, kg: float | None, heaviest: float | None) -> Weighed:
    try:
        return _peak(body, task, name, kg, heaviest)
    except LadderbackError:  # a body that finds no answer in this pose has no rung there; the others stand
        return Weighed(compression=1.0, moment=0.0, pose=0, failed="no answer")


def _peak(body: Build, task: str, name: str, kg: float | None, heaviest: float | None) -> Weighed:
    if heaviest is None:
        return peak_of(list(_all(body, task, name, kg)))
    top = _all(body, task, name, heaviest)
    near = NEAR_PEAK * max(one.load.compression for one in top)
    pairs = list(zip(top, posed_step(_step(task, name), kg), strict=True))
    kept = [before for before, pose in pairs if pose == before.pose]
    anew = [
        load_pose(body, pose, before.solved)
        for before, pose in pairs
        if pose != before.pose and before.load.compression >= near
    ]
    return peak_of(kept + anew)


@lru_cache(maxsize=2048)
def _all(body: Build, task: str, name: str, kg: float | None) -> tuple[Loaded, ...]:
    """Every key pose of a step, each solved on its own."""
    return tuple(load_pose(body, pose) for pose in posed_step(_step(task, name), kg))


def sketch(body: Build, task: str, step: Step, kg: float, heaviest: float) -> Weighed:
    """The load of a lighter weight a few steps of the search away from the heavy one: to choose by, never shown."""
    return _sketch(body, task, step.id, kg, heaviest)


@lru_cache(maxsize=2048)
def _sketch(body: Build, task: str, name: str, kg: float, heaviest: float) -> Weighed:
    try:
        return replace(_near(body, task, name, kg, heaviest), guessed=True, failed="")
    except LadderbackError:
        return replace(_weigh(body, task, name, heaviest, None), guessed=True)


def _near(body: Build, task: str, name: str, kg: float, heaviest: float) -> Weighed:
    person, found = body_of(body), []
    top = _all(body, task, name, heaviest)
    near = NEAR_PEAK * max(one.load.compression for one in top)
    for before, pose in zip(top, posed_step(_step(task, name), kg), strict=True):
        if pose != before.pose and before.load.compression >= near:
            problem = Problem(person, pose)
            found.append(rested(person, problem, solve(problem, before.solved, SKETCHED), gated=False))
        elif pose == before.pose:
            found.append(before)
    return peak_of(found)


def forget() -> None:
    """Forgets what was weighed: for benches, and when the knowledge changed."""
    for kept in (_weigh, _sketch, _all):
        kept.cache_clear()


def peak_of(found: list[Loaded]) -> Weighed:
    """The pose that loads most; a pose that cannot be held fails the whole movement."""
    worst = max(found, key=lambda one: (one.load.compression, -one.pose.number))
    net = worst.load.net
    missed = [
        f"{gate.gate} of pose {one.pose.number + 1}" for one in found for gate in one.failed if gate.gate in MUST_HOLD
    ]
    unmet = max(one.load.unmet_nm for one in found)
    if unmet > number("unmet_most"):
        missed.append("strength")
    return Weighed(
        compression=worst.load.compression,
        moment=sqrt(net.flexion**2 + net.lateral**2 + net.rotation**2),
        pose=worst.pose.number,
        sure=all(gate.passed for one in found for gate in one.gates),
        failed=missed[0] if missed else "",
        load=worst.load,
    )


def _step(task: str, name: str) -> Step:
    return next(one for one in book().ladders[task].steps if one.id == name)


def round_kg(kg: float) -> float:
    """A weight that can be packed: half kilograms, then whole ones, then 2.5 kg.

    >>> round_kg(3.3), round_kg(12.4), round_kg(61.0)
    (3.5, 12.0, 60.0)
    """
    if kg <= number("fine_kg_to"):
        grain = number("fine_kg")
    else:
        grain = number("middle_kg") if kg <= number("middle_kg_to") else number("coarse_kg")
    return float(round(kg / grain + 1e-9) * grain)


def weights_between(low: float, high: float, light: Weighed, heavy: Weighed) -> tuple[float, ...]:
    """Weights from low to high [kg] whose loads rise by the wanted step, as few as that takes."""
    rise = heavy.compression / light.compression
    count = min(int(number("weights_most")), max(1, ceil(log(max(rise, 1.0)) / log(1 + number("step_wanted")))))
    return tuple(dict.fromkeys(round_kg(low + (high - low) * index / count) for index in range(1, count)))


def guess(kg: float, light: tuple[float, Weighed], heavy: tuple[float, Weighed]) -> Weighed:
    """The load of a weight between two that were weighed, on the straight line between them.

    >>> guess(2.0, (1.0, Weighed(compression=10, moment=0, pose=0)), (3.0, Weighed(compression=20, moment=0, pose=0)))
    Weighed(compression=15.0, moment=0.0, pose=0, sure=True, failed='', load=None, guessed=True)
    """
    share = (kg - light[0]) / (heavy[0] - light[0])
    low, high = light[1], heavy[1]
    return Weighed(
        compression=low.compression + share * (high.compression - low.compression),
        moment=low.moment + share * (high.moment - low.moment),
        pose=high.pose,
        sure=low.sure and high.sure,
        guessed=True,
    )
