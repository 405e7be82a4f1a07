"""Where a person starts, how tries move them along, and what a flare-up does."""

from __future__ import annotations

import pytest
from climbers import after, formulation, keeps_out, ladder_of, morning, number_of, tried

from ladderback.ladder import rungs_for_week
from ladderback.ladder.starting import start_share
from ladderback.ladder.values import Rung

HERE = [
    # ability, irritability, stage, fear, share of the way
    (10.0, "low", 3, 0.0, 1.0),
    (5.0, "low", 3, 0.0, 0.5),
    (5.0, "low", 3, 10.0, 0.25),
    (5.0, "high", 3, 0.0, 0.25),
    (5.0, "low", 1, 0.0, 0.3),
    (None, "low", 4, None, 0.0),
]


@pytest.mark.parametrize(("ability", "irritability", "stage", "fear", "share"), HERE)
def test_the_start_is_the_told_ability_less_what_holds_back(
    ability: float | None, irritability: str, stage: int, fear: float | None, share: float
) -> None:
    assert start_share(ability, irritability, stage, fear) == pytest.approx(share)  # type: ignore[arg-type]


def test_an_ability_nobody_told_starts_on_the_lowest_rung_and_says_so() -> None:
    made = ladder_of(ability=None)
    assert number_of(made) == 0
    assert any("did not tell us" in one for one in made.says)


def test_somebody_who_can_do_it_stands_on_the_task() -> None:
    assert ladder_of(ability=10.0, fear=0.0).at == ladder_of().rungs[-1].rung


def test_fear_adds_easy_steps_fewer_repetitions_and_one_more_good_try_never_another_order() -> None:
    calm, afraid = ladder_of(fear=1.0), ladder_of(fear=8.0)
    plain = [one.rung for one in calm.rungs]
    assert [one.rung for one in afraid.rungs if not one.extra] == plain
    assert len(afraid.rungs) > len(plain)
    assert {one.tries for one in afraid.rungs} == {3}
    assert {one.tries for one in calm.rungs} == {2}
    assert afraid.rungs[-1].reps < calm.rungs[-1].reps  # type: ignore[operator]
    assert all("worry" in one.pass_when for one in afraid.rungs)


def test_two_good_tries_open_the_next_rung() -> None:
    made = ladder_of()
    here = number_of(made)
    now = made.rungs[here]
    once = after(made, tried(now, 0))
    assert (number_of(once), once.rungs[here].good_tries) == (here, 1)
    assert once.rungs[here].note == "You are here. 1 of 2 good tries."
    twice = after(made, tried(now, 0), tried(now, 2))
    assert number_of(twice) == here + 1
    assert [one.state for one in twice.rungs[here : here + 2]] == ["done", "now"]


REPEATS = [
    {"reps": None}, {"reps": 4}, {"load_kg": None}, {"load_kg": 0.0}, {"pain": None}, {"pain": 6.0},
    {"fear_before": 6.0, "fear_after": 5.0},
]  # fmt: skip


@pytest.mark.parametrize("told", REPEATS)
def test_a_try_that_was_not_whole_or_not_logged_is_repeated(told: dict[str, float | None]) -> None:
    made = ladder_of(ability=6.0)
    now = made.rungs[number_of(made)]
    assert now.load_kg > 0
    made = after(made, tried(now, 0, **told), tried(now, 2, **told))
    assert made.at == now.rung
    assert [one.verdict for one in made.now.tried] == ["repeat", "repeat"]  # type: ignore[union-attr]


BACK = [{"reps": 1}, {"pain": 8.0}, {"fear_before": 3.0, "fear_after": 6.0}]


@pytest.mark.parametrize("told", BACK)
def test_too_much_steps_back_one_rung(told: dict[str, float]) -> None:
    made = ladder_of(ability=6.0)
    here = number_of(made)
    assert number_of(after(made, tried(made.rungs[here], 0, **told))) == here - 1


@pytest.mark.parametrize(("vs_usual", "verdict"), [(0.0, "good"), (2.0, "repeat"), (3.0, "back")])
def test_the_next_morning_belongs_to_the_try(vs_usual: float, verdict: str) -> None:
    made = ladder_of()
    here = number_of(made)
    made = after(made, tried(made.rungs[here], 0), morning(1, vs_usual))
    assert made.rungs[here].tried[0].verdict == verdict


