"""The proportions of one person: masses, lengths, joints, landmarks and flesh, scaled from the cited tables.

Segment lengths add up to the stature: the mean lengths of the table are scaled together (the head is not in line with
the trunk in the source, so that their plain sum is about 2 % more than the stature).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import sqrt

from ladderback.body.numbers import number
from ladderback.body.values import Build, Sex
from ladderback.evidence import book

Point = tuple[float, float, float]
TRUNK = ("pelvis", "l5", "lumbar", "upper_lumbar", "thorax", "head")
LIMBS = ("upper_arm", "forearm", "hand", "thigh", "shank", "foot")
PARENTS = {
    "pelvis": "", "l5": "pelvis", "lumbar": "l5", "upper_lumbar": "lumbar", "thorax": "upper_lumbar", "head": "thorax",
    "upper_arm": "thorax", "forearm": "upper_arm", "hand": "forearm", "thigh": "pelvis", "shank": "thigh",
    "foot": "shank",
}  # fmt: skip
REFERENCE = 1.74  # stature [m] for which the offsets of the tables are given


@dataclass(frozen=True)
class Part:
    """A part of the body: place of its joint in its parent [m], length [m], mass [kg], centre [m], inertia [kg m2]."""

    joint: Point
    length: float
    mass: float
    centre: Point
    inertia: Point


@dataclass(frozen=True)
class Flesh:
    """A capsule around a bone: part, two ends [m], radius [m]."""

    part: str
    start: Point
    end: Point
    radius: float


@dataclass(frozen=True)
class Proportions:
    """Parts by name (limbs with their side), landmarks as (part, place in it [m]), and flesh."""

    build: Build
    parts: dict[str, Part]
    landmarks: dict[str, tuple[str, Point]]
    flesh: dict[str, Flesh]


def proportions(build: Build) -> Proportions:
    """Scales the tables to one build.

    Source: DELEVA1996
    """
    parts = _trunk(build) | _limbs(build)
    return Proportions(build=build, parts=parts, landmarks=_landmarks(build, parts), flesh=_flesh(build, parts))


def lengths(build: Build) -> dict[str, float]:
    """Length of each segment [m], and `to_c7` and `ankle_height`; legs, trunk and head add up to the stature."""
    means = _means(build.sex)
    sole = number("ankle_height") * build.stature
    upright = ("head", "upper_trunk", "mid_trunk", "lower_trunk", "thigh", "shank")
    scale = (build.stature - sole) / sum(means[name] for name in upright)
    found = {name: mean * scale for name, mean in means.items()}
    found["to_c7"] = found["upper_trunk"] + found["mid_trunk"] + found["lower_trunk"]
    found["ankle_height"] = sole
    return found


def girth(build: Build) -> float:
    """How much thicker this body is than the reference build, beyond its stature [share, 1 = the same].

    A measured waist counts for half: it tells of the trunk, the mass of all.
    """
    by_mass = sqrt(build.bmi / number("reference_bmi"))
    if build.waist is None:
        return by_mass
    by_waist = build.waist / (number("waist_share") * build.stature)
    return (by_mass + by_waist) / 2


@cache
def _means(sex: Sex) -> dict[str, float]:
    rows = book().tables["body_segments"].values()
    return {r.cells["segment"]: float(r.cells["length_mm"]) / 1000 for r in rows if r.cells["sex"] == sex}


def _segment(sex: Sex, name: str) -> dict[str, float]:
    cells = book().tables["body_segments"][f"{sex}_{name}"].cells
    return {
        key: float(cells[key]) / 100
        for key in ("mass_pct", "com_pct", "k_sagittal_pct", "k_transverse_pct", "k_long_pct")
    }


def _forward(name: str, build: Build) -> float:
    return number(f"forward_{name}") / 1000 * build.stature / REFERENCE


def _trunk(build: Build) -> dict[str, Part]:
    """The trunk as slabs between the joints; masses of the three trunk segments are cut at the joint heights."""
    size, sex = lengths(build), build.sex
    trunk = size["to_c7"] * number("trunk_to_c7")
    heights = [0.0, *(number(f"height_{name}") * trunk for name in ("l5s1", "l4l5", "l2l3", "t12l1")), size["to_c7"]]
    forward = [0.0, *(_forward(name, build) for name in ("l5s1", "l4l5", "l2l3", "t12l1", "c7"))]
    parts = {}
    for index, name in enumerate(TRUNK[:5]):
        mass, centre, inertia = _slab(build, size, heights[index], heights[index + 1] if index < 4 else size["to_c7"])
        below = max(index - 1, 0)
        joint = (forward[index] - forward[below], 0.0, heights[index] - heights[below])
        place = (centre[0] - forward[index], 0.0, centre[2] - heights[index])
        parts[name] = Part(joint, heights[index + 1] - heights[index], mass, place, inertia)
    head = _segment(sex, "head")
    mass, length = head["mass_pct"] * build.mass, size["head"]
    parts["head"] = Part(
        (forward[5] - forward[4], 0.0, heights[5] - heights[4]), length, mass,
        (_forward("com_head", build), 0.0, (1 - head["com_pct"]) * length), _inertia(head, mass, length),
    )  # fmt: skip
    return parts


def _slab(build: Build, size: dict[str, float], low: float, high: float) -> tuple[float, Point, Point]:
    """Mass, centre and inertia of the trunk between two heights above the hips."""
    more = (build.bmi - number("reference_bmi")) * number("girth_forward") / 1000
    edges = [
        ("lower_trunk", 0.0),
        ("mid_trunk", size["lower_trunk"]),
        ("upper_trunk", size["lower_trunk"] + size["mid_trunk"]),
    ]
    mass, forward, up, spin = 0.0, 0.0, 0.0, [0.0, 0.0, 0.0]
    for name, base in edges:
        segment, length = _segment(build.sex, name), size[name]
        share = max(0.0, min(high, base + length) - max(low, base)) / length
        if not share:
            continue
        whole = share > 0.999
        slab = share * segment["mass_pct"] * build.mass
        middle = base + (1 - segment["com_pct"]) * length if whole else (max(low, base) + min(high, base + length)) / 2
        mass, up = mass + slab, up + slab * middle
        forward += slab * (_forward(f"com_{name}", build) + (more if name != "upper_trunk" else 0.0))
        spin = [old + new for old, new in zip(spin, _inertia(segment, slab, length), strict=True)]
    return mass, (forward / mass, 0.0, up / mass), (spin[0], spin[1], spin[2])


def _inertia(segment: dict[str, float], mass: float, length: float) -> Point:
    """Moments of inertia about the fore-aft, side and long axis [kg m2]."""
    keys = ("k_sagittal_pct", "k_transverse_pct", "k_long_pct")
    ax, ay, az = (mass * (segment[key] * length) ** 2 for key in keys)
    return (ax, ay, az)


def _limbs(build: Build) -> dict[str, Part]:
    size, sex = lengths(build), build.sex
    shoulder_up = number("shoulder_height") * size["to_c7"] - number("height_t12l1") * size["to_c7"] * number(
        "trunk_to_c7"
    )
    shoulder_out = number(f"shoulder_half_width_{sex}") * build.stature
    parts = {}
    for side, sign in (("left", 1), ("right", -1)):
        joints: dict[str, Point] = {
            "upper_arm": (_forward("shoulder", build) - _forward("t12l1", build), sign * shoulder_out, shoulder_up),
            "forearm": (0.0, 0.0, -size["upper_arm"]),
            "hand": (0.0, 0.0, -size["forearm"]),
            "thigh": (0.0, sign * number("hip_half_width") * build.stature, 0.0),
            "shank": (_forward("ankle", build) / 2, 0.0, -size["thigh"]),
            "foot": (_forward("ankle", build) / 2, 0.0, -size["shank"]),
        }
        for name in LIMBS:
            segment, length = _segment(sex, name), size[name]
            mass = segment["mass_pct"] * build.mass
            down = (0.0, 0.0, -segment["com_pct"] * length)
            ahead = ((segment["com_pct"] - number("foot_behind_ankle")) * length, 0.0, -size["ankle_height"] / 2)
            spin = _inertia(segment, mass, length)
            foot = (spin[2], spin[1], spin[0])
            parts[f"{side}_{name}"] = Part(
                joints[name], length, mass, ahead if name == "foot" else down, foot if name == "foot" else spin
            )
    return parts


def _landmarks(build: Build, parts: dict[str, Part]) -> dict[str, tuple[str, Point]]:
    found = {}
    for mark, row in book().tables["body_landmarks"].items():
        cells = row.cells
        for side, sign in (("left_", 1), ("right_", -1)) if cells["sided"] == "yes" else (("", 1),):
            part = cells["body"] if cells["body"] in TRUNK else side + cells["body"]
            found[side + mark] = (part, _place(build, parts[part], part, cells, sign))
    return found


def _place(build: Build, part: Part, name: str, cells: dict[str, str], sign: int) -> Point:
    """Place of a landmark in its part [m]; offsets grow with stature, and with girth as far as flesh lies there."""
    limb = name not in TRUNK
    thick = build.stature / REFERENCE / 1000 * (1 + (girth(build) - 1) * float(cells["girth"]))
    along = float(cells["along"]) * part.length * (-1 if limb else 1)
    text = cells["forward"]
    forward = float(text[:-1]) * part.length if text.endswith("L") else float(text) * thick
    sole = -number("ankle_height") * build.stature
    up = {"sole": sole, "sole/2": sole / 2}.get(cells["up"])
    height = up if up is not None else float(cells["up"]) * build.stature / REFERENCE / 1000
    bow = float(cells["along"]) * _forward("ankle", build) / 2 if name.endswith(("thigh", "shank")) else 0.0
    return (forward + bow, sign * float(cells["outward"]) * thick, along + height)


def _flesh(build: Build, parts: dict[str, Part]) -> dict[str, Flesh]:
    scale, thick = build.stature / REFERENCE / 1000, girth(build)
    found = {}
    for name, row in book().tables["body_flesh"].items():
        cells = row.cells
        for side, sign in (("left_", 1), ("right_", -1)) if cells["sided"] == "yes" else (("", 1),):
            part = cells["body"] if cells["body"] in TRUNK else side + cells["body"]
            down = -parts[part].length if part not in TRUNK else parts[part].length
            level = -number("ankle_height") * build.stature * 0.5 if cells["body"] == "foot" else 0.0
            start, end = (
                (
                    float(cells[f"{at}_forward"]) * scale, sign * float(cells[f"{at}_outward"]) * scale,
                    float(cells[f"{at}_along"]) * down + level,
                )
                for at in ("from", "to")
            )  # fmt: skip
            radius = float(cells["radius"]) * scale * (1 + (thick - 1) * float(cells["girth"]))
            found[side + name] = Flesh(part, start, end, radius)
    return found
