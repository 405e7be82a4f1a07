"""Every movement has poses; every pose passes its gates; no two exercises are the same by accident."""

from __future__ import annotations

import pytest

from ladderback.body.demands import landmarks_of
from ladderback.body.likeness import nearest_pairs
from ladderback.body.loading import load_pose
from ladderback.body.values import Build
from ladderback.evidence import book
from ladderback.movements import Posed, poses

NEEDED = sorted(set(book().exercises) | set(book().tables["life_tasks"]) - {"body_mass"})
MOVEMENTS = sorted(name for name, one in book().poses.items() if one.kind in ("exercise", "task"))
STATURES = {"male": (1.63, 1.75, 1.87), "female": (1.50, 1.62, 1.74)}  # 5th, 50th, 95th percentile [m]
GRID = [
    Build(sex=sex, stature=tall, mass=bmi * tall**2)  # type: ignore[arg-type]
    for sex, statures in STATURES.items() for tall in statures for bmi in (19.0, 23.5, 36.0)
]  # fmt: skip
CORNERS = (GRID[0], GRID[8], GRID[11], GRID[13])


def failures(movement: str, builds: tuple[Build, ...] | list[Build]) -> list[str]:
    return [
        f"{movement} {pose.number} {build.sex} {build.stature}/{build.bmi:.0f}: {gate.gate} {gate.value} {gate.where}"
        for pose in poses(movement) for build in builds for gate in load_pose(build, pose).failed
    ]  # fmt: skip


@pytest.mark.parametrize("movement", NEEDED)
def test_every_exercise_and_life_task_has_two_to_four_key_poses(movement: str) -> None:
    record = book().poses[movement]
    assert record.kind == ("exercise" if movement in book().exercises else "task")
    assert 2 <= len(record.poses) <= 4
    assert all(pose.caption for pose in record.poses)


@pytest.mark.parametrize("movement", MOVEMENTS)
def test_every_pose_passes_its_gates_at_the_corners_of_the_grid(movement: str) -> None:
    assert not failures(movement, CORNERS)


@pytest.mark.slow
@pytest.mark.parametrize("movement", MOVEMENTS)
def test_every_pose_passes_its_gates_on_the_whole_grid(movement: str) -> None:
    assert not failures(movement, GRID)


@pytest.mark.parametrize("movement", [name for name in MOVEMENTS if book().poses[name].side])
def test_the_other_side_passes_too(movement: str) -> None:
    other = "left" if book().poses[movement].side == "right" else "right"
    build = GRID[4]
    assert not [gate for pose in poses(movement, other) for gate in load_pose(build, pose).failed]


def test_sided_exercises_name_their_side() -> None:
    assert not [name for name, one in book().exercises.items() if one.sided and book().poses[name].side is None]


STANCES = {name: one.needs for name, one in book().poses.items() if one.kind == "stance"}


@pytest.mark.parametrize("movement", MOVEMENTS)
def test_each_pose_has_the_least_touches_of_some_base(movement: str) -> None:
    for pose in poses(movement):
        marks = {mark for touch in pose.touches for mark in landmarks_of(touch.part)}
        assert any(rests(marks, needs) for needs in STANCES.values()) or held_up(pose), f"pose {pose.number}"


def rests(marks: set[str], needs: tuple[tuple[str, ...], ...]) -> bool:
    """Whether at least one part of each group touches."""
    return all(any(marks & set(landmarks_of(part)) for part in group) for group in needs)


def held_up(pose: Posed) -> bool:
    """Whether hands hold on to something, or water bears."""
    return any(one.grip or one.draw == "pool" for one in pose.surfaces.values())


def test_no_two_exercises_are_the_same_by_accident() -> None:
    exercises = tuple(name for name in NEEDED if name in book().exercises)
    alike = [pair for pair in nearest_pairs(GRID[4], exercises) if pair[0] < 8.0]
    assert not [pair for pair in alike if not declared(*pair[1:])]


def declared(one: str, other: str) -> bool:
    """Whether one is a declared variant of the other, or both of a third."""
    family = [{name, book().poses[name].variant_of} - {""} for name in (one, other)]
    return bool(family[0] & family[1])
