"""Looks at each item: is it in the catalogue, may this person do it in this week, and is its dose one of the record."""

from __future__ import annotations

import math
from collections.abc import Iterator

from msgspec.structs import replace

from ladderback.evidence.exercises import Exercise
from ladderback.terms.errors import nearest_word
from ladderback.verification.kinds import violation
from ladderback.verification.values import Violation
from ladderback.verification.weeks import AnyItem, Seen, Week, items_of

SPANS = (("sets", "dose_sets"), ("reps", "dose_reps"), ("hold_s", "dose_hold"), ("duration_minutes", "dose_minutes"),
         ("distance_m", "dose_metres"))  # fmt: skip
MEASURES = (*(name for name, _ in SPANS), "load_kg", "effort_rpe", "rest_s", "minutes")
IN_DOSE = {"duration_minutes": "minutes", "distance_m": "metres"}


def look(seen: Seen) -> Iterator[Violation]:
    """Looks at every item of every session; the same item of the same week is looked at once."""
    for week in seen.weeks:
        effort, rule = effort_cap(seen, week)
        met: dict[AnyItem, list[Violation]] = {}
        for session in week.sessions:
            for number, item in enumerate(items_of(session), 1):
                if item not in met:
                    met[item] = list(_about(seen, week, item, effort, rule))
                where = f"week {week.number} session {session.session} item {number}"
                yield from (replace(one, where=where) for one in met[item])


def _about(seen: Seen, week: Week, item: AnyItem, effort: float, rule: str) -> Iterator[Violation]:
    exercise = seen.shelf.exercises.get(item.exercise)
    if exercise is None:
        nearest = nearest_word(item.exercise, seen.shelf.exercises)
        hint = f"; the nearest is {nearest}" if nearest else ""
        yield _found("unknown_exercise", "catalogue", f"not in the catalogue{hint}")
        return
    yield from _may_stand(seen, week, exercise)
    yield from _numbers(item)
    yield from _effort(item, effort, rule)
    yield from _dose(seen, exercise, item)
    yield from _reasons(item)


def _found(kind: str, rule: str, because: str) -> Violation:
    """Something about an item, wherever it stands."""
    return violation(kind, "", rule, because)


def effort_cap(seen: Seen, week: Week) -> tuple[float, str]:
    """The highest effort of a week [RPE 0-10], and the number that says so."""
    names = [f"effort_cap_stage_{week.stage}" if week.stage in (1, 2, 3, 4) else "effort_cap_stage_1"]
    if seen.decision.gate != "proceed":
        names.append("effort_cap_modified")
    if seen.decision.clearance_before_vigorous:
        names.append("effort_cap_before_clearance")
    return min((seen.shelf.numbers[name], name) for name in names)


def strong_targets(seen: Seen, exercise: Exercise) -> list[str]:
    """Targets of an exercise that are strong already."""
    return [target for target in exercise.targets if target in seen.strong]


def _may_stand(seen: Seen, week: Week, exercise: Exercise) -> Iterator[Violation]:
    if not exercise.stages:
        yield _found("never_prescribed", "catalogue", "known so that it can be refused; never prescribed")
    elif week.stage is not None and week.stage not in exercise.stages:
        stages = ", ".join(map(str, exercise.stages))
        yield _found("stage", "stages", f"the week is at stage {week.stage}; this belongs to stage {stages}")
    for rule, ids in week.out.items():
        if exercise.id in ids:
            yield _found(_kind_of(rule), rule, f"{exercise.id} is left out by {rule}")
    if seen.formulation.irritability == "high" and week.stage in (1, 2):
        rule = f"load_class_irritable_stage_{week.stage}"
        if exercise.load_class > seen.shelf.numbers[rule]:
            yield _found("irritability", rule, f"class {exercise.load_class} while irritability is high")
    if exercise.id not in seen.equipment:
        yield _kit(seen, exercise)
    strong = strong_targets(seen, exercise)
    if strong and exercise.id not in week.asked:
        yield _found("strong_target", strong[0], f"{strong[0]} is already strong and nothing asks for more")


def _kind_of(rule: str) -> str:
    if rule.startswith("restriction:"):
        return "restriction"
    if rule == "clearance":
        return "clearance_limit"
    return "gate_movement" if rule.startswith(("gate:", "forbidden_")) else "limit_forbid"


def _kit(seen: Seen, exercise: Exercise) -> Violation:
    place = seen.record.means.place if seen.record.means else "home"
    needs = "; ".join(" or ".join(any_) for any_ in exercise.equipment)
    seldom = set(seen.shelf.words["seldom_at_home"])
    if place == "home" and any(seldom.issuperset(any_) for any_ in exercise.equipment):
        return _found("place", "seldom_at_home", f"needs {needs}, which a home seldom has")
    return _found("equipment", f"always_at_{place}", f"needs {needs}, which is not there")


def _numbers(item: AnyItem) -> Iterator[Violation]:
    for name in MEASURES:
        value = getattr(item, name)
        if value is not None and (not math.isfinite(value) or value < 0 or (name in ("sets", "reps") and value == 0)):
            yield _found("number", name, f"{name} cannot be {value}")


def _effort(item: AnyItem, most: float, rule: str) -> Iterator[Violation]:
    if item.effort_rpe is None:
        yield _found("effort_missing", "effort_rpe", "how hard it should feel is not said")
    elif not item.effort_rpe <= most:
        yield _found("effort", rule, f"effort {item.effort_rpe:g}, at most {most:g}")


def _dose(seen: Seen, exercise: Exercise, item: AnyItem) -> Iterator[Violation]:
    for name, kind in SPANS:
        value, span = getattr(item, name), getattr(exercise.dose, IN_DOSE.get(name, name))
        if span is None and value is not None:
            yield _found(kind, exercise.id, f"{name} {value:g}, which the record does not know")
        elif span is not None and (value is None or not span[0] <= value <= span[1]):
            said = "missing" if value is None else f"{value:g}"
            yield _found(kind, exercise.id, f"{name} {said}, the record says {span[0]:g} to {span[1]:g}")
    rest = exercise.dose.rest_s * seen.shelf.numbers["rest_share_least"]
    if item.sets > 1 and item.rest_s is not None and not item.rest_s >= rest:
        yield _found("rest", exercise.id, f"rest {item.rest_s:g} s, at least {rest:g} s")
    if exercise.load is None and (item.load_kg or 0) > 0:
        yield _found("load_without_kit", exercise.id, f"{item.load_kg:g} kg on an exercise without a load")


def _reasons(item: AnyItem) -> Iterator[Violation]:
    for name, kind in (
        ("why", "why_missing"),
        ("progress_when", "progress_missing"),
        ("regress_to", "regress_missing"),
    ):
        if not getattr(item, name).strip():
            yield _found(kind, name, f"{name} is empty")
