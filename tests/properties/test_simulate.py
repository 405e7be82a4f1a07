"""Whatever the seed and the number: people are the same again, accepted, and honest about what they are."""

from __future__ import annotations

from datetime import date

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from ladderback import intake, simulate
from ladderback.intake.values import IntakeRecord

SEEDS = st.integers(min_value=-(10**9), max_value=10**9)
NUMBERS = st.integers(min_value=0, max_value=10**6)


def read(seed: int, number: int) -> IntakeRecord:
    return intake.read(msgspec.json.encode(simulate.one(number, seed)["case"]), "simulated")


@settings(max_examples=150, deadline=None)
@given(seed=SEEDS, number=NUMBERS)
def test_every_person_of_every_seed_is_a_case(seed: int, number: int) -> None:
    record = read(seed, number)
    assert record.client.height_cm
    assert record.client.mass_kg
    assert record.means


@settings(max_examples=30, deadline=None)
@given(seed=SEEDS, number=NUMBERS)
def test_the_same_words_draw_the_same_person(seed: int, number: int) -> None:
    assert simulate.one(number, seed) == simulate.one(number, seed)


@settings(max_examples=60, deadline=None)
@given(seed=SEEDS, number=NUMBERS)
def test_a_simulated_person_says_so(seed: int, number: int) -> None:
    assert read(seed, number).title.startswith("Simulated person")


@settings(max_examples=60, deadline=None)
@given(seed=SEEDS, number=NUMBERS)
def test_nothing_is_longer_ago_than_a_life_or_in_the_future(seed: int, number: int) -> None:
    record = read(seed, number)
    assert all((one.weeks_ago or 0) <= record.client.age * 52 for one in record.surgeries)
    assert all(one.on is None or date(1900, 1, 1) < one.on <= record.taken_on for one in record.diagnoses)
