"""The other twenty-three hours, what the person wants to do again, and with what means."""

from __future__ import annotations

from typing import Any

from ladderback.simulate.figures import Draw, clipped, figure, group, listed, table
from ladderback.simulate.traits import Traits

CHECKED = ("lumbar_support", "screen_at_eye_level", "feet_supported", "breaks_every_30_min")
LIFTS_AT_WORK = ("manual", "caring")


def daily_life(draw: Draw, traits: Traits, work: str) -> dict[str, Any]:
    """Work, sitting, sleep, walking, activity, medicine days; workstation, lifting, bed and couch where looked at."""
    asked = figure("asked.daily_life")
    walking = draw.around(figure("walking.median"), figure("walking.spread"), _habit(draw, traits))
    activity = draw.around(figure("activity.median"), figure("activity.spread"), _habit(draw, traits))
    found: dict[str, Any] = {
        "work": work,
        "sitting_hours": draw.asked(
            asked, round(draw.near(figure(f"sitting.{work}"), figure("sitting.sd"), 0.5, 15) * 2) / 2
        ),
        "sleep_hours": draw.asked(asked, round(draw.near(_sleep(traits), figure("sleep.noise"), 2.5, 10.5) * 2) / 2),
        "walking_minutes_per_day": draw.asked(asked, round(clipped(walking, 0, 240) / 5) * 5),
        "activity_minutes_per_week": draw.asked(asked, round(clipped(activity, 0, 1200) / 10) * 10),
        "pain_medicine_days_per_week": draw.asked(asked, round(_medicine_days(draw, traits))),
        "workstation": _workstation(draw) if work == "desk" and draw.chance(figure("asked.workstation")) else None,
        "lifting": [_lifting(draw)] if work in LIFTS_AT_WORK and draw.chance(figure("asked.lifting")) else None,
        "bed": draw.asked(figure("asked.bed"), {"wakes_with_pain": draw.chance(figure("bed.wakes"))}),
        "couch": draw.asked(figure("asked.couch"), _couch(draw)),
    }
    return {key: value for key, value in found.items() if value is not None}


def _sleep(traits: Traits) -> float:
    return figure("sleep.mean") - figure("sleep.sd") * (
        figure("sleep.burden") * traits.burden + figure("sleep.pain") * traits.pain
    )


def _habit(draw: Draw, traits: Traits) -> float:
    return figure("habit.fitness") * traits.fitness + figure("habit.own") * draw.normal()


def _medicine_days(draw: Draw, traits: Traits) -> float:
    mean = figure("pain_medicine.mean") + figure("pain_medicine.pain") * traits.pain
    return draw.near(mean, figure("pain_medicine.noise"), 0, 7)


def work_of(draw: Draw, traits: Traits) -> str:
    """What somebody of this age does all day."""
    if traits.age >= figure("work.retired_from") and draw.chance(figure("retired.share")):
        return "retired"
    return "student" if traits.age < 18 else draw.pick({k: v for k, v in group("work").items() if k != "retired_from"})


def _workstation(draw: Draw) -> dict[str, bool]:
    looked_at = draw.some(CHECKED, draw.whole(2, 4))
    return {one: draw.chance(figure("workstation.satisfied")) for one in looked_at}


def _lifting(draw: Draw) -> dict[str, Any]:
    return {
        "load_kg": round(draw.around(figure("lifting.load"), figure("lifting.spread")), 1),
        "horizontal_cm": draw.whole(25, 60),
        "vertical_cm": draw.whole(0, 140),
        "travel_cm": draw.whole(25, 120),
        "twist_deg": draw.whole(0, 90),
        "per_minute": round(draw.around(figure("lifting.per_minute"), figure("lifting.per_minute_spread")), 1),
        "hours": round(draw.between(0.5, 7), 1),
        "grip": draw.one_of(("good", "fair", "poor")),
        "one_handed": draw.chance(figure("lifting.one_handed")),
    }


def _couch(draw: Draw) -> dict[str, Any]:
    return {
        "hours": round(draw.near(figure("couch.mean"), figure("couch.sd"), 0, 7) * 2) / 2,
        "slouched": draw.chance(figure("couch.slouched")),
    }


def goals(draw: Draw, traits: Traits) -> list[dict[str, Any]]:
    """One life task or two with how well it goes and how frightening it is; a lower body mass for some."""
    found: list[dict[str, Any]] = []
    if not draw.chance(figure("goals.none")):
        first = draw.pick(group("goal"))
        found.append(_goal(draw, traits, first))
        second = draw.pick(group("goal"))
        if second != first and draw.chance(figure("goals.two")):
            found.append(_goal(draw, traits, second))
    if traits.bmi > 28 and draw.chance(figure("goals.body_mass")):
        found.append({"task": "body_mass"})
    return found


def _goal(draw: Draw, traits: Traits, task: str) -> dict[str, Any]:
    found: dict[str, Any] = {"task": task, "times_per_day": draw.one_of((1, 1, 2, 4, 6, 10))}
    span = group(f"load.{task}")
    if span:
        found["load_kg"] = round(draw.between(span["least"], span["most"]))
    ability = figure("ability.mean") - figure("ability.pain") * traits.pain
    fear = figure("goal_fear.mean") + figure("goal_fear.burden") * traits.burden
    found["ability"] = round(draw.near(ability, figure("ability.noise"), 0, 9))
    found["fear"] = round(draw.near(fear, figure("goal_fear.noise"), 0, 10))
    told = figure("asked.goal_details")
    return {key: value for key, value in found.items() if key in ("task", "load_kg") or draw.chance(told)}


def means(draw: Draw) -> dict[str, Any]:
    """Where, with which set of equipment, how often and how long."""
    place = draw.pick(group("place"))
    sets = {name: float(row.cells["share"]) for name, row in table("means").items() if row.cells["place"] == place}
    found: dict[str, Any] = {
        "place": place,
        "equipment": listed(table("means")[draw.pick(sets)].cells["equipment"]),
        "sessions_per_week": int(draw.pick(group("sessions"))),
        "minutes_per_session": int(draw.pick(group("minutes"))),
    }
    if draw.chance(figure("supervised.written")):
        found["supervised"] = draw.chance(0.5)
    return found
