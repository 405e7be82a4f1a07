"""Frozen checks against published figures; nothing here is fitted again. Fitted shares are named as fitted."""

from __future__ import annotations

from functools import cache

import pytest

from ladderback.body.slack import Range, Ranges
from ladderback.body.slack.against import Angles, bent_forward, in_way, seated


def person(**ranges: float) -> Ranges:
    return Ranges(**{name: Range.both(value) for name, value in ({"straight_leg": 80.0} | ranges).items()})


@cache
def raised(hip: float) -> tuple[Angles, Angles]:
    ranges = person(hip_flexion=hip)
    return seated(ranges), seated(ranges, raised=23.0)


@pytest.mark.parametrize(("total", "share"), [(30, 0.66), (60, 0.565), (90, 0.473)])
def test_forward_bending_fitted(total: float, share: float) -> None:
    assert bent_forward(total).lumbar / total == pytest.approx(share, abs=0.06)


def test_full_bending_uses_somewhat_too_much_of_the_low_back() -> None:
    assert 41.6 < bent_forward(111.0).lumbar < 41.6 + 10


def test_daily_tasks_fitted() -> None:
    assert 0.5 < seated().lumbar / 55 < 0.67
    assert in_way("sock", "foot_lifted").lumbar / 55 == pytest.approx(0.90, abs=0.05)
    assert in_way("pick_up", "knees_straight").lumbar / 55 == pytest.approx(0.95, abs=0.06)


def test_kim_2014_limited_hips_flex_the_low_back_more_when_a_thigh_is_lifted() -> None:
    change = {hip: raised(hip)[1].lumbar - raised(hip)[0].lumbar for hip in (120.0, 90.0)}
    assert 1.0 < change[120.0] < 4.5  # 2.6 measured
    assert 1.0 < change[90.0] - change[120.0] < 4.0  # 2.2 measured
    hips = {hip: raised(hip)[1].hip - raised(hip)[0].hip for hip in (120.0, 90.0)}
    assert hips[90.0] < hips[120.0]


def test_stiff_ankles_in_the_squat_bend_hips_and_low_back_more() -> None:
    free, stiff = in_way("squat", "heels_down", person(ankle=40.0)), in_way("squat", "heels_down", person(ankle=20.0))
    assert stiff.lumbar > free.lumbar + 2
    assert stiff.hip > free.hip + 5
    assert stiff.chest > free.chest + 5
    assert stiff.pelvis > free.pelvis


def test_limited_ankles_and_hips_bend_the_low_back_more_when_lifting() -> None:
    free = in_way("box", "from_floor")
    assert in_way("box", "from_floor", person(ankle=20.0)).lumbar > free.lumbar - 0.5
    assert in_way("box", "from_floor", person(hip_flexion=90.0)).lumbar > free.lumbar + 1


def test_carnegie_2022_a_stiff_spine_bends_hips_knees_and_ankles_more() -> None:
    free, stiff = in_way("box", "from_floor"), in_way("box", "from_floor", lumbar=25.0)
    assert stiff.hip > free.hip
    assert stiff.knee > free.knee
    assert stiff.ankle > free.ankle
    assert stiff.chest < free.chest
