"""Neck, head and hair; the face looks where the head looks."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from ladderback.body.picture.camera import Camera
from ladderback.body.picture.face import face
from ladderback.body.picture.flesh import fleshed
from ladderback.body.picture.globe import Globe
from ladderback.body.picture.solids import Builder, Joint, Solid, chain
from ladderback.body.picture.values import Array, Look, Snapshot

_NOSE = ((0.565, 127.0, 8.0), (0.475, 140.0, 12.0), (0.435, 133.0, 9.0))
_LIPS = (0.335, 116.0, 9.5)


def head(snap: Snapshot, look: Look, camera: Camera, name: str) -> list[Solid]:
    """Neck, head with its face, and hair that hangs or is tied."""
    neck, _ = fleshed(snap, "neck")
    scarf = look.style == "scarf"
    opening = _opening(snap)
    behind = float(opening @ camera.near) < 0.02
    cloth = look.hair if scarf else look.skin
    return [
        chain(
            f"{name}neck",
            neck,
            cloth,
            over=() if behind else (f"{name}torso",),
            under=(f"{name}torso",) if behind else (),
            round_off=10.0,
        ),
        _skull(snap, look, camera, name),
        *_hanging(snap, look, camera, name),
    ]


def skull_of(snap: Snapshot) -> Globe:
    """The skull of a body as an ellipsoid."""
    size = snap.build.stature / 1.74 / 1000
    middle = snap.on("head", 39 * size, 0.0, 0.62 * snap.lengths["head"])
    return Globe(middle, snap.frames["head"] * (np.array([94.0, 76.0, 92.0]) * size)[None, :])


def _opening(snap: Snapshot) -> Array:
    """Where the neck opening of the shirt points."""
    frame = snap.frames["thorax"]
    return np.asarray(frame[:, 2] * np.cos(0.47) + frame[:, 0] * np.sin(0.47))


def _skull(snap: Snapshot, look: Look, camera: Camera, name: str) -> Solid:
    parts, _ = fleshed(snap, "head")
    size, length, frame = snap.build.stature / 1.74 / 1000, snap.lengths["head"], snap.frames["head"]
    for along, forward, radius in (*_NOSE, _LIPS):
        at = snap.on("head", forward * size, 0.0, along * length)
        parts.add(at, frame, (radius * size, (8.0 if radius < 9 else 11.0) * size, radius * size))
    turned = _from_behind(snap, camera)
    links = ((0, 0),) if turned else ((0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (6, 1))
    globe = skull_of(snap)

    def marks(seen: Camera) -> str:
        return face(snap, look, globe, seen)

    chin = snap.on("head", 30 * size, 0.0, 0.2 * length)
    hidden = () if look.style == "scarf" else (Joint(f"{name}neck", chin, 0.0, False),)
    return chain(
        f"{name}head",
        parts,
        look.skin,
        links,
        marks=marks,
        joints=hidden,
        round_off=1.6,
        over=(f"{name}neck",) if _shows_face(frame, camera) else (),
    )


def _from_behind(snap: Snapshot, camera: Camera) -> bool:
    """Whether the back of the head is what is seen."""
    frame = snap.frames["head"]
    return bool(float(frame[:, 0] @ camera.near) < -0.5 and float(frame[:, 2] @ camera.near) > -0.5)


def _shows_face(frame: Array, camera: Camera) -> bool:
    return float((frame[:, 0] + 0.6 * frame[:, 2]) @ camera.near) > -0.55


def _hanging(snap: Snapshot, look: Look, camera: Camera, name: str) -> list[Solid]:
    """Hair beyond the skull: bun, ponytail, bob or the cloth of a scarf."""
    size, length = snap.build.stature / 1.74 / 1000, snap.lengths["head"]

    order: dict[str, Any] = {"over" if _from_behind(snap, camera) else "under": (f"{name}head",)}

    def at(forward: float, left: float, along: float) -> Array:
        return snap.on("head", forward * size, left * size, along * length)

    if look.style == "bun":
        return [
            chain(
                f"{name}bun",
                Builder().ball(at(-42, 0, 0.93), 36 * size),
                look.hair,
                round_off=0.0,
                **order,
            )
        ]
    if look.style == "ponytail":
        return [replace(_ponytail(snap, look, name, at(-46, 0, 0.86), size), **order)]
    frame = snap.frames["head"]
    if look.style == "bob":
        parts = Builder().add(at(20, 0, 0.62), frame, np.array([88, 84, 80]) * size)
        parts.add(at(2, 0, 0.34), frame, np.array([74, 86, 44]) * size)
        parts.add(at(4, 0, 0.2), frame, np.array([66, 80, 22]) * size)
        return [chain(f"{name}bob", parts, look.hair, under=(f"{name}head",), over=(f"{name}neck",))]
    if look.style == "scarf":
        parts = Builder().add(at(34, 0, 0.5), frame, np.array([86, 80, 80]) * size)
        parts.add(at(34, 0, 0.16), frame, np.array([70, 72, 40]) * size)
        turned = snap.frames["thorax"]
        low = snap.on("thorax", 14 * size, 0.0, 0.9 * snap.lengths["thorax"])
        parts.add(low, turned, np.array([84, 96, 34]) * size)
        return [
            chain(
                f"{name}scarf",
                parts,
                look.hair,
                under=(f"{name}head",),
                over=(f"{name}neck", f"{name}torso"),
                round_off=12.0,
            )
        ]
    return []


def _ponytail(snap: Snapshot, look: Look, name: str, start: Array, size: float) -> Solid:
    """A tail that hangs down, and lies on the ground rather than in it."""
    frame = snap.frames["head"]
    back, down = -frame[:, 0], np.array([0.0, 0.0, -1.0])
    upright = float(np.clip(frame[2, 2], -1, 1))
    fall = down * 0.8 + (-frame[:, 2] * 0.5 if upright > 0 else frame[:, 2] * 0.3)
    fall = fall / np.linalg.norm(fall)
    way = [start, start + (back * 0.75 + frame[:, 2] * 0.3) * 45 * size]
    way.append(way[-1] + (fall * 0.8 + back * 0.5) * 55 * size)
    way.append(way[-1] + fall * 80 * size)
    way.append(way[-1] + (fall - back * 0.3) * 45 * size)
    parts = Builder()
    for place, radius in zip(way, (30, 27, 31, 24, 8), strict=True):
        low = radius * size + 0.004
        parts.ball(np.array([place[0], place[1], max(place[2], low)]), radius * size)
    return chain(f"{name}tail", parts, look.hair, round_off=4.0)
