"""What is drawn of the things around a person: each draw word of the poses has its drawer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from ladderback.body.picture.camera import Camera
from ladderback.body.picture.solids import Thing
from ladderback.body.picture.values import Held, Laid, Snapshot

LaidDrawer = Callable[[Snapshot, Laid], list[Thing]]
HeldDrawer = Callable[[Snapshot, Held], list[Thing]]


def laid_drawers() -> Mapping[str, LaidDrawer]:
    """Drawers of what is touched, by draw word."""
    from ladderback.body.picture.furniture import FURNITURE
    from ladderback.body.picture.machines import MACHINES
    from ladderback.body.picture.rooms import ROOMS
    from ladderback.body.picture.training import LAID

    return FURNITURE | ROOMS | MACHINES | LAID


def held_drawers() -> Mapping[str, HeldDrawer]:
    """Drawers of what is carried, by draw word."""
    from ladderback.body.picture.household import HOUSEHOLD
    from ladderback.body.picture.weights import WEIGHTS

    return WEIGHTS | HOUSEHOLD


def equipment(snap: Snapshot, camera: Camera) -> list[Thing]:
    """All things round one body."""
    found: list[Thing] = []
    snap = replace(snap, eye=camera.near)
    for laid in snap.laid:
        if laid.draw in (drawers := laid_drawers()):
            found += drawers[laid.draw](snap, laid)
    for held in snap.held:
        if held.carried.draw in (holders := held_drawers()):
            found += holders[held.carried.draw](snap, held)
    return found
