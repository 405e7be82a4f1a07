"""Makes docs/rules/ladder.md: how rungs are chosen, every number, and the ladder of each life task for one body."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ladderback import ladder
from ladderback.evidence import book
from ladderback.formulation.values import Formulation
from ladderback.intake.values import Client, Goal, IntakeRecord
from ladderback.ladder.telling import changes_in_words
from ladderback.ladder.values import Ladder, Rung
from ladderback.terms.status import show_status

HERE = Path(__file__).parent
DAY = date(2026, 11, 1)
WOMAN = Client(age=47, sex="female", height_cm=168.0, mass_kg=71.0)
MARKS = {"heavier": "beyond: heavier", "awkward": "beyond: awkward", "tired": "beyond: tired", "task": "**the task**"}

PAGE = """# The ladder

`ladder.build(record, formulation, limits=..., events=...)` makes the way from what a person can do now to each life task
they named. The record of a task (`knowledge/ladders/`) lists what may be a rung; the order is computed on this person's
own spine and never written down.

1. **Weigh.** Each step is posed on this body with each weight, and its load is the highest of its key poses. A step that
   this body can not be posed in is left out and named in `left_out`. Where a study gives a class of load, that class is
   shown instead of the computed band, with its source.
2. **Set against the limits.** What no week of the programme allows is left out, and the ladder ends at the highest rung
   allowed; `ends` names the next rung, the rule, and who could allow it. What opens in a later week is shown locked.
3. **Choose the way.** A rung may follow another when its load is not lower and either one quality alone gets harder or
   the load rises by at most {step_most:.0%}. Of all such ways the one with the smallest price is taken (prices below).
   Amounts (times, minutes) come one after the other. Lifting and turning meet below a task that needs both.
4. **Fear** sets the start, the repetitions and easy steps in between. It never changes the order. From {fear_high:g} of 10
   on, gaps above {easy_gap_high:.0%} get an easy step, repetitions are halved and one more good try is asked.
5. **Start.** Told ability / 10, times shares for irritability, stage and fear, is how far up a person starts, by load
   and by number of rungs, never above a rung that is not open. An ability nobody told starts on the lowest rung.
6. **Beyond the task** (stage {beyond_stage:g} only): tired, awkward or heavier, at most {beyond_most:.0%} above its load,
   never tired and heavier together, never against a limit.
7. **The log.** Each `rung_tried` is good, repeat or back: repetitions, weight, pain, worry before and after, and the next
   morning. What was not written down is repeated. Good tries on enough days open the next rung; back steps down one.
   A flare-up steps back to the last rung that was passed with little pain and little worry.

Loads that differ by less than the body can tell are marked as ties (~). All ratios are multiples of the same person's own
standing and carry at least a quarter of uncertainty to each side.

A rung's name is `<task>.<step>[.<weight>kg][.<amount>]`: it stands in logs and does not depend on how many rungs there
are. A try of a rung that is no longer on the ladder counts for the highest rung that loads no more.

## Numbers

| number | value | unit | what it decides | status |
|---|---|---|---|---|
{numbers}

## Every ladder for one body

A woman of 168 cm and 71 kg, stage 3, a little fear (2 of 10), usual weight of the task. Another body has another ladder.
Nobody measured these: they are computed from proposed poses and numbers [proposal].

{ladders}

This page is made from the records by `make docs`.
"""


def one(task: str) -> Ladder:
    """The ladder of the page's person to one task."""
    formulation = Formulation(
        pattern="none_clear", directional_preference="unknown", stage="functional_optimisation", stage_number=3,
        irritability="low", phase="chronic", psychosocial_risk="low", contributors=(), next_best=(),
    )  # fmt: skip
    record = IntakeRecord(taken_on=DAY, on=DAY, client=WOMAN, goals=(Goal(task=task, ability=3.0, fear=2.0),))
    return ladder.build(record, formulation)[0]


def table(made: Ladder) -> str:
    """One ladder as a table, highest rung first, as on the wall."""
    weight = f", {made.load_kg:g} kg" if made.load_kg else ""
    lines = [
        f"### {made.name}{weight}",
        "",
        "| rung | times standing | what changes | trained by | prepares |",
        "|---|---|---|---|---|",
    ]
    lines += [row(rung) for rung in reversed((*made.rungs, *made.beyond))]
    if made.left_out:
        lines += ["", f"Left out for this body: {', '.join(made.left_out)}."]
    return "\n".join(lines)


def row(rung: Rung) -> str:
    """One rung as a line."""
    tie = " ~" if rung.tied_with_below else ""
    mark = f" ({MARKS[rung.kind]})" if rung.kind in MARKS else ""
    load = f"{rung.ratio_to_standing:.2f} ({rung.ratio_low:.1f}-{rung.ratio_high:.1f}){tie}"
    changes = changes_in_words(rung.changed) or "first rung"
    return f"| {rung.name}{mark} | {load} | {changes} | `{rung.exercise}` | {rung.prepares} |"


def page() -> str:
    """The page as text."""
    rows = book().tables["ladder_numbers"]
    values = {name: float(row.cells["value"]) for name, row in rows.items()}
    numbers = "\n".join(
        f"| {name} | {row.cells['value']} | {row.cells['unit']} | {row.cells['meaning']} |{show_status(row.status)} |"
        for name, row in rows.items()
    )
    ladders = "\n\n".join(table(one(task)) for task in book().ladders)
    return PAGE.format(numbers=numbers, ladders=ladders, **values)


if __name__ == "__main__":
    (HERE / "rules" / "ladder.md").write_text(page(), encoding="utf-8")
