"""The pages of the two formats say what the types and the tables say."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from ladderback.intake.words import words
from ladderback.scope import ROLES

DOCS = Path(__file__).resolve().parents[3] / "docs"


@pytest.mark.parametrize("name", ["case", "journal"])
def test_the_page_is_as_it_would_be_written_today(name: str) -> None:
    made = runpy.run_path(str(DOCS / "make_formats.py"))[f"{name}_page"]()
    assert (DOCS / "reference" / f"{name}_format.md").read_text(encoding="utf-8") == made, "run: make docs"


def test_every_role_of_the_scope_of_practice_is_a_word() -> None:
    assert set(ROLES) <= words().roles
