"""Makes docs/rules/programme.md: how a programme is composed, from the spec, the numbers and the preferences."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "spec" / "programme"))

from test_programme_arms import PATHS
from test_programme_dosing import COURSES, TIMES
from test_programme_limits import CONFIRMED, KEPT_OUT

from ladderback.evidence import book
from ladderback.terms.status import show_status

ROOT = Path(__file__).resolve().parent.parent
TOP = """# The programme and its planner

Made from `tests/spec/programme`, `tables/dosing_numbers.csv` and `tables/preferences.csv` by `make docs`.

## How twelve weeks are composed

1. `programme.limits` lays out week by week what this person must not do: rows of the limits, restrictions of the care
   team, the gate of triage, stage, irritability. What is not known applies.
2. For each week the planner writes down the exercises that stage, limits, kit and place leave, each with the doses it
   may have: its first, the same again, or one step more.
3. Each week is a constraint problem solved by OR-Tools CP-SAT, given the week before. **Hard, never weighed:** minutes of
   a session with set-up and rest; 2 to 4 exercises (6 under supervision) in a session and as many different ones in a
   week; from week 2 at most two that did not stand in the week before; one dose for an exercise. **Weighed openly:**
   everything in the table of preferences below.
4. When everything fits into every session, all sessions of a week are alike; else two kinds of session take turns.
5. What could not be worked in time is booked for the week before, and the weeks are composed again, a few times; the
   round that leaves out least is kept. What still waits is listed with its week and its reason.
6. One worker, a fixed seed and a deterministic limit: the same person gets the same programme every time. `status` is
   `optimal` when every week was proved optimal given the one before; `bound` is the sum of the bounds of the weeks, and
   `gap` the distance to it relative to it. What is proved is proved for the choices that are kept: a choice is left
   out when enough others are at least as good in every respect.
7. When a week has no solution, wishes are taken away one by one until only those stand that clash: the smallest set,
   in the words of a practice, with what would resolve it.

The other twenty-three hours: walking from the first day, aerobic work where stamina, weight or a condition asks for it,
daily life with the hours a week it acts on, texts that answer beliefs, and offers to others who may help.
"""


def name(exercise: str) -> str:
    """The exercise with the client's name for it."""
    return f"{book().exercises[exercise].words.name} (`{exercise}`)"


def kept_out() -> Iterator[str]:
    """Who must not do what in which week."""
    yield "## What is kept out\n\n| history | exercise | week | stages of the weeks | kept out by |\n|---|---|---|---|---|"
    for history, exercise, week, stages, rule in KEPT_OUT:
        told = "; ".join(f"{key}: {_row(rows[0])}" for key, rows in history.items()) or "nothing recorded"
        yield f"| {told} | {name(exercise)} | {week} | {stages} | {f'`{rule}`' if rule else 'nothing'} |"
    yield "\nWho may confirm the end of a restriction that a surgeon gave:\n\n| by | names | it comes back |\n|---|---|---|"
    for by, names, back in CONFIRMED:
        yield f"| {by} | `{names}` | {'yes' if back else 'no'} |"
    yield ""


def _row(values: dict[str, object]) -> str:
    return ", ".join(f"{key} {value}" for key, value in values.items())


def stages() -> Iterator[str]:
    """The path through the stages."""
    yield "## Stages\n\n| begins at | irritability | phase | by quota | stage of each week |\n|---|---|---|---|---|"
    for stage, irritability, phase, quota, path in PATHS:
        yield f"| {stage} | {irritability} | {phase} | {'yes' if quota else 'no'} | {' '.join(path)} |"
    yield (
        "\nStage 4 waits while a leading contributor has exercises only up to stage 3. The weeks are the path if each"
        " week passes its own test.\n"
    )


def doses() -> Iterator[str]:
    """How a dose grows, and how long it takes."""
    yield "## Doses\n\nSets x repetitions (x hold), with load, week by week:\n\n| exercise | weeks |\n|---|---|"
    for exercise, course in COURSES:
        weeks = "; ".join(
            f"{sets} x {reps}" + (f" x {hold} s" if hold else "") + (f", {load:g} kg" if load else "")
            for sets, reps, hold, load in course
        )
        yield f"| {name(exercise)} | {weeks} |"
    yield "\n| exercise | sets | sides | minutes with set-up and rest |\n|---|---|---|---|"
    for exercise, amount, sides, minutes in TIMES:
        yield f"| {name(exercise)} | {amount.sets} | {sides} | {minutes:g} |"
    yield ""


def numbers() -> Iterator[str]:
    """Every number that is computed with."""
    yield "## Numbers\n\n| number | value | meaning | from |\n|---|---|---|---|"
    for one in book().dosing_numbers.values():
        value = f"{one.value:g} {one.unit}{show_status(one.status)}"
        yield f"| `{one.key}` | {value} | {one.meaning} | {one.dose_id}, {one.source} |"
    yield ""


def preferences() -> Iterator[str]:
    """Every weight."""
    yield "## Preferences\n\n| preference | weight | unit | counts for |\n|---|---|---|---|"
    for one in book().tables["preferences"].values():
        cells = one.cells
        yield f"| `{one.id}` | {cells['weight']}{show_status(one.status)} | {cells['unit']} | {cells['meaning']} |"


def page() -> str:
    """The whole page."""
    parts = (kept_out(), stages(), doses(), numbers(), preferences())
    return TOP + "\n" + "\n".join(line for part in parts for line in part) + "\n"


if __name__ == "__main__":
    (ROOT / "docs" / "rules" / "programme.md").write_text(page(), encoding="utf-8")
