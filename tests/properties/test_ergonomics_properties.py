"""What must hold for any desk, any lift and any day: worse is never better, unknown is never good."""

from __future__ import annotations

from datetime import date
from math import isfinite

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ladderback.ergonomics import lifft, measure
from ladderback.ergonomics.lifting import lifft_of, niosh_of
from ladderback.ergonomics.niosh import lifting_index
from ladderback.ergonomics.rosa import items, scores
from ladderback.ergonomics.values import DoesNotApply, Lift, LiftingIndex
from ladderback.ergonomics.workstation import rosa_of
from ladderback.intake.values import Client, Couch, DailyLife, Goal, IntakeRecord, Lifting, Means, Workstation
from ladderback.terms.words import forbidden_in

ITEMS = sorted(items())
BAD = [name for name in ITEMS if items()[name].kind != "good"]
yes_no = st.booleans()
maybe = st.none() | st.booleans()
answers = st.dictionaries(st.sampled_from(ITEMS), yes_no)


def told(least: float, most: float) -> st.SearchStrategy[float]:
    return st.floats(least, most, allow_nan=False).map(lambda value: round(value, 2))


lifts = st.builds(
    Lift, load=told(0, 100), horizontal=st.none() | told(0, 90), vertical=st.none() | told(0, 200),
    travel=st.none() | told(0, 200), twist_deg=st.none() | told(-150, 150), per_minute=st.none() | told(0, 20),
    hours=st.none() | told(0, 9), grip=st.sampled_from([None, "good", "fair", "poor"]),
    start_vertical=st.none() | told(0, 200), units=st.sampled_from(["metric", "us"]),
)  # fmt: skip
liftings = st.builds(
    Lifting, load_kg=told(0, 500), horizontal_cm=st.none() | told(0, 300), vertical_cm=st.none() | told(0, 300),
    travel_cm=st.none() | told(0, 300), twist_deg=st.none() | told(-180, 180), per_minute=st.none() | told(0, 60),
    hours=st.none() | told(0, 24), grip=st.sampled_from([None, "good", "fair", "poor"]), one_handed=maybe, seated=maybe,
    end_horizontal_cm=st.none() | told(0, 300), end_vertical_cm=st.none() | told(0, 300),
    end_twist_deg=st.none() | told(-180, 180), control_at_end=maybe, unstable=maybe,
)  # fmt: skip
stations = st.builds(
    Workstation, lumbar_support=maybe, screen_at_eye_level=maybe, feet_supported=maybe, breaks_every_30_min=maybe,
    rosa=st.none() | answers,
)  # fmt: skip
days = st.builds(
    DailyLife, work=st.sampled_from([None, "desk", "manual", "driving"]), sitting_hours=st.none() | told(0, 24),
    sleep_hours=st.none() | told(0, 24), walking_minutes_per_day=st.none() | told(0, 1440),
    couch=st.builds(Couch, hours=st.none() | told(0, 24)), workstation=stations,
    lifting=st.lists(liftings, max_size=3).map(tuple),
)  # fmt: skip
goals = st.builds(Goal, task=st.sampled_from(["lift_box_to_shelf", "carry_child"]), load_kg=told(0, 80))
people = st.builds(
    lambda life, means, goals: IntakeRecord(
        taken_on=date(2026, 11, 1), on=date(2026, 11, 1), client=Client(age=40, sex="male"), daily_life=life,
        means=means, goals=goals,
    ),
    days,
    st.none()
    | st.builds(
        Means, place=st.just("gym"), supervised=yes_no, sessions_per_week=st.just(2), minutes_per_session=told(5, 120)
    ),
    st.lists(goals, max_size=2).map(tuple),
)  # fmt: skip


def no_lower(found: LiftingIndex, than: LiftingIndex) -> bool:
    """True when the whole band of one index is at or above another; beyond the equation stands above all."""
    if found.index_low is None:
        return True
    low = than.index_low is not None and found.index_low >= than.index_low - 1e-12
    high = found.index_high is None or (than.index_high is not None and found.index_high >= than.index_high - 1e-12)
    return low and high


@given(lifts, told(0, 100))
def test_a_heavier_thing_never_lowers_the_index(lift: Lift, more: float) -> None:
    assert no_lower(lifting_index(replace(lift, load=lift.load + more)), lifting_index(lift))


@given(lifts, st.sampled_from(["horizontal", "travel", "twist_deg", "hours", "per_minute"]), told(0, 100))
def test_farther_more_often_or_longer_never_lowers_the_index(lift: Lift, name: str, more: float) -> None:
    value = getattr(lift, name)
    if value is None:
        return
    further = value + more if value >= 0 else value - more
    assert no_lower(lifting_index(replace(lift, **{name: further})), lifting_index(lift))


@given(lifts)
def test_a_worse_grip_never_lowers_the_index(lift: Lift) -> None:
    good, fair, poor = (lifting_index(replace(lift, grip=one)) for one in ("good", "fair", "poor"))
    assert no_lower(fair, good)
    assert no_lower(poor, fair)


