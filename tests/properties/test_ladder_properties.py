"""What must hold for any ladder: never down, never against a limit, fear and a worse ability never start higher."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from ladderback import ladder
from ladderback.evidence import book
from ladderback.intake.events import RungTried
from ladderback.intake.values import Client, Goal
from ladderback.ladder.values import Asked, Closed, Ladder, Limits

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "spec" / "ladder"))
from climbers import formulation, ladder_of, never_falls, record, small_steps

FEW = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
MANY = settings(FEW, max_examples=40)
TAGS = ("loaded_flexion", "axial_load", "loaded_rotation", "balance_risk", "hip_flex_end", "valsalva")
LIFTS = (
    "lift_child_from_car_seat",
    "lift_box_floor_to_waist",
    "pick_up_from_floor",
    "lift_child_from_cot",
    "garden_dig",
)
told = st.none() | st.integers(0, 10).map(float)
scores = st.integers(0, 10).map(float)
stages = st.integers(1, 4)
tasks = st.sampled_from(sorted(book().ladders))
bodies = st.builds(
    lambda sex, height, bmi: Client(age=40, sex=sex, height_cm=height, mass_kg=round(bmi * (height / 100) ** 2, 1)),
    st.sampled_from(["female", "male"]), st.integers(150, 190).map(float), st.integers(19, 34).map(float),
)  # fmt: skip


def start(made: Ladder) -> float:
    """The load of the rung a person is on; none where all is locked."""
    return made.now.compression_n if made.now else 0.0


def forbidding(words: frozenset[str], week: int | None = None) -> Limits:
    def closed(asked: Asked) -> Closed | None:
        return Closed(rule="R", because="Not now.", opens_in_week=week) if asked.words & words else None

    return closed


@FEW
@given(tasks, bodies, st.none() | st.integers(1, 25).map(float), told, stages)
def test_rungs_never_fall_and_step_a_little(
    task: str, body: Client, kg: float | None, fear: float | None, stage: int
) -> None:
    made = ladder_of(task, kg, fear=fear, stage=stage, client=body)
    assert never_falls((*made.rungs, *made.beyond))
    assert small_steps((*made.rungs, *made.beyond))
    goal = [one.compression_n for one in made.rungs if one.kind == "task"]
    assert all(one.compression_n <= 1.2 * max(goal) + 0.1 for one in (*made.rungs, *made.beyond) if goal)


@FEW
@given(tasks, st.sets(st.sampled_from(TAGS)).map(frozenset), stages, st.none() | st.integers(2, 12))
def test_no_rung_is_against_a_limit(task: str, words: frozenset[str], stage: int, week: int | None) -> None:
    limits = forbidding(words, week)
    made = ladder_of(task, None, stage=stage, limits=limits)
    for one in (*made.rungs, *made.beyond):
        exercise = book().exercises[one.exercise]
        against = not words.isdisjoint({*exercise.all_tags, exercise.id, exercise.movement})
        assert not against or (week is not None and one.state == "locked")


@MANY
@given(st.sampled_from(LIFTS), told, scores, scores, stages)
def test_more_fear_never_starts_higher(task: str, ability: float | None, one: float, other: float, stage: int) -> None:
    calm, afraid = (ladder_of(task, 8.0, ability, fear, stage) for fear in sorted((one, other)))
    assert start(afraid) <= start(calm)


@MANY
@given(st.sampled_from(LIFTS), scores, scores, told, stages)
def test_a_worse_ability_never_starts_higher(
    task: str, one: float, other: float, fear: float | None, stage: int
) -> None:
    worse, better = (ladder_of(task, 8.0, ability, fear, stage) for ability in sorted((one, other)))
    assert start(worse) <= start(better)
    assert start(ladder_of(task, 8.0, None, fear, stage)) <= start(worse)


@MANY
@given(st.sampled_from(LIFTS), told, st.sampled_from(["low", "moderate", "unknown", "high"]), stages)
def test_an_upset_back_and_an_earlier_stage_never_start_higher(
    task: str, ability: float | None, irritability: str, stage: int
) -> None:
    calm = ladder_of(task, 8.0, ability, stage=stage)
    upset = ladder_of(task, 8.0, ability, stage=stage, irritability=irritability)
    assert start(upset) <= start(calm)
    assert stage == 1 or start(ladder_of(task, 8.0, ability, stage=stage - 1)) <= start(calm)


tries = st.lists(
    st.tuples(st.integers(0, 6), st.none() | st.integers(0, 10), told, told, told, st.booleans()), max_size=12
)


def log(
    made: Ladder, told: list[tuple[int, int | None, float | None, float | None, float | None, bool]]
) -> tuple[RungTried, ...]:
    """A log of tries of the rungs of one ladder."""
    begin = datetime(2026, 11, 2, 9, tzinfo=UTC)
    return tuple(
        RungTried(
            at=begin + timedelta(days=day), id=f"try-{day}", rung=(rung := made.rungs[where % len(made.rungs)]).rung,
            reps=reps, load_kg=rung.load_kg if whole else None, pain=pain, fear_before=before, fear_after=after,
        )
        for day, (where, reps, pain, before, after, whole) in enumerate(told)
    )  # fmt: skip


@MANY
@given(tries, told, told)
def test_a_flare_up_never_moves_up_and_keeps_the_order(
    told: list[tuple[int, int | None, float | None, float | None, float | None, bool]],
    ability: float | None,
    fear: float | None,
) -> None:
    events = log(ladder_of(ability=ability, fear=fear), told)
    calm = ladder_of(ability=ability, fear=fear, events=events)
    flared = ladder_of(ability=ability, fear=fear, events=events, flare_up=True)
    assert start(flared) <= start(calm)
    assert [one.rung for one in flared.rungs] == [one.rung for one in calm.rungs]
    assert sum(one.state == "now" for one in flared.rungs) <= 1


@MANY
@given(tries)
def test_only_good_tries_move_up(
    told: list[tuple[int, int | None, float | None, float | None, float | None, bool]],
) -> None:
    made = ladder_of(ability=None)
    after = ladder_of(ability=None, events=log(made, told))
    if not any(one.verdict == "good" for rung in after.rungs for one in rung.tried):
        assert after.at == made.at


@FEW
@given(bodies)
def test_the_other_side_is_the_mirror_image(body: Client) -> None:
    person = record(Goal(task="put_on_socks", ability=5.0), client=body)
    right, left = (ladder.build(person, formulation(), sides={"put_on_socks": side})[0] for side in ("right", "left"))
    assert [one.rung for one in right.rungs] == [one.rung for one in left.rungs]
    for one, other in zip(right.rungs, left.rungs, strict=True):
        assert one.compression_n == other.compression_n
        assert (one.side, other.side) in (("right", "left"), (None, None))


@FEW
@given(st.sampled_from(LIFTS), bodies, st.integers(2, 18), st.integers(1, 8))
def test_a_heavier_child_is_a_larger_load(task: str, body: Client, kg: int, more: int) -> None:
    light = ladder_of(task, float(kg), client=body)
    heavy = ladder_of(task, float(kg + more), client=body)
    if light.ends is None and heavy.ends is None:
        assert heavy.rungs[-1].compression_n > light.rungs[-1].compression_n


@FEW
@given(tasks, bodies, told, told, stages)
def test_the_same_person_gets_the_same_ladder(
    task: str, body: Client, ability: float | None, fear: float | None, stage: int
) -> None:
    from ladderback.ladder.weighing import forget

    first = ladder_of(task, None, ability, fear, stage, client=body)
    forget()
    assert first == ladder_of(task, None, ability, fear, stage, client=body)
