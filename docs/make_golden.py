"""Writes weeks 1, 4, 8 and 12 of two golden journeys side by side, each difference with the rule that makes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from ladderback import intake
from ladderback.cli.terminal import dose
from ladderback.evidence import book
from ladderback.evidence.limits import Limit
from ladderback.pathway import Walk
from ladderback.planner.candidates import kit_of, pieces_for, strong_target
from ladderback.programme.applies import Person
from ladderback.programme.limits import WeekLimits, row_touches, what_this_person_must_not_do
from ladderback.programme.values import Composed, Item

HERE = Path(__file__).parent
CASES = HERE.parent / "examples" / "cases"
PAIR = ("gardening_flexion_acute", "disc_herniation_surgeon_restriction")
WEEKS_SHOWN = (1, 4, 8, 12)
WEEKS = 12


class Journey(NamedTuple):
    """One person's way: the walk, the programme, and what holds week by week."""

    walk: Walk
    made: Composed
    weeks: tuple[WeekLimits, ...]

    @property
    def name(self) -> str:
        """The first words of the title of the case."""
        return re.split("[:,]", self.walk.record.title)[0]

    def items(self, week: int) -> dict[str, Item]:
        """The exercises of a week, each as it first stands in it."""
        found: dict[str, Item] = {}
        for session in self.made.programme.sessions:
            for item in session.items if session.week == week else ():
                found.setdefault(item.exercise, item)
        return found

    def limits(self, week: int) -> WeekLimits:
        """What holds in a week."""
        return self.weeks[week - 1]


def journey(name: str) -> Journey:
    """Walks one example person through the whole way."""
    path = CASES / f"{name}.toml"
    record = intake.read(path.read_bytes(), path.name)
    walk = Walk(record, None, record.taken_on)
    made = walk.composed
    if not isinstance(made, Composed):
        raise SystemExit(f"{name} has no programme to set beside another")
    stages = tuple(
        phase.stage_number for phase in made.programme.phases for _ in range(phase.from_week, phase.to_week + 1)
    )
    person = Person(record=record, decision=walk.decision, formulation=walk.formulation)
    return Journey(walk, made, what_this_person_must_not_do(person, stages[:WEEKS], book()))


def main() -> None:
    """Writes the page."""
    left, right = (journey(name) for name in PAIR)
    page = HERE / "walk" / "two_journeys.md"
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text("\n".join(lines(left, right)) + "\n", encoding="utf-8")


def lines(left: Journey, right: Journey) -> Iterator[str]:
    """The page: who they are, then week by week the two programmes and why they differ."""
    yield from ("# Two journeys, side by side", "")
    yield f"Made by `make docs` from `examples/cases/{PAIR[0]}.toml` and `{PAIR[1]}.toml`. Both train at the"
    yield "gym three times a week for 45 minutes, and both hurt on bending and sitting. Each difference names its rule:"
    yield "a row of `limits.csv`, an instruction, the stage, what is at hand, what is already strong, the goal, what"
    yield "the formulation found, or, where no rule decides, the open weighing of `preferences.csv`."
    yield from ("", f"| | {left.name} | {right.name} |", "|---|---|---|")
    for what, one, other in zip(("leads", "stage", "limits"), _who(left), _who(right), strict=True):
        yield f"| {what} | {one} | {other} |"
    for week in WEEKS_SHOWN:
        yield from _week(left, right, week)


def _who(one: Journey) -> tuple[str, str, str]:
    leads = ", ".join(_contributor(found.contributor) for found in one.walk.formulation.contributors[:3])
    stages = ", ".join(
        f"{phase.stage_number} in weeks {phase.from_week}-{phase.to_week}" for phase in one.made.programme.phases
    )
    rules = sorted({row.rule_id for week in one.weeks for row in week.rows})
    asked = [f"no {found.avoid} until {found.until} ({found.given_by})" for found in one.walk.record.restrictions]
    return leads, stages, ", ".join([*rules, *asked])


def _week(left: Journey, right: Journey, week: int) -> Iterator[str]:
    one, other = left.items(week), right.items(week)
    yield from ("", f"## Week {week}", "", f"| {left.name} | {right.name} |", "|---|---|")
    names = sorted({*one, *other}, key=lambda name: (name not in one, name not in other, name))
    for name in names:
        yield f"| {_shown(name, one)} | {_shown(name, other)} |"
    yield f"| {_walking(left, week)} | {_walking(right, week)} |"
    yield from ("", "Why they differ:", "")
    for name in names:
        yield from _difference(left, right, week, name)
    yield from _walking_differs(left, right, week)


def _shown(name: str, items: dict[str, Item]) -> str:
    return f"{_exercise(name)}: {dose(msgspec.to_builtins(items[name]))}" if name in items else ""


def _difference(left: Journey, right: Journey, week: int, name: str) -> Iterator[str]:
    one, other = left.items(week), right.items(week)
    if name not in other:
        yield f"- **{_exercise(name)}** is not with {right.name}: {why_not(right, left, week, name)}"
    elif name not in one:
        yield f"- **{_exercise(name)}** is not with {left.name}: {why_not(left, right, week, name)}"
    elif _shown(name, one) != _shown(name, other):
        yield f"- **{_exercise(name)}**, another dose: {_why_another_dose(left, right, week, name)}"


