"""The report itself: nobody else can call a programme verified, the answer stays the same, sides can be swapped."""

from __future__ import annotations

import random
from datetime import datetime

import pytest
from by_hand import Case, after, at_home, change_item, decided, person, programme_for, view, with_sessions, written
from msgspec.structs import replace

from ladderback.evidence import book
from ladderback.intake.values import Clearance, RecordedDiagnosis, Restriction
from ladderback.terms.sides import other
from ladderback.verification import VerificationReport, Verified, verify
from ladderback.verification.shelf import shelf


def handed_on(case: Case, answer: object) -> object:
    return verify(answer, case.record, case.decision, case.findings, case.formulation)  # type: ignore[type-var]


def test_a_programme_in_order_is_handed_on_as_verified() -> None:
    answer = programme_for(person())
    verified = handed_on(person(), answer)
    assert isinstance(verified, Verified)
    assert verified.value is answer
    assert verified.report.ok


def test_a_programme_that_is_not_in_order_is_not() -> None:
    broken = change_item(programme_for(person()), 1, 1, lambda item: replace(item, effort_rpe=10.0))
    report = handed_on(person(), broken)
    assert isinstance(report, VerificationReport)
    assert not report.ok


def test_nobody_else_can_make_a_verified_programme() -> None:
    with pytest.raises(TypeError):
        Verified(programme_for(person()), VerificationReport(ok=True, checked=1, violations=()), object())


def test_the_same_programme_gets_the_same_report_whatever_order_its_sessions_are_written_in() -> None:
    broken = change_item(programme_for(person()), 3, 1, lambda item: replace(item, effort_rpe=10.0, sets=9))
    shuffled = list(broken.programme.sessions)
    random.Random(1).shuffle(shuffled)
    assert person().look(broken) == person().look(with_sessions(broken, shuffled))


def test_violations_stand_in_the_order_of_the_weeks() -> None:
    broken = programme_for(person())
    for week in (11, 2):
        broken = change_item(broken, week, 1, lambda item: replace(item, effort_rpe=10.0), session=1)
    where = [one.where for one in person().look(broken).violations if one.kind == "effort"]
    assert where == ["week 2 session 1 item 1", "week 11 session 1 item 1"]


def test_a_name_or_a_story_changes_nothing() -> None:
    record = replace(person().record, title="X", episode=replace(person().record.episode, story="Y"))
    answer = programme_for(person())
    assert person().look(answer) == person(record=record).look(answer)


def test_the_mirrored_programme_gets_the_mirrored_report() -> None:
    left = change_item(
        programme_for(person()), 1, 1, lambda _: written(person(), "hip_bridge_sl", each_side=False, side="left")
    )
    mirror = with_sessions(
        left,
        [
            replace(one, items=tuple(replace(item, side=other(item.side) if item.side else None) for item in one.items))
            for one in left.programme.sessions
        ],
    )
    found, mirrored = person().look(left).violations, person().look(mirror).violations
    assert [(one.kind, one.where) for one in found] == [(one.kind, one.where) for one in mirrored]
    assert any("right side" in one.because for one in found)
    assert any("left side" in one.because for one in mirrored)


@pytest.mark.parametrize(
    ("by", "until", "stage", "stays_out"),
    [
        ("surgeon", None, 2, False),  # the one who gave it confirms
        ("physician", None, 2, False),
        ("physiotherapist", None, 2, True),  # not entitled to end a surgeon's word
        ("trainer", None, 2, True),
        ("surgeon", after(1), 2, True),  # the confirmation itself has ended
        (None, None, 2, True),  # nobody confirmed
        (None, None, 3, False),  # the stage allows it
    ],
)
def test_after_its_date_a_restriction_ends_by_an_entitled_word_or_by_the_stage(
    by: str | None, until: object, stage: int, stays_out: bool
) -> None:
    said = (
        ()
        if by is None
        else (Clearance(clears=("restriction:axial_load",), by=by, at=datetime(2026, 10, 30), until=until),)
    )  # type: ignore[arg-type]
    restriction = Restriction(avoid="axial_load", given_by="surgeon", until=after(1))
    record = replace(person().record, restrictions=(restriction,), clearances=said)
    case = person(record=record, formulation=view(stage_number=stage))
    answer = change_item(programme_for(case), 3, 1, lambda _: written(case, "leg_box_squat"))
    assert any(one.kind == "restriction" for one in case.look(answer).violations) is stays_out


def test_before_its_date_nobody_ends_a_restriction() -> None:
    said = Clearance(clears=("restriction:axial_load",), by="surgeon", at=datetime(2026, 10, 30))
    restriction = Restriction(avoid="axial_load", given_by="surgeon", until=after(8))
    case = person(record=replace(person().record, restrictions=(restriction,), clearances=(said,)))
    answer = change_item(programme_for(case), 3, 1, lambda _: written(case, "leg_box_squat"))
    assert any(one.kind == "restriction" for one in case.look(answer).violations)


def test_a_recorded_condition_may_be_quoted_and_only_then() -> None:
    phrase = shelf().quotes["spinal_stenosis"][0]
    recorded = RecordedDiagnosis(condition="spinal_stenosis", given_by="physician")
    case = person(record=replace(person().record, diagnoses=(recorded,)))
    answer = change_item(
        programme_for(person()), 1, 1, lambda item: replace(item, why=f"A physician recorded: {phrase}.")
    )
    assert "forbidden_word" in {one.kind for one in person().look(answer).violations}
    assert "forbidden_word" not in {one.kind for one in case.look(answer).violations}


def test_a_back_that_is_strong_is_trained_when_a_row_asks_for_it() -> None:
    recorded = RecordedDiagnosis(condition="osteoporosis", given_by="physician")
    strong = view(strong=("trunk_extensor_endurance",))
    plain = person(formulation=strong)
    asked = replace(plain, record=replace(plain.record, diagnoses=(recorded,)))
    answer = change_item(programme_for(plain), 9, 1, lambda _: written(plain, "core_bd"))
    assert "strong_target" in {one.kind for one in plain.look(answer).violations}
    assert "strong_target" not in {one.kind for one in asked.look(answer).violations}


def test_nothing_that_was_left_out_is_blamed_when_there_was_no_room() -> None:
    """Two exercises at home, both new every week, both needed: the third contributor cannot have its turn."""
    means = replace(at_home().record.means, minutes_per_session=8.0, sessions_per_week=1)  # type: ignore[type-var]
    case = at_home()
    case = replace(case, record=replace(case.record, means=means))
    report = case.look(programme_for(case))
    assert not [one for one in report.violations if one.rule == "thoracic_rotation_range"]


def test_both_readings_of_time_agree() -> None:
    item = programme_for(person()).programme.sessions[0].items[0]
    low = change_item(programme_for(person()), 1, 1, lambda one: replace(one, minutes=item.minutes - 0.4))
    assert "minutes_stated" not in {one.kind for one in person().look(low).violations}
    assert decided("hold_all").may_train is False
    assert len(book().limits) >= 94
