"""The campaign goes on where it stopped, counts what went wrong, and names what was too rare."""

from __future__ import annotations

import json
import sys
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "bench"))

import campaign  # noqa: E402
import campaign_person  # noqa: E402
import campaign_report  # noqa: E402


def line(number: int, engine: str) -> str:
    return json.dumps({"number": number, "engine": engine}) + "\n"


def test_a_line_cut_short_and_one_of_another_engine_are_not_counted(tmp_path: Path) -> None:
    out = tmp_path / "campaign.jsonl"
    out.write_text(line(0, campaign.fingerprint()) + line(1, "another") + '{"number": 2, "eng')
    assert [row["number"] for row in campaign.read_lines(out)] == [0]


def test_nothing_there_is_nothing_done(tmp_path: Path) -> None:
    assert not list(campaign.read_lines(tmp_path / "none.jsonl"))


def test_a_chunk_whose_worker_died_is_tried_again_and_a_person_alone_is_counted() -> None:
    died: Future[list[dict[str, Any]]] = Future()
    died.set_exception(BrokenProcessPool())
    assert campaign._result(died, [4, 5], seed=0) == []
    assert campaign._result(died, [4], seed=0)[0]["error"] == "worker died"


def test_a_person_is_walked_through_and_named_by_what_was_made_to_happen() -> None:
    row = campaign_person.crash_test(0, seed=0)
    assert row.drawn_as == "ordinary"
    assert row.exit in (0, 3, 4)
    assert not row.error


def test_whatever_goes_wrong_is_counted_by_its_type(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(campaign_person, "_walk_through", lambda row, case: 1 / 0)
    row = campaign_person.crash_test(0, seed=0)
    assert (row.exit, row.error) == (1, "ZeroDivisionError")


def test_what_never_occurred_is_named_too() -> None:
    counts = campaign_report.occurred([{"exit": 3, "rules": ["FX-1"], "place": "gym", "stage": 2}])
    assert counts["red-flag rule"]["FX-1"] == 1
    assert counts["red-flag rule"]["CES-1"] == 0
    assert counts["exit status"]["4 wishes clash"] == 0
