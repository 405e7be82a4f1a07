"""Record kind: the key poses of a movement (`knowledge/poses/<id>.toml`): exercise, life task, way or stance.

A pose is authored as soft angles, hard touches, reaches and what is carried. Where the numbers are not from a
source they are our reading of how the movement is done: status proposal.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ladderback.terms.sides import Side
from ladderback.terms.status import Status

Kind = Literal["exercise", "task", "way", "stance"]
Lie = Literal["upright", "supine", "prone", "left_side", "right_side"]
Faces = Literal["up", "down", "front", "back", "left", "right"]
View = Literal["side", "side_far", "three_quarter", "three_quarter_back", "front", "back", "top"]
Motion = Literal["static", "lifting", "walking", "stairs", "rolling", "ballistic"]
Tone = Literal["lying", "supported", "sitting", "standing", "lifting", "gait", "floor"]


class Pair(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A joint angle that differs between the sides [deg]."""

    left: float | None = None
    right: float | None = None


class Surface(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that is touched. `faces`: where its outside points, from the person (front = towards the front of the
    person, as a wall behind the back does); `tilt` leans a wall back or a floor up [deg].

    Its place: `at_cm` for furniture and objects, `at_stature` (share of stature) for what scales with the person; with
    neither, the plane is where the pose meets it. `grip`: hands hold it and can pull. `draw`: what is drawn.
    """

    faces: Faces = "up"
    at_cm: float | None = None
    at_stature: float | None = None
    tilt: float = 0.0
    grip: bool = False
    draw: str = ""
    friction: float = 0.6


class Touch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of the body that rests on a surface, or on another part (`on = "own:left_thigh"`).

    `cap` bounds the force it takes, as a share of body weight: a resting hand does not carry what it could.
    """

    part: str
    on: str = "floor"
    cap: float | None = None


class Reach(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A landmark brought to a place: `to` another landmark plus `by_cm` [forward, left, up] of the room, or `own_cm` in
    the frame of the part that bears it; `axes` says which of the three directions count. Landmark "floor" counts height
    only; "feet" is the middle between the feet on the floor."""

    part: str
    to: str
    by_cm: tuple[float, float, float] = (0.0, 0.0, 0.0)
    axes: str = "xyz"


class Carried(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A weight [kg] or a pull [N] on a part; a pull points `towards` [forward, left, up]. Split over both hands."""

    at: str
    kg: float = 0.0
    newton: float = 0.0
    towards: tuple[float, float, float] = (0.0, 0.0, -1.0)
    draw: str = ""


class Arrow(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An arrow in the picture: from this landmark's place in the pose before to its place in this one, or a push."""

    part: str
    by_cm: tuple[float, float, float] | None = None


class KeyPose(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One key pose. What is not said is taken from `start`: a stance, or (as "previous") the key pose before.

    Angles [deg] by coordinate (`tables/body_coordinates.csv`), one number for both sides or a pair. `firm` angles are
    kept, `loose` ones give way. `balance` keeps the centre of mass over the supports (off where walls or bars hold).
    `keep_touches`: touches of the stance are kept and those named here added; otherwise they are replaced.
    """

    caption: str = ""
    start: str = ""
    lie: Lie | None = None
    pitch: float | None = None
    roll: float | None = None
    yaw: float | None = None
    angles: dict[str, float | Pair] = {}
    firm: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    touches: tuple[Touch, ...] | None = None
    keep_touches: bool = False
    reaches: tuple[Reach, ...] | None = None
    carried: tuple[Carried, ...] | None = None
    tone: Tone | None = None
    balance: bool | None = None
    arrows: tuple[Arrow, ...] = ()


class MovementPoses(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All key poses of one movement, authored for its `side`; the other side is its mirror image.

    `motion` and `dynamic` (peak over slow) say how it is moved; `repeats` key poses in time; `variant_of` declares a
    movement whose poses are nearly the same. `needs` of a stance: groups of touches, one of each group at least.
    """

    id: str
    kind: Kind
    side: Side | None = None
    view: View = "three_quarter"
    motion: Motion = "static"
    variant_of: str = ""
    base: str = ""
    needs: tuple[tuple[str, ...], ...] = ()
    second_figure: str = ""
    surfaces: dict[str, Surface] = {}
    poses: tuple[KeyPose, ...]
    alternative: str = ""
    note: str = ""
    sources: tuple[str, ...] = ("PROPOSAL",)
    status: Status = "proposal"