def why_not(here: Journey, there: Journey, week: int, name: str) -> str:
    """The first rule that keeps an exercise out of somebody's week; the open weighing where no rule does."""
    exercise, limits = book().exercises[name], here.limits(week)
    if not limits.sessions:
        return "no session this week."
    ban = limits.ban_on(exercise)
    if ban is not None:
        return f"`{ban.rule}`. {ban.because}"
    if limits.stage not in exercise.stages:
        return f"`stage`. It is for stage {', '.join(map(str, exercise.stages))}; this week is at stage {limits.stage}."
    if exercise.load_class > limits.load_class:
        return (
            f"`irritability`. Load class {exercise.load_class}; at most {limits.load_class} while it is easily upset."
        )
    if here.walk.record.means and pieces_for(exercise, kit_of(here.walk.record.means)) is None:
        return "`equipment`. What it needs is not at hand."
    strong = strong_target(exercise, limits, here.walk.formulation)
    if strong:
        return f"`strong:{strong}`. {_contributor(strong)} is already strong."
    return _other_goal(here, there, name) or _weighed(here, week, name)


def _other_goal(here: Journey, there: Journey, name: str) -> str:
    """Says so when the exercise leads towards what only the other one wants."""
    mine, theirs = ([goal.task for goal in who.walk.record.goals if _leads(name, goal.task)] for who in (here, there))
    wanted = ", ".join(goal.task.replace("_", " ") for goal in here.walk.record.goals) or "nothing yet"
    if mine or not theirs:
        return ""
    return f"`goal`. It leads towards {theirs[0].replace('_', ' ')}; {here.name} wants {wanted}."


def _leads(name: str, task: str) -> bool:
    """True when the exercise, or its kind of movement, is a step towards a life task."""
    row = book().tables["goal_movements"].get(task)
    movement = book().exercises[name].movement
    return row is not None and (
        name in row.cells["exercises"].split(";") or movement in row.cells["movements"].split(";")
    )


def _weighed(here: Journey, week: int, name: str) -> str:
    exercise = book().exercises[name]
    wanted = {found.contributor for found in here.walk.formulation.contributors if found.worked_by == "movement"}
    works = [_contributor(one) for one in (*exercise.targets, *exercise.supports)]
    if not wanted & {*exercise.targets, *exercise.supports}:
        found = ", ".join(works) or "nothing that was found"
        return f"`formulation`. It works on {found}; nothing points there in this person."
    chosen = ", ".join(_exercise(one) for one in here.items(week))
    return f"`preferences`. It may stand, but four a week are enough and these weigh more: {chosen}."


def _why_another_dose(left: Journey, right: Journey, week: int, name: str) -> str:
    one, other = left.limits(week), right.limits(week)
    found = [f"`{row.rule_id}` ({who.name}). {row.say}" for who, row in _caps(left, right, week, name)]
    if one.stage != other.stage:
        found.append(f"`stage`. Stage {one.stage} and stage {other.stage}.")
    if left.walk.decision.gate != right.walk.decision.gate:
        found.append(f"`gate`. {left.walk.decision.gate} and {right.walk.decision.gate}.")
    return " ".join(found) or "`dose`. It began in another week, so it has grown by another number of steps."


def _caps(left: Journey, right: Journey, week: int, name: str) -> Iterator[tuple[Journey, Limit]]:
    """Rows that cap this exercise for one of the two and not for the other."""
    rows = [{row.rule_id: row for row in who.limits(week).rows} for who in (left, right)]
    for who, mine, theirs in ((left, rows[0], rows[1]), (right, rows[1], rows[0])):
        for rule, row in mine.items():
            if rule not in theirs and row.effect.startswith("cap_") and row_touches(row, book().exercises[name]):
                yield who, row


def _walking(here: Journey, week: int) -> str:
    found = next((one for one in here.made.programme.walking if one.week == week), None)
    return f"Walking: {found.minutes:g} min, {found.times_per_week} times. {found.how}" if found else "No walking"


def _walking_differs(left: Journey, right: Journey, week: int) -> Iterator[str]:
    if _walking(left, week) == _walking(right, week):
        return
    rows = [{row.rule_id: row for row in who.limits(week).rows if row.effect == "walking"} for who in (left, right)]
    found = [
        f"`{rule}` ({who.name}). {row.say}"
        for who, mine, theirs in ((left, rows[0], rows[1]), (right, rows[1], rows[0]))
        for rule, row in mine.items()
        if rule not in theirs
    ]
    phases = (left.walk.formulation.phase, right.walk.formulation.phase)
    told = (_walks_now(left), _walks_now(right))
    if phases[0] != phases[1]:
        found.append(f"`phase`. {phases[0]} and {phases[1]}.")
    if told[0] != told[1]:
        found.append(f"`walking today`. {told[0]} and {told[1]} minutes a day to start from.")
    yield f"- **Walking**: {' '.join(found) or '`stage`. The pace follows the stage.'}"


def _walks_now(here: Journey) -> str:
    minutes = here.walk.record.daily_life.walking_minutes_per_day
    return "unknown" if minutes is None else f"{minutes:g}"


def _exercise(name: str) -> str:
    return book().exercises[name].words.name


def _contributor(name: str) -> str:
    return str(book().letter("contributors").get(name, {}).get("name", name.replace("_", " ")))


if __name__ == "__main__":
    main()
