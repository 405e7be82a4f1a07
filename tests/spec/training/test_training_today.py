"""Today's session: what stays, what is changed, why, and when nobody trains."""

from __future__ import annotations

import pytest
from arriving_people import MANDATORY, decision, exercises, today
from logged_people import BOX, DOG, HINGE, arrives, item, moment, morning, one_line, programme, trained, well
from msgspec.structs import replace

from ladderback.evidence import book
from ladderback.intake.events import CheckIn, Replied
from ladderback.programme.values import SessionPlan
from ladderback.training import record
from ladderback.training.offending import offends

ONE_GOOD = well((1, 1, 1))
EVERY_TIME = tuple(book().tables["asked_each_time"])

# check-in, gate, does the person train, questions asked again
ASKING: list[tuple[str, CheckIn | None, str, bool, tuple[str, ...]]] = [
    ("nobody checked in", None, "proceed", True, EVERY_TIME),
    ("nothing new", arrives(3, 2), "proceed", True, ()),
    ("not asked", arrives(3, 2, nothing_new=None), "hold_until_answered", False, EVERY_TIME),
    ("asked in part", arrives(3, 2, nothing_new=None, safety={"saddle_numbness": False}), "hold_until_answered", False,
     EVERY_TIME[1:]),
    ("each one denied", arrives(3, 2, nothing_new=None, safety=dict.fromkeys(EVERY_TIME, False)), "proceed", True, ()),
    ("something is new", arrives(3, 2, nothing_new=False), "hold_until_answered", False, (*EVERY_TIME, "fever")),
]  # fmt: skip


@pytest.mark.parametrize("row", ASKING, ids=lambda row: row[0])
def test_the_safety_questions_are_asked_at_every_check_in(
    row: tuple[str, CheckIn | None, str, bool, tuple[str, ...]],
) -> None:
    _, check_in, gate, trains, questions = row
    made = today((*ONE_GOOD, check_in) if check_in else ONE_GOOD, 3)
    assert (made.gate, made.session is not None, made.open_questions) == (gate, trains, questions)
    assert bool(made.hold) is not trains


def test_a_hold_of_triage_lets_nobody_train_and_says_why() -> None:
    held = decision(gate="hold_all", may_train=False, say="Go to the emergency room now.", open_questions=("fever",))
    made = today((*ONE_GOOD, arrives(3, 2)), 3, triage=held)
    assert (made.session, made.gate, made.changed, made.walk) == (None, "hold_all", (), None)
    assert "emergency room" in made.hold
    assert made.open_questions[0] == "fever"


def test_new_pain_in_both_legs_waits_until_somebody_was_spoken_to() -> None:
    legs = morning(3, 0, sites=("low_back", "thigh_left", "thigh_right"))
    spoken = Replied(at=moment(4), id="spoken", by="physician", outcome="nothing_serious_found")
    held, after = (today((*ONE_GOOD, legs, *more, arrives(5, 2)), 5) for more in ((), (spoken,)))
    assert (held.session, held.gate) == (None, "hold_until_contact")
    assert after.session is not None


def test_nothing_is_changed_without_a_reason() -> None:
    made = today((*ONE_GOOD, arrives(3, 2, sleep="good")), 3)
    assert (exercises(made), made.changed) == ([HINGE, DOG, BOX], ())
    assert made.session
    assert made.session.items == programme().sessions[1].items


@pytest.mark.parametrize("movement", sorted(book().tables["worse_today"]))
def test_nothing_that_is_worse_today_stays(movement: str) -> None:
    made = today((*ONE_GOOD, arrives(3, 2, worse_with=(movement,))), 3)
    assert not [name for name in exercises(made) if offends(name, (movement,))]
    assert all(one.because for one in made.changed)
    assert made.session
    assert made.session.minutes <= 20


def test_a_stand_in_says_what_it_stands_in_for() -> None:
    made = today((*ONE_GOOD, arrives(3, 2, worse_with=("bend_forward",))), 3)
    change = next(one for one in made.changed if one.from_ == HINGE)
    assert made.session
    stand_in = next(one for one in made.session.items if one.exercise == change.to)
    assert book().exercises[HINGE].words.name in stand_in.why
    assert "bending forward" in change.because.lower()


def test_by_quota_what_hurts_today_changes_nothing() -> None:
    made = today((*ONE_GOOD, arrives(3, 6, worse_with=("bend_forward",))), 3, quota=True)
    assert (exercises(made), made.changed) == ([HINGE, DOG, BOX], ())
    assert "plan decides" in made.note


def test_pain_two_above_usual_is_one_set_less() -> None:
    made = today((*ONE_GOOD, arrives(3, 4)), 3)
    assert made.session
    assert {one.sets for one in made.session.items} == {1}
    assert {one.kind for one in made.changed} == {"amount"}


