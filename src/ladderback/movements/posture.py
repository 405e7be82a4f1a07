"""A posture as somebody writes it down (`ladderback/posture/1`), and the key pose it means.

What is given is a target; what is not given is solved: balance, touches, comfort.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from msgspec import Meta, Struct

from ladderback.evidence import book
from ladderback.evidence.poses import Carried, Motion, Reach, Surface, Tone, Touch
from ladderback.movements.comfort import comfortable
from ladderback.movements.posed import poses
from ladderback.movements.values import Posed
from ladderback.terms.errors import RecordError

Base = Literal[
    "standing", "sitting", "kneeling", "half_kneeling", "quadruped", "supine", "prone", "side_lying", "hook_lying"
]  # fmt: skip
Support = Literal[
    "feet", "left_foot", "right_foot", "hands", "left_hand", "right_hand", "forearms", "left_forearm", "right_forearm",
    "knees", "left_knee", "right_knee", "seat", "backrest", "armrests", "elbows_on_thighs", "back", "front", "side",
    "head",
]  # fmt: skip
Degrees = Annotated[float, Meta(ge=-180, le=220, description="deg")]
Centimetres = Annotated[float, Meta(ge=-50, le=250, description="cm")]
LIES: frozenset[str] = frozenset({"supine", "prone", "side_lying", "hook_lying"})
_RESTING_ON = {
    "back": frozenset({"supine", "hook_lying"}), "front": frozenset({"prone"}), "side": frozenset({"side_lying"}),
    "head": LIES,
}  # fmt: skip
_UPRIGHT = ("lumbar_lateral", "lumbar_rotation", "thoracic")  # nobody bends sideways who was not asked to
_STANCES: dict[str, str] = {
    "standing": "stand", "sitting": "sit", "kneeling": "kneel", "half_kneeling": "half_kneel", "quadruped": "quadruped",
    "supine": "supine", "prone": "prone", "side_lying": "side_lying", "hook_lying": "hook_lying",
}  # fmt: skip


class PostureBody(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whose spine: mass [kg], height [cm], waist [cm] where it was measured."""

    sex: Literal["female", "male"]
    mass_kg: Annotated[float, Meta(ge=25, le=250, description="kg")]
    height_cm: Annotated[float, Meta(ge=120, le=220, description="cm")]
    waist_cm: Annotated[float, Meta(ge=40, le=200, description="cm")] | None = None


