"""A person as things to draw: trunk, limbs, clothes, head, hands and shoes of one snapshot in one look."""

from __future__ import annotations

import numpy as np

from ladderback.body.picture.camera import Camera
from ladderback.body.picture.flesh import fleshed
from ladderback.body.picture.hands import hand
from ladderback.body.picture.head import head
from ladderback.body.picture.paint import far
from ladderback.body.picture.shoes import shoe
from ladderback.body.picture.solids import Joint, Solid, chain
from ladderback.body.picture.values import Look, Snapshot
from ladderback.terms.sides import SIDES

_BENT = 38.0  # hip flexion [deg] from which the thigh lies over the shirt


def person(snap: Snapshot, look: Look, camera: Camera, name: str = "") -> list[Solid]:
    """All solids of a person; names begin with `name`."""
    found = [*_trunk(snap, look, camera, name), *head(snap, look, camera, name)]
    for side in SIDES:
        found += _leg(snap, look, camera, name, side)
        found += _arm(snap, look, camera, name, side)
    return found


def _trunk(snap: Snapshot, look: Look, camera: Camera, name: str) -> list[Solid]:
    size = snap.build.stature / 1.74 * snap.girth
    hips = tuple(Joint(f"{name}{side}_thigh", snap.joints[f"{side}_thigh"], 0.12 * size) for side in SIDES)
    arms = tuple(Joint(f"{name}{side}_sleeve", snap.joints[f"{side}_upper_arm"], 0.06 * size, False) for side in SIDES)
    pelvis, links = fleshed(snap, "pelvis")
    torso, rows = fleshed(snap, "torso", more=("bust",) if snap.build.sex == "female" else ())
    bent = [side for side in SIDES if snap.angles.get(f"{side}_hip_flexion", 0.0) > _BENT]
    covered = tuple(f"{name}{side}_thigh" for side in SIDES if side not in bent)
    return [
        chain(f"{name}pelvis", pelvis, look.trousers, links, joints=hips, limb="legs"),
        chain(f"{name}torso", torso, look.shirt, rows, joints=arms, over=(f"{name}pelvis", *covered), round_off=14.0),
    ]


def _leg(snap: Snapshot, look: Look, camera: Camera, name: str, side: str) -> list[Solid]:
    away = _away(snap, camera, side, ("thigh", "shank", "foot"), 0.045)
    size = snap.build.stature / 1.74 * snap.girth
    cloth, skin = far(look.trousers, away), far(look.skin, away)
    hip = Joint(f"{name}pelvis", snap.joints[f"{side}_thigh"], 0.12 * size)
    knee = snap.joints[f"{side}_shank"]
    at = f"{name}{side}_"
    thigh, _ = fleshed(snap, "thigh", side)
    shank, _ = fleshed(snap, "shank", side)
    ankle, _ = fleshed(snap, "ankle", side)
    return [
        chain(
            f"{at}thigh",
            thigh,
            cloth,
            joints=(hip, Joint(f"{at}shank", knee, 0.075 * size)),
            limb="legs",
            round_off=9.0,
        ),
        chain(
            f"{at}shank",
            shank,
            cloth,
            joints=(Joint(f"{at}thigh", knee, 0.075 * size),),
            over=(f"{at}ankle",),
            round_off=9.0,
        ),
        chain(f"{at}ankle", ankle, skin, under=(f"{at}shoe",)),
        *shoe(snap, look, camera, name, side, away),
    ]


def _arm(snap: Snapshot, look: Look, camera: Camera, name: str, side: str) -> list[Solid]:
    away = _away(snap, camera, side, ("upper_arm", "forearm", "hand"), 0.09)
    size = snap.build.stature / 1.74
    skin, cloth = far(look.skin, away), far(look.shirt, away)
    elbow, shoulder = snap.joints[f"{side}_forearm"], snap.joints[f"{side}_upper_arm"]
    wrist = snap.joints[f"{side}_hand"]
    at = f"{name}{side}_"
    upper, _ = fleshed(snap, "upper_arm", side)
    fore, _ = fleshed(snap, "forearm", side)
    sleeve, _ = fleshed(snap, "sleeve", side)
    middle = shoulder + 0.035 * size * (snap.joints["head"] - shoulder) / np.linalg.norm(snap.joints["head"] - shoulder)
    return [
        chain(f"{at}upper_arm", upper, skin, joints=(Joint(f"{at}forearm", elbow, 0.055 * size),), limb=f"{at}arm"),
        chain(
            f"{at}forearm",
            fore,
            skin,
            limb=f"{at}arm",
            joints=(Joint(f"{at}upper_arm", elbow, 0.055 * size), Joint(f"{at}hand", wrist, 0.04 * size)),
        ),
        *hand(snap, skin, camera, name, side),
        chain(
            f"{at}sleeve",
            sleeve,
            cloth,
            over=(f"{at}upper_arm",),
            joints=(Joint(f"{name}torso", middle, 0.062 * size, False),),
        ),
    ]


def _away(snap: Snapshot, camera: Camera, side: str, parts: tuple[str, ...], least: float) -> float:
    """How far a limb is behind that of the other side, 0 to 1."""
    ours, theirs = (
        np.mean([snap.joints[f"{one}_{part}"] for part in parts], axis=0)
        for one in (side, "right" if side == "left" else "left")
    )
    behind = float(camera.near_of(theirs - ours)) / 2
    share = float(np.clip((behind - least) / 0.04, 0.0, 1.0))
    return 0.0 if share < 0.4 else share
