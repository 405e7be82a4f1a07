"""Two wordings, one truth: the numbers verification counts with and those the planner counts with say the same."""

from __future__ import annotations

import pytest

from ladderback.evidence import book
from ladderback.planner.candidates import AT_A_GYM, AT_HOME
from ladderback.programme.limits import FORBIDDEN_BY_GATE
from ladderback.verification.shelf import shelf

# verification's number, the planner's number
SAME = [
    *((f"effort_cap_stage_{stage}", f"effort_cap_stage_{stage}") for stage in (1, 2, 3, 4)),
    ("effort_cap_modified", "effort_cap_modified"),
    ("effort_cap_before_clearance", "effort_before_clearance"),
    ("load_class_irritable_stage_1", "irritable_load_class"),
    ("load_class_irritable_stage_2", "irritable_load_class_stage_2"),
    ("items_least", "exercises_a_session_least"),
    ("exercises_most_alone", "exercises_alone_most"),
    ("exercises_most_supervised", "exercises_supervised_most"),
    ("new_most", "new_exercises_a_week"),
    ("steps_most", "step_share_a_week"),
    ("contributor_gap_weeks", "contributor_gap_weeks"),
    ("weeks", "programme_weeks"),
    ("restriction_review_weeks", "restriction_review_weeks"),
    ("restriction_stage_least", "restriction_stage_least"),
    ("hold_release_s", "hold_release_s"),
    ("side_change_s", "side_change_s"),
    ("seconds_per_metre", "seconds_per_metre"),
    ("load_rounding_kg", "load_rounding_kg"),
]


@pytest.mark.parametrize(("here", "there"), SAME)
def test_both_wordings_of_a_number_say_the_same(here: str, there: str) -> None:
    assert shelf().numbers[here] == book().number(there)


def test_both_wordings_of_the_kit_that_is_always_there_say_the_same() -> None:
    words = shelf().words
    assert frozenset(words["always_at_home"]) == AT_HOME
    assert frozenset(words["always_at_gym"]) == frozenset(words["always_at_clinic"]) == AT_A_GYM


def test_both_wordings_of_the_gate_say_the_same() -> None:
    words = {
        name.removeprefix("forbidden_"): tags for name, tags in shelf().words.items() if name.startswith("forbidden_")
    }
    assert {gate: set(tags) for gate, tags in FORBIDDEN_BY_GATE.items()} == {
        gate: set(tags) for gate, tags in words.items() if gate in FORBIDDEN_BY_GATE
    }


def test_the_retest_of_the_planner_is_early_enough() -> None:
    assert book().number("review_week") <= shelf().numbers["review_week_most"]
