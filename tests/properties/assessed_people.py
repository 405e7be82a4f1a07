"""Any person whatever: a strategy of records with some things told and the rest unknown, and their mirror image."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from ladderback.evidence import book
from ladderback.evidence.clinical_tests import ClinicalTest
from ladderback.intake.values import (
    Bed,
    Client,
    Couch,
    DailyLife,
    Episode,
    Goal,
    Injury,
    IntakeRecord,
    Measurement,
    Mind,
    Tried,
    Workstation,
)
from ladderback.terms.sides import mirrored
from ladderback.triage.values import IfRestDenied, TriageDecision

DAY = date(2026, 11, 1)
MAY_TRAIN = TriageDecision(
    urgency="routine",
    gate="proceed",
    complete=True,
    if_rest_denied=IfRestDenied(urgency="routine", gate="proceed"),
    say="",
    recipient="",
    reasons=(),
    open_questions=(),
    may_train=True,
)
TESTS = sorted(test for test, known in book().clinical_tests.items() if known.answer != "derived")
MOVES = sorted(book().tables["movement_directions"])
WORDS = {
    "pass_fail": ("pass", "fail"),
    "sign": ("positive", "negative"),
    "normal_abnormal": ("normal", "abnormal"),
    "category": ("better", "worse"),
}


def values_of(known: ClinicalTest) -> st.SearchStrategy[float | str]:
    """Any value a test can have, most of them near where people are."""
    if known.answer != "number":
        return st.sampled_from(WORDS[known.answer])
    lowest, highest = known.lowest or 0.0, known.highest or 0.0
    near = min(highest, lowest + 160)
    return st.one_of(st.integers(int(lowest), int(near)).map(float), st.integers(int(lowest), int(highest)).map(float))


@st.composite
def measured(draw: st.DrawFn, tests: tuple[str, ...] = tuple(TESTS)) -> tuple[Measurement, ...]:
    """Some tests, on both sides, on one, or without sides."""
    found = []
    for test in draw(st.lists(st.sampled_from(tests), unique=True, max_size=8)):
        known = book().clinical_tests[test]
        sides = draw(st.sampled_from([("left", "right"), ("left",), ("right",)])) if known.sided else (None,)
        for side in sides:
            found.append(Measurement(test=test, side=side, value=draw(values_of(known))))
    return tuple(found)


def known_or_not(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A value, or not asked."""
    return st.one_of(st.none(), values)


TEN = known_or_not(st.integers(0, 10).map(float))
MINDS = st.builds(
    Mind,
    fear_of_movement=TEN,
    recovery_expectation=TEN,
    phq2=known_or_not(st.integers(0, 6).map(float)),
    start_back_total=known_or_not(st.integers(0, 9).map(float)),
    start_back_psych=known_or_not(st.integers(0, 5).map(float)),
    beliefs=known_or_not(st.lists(st.sampled_from(["back_is_fragile", "rest_is_best"]), unique=True).map(tuple)),
)
LIVES = st.builds(
    DailyLife,
    work=known_or_not(st.sampled_from(["desk", "driving", "manual"])),
    sitting_hours=known_or_not(st.integers(0, 16).map(float)),
    sleep_hours=known_or_not(st.integers(3, 10).map(float)),
    activity_minutes_per_week=known_or_not(st.integers(0, 900).map(float)),
    workstation=st.builds(Workstation, lumbar_support=known_or_not(st.booleans())),
    bed=st.builds(Bed, wakes_with_pain=known_or_not(st.booleans())),
    couch=st.builds(Couch, hours=known_or_not(st.integers(0, 6).map(float)), slouched=known_or_not(st.booleans())),
)
EPISODES = st.builds(
    Episode,
    onset=known_or_not(st.sampled_from(["sudden", "gradual"])),
    duration_days=known_or_not(st.integers(0, 2000)),
    pain_now=TEN,
    settles_minutes=known_or_not(st.integers(0, 300).map(float)),
    sites=known_or_not(st.lists(st.sampled_from(["low_back", "buttock_left", "groin_right"]), unique=True).map(tuple)),
)
INJURIES = st.builds(
    Injury,
    site=st.sampled_from(["ankle", "knee", "hamstring"]),
    side=st.sampled_from(["left", "right", None]),
    kind=st.just("sprain"),
    years_ago=known_or_not(st.integers(0, 30).map(float)),
)
PEOPLE = st.builds(
    IntakeRecord,
    taken_on=st.just(DAY),
    on=st.just(DAY),
    client=st.builds(
        Client,
        age=st.integers(18, 95),
        sex=st.sampled_from(["female", "male"]),
        height_cm=known_or_not(st.integers(140, 210).map(float)),
        mass_kg=known_or_not(st.integers(40, 160).map(float)),
    ),
    episode=EPISODES,
    movements=st.dictionaries(st.sampled_from(MOVES), st.sampled_from(["better", "worse", "same"]), max_size=8),
    tests=measured(),
    injuries=st.lists(INJURIES, max_size=2).map(tuple),
    tried=st.lists(
        st.builds(Tried, what=st.just("core_strengthening"), helped=st.sampled_from(["lasting", "short"])), max_size=1
    ).map(tuple),
    mind=MINDS,
    daily_life=LIVES,
    goals=st.lists(st.builds(Goal, task=st.sampled_from(["walk", "golf_swing"]), fear=TEN), max_size=1).map(tuple),
)


def mirror(record: IntakeRecord) -> IntakeRecord:
    """The same person seen in a mirror."""
    sites = record.episode.sites
    return replace(
        record,
        tests=tuple(replace(one, side=one.side and mirrored(one.side)) for one in record.tests),
        movements={mirrored(move): reaction for move, reaction in record.movements.items()},
        injuries=tuple(replace(one, side=one.side and mirrored(one.side)) for one in record.injuries),
        episode=replace(record.episode, sites=None if sites is None else tuple(mirrored(site) for site in sites)),
    )


def in_mirror(text: str) -> str:
    """A sentence with left and right changed over."""
    return text.replace("left", "\0").replace("right", "left").replace("\0", "right")
