"""Properties of the body: mirror, mass, load, the same answer for the same person, gates that can fail."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ladderback.body.loading import load_pose
from ladderback.body.standing import standing
from ladderback.body.values import Build
from ladderback.evidence.poses import Carried
from ladderback.movements import poses
from ladderback.movements.mirror import mirrored_pose

BUILDS = st.builds(
    lambda sex, stature, bmi: Build(sex=sex, stature=round(stature, 3), mass=round(bmi * stature**2, 2)),
    st.sampled_from(["female", "male"]), st.floats(1.50, 1.90), st.floats(19, 36),
)  # fmt: skip
LIFTED = ("stand", "sit", "half_kneel", "side_lying", "quadruped")


@settings(max_examples=25, deadline=None)
@given(build=BUILDS, stance=st.sampled_from(LIFTED))
def test_the_mirror_gives_the_same_load(build: Build, stance: str) -> None:
    pose = poses(stance)[0]
    one, other = load_pose(build, pose), load_pose(build, mirrored_pose(pose))
    assert one.load.compression == pytest.approx(other.load.compression, rel=2e-3, abs=1.0)
    assert one.load.net.lateral == pytest.approx(-other.load.net.lateral, abs=0.3)


def test_twice_in_the_mirror_is_the_pose_itself() -> None:
    pose = poses("side_lying")[0]
    assert mirrored_pose(mirrored_pose(pose)) == pose


@settings(max_examples=25, deadline=None)
@given(build=BUILDS, kg=st.floats(0, 15), more=st.floats(0.5, 10))
def test_a_heavier_object_is_a_larger_moment_and_load(build: Build, kg: float, more: float) -> None:
    reaching = {f"{side}_shoulder_flexion": 40.0 for side in ("left", "right")}
    angles = poses("stand")[0].angles | reaching
    bent = replace(poses("stand")[0], inclination=25.0, angles=angles, loose=("pelvis",), firm=("spine", "arms"))
    held = [load_pose(build, replace(bent, carried=(Carried(at="hands", kg=one),))) for one in (kg, kg + more)]
    assert held[1].load.net.flexion > held[0].load.net.flexion
    assert held[1].load.compression > held[0].load.compression


@settings(max_examples=25, deadline=None)
@given(build=BUILDS, share=st.floats(1.03, 1.25))
def test_more_body_mass_is_more_load(build: Build, share: float) -> None:
    heavier = replace(build, mass=build.mass * share)
    assert standing(heavier).load.compression > standing(build).load.compression


@settings(max_examples=10, deadline=None)
@given(build=BUILDS)
def test_the_same_person_gets_the_same_answer_whoever_came_before(build: Build) -> None:
    pose = poses("quadruped")[0]
    first = load_pose(build, pose).load
    load_pose(Build(sex="male", stature=1.93, mass=120.0), pose)
    assert load_pose(build, pose).load == first


def test_a_pose_without_support_does_not_load() -> None:
    hovering = replace(poses("stand")[0], touches=())
    assert "balance" in {gate.gate for gate in load_pose(Build(sex="male", stature=1.74, mass=71.0), hovering).failed}


def test_a_pose_that_leans_too_far_is_seen() -> None:
    """Standing on the heels alone with the arms out and a weight in them cannot be held."""
    pose = poses("stand")[0]
    angles = pose.angles | {f"{side}_shoulder_flexion": 90.0 for side in ("left", "right")}
    firm = ("spine", "legs", "arms", "pelvis")
    heavy = replace(pose, angles=angles, carried=(Carried(at="hands", kg=40.0),), firm=firm)
    assert load_pose(Build(sex="male", stature=1.74, mass=71.0), heavy).failed
