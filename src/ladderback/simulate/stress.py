"""The stress part: people in whom each red-flag rule, each limit and each tight wish is made to happen.

It exists because the rare is what a crash test is for. Nothing here says how often anything happens.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from ladderback.evidence import book
from ladderback.evidence.limits import Limit
from ladderback.rules import text
from ladderback.rules.values import AllOf, AnyOf, AtLeast, Exactly, Feature, Not, Number, Rule, Unless
from ladderback.simulate import facts, health
from ladderback.simulate.figures import Draw, figure, group, listed, table

PROGRAMME_WEEKS = 12
LONG = 400.0  # weeks: the end of a window that has none
Case = dict[str, Any]


@cache
def themes(kind: str) -> tuple[str, ...]:
    """What is made to happen in turn: every red-flag rule, or every limit once for each way in which it is met."""
    if kind == "rules":
        return tuple(sorted(book().red_flag_rules))
    first: dict[tuple[object, ...], str] = {}
    for name, row in sorted(book().limits.items()):
        if not _by_triage(row):
            first.setdefault((row.applies_to, row.needs, row.clock, row.weeks_from, row.weeks_to, row.stage_max), name)
    return tuple(first.values())


def _by_triage(row: Limit) -> bool:
    return all(word.startswith(("gate:", "triage:")) for word in row.applies_to)


def with_rule(draw: Draw, case: Case, rule: str) -> Case:
    """The same person, with facts that make a red-flag rule fire."""
    made = sorted(meets(draw, text.read(book().red_flag_rules[rule].when)), key=facts.order)
    for fact in made:
        facts.set_fact(draw, case, fact)
    return case


def meets(draw: Draw, rule: Rule, wanted: bool = True) -> Iterator[facts.Fact]:
    """Facts that make a rule true (or false), one way of several drawn."""
    if isinstance(rule, Feature):
        yield facts.Fact(rule.name, wanted)
    elif isinstance(rule, Number):
        yield facts.Fact(rule.name, wanted, rule.sign, rule.limit)
    elif isinstance(rule, Not):
        yield from meets(draw, rule.part, not wanted)
    elif isinstance(rule, Unless):
        yield from meets(draw, rule.part, wanted)
        if wanted:
            yield from meets(draw, rule.relief, False)
    else:
        yield from _meets_parts(draw, rule, wanted)


def _meets_parts(draw: Draw, rule: AnyOf | AllOf | AtLeast | Exactly, wanted: bool) -> Iterator[facts.Fact]:
    """As many parts true as the operation needs, the others as it allows."""
    parts = rule.parts
    needed = 1 if isinstance(rule, AnyOf) else len(parts) if isinstance(rule, AllOf) else rule.count
    if wanted:
        chosen = draw.some(parts, needed)
        others = [part for part in parts if part not in chosen] if isinstance(rule, Exactly) else []
    else:
        chosen, others = [], draw.some(parts, len(parts) - needed + 1)
    for part in chosen:
        yield from meets(draw, part, True)
    for part in others:
        yield from meets(draw, part, False)


def with_limit(draw: Draw, case: Case, name: str) -> Case:
    """The same person, calm otherwise, with what makes a limit apply within the twelve weeks."""
    row = book().limits[name]
    case["safety"] = dict.fromkeys(group("flag"), False) | {"radicular_pain_below_knee": False}
    t0 = _weeks_passed(draw, row)
    if row.clock == "onset" and t0 is not None:
        case["episode"]["duration_days"] = round(t0 * 7)
    if row.stage_max is not None:
        case["episode"] |= {"pain_now": draw.whole(4, 6), "settles_minutes": draw.whole(40, 170)}
    for word in (draw.one_of(row.applies_to), *row.needs):
        _apply(draw, case, word, t0)
    return case


def _weeks_passed(draw: Draw, row: Limit) -> float | None:
    """Weeks since the clock of a row began, so that the programme touches its window; None without a clock."""
    if not row.clock or row.clock == "programme":
        return None
    least, most = max((row.weeks_from or 0) - PROGRAMME_WEEKS / 3, 0), (row.weeks_to or LONG) - 0.5
    if row.clock == "pregnancy":
        most = min(most, 38)
    return draw.between(least, min(most, least + 40))


def _apply(draw: Draw, case: Case, word: str, t0: float | None) -> None:
    """Makes one word of a limit true (see `evidence.limits` for the words)."""
    kind, _, rest = word.removeprefix("not:").partition(":")
    if word.startswith("not:"):
        _deny(draw, case, kind, rest)
    elif kind == "surgery":
        case["history"]["surgery"] = [health.operation(draw, rest, 60.0 if t0 is None else t0)]
    elif kind == "approach":
        for one in case["history"]["surgery"]:
            one["approach"] = rest
    elif kind == "feature":
        facts.set_fact(draw, case, facts.Fact(rest, True))
    elif kind == "medicine":
        case["medicine"] = case.get("medicine", {}) | {rest: True}
    elif kind == "bp":
        upper, lower = (int(part) for part in rest.split("/"))
        case["vitals"] = {"systolic_mmhg": upper + draw.whole(0, 15), "diastolic_mmhg": lower - draw.whole(0, 12)}
    elif kind == "site":
        case["episode"]["sites"] = ["low_back", "buttock_left", f"calf_{draw.one_of(('left', 'right'))}"]
    elif kind == "pattern":
        _set_pattern(draw, case, rest)
    elif kind == "irritability":
        case["episode"] |= {"pain_now": 6, "pain_average": 6, "pain_worst": 8, "settles_minutes": draw.whole(150, 300)}
    elif kind == "pregnant":
        _expecting(draw, case, draw.whole(5, 38) if t0 is None else round(min(max(t0, 5), 40)))
    elif not rest and kind in table("conditions"):
        _record(draw, case, kind, t0)


def _deny(draw: Draw, case: Case, kind: str, rest: str) -> None:
    if kind == "irritability" and rest == "low":
        case["episode"] |= {"settles_minutes": draw.whole(40, 170), "pain_now": draw.whole(3, 6)}
    if kind == "healed":
        for one in case["history"]["diagnosis"]:
            if one["condition"] == rest:
                one["state"] = draw.one_of(("active", "stable"))


def _record(draw: Draw, case: Case, condition: str, t0: float | None) -> None:
    if condition == "pregnancy":
        return _expecting(draw, case, draw.whole(5, 38))
    if condition == "postpartum":
        facts.set_fact(draw, case, facts.Fact("pregnant", False))
        case["client"] |= {"sex": "female", "age": draw.whole(20, 42)}
    others = [one for one in case["history"]["diagnosis"] if one["condition"] != condition]
    made = health.recorded(draw, condition, date.fromisoformat(case["taken_on"]), t0)
    case["history"]["diagnosis"] = [*others, made]
    return None


def _expecting(draw: Draw, case: Case, week: int) -> None:
    case["client"] |= {"sex": "female", "age": draw.whole(19, 42), "pregnant": True, "pregnancy_week": week}


def _set_pattern(draw: Draw, case: Case, pattern: str) -> None:
    """Hurts and helps of one clear pattern, and nothing that speaks against it."""
    moves: dict[str, str] = {}
    for name, row in table("patterns").items():
        if pattern in listed(row.cells["worse"]):
            moves[name] = "worse"
        elif pattern in listed(row.cells["better"]):
            moves[name] = draw.one_of(("better", "same"))
        elif draw.chance(figure("asked.movement")):
            moves[name] = "same"
    case["movements"] = moves
    case.pop("repeated", None)


def nearly_well(draw: Draw, case: Case) -> Case:
    """The same person, long past the worst: little pain, soon settled, controls passed, the task still to be won."""
    case["episode"] |= {
        "duration_days": draw.whole(60, 900), "pain_now": draw.whole(0, 1), "pain_average": 1, "pain_worst": 2,
        "settles_minutes": draw.whole(0, 10), "sites": ["low_back"],
    }  # fmt: skip
    case["safety"] = dict.fromkeys(group("flag"), False)
    passed = {name: row.cells["better"] for name, row in table("signs").items() if name.startswith("mct_")}
    both = {name for name, row in table("signs").items() if row.cells["sides"]}
    case["tests"] = case.get("tests", {}) | {
        name: {"left": word, "right": word} if name in both else word for name, word in passed.items()
    }
    case["tests"] |= {"sorensen": draw.whole(150, 220), "chair30": draw.whole(20, 28)}
    return case


def tight(draw: Draw, case: Case) -> Case:
    """The same person with hardly any time and little to train with."""
    case["means"] |= {"minutes_per_session": draw.whole(1, 5), "sessions_per_week": draw.whole(1, 2), "equipment": []}
    return case
