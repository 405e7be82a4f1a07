"""Who the person is and what this episode of pain is like: client, episode, what hurts and helps."""

from __future__ import annotations

from math import exp, log
from typing import Any

from ladderback.simulate.figures import Draw, clipped, figure, group, listed, table
from ladderback.simulate.traits import Traits

SIDES = ("left", "right")
EXTENSION_FIRST = ("extension_prone", "extension_standing")
FLEXION_FIRST = ("flexion_lying", "flexion_standing")
STORIES = (
    "Stiff in the morning, better after a walk.",
    "Came on while clearing out the cellar.",
    "Comes and goes; worse after long days.",
    "No idea where it came from.",
)


def client(draw: Draw, traits: Traits) -> dict[str, Any]:
    """Age, sex, height and mass; pregnancy where it is asked."""
    over_forty = max(traits.age - 40, 0) / 10
    mean = figure(f"height.{traits.sex}") + figure("height.per_decade") * over_forty
    height = draw.near(mean, figure("height.sd"), 140, 205)
    mass = traits.bmi * (height / 100) ** 2
    found: dict[str, Any] = {
        "age": traits.age,
        "sex": traits.sex,
        "height_cm": round(height),
        "mass_kg": round(mass, 1),
    }
    if traits.sex == "female" and 12 <= traits.age <= 55 and draw.chance(figure("asked.pregnant")):
        found["pregnant"] = 18 <= traits.age <= 42 and draw.chance(figure("pregnant.share"))
        if found["pregnant"]:
            found["pregnancy_week"] = draw.whole(5, 38)
    return found


def episode(draw: Draw, traits: Traits) -> dict[str, Any]:
    """How it began, how long ago, how strong, how easily stirred up, and where."""
    average = clipped(figure("pain.mean") + figure("pain.sd") * traits.pain, 0, 10)
    now = clipped(average - figure("pain.now_below") + figure("now.noise") * draw.normal(), 0, 10)
    worst = clipped(
        max(average, now) + figure("pain.worst_above") * draw.between(figure("worst.least"), figure("worst.most")),
        0,
        10,
    )
    settles = draw.around(figure("settles.median"), figure("settles.spread"), traits.irritability)
    found: dict[str, Any] = {
        "onset": draw.pick(group("onset")),
        "duration_days": duration(draw, traits.age),
        "previous_episodes": int(-figure("previous.mean") * log(1 - draw.between(0, 0.99))),
        "pain_now": round(now),
        "pain_average": round(max(average, now)),
        "pain_worst": round(max(worst, average, now)),
        "settles_minutes": draw.asked(figure("asked.settles"), round(settles)),
        "sites": sites(draw),
        "story": draw.asked(figure("asked.story"), draw.one_of(STORIES)),
    }
    unknown = figure("unknown.episode")
    return {key: value for key, value in found.items() if value is not None and not draw.chance(unknown)}


def duration(draw: Draw, age: int) -> int:
    """Days since it began: acute, subacute or lasting, short ones more often than long ones."""
    spans = {
        "acute": (figure("days.acute_least"), figure("days.acute_most")),
        "subacute": (figure("days.acute_most") + 1, figure("days.subacute_most")),
        "chronic": (figure("days.subacute_most") + 1, min(figure("days.chronic_most"), age * 200)),
    }
    least, most = spans[draw.pick(group("phase"))]
    return round(exp(draw.between(log(least), log(most))))


def sites(draw: Draw) -> list[str]:
    """The low back, and where else; legs above or below the knee, on one side or both."""
    found = ["low_back"]
    side = draw.one_of(SIDES)
    reach = draw.pick(group("legs"))
    parts = {"none": (), "above_knee": ("buttock", "thigh"), "below_knee": ("buttock", "thigh", "calf")}[reach]
    both = draw.chance(figure("legs_on_both_sides"))
    for part in parts:
        if part == parts[-1] or draw.chance(figure("site.named")):
            found += [f"{part}_{one}" for one in (SIDES if both else (side,))]
    for part, share in group("also").items():
        if draw.chance(share):
            found.append(part if part == "thoracic" else f"{part}_{draw.one_of(SIDES)}")
    return found


def movements(draw: Draw, pattern: str) -> dict[str, str]:
    """What hurts and what helps, as the pattern has it, with exceptions; only what was asked."""
    asked = [one for one in table("patterns") if draw.chance(figure("asked.movement"))]
    return {one: reaction(draw, one, pattern) for one in asked}


def reaction(draw: Draw, movement: str, pattern: str) -> str:
    """How one movement feels to somebody of this pattern."""
    cells = table("patterns")[movement].cells
    usual = "worse" if pattern in listed(cells["worse"]) else "better" if pattern in listed(cells["better"]) else None
    if usual and draw.chance(figure("reacts.listed")):
        return usual
    worse, better = figure("reacts.worse_otherwise"), figure("reacts.better_otherwise")
    return draw.pick({"worse": worse, "better": better, "same": 1 - worse - better})


def repeated(draw: Draw, pattern: str, has_leg_pain: bool) -> dict[str, str]:
    """What repeated movements do, where they were tested: often one direction helps and the other does not."""
    if not draw.chance(figure("asked.repeated")):
        return {}
    if not draw.chance(figure("preference.found")):
        return dict.fromkeys(draw.some(EXTENSION_FIRST + FLEXION_FIRST, 2), "same")
    helps, hurts = (FLEXION_FIRST, EXTENSION_FIRST) if pattern == "extension" else (EXTENSION_FIRST, FLEXION_FIRST)
    good, bad = (
        ("centralised", "peripheralised")
        if has_leg_pain and draw.chance(figure("preference.centralised"))
        else ("better", "worse")
    )
    if pattern == "lateral" and draw.chance(figure("preference.side_glide")):
        side = draw.one_of(SIDES)
        return {f"side_glide_{side}": good}
    return {draw.one_of(helps): good, draw.one_of(hurts): bad}
