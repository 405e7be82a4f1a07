"""Twins of the body: rescaled = compiled anew, upper = lower cut, levers by hand, one lever beside groups."""

from __future__ import annotations

import numpy as np
import pytest

from ladderback.body.anthropometry import lengths, proportions
from ladderback.body.coordinates import names
from ladderback.body.cutting import cut
from ladderback.body.loading import load_pose, weigh
from ladderback.body.physics import Body, body_of
from ladderback.body.posing import Problem, solve
from ladderback.body.values import Build
from ladderback.movements import poses

STANCES = ("stand", "sit", "kneel", "half_kneel", "quadruped", "supine", "hook_lying", "prone", "side_lying", "plank")
BUILDS = (
    Build(sex="male", stature=1.74, mass=71.0),
    Build(sex="female", stature=1.55, mass=52.0),
    Build(sex="female", stature=1.70, mass=98.0),
    Build(sex="male", stature=1.90, mass=80.0, waist=0.95),
)
UPRIGHT, NO_TURN = np.array([0.0, 0.0, 1.0]), np.array([1.0, 0.0, 0.0, 0.0])


@pytest.mark.parametrize("build", BUILDS)
def test_rescaled_equals_compiled_anew(build: Build) -> None:
    angles = np.linspace(-0.3, 0.4, len(names()))
    fresh, fitted = Body(build), body_of(build)
    for body in (fresh, fitted):
        body.take(UPRIGHT, NO_TURN, angles)
    assert np.allclose(fresh.points(), fitted.points(), atol=1e-12)
    assert np.allclose(fresh.gravity(), fitted.gravity(), atol=1e-9)
    assert np.allclose(fresh.gaps(), fitted.gaps(), atol=1e-9)


@pytest.mark.parametrize("build", BUILDS)
def test_lengths_add_up_to_the_stature_and_parts_to_the_mass(build: Build) -> None:
    size = lengths(build)
    upright = ("head", "upper_trunk", "mid_trunk", "lower_trunk", "thigh", "shank", "ankle_height")
    assert sum(size[name] for name in upright) == pytest.approx(build.stature, abs=1e-9)
    assert sum(part.mass for part in proportions(build).parts.values()) == pytest.approx(build.mass, rel=2e-3)


@pytest.mark.parametrize("build", BUILDS[:3])
@pytest.mark.parametrize("stance", STANCES)
def test_the_upper_cut_equals_the_lower_cut_and_the_touches_carry_the_weight(stance: str, build: Build) -> None:
    body = body_of(build)
    problem = Problem(body, poses(stance)[0])
    loaded = weigh(body, problem, solve(problem))
    above = cut(body, problem.demands, loaded.held)
    below = cut(body, problem.demands, loaded.held, above=False)
    assert loaded.held.residual < 5.0
    assert loaded.held.weight_error < loaded.held.residual + 1e-6
    for name in ("flexion", "lateral", "rotation"):
        assert getattr(above, name) == pytest.approx(getattr(below, name), abs=0.02 + 1.2 * loaded.held.residual)
    for name in ("axial", "shear", "side_shear"):
        assert getattr(above, name) == pytest.approx(getattr(below, name), abs=0.02 + loaded.held.residual)


@pytest.mark.parametrize("build", BUILDS[:3])
def test_the_moment_of_a_held_weight_is_its_lever_arm_by_hand(build: Build) -> None:
    """A bent body with hanging arms: each kilogram in the hands adds its weight times its distance from L4/5."""
    from msgspec.structs import replace

    from ladderback.evidence.poses import Carried

    bent = replace(poses("stand")[0], inclination=35.0, loose=("pelvis",), firm=("spine", "arms"))
    body = body_of(build)
    problem = Problem(body, bent)
    solved = solve(problem)
    empty = weigh(body, problem, solved, gated=False)
    laden = Problem(body, replace(bent, carried=(Carried(at="hands", kg=10.0),)))
    solved.pose(body)
    full = weigh(body, laden, solved, gated=False)
    arm = (body.point("left_grip")[0] + body.point("right_grip")[0]) / 2 - body.joint("lumbar")[0]
    assert full.load.net.flexion - empty.load.net.flexion == pytest.approx(10 * 9.81 * arm, abs=0.05)


@pytest.mark.parametrize("stance", STANCES)
def test_the_two_muscle_descriptions_agree_on_the_order_of_upright_loads(stance: str) -> None:
    loaded = load_pose(BUILDS[0], poses(stance)[0])
    assert loaded.load.unmet_nm < 0.5
    groups, lever = loaded.load.compression, loaded.load.compression_one_lever
    assert 0.2 * groups - 150 <= lever <= 1.2 * groups + 30
