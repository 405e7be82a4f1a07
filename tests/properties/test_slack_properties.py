"""What must hold for any body and any range: less range never needs less of the low back, and limits hold."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladderback.body.slack import Range, Ranges, take_up, tasks
from ladderback.body.slack.curves import curve
from ladderback.body.slack.ranges import bounds_of
from ladderback.body.values import Build

bodies = st.builds(
    lambda sex, stature, bmi: Build(sex=sex, stature=stature, mass=round(bmi * stature**2, 1)),
    st.sampled_from(["male", "female"]), st.floats(1.52, 1.88).map(lambda one: round(one, 2)), st.floats(19, 32),
)  # fmt: skip
CURVES = [
    ("sock", "foot_lifted", "hip_flexion", (78, 118)), ("box", "from_floor", "hip_flexion", (78, 118)),
    ("sofa", "low_seat", "ankle", (14, 38)), ("squat", "heels_down", "ankle", (14, 38)),
    ("overhead", "straight_up", "shoulder", (130, 175)),
]  # fmt: skip


@pytest.mark.parametrize(("task", "way", "name", "span"), CURVES)
@settings(max_examples=3, deadline=None)
@given(build=bodies)
def test_less_range_never_needs_less_of_the_low_back(
    task: str, way: str, name: str, span: tuple[int, int], build: Build
) -> None:
    points = curve(build, Ranges(), task, way, name, np.linspace(*span, 6).tolist())  # type: ignore[arg-type]
    least = [90.0 if one.least is None else one.least for one in points]
    assert all(more <= less + 0.01 for less, more in pairwise(least)), least


@settings(max_examples=6, deadline=None)
@given(build=bodies, task=st.sampled_from(tasks()), hip=st.floats(75, 120), ankle=st.floats(12, 40))
def test_any_person_gets_an_answer_within_their_limits(build: Build, task: str, hip: float, ankle: float) -> None:
    ranges = Ranges(hip_flexion=Range.both(hip), ankle=Range.both(ankle))
    found = take_up(build, ranges, task)
    if not found.answer.possible:
        assert found.answer.misses_mm > 0
        return
    assert found.answer.ease is not None
    bounds, angles = bounds_of(ranges, build.sex), np.radians(list(found.answer.ease.angles.values()))
    assert np.all((angles >= bounds.low - 0.009) & (angles <= bounds.high + 0.009))
    assert found.answer.least <= found.answer.angle + 0.5 or found.direction == "extension"
    assert all(one.least.value >= -0.1 for one in found.effects)
