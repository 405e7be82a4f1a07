"""Makes docs/rules/verification.md from the kinds of violation and the faults of the tests that seed each."""

from __future__ import annotations

import sys
from pathlib import Path

from ladderback.evidence import book
from ladderback.terms.status import show_status
from ladderback.verification import KINDS

HERE = Path(__file__).parent
PAGE = HERE / "rules" / "verification.md"
HEAD = """# What the second pair of eyes looks at

`verification` checks a finished programme from the knowledge alone: it shares no code with the planner, reads the
limits with code of its own and counts with numbers of its own (`tables/verification_numbers.csv`); tests compare both.
A programme that was not found in order cannot be shown. `ladderback verify PLAN.json CASE` asks it about any programme,
also one written by hand: `kind`, `where`, `rule` and `because` of each violation are stable words.

Each kind is shown with the faults that the tests put into good programmes to see that it is found
({faults} faults of {kinds} kinds; `tests/spec/verification/test_verification_faults.py`). Beside these, each of the
{rows} rows of the limits that can be broken is broken alone and found by its id. What a programme leaves out is only a
violation when there was an exercise, a place, minutes and a new exercise still allowed for it.

This page is made from the code and the tests by `make docs`.

| kind | what it means | put into a good programme |
|---|---|---|
"""


def page() -> str:
    """The page as text."""
    sys.path.insert(0, str(HERE.parent / "tests" / "spec" / "verification"))
    from test_verification_faults import FAULTS  # type: ignore[import-not-found]

    seeded: dict[str, list[str]] = {}
    for kind, wrong, *_ in FAULTS:
        seeded.setdefault(kind, []).append(wrong)
    rows = [one for one in book().limits.values() if one.effect not in ("permit", "hands_off")]
    lines = [HEAD.format(faults=len(FAULTS), kinds=len(seeded), rows=len(rows))]
    for kind, means in KINDS.items():
        lines.append(f"| `{kind}` | {means} | {'; '.join(seeded.get(kind, ['in a plan file']))} |\n")
    lines.append("\n## Numbers it counts with\n\n| number | value | unit | what it says |\n|---|---|---|---|\n")
    for name, row in book().tables["verification_numbers"].items():
        cells = row.cells
        value = cells["value"].replace("|", ", ")
        lines.append(f"| `{name}` | {value}{show_status(row.status)} | {cells['unit']} | {cells['meaning']} |\n")
    return "".join(lines)


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(), encoding="utf-8")
