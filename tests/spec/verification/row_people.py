"""For each row of the limits: somebody to whom it applies, and a programme that breaks just that row."""

from __future__ import annotations

from by_hand import (
    DAY,
    STOP_RULES,
    Case,
    Rules,
    after,
    at_home,
    change_item,
    decided,
    person,
    programme_for,
    touches,
    view,
    with_sessions,
    written,
)  # fmt: skip
from msgspec.structs import replace

from ladderback.evidence import book
from ladderback.evidence.limits import Limit
from ladderback.intake.values import Client, IntakeRecord, RecordedDiagnosis, Surgery, Vitals
from ladderback.programme.values import Composed, SessionPlan, Walk
from ladderback.triage.values import Reason

SHUTS = ("no_programme", "supervised_only")


def somebody(row: Limit) -> Case:
    """A person to whom a row applies in the first week: its first word, all it needs, at the right time."""
    case = at_home() if row.effect == "supervised_only" else person()
    for word in (row.applies_to[0], *row.needs):
        case = with_word(case, word, row)
    record = case.record
    if row.clock == "onset":
        record = replace(record, episode=replace(record.episode, duration_days=round(7 * begun(row))))
    case = replace(case, record=record)
    if row.stage_max is not None and case.formulation.stage_number > row.stage_max:
        case = replace(case, formulation=replace(case.formulation, stage_number=row.stage_max))
    return case


def begun(row: Limit) -> float:
    """Weeks that have passed since the clock of a row began, so that the row stands in the first week."""
    return row.weeks_from or 0.0


def with_word(case: Case, word: str, row: Limit) -> Case:
    """The same person with one word of a limit true."""
    if word.startswith("not:"):
        return case if word != "not:irritability:low" else replaced_view(case, irritability="moderate")
    kind, _, rest = word.partition(":")
    record, decision = case.record, case.decision
    if not rest:
        return replace(case, record=with_condition(record, word, row))
    changes = {
        "surgery": {"surgeries": (Surgery(kind=rest, weeks_ago=begun(row)),)},  # type: ignore[arg-type]
        "approach": {"surgeries": (Surgery(kind="hip_replacement", weeks_ago=begun(row), approach=rest),)},
        "feature": {"features": {**record.features, rest: True}},
        "site": {"episode": replace(record.episode, sites=("low_back", "calf_left"))},
    }
    if kind == "bp":
        pressure = Vitals(systolic_mmhg=float(rest.partition("/")[0]), diastolic_mmhg=80.0)
        return replace(case, record=replace(record, vitals=pressure))
    if kind == "medicine":
        return replace(case, record=replace(record, medicine=replace(record.medicine, **{rest: True})))
    if kind in changes:
        return replace(case, record=replace(record, **changes[kind]))
    if kind == "gate":
        return replace(case, decision=decided(rest))
    if kind == "triage":
        reason = Reason(
            rule=rest,
            because={},
            sources=(),
            status="proposal",
            urgency="routine",
            gate="proceed",
            recipient="",
            say="",
        )
        return replace(case, decision=replace(decision, reasons=(reason,)))
    return replaced_view(case, **{{"preference": "directional_preference"}.get(kind, kind): rest})


def replaced_view(case: Case, **changes: object) -> Case:
    return replace(case, formulation=replace(case.formulation, **changes))


def with_condition(record: IntakeRecord, condition: str, row: Limit) -> IntakeRecord:
    """The record with a condition that a physician recorded so long ago that the row stands in the first week."""
    if condition == "any":
        return record
    if condition == "pregnant":
        week = max(1, round(begun(row)))
        return replace(
            record,
            client=Client(age=30, sex="female", height_cm=168.0, mass_kg=70.0, pregnant=True, pregnancy_week=week),
        )
    given = RecordedDiagnosis(condition=condition, given_by="physician", on=after(-begun(row)))
    return replace(record, diagnoses=(*record.diagnoses, given))


