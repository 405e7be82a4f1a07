"""Who takes up the slack: what the practitioner was promised, for the bodies and ranges of the design."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from ladderback.body.loading import weigh
from ladderback.body.physics import body_of
from ladderback.body.posing import Problem
from ladderback.body.slack import Range, Ranges, Slack, from_clinical_tests, take_up, tasks, tasks_for, tell, ways_of
from ladderback.body.slack.picture import slack_picture, solved_of
from ladderback.body.slack.ranges import bounds_of, norm_of
from ladderback.body.slack.saying import whole
from ladderback.body.slack.shapley import shares
from ladderback.body.slack.taking import band_of
from ladderback.body.values import Build
from ladderback.evidence import book
from ladderback.movements import poses
from ladderback.terms.errors import RecordError
from ladderback.terms.words import forbidden_in

MAN = Build(sex="male", stature=1.74, mass=73.0)
STIFF_HIP = Ranges(hip_flexion=Range.both(90.0))
STIFF = Ranges(hip_flexion=Range.both(90.0), ankle=Range.both(20.0), straight_leg=Range.both(50.0))


@cache
def slack(task: str, way: str | None = None, ranges: Ranges = STIFF_HIP, build: Build = MAN) -> Slack:
    return take_up(build, ranges, task, way)


def stances(found: Slack) -> list[tuple[Ranges, object]]:
    return [(STIFF_HIP, found.answer.ease), (Ranges(), found.restored.ease)]


def test_the_sock_of_the_design_needs_the_low_back_when_the_hip_stops() -> None:
    found = slack("sock", "ankle_on_knee")
    effect = found.effects[0]
    assert effect.name == "hip_flexion"
    assert effect.clear
    assert found.restored.least < 5
    assert 25 <= found.answer.least <= 45
    assert found.restored.share < 93
    assert found.answer.share > 97


@pytest.mark.parametrize("task", ["sock", "shoe", "box"])
def test_a_hip_that_stops_at_ninety_forces_the_low_back(task: str) -> None:
    found = slack(task)
    assert found.answer.least - found.restored.least >= 5
    assert found.effects[0].must


@pytest.mark.parametrize("task", ["car_seat", "overhead"])
def test_other_tasks_only_tend_to(task: str) -> None:
    assert slack(task).answer.least < 1
    assert not any(one.must for one in slack(task).effects)


def test_two_stiff_joints_force_more_than_each_alone() -> None:
    together = slack("sofa", None, STIFF).answer.least
    alone = slack("sofa").answer.least + slack("sofa", None, Ranges(ankle=Range.both(20.0))).answer.least
    assert together > alone + 10


def test_another_way_is_easier_where_the_design_says_so() -> None:
    assert {one.way for one in slack("box").ways if one.easier} == {"from_knee_height"}
    assert {one.way for one in slack("sofa", None, STIFF).ways if one.easier} == {"higher_seat"}
    assert "one_knee_down" in {one.way for one in slack("pick_up", None, STIFF).ways if one.easier}


def test_a_way_that_is_not_possible_is_said_with_what_is_missing() -> None:
    found = slack("pick_up", "knees_straight", Ranges(straight_leg=Range.both(30.0)))
    assert not found.answer.possible
    assert found.answer.misses_mm > 5
    assert "not possible" in " ".join(tell(found).client)
    assert slack_picture(found, MAN) == ""


def test_no_range_short_of_the_norm_shows_no_restriction() -> None:
    found = take_up(MAN, Ranges(hip_flexion=Range.both(125.0)), "sock")
    assert found.effects == ()
    assert "no slack" in " ".join(tell(found).client)


@pytest.mark.parametrize("task", tasks())
def test_limits_hold_in_every_answer(task: str) -> None:
    found = slack(task)
    for ranges, stance in [(STIFF_HIP, found.answer.ease), (STIFF_HIP, found.answer.stiffest)]:
        bounds, angles = bounds_of(ranges, "male"), np.radians(list(stance.angles.values()))  # type: ignore[union-attr]
        assert np.all(angles >= bounds.low - np.radians(0.5))
        assert np.all(angles <= bounds.high + np.radians(0.5))


@pytest.mark.parametrize("task", tasks())
def test_the_two_poses_pass_the_gates_of_the_load(task: str) -> None:
    found = slack(task)
    body = body_of(MAN)
    for _, stance in stances(found):
        problem, solved = Problem(body, poses(found.movement, found.side)[0]), solved_of(stance)  # type: ignore[arg-type]
        solved.pose(body)
        failed = {gate.gate for gate in weigh(body, problem, solved).failed}
        assert failed <= {"pelvis"}  # how the pelvis is turned is free here


@pytest.mark.parametrize("task", ["sock", "box", "squat"])
def test_the_angles_of_the_figure_are_those_of_the_sentence(task: str) -> None:
    found = slack(task)
    picture = slack_picture(found, MAN)
    assert found.answer.ease is not None
    assert abs(found.answer.ease.angles["lumbar_flexion"] - found.answer.angle) < 0.06
    for answer in (found.answer, found.effects[0].restored):
        assert f">{whole(answer.angle)}°<" in picture
        assert f">{whole(answer.hip)}°<" in picture


def test_the_mirror_gives_the_same() -> None:
    right = take_up(MAN, Ranges(hip_flexion=Range(left=120.0, right=90.0)), "sock")
    left = take_up(MAN, Ranges(hip_flexion=Range(left=90.0, right=120.0)), "sock")
    assert (right.side, left.side) == ("right", "left")
    assert left.answer.share == pytest.approx(right.answer.share, abs=1.5)
    assert left.answer.least == pytest.approx(right.answer.least, abs=1.5)


def test_the_same_question_has_the_same_answer() -> None:
    assert take_up(MAN, STIFF_HIP, "sofa") == take_up(MAN, STIFF_HIP, "sofa")


def test_shapley_shares_add_up() -> None:
    found = slack("sofa", None, STIFF)
    parts = [one.shapley or 0.0 for one in found.effects]
    assert sum(parts) == pytest.approx(found.answer.least - found.restored.least, abs=0.5)
    assert shares({frozenset(): 0.0, frozenset("a"): 3.0}, ("a",)) == {"a": 3.0}


@pytest.mark.parametrize(
    ("share", "band"), [(59.9, "low"), (60, "middle"), (79.9, "middle"), (80, "high"), (95, "high"), (95.1, "end")]
)
def test_bands(share: float, band: str) -> None:
    assert band_of(share) == band


@pytest.mark.parametrize("task", tasks())
def test_sentences_say_what_it_is_not(task: str) -> None:
    client = " ".join(tell(slack(task)).client)
    assert not forbidden_in(client)
    assert "newton" not in client.lower()
    assert "does not tell what causes your pain" in client
    assert "often do the opposite" in client


def test_every_way_and_range_has_its_words() -> None:
    letter = book().letter("slack")
    for task in tasks():
        assert task in letter["task"]
        assert {one.way for one in ways_of(task)} <= set(letter["way"])
    assert set(book().tables["slack_ranges"]) - {"lumbar_flexion"} <= set(letter["stops"]) & set(letter["joint"])


def test_tasks_for_whom_are_tasks() -> None:
    named = {task for row in book().tables["slack_for_whom"].values() for task in row.cells["tasks"].split(";")}
    assert named <= set(tasks())
    assert tasks_for(("put_on_socks",), ("pick_up_from_floor",)) == ("pick_up", "sock", "shoe")


def test_what_was_not_measured_is_said() -> None:
    assert "ankle" in slack("sock").assumed
    assert norm_of("straight_leg", "male") < norm_of("straight_leg", "female")


def test_clinical_tests_become_ranges() -> None:
    found = from_clinical_tests({"hip_flex_prom": (94.0, 91.0), "wblt": (9.5, None), "sorensen": (130.0, None)})
    assert found.hip_flexion == Range(left=94.0, right=91.0, source="hip_flex_prom")
    assert found.ankle == Range(left=38.8, right=None, source="wblt")
    assert found.shoulder is None


def test_an_unknown_task_is_refused() -> None:
    with pytest.raises(RecordError):
        take_up(MAN, STIFF_HIP, "sockz")
