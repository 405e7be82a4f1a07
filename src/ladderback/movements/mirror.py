"""The mirror image of a pose: left becomes right, and what turns or bends to a side turns or bends to the other."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from ladderback.evidence.poses import Faces, Lie
from ladderback.movements.values import Posed

_SIDEWAYS = (
    "lumbar_lateral",
    "lumbar_rotation",
    "thoracic_lateral",
    "thoracic_rotation",
    "neck_lateral",
    "neck_rotation",
)
_LIES: dict[Lie, Lie] = {"left_side": "right_side", "right_side": "left_side"}
_FACES: dict[Faces, Faces] = {"left": "right", "right": "left"}
Point = tuple[float, float, float]


def mirrored_pose(pose: Posed) -> Posed:
    """The same pose in the mirror; twice in the mirror is the pose itself."""
    return msgspec.structs.replace(
        pose,
        lie=_LIES.get(pose.lie, pose.lie), roll=-pose.roll, yaw=-pose.yaw,
        angles={other_side(name): -angle if name in _SIDEWAYS else angle for name, angle in pose.angles.items()},
        firm=_swapped(pose.firm), loose=_swapped(pose.loose),
        touches=tuple(
            msgspec.structs.replace(one, part=other_side(one.part), on=other_side(one.on)) for one in pose.touches
        ),
        surfaces={
            name: msgspec.structs.replace(surface, faces=_FACES.get(surface.faces, surface.faces))
            for name, surface in pose.surfaces.items()
        },
        reaches=tuple(
            msgspec.structs.replace(one, part=other_side(one.part), to=other_side(one.to), by_cm=_across(one.by_cm))
            for one in pose.reaches
        ),
        carried=tuple(
            msgspec.structs.replace(one, at=other_side(one.at), towards=_across(one.towards)) for one in pose.carried
        ),
        arrows=tuple(
            msgspec.structs.replace(one, part=other_side(one.part), by_cm=one.by_cm and _across(one.by_cm))
            for one in pose.arrows
        ),
    )  # fmt: skip


def other_side(word: str) -> str:
    """A word with its side swapped; words of the middle stay.

    >>> other_side("own:left_thigh"), other_side("right_foot"), other_side("seat")
    ('own:right_thigh', 'left_foot', 'seat')
    """
    own, mark, name = word.rpartition(":")
    for side, other in (("left_", "right_"), ("right_", "left_")):
        if name.startswith(side):
            return own + mark + other + name.removeprefix(side)
    return word


def _swapped(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(other_side(word) for word in words)


def _across(point: Point) -> Point:
    return (point[0], -point[1], point[2])