def rules_around(case: Case, row: Limit) -> Rules:
    """Everything the writer by hand keeps to for this person: each row that a word of this person names."""
    record, words = case.record, {"any"}
    words |= {one.condition for one in record.diagnoses} | {f"surgery:{one.kind}" for one in record.surgeries}
    words |= {f"feature:{name}" for name, yes in record.features.items() if yes}
    words |= {f"medicine:{name}" for name in record.medicine.__struct_fields__ if getattr(record.medicine, name)}
    words |= {*row.applies_to, f"pattern:{case.formulation.pattern}", f"irritability:{case.formulation.irritability}"}
    words |= {"pregnant"} if record.client.pregnant else set()
    words |= {"bp:160/100"} if (record.vitals.systolic_mmhg or 0) >= 160 else set()
    rows = tuple(one for one in book().limits.values() if words & set(one.applies_to))
    shut = [one for one in rows if one.effect in SHUTS and (one.effect == "no_programme" or not supervised(case))]
    weeks = frozenset(
        week for one in shut for week in range(1, 13) if one.weeks_to is None or begun(row) + week - 1 < one.weeks_to
    )
    no_walk = (
        weeks
        if any("walking" not in one.effect_tags for one in shut if one.effect == "no_programme")
        else frozenset[int]()
    )
    return Rules(rows=rows, no_sessions=weeks, no_walking=no_walk)


def supervised(case: Case) -> bool:
    return case.record.means is not None and case.record.means.supervised


def good_for(case: Case, row: Limit) -> Composed:
    """A programme that keeps to the row, with the efforts and loads lowered to what its caps allow."""
    lowered = replace(case, decision=decided("proceed")) if case.decision.gate.startswith("hold") else case
    rules = rules_around(case, row)
    answer = programme_for(lowered, rules)
    if case.decision.gate.startswith("hold"):
        return replace(answer, programme=replace(answer.programme, sessions=(), aerobic=(), walking=()))
    return answer


def broken_by(row: Limit, case: Case, good: Composed) -> Composed:
    """The programme with just that row broken in the first week in which anything may stand."""
    if row.effect in ("stop_rule", "session_check"):
        return replace(good, stop_rules=tuple(one for one in STOP_RULES if one != row.effect_tags[0]))
    if row.effect == "refer":
        return replace(good, referrals=tuple(one for one in good.referrals if one.to not in row.effect_tags))
    if row.effect in SHUTS:
        item = written(case, "mob_knee_wall")
        return with_sessions(good, (SessionPlan(week=1, session=1, minutes=0.0, items=(item, item)),))
    if row.effect == "walking":
        walking = () if "intervals" not in row.effect_tags else (Walk(week=1, minutes=10.0, times_per_week=5),)
        return replace(good, programme=replace(good.programme, walking=walking))
    if row.effect in ("require", "require_weekly"):
        return without(row, case, good)
    return _broken_item(row, case, good)


def without(row: Limit, case: Case, good: Composed) -> Composed:
    """The programme with everything that a row asks for taken out."""
    other = next(one for one in ("mob_knee_wall", "mc_brace") if not touches(row, book().exercises[one]))
    for week in range(1, 13):
        for place in range(1, 7):
            good = change_item(
                good, week, place,
                lambda item: written(case, other) if touches(row, book().exercises[item.exercise]) else item,
            )  # fmt: skip
    aerobic = tuple(one for one in good.programme.aerobic if not touches(row, book().exercises[one.exercise]))
    return replace(good, programme=replace(good.programme, aerobic=aerobic))


def _broken_item(row: Limit, case: Case, good: Composed) -> Composed:
    touched = [one for one in book().exercises.values() if touches(row, one)]
    week = good.programme.sessions[0].week if good.programme.sessions else 1
    value = row.effect_value or 0.0
    if row.effect == "cap_step":
        for number, kilos in enumerate((10.0, 12.0)):
            good = change_item(
                good, week + number, 1, lambda _, kilos=kilos: written(case, "leg_box_squat", load_kg=kilos)
            )
        return good
    if row.effect == "cap_load_body_mass":
        value *= case.record.client.mass_kg or 0.0
    holding = [one for one in touched if one.dose.hold_s] if row.effect == "cap_hold" else touched
    changes = {
        "forbid": {},
        "cap_effort": {"effort_rpe": value + 1},
        "cap_load_kg": {"load_kg": value + 1},
        "cap_load_body_mass": {"load_kg": value + 1},
        "cap_hold": {"hold_s": int(value) + 5},
        "intensity_by_effort": {"why": "Keep your pulse rate below 120."},
    }[row.effect]
    item = written(case, holding[0].id, **changes)
    if not good.programme.sessions:
        return with_sessions(good, (SessionPlan(week=week, session=1, minutes=0.0, items=(item,)),))
    return change_item(good, week, 1, lambda _: item)


__all__ = ["DAY", "broken_by", "good_for", "somebody", "view"]
