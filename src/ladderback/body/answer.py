"""The answer of `ladderback load`: one posture, one spine, with every angle that was solved and every gate."""

from __future__ import annotations

from typing import Any

import numpy as np

from ladderback.body.loading import Loaded, load_pose
from ladderback.body.physics import body_of
from ladderback.body.standing import standing
from ladderback.body.uncertainty import band_of, ratio_to
from ladderback.body.values import Build
from ladderback.movements.posture import Posture, given_angles, posed_of, solves_arms
from ladderback.terms.errors import BodyModelError

FORMAT = "ladderback/load/1"
MISSED, REFUSED = 10.0, 20.0  # an angle missed by more is reported, or refused [deg]: promises of the format
_HOLDING = {
    "touch": "it does not reach what it rests on",
    "reach": "the hands do not reach the load",
    "balance": "nothing holds the body up",
    "pelvis": "the body turns away from how it was meant to stand or lie",
}
_SOLVED = ("lumbar_flexion", "lumbar_lateral", "lumbar_rotation")
_LIMBS = ("hip_flexion", "knee_flexion", "shoulder_flexion", "elbow_flexion")


def load_answer(asked: Posture, name: str) -> dict[str, Any]:
    """The load of a posture, as the format promises.

    Raises:
        BodyModelError: touches, hands or balance fail, or a given angle is missed by more than 20 degrees.
    """
    body = asked.body
    build = Build(
        sex=body.sex, stature=body.height_cm / 100, mass=body.mass_kg,
        waist=None if body.waist_cm is None else body.waist_cm / 100,
    )  # fmt: skip
    loaded = load_pose(build, posed_of(asked))
    solved, missed = _solved(asked, build, loaded)
    _refuse(asked, loaded, missed, name)
    own = standing(build)
    ratio, net = ratio_to(loaded.load, own.load), loaded.load.net
    return {
        "format": FORMAT,
        "l4l5": {
            "moment_nm": {
                name: round(getattr(net, name), 1) + 0.0  # never minus nothing
                for name in ("flexion", "lateral", "rotation")
            },
            "compression_n": round(loaded.load.compression), "shear_n": round(loaded.load.shear),
            "ratio_to_standing": round(ratio.value, 2),
            "ratio_low": round(ratio.low, 2), "ratio_high": round(ratio.high, 2),
            "band": band_of(ratio.value), "compression_one_lever_n": round(loaded.load.compression_one_lever),
            "activation": round(loaded.load.activation, 2), "unmet_moment_nm": round(loaded.load.unmet_nm, 1),
            "standing_compression_n": round(own.load.compression),
        },
        "posture_solved": solved | {"missed_deg": missed},
        "residual_n": round(loaded.held.residual, 2),
        "gates": [
            {"gate": g.gate, "value": g.value, "most": g.most, "unit": g.unit, "where": g.where} for g in loaded.failed
        ],
    }  # fmt: skip


def _solved(asked: Posture, build: Build, loaded: Loaded) -> tuple[dict[str, Any], dict[str, float]]:
    """All angles as they were solved [deg], and those that missed what was given by more than 10 degrees."""
    solved = loaded.solved
    angles: dict[str, Any] = {f"{name}_deg": round(solved.degrees(name), 1) + 0.0 for name in _SOLVED}
    for name in _LIMBS:
        angles[f"{name}_deg"] = {side: round(solved.degrees(f"{side}_{name}"), 1) + 0.0 for side in ("left", "right")}
    lean = inclination(build, loaded)
    angles["trunk_inclination_deg"] = round(lean, 1)
    given = given_angles(asked.posture)
    off = {name: round(solved.degrees(name) - angle, 1) for name, angle in given.items()}
    if asked.posture.trunk_inclination_deg is not None:
        off["trunk_inclination"] = round(lean - asked.posture.trunk_inclination_deg, 1)
    return angles, {name: angle for name, angle in sorted(off.items()) if abs(angle) > MISSED}


def inclination(build: Build, loaded: Loaded) -> float:
    """The line from L5/S1 to C7 against the vertical, forward positive [deg]."""
    body = body_of(build)
    loaded.solved.pose(body)
    line = body.point("c7") - body.point("l5s1")
    return float(np.degrees(np.arctan2(line[0], line[2])))


def _refuse(asked: Posture, loaded: Loaded, missed: dict[str, float], name: str) -> None:
    for gate in loaded.failed:
        if gate.gate in _HOLDING:
            where = f" at the {gate.where.replace('_', ' ')}" if gate.where else ""
            reason = f"{_HOLDING[gate.gate]} (off by {gate.value:g} {gate.unit}{where}, allowed {gate.most:g})"
            raise BodyModelError(file=name, reason=reason, residual_n=loaded.held.residual)
    arms = ("shoulder", "elbow") if solves_arms(asked) else ()
    for angle, off in missed.items():
        if abs(off) > REFUSED and not any(joint in angle for joint in arms):
            reason = f"{angle} comes out {abs(off):g} degrees {'more' if off > 0 else 'less'} than given, 20 is allowed"
            raise BodyModelError(file=name, reason=reason, residual_n=loaded.held.residual)
