"""However somebody arrives: nothing that hurts or may not be done, never longer, every change with its reason."""

from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "spec" / "progression"))
sys.path.insert(0, str(Path(__file__).parents[1] / "spec" / "training"))

from arriving_people import decision, exercises, today
from logged_people import BOX, DOG, HINGE, arrives, morning, programme, trained

from ladderback.evidence import book
from ladderback.intake.events import CheckIn, Event
from ladderback.terms.words import forbidden_in
from ladderback.training.offending import offends
from ladderback.training.values import SessionToday

MOVEMENTS = sorted(book().tables["worse_today"])
SAFETY = sorted(book().tables["asked_each_time"])
ARRIVALS = st.builds(
    arrives,
    day=st.just(3),
    pain=st.one_of(st.none(), st.integers(0, 10)),
    nothing_new=st.just(True),
    sleep=st.sampled_from([None, "good", "fair", "poor"]),
    worse_with=st.lists(st.sampled_from(MOVEMENTS), max_size=4, unique=True).map(tuple),
    what_happened=st.one_of(st.none(), st.text(min_size=1, max_size=30)),
)
FORBIDDEN = st.frozensets(st.sampled_from([HINGE, DOG, BOX, "hinge_wall", "mc_tilt_stand", "leg_sts_high"]))
STAGES, QUOTA = st.sampled_from([1, 2, 3]), st.booleans()


def log_of(check_in: CheckIn, stage: int, above: int | None) -> tuple[Event, ...]:
    return (trained(1, stage=stage), *(() if above is None else (morning(2, above),)), check_in)


def made(check_in: CheckIn, stage: int, quota: bool, above: int | None, out: frozenset[str]) -> SessionToday:
    reason = dict.fromkeys(out, "not now")
    return today(log_of(check_in, stage, above), 3, stage=stage, quota=quota, allowed=lambda name, _: reason.get(name))


EVERYTHING = {
    "check_in": ARRIVALS, "stage": STAGES, "quota": QUOTA, "above": st.sampled_from([None, 0, 2, 4]), "out": FORBIDDEN,
}  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(**EVERYTHING)
def test_nothing_that_may_not_be_done_and_nothing_longer(
    check_in: CheckIn, stage: int, quota: bool, above: int | None, out: frozenset[str]
) -> None:
    found = made(check_in, stage, quota, above, out)
    assert found.session is not None
    assert not out & set(exercises(found))
    assert found.session.minutes <= programme(stage).sessions[1].minutes
    assert len(exercises(found)) == len(set(exercises(found)))
    if not quota:
        assert not [name for name in exercises(found) if offends(name, check_in.worse_with)]


@settings(max_examples=150, deadline=None)
@given(**EVERYTHING)
def test_every_change_is_told_with_its_reason(
    check_in: CheckIn, stage: int, quota: bool, above: int | None, out: frozenset[str]
) -> None:
    found = made(check_in, stage, quota, above, out)
    assert found.session is not None
    planned = {item.exercise: item for item in programme(stage).sessions[1].items}
    told = {one.from_ for one in found.changed} | {one.to for one in found.changed}
    changed = {item.exercise for item in found.session.items if planned.get(item.exercise) != item}
    assert changed | (planned.keys() - set(exercises(found))) <= told
    assert all(one.because for one in found.changed)


@settings(max_examples=100, deadline=None)
@given(**EVERYTHING)
def test_our_own_words_never_say_what_we_never_say(
    check_in: CheckIn, stage: int, quota: bool, above: int | None, out: frozenset[str]
) -> None:
    found = made(check_in, stage, quota, above, out)
    texts = [found.note, found.pain_rule.say, found.hold, *(one.because for one in found.changed)]
    assert not [one for one in texts if forbidden_in(one, found.quoted)]


@settings(max_examples=80, deadline=None)
@given(check_in=ARRIVALS, asked=st.frozensets(st.sampled_from(SAFETY)), denied=st.sampled_from([None, False]))
def test_nobody_trains_on_a_check_in_that_left_a_question_open(
    check_in: CheckIn, asked: frozenset[str], denied: bool | None
) -> None:
    check_in = arrives(3, 2, nothing_new=denied, safety=dict.fromkeys(asked, False))
    found = today(log_of(check_in, 2, 0), 3)
    complete = asked == frozenset(SAFETY) and denied is None
    assert (found.session is not None) is complete
    assert set(found.open_questions) >= set(SAFETY) - asked


@settings(max_examples=40, deadline=None)
@given(check_in=ARRIVALS, stage=STAGES)
def test_a_hold_of_triage_always_wins(check_in: CheckIn, stage: int) -> None:
    held = decision(gate="hold_until_cleared", may_train=False, say="Training waits.")
    found = today(log_of(check_in, stage, 0), 3, stage=stage, triage=held)
    assert (found.session, found.changed, found.gate) == (None, (), "hold_until_cleared")