class BothSides(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A joint angle of each side [deg]; a side that is not given is solved."""

    left: Degrees | None = None
    right: Degrees | None = None


class PostureAngles(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The posture: what it rests on, and the angles that are known [deg]."""

    base: Base
    support: tuple[Support, ...] = ()
    support_height_cm: Centimetres | None = None
    support_forward_cm: Centimetres | None = None
    trunk_inclination_deg: Degrees | None = None
    lumbar_flexion_deg: Degrees | None = None
    lumbar_lateral_deg: Degrees | None = None
    lumbar_rotation_deg: Degrees | None = None
    hip_flexion_deg: BothSides | None = None
    knee_flexion_deg: BothSides | None = None
    shoulder_flexion_deg: BothSides | None = None
    elbow_flexion_deg: BothSides | None = None


class PostureLoad(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something carried [kg]; `forward_cm` in front of L5/S1 and `height_cm` above the floor where they are known."""

    kg: Annotated[float, Meta(ge=0, le=400, description="kg")]
    at: Literal["hands", "left_hand", "right_hand", "shoulders", "ankles"] = "hands"
    forward_cm: Centimetres | None = None
    height_cm: Centimetres | None = None


class PostureMotion(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How it is moved."""

    kind: Motion = "static"


class Posture(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One posture file."""

    format: Literal["ladderback/posture/1"]
    body: PostureBody
    posture: PostureAngles
    load: tuple[PostureLoad, ...] = ()
    motion: PostureMotion = PostureMotion()


def given_angles(asked: PostureAngles) -> dict[str, float]:
    """The angles that were given, by coordinate [deg].

    >>> given_angles(PostureAngles(base="standing", knee_flexion_deg=BothSides(left=5.0)))
    {'left_knee_flexion': 5.0}
    """
    trunk = {name: getattr(asked, f"{name}_deg") for name in ("lumbar_flexion", "lumbar_lateral", "lumbar_rotation")}
    found = {name: angle for name, angle in trunk.items() if angle is not None}
    for name in ("hip_flexion", "knee_flexion", "shoulder_flexion", "elbow_flexion"):
        both = getattr(asked, f"{name}_deg")
        for side in ("left", "right"):
            if both is not None and (angle := getattr(both, side)) is not None:
                found[f"{side}_{name}"] = angle
    return found


def posed_of(asked: Posture) -> Posed:
    """The key pose that a posture means."""
    posture = asked.posture
    stance = poses(_STANCES[posture.base])[0]
    given = given_angles(posture)
    surfaces: dict[str, Surface] = {}
    touches = _touches(posture, stance, surfaces)
    _enough(posture, touches)
    usual = comfortable(posture.base, posture.trunk_inclination_deg, given)
    pitch = usual.pop("pitch", stance.pitch)
    free = ("pelvis",) if posture.trunk_inclination_deg is not None and posture.base not in LIES else ()
    arms = ("arms",) if solves_arms(asked) or not _arm_angles(given) else ()
    return Posed(
        movement="posture", number=0, lie=stance.lie, roll=stance.roll, yaw=stance.yaw,
        pitch=pitch, angles=stance.angles | usual | given,
        firm=(*_UPRIGHT, *sorted(given.keys() - (_arm_angles(given) if arms else set()))), loose=(*free, *arms),
        touches=touches, surfaces=stance.surfaces | surfaces, reaches=_reaches(asked),
        carried=tuple(_carried(load) for load in asked.load), tone=_tone(asked, stance.tone),
        balance=not {"hands", "forearms", "backrest", "left_hand", "right_hand"} & set(posture.support),
        motion=asked.motion.kind, inclination=posture.trunk_inclination_deg,
    )  # fmt: skip


def _enough(asked: PostureAngles, touches: tuple[Touch, ...]) -> None:
    """Each base has its minimum of touches; without them nothing can be said about its load."""
    named = {touch.part for touch in touches}
    for group in book().poses[_STANCES[asked.base]].needs:
        if not named & set(group):
            raise RecordError(
                file="posture", key="posture.support", received=", ".join(asked.support),
                allowed=f"for {asked.base.replace('_', ' ')} at least one of {', '.join(sorted(_named(group)))}",
            )  # fmt: skip


def _named(group: tuple[str, ...]) -> set[str]:
    """Parts in the words of the format."""
    known = set(get_args(Support))
    return {part for part in group if part in known} or {"the supports of this base"}


def solves_arms(asked: Posture) -> bool:
    """Whether the arms are solved to reach a load, so that arm angles are only where the search starts."""
    return any(load.forward_cm is not None or load.height_cm is not None for load in asked.load)


def _arm_angles(given: dict[str, float]) -> set[str]:
    return {name for name in given if name.endswith(("shoulder_flexion", "elbow_flexion"))}


def _touches(asked: PostureAngles, stance: Posed, surfaces: dict[str, Surface]) -> tuple[Touch, ...]:
    """What the named supports touch; without any, what the base rests on."""
    if not asked.support:
        return stance.touches
    found: list[Touch] = []
    for support in asked.support:
        found += _touch(support, asked, stance, surfaces)
    return tuple({touch.part: touch for touch in found}.values())


def _touch(support: str, asked: PostureAngles, stance: Posed, surfaces: dict[str, Surface]) -> list[Touch]:
    resting = asked.base in LIES or asked.base == "quadruped"
    if support == "seat":
        surfaces["seat"] = Surface(draw="chair")
        return [Touch(part="seat", on="seat")]
    if support in ("back", "front", "side", "head") or (support == "knees" and asked.base == "quadruped"):
        own = [touch for touch in stance.touches if _belongs(touch.part, support, asked.base)]
        return own if asked.base in _RESTING_ON.get(support, frozenset((asked.base,))) else []
    if support == "backrest":
        lean = asked.trunk_inclination_deg or 0.0
        surfaces["backrest"] = Surface(faces="front", tilt=max(0.0, -lean), draw="backrest")
        surfaces["seat_back"] = Surface(faces="front", tilt=max(0.0, -lean))
        return [Touch(part="upper_back", on="backrest"), Touch(part="pelvis_back", on="seat_back")]
    if support == "armrests":
        surfaces["armrests"] = Surface(draw="armrests")
        return [Touch(part=f"{side}_elbow", on="armrests", cap=0.05) for side in ("left", "right")]
    if support == "elbows_on_thighs":
        return [Touch(part=f"{side}_elbow", on="own:same:knee_top", cap=0.12) for side in ("left", "right")]
    part = {"knees": "knees", "hands": "hands", "forearms": "forearms"}.get(support, support)
    if part.endswith(("hand", "hands", "forearm", "forearms")) and not resting:
        surfaces["support"] = Surface(at_cm=asked.support_height_cm, draw="table")
        return [Touch(part=part, on="support")]
    return [Touch(part=part)]


def _belongs(part: str, support: str, base: str) -> bool:
    """Whether a touch of the stance is what the posture names as support."""
    if support == "head":
        return "head" in part
    if support == "back":
        return part not in ("feet", "heels")
    if support == "knees":
        return part in ("knees", "foot_tops")
    return True


def _reaches(asked: Posture) -> tuple[Reach, ...]:
    found = []
    for load in asked.load:
        part = load.at if load.at not in ("shoulders", "ankles") else ""
        if part and load.forward_cm is not None:
            found.append(Reach(part=part, to="l5s1", by_cm=(load.forward_cm, 0.0, 0.0), axes="x"))
        if part and load.height_cm is not None:
            found.append(Reach(part=part, to="floor", by_cm=(0.0, 0.0, load.height_cm), axes="z"))
    return tuple(found)


def _carried(load: PostureLoad) -> Carried:
    return Carried(at=load.at, kg=load.kg, draw="weighted_box")


def _tone(asked: Posture, tone: Tone) -> Tone:
    kinds: dict[str, Tone] = {
        "lifting": "lifting",
        "walking": "gait",
        "stairs": "gait",
        "rolling": "lying",
        "ballistic": "lifting",
    }
    if asked.motion.kind in kinds:
        return kinds[asked.motion.kind]
    if {"backrest", "elbows_on_thighs"} & set(asked.posture.support):
        return "supported"
    return tone
