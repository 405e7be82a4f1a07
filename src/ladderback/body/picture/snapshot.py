"""Takes the snapshot of a body that a solved pose has been put on."""

from __future__ import annotations

import numpy as np

from ladderback.body.anthropometry import girth
from ladderback.body.demands import FLOOR, SOLES, landmarks_of, normal_of
from ladderback.body.physics import Body
from ladderback.body.picture.values import Array, Held, Laid, Snapshot
from ladderback.body.posing import Solved
from ladderback.evidence.poses import Surface
from ladderback.movements.values import Posed

_HELD = {"hands": "grips", "left_hand": "left_grip", "right_hand": "right_grip"}


def snapshot(body: Body, pose: Posed, solved: Solved) -> Snapshot:
    """Everything a picture needs of one solved pose; the body may be used for something else afterwards."""
    solved.pose(body)
    places = {mark: body.point(mark) for mark in body.landmarks}
    touched = tuple((mark, touch.on) for touch in pose.touches for mark in landmarks_of(touch.part))
    return Snapshot(
        build=body.build, girth=girth(body.build), places=places,
        joints={part: body.joint(part) for part in body.parts},
        frames={part: body.frame(part) for part in body.parts},
        lengths={part: one.length for part, one in body.proportions.parts.items()},
        laid=tuple(_laid(name, one, touched, places, body.build.stature) for name, one in pose.surfaces.items()),
        held=tuple(_held(one, places) for one in pose.carried),
        lie=pose.lie, tone=pose.tone, angles={name: solved.degrees(name) for name in _coordinates()}, touched=touched,
    )  # fmt: skip


def _coordinates() -> tuple[str, ...]:
    from ladderback.body.coordinates import names

    return names()


def _laid(
    name: str, surface: Surface, touched: tuple[tuple[str, str], ...], places: dict[str, Array], stature: float
) -> Laid:
    marks = tuple(mark for mark, on in touched if on == name)
    normal = normal_of(surface)
    soles = np.mean([places[sole] for sole in SOLES], axis=0)
    middle = np.mean([places[mark] for mark in marks], axis=0) if marks else soles
    offset = float(normal @ middle) if marks else _unmet(surface, normal, soles, stature)
    return Laid(name, surface.draw, normal, offset, np.asarray(middle), marks, surface.grip)


def _unmet(surface: Surface, normal: Array, soles: Array, stature: float) -> float:
    """Place of a surface that this pose does not touch, as far as it is said."""
    said = surface.at_cm / 100 if surface.at_cm is not None else (surface.at_stature or 0.0) * stature
    return said + (float(normal[:2] @ soles[:2]) if abs(normal[2]) < 0.5 else 0.0)


def _held(carried: object, places: dict[str, Array]) -> Held:
    from ladderback.evidence.poses import Carried

    assert isinstance(carried, Carried)
    marks = landmarks_of(_HELD.get(carried.at, carried.at))
    return Held(carried, marks, tuple(places[mark] for mark in marks))


__all__ = ["FLOOR", "snapshot"]
