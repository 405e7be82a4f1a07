"""What is written to those who also care: observed, reported, recorded by others, asked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from logged_people import FIRST, formulation, moment, next_step, person, trained, well
from msgspec.structs import replace

from ladderback.assessment.values import Findings
from ladderback.care_team import correspond
from ladderback.care_team.values import Correspondence, Letter
from ladderback.evidence import book
from ladderback.intake.events import Referred, Replied
from ladderback.intake.values import Goal, IntakeRecord, Mind, RecordedDiagnosis, Restriction
from ladderback.outcomes import review
from ladderback.programme.values import Referral
from ladderback.terms.words import forbidden_in
from ladderback.triage.values import FollowUp, IfRestDenied, Reason, TriageDecision

CALM = IfRestDenied(urgency="monitor_train", gate="proceed")


def decision(**changed: Any) -> TriageDecision:
    given: dict[str, Any] = {
        "urgency": "monitor_train", "gate": "proceed", "complete": True, "if_rest_denied": CALM, "say": "",
        "recipient": "physician", "reasons": (), "open_questions": (), "may_train": True,
    }  # fmt: skip
    return TriageDecision(**(given | changed))


def written(
    record: IntakeRecord, on: date = FIRST, triage: TriageDecision | None = None, **more: Any
) -> Correspondence:
    return correspond(record, triage or decision(), on, **more)


def letter(found: Correspondence, kind: str) -> Letter | None:
    return next((one for one in found.letters if one.kind == kind), None)


def lines(found: Letter) -> Iterator[str]:
    yield from (found.title, *found.recorded, *found.observed, *found.reported, *found.asks)


def test_there_is_always_a_progress_report() -> None:
    found = letter(written(person(), next_step=next_step(well((1, 1, 1)), 3)), "progress_report")
    assert found
    assert "Observed: 1 trainings, the last on 2026-11-02." in found.observed


def test_a_progress_report_carries_what_changed() -> None:
    told = person(pain_average=6)
    log = [trained(day) for day in (1, 3)]
    looked = review(told, None, FIRST, formulation(), Findings(findings=(), regions={}), ())
    found = letter(written(told, review=looked, next_step=next_step(log, 4)), "progress_report")
    assert found
    assert found.asks[-1].startswith("Asks you to consider")


@pytest.mark.parametrize("condition", sorted(book().letter("conditions")))
def test_a_condition_is_quoted_with_who_and_when_and_never_said(condition: str) -> None:
    recorded = RecordedDiagnosis(condition=condition, given_by="physician", on=date(2026, 5, 2))
    found = letter(written(replace(person(), diagnoses=(recorded,))), "progress_report")
    assert found
    assert "A physician recorded" in found.recorded[0]
    assert "2026-05-02" in found.recorded[0]
    assert not [line for line in lines(found) if forbidden_in(line, found.quoted)]


# days before the restriction ends, letter due
@pytest.mark.parametrize(("days", "due"), [(30, False), (15, False), (14, True), (0, True), (-5, True)])
def test_a_restriction_is_asked_about_two_weeks_before_it_ends(days: int, due: bool) -> None:
    limited = Restriction(avoid="loaded_flexion", given_by="surgeon", until=FIRST + timedelta(days=days))
    found = letter(written(replace(person(), restrictions=(limited,))), "restriction_review")
    assert (found is not None) is due
    assert found is None or (found.to == "surgeon" and "bending forward under load" in found.asks[0])


def test_whoever_must_see_this_person_reads_the_answers() -> None:
    reason = Reason(rule="CES-1", because={"saddle_numbness": True}, sources=("GIRFT",), status="verified",
                    urgency="emergency_now", gate="hold_all", recipient="emergency", say="")  # fmt: skip
    held = decision(urgency="emergency_now", gate="hold_all", may_train=False, recipient="emergency", reasons=(reason,))
    found = letter(written(person(), triage=held), "screen")
    assert found
    assert (found.to, found.urgency, found.about) == ("emergency", "emergency_now", "CES-1")
    assert book().safety_features["saddle_numbness"].question in found.reported[0]


def test_offers_stand_beside_exercise_and_tell_only_what_the_reader_needs() -> None:
    record = replace(person(), mind=Mind(fear_of_movement=9, phq2=4), goals=(Goal(task="body_mass", target_kg=70.0),),
                     client=replace(person().client, mass_kg=80.0))  # fmt: skip
    referrals = [Referral(to=to, urgency="routine", reason="") for to in ("psychotherapist", "dietitian")]
    mind, eating = (one for one in written(record, referrals=referrals).letters if one.kind == "offer")
    assert "beside exercise" in mind.asks[0]
    assert any("fear" in line for line in mind.reported)
    assert eating.reported == ("Reported: wants to reach 70 kg; now 80 kg.",)


def follow_up(**changed: Any) -> FollowUp:
    given: dict[str, Any] = {"urgency": "emergency_now", "rules": ("CES-1",), "recipient": "emergency",
                             "owner": "Jo", "opened_on": FIRST, "due_on": FIRST}  # fmt: skip
    return FollowUp(**(given | changed))


def test_open_emergencies_stand_first_until_they_are_closed() -> None:
    sent = Referred(at=moment(0), id="r1", to="dietitian", urgency="routine")
    later = FIRST + timedelta(days=2)
    found = written(person(), later, events=[sent], follow_up=[follow_up()]).standing
    closed = written(person(), later, events=[sent], follow_up=[follow_up(closed_by="x")]).standing
    assert [one.to for one in found] == ["emergency", "dietitian"]
    assert [one.to for one in closed] == ["dietitian"]


def test_a_letter_waits_until_it_is_answered() -> None:
    sent = Referred(at=moment(0), id="r1", to="physician", urgency="routine")
    answer = Replied(at=moment(3), id="r2", by="physician", of="r1", outcome="nothing_serious_found")
    late = FIRST + timedelta(days=40)
    assert written(person(), late, events=[sent]).standing[0].late
    assert not written(person(), late, events=[sent, answer]).standing


def test_letters_are_the_same_again() -> None:
    assert written(person()) == written(person())
