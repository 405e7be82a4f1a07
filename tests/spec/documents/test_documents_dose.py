"""How a dose reads on paper: plain words for the client, short for the practitioner."""

from __future__ import annotations

from typing import Any

import pytest

from ladderback.documents.wording import dose, pace, short_dose
from ladderback.programme.values import Item

# what is prescribed -> what the client reads, what the practitioner reads
DOSES: list[tuple[dict[str, Any], str, str]] = [
    ({"sets": 3, "reps": 8}, "3 sets of 8", "3 × 8"),
    ({"sets": 1, "reps": 10}, "1 set of 10", "1 × 10"),
    ({"sets": 3, "reps": 8, "each_side": True}, "3 sets of 8, each side", "3 × 8"),
    ({"sets": 2, "reps": 8, "side": "left"}, "2 sets of 8, left side only", "2 × 8"),
    ({"sets": 3, "reps": 10, "hold_s": 5}, "3 sets of 10, hold each for 5 seconds", "3 × 10 × 5 s"),
    ({"sets": 3, "hold_s": 30, "each_side": True}, "3 holds of 30 seconds, each side", "3 × 30 s"),
    ({"sets": 1, "hold_s": 1}, "1 hold of 1 second", "1 × 1 s"),
    ({"sets": 3, "reps": 5, "load_kg": 4.5}, "3 sets of 5, with 4.5 kg", "3 × 5, 4.5 kg"),
    ({"sets": 1, "duration_minutes": 10.0}, "10 minutes", "10 min"),
    ({"sets": 2, "duration_minutes": 1.0}, "2 times 1 minute", "2 × 1 min"),
    ({"sets": 3, "distance_m": 20.0, "load_kg": 6}, "3 times 20 metres, with 6 kg", "3 × 20 m, 6 kg"),
    ({"sets": 2}, "2 rounds", "2 ×"),
]


def item(**given: Any) -> Item:
    return Item(**({"exercise": "hip_bridge", "effort_rpe": 5, "rest_s": 0, "why": "", "minutes": 4} | given))


@pytest.mark.parametrize(("given", "plain", "short"), DOSES)
def test_dose_reads(given: dict[str, Any], plain: str, short: str) -> None:
    assert dose((item(**given),))[0].text == plain
    assert short_dose((item(**given),)) == short


def test_more_sets_on_one_side_stand_on_one_card() -> None:
    sides = (item(sets=2, reps=8, side="right"), item(sets=1, reps=8, side="left"))
    assert dose(sides)[0].text == "2 sets of 8 right, 1 set of 8 left"
    assert short_dose(sides) == "2+1 × 8"


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ({"sets": 3, "rest_s": 60}, "Rest 60 seconds. Effort 5 of 10."),
        ({"sets": 1, "rest_s": 60}, "Effort 5 of 10."),
        ({"sets": 1, "rest_s": 30, "each_side": True}, "Rest 30 seconds. Effort 5 of 10."),
    ],
)
def test_pace_reads(given: dict[str, Any], plain: str) -> None:
    assert pace(item(**given))[0].text == plain


def test_a_dose_that_nobody_checked_is_marked() -> None:
    assert dose((item(sets=3, reps=8),))[0].mark == "proposal"
