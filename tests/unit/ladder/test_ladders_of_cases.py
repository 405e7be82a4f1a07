"""The ladders of the example cases: the limits of the programme hold, the command says it, no newton for the client."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from ladderback import intake
from ladderback.cli import main
from ladderback.evidence import book
from ladderback.pathway import Walk
from ladderback.pathway.ladders import weeks_ahead

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
CASES = sorted((EXAMPLES / "cases").glob("*.toml"))
PROMISED = {"rung", "load_kg", "ratio_to_standing", "compression_n", "moment_nm", "fear", "pass_when"}


def walk(path: Path) -> Walk:
    return Walk(intake.read(path.read_bytes(), path.name))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_no_open_rung_is_against_what_this_person_must_not_do(case: Path) -> None:
    here = walk(case)
    if not here.decision.may_train:
        assert here.ladders == ()
        return
    weeks = weeks_ahead(here)
    for made in here.ladders:
        for one in (*made.rungs, *made.beyond):
            exercise = book().exercises[one.exercise]
            assert one.state == "locked" or weeks[0].ban_on(exercise) is None
            assert any(week.ban_on(exercise) is None for week in weeks)
            assert one.state == "locked" or one.from_stage <= weeks[0].stage


def test_each_goal_that_is_a_life_task_has_its_ladder() -> None:
    here = walk(EXAMPLES / "cases" / "deconditioned_weight_goal.toml")
    assert [one.task for one in here.ladders] == ["walk"]


def test_a_surgeons_restriction_ends_the_ladder_and_names_the_surgeon() -> None:
    (made,) = walk(EXAMPLES / "cases" / "disc_herniation_surgeon_restriction.toml").ladders
    assert made.ends is not None
    assert "surgeon" in made.ends.who
    assert all(one.kind != "task" for one in made.rungs)
    assert made.beyond == ()


def test_the_command_answers_with_the_promised_keys(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ladder", str(EXAMPLES / "cases" / "car_seat_lift.toml"), "--json"]) == 0
    (made,) = json.loads(capsys.readouterr().out)["ladders"]
    assert made["task"] == "lift_child_from_car_seat"
    assert all(set(one) >= PROMISED for one in made["rungs"])


def test_in_words_there_is_a_ratio_and_a_band_and_no_newton(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ladder", str(EXAMPLES / "cases" / "car_seat_lift.toml")]) == 0
    said = capsys.readouterr().out
    assert "x standing" in said
    assert not re.search(r"\d N\b", said)


def test_a_log_is_followed(capsys: pytest.CaptureFixture[str]) -> None:
    case, log = EXAMPLES / "cases" / "socks_hip_flexion.toml", EXAMPLES / "journals" / "socks_hip_flexion.jsonl"
    assert main(["ladder", str(case), str(log)]) == 0
    assert "socks" in capsys.readouterr().out


def test_somebody_who_must_not_train_gets_the_triage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ladder", str(EXAMPLES / "cases" / "new_bladder_change.toml")]) == 3
    assert "May we train today? No" in capsys.readouterr().out