def test_worry_that_falls_by_half_counts_and_is_shown() -> None:
    made = ladder_of(fear=8.0)
    now = made.rungs[number_of(made)]
    made = after(made, tried(now, 0, fear_before=10.0, fear_after=5.0))
    assert made.now is not None
    assert (made.now.good_tries, made.now.fear) == (1, 5.0)


def test_by_quota_pain_does_not_decide() -> None:
    made = ladder_of(stage=2, quota=True)
    now = made.rungs[number_of(made)]
    made = after(made, tried(now, 0, pain=6.0), quota=True)
    assert made.now is not None
    assert made.now.good_tries == 1
    assert "planned" in made.now.pass_when


def climbed() -> tuple[Rung, ...]:
    return ladder_of(ability=None).rungs


def test_a_flare_up_steps_back_to_the_last_easy_rung() -> None:
    low, middle, high = climbed()[:3]
    log = (tried(low, 0), tried(low, 2), tried(middle, 4, pain=4.0), tried(middle, 6, pain=4.0), tried(high, 8))
    calm, flared = ladder_of(ability=None, events=log), ladder_of(ability=None, events=log, flare_up=True)
    assert calm.at == high.rung
    assert flared.at == low.rung
    assert [one.state for one in flared.rungs[:4]] == ["now", "stepped_back", "stepped_back", "later"]


def test_a_try_of_a_rung_that_is_no_longer_on_the_ladder_counts_by_its_load() -> None:
    afraid = ladder_of(fear=8.0)
    extra = next(one for one in afraid.rungs if one.extra)
    calm = ladder_of(fear=1.0, ability=None, events=(tried(extra, 0, reps=5), tried(extra, 2, reps=5)))
    below = max(index for index, one in enumerate(calm.rungs) if one.compression_n <= extra.compression_n)
    assert number_of(calm) == min(below + 1, len(calm.rungs) - 1)


def test_what_was_passed_in_fear_stays_passed_when_the_fear_has_gone() -> None:
    afraid = ladder_of(fear=8.0, ability=None)
    first = afraid.rungs[0]
    log = [tried(first, day, fear_before=8.0, fear_after=4.0) for day in (0, 2, 4)]
    assert first.reps == 3
    assert number_of(ladder_of(fear=8.0, ability=None, events=log)) == 1
    assert number_of(ladder_of(fear=1.0, ability=None, events=log)) == 1


def test_a_rung_of_another_ladder_moves_nobody() -> None:
    made = ladder_of()
    other = ladder_of("walk", None).rungs[-1]
    assert after(made, tried(other, 0), tried(other, 2)).at == made.at


def test_a_week_holds_rungs_of_its_stage_and_climbs_at_most_one_a_week() -> None:
    made = ladder_of(ability=None)
    stages = (3,) * 8 + (4,) * 4
    all_rungs = (*made.rungs, *made.beyond)
    places = {one.rung: index for index, one in enumerate(all_rungs)}
    before = 0
    for week, stage in enumerate(stages, start=1):
        found = rungs_for_week(made, week, stages)
        assert all(stage in all_rungs[places[one.rung]].stages for one in found)
        assert stage == 4 or not {one.rung for one in found} & {one.rung for one in made.beyond}
        here = places[found[0].rung] if found else before
        assert here <= before + 1 or week == 1
        before = max(before, here)


def test_a_closed_rung_holds_the_weeks_until_it_opens() -> None:
    made = ladder_of("lift_box_floor_to_waist", 10.0, ability=5.0, limits=keeps_out("loaded_flexion", week=6))
    for week in range(1, 6):
        assert all("floor" not in one.exercise for one in rungs_for_week(made, week, (3,) * 12))
    assert any("floor" in one.exercise for one in rungs_for_week(made, 12, (3,) * 12))


def test_the_formulation_gives_the_stage_when_nobody_says_another() -> None:
    assert ladder_of(stage=2).stage == formulation(2).stage_number
