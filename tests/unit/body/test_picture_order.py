"""What lies in front of what, and the lines that are drawn of it."""

from __future__ import annotations

import numpy as np
import pytest

from ladderback.body.picture.camera import camera
from ladderback.body.picture.globe import Globe, seen_area
from ladderback.body.picture.order import before, nearness, sorted_back_to_front
from ladderback.body.picture.outline import silhouette
from ladderback.body.picture.paths import closed, opened
from ladderback.body.picture.solids import Builder, Solid, box, chain
from ladderback.evidence.poses import View

VIEWS: tuple[View, ...] = ("side", "side_far", "three_quarter", "three_quarter_back", "front", "back", "top")


def ball(name: str, at: tuple[float, float, float], radius: float = 0.2) -> Solid:
    return chain(name, Builder().ball(np.array(at), radius), "#888888")


@pytest.mark.parametrize("view", VIEWS)
def test_the_nearer_ball_is_drawn_last(view: View) -> None:
    seen = camera(view)
    far, near = ball("far", (0, 0, 1)), ball("near", tuple(seen.near * 0.5 + np.array([0, 0, 1])))
    things = [near, far]
    shapes = [silhouette(one, seen) for one in things]
    depth = nearness(things, shapes, seen)
    order = sorted_back_to_front(2, before(depth, things), depth)
    assert [things[i].name for i in order] == ["far", "near"]


def test_a_ball_on_a_box_is_before_its_top_seen_from_above() -> None:
    seen = camera("top")
    things = [ball("ball", (0, 0, 0.7)), box("box", np.array([0, 0, 0.25]), np.eye(3), (1, 1, 0.5), ("#999999",))]
    depth = nearness(things, [silhouette(one, seen) for one in things], seen)
    order = sorted_back_to_front(2, before(depth, things), depth)
    assert [things[i].name for i in order] == ["box", "ball"]


@pytest.mark.parametrize("view", VIEWS)
def test_a_camera_looks_square(view: View) -> None:
    seen = camera(view)
    axes = np.stack([seen.right, seen.up, seen.near])
    assert axes @ axes.T == pytest.approx(np.eye(3), abs=1e-9)


def test_a_mirrored_camera_sees_the_mirrored_room() -> None:
    place = np.array([[0.3, 0.2, 1.1]])
    one, other = camera("three_quarter"), camera("three_quarter", True)
    flat, mirrored = one.flat(place)[0], other.flat(place * [1, -1, 1])[0]
    assert mirrored == pytest.approx(flat * [-1, 1])


def test_hair_is_seen_whole_from_behind_and_not_where_it_faces_away() -> None:
    globe = Globe(np.zeros(3), np.eye(3) * 0.1)
    cap = [(around, 50.0) for around in range(0, 360, 20)]
    top = seen_area(globe, cap, camera("top"))
    assert len(top) > 10
    below = seen_area(globe, [(around, -50.0) for around in range(340, -20, -20)], camera("top"))
    assert len(below) == 0


def test_paths_are_relative_and_end_where_they_should() -> None:
    square = np.array([[0.0, 0.0], [40.0, 0.0], [40.0, 40.0], [0.0, 40.0]])
    assert closed(square, curved=False) == "M0 0l40 0 0 40-40 0z"
    assert closed(square).endswith("z")
    assert opened(square[:2]) == "M0 0l40 0"
