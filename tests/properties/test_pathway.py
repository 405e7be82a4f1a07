"""The whole way: name and story change nothing, everything else does; nobody is left without an answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from ladderback import intake, simulate
from ladderback.evidence import book
from ladderback.intake.values import Goal, IntakeRecord, RecordedDiagnosis
from ladderback.pathway import Walk, answers
from ladderback.programme.values import Composed, NoProgramme

CASES = Path(__file__).resolve().parents[2] / "examples" / "cases"
SEED, PEOPLE = 42, 60


def example(name: str) -> IntakeRecord:
    return intake.read((CASES / f"{name}.toml").read_bytes(), name)


def walk(record: IntakeRecord) -> Walk:
    return Walk(record, None, record.taken_on)


def plan_of(record: IntakeRecord) -> bytes:
    return msgspec.json.encode(answers.plan_answer(walk(record)))


@cache
def socks() -> bytes:
    return plan_of(example("socks_hip_flexion"))


@settings(max_examples=4, deadline=None)
@given(title=st.text(max_size=40), story=st.text(max_size=200))
def test_title_and_story_change_nothing(title: str, story: str) -> None:
    record = example("socks_hip_flexion")
    other = structs.replace(record, title=title, episode=structs.replace(record.episode, story=story))
    assert plan_of(other) == socks()


def test_the_same_person_gets_the_same_programme_again() -> None:
    assert plan_of(example("socks_hip_flexion")) == socks()


def with_less_time(record: IntakeRecord) -> IntakeRecord:
    assert record.means
    return structs.replace(record, means=structs.replace(record.means, minutes_per_session=12.0))


def with_less_to_train_with(record: IntakeRecord) -> IntakeRecord:
    assert record.means
    return structs.replace(record, means=structs.replace(record.means, equipment=("none", "floor", "wall")))


def with_a_record_of_stenosis(record: IntakeRecord) -> IntakeRecord:
    found = RecordedDiagnosis(condition="spinal_stenosis", given_by="physician")
    return structs.replace(record, diagnoses=(*record.diagnoses, found))


def with_another_goal(record: IntakeRecord) -> IntakeRecord:
    return structs.replace(record, goals=(Goal(task="lift_box_floor_to_waist", load_kg=15.0, ability=3, fear=2),))


def with_free_hips(record: IntakeRecord) -> IntakeRecord:
    """Hips as they are in people alike, so that something else leads."""
    free = {"hip_flex_prom": 125.0, "hip_ir": 38.0}
    tests = tuple(structs.replace(one, value=free.get(one.test, one.value)) for one in record.tests)
    return structs.replace(record, tests=tests)


@pytest.mark.parametrize(
    "changed",
    [with_less_time, with_less_to_train_with, with_a_record_of_stenosis, with_another_goal, with_free_hips],
    ids=lambda one: one.__name__,
)
def test_means_limits_goal_and_formulation_change_the_programme(
    changed: Callable[[IntakeRecord], IntakeRecord],
) -> None:
    other = answers.plan_answer(walk(changed(example("socks_hip_flexion"))))["programme"]
    assert other != msgspec.json.decode(socks())["programme"]


@cache
def simulated() -> tuple[Walk, ...]:
    cases = [one["case"] for one in simulate.people(PEOPLE, seed=SEED)["people"]]
    return tuple(walk(intake.read(msgspec.json.encode(case), "simulated")) for case in cases)


def trained() -> list[tuple[Walk, Composed]]:
    return [(one, one.composed) for one in simulated() if isinstance(one.composed, Composed)]


def test_everybody_gets_a_programme_or_a_reason() -> None:
    for one in simulated():
        if not one.decision.may_train:
            assert one.composed is None
            assert one.decision.say
        elif isinstance(one.composed, NoProgramme):
            assert all(wish.say and wish.resolve for wish in one.composed.clash)
        else:
            assert isinstance(one.composed, Composed)


def test_every_programme_passes_the_second_pair_of_eyes() -> None:
    found = {one.record.title: one.report.violations for one in simulated() if one.report and not one.report.ok}
    assert not found


def test_there_are_enough_programmes_to_say_so() -> None:
    assert len(trained()) > PEOPLE / 4


# Read straight from the record, without the planner's or the verifier's reading of the limits.
NEVER: dict[str, tuple[str, ...]] = {
    "osteoporosis": ("loaded_flexion", "endrange_flexion", "loaded_rotation", "impact"),
    "spinal_stenosis": ("endrange_extension",),
    "spondylolisthesis_stable": ("endrange_extension", "impact"),
    "spondylolisthesis_unstable": ("axial_load", "impact"),
    "pelvic_girdle_pain": ("asymmetrical_pelvis",),
    "hip_osteoarthritis": ("hip_flex_end",),
    "diabetes": ("valsalva", "impact"),
    "inguinal_or_abdominal_hernia": (),
    "long_term_steroids": ("loaded_flexion",),
}


def tags_of(composed: Composed) -> set[str]:
    names = {item.exercise for session in composed.programme.sessions for item in session.items}
    names |= {one.exercise for one in composed.programme.aerobic}
    return {tag for name in names for tag in book().exercises[name].all_tags}


def test_a_contraindicated_movement_is_in_no_programme() -> None:
    for one, composed in trained():
        for recorded in one.record.diagnoses:
            forbidden = set(NEVER.get(recorded.condition, ()))
            assert not tags_of(composed) & forbidden, (one.record.title, recorded.condition)


def test_an_instruction_of_the_care_team_is_obeyed_until_its_date() -> None:
    for one, composed in trained():
        for restriction in one.record.restrictions:
            for session in composed.programme.sessions:
                begins = one.record.on + timedelta(weeks=session.week - 1)
                if restriction.until is None or begins <= restriction.until:
                    tags = {tag for item in session.items for tag in book().exercises[item.exercise].all_tags}
                    assert restriction.avoid not in tags, (one.record.title, restriction.avoid)


def test_whoever_must_not_train_has_no_programme_in_the_answer() -> None:
    held: list[dict[str, Any]] = [answers.plan_answer(one) for one in simulated() if not one.decision.may_train][:12]
    assert held
    assert all(answer["programme"] is None for answer in held)
