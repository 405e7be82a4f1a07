"""Pictures to hand out: the sheet of a movement, one pose alone, and any snapshot of a body."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ladderback.body.picture.camera import SCALE, camera
from ladderback.body.picture.equipment import equipment
from ladderback.body.picture.looks import chosen
from ladderback.body.picture.moving import moving_sheet
from ladderback.body.picture.person import person
from ladderback.body.picture.scene import drawn
from ladderback.body.picture.sheet import LINES, Box, Picture, pictured, sheet
from ladderback.body.picture.story import mat_of, moments, playmate, view_of
from ladderback.body.picture.telling import telling
from ladderback.body.picture.values import Array, Look, Snapshot
from ladderback.body.values import Build
from ladderback.evidence import book
from ladderback.evidence.poses import View
from ladderback.terms.sides import Side


@dataclass(frozen=True)
class Fragment:
    """A piece of a picture: `markup` is one <g>; `box` its room (left, top, right, bottom) in its own units, 330 to the
    metre; `flat` puts places of the room [m] on the same sheet, so that marks can be drawn over it."""

    markup: str
    box: Box
    view: View
    mirrored: bool = False

    @property
    def view_box(self) -> str:
        """The room as the text of a viewBox."""
        left, top, right, bottom = self.box
        return f"{left:.1f} {top:.1f} {right - left:.1f} {bottom - top:.1f}"

    def flat(self, places: Array) -> Array:
        """Places of the room (n x 3) on the sheet (n x 2)."""
        return camera(self.view, self.mirrored).flat(np.atleast_2d(places))


def figure(
    movement: str, build: Build, look: Look | None = None, side: Side | None = None, *, age: int | None = None,
    animated: bool = False, headed: bool = True, prefix: str = "",
) -> str:  # fmt: skip
    """The sheet of a movement for one body: 2 to 4 numbered key poses, or (animated) one quiet moving figure.

    Raises:
        RecordError: there are no poses by this name.
    """
    found = moments(movement, build, side)
    view, mirrored = view_of(movement, side)
    look = look or chosen(movement, build.sex, age)
    seen = camera(view, mirrored)
    pictures = [
        pictured(found[i - 1] if i else None, one, look, seen, mat=mat_of(found), beside=playmate(found))
        for i, one in enumerate(found)
    ]
    captions = [one.pose.caption for one in found]
    name = prefix or f"fig-{movement}" + (f"-{side}" if side else "")
    title = title_of(movement)
    words = telling([one.snap for one in found], captions)
    draw = moving_sheet if animated else sheet
    return draw(pictures, captions, name, title, words, headed)


def described(movement: str, side: Side | None = None, build: Build | None = None) -> str:
    """The key poses of a movement in words, for those who do not see the picture; written from the solved poses.

    Raises:
        RecordError: there are no poses by this name.
    """
    found = moments(movement, build or Build(sex="female", stature=1.66, mass=65.0), side)
    return telling([one.snap for one in found], [one.pose.caption for one in found])


def title_of(movement: str) -> str:
    """What a client calls the movement."""
    if movement in book().exercises:
        return book().exercises[movement].words.name
    rows = book().tables["life_tasks"]
    name = rows[movement].cells["name"] if movement in rows else movement.replace("_", " ")
    return name[:1].upper() + name[1:]


def pose_fragment(
    movement: str, build: Build, look: Look | None = None, number: int = -1, *, side: Side | None = None,
    age: int | None = None, grounded: bool = False, arrowed: bool = False,
) -> Fragment:  # fmt: skip
    """One key pose alone (the last one unless a number is given), to be put into another picture."""
    found = moments(movement, build, side)
    view, mirrored = view_of(movement, side)
    index = number % len(found)
    look = look or chosen(movement, build.sex, age)
    before = found[index - 1] if arrowed and index else None
    one: Picture = pictured(
        before, found[index], look, camera(view, mirrored), grounded=grounded, mat=mat_of(found), beside=playmate(found)
    )
    return Fragment(f"<g {LINES}>{one.markup}</g>", one.box, view, mirrored)


def draw_scene(*snaps: Snapshot, look: Look, view: View = "side", mirrored: bool = False) -> Fragment:
    """Bodies from snapshots with what they touch and carry, for pictures of one's own solves."""
    seen = camera(view, mirrored)
    things = [
        thing
        for index, snap in enumerate(snaps)
        for thing in (*person(snap, look, seen, f"{index}_" if index else ""), *equipment(snap, seen))
    ]
    found = drawn(things, seen)
    return Fragment(f"<g {LINES}>{found.markup}</g>", found.box, view, mirrored)


__all__ = ["SCALE", "Fragment", "described", "draw_scene", "figure", "pose_fragment", "title_of"]
