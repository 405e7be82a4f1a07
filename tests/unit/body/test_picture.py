"""Pictures: whole, small, the same twice, larger for larger bodies, with words for those who do not see them."""

from __future__ import annotations

import gzip
import re
from xml.etree import ElementTree

import pytest

from ladderback.body.picture import chosen, described, draw_scene, figure, look_named, looks, pose_fragment
from ladderback.body.picture.equipment import held_drawers, laid_drawers
from ladderback.body.picture.story import moments
from ladderback.body.values import Build
from ladderback.evidence import book
from ladderback.terms.errors import RecordError

WOMAN = Build(sex="female", stature=1.64, mass=62)
MAN = Build(sex="male", stature=1.78, mass=77)
SOME = ("core_bd", "leg_squat_bw", "hip_bridge", "lift_box_floor", "pull_band_row", "get_out_of_bed", "mob_lumbar_rock")
MOST_BYTES = 60_000


@pytest.mark.parametrize("movement", SOME)
def test_a_sheet_is_well_formed_small_and_alone(movement: str) -> None:
    drawn = figure(movement, WOMAN)
    ElementTree.fromstring(drawn)
    assert len(gzip.compress(drawn.encode())) < MOST_BYTES
    assert not re.search(r"<script|href=|url\(|<image|nan|inf[ ,\"]", drawn)


@pytest.mark.parametrize("movement", SOME)
def test_each_key_pose_has_its_number_and_its_caption(movement: str) -> None:
    drawn = figure(movement, MAN)
    words = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", drawn))
    for number, pose in enumerate(book().poses[movement].poses, 1):
        assert f">{number}</text>" in drawn
        assert all(word.replace("'", "'") in words for word in pose.caption.split())


def test_the_same_person_gets_the_same_picture() -> None:
    assert figure("core_bd", WOMAN) == figure("core_bd", WOMAN)


def test_ids_begin_with_the_prefix() -> None:
    drawn = figure("core_bd", WOMAN, prefix="left-one")
    assert re.findall(r'\bid="([^"]+)"', drawn) == ["left-one-title", "left-one-desc"]


def test_an_unknown_movement_is_refused() -> None:
    with pytest.raises(RecordError):
        figure("no_such_thing", WOMAN)


def width_of(build: Build) -> float:
    left, _, right, _ = pose_fragment("stand", build, look_named("birch")).box
    return right - left


def test_a_larger_body_is_drawn_larger() -> None:
    widths = [width_of(Build(sex="male", stature=1.74, mass=mass)) for mass in (60, 80, 100, 120)]
    assert widths == sorted(widths)
    assert widths[-1] > 1.15 * widths[0]


def test_the_other_side_is_the_mirror_image() -> None:
    right, left = (pose_fragment("hip_sl_abd", WOMAN, side=side) for side in ("right", "left"))
    assert right.box[2] - right.box[0] == pytest.approx(left.box[2] - left.box[0], abs=2.5)
    assert right.mirrored is not left.mirrored


def test_a_moving_sheet_rests_where_no_motion_is_wanted() -> None:
    drawn = figure("leg_squat_bw", WOMAN, animated=True)
    ElementTree.fromstring(drawn)
    assert "prefers-reduced-motion" in drawn
    assert "@keyframes fig-leg_squat_bw-f" in drawn


def test_a_still_sheet_has_no_style_that_paper_lacks() -> None:
    assert "<style" not in figure("leg_squat_bw", WOMAN)


def test_bird_dog_in_words() -> None:
    said = described("core_bd")
    assert "kneeling on all fours" in said
    assert "right leg stretched out behind" in said
    assert "left arm stretched" in said


@pytest.mark.parametrize(
    ("movement", "words"),
    [
        ("leg_sts", "sitting on a chair"), ("hip_bridge", "hips lifted"), ("core_plank", "on forearms and feet"),
        ("lift_box_floor", "holding a box"), ("core_side", "hips held off the ground"), ("stand", "standing"),
        ("mob_half_kneel_hf", "kneeling on the right knee"), ("pull_band_row", "pulling on a band"),
    ],
)  # fmt: skip
def test_what_is_seen_is_said(movement: str, words: str) -> None:
    assert words in described(movement)


def test_the_other_side_is_said_so() -> None:
    assert "kneeling on the left knee" in described("mob_half_kneel_hf", "left")


def test_looks_differ_and_suit() -> None:
    assert len({(look.skin, look.style, look.shirt) for look in looks()}) >= 8
    assert {look.sex for look in looks()} == {"female", "male"}
    for age in (20, 45, 80):
        look = chosen("core_bd", "male", age)
        assert look.sex == "male"
        assert look.youngest <= age <= look.oldest


def test_every_draw_word_has_a_drawer() -> None:
    records = book().poses.values()
    laid = {one.draw for record in records for one in record.surfaces.values()} - {""}
    held = {one.draw for record in records for pose in record.poses for one in pose.carried or ()} - {""}
    assert sorted(laid - set(laid_drawers())) == []
    assert sorted(held - set(held_drawers())) == []


def test_every_drawer_has_its_word() -> None:
    things = book().letter("pictures", "en")["things"]
    assert sorted((set(laid_drawers()) | set(held_drawers())) - set(things)) == []


def test_what_rests_in_two_key_poses_stays_where_it_is() -> None:
    first, second = (one.snap for one in moments("leg_squat_bw", WOMAN)[:2])
    soles = ("left_heel", "right_heel", "left_ball_in", "right_ball_in")
    assert first.mean(*soles) == pytest.approx(second.mean(*soles), abs=0.02)


def test_a_snapshot_can_be_drawn_alone() -> None:
    snap = moments("sit", WOMAN)[0].snap
    scene = draw_scene(snap, look=look_named("amber"), view="front")
    assert scene.markup.startswith("<g")
    spot = scene.flat(snap.places["sternum"])[0]
    assert scene.box[0] < spot[0] < scene.box[2]
    assert scene.box[1] < spot[1] < scene.box[3]
