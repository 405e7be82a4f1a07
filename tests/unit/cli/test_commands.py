"""The command keeps its promises: exit statuses, JSON, errors that say what to do, nothing half-written."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from ladderback.cli import main

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "examples" / "cases"
SOCKS = str(CASES / "socks_hip_flexion.toml")
RELIEF = [str(CASES / "relief_that_never_lasts.toml"), str(CASES / "relief_that_never_lasts.jsonl")]


def answered(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, Any]:
    status = main([*words, "--json"])
    return status, json.loads(capsys.readouterr().out)


def refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(list(words)) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    return shown.err


@pytest.mark.parametrize(
    ("case", "status"),
    [
        ("bladder_change_alone", 3),
        ("new_bladder_change", 3),
        ("questions_left_open", 3),
        ("car_seat_lift", 0),
        ("chronic_pain_beliefs", 0),
        ("deconditioned_weight_goal", 0),
        ("desk_day_ergonomics", 0),
        ("disc_herniation_surgeon_restriction", 0),
        ("gardening_flexion_acute", 0),
        ("relief_that_never_lasts", 0),
        ("socks_hip_flexion", 0),
        ("stenosis_walker", 0),
        ("strong_back_weak_calf", 0),
    ],
)
def test_exit_status_of_a_plan(capsys: pytest.CaptureFixture[str], case: str, status: int) -> None:
    got, plan = answered(capsys, "plan", str(CASES / f"{case}.toml"))
    assert got == status
    assert (plan["programme"] is None) == (status == 3)
    assert plan["verification"]["ok"]


PARTS = {
    "format", "book", "on", "solve", "individual_because", "triage", "findings", "formulation", "referrals",
    "programme",
    "ladders", "slack", "excluded", "flare_up_plan", "stop_rules", "review", "verification",
}  # fmt: skip
OF_AN_ITEM = {
    "exercise", "side", "sets", "reps", "hold_s", "load_kg", "effort_rpe", "rest_s", "targets", "lumbar_posture",
    "tags",
    "why", "progress_when", "regress_to", "minutes",
}  # fmt: skip


def test_a_plan_carries_every_promised_part(capsys: pytest.CaptureFixture[str]) -> None:
    _, plan = answered(capsys, "plan", SOCKS)
    assert set(plan) >= PARTS
    assert plan["format"] == "ladderback/plan/1"
    assert set(plan["programme"]["sessions"][0]["items"][0]) >= OF_AN_ITEM


def test_the_same_input_gives_the_same_bytes(capsys: pytest.CaptureFixture[str]) -> None:
    main(["plan", SOCKS, "--json"])
    first = capsys.readouterr().out
    main(["plan", SOCKS, "--json"])
    assert capsys.readouterr().out == first


def test_its_own_plan_is_in_order_when_read_again(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    main(["plan", SOCKS, "--json"])
    plan = tmp_path / "plan.json"
    plan.write_text(capsys.readouterr().out, encoding="utf-8")
    status, seen = answered(capsys, "verify", str(plan), SOCKS)
    assert (status, seen["verification"]["violations"]) == (0, [])


def test_a_spoiled_plan_is_not_in_order(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    _, plan = answered(capsys, "plan", SOCKS)
    plan["programme"]["sessions"][0]["items"][0]["exercise"] = "core_situp"
    path = tmp_path / "plan.json"
    path.write_text(json.dumps(plan), encoding="utf-8")
    status, seen = answered(capsys, "verify", str(path), SOCKS)
    assert status == 5
    assert any(one["where"].startswith("week 1 session 1 item 1") for one in seen["verification"]["violations"])


def test_wishes_that_clash_end_with_four(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    case = tmp_path / "case.toml"
    text = Path(SOCKS).read_text(encoding="utf-8").replace("minutes_per_session = 20", "minutes_per_session = 3")
    case.write_text(text, encoding="utf-8")
    status, plan = answered(capsys, "plan", str(case))
    assert status == 4
    assert plan["programme"] is None
    assert all(one["say"] and one["resolve"] for one in plan["clash"])


def test_today_and_review_answer(capsys: pytest.CaptureFixture[str]) -> None:
    status, today = answered(capsys, "today", *RELIEF)
    assert status in (0, 3)
    assert {"triage", "next_step", "session", "changed", "note", "open_questions"} <= set(today)
    status, review = answered(capsys, "review", *RELIEF)
    assert status == 0
    assert {"changes", "durability", "falsifiers", "next_best", "next"} <= set(review)


def test_a_plan_needs_means(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    text = Path(SOCKS).read_text(encoding="utf-8").split("[means]")[0]
    case = tmp_path / "case.toml"
    case.write_text(text, encoding="utf-8")
    assert "key means" in refused(capsys, "plan", str(case))


def test_standard_input_is_read(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    class Given:
        buffer = io.BytesIO(Path(SOCKS).read_bytes())

    monkeypatch.setattr("sys.stdin", Given())
    status, answer = answered(capsys, "triage", "-")
    assert status == 0
    assert answer["triage"]["gate"] == "proceed"


@pytest.mark.parametrize("words", [("triage", "no_such_file.toml"), ("today", SOCKS, "no_such_file.jsonl")])
def test_a_file_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    assert "no_such_file" in refused(capsys, *words)


def test_a_mistyped_key_names_the_nearest(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    case = tmp_path / "case.toml"
    case.write_text(Path(SOCKS).read_text(encoding="utf-8").replace("height_cm", "heigth_cm"), encoding="utf-8")
    said = refused(capsys, "plan", str(case))
    assert "case.toml" in said
    assert "height_cm" in said


def test_the_handout_is_written_as_pdf_and_html(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    pdf, html = tmp_path / "a.pdf", tmp_path / "a.html"
    assert main(["plan", SOCKS, "--pdf", str(pdf), "--html", str(html)]) == 0
    assert pdf.read_bytes().startswith(b"%PDF")
    assert "<html" in html.read_text(encoding="utf-8")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.html", "a.pdf"]


def test_nothing_is_written_when_the_case_is_wrong(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    case = tmp_path / "case.toml"
    case.write_text("format = 3", encoding="utf-8")
    refused(capsys, "plan", str(case), "--pdf", str(tmp_path / "a.pdf"))
    assert [path.name for path in tmp_path.iterdir()] == ["case.toml"]


def test_a_day_before_the_case_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert "--on" in refused(capsys, "plan", SOCKS, "--on", "2020-01-01")


def test_book_answers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["book", "show", "sorensen"]) == 0
    assert "Back-extensor" in capsys.readouterr().out
    assert main(["book", "search", "ankle"]) == 0
    assert "wblt" in capsys.readouterr().out
    assert "sorensen" in refused(capsys, "book", "show", "sorenson")


def test_a_bug_of_ours_ends_with_one_and_shows_no_data(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("Canary Robin 1974")

    monkeypatch.setattr("ladderback.cli.commands.answers.triage_answer", broken)
    assert main(["triage", SOCKS]) == 1
    shown = capsys.readouterr()
    assert "our own fault" in shown.err
    assert "Canary" not in shown.err + shown.out
