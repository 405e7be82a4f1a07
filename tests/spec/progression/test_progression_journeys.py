"""What a single row cannot show: several trainings in a row, each done as it was asked for that day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from logged_people import (
    BOX,
    DOG,
    FIRST,
    HINGE,
    arrives,
    done,
    formulation,
    moment,
    morning,
    next_step,
    person,
    programme,
    trained,
)  # fmt: skip

from ladderback.intake.events import Event, SessionNumber, Trained
from ladderback.programme.values import Item
from ladderback.progression import advance
from ladderback.progression.plan import Plan, at_level
from ladderback.progression.values import NextStep


def asked(step: NextStep) -> list[Item]:
    """The amounts of the planned session that is next."""
    plan = Plan(programme(), 2)
    return [
        at_level(item, step.levels.get(item.exercise), plan) for item in plan.sessions[step.week, step.session].items
    ]


def follow(log: Sequence[Event], day: int, *mornings: float) -> tuple[tuple[Event, ...], list[list[Item]]]:
    """Trains every second day as asked, each followed by such a morning; the log and what was asked each time."""
    events, amounts = tuple(log), []
    for number, above in enumerate(mornings):
        on = day + 2 * number
        step = next_step(events, on)
        amounts.append(asked(step))
        session = SessionNumber(week=step.week, number=step.session)
        items = done(amounts[-1])
        made = Trained(at=moment(on, 17), id=f"t{on}", session=session, pain_before=1, items=items, pain_after=1)
        events = (*events, made, morning(on + 1, above))
    return events, amounts


def amount(items: list[Item], exercise: str) -> tuple[int, int | None, float]:
    found = next(item for item in items if item.exercise == exercise)
    return found.sets, found.reps, found.load_kg


def test_weeks_pass_when_all_goes_well() -> None:
    log, amounts = follow((), 1, *[0] * 8)
    assert [amount(items, BOX)[2] for items in amounts] == [10.5, 10.5, 11, 11, 11.5, 11.5, 12, 12]
    assert "All weeks are done" in " ".join(next_step(log, 17).because)


def test_a_worse_day_takes_a_rung_and_two_good_ones_give_it_back() -> None:
    _, amounts = follow((), 1, 0, 0, 3, 0, 0, 0, 0, 0)
    loads = [amount(items, BOX)[2] for items in amounts]
    assert loads == [10.5, 10.5, 11, 8.2, 8.2, 11, 11, 11.5]


def test_two_worse_days_take_two_rungs_and_no_more() -> None:
    log, _ = follow((), 1, 3, 3, 3)
    assert {level.offset for level in next_step(log, 8).levels.values()} == {-2}


def test_an_exercise_that_was_left_out_waits_and_the_others_go_on() -> None:
    without = tuple(line for line in done(asked(next_step((), 1))) if line.exercise != DOG)
    step = next_step((trained(1, items=without), morning(2), trained(3, 1, 2, items=without), morning(4)), 5)
    assert (step.week, step.levels[HINGE].as_in_week, step.levels[DOG].as_in_week) == (2, 2, 1)


def test_the_stricter_stage_holds_when_plan_and_today_differ() -> None:
    told = person()
    step = advance((), told, formulation(stage=1), programme(3), FIRST, told)
    assert step.pain_rule.stage_number == 1


def test_week_on_week_rise_of_pain_keeps_the_amount_from_stage_three() -> None:
    log = [trained(1, stage=3), morning(2, 0, pain=1), trained(3, 1, 2, stage=3), morning(4, 0, pain=1)]
    log += [morning(day, 0, pain=3) for day in (8, 9, 10)]
    assert next_step(log, 10, stage=3).step == "hold"
    assert next_step(log, 10, stage=3).levels[BOX].as_in_week == 1


def test_a_flare_up_says_when_to_come_back() -> None:
    step = next_step((arrives(1, 6, worse_with=("sitting",), sleep="poor"),), 2)
    assert step.come_back_on == FIRST + timedelta(days=8)
    assert len(step.come_back_if) > 3
