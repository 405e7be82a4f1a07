"""The NIOSH equation where it applies, where it does not, and where something was not told."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from working_days import BOX, person

from ladderback.ergonomics import measure
from ladderback.ergonomics.lifting import ASKED, composite_of, niosh_of
from ladderback.ergonomics.niosh import frequency, horizontal, lifting_index, travel, twist, vertical
from ladderback.ergonomics.numbers import rows
from ladderback.ergonomics.values import DoesNotApply, Lift, LiftingIndex
from ladderback.intake.values import Goal, Lifting
from ladderback.terms.errors import RecordError

BEST = Lift(load=23.0, horizontal=25, vertical=75, travel=25, twist_deg=0, per_minute=0.2, hours=1, grip="good")

# multiplier, given, metric answer
EDGES = [
    (horizontal, 10, 1.0), (horizontal, 25, 1.0), (horizontal, 50, 0.5), (horizontal, 63, 25 / 63),
    (horizontal, 63.1, 0.0), (vertical, 0, 0.775), (vertical, 75, 1.0), (vertical, 175, 0.7), (vertical, 175.1, 0.0),
    (travel, 5, 1.0), (travel, 25, 1.0), (travel, 100, 0.865), (travel, 175.1, 0.0), (twist, 0, 1.0),
    (twist, 45, 0.856), (twist, -45, 0.856), (twist, 135, 0.568), (twist, 136, 0.0),
]  # fmt: skip


@pytest.mark.parametrize(("multiplier", "given", "answer"), EDGES)
def test_each_multiplier_at_its_edges(multiplier: object, given: float, answer: float) -> None:
    found = multiplier(given)  # type: ignore[operator]
    assert found.low == found.high == pytest.approx(answer)
    assert found.beyond == (answer == 0.0)


# lifts a minute, hours, height at the start [cm], multiplier
TABLE_5 = [
    (0.01, 1, 40, 1.0), (0.2, 8, 40, 0.85), (1, 1.5, 40, 0.88), (8, 8, 40, 0.18), (8.5, 8, 40, 0.0), (9, 8, 40, 0.0),
    (9, 8, 75, 0.15), (15, 1, 75, 0.28), (15.1, 1, 75, 0.0), (60, 1, 75, 0.0), (2.4, 1, 75, 0.898),
    (1, 8.5, 40, 0.0),
]  # fmt: skip


@pytest.mark.parametrize(("per_minute", "hours", "start", "answer"), TABLE_5)
def test_table_5(per_minute: float, hours: float, start: float, answer: float) -> None:
    found = frequency(per_minute, hours, start)
    assert found.low == found.high == pytest.approx(answer)


def test_the_column_is_that_of_the_start_of_the_lift() -> None:
    low = replace(BEST, per_minute=9.0, hours=8.0, vertical=150.0, start_vertical=40.0)
    assert lifting_index(low).beyond == ("frequency",)
    assert not lifting_index(replace(low, start_vertical=80.0)).beyond


def test_metric_and_us_are_each_their_own() -> None:
    us = Lift(
        load=51.0, horizontal=10, vertical=30, travel=10, twist_deg=0, per_minute=0.2, hours=1, grip="good", units="us"
    )
    assert lifting_index(BEST).index_low == lifting_index(us).index_low == 1.0


@pytest.mark.parametrize("condition", ASKED)
def test_it_is_refused_with_the_reason(condition: str) -> None:
    found = niosh_of(replace(BOX, **{condition: True}))
    assert isinstance(found, DoesNotApply)
    assert found.reasons == (condition,)
    assert found.because
    assert found.sources == ("NIOSH94110",)


def test_more_than_eight_hours_is_refused() -> None:
    found = niosh_of(replace(BOX, hours=8.5))
    assert isinstance(found, DoesNotApply)
    assert found.reasons == ("over_8_hours",)


@pytest.mark.parametrize(
    ("task", "reasons"),
    [
        ("lift_child_from_car_seat", ("confined", "unstable")),
        ("lift_child_from_floor", ("unstable",)),
        ("carry_shopping", ("carrying",)),
        ("garden_dig", ("shovel",)),
        ("deadlift", ("sport",)),
    ],
)
def test_a_goal_the_equation_does_not_fit_is_refused(task: str, reasons: tuple[str, ...]) -> None:
    (lift,) = measure(person(goals=(Goal(task=task, load_kg=12.0),))).lifting
    assert isinstance(lift.niosh, DoesNotApply)
    assert lift.niosh.reasons == reasons


def test_a_goal_that_is_no_lift_or_has_no_load_is_not_weighed() -> None:
    goals = (Goal(task="walk", load_kg=5.0), Goal(task="lift_box_to_shelf"))
    assert measure(person(goals=goals)).lifting == ()


def test_every_refusal_has_its_words_and_every_task_is_known() -> None:
    from ladderback.evidence import book

    assert rows("niosh_refusals").keys() == book().letter("ergonomics")["niosh_refusal"].keys()
    assert rows("niosh_life_tasks").keys() <= rows("life_tasks").keys()
    reasons = {one for row in rows("niosh_life_tasks").values() for one in row.cells["refused_for"].split()}
    assert reasons <= rows("niosh_refusals").keys()


def test_what_was_not_told_is_a_band_that_holds_the_answer() -> None:
    exact, open_grip = niosh_of(BOX), niosh_of(replace(BOX, grip=None))
    assert isinstance(exact, LiftingIndex)
    assert isinstance(open_grip, LiftingIndex)
    assert open_grip.missing == ("grip",)
    assert open_grip.index_low <= exact.index_low <= open_grip.index_high  # type: ignore[operator]


def test_without_the_distance_there_is_no_upper_end() -> None:
    found = niosh_of(Lifting(load_kg=23.0))
    assert isinstance(found, LiftingIndex)
    assert (found.index_low, found.index_high) == (1.0, None)
    assert set(found.missing) == {"horizontal", "vertical", "travel", "twist_deg", "per_minute", "hours", "grip"}


def test_conditions_nobody_asked_about_are_named() -> None:
    found = niosh_of(Lifting(load_kg=10.0, one_handed=False, seated=False))
    assert isinstance(found, LiftingIndex)
    assert "one_handed" not in found.taken_as_given
    assert {"unstable", "confined", "slippery", "climate"} <= set(found.taken_as_given)


def test_a_load_placed_with_care_is_weighed_at_its_worse_end() -> None:
    far = replace(BOX, end_horizontal_cm=55.0, end_vertical_cm=120.0, end_twist_deg=0.0, control_at_end=True)
    found = niosh_of(far)
    assert isinstance(found, LiftingIndex)
    assert found.end == "end"
    assert found.index_low > niosh_of(BOX).index_low  # type: ignore[union-attr,operator]


def test_the_longer_way_stands_where_two_were_told() -> None:
    short = replace(BOX, travel_cm=10.0, end_vertical_cm=160.0)
    assert niosh_of(short).factors[2].low == pytest.approx(0.82 + 4.5 / 120)  # type: ignore[union-attr]


def test_beyond_the_equation_there_is_no_index_only_the_reason() -> None:
    found = niosh_of(replace(BOX, horizontal_cm=80.0))
    assert isinstance(found, LiftingIndex)
    assert (found.limit_high, found.index_low, found.beyond) == (0.0, None, ("horizontal",))


def test_several_lifts_count_together_and_never_less_than_the_hardest() -> None:
    lifts = (BOX, replace(BOX, load_kg=6.0, hours=2.0))
    together = composite_of(person(lifting=lifts))
    hardest = max(one.niosh.index_low for one in measure(person(lifting=lifts)).lifting)  # type: ignore[union-attr,type-var]
    assert together is not None
    assert together.index is not None
    assert together.index >= hardest  # type: ignore[operator]


@pytest.mark.parametrize("other", [replace(BOX, one_handed=True), replace(BOX, grip=None), replace(BOX, hours=7.5)])
def test_one_lift_that_cannot_be_weighed_leaves_no_sum(other: Lifting) -> None:
    assert composite_of(person(lifting=(BOX, other))) is None


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), -1.0])
@pytest.mark.parametrize("name", ["load", "horizontal", "vertical", "travel", "per_minute", "hours"])
def test_what_is_no_number_is_refused(name: str, bad: float) -> None:
    with pytest.raises(RecordError, match=name):
        lifting_index(replace(BEST, **{name: bad}))
