"""The example people as they are read: what is known with yes, what stays open, what was measured and is wanted."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from intake_cases import EXAMPLES

from ladderback import intake

EXPECTED: dict[str, Any] = tomllib.loads((Path(__file__).parent / "example_people.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(path.stem for path in EXAMPLES.glob("*.toml")))
def test_an_example_person_is_read_as_written_down(name: str) -> None:
    record = intake.read((EXAMPLES / f"{name}.toml").read_bytes(), name)
    assert {
        "yes": sorted(feature for feature, answer in record.features.items() if answer),
        "known": len(record.features),
        "open": [feature for feature in intake.mandatory(record) if feature not in record.features],
        "tests": sorted({one.test for one in record.tests}),
        "values": len(record.tests),
        "goals": [goal.task for goal in record.goals],
        "conditions": [one.condition for one in record.diagnoses],
        "restrictions": [one.avoid for one in record.restrictions],
        "supervised": record.means is not None and record.means.supervised,
    } == EXPECTED[name]


def test_every_example_is_written_down() -> None:
    assert set(EXPECTED) == {path.stem for path in EXAMPLES.glob("*.toml")}


def test_the_example_journal_is_read() -> None:
    journal = intake.read_journal((EXAMPLES / "relief_that_never_lasts.jsonl").read_bytes(), "journal")
    kinds = [type(event).__struct_config__.tag for event in journal.events]
    assert kinds == ["hands_on", "day_after"] * 3 + ["hands_on"]
    assert [event.relief_hours for event in journal.events if hasattr(event, "relief_hours")] == [6, 4, 5, 3]


def test_json_of_the_same_structure_gives_the_same_record() -> None:
    import msgspec

    text = (EXAMPLES / "car_seat_lift.toml").read_text(encoding="utf-8")
    assert intake.read(msgspec.json.encode(tomllib.loads(text)), "a.json") == intake.read(text, "a.toml")
