"""Whatever the log says: no amount rises after a worse day or a failed set; order is nothing, corrections count."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).parents[1] / "spec" / "progression"))

from logged_people import FIRST, alternating, done, formulation, moment, person

from ladderback.intake.events import CheckIn, DayAfter, Event, SessionNumber, Trained
from ladderback.programme.values import Item
from ladderback.progression import advance
from ladderback.progression.plan import Plan, at_level
from ladderback.progression.values import NextStep
from ladderback.terms.words import forbidden_in

AMOUNTS = ("sets", "reps", "hold_s", "load_kg", "effort_rpe")
WORSE = 2  # points above usual: holds at every stage


class Day(Struct, frozen=True):
    """How one training went and what came after it."""

    pain: int | None
    short: tuple[bool, bool]
    stopped: str | None
    above: int | None
    settled: bool | None
    pause: int


DAYS = st.lists(
    st.builds(
        Day,
        pain=st.one_of(st.none(), st.integers(0, 9), st.integers(0, 2)),
        short=st.tuples(*[st.sampled_from([False, False, False, True])] * 2),
        stopped=st.sampled_from([None] * 6 + ["pain", "time", "could_not"]),
        above=st.one_of(st.none(), st.integers(-2, 5), st.just(0)),
        settled=st.sampled_from([None, True, True, False]),
        pause=st.sampled_from([2, 2, 2, 3, 16, 50]),
    ),
    min_size=1,
    max_size=9,
)
STAGES, QUOTA = st.sampled_from([1, 2, 3, 4]), st.booleans()


def step_on(log: Sequence[Event], on: int, stage: int, quota: bool) -> NextStep:
    told = person()
    return advance(log, told, formulation(stage, quota), alternating(stage), FIRST + timedelta(days=on), told)


def asked(step: NextStep, stage: int) -> dict[str, Item]:
    plan = Plan(alternating(stage), stage)
    found = plan.sessions[step.week, step.session].items
    return {item.exercise: at_level(item, step.levels.get(item.exercise), plan) for item in found}


def one_training(day: Day, on: int, step: NextStep, items: dict[str, Item]) -> list[Event]:
    lines = [
        replace(line, reps=(line.reps or ())[:1], stopped=day.stopped) if short else replace(line, stopped=day.stopped)
        for line, short in zip(done(tuple(items.values()), day.pain), day.short, strict=True)
    ]
    trained = Trained(at=moment(on, 17), id=f"t{on}", session=SessionNumber(week=step.week, number=step.session),
                      pain_before=1, items=tuple(lines), pain_after=1)  # fmt: skip
    if day.above is None and day.settled is None:
        return [trained]
    return [trained, DayAfter(at=moment(on + 1), id=f"d{on}", vs_usual=day.above, settled=day.settled)]


def course(days: list[Day], stage: int, quota: bool) -> tuple[list[Event], list[dict[str, Item]], list[Day], int]:
    """A person who does, each time, what was asked for that day."""
    log: list[Event] = []
    amounts: list[dict[str, Item]] = []
    on = 1
    for day in days:
        step = step_on(log, on, stage, quota)
        amounts.append(asked(step, stage))
        log += one_training(day, on, step, amounts[-1])
        on += day.pause
    amounts.append(asked(step_on(log, on, stage, quota), stage))
    return log, amounts, days, on


def not_above(now: Item, before: Item) -> bool:
    return all((getattr(now, name) or 0) <= (getattr(before, name) or 0) for name in AMOUNTS)


@settings(max_examples=150, deadline=None)
@given(days=DAYS, stage=STAGES, quota=QUOTA)
def test_no_amount_rises_after_a_worse_day(days: list[Day], stage: int, quota: bool) -> None:
    _, amounts, days, _ = course(days, stage, quota)
    last: dict[str, Item] = {}
    for day, before, now in zip(days, amounts, amounts[1:], strict=False):
        last |= before
        if (day.above is not None and day.above >= WORSE and not quota) or day.settled is False:
            assert all(not_above(item, last[name]) for name, item in now.items() if name in last)


@settings(max_examples=150, deadline=None)
@given(days=DAYS, stage=STAGES, quota=QUOTA)
def test_a_set_that_failed_or_was_not_logged_raises_nothing(days: list[Day], stage: int, quota: bool) -> None:
    _, amounts, days, _ = course(days, stage, quota)
    failed: dict[str, Item] = {}
    for day, before, now in zip(days, amounts, amounts[1:], strict=False):
        for (name, item), short in zip(before.items(), day.short, strict=True):
            failed.pop(name, None)
            if short or day.stopped:
                failed[name] = item
        assert all(not_above(item, failed[name]) for name, item in now.items() if name in failed)


@settings(max_examples=80, deadline=None)
@given(days=DAYS, stage=STAGES, quota=QUOTA, data=st.data())
def test_taking_a_set_out_of_the_log_raises_nothing(
    days: list[Day], stage: int, quota: bool, data: st.DataObject
) -> None:
    log, amounts, _, on = course(days, stage, quota)
    trainings = [place for place, one in enumerate(log) if isinstance(one, Trained)]
    place = data.draw(st.sampled_from(trainings))
    trained = log[place]
    assert isinstance(trained, Trained)
    number = data.draw(st.integers(0, len(trained.items) - 1))
    poorer = tuple(replace(one, reps=None) if n == number else one for n, one in enumerate(trained.items))
    log[place] = replace(trained, items=poorer)
    now = asked(step_on(log, on, stage, quota), stage)
    assert all(not_above(item, amounts[-1][name]) for name, item in now.items() if name in amounts[-1])


@settings(max_examples=60, deadline=None)
@given(days=DAYS, stage=STAGES, quota=QUOTA, data=st.data())
def test_the_order_of_the_lines_does_not_matter(days: list[Day], stage: int, quota: bool, data: st.DataObject) -> None:
    log, _, _, on = course(days, stage, quota)
    shuffled = data.draw(st.permutations(log))
    assert step_on(shuffled, on, stage, quota) == step_on(log, on, stage, quota)


@settings(max_examples=80, deadline=None)
@given(days=DAYS, stage=STAGES)
def test_a_morning_corrected_to_worse_never_gives_more(days: list[Day], stage: int) -> None:
    log, _, _, on = course(days, stage, False)
    good, bad = (
        step_on([*log, DayAfter(at=moment(on - 1, 20), id="last", vs_usual=above)], on, stage, False)
        for above in (0, 4)
    )
    assert bad.dose == "down" or bad.step in ("flare_up", "back_to_triage")
    more = asked(good, stage)
    assert all(not_above(item, more[name]) for name, item in asked(bad, stage).items() if name in more)


@settings(max_examples=80, deadline=None)
@given(
    pains=st.lists(st.tuples(st.integers(0, 10), st.booleans(), st.booleans()), min_size=1, max_size=14),
    quota=QUOTA,
)
def test_a_flare_up_always_says_when_to_come_back(pains: list[tuple[int, bool, bool]], quota: bool) -> None:
    log = [
        CheckIn(at=moment(day), id=f"c{day}", pain_now=pain, worse_with=("sitting",) if worse else (),
                sleep="poor" if poor else "good", nothing_new=True)
        for day, (pain, worse, poor) in enumerate(pains)
    ]  # fmt: skip
    step = step_on(log, len(pains) - 1, 2, quota)
    assert (step.flare_up is None) == (step.come_back_on is None) == (not step.come_back_if)
    if step.flare_up:
        assert step.step in ("flare_up", "back_to_triage")
        assert step.dose != "up"


@settings(max_examples=60, deadline=None)
@given(days=DAYS, stage=STAGES, quota=QUOTA)
def test_no_sentence_says_what_we_never_say(days: list[Day], stage: int, quota: bool) -> None:
    log, _, _, on = course(days, stage, quota)
    step = step_on(log, on, stage, quota)
    texts = [*step.because, *step.come_back_if, step.pain_rule.say, *(one.because for one in step.levels.values())]
    assert not [one for one in texts if forbidden_in(one)]
