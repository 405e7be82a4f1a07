"""The example people's whole journeys, as pages a clinician can read.

When a page changes on purpose, write the pages anew and read the difference as a clinician would:

    LADDERBACK_UPDATE_GOLDEN=1 .venv/bin/pytest tests/golden -q

A changed page needs a line of kind *knowledge* in CHANGELOG.md that says whose programme differs.
"""

from __future__ import annotations

import os
from pathlib import Path

import prose
import pytest

HERE = Path(__file__).parent
EXAMPLES = HERE.parents[1] / "examples"
CASES = sorted((EXAMPLES / "cases").glob("*.toml"))
CHANGED = (
    "The journey of {name} has changed. If that is meant: LADDERBACK_UPDATE_GOLDEN=1 .venv/bin/pytest tests/golden, "
    "read the difference, and say in CHANGELOG.md, in a line of kind *knowledge*, whose programme differs."
)


def journal_of(case: Path) -> Path | None:
    """The journal of an example person, where there is one."""
    beside = (case.with_suffix(".jsonl"), EXAMPLES / "journals" / f"{case.stem}.jsonl")
    return next((path for path in beside if path.exists()), None)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_journey_reads_as_it_did(case: Path) -> None:
    page, told = HERE / f"{case.stem}.md", prose.journey(case, journal_of(case))
    if os.environ.get("LADDERBACK_UPDATE_GOLDEN"):
        page.write_text(told, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == told, CHANGED.format(name=case.stem)


def test_there_is_no_page_without_a_person() -> None:
    assert {page.stem for page in HERE.glob("*.md")} == {case.stem for case in CASES}
