"""Writes what the day after decides: the spec of progression row by row, the thresholds, and what was settled."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "spec" / "progression"))

from day_after_table import TABLE
from logged_people import Row

from ladderback.evidence import book
from ladderback.terms.status import show_status

ROOT = Path(__file__).resolve().parent.parent
TOP = """# The day after

What comes next is read anew from the log each time; nothing is stored, so a corrected line corrects the answer.
Made from `tests/spec/progression/day_after_table.py` by `make docs`; each row is a test.
"""
SAYS = {
    "step": "{}",
    "place": "next is week {0[0]}, session {0[1]}",
    "flare": "day {} of the flare-up plan",
    "deciding": "{} decides",
    "offset": "rungs below the plan: {}",
    "week_of": "amount of week: {}",
    "load_of": "load at most: {}",
}


def expected(row: Row) -> str:
    """What a row expects, in words."""
    return "; ".join(_one(name, value) for name, value in row.expect.items())


def _one(name: str, value: Any) -> str:
    if name == "flare" and value is None:
        return "no flare-up"
    if isinstance(value, dict):
        value = ", ".join(f"{book().exercises[key].words.name} {one:g}" for key, one in value.items())
    return SAYS[name].format(value.replace("_", " ") if isinstance(value, str) else value)


def rules() -> Iterator[str]:
    """The table of the spec, part by part."""
    for title, rows in TABLE.items():
        yield f"## {title}\n\n| when | stage | then | why |\n|---|---|---|---|"
        for row in rows:
            stage = "by quota" if row.quota else str(row.stage)
            yield f"| {row.name} | {stage} | {expected(row)} | {row.why} |"
        yield ""


def thresholds() -> Iterator[str]:
    """Every number with its unit, meaning and status."""
    yield "## Thresholds\n\n| number | value | what it decides | sources |\n|---|---|---|---|"
    for name, row in book().tables["progression_numbers"].items():
        cells = row.cells
        value = f"{cells['value']} {cells['unit']}{show_status(row.status)}"
        yield f"| `{name}` | {value} | {cells['meaning']} | {', '.join(row.sources)} |"
    yield ""


def settled() -> Iterator[str]:
    """Contradictions of the facts, and how they were settled."""
    yield "## Settled\n"
    for row in book().tables["settled_progression"].values():
        yield f"- **{row.cells['question']}** {row.cells['settled']} *{row.cells['reason']}*{show_status(row.status)}"


if __name__ == "__main__":
    lines = [TOP, *rules(), *thresholds(), *settled()]
    (ROOT / "docs" / "rules" / "progression.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
