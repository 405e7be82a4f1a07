"""Believable people who do not exist: cases, and journals over weeks, for crash tests and for planning.

The story in a few lines:
1. Hidden traits are drawn that go together (fitness, strength, flexibility, irritability, burden, pain).
2. From them come the answers of a case: who, what hurts, safety, history, tests, mind, daily life, goals, means.
3. Much stays unknown, as in life. Part of the people is ordinary; the rest is a stress part, labelled as such, in which
   every rule and limit is made to happen in turn.
4. With weeks, a simple hidden response to time and training writes a journal.
Person i of a seed is always the same, however many are made. Every figure stands in `knowledge/tables/simulation*.csv`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from ladderback.simulate import health, journal, living, measured, person, stress
from ladderback.simulate.agreement import in_agreement
from ladderback.simulate.assumptions import assumptions
from ladderback.simulate.figures import Draw, figure, group
from ladderback.simulate.traits import Traits, draw_traits

FORMAT = "ladderback/simulated/1"
FIRST_DAY = date(2026, 1, 5)


def people(
    number: int, seed: int = 0, weeks: int = 0, progress: Callable[[int], None] | None = None, start: int = 0
) -> dict[str, Any]:
    """Makes people: the same number, seed and weeks make the same people.

    Args:
        number: how many.
        seed: another seed makes other people.
        weeks: also journals over this many weeks [weeks].
        progress: is told how many are done.
        start: the first of them, so that a long run can go on where it stopped.
    """
    made = []
    for index in range(start, start + number):
        made.append(one(index, seed, weeks))
        if progress:
            progress(index - start + 1)
    return {"format": FORMAT, "seed": seed, "assumptions": assumptions(weeks), "people": made}


def one(index: int, seed: int = 0, weeks: int = 0) -> dict[str, Any]:
    """One person with what was made to happen in them (`drawn_as`) and, with weeks, a journal."""
    draw = Draw("person", seed, index)
    traits = draw_traits(draw)
    drawn_as = kind_of(index)
    case = in_agreement(_stressed(draw, _ordinary(draw, traits), drawn_as))
    case["title"] = f"Simulated person {index} of seed {seed} ({drawn_as})"
    found: dict[str, Any] = {"number": index, "drawn_as": drawn_as, "case": case, "journal": []}
    if weeks:
        found["journal"] = journal.lines(Draw("journal", seed, index), traits, case, weeks)
    return found


def kind_of(index: int) -> str:
    """Which part a person belongs to: ordinary, or which rule or limit is made to happen."""
    ordinary, rules, limits = (round(figure(f"part.{name}")) for name in ("ordinary", "rules", "limits"))
    turn, place = divmod(index, ordinary + rules + limits)
    if place < ordinary:
        return "ordinary"
    if place < ordinary + rules:
        names = stress.themes("rules")
        first, third = turn * rules + place - ordinary, len(names) // 3
        steps = (0, third + turn, 2 * (third + turn))[: 2 + turn % 2]
        return "rule:" + "+".join(dict.fromkeys(names[(first + step) % len(names)] for step in steps))
    names = stress.themes("limits")
    return f"limit:{names[(turn * limits + place - ordinary - rules) % len(names)]}"


def _ordinary(draw: Draw, traits: Traits) -> dict[str, Any]:
    """Somebody as they come to a trainer."""
    taken_on = FIRST_DAY + timedelta(days=draw.whole(0, 359))
    client, episode = person.client(draw, traits), person.episode(draw, traits)
    recorded = health.conditions(draw, traits, taken_on, bool(client.get("pregnant")))
    names = {item["condition"] for item in recorded}
    pattern = draw.pick(group("pattern"))
    sites = episode.get("sites", [])
    found = {
        "format": "ladderback/case/1", "title": "", "taken_on": taken_on.isoformat(),
        "client": client, "episode": episode,
        "vitals": health.vitals(draw, traits, "hypertension" in names),
        "medicine": health.medicine(draw, names),
        "safety": health.safety(draw, traits, sites),
        "movements": person.movements(draw, pattern),
        "repeated": person.repeated(draw, pattern, len(sites) > 1),
        "tests": measured.tests(draw, traits, taken_on.isoformat()),
        "history": {
            "injury": health.injuries(draw, traits), "surgery": health.surgeries(draw, traits),
            "diagnosis": recorded, "tried": health.tried(draw),
            "restriction": [health.restriction(draw, taken_on)] if draw.chance(figure("restriction.share")) else [],
        },
        "mind": measured.mind(draw, traits),
        "daily_life": living.daily_life(draw, traits, living.work_of(draw, traits)),
        "goals": [_aimed(draw, goal, client["mass_kg"]) for goal in living.goals(draw, traits)],
        "means": living.means(draw),
    }  # fmt: skip
    always = ("history", "episode", "safety")
    return {key: value for key, value in found.items() if value or key in always}


def _aimed(draw: Draw, goal: dict[str, Any], mass: float) -> dict[str, Any]:
    """A goal of body mass gets its target."""
    return (
        goal | {"target_kg": round(mass * draw.between(figure("target_mass.least"), figure("target_mass.most")))}
        if goal["task"] == "body_mass"
        else goal
    )


def _stressed(draw: Draw, case: dict[str, Any], drawn_as: str) -> dict[str, Any]:
    """The same person with what their part makes happen."""
    kind, _, name = drawn_as.partition(":")
    if kind == "ordinary":
        return case
    if kind == "rule":
        for rule in reversed(name.split("+")):
            case = stress.with_rule(draw, case, rule)
        return case
    if draw.chance(figure("stress.nearly_well")):
        case = stress.nearly_well(draw, case)
    if draw.chance(figure("stress.second_limit")):
        case = stress.with_limit(draw, case, draw.one_of(stress.themes("limits")))
    case = stress.with_limit(draw, case, name)
    if draw.chance(figure("stress.restriction")):
        day = date.fromisoformat(case["taken_on"])
        case["history"]["restriction"] = [health.restriction(draw, day)]
    return stress.tight(draw, case) if draw.chance(figure("stress.tight_minutes")) else case