@given(lifts, st.sampled_from(["horizontal", "vertical", "travel", "twist_deg", "hours", "per_minute", "grip"]))
def test_not_told_holds_whatever_was_told(lift: Lift, name: str) -> None:
    """The band without an answer contains the band with it: not known is never good, and never bad."""
    if getattr(lift, name) is None:
        return
    exact, opened = lifting_index(lift), lifting_index(replace(lift, **{name: None}))
    assert opened.limit_low <= exact.limit_low + 1e-12
    assert opened.limit_high >= exact.limit_high - 1e-12


@given(lifts)
def test_no_index_is_not_a_number(lift: Lift) -> None:
    found = lifting_index(lift)
    assert all(isfinite(one) for one in (found.index_low, found.index_high) if one is not None)
    assert found.exact == (found.missing == ())


@given(liftings)
def test_a_refused_lift_has_a_reason_and_no_index(given_lift: Lifting) -> None:
    found = niosh_of(given_lift)
    refused = True in (given_lift.one_handed, given_lift.seated, given_lift.unstable) or (given_lift.hours or 0) > 8
    assert isinstance(found, DoesNotApply) == refused
    if isinstance(found, DoesNotApply):
        assert found.because


@given(told(0, 400), told(0, 280), told(0, 5000), told(0, 100), told(0, 20))
def test_heavier_farther_and_more_often_never_lower_the_damage(
    load: float, lever: float, times: float, more: float, further: float
) -> None:
    before = lifft_of(load, lever, times).per_day
    for after in (
        lifft_of(load + more, lever, times),
        lifft_of(load, lever + further, times),
        lifft_of(load, lever, times + more),
    ):
        assert before is not None
        assert after.per_day is not None
        assert after.per_day >= before
        assert lifft.risk(after.per_day) >= lifft.risk(before) - 1e-12


@given(st.floats(0, 1e12, allow_nan=False))
def test_a_share_is_a_share(damage: float) -> None:
    assert 0 <= lifft.risk(damage) <= 1


@given(stations, st.sampled_from(BAD))
def test_one_more_bad_thing_never_lowers_the_upper_end_of_a_desk(given_desk: Workstation, item: str) -> None:
    before = rosa_of(given_desk)
    after = rosa_of(replace(given_desk, rosa={**(given_desk.rosa or {}), item: True}))
    assert after is not None
    assert after.high >= (before.high if before else 10)


@given(answers, st.sampled_from(BAD))
def test_one_more_bad_thing_never_lowers_either_end(seen: dict[str, bool], item: str) -> None:
    before, after = scores(seen, {}), scores({**seen, item: True}, {})
    assert all(new.high >= old.high for new, old in zip(after, before, strict=True))
    if seen.get(item) is False or not any(seen.get(name) for name in ITEMS if items()[name].kind == "good"):
        assert all(new.low >= old.low for new, old in zip(after, before, strict=True))


@given(answers)
def test_a_band_is_in_order_and_on_the_form(seen: dict[str, bool]) -> None:
    final = scores(seen, {})[-1]
    assert 1 <= final.low <= final.high <= 10


@given(answers, st.sampled_from(ITEMS))
def test_an_item_left_out_is_neither_better_nor_worse_than_both_answers(seen: dict[str, bool], item: str) -> None:
    """Leaving an item out never makes a desk look better than with either answer, nor worse than both."""
    without = {name: one for name, one in seen.items() if name != item}
    both = [scores({**without, item: answer}, {})[-1] for answer in (True, False)]
    open_band = scores(without, {})[-1]
    assert open_band.high >= min(one.high for one in both)
    assert open_band.low <= max(one.low for one in both)


@given(stations)
def test_a_desk_is_judged_only_when_somebody_looked(given_desk: Workstation) -> None:
    found = rosa_of(given_desk)
    looked = bool(given_desk.rosa) or any(
        getattr(given_desk, name) is not None
        for name in ("lumbar_support", "screen_at_eye_level", "feet_supported", "breaks_every_30_min")
    )
    assert (found is not None) == looked
    if found is not None:
        assert found.act is not False or found.high < 5
        assert found.act is not True or found.low >= 5


@settings(max_examples=150)
@given(people)
def test_any_day_is_measured_and_adds_up(record: IntakeRecord) -> None:
    found = measure(record)
    total = sum(one.hours for one in found.hours.parts) - found.hours.overlap
    assert total == pytest.approx(24.0, abs=0.011)
    assert all(one.hours >= 0 for one in found.hours.parts)
    for one in (*found.says, *found.for_practitioner):
        assert "nan" not in one.lower().split()
        assert "inf" not in one
        assert not forbidden_in(one)


@settings(max_examples=60)
@given(people)
def test_one_lift_more_never_lowers_the_damage_of_a_day(record: IntakeRecord) -> None:
    before = measure(record).damage
    life = record.daily_life
    box = Lifting(load_kg=10.0, horizontal_cm=40.0, per_minute=1.0, hours=1.0)
    after = measure(replace(record, daily_life=replace(life, lifting=(*life.lifting, box)))).damage
    assert after is not None
    assert before is None or after.per_day >= before.per_day
