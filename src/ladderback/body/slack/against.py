"""What the slack solver says of situations that were measured in people: for comparison, never fitted again.

Seven shares of low-back use were fitted when the price of comfort was chosen; all else is a check.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from msgspec.structs import replace

from ladderback.body.coordinates import Matrix, Vector, names, place_of
from ladderback.body.physics import body_of
from ladderback.body.posing import Solved
from ladderback.body.slack.ranges import bounds_of
from ladderback.body.slack.search import Search
from ladderback.body.slack.solving import Solver
from ladderback.body.slack.starts import known
from ladderback.body.slack.values import Range, Ranges
from ladderback.body.slack.ways import Task, ways_of
from ladderback.body.values import Build
from ladderback.evidence.poses import Reach
from ladderback.movements import Posed, poses
from ladderback.terms.sides import SIDES

_SQUARE = Reach(part="left_hip", to="right_hip", axes="x")
REFERENCE = Build(sex="male", stature=1.74, mass=73.0)
_FINE, _MANY = 1e-6, 600  # differences of a degree are looked at: the searches go on for longer
# The leg raise with which the price was fitted; the norm of the clinical test for men is less.
FITTED_WITH = Ranges(straight_leg=Range.both(80.0))


@dataclass(frozen=True)
class Angles:
    """A solved posture as angles [deg]: low back, right hip, knee and ankle, and how the pelvis and the chest lean."""

    lumbar: float
    hip: float
    knee: float
    ankle: float
    pelvis: float
    chest: float


def in_way(
    task: str, way: str, ranges: Ranges = FITTED_WITH, build: Build = REFERENCE, lumbar: float | None = None
) -> Angles:
    """The easy posture of one way of a task; `lumbar` sets another range of the low back [deg]."""
    found = ranges if lumbar is None else replace(ranges, lumbar_flexion=Range.both(lumbar))
    chosen = next(one for one in ways_of(task) if one.way == way)
    search = Search(body_of(build), chosen, None, 0)
    search.solver.enough, search.solver.most, search.solver.scale = _FINE, _MANY, 1.0
    free = search.ease(bounds_of(FITTED_WITH, build.sex))
    return _angles(search.solver, search.ease(bounds_of(found, build.sex), [free]).solved)


def bent_forward(total: float, ranges: Ranges = FITTED_WITH, build: Build = REFERENCE) -> Angles:
    """Standing, bent forward so far that hips and low back together bend by this much [deg], knees straight."""
    pose = replace(poses("stand")[0], firm=(), loose=("pelvis",), reaches=_parallel(20.0))
    pins = tuple((f"{side}_knee_flexion", 0.0, 3.0) for side in SIDES) + _still()
    rows = np.zeros((2, len(names())))
    for index, side in enumerate(SIDES):
        rows[index, [place_of("lumbar_flexion") - 6, place_of(f"{side}_hip_flexion") - 6]] = -1.0
    return _posed(pose, pins, ranges, build, (rows, np.full(2, -np.radians(total))))


def seated(ranges: Ranges = FITTED_WITH, build: Build = REFERENCE, raised: float = 0.0) -> Angles:
    """Sitting with the chest over the pelvis; `raised`: the right thigh lifted above level by this much [deg]."""
    record = poses("sit")[0]
    thigh = float(body_of(build).proportions.parts["right_thigh"].length) * 100
    lift = Reach(
        part="right_knee", to="right_hip", by_cm=(0.0, 0.0, thigh * float(np.sin(np.radians(raised)))), axes="z"
    )
    touches = tuple(one for one in record.touches if one.part == "seat")
    feet = replace(record.touches[1], part="left_foot")
    pose = replace(
        record, firm=(), loose=("pelvis",), touches=(*touches, feet), reaches=(lift, _SQUARE), inclination=0.0,
    )  # fmt: skip
    pins = (("left_knee_flexion", 80.0, 100.0), ("right_knee_flexion", 80.0, 100.0), *_still())
    return _posed(pose, pins, ranges, build, None)


def _parallel(wide: float) -> tuple[Reach, ...]:
    return (
        Reach(part="left_heel", to="right_heel", by_cm=(0.0, wide, 0.0), axes="xy"),
        Reach(part="left_ball", to="left_heel", by_cm=(0.0, 3.0, 0.0), axes="y"),
        Reach(part="right_ball", to="right_heel", by_cm=(0.0, -3.0, 0.0), axes="y"),
    )


def _still() -> tuple[tuple[str, float, float], ...]:
    parts = ("lumbar_lateral", "lumbar_rotation", "thoracic_lateral", "thoracic_rotation")
    return tuple((name, -1.0, 1.0) for name in parts)


def _posed(
    pose: Posed, pins: tuple[tuple[str, float, float], ...], ranges: Ranges, build: Build,
    more: tuple[Matrix, Vector] | None,
) -> Angles:  # fmt: skip
    solver = Solver(body_of(build), pose, Task("", "", pose.movement, "flexion", pins))
    solver.enough, solver.most, solver.scale = _FINE, _MANY, 1.0
    bounds = bounds_of(ranges, build.sex)
    if more is not None:
        solver.more_rows(*more)
    starts: list[Solved | None] = (
        [one.sized(build.stature) for one in known("slack_pick_straight", "ease")[:1]] if more else []
    )
    return _angles(solver, solver.ease(bounds, [*starts, None]).solved)


def _angles(solver: Solver, solved: Solved) -> Angles:
    solved.pose(solver.body)
    pelvis, chest = (_lean(solver, part) for part in ("pelvis", "thorax"))
    return Angles(
        solved.degrees("lumbar_flexion"), solved.degrees("right_hip_flexion"), solved.degrees("right_knee_flexion"),
        solved.degrees("right_ankle_flexion"), pelvis, chest,
    )  # fmt: skip


def _lean(solver: Solver, part: str) -> float:
    """How far a part leans forward, wherever it faces [deg]."""
    frame = solver.body.frame(part)
    ahead = np.array([frame[1, 1], -frame[0, 1], 0.0])
    return float(np.degrees(np.arctan2(frame[:, 2] @ ahead / np.linalg.norm(ahead), frame[2, 2])))


__all__ = ["FITTED_WITH", "REFERENCE", "Angles", "bent_forward", "in_way", "seated"]
