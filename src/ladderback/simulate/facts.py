"""Sets one fact in a case: a safety answer, or the reading that the answer is derived from."""

from __future__ import annotations

from typing import Any, NamedTuple

from ladderback.evidence import book
from ladderback.evidence.tables import TableRow
from ladderback.simulate.figures import Draw

DAYS_A_YEAR = 365.25
Case = dict[str, Any]
WHERE = {
    "age": ("client", "age"),
    "duration_days": ("episode", "duration_days"),
    "pain_now": ("episode", "pain_now"),
    "pain_worst": ("episode", "pain_worst"),
    "systolic_mmhg": ("vitals", "systolic_mmhg"),
    "diastolic_mmhg": ("vitals", "diastolic_mmhg"),
    "glucose_mmol_l": ("vitals", "glucose_mmol_l"),
    "pregnancy_week": ("client", "pregnancy_week"),
    "phq9": ("mind", "phq9"),
    "start_back_total": ("mind", "start_back_total"),
    "start_back_psych": ("mind", "start_back_psych"),
}
STEP = {
    "age": 12,
    "duration_days": 200,
    "systolic_mmhg": 20,
    "diastolic_mmhg": 12,
    "glucose_mmol_l": 4,
    "pregnancy_week": 6,
}


class Fact(NamedTuple):
    """A safety feature that is yes or no; with a sign, a number that does or does not reach its limit."""

    name: str
    holds: bool
    sign: str = ""
    limit: float = 0.0


def order(fact: Fact) -> tuple[int, str]:
    """Facts in the order in which they can be set: time first, age at onset last, because it rests on the time."""
    row = _row(fact.name)
    late = row is not None and row.cells["reading"] == "age_at_onset"
    return (2 if late else 0 if fact.name in ("duration_days", "duration_gt3mo", "acute") else 1, fact.name)


def set_fact(draw: Draw, case: Case, fact: Fact) -> None:
    """Writes a fact where the case format wants it."""
    if fact.sign:
        _set_number(draw, case, fact)
    elif fact.name == "pregnant":
        _set_pregnant(draw, case, fact.holds)
    elif fact.name == "sex_male":
        case["client"]["sex"] = "male" if fact.holds else "female"
    elif (row := _row(fact.name)) is not None:
        _set_reading(draw, case, row.cells, fact.holds)
    else:
        case.setdefault("safety", {})[fact.name] = fact.holds


def _row(name: str) -> TableRow | None:
    """The row from which a feature is derived in a way that no answer may contradict."""
    rows = book().tables["derived_features"].values()
    return next((one for one in rows if one.cells["feature"] == name and one.cells["yields"] == "fixed"), None)


def _set_number(draw: Draw, case: Case, fact: Fact) -> None:
    upward = fact.sign.startswith(">") is fact.holds
    beyond = draw.whole(1, STEP.get(fact.name, 1))
    value = fact.limit + beyond if upward else fact.limit - beyond
    if fact.sign == (">=" if fact.holds else "<") and upward and draw.chance(0.3):
        value = fact.limit
    part, key = WHERE[fact.name]
    whole = fact.name != "glucose_mmol_l"
    case.setdefault(part, {})[key] = round(max(value, 0)) if whole else max(value, 0.5)
    if fact.name == "pain_now":
        _keep_pains_in_order(case)


def _set_pregnant(draw: Draw, case: Case, holds: bool) -> None:
    if holds:
        case["client"] |= {"sex": "female", "pregnant": True, "pregnancy_week": draw.whole(6, 38)}
        case["client"]["age"] = min(max(case["client"]["age"], 19), 43)
    elif case["client"].get("pregnant"):
        case["client"]["pregnant"] = False
        case["client"].pop("pregnancy_week", None)


def _set_reading(draw: Draw, case: Case, cells: dict[str, str], holds: bool) -> None:
    name, how = cells["reading"], cells["how"]
    if how.startswith("includes"):
        return _set_listed(draw, case, cells, holds)
    if how == "answer":
        part, key = name.split(".")
        case[part] = case.get(part, {}) | {key: holds}
        return None
    first, second = float(cells["first"]), float(cells["second"] or 0)
    if _already(case, name, how, first, second, holds):
        return None
    value = _value_for(draw, how, first, second, holds)
    if name == "age_at_onset":
        value += case["episode"].setdefault("duration_days", 200) / DAYS_A_YEAR
        case["client"]["age"] = int(max(value, 18))
    elif name == "adult_bmi":
        case["client"]["mass_kg"] = round(value * (case["client"]["height_cm"] / 100) ** 2, 1)
    elif "." in name:
        part, key = name.split(".")
        case.setdefault(part, {})[key] = round(value)
        if key == "pain_now":
            _keep_pains_in_order(case)
    return None


def _already(case: Case, name: str, how: str, first: float, second: float, holds: bool) -> bool:
    """Says whether a reading is on the wanted side as it is, so that one fact does not undo another."""
    client, days = case["client"], case["episode"].get("duration_days")
    if name == "age_at_onset":
        value = None if days is None else client["age"] - days / DAYS_A_YEAR
    elif name == "adult_bmi":
        value = client["mass_kg"] / (client["height_cm"] / 100) ** 2
    else:
        part, _, key = name.partition(".")
        value = case.get(part, {}).get(key)
    if value is None:
        return False
    sides = {"at_least": value >= first, "more_than": value > first, "below": value < first}
    return sides.get(how, first <= value <= second) is holds


def _value_for(draw: Draw, how: str, first: float, second: float, holds: bool) -> float:
    """A number on the wanted side of a limit, not far from it."""
    if how == "between":
        return draw.whole(int(first), int(second)) if holds else second + draw.whole(1, 30)
    upward = (how in ("at_least", "more_than")) is holds
    far = max(first * 0.25, 3.0)
    value = first + draw.between(1, far) if upward else first - draw.between(1, min(far, first))
    return min(value, 10.0) if first <= 10 and upward else value


def _set_listed(draw: Draw, case: Case, cells: dict[str, str], holds: bool) -> None:
    part, key = cells["reading"].split(".")
    if key != "sites":
        case.setdefault(part, {})[key] = cells["first"].split()[0] if holds else "same"
        return
    wanted = [*cells["first"].split(), *cells["second"].split()]
    sites = [one for one in case["episode"].get("sites", ["low_back"]) if one not in wanted]
    if cells["how"] == "includes_both":
        sites += wanted if holds else [draw.one_of(wanted)]
    elif holds:
        sites += [draw.one_of(wanted)]
    case["episode"]["sites"] = sites or ["thoracic"]


def _keep_pains_in_order(case: Case) -> None:
    """The average is not below now, and the worst not below either."""
    episode = case["episode"]
    now = episode["pain_now"]
    episode["pain_average"] = max(episode.get("pain_average", now), now)
    episode["pain_worst"] = max(episode.get("pain_worst", now), episode["pain_average"])
