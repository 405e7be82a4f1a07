"""Safety answers, recorded conditions, operations, injuries, what was tried, pressure and medicines."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from ladderback.simulate.figures import Draw, figure, group, table
from ladderback.simulate.traits import Traits

RESTRICTING = ("surgeon", "physician", "physiotherapist")
RESTRICTED = (
    "loaded_flexion", "endrange_flexion", "endrange_extension", "endrange_rotation", "loaded_rotation", "axial_load",
    "impact", "valsalva", "overhead", "prone", "supine_long", "high_intensity",
)  # fmt: skip
KINDS = {"ankle": "sprain", "knee": "tear", "hamstring": "strain", "calf": "strain", "groin": "strain"}
CENTRAL = ("neck", "head")


def conditions(draw: Draw, traits: Traits, taken_on: date, expecting: bool) -> list[dict[str, Any]]:
    """What licensed professionals have on record for somebody of this age and sex."""
    found = [name for name in table("conditions") if draw.chance(share_of(name, traits))]
    if expecting:
        found = [*(name for name in found if name != "postpartum"), "pregnancy"]
    return [recorded(draw, name, taken_on) for name in found]


def share_of(condition: str, traits: Traits) -> float:
    """How often a condition is on record at this age and sex."""
    cells = table("conditions")[condition].cells
    band = "under_45" if traits.age < 45 else "from_45" if traits.age < 65 else "from_65"
    times = float(cells["female_times"])
    if condition == "postpartum" and (traits.sex == "male" or not 18 <= traits.age <= 45):
        return 0.0
    return float(cells[band]) * (times if traits.sex == "female" else 1 / times)


def recorded(draw: Draw, condition: str, taken_on: date, weeks_ago: float | None = None) -> dict[str, Any]:
    """One recorded condition: by whom, when, in which state."""
    cells = table("conditions")[condition].cells
    recent = condition in ("pregnancy", "postpartum")
    weeks = (
        weeks_ago
        if weeks_ago is not None
        else draw.between(1, figure("recorded.recent_most"))
        if recent
        else _long_ago(draw)
    )
    found: dict[str, Any] = {"condition": condition, "given_by": cells["given_by"]}
    if weeks_ago is not None or draw.chance(figure("recorded.dated")):
        found["on"] = (taken_on - timedelta(weeks=min(weeks, 1500))).isoformat()
    if cells["state"] and draw.chance(figure("recorded.state")):
        found["state"] = cells["state"]
    return found


def _long_ago(draw: Draw) -> float:
    return draw.around(figure("recorded.weeks"), figure("recorded.spread"))


def surgeries(draw: Draw, traits: Traits) -> list[dict[str, Any]]:
    """Operations, most of them long ago."""
    ageing = figure("surgery_age.least") + traits.age / figure("surgery_age.years")
    names = [
        name for name, share in group("surgery").items() if name in KINDS_OF_SURGERY and draw.chance(share * ageing)
    ]
    return [operation(draw, name) for name in names]


KINDS_OF_SURGERY = ("discectomy", "fusion", "hip_replacement", "abdominal", "other")


def operation(draw: Draw, kind: str, weeks_ago: float | None = None) -> dict[str, Any]:
    """One operation, how long ago, and for a hip by which way in."""
    weeks = draw.around(figure("surgery.weeks_median"), figure("surgery.weeks_spread"))
    found: dict[str, Any] = {"kind": kind, "weeks_ago": round(min(weeks, 2000) if weeks_ago is None else weeks_ago, 1)}
    if kind == "hip_replacement" and draw.chance(figure("approach.known")):
        found["approach"] = draw.one_of(("posterior", "anterior", "lateral"))
    return found


def injuries(draw: Draw, traits: Traits) -> list[dict[str, Any]]:
    """Old injuries as told."""
    found = []
    for site, share in group("injury").items():
        if draw.chance(share):
            one: dict[str, Any] = {"site": site, "kind": KINDS.get(site, "other")}
            one["years_ago"] = round(draw.between(0.3, max(traits.age - 10, 1) * 0.6), 1)
            if site not in CENTRAL:
                one["side"] = draw.one_of(("left", "right"))
            found.append(one)
    return found


def tried(draw: Draw) -> list[dict[str, Any]]:
    """What was tried before and how it helped, where somebody asked."""
    if not draw.chance(figure("asked.tried")):
        return []
    names = [name for name, share in group("tried").items() if draw.chance(share)]
    return [
        {
            "what": name,
            "weeks": round(draw.around(figure("tried_weeks.median"), figure("tried_weeks.spread"))),
            "helped": draw.pick(group("helped")),
        }
        for name in names
    ]


def restriction(draw: Draw, taken_on: date) -> dict[str, Any]:
    """An instruction of the care team: until a day past, within the programme or after it, or without a day."""
    found: dict[str, Any] = {"avoid": draw.one_of(RESTRICTED), "given_by": draw.one_of(RESTRICTING)}
    if draw.chance(figure("restriction.dated")):
        days = draw.whole(int(figure("restriction.earliest")), int(figure("restriction.latest")))
        found["until"] = (taken_on + timedelta(days=days)).isoformat()
    return found


def vitals(draw: Draw, traits: Traits, pressure_on_record: bool) -> dict[str, Any]:
    """Blood pressure, where it was taken; sugar now and then."""
    if not draw.chance(figure("asked.vitals")):
        return {}
    mean = figure("pressure.systolic") + figure("pressure.per_decade") * (traits.age - 40) / 10
    mean += figure("pressure.hypertension") if pressure_on_record else 0
    upper = draw.near(mean, figure("pressure.sd"), 85, 230)
    lower = draw.near(
        upper * figure("pressure.diastolic_share"), figure("pressure.diastolic_sd"), 45, min(130, upper - 15)
    )
    found: dict[str, Any] = {"systolic_mmhg": round(upper), "diastolic_mmhg": round(lower)}
    if draw.chance(figure("sugar.taken")):
        found["glucose_mmol_l"] = round(draw.near(figure("sugar.mean"), figure("sugar.sd"), 3, 18), 1)
    return found


def medicine(draw: Draw, recorded_names: set[str]) -> dict[str, Any]:
    """Medicines that change what is safe, where they were asked."""
    if not draw.chance(figure("asked.medicine")):
        return {}
    treated = bool(recorded_names & {"hypertension", "cardiac_disease"}) and draw.chance(figure("pressure.treated"))
    sugar = "diabetes" in recorded_names and draw.chance(figure("medicine.insulin"))
    found: dict[str, Any] = {
        "beta_blocker": treated and draw.chance(figure("medicine.beta_blocker")),
        "anticoagulant": draw.chance(figure("medicine.anticoagulant")),
        "steroids": "long_term_steroids" in recorded_names,
    }
    return found | {"insulin_or_secretagogue": sugar}


def safety(draw: Draw, traits: Traits, places: list[str]) -> dict[str, bool]:
    """The safety answers: most people deny nearly everything, some questions stay open, some further ones are asked."""
    flags = group("flag")
    found = {name: draw.chance(share) for name, share in flags.items()}
    for name in _left_open(draw, list(flags)):
        del found[name]
    for name, share in group("further").items():
        if draw.chance(figure("asked.further")):
            found[name] = draw.chance(share)
    return found | _legs(draw, traits, places)


def _left_open(draw: Draw, names: list[str]) -> list[str]:
    if draw.chance(figure("open.half")):
        return draw.some(names, len(names) // 2)
    return draw.some(names, draw.whole(1, 6)) if draw.chance(figure("open.one_to_six")) else []


def _legs(draw: Draw, traits: Traits, places: list[str]) -> dict[str, bool]:
    """What belongs to pain in the legs: below the knee, and on walking in older people."""
    found: dict[str, bool] = {}
    if any(place.startswith(("calf", "foot")) for place in places) and draw.chance(figure("below_knee.asked")):
        found["radicular_pain_below_knee"] = draw.chance(figure("below_knee.yes"))
    share = figure("claudication.per_decade_after_50") * max(traits.age - 50, 0) / 10
    if places[1:] and draw.chance(share):
        found |= {"leg_pain_on_walking": True, "relieved_sitting": draw.chance(figure("claudication.sitting"))}
        found["neurogenic_claudication_stable"] = draw.chance(figure("claudication.stable"))
        if draw.chance(figure("claudication.vessels_asked")):
            found["cardiovascular_disease"] = draw.chance(figure("claudication.vessels"))
            found["weak_foot_pulses"] = draw.chance(figure("claudication.pulses"))
            found["smoker"] = draw.chance(figure("claudication.smoker"))
    return found
