"""A step on a body: the key poses of its movement with the weight and the small changes of the step."""

from __future__ import annotations

from msgspec.structs import replace

from ladderback.evidence.ladders import Step, Variation
from ladderback.evidence.poses import Carried
from ladderback.movements import Posed, poses

PLACES = ("feet", "floor")
BENDS = ("hip_flexion", "knee_flexion", "ankle_flexion", "lumbar_flexion", "thoracic_flexion")
# A turn of the trunk is shared between the low back and the chest as in the poses: one part to five.
LOW_BACK_OF_TURN = 1 / 6


def posed_step(step: Step, kg: float | None) -> tuple[Posed, ...]:
    """The key poses of a step with a weight [kg]; None leaves what is carried as it is authored.

    Always on the side it is written for: a body is the same on both sides, so the load of the mirror image is the same.
    """
    found = poses(step.movement)
    if step.variation.changes:
        found = tuple(varied(pose, step.variation) for pose in found)
    return found if kg is None else carrying(found, kg)


def carrying(found: tuple[Posed, ...], kg: float) -> tuple[Posed, ...]:
    """The same poses with this much in the hands wherever something is held; shared out as it is authored."""
    if not any(_held(pose) for pose in found):
        extra = (Carried(at="hands", kg=kg, draw="weighted_box"),) if kg else ()
        return tuple(replace(pose, carried=(*pose.carried, *extra)) for pose in found)
    return tuple(_weighing(pose, kg) if _held(pose) else pose for pose in found)


def _held(pose: Posed) -> float:
    """What is held in a pose [kg]."""
    return sum(one.kg for one in pose.carried)


def _weighing(pose: Posed, kg: float) -> Posed:
    """A pose whose weights add up to this."""
    scale = kg / _held(pose)
    weights = tuple(replace(one, kg=one.kg * scale) if one.kg else one for one in pose.carried)
    return replace(pose, carried=tuple(one for one in weights if one.kg or one.newton))


def varied(pose: Posed, change: Variation) -> Posed:
    """One key pose with the small changes of a step: higher, further, turned, less bent.

    >>> from ladderback.movements import poses
    >>> varied(poses("stand")[0], Variation(turn_deg=12.0)).angles["thoracic_rotation"]
    10.0
    """
    angles = dict(pose.angles)
    for name, share in (("lumbar_rotation", LOW_BACK_OF_TURN), ("thoracic_rotation", 1 - LOW_BACK_OF_TURN)):
        angles[name] = angles.get(name, 0.0) + change.turn_deg * share
    angles = {name: angle * change.bend if name.endswith(BENDS) else angle for name, angle in angles.items()}
    moved = (change.further_cm, 0.0, change.raise_cm)
    reaches = tuple(
        replace(one, by_cm=(one.by_cm[0] + moved[0], one.by_cm[1], one.by_cm[2] + moved[2]))
        if one.to in PLACES and ("grip" in one.part or one.part == "hands")
        else one
        for one in pose.reaches
    )
    surfaces = {
        name: replace(one, at_cm=one.at_cm + change.raised[name])
        if name in change.raised and one.at_cm is not None
        else one
        for name, one in pose.surfaces.items()
    }
    return replace(pose, angles=angles, pitch=pose.pitch * change.bend, reaches=reaches, surfaces=surfaces)
