"""What a key pose looks like in words, from its coordinates and touches: for those who do not see it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ladderback.body.picture.placing import UP, level
from ladderback.body.picture.values import Array, Laid, Snapshot
from ladderback.evidence import book
from ladderback.terms.sides import SIDES

_FEET = ("heel", "ball_in", "ball_out", "ball", "toe")
_KNEES = ("knee_front", "shin")
_ARMS = ("palm", "palm_heel", "fist", "fingers", "hand_back", "grip", "elbow_tip", "forearm_under")
_FOREARMS = ("elbow_tip", "forearm_under")


def seen_in_words(snap: Snapshot) -> str:
    """One pose in words.

    A person on hands and knees reads "kneeling on all fours, right arm stretched out forward".
    """
    say = book().letter("pictures", "en")
    place = _position(snap)
    on = _carrier(snap, say)
    parts = [say["position"][place] + (f" {say['held']['on'].format(thing=on)}" if on and place in _CARRIED else "")]
    parts += [say["trunk"][word] for word in _trunk(snap, place)]
    parts += _pairs(say["arms"], say["arms_both"], {side: _arm(snap, side) for side in SIDES})
    parts += _pairs(say["legs"], say["legs_both"], {side: _leg(snap, side, place) for side in SIDES})
    parts += _things(snap, say)
    return ", ".join(dict.fromkeys(part for part in parts if part))


_CARRIED = frozenset({"sitting", "supine", "hook", "prone", "left_side", "right_side", "kneeling"})


def _touches(snap: Snapshot, side: str, kinds: tuple[str, ...]) -> bool:
    return any(mark in {f"{side}_{kind}" for kind in kinds} and not on.startswith("own:") for mark, on in snap.touched)


def _any(snap: Snapshot, *kinds: str) -> bool:
    return any(mark.split("_", 1)[-1] in kinds or mark in kinds for mark, _ in snap.touched)


def _position(snap: Snapshot) -> str:
    knees = [side for side in SIDES if _touches(snap, side, _KNEES)]
    feet = [side for side in SIDES if _touches(snap, side, _FEET)]
    lean = _lean(snap)
    if snap.lie in ("left_side", "right_side"):
        side = snap.lie.removesuffix("_side")
        return snap.lie if _any(snap, "trochanter") else f"side_up_{side}"
    if snap.lie == "supine":
        return _on_back(snap)
    if snap.lie == "prone" or (lean > 55 and (len(knees) == 2 or not feet or not knees)):
        return _face_down(snap, knees, feet)
    if _any(snap, "ischium"):
        return "sitting"
    if len(knees) == 1 and feet:
        return f"half_{knees[0]}"
    if knees:
        folded = min(snap.angles.get(f"{side}_knee_flexion", 0.0) for side in SIDES) > 125
        return "heels" if folded else "kneeling"
    return _on_feet(snap, feet)


def _on_back(snap: Snapshot) -> str:
    if not _any(snap, "sacrum", "ischium") and _any(snap, "blade"):
        return "bridge"
    bent = all(snap.angles.get(f"{side}_knee_flexion", 0.0) > 50 and _touches(snap, side, _FEET) for side in SIDES)
    return "hook" if bent else "supine"


def _face_down(snap: Snapshot, knees: Sequence[str], feet: Sequence[str]) -> str:
    arms = any(_touches(snap, side, _ARMS) for side in SIDES)
    forearms = any(_touches(snap, side, _FOREARMS) for side in SIDES)
    if _any(snap, "asis", "thigh_front", "ribs_front", "chest", "belly"):
        return (
            "prone_elbows" if forearms and _rise(snap) > 12 else "prone_hands" if arms and _rise(snap) > 18 else "prone"
        )
    if knees and arms:
        if min(snap.angles.get(f"{side}_knee_flexion", 0.0) for side in SIDES) > 125:
            return "heels_low"
        straight = max(snap.angles.get(f"{side}_hip_flexion", 0.0) for side in SIDES) < 35
        return "plank_knees" if straight else "fours_forearms" if forearms else "all_fours"
    if arms:
        return "plank_forearms" if forearms else "plank_hands"
    if snap.lie == "prone":
        return "prone"
    return "kneeling" if knees else _on_feet(snap, feet)


def _on_feet(snap: Snapshot, feet: Sequence[str]) -> str:
    if _any(snap, "thigh_front", "asis"):
        return "propped"
    if len(feet) == 1 and not _any(snap, "thigh_back", "foot_top"):
        return f"one_{feet[0]}"
    if min(snap.angles.get(f"{side}_knee_flexion", 0.0) for side in SIDES) > 75:
        return "squat"
    stride = abs(float((snap.mean("left_ankle") - snap.mean("right_ankle")) @ snap.frames["pelvis"][:, 0]))
    return "step" if stride > 0.3 else "standing"


def _lean(snap: Snapshot) -> float:
    """How far the trunk is from upright [deg]."""
    trunk = snap.places["c7"] - snap.places["mid_hip"]
    return float(np.degrees(np.arccos(np.clip(trunk[2] / np.linalg.norm(trunk), -1, 1))))


def _rise(snap: Snapshot) -> float:
    """How far the chest is raised from lying [deg]."""
    return 90.0 - _lean(snap)


def _trunk(snap: Snapshot, place: str) -> list[str]:
    found = []
    lean = _lean(snap)
    upright = place in (
        "sitting",
        "standing",
        "step",
        "one_left",
        "one_right",
        "squat",
        "kneeling",
        "half_left",
        "half_right",
        "heels",
    )
    if upright:
        found += _leaning(snap, lean)
        if place not in ("sitting", "squat", "kneeling", "half_left", "half_right", "heels"):
            bent = float(np.mean([snap.angles.get(f"{side}_knee_flexion", 0.0) for side in SIDES]))
            found += ["knees"] if bent > 32 and not place.startswith("one") else []
    flexion, lateral, turn = (snap.angles.get("lumbar_flexion", 0.0), _sum(snap, "lateral"), _sum(snap, "rotation"))
    found += ["rounded"] if flexion > 28 else ["arched"] if flexion < -12 else []
    found += ["right" if lateral > 0 else "left"] if abs(lateral) > 14 else []
    found += ["turned_right" if turn > 0 else "turned_left"] if abs(turn) > 20 else []
    return found


def _leaning(snap: Snapshot, lean: float) -> list[str]:
    """Which way an upright trunk leans."""
    trunk = snap.places["c7"] - snap.places["mid_hip"]
    ahead = level(
        snap.frames["pelvis"][:, 0] + (snap.frames["pelvis"][:, 2] if snap.frames["pelvis"][0, 2] > 0.7 else 0.0)
    )
    forward, aside = float(trunk @ ahead), float(trunk @ np.cross(UP, ahead))
    if lean > 18 and abs(aside) > abs(forward):
        return ["lean_left" if aside > 0 else "lean_right"]
    if forward > 0:
        return ["deep"] if lean > 62 else ["forward"] if lean > 22 else []
    return ["back"] if lean > 14 else []


def _sum(snap: Snapshot, kind: str) -> float:
    return snap.angles.get(f"lumbar_{kind}", 0.0) + snap.angles.get(f"thoracic_{kind}", 0.0)


def _arm(snap: Snapshot, side: str) -> str:
    """How a free arm is held; nothing where it hangs, rests or is bent."""
    if _touches(snap, side, _ARMS) or snap.angles.get(f"{side}_elbow_flexion", 0.0) > 45:
        return ""
    way = snap.places[f"{side}_wrist"] - snap.places[f"{side}_shoulder"]
    return _towards(way, snap, side)


def _towards(way: Array, snap: Snapshot, side: str) -> str:
    way = way / np.linalg.norm(way)
    frame = snap.frames["thorax"]
    ahead, out, along = (float(way @ frame[:, i]) for i in range(3))
    out = out if side == "left" else -out
    if along > 0.75:
        return "past_head" if abs(float(way[2])) < 0.75 else "up"
    if ahead > 0.72:
        return "up" if way[2] > 0.8 else "ahead" if way[2] > -0.6 else ""
    if out > 0.72:
        return "up" if way[2] > 0.8 else "out"
    return "behind" if ahead < -0.6 and way[2] > -0.8 else ""


def _leg(snap: Snapshot, side: str, place: str) -> str:
    """How a free leg is held; nothing where it stands, kneels or hangs."""
    if _touches(snap, side, (*_FEET, *_KNEES)):
        return "long" if place == "supine" and snap.angles.get(f"{side}_knee_flexion", 90.0) < 20 else ""
    hip, knee = snap.angles.get(f"{side}_hip_flexion", 0.0), snap.angles.get(f"{side}_knee_flexion", 0.0)
    if knee > 50:
        return (
            "knee_up"
            if hip > 55 and place != "sitting"
            else "heel_up"
            if hip < 25 and place.startswith(("one", "prone"))
            else ""
        )
    way = snap.places[f"{side}_ankle"] - snap.joints[f"{side}_thigh"]
    way = way / np.linalg.norm(way)
    if way[2] > 0.75:
        return "up"
    if snap.angles.get(f"{side}_hip_abduction", 0.0) > 16:
        return "aside"
    if place in ("all_fours", "fours_forearms", "plank_hands", "plank_forearms", "one_left", "one_right") and hip < 25:
        return "behind" if way[2] > -0.9 else ""
    return (
        "ahead" if place in ("sitting", "one_left", "one_right") and hip > 35 else "long" if place == "supine" else ""
    )


def _pairs(words: dict[str, str], both: dict[str, str], found: dict[str, str]) -> list[str]:
    """Both sides in one breath where they are the same."""
    if found["left"] and found["left"] == found["right"]:
        return [both[found["left"]]]
    return [words[side].format(how=words[found[side]]) for side in ("right", "left") if found[side]]


def _carrier(snap: Snapshot, say: dict[str, Any]) -> str:
    """What carries a body that sits or lies."""
    things = say["things"]
    for laid in snap.laid:
        if _bears(laid) and laid.draw in things:
            return str(things[laid.draw])
    return ""


def _bears(laid: Laid) -> bool:
    kinds = {mark.split("_", 1)[-1] for mark in laid.marks}
    return bool(kinds & {"ischium", "sacrum", "blade", "asis", "trochanter", "knee_front"}) and laid.normal[2] > 0.5


def _things(snap: Snapshot, say: dict[str, Any]) -> list[str]:
    """What hands hold, pull or rest on."""
    things, found = say["things"], []
    for held in snap.held:
        if held.carried.draw in things:
            found.append(
                say["held"]["pulling" if held.carried.newton else "holding"].format(thing=things[held.carried.draw])
            )
    for laid in snap.laid:
        hands = [mark for mark in laid.marks if mark.split("_", 1)[-1] in _ARMS]
        if hands and laid.draw in things and laid.draw != "mat" and not _bears(laid):
            found.append(say["held"]["touching"].format(thing=things[laid.draw]))
    return found


def telling(snaps: list[Snapshot], captions: list[str]) -> str:
    """All key poses in words: number, caption, and what is seen."""
    say = book().letter("pictures", "en")["sheet"]
    rows = []
    for number, (snap, caption) in enumerate(zip(snaps, captions, strict=True), 1):
        whole = caption if not caption or caption.endswith((".", "!", "?")) else f"{caption}."
        rows.append(say["pose"].format(number=number, caption=whole, seen=say["seen"].format(what=seen_in_words(snap))))
    return " ".join(" ".join(row.split()) for row in rows)
