"""Posture files: what is read, what is refused and what is answered."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ladderback.body.answer import load_answer
from ladderback.intake.posture import read_posture
from ladderback.terms.errors import BodyModelError, RecordError

EXAMPLES = sorted((Path(__file__).parents[3] / "examples" / "postures").glob("*.toml"))
PLAIN = """format = "ladderback/posture/1"
[body]
sex = "male"
mass_kg = 70
height_cm = 168
[posture]
base = "standing"
"""


def asked(more: str = "", text: str = PLAIN) -> dict[str, object]:
    return load_answer(read_posture(text + more, "posture.toml"), "posture.toml")


def at_l4l5(answer: dict[str, object]) -> dict[str, float]:
    found = answer["l4l5"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_answered_and_its_given_angles_are_met(path: Path) -> None:
    answer = load_answer(read_posture(path.read_bytes(), path.name), path.name)
    disc = at_l4l5(answer)
    assert disc["ratio_low"] < disc["ratio_to_standing"] < disc["ratio_high"]
    assert disc["ratio_high"] >= 1.24 * disc["ratio_to_standing"] - 0.01
    missed = answer["posture_solved"]["missed_deg"]  # type: ignore[index]
    assert not [name for name in missed if "shoulder" not in name and "elbow" not in name]


def test_standing_is_one_times_standing() -> None:
    assert at_l4l5(asked())["ratio_to_standing"] == pytest.approx(1.0, abs=0.02)


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ("trunk_inclinaton_deg = 3", "posture.trunk_inclinaton_deg"),
        ("trunk_inclination_deg = nan", "posture.trunk_inclination_deg"),
        ("hip_flexion_deg = 20", "posture.hip_flexion_deg"),
        ('support = ["foot"]', "posture.support"),
        ('support = ["back"]', "posture.support"),
        ("[[load]]\nkg = -3", "load"),
        ('[motion]\nkind = "flying"', "motion.kind"),
        ("knee_flexion_deg = { left = 300 }", "posture.knee_flexion_deg.left"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named(more: str, key: str) -> None:
    with pytest.raises(RecordError) as error:
        asked(more)
    assert key in str(error.value)


@pytest.mark.parametrize(
    "more",
    [
        "[[load]]\nkg = 20\nforward_cm = 150",
        "trunk_inclination_deg = 80\nhip_flexion_deg = { left = 0, right = 0 }\nlumbar_flexion_deg = 0",
        '[[load]]\nkg = 10\nheight_cm = 245',
    ],
)  # fmt: skip
def test_a_posture_that_cannot_be_is_refused_with_its_residual(more: str) -> None:
    with pytest.raises(BodyModelError, match=r"the residual is \d+\.\d N"):
        asked(more)


@settings(max_examples=20, deadline=None)
@given(lean=st.floats(5, 55), more=st.floats(5, 25))
def test_leaning_further_is_more_moment(lean: float, more: float) -> None:
    moments = [
        at_l4l5(asked(f"trunk_inclination_deg = {angle}\nlumbar_flexion_deg = 15"))["moment_nm"]["flexion"]  # type: ignore[index]
        for angle in (lean, lean + more)
    ]
    assert moments[1] > moments[0]


@settings(max_examples=15, deadline=None)
@given(kg=st.floats(0, 20), further=st.floats(25, 50))
def test_a_load_further_away_is_more_load(kg: float, further: float) -> None:
    near, far = (
        at_l4l5(asked(f'[[load]]\nkg = {kg + 2}\nat = "hands"\nforward_cm = {place}\nheight_cm = 105'))
        for place in (further, further + 8)
    )
    assert far["moment_nm"]["flexion"] > near["moment_nm"]["flexion"]  # type: ignore[index]


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=60))
def test_any_text_is_read_or_refused_with_one_clear_error(text: str) -> None:
    said = ""
    try:
        read_posture(PLAIN + text, "posture.toml")
    except RecordError as error:
        said = str(error)
    assert not said or said.endswith("Correct it and run again.")


def test_the_answer_holds_no_number_that_is_none() -> None:
    def plain(value: object) -> bool:
        if isinstance(value, dict):
            return all(plain(one) for one in value.values())
        return not isinstance(value, float) or math.isfinite(value)

    assert plain(asked("trunk_inclination_deg = 30"))
