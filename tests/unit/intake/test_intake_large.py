"""Large files are read without trouble, and what is not given stays not given."""

from __future__ import annotations

import json
from pathlib import Path

from ladderback import intake
from ladderback.intake.values import Measurement

GOOD = (Path(__file__).resolve().parents[3] / "examples" / "cases" / "car_seat_lift.toml").read_text(encoding="utf-8")


def test_a_case_of_more_than_a_megabyte_is_read() -> None:
    story = 'story = """' + "It began on a Monday. " * 50_000 + '"""\nsettles_minutes'
    record = intake.read(GOOD.replace("settles_minutes", story, 1), "case.toml")
    assert record.episode.story is not None
    assert len(record.episode.story) > 1_000_000


def test_a_case_with_thousands_of_entries_is_read() -> None:
    injuries = '[[history.injury]]\nsite = "ankle"\nside = "left"\nyears_ago = 3\n' * 5_000
    assert len(intake.read(GOOD.replace("[mind]", injuries + "[mind]"), "case.toml").injuries) == 5_000


def test_a_journal_of_a_hundred_thousand_lines_is_read() -> None:
    line = {"event": "day_after", "pain": 3, "settled": True, "at": "2026-11-02T08:00+00:00"}
    text = "\n".join(json.dumps(line | {"id": str(number)}) for number in range(100_000))
    assert len(intake.read_journal(text, "journal.jsonl").events) == 100_000


def test_a_byte_order_mark_and_windows_line_ends_are_no_trouble() -> None:
    windows = b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode()
    assert intake.read(windows, "case.toml") == intake.read(GOOD, "case.toml")


def test_tests_are_laid_out_one_value_a_side_on_the_day_of_the_case() -> None:
    record = intake.read(GOOD, "case.toml")
    hips = [one for one in record.tests if one.test == "hip_ir"]
    day = record.taken_on
    assert hips == [
        Measurement(test="hip_ir", side="left", value=30.0, position="prone", on=day),
        Measurement(test="hip_ir", side="right", value=22.0, position="prone", on=day),
    ]


def test_means_hold_what_is_always_there() -> None:
    means = intake.read(GOOD, "case.toml").means
    assert means is not None
    assert {"none", "floor", "wall", "bed", "towel", "pillow", "stairs", "mat", "band"} <= set(means.equipment)
    assert means.supervised is False
    clinic = intake.read(GOOD.replace('place = "home"', 'place = "clinic"'), "case.toml").means
    assert clinic is not None
    assert clinic.supervised is True
