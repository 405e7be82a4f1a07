"""Reads the key poses of a movement: the stance it starts from, then what each pose changes; mirrored on demand."""

from __future__ import annotations

from functools import cache
from typing import TypeVar

from ladderback.evidence import book
from ladderback.evidence.poses import KeyPose, MovementPoses, Pair, Touch
from ladderback.movements.mirror import mirrored_pose
from ladderback.movements.values import Posed
from ladderback.terms.errors import RecordError, nearest_word
from ladderback.terms.sides import SIDES, Side

T = TypeVar("T")


@cache
def poses(movement: str, side: Side | None = None) -> tuple[Posed, ...]:
    """The key poses of a movement, for the side asked for (the authored one when none is said).

    Raises:
        RecordError: there are no poses by this name.
    """
    known = book().poses
    if movement not in known:
        raise RecordError(
            file="figure", key="movement", received=movement, allowed="an exercise or a life task of the book",
            nearest=nearest_word(movement, known),
        )  # fmt: skip
    record = known[movement]
    return posed(record, side)


def posed(record: MovementPoses, side: Side | None = None) -> tuple[Posed, ...]:
    """The key poses of a record, complete."""
    found: list[Posed] = []
    for number, key in enumerate(record.poses):
        found.append(_changed(_start(record, key, found), record, key, number))
    if side is not None and record.side is not None and side != record.side:
        return tuple(mirrored_pose(one) for one in found)
    return tuple(found)


def _start(record: MovementPoses, key: KeyPose, before: list[Posed]) -> Posed:
    start = key.start or ("previous" if before else record.base)
    if start == "previous":
        return before[-1]
    if not start:
        return Posed(movement=record.id, number=0)
    return poses(start)[0]


def _changed(start: Posed, record: MovementPoses, key: KeyPose, number: int) -> Posed:
    return Posed(
        movement=record.id, number=number, caption=key.caption,
        lie=_or(key.lie, start.lie), pitch=_or(key.pitch, start.pitch), roll=_or(key.roll, start.roll),
        yaw=_or(key.yaw, start.yaw), angles=start.angles | both_sides(key.angles),
        firm=key.firm or start.firm, loose=key.loose or start.loose, touches=_touches(start, key),
        surfaces=start.surfaces | record.surfaces, reaches=_or(key.reaches, start.reaches),
        carried=_or(key.carried, start.carried), tone=_or(key.tone, start.tone),
        balance=_or(key.balance, start.balance), motion=record.motion, arrows=key.arrows,
    )  # fmt: skip


def _or(said: T | None, otherwise: T) -> T:
    return otherwise if said is None else said


def _touches(start: Posed, key: KeyPose) -> tuple[Touch, ...]:
    if key.touches is None:
        return start.touches
    if not key.keep_touches:
        return key.touches
    named = {touch.part for touch in key.touches}
    return (*(touch for touch in start.touches if touch.part not in named), *key.touches)


def both_sides(angles: dict[str, float | Pair]) -> dict[str, float]:
    """Angles by coordinate with their side.

    >>> both_sides({"knee_flexion": 90.0, "hip_flexion": Pair(left=10.0), "lumbar_flexion": 5.0})
    {'left_knee_flexion': 90.0, 'right_knee_flexion': 90.0, 'left_hip_flexion': 10.0, 'lumbar_flexion': 5.0}
    """
    found: dict[str, float] = {}
    for name, angle in angles.items():
        if name.split("_")[0] in ("lumbar", "thoracic", "neck"):
            if isinstance(angle, Pair):
                raise RecordError(file="poses", key=name, received="two sides", allowed="one angle: it is of the trunk")
            found[name] = angle
        elif isinstance(angle, Pair):
            found |= {f"{side}_{name}": value for side in SIDES if (value := getattr(angle, side)) is not None}
        else:
            found |= {f"{side}_{name}": angle for side in SIDES}
    return found
