"""Angles that nobody gave: how far the low back bends when a person leans, as people do on average."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from ladderback.evidence import book


@cache
def number(name: str) -> float:
    """A number of how people usually hold themselves [unit as in its record]."""
    return float(book().tables["posture_numbers"][name].cells["value"])


@cache
def _curve() -> tuple[tuple[float, float], ...]:
    rows = book().tables["lumbar_share"].values()
    return tuple(sorted((float(row.cells["inclination_deg"]), float(row.cells["lumbar_deg"])) for row in rows))


def lumbar_of(inclination: float) -> float:
    """Bend of the low back when somebody stands leaning this far forward [deg]; the rest is in the hips.

    >>> lumbar_of(0.0)
    0.0
    """
    points = _curve()
    for (low, at_low), (high, at_high) in pairwise(points):
        if inclination <= high:
            return at_low + (at_high - at_low) * (inclination - low) / (high - low)
    return points[-1][1]


def comfortable(base: str, inclination: float | None, given: dict[str, float]) -> dict[str, float]:
    """Angles for what was not given [deg], and `pitch` of the pelvis: how people usually stand, lean, squat and sit.

    Where the lean of the trunk is known, the low back takes its usual part and the pelvis the rest. Bent knees bring
    the shanks forward and the thighs back. Sitting without a given lean is sitting with the trunk upright.
    """
    if base not in ("standing", "sitting", "kneeling", "half_kneeling"):
        return {}
    upright = number("sitting_lumbar") if base == "sitting" else 0.0
    lean = 0.0 if inclination is None and base == "sitting" else inclination
    found = {}
    if "lumbar_flexion" not in given and lean is not None:
        found["lumbar_flexion"] = upright + lumbar_of(lean) * (
            number("sitting_lumbar_share") if base == "sitting" else 1.0
        )
    lumbar = given.get("lumbar_flexion", found.get("lumbar_flexion", upright))
    if lean is not None:
        found["pitch"] = lean + number("upright_inclination") - number("lumbar_lean_share") * lumbar
    elif hips := [given[name] for name in ("left_hip_flexion", "right_hip_flexion") if name in given]:
        found["pitch"] = sum(hips) / len(hips) if base == "standing" and len(hips) == 2 else 0.0
    if base == "standing":
        found |= _legs(found.get("pitch", 0.0), given)
    return found


def _legs(pitch: float, given: dict[str, float]) -> dict[str, float]:
    found = {}
    for side in ("left", "right"):
        knee = given.get(f"{side}_knee_flexion", 2.0)
        found[f"{side}_ankle_flexion"] = number("shank_share") * knee
        if f"{side}_hip_flexion" not in given:
            found[f"{side}_hip_flexion"] = pitch + (1 - number("shank_share")) * knee
    return found
