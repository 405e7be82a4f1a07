"""Records have twins by the same name: a page made from their spec says what they do."""

from __future__ import annotations

from pathlib import Path

import pytest

from ladderback.evidence import book

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "red_flag_rules": "triage.md",
    "clinical_tests": "assessment.md",
    "contributors": "formulation.md",
    "limits": "limits.md",
}
SPECS = {
    "red_flag_rules": "triage",
    "clinical_tests": "assessment",
    "contributors": "formulation",
}


@pytest.mark.parametrize(("kind", "page"), PAGES.items())
def test_each_record_has_its_paragraph(kind: str, page: str) -> None:
    said = (ROOT / "docs" / "rules" / page).read_text(encoding="utf-8")
    assert [name for name in getattr(book(), kind) if name not in said] == []


@pytest.mark.parametrize(("kind", "room"), SPECS.items())
def test_each_record_has_its_people(kind: str, room: str) -> None:
    spec = [path for path in (ROOT / "tests" / "spec" / room).rglob("*") if path.suffix in (".py", ".toml")]
    said = "".join(path.read_text(encoding="utf-8") for path in spec)
    assert [name for name in getattr(book(), kind) if name not in said] == []


def test_each_setting_and_command_is_documented() -> None:
    from ladderback.cli.commands import COMMANDS

    said = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    assert [name for name in COMMANDS if f"ladderback {name}" not in said and f"`{name}" not in said] == []


def test_the_walk_names_every_room() -> None:
    said = (ROOT / "WALK.md").read_text(encoding="utf-8")
    rooms = {path.parent.name for path in (ROOT / "src" / "ladderback").glob("*/__init__.py")}
    assert [room for room in sorted(rooms) if f"`{room}`" not in said and f"**{room}**" not in said] == []