def test_pain_three_above_usual_takes_easier_versions() -> None:
    made = today((*ONE_GOOD, arrives(3, 5)), 3)
    loads = [book().exercises[name].load_class for name in exercises(made)]
    assert made.session
    assert {one.sets for one in made.session.items} == {1}
    assert sum(loads) <= sum(book().exercises[name].load_class for name in (HINGE, DOG, BOX))


def test_a_poor_night_is_a_little_gentler() -> None:
    made, usual = today((*ONE_GOOD, arrives(3, 2, sleep="poor")), 3), today((*ONE_GOOD, arrives(3, 2)), 3)
    assert made.session
    assert usual.session
    assert [one.effort_rpe for one in made.session.items] == [one.effort_rpe - 1 for one in usual.session.items]


def test_what_may_not_be_done_today_is_replaced_or_left_out() -> None:
    made = today(
        (*ONE_GOOD, arrives(3, 2)), 3, allowed=lambda name, _: "the surgeon asked for it" if name == BOX else None
    )
    assert BOX not in exercises(made)
    assert "the surgeon asked for it" in next(one.because for one in made.changed if one.from_ == BOX)


def test_when_nothing_may_be_done_there_is_still_walking() -> None:
    made = today((*ONE_GOOD, arrives(3, 2)), 3, allowed=lambda *_: "no")
    assert exercises(made) == []
    assert made.changed[-1].to == "car_walk"
    assert made.session is not None


def test_without_a_rule_of_what_may_be_done_only_the_programme_is_used() -> None:
    made = today((*ONE_GOOD, arrives(3, 2, worse_with=("bend_forward",))), 3, allowed=None)
    assert set(exercises(made)) <= {HINGE, DOG, BOX}


def test_a_flare_up_leaves_out_what_set_it_off_and_stays_light() -> None:
    log = (trained(1, items=one_line(BOX, pain_during=5)), arrives(3, 6, worse_with=("sitting",), sleep="poor"))
    made = today(log, 3)
    assert made.session
    assert BOX not in exercises(made)
    assert max(one.effort_rpe for one in made.session.items) <= 3
    assert made.walk
    assert made.walk.minutes <= 10
    assert made.come_back_if


def test_a_harder_version_waits_for_the_easier_one() -> None:
    """hinge_dowel is easier than hinge_rdl_light, which week 2 brings; amber in it keeps it."""
    plan = programme()
    later = tuple(
        replace(one, items=(item("hinge_rdl_light", sets=2), *one.items[1:])) if one.week == 2 else one
        for one in plan.sessions
    )
    amber = one_line(HINGE, pain_during=4)
    log = (trained(1, items=amber), morning(2), trained(3, 1, 2, items=amber), morning(4), arrives(5, 2))
    made = today(log, 5, planned=replace(plan, sessions=later))
    assert HINGE in exercises(made)
    assert "hinge_rdl_light" not in exercises(made)


def test_a_session_that_lost_too_much_is_filled_from_the_programme() -> None:
    plan = programme()
    small = SessionPlan(week=1, session=2, minutes=20, items=plan.sessions[0].items[:2])
    log = (*ONE_GOOD, arrives(3, 2))
    made = today(log, 3, planned=replace(plan, sessions=(plan.sessions[0], small, *plan.sessions[2:])),
                 allowed=lambda name, _: None if name in (DOG, BOX) else "no")  # fmt: skip
    assert exercises(made) == [DOG, BOX]
    assert made.changed[-1].kind == "added"


def test_the_note_quotes_the_person_and_asks_what_is_open() -> None:
    made = today(
        (*ONE_GOOD, trained(3, 1, 2), arrives(5, 3, nothing_new=None, what_happened="two hours of digging")), 5
    )
    assert '"two hours of digging"' in made.note
    assert made.quoted == ("two hours of digging",)
    assert book().safety_features["saddle_numbness"].question in made.note


def test_two_check_ins_on_one_day_count_as_one() -> None:
    early = arrives(3, 2)
    late = replace(arrives(3, 3, nothing_new=None), id="later", at=early.at.replace(hour=12))
    assert today((*ONE_GOOD, early, late), 3).gate == "proceed"


def test_a_record_lays_done_beside_planned() -> None:
    made = record(trained(3, 1, 2, items=one_line(BOX, reps=(8, 5))), programme())
    box = next(one for one in made.items if one.exercise == BOX)
    assert (box.planned, box.done) == ("2 x 8, 10.5 kg", "8 + 5 times, 10.5 kg")


def test_mandatory_questions_come_from_intake() -> None:
    assert set(MANDATORY) <= set(book().tables["mandatory_questions"])
