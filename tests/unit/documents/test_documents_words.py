"""No word that we never say, no name nobody asked for, nothing that was not verified."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from printed_people import DAY, composed, decision, facts, formulation, item, record, review, verified

from ladderback import verification
from ladderback.documents import write
from ladderback.documents.facts import NotVerifiedError
from ladderback.documents.handout import handout
from ladderback.documents.hold import hold
from ladderback.documents.practitioner import practitioner
from ladderback.documents.progress import progress
from ladderback.documents.sheet import Sheet, line, texts
from ladderback.evidence import book
from ladderback.intake.values import RecordedDiagnosis
from ladderback.terms.errors import KnowledgeError, LadderbackError, RecordError
from ladderback.terms.words import forbidden_in
from ladderback.verification.values import VerificationReport, Violation


def every_sheet() -> list[Sheet]:
    every = tuple(
        RecordedDiagnosis(condition=name, given_by="physician", on=DAY) for name in book().letter("conditions")
    )
    person = record(diagnoses=every)
    held = decision(may_train=False, urgency="same_day", gate="hold_until_cleared", recipient="physician")
    known = facts(record=person)
    return [handout(known, weeks=(1, 5)), practitioner(known), progress(person, review()), hold(person, held)]


def all_text(sheet: Sheet) -> str:
    return "\n".join(texts(sheet))


def test_no_forbidden_word_outside_a_quote() -> None:
    for sheet in every_sheet():
        assert [text for text in texts(sheet) if forbidden_in(text, sheet.quoted)] == []


def test_recorded_conditions_are_quoted_with_who_and_when() -> None:
    text = all_text(practitioner(facts()))
    assert "A physician recorded on 2 May 2026: “spinal stenosis”, stable." in text
    assert "stenosis" not in all_text(handout(facts()))


def test_our_own_labels_never_say_them() -> None:
    assert forbidden_in(str(book().letter("documents"))) == []


@pytest.mark.parametrize("form", ["pdf", "html"])
def test_a_forbidden_word_never_leaves(form: Any) -> None:
    made = composed()
    wrong = item("hip_bridge", why="Your weak core is to blame.")
    session = replace(made.programme.sessions[0], items=(wrong,))
    programme = replace(made.programme, sessions=(session, *made.programme.sessions[1:]))
    with pytest.raises(KnowledgeError, match="weak core"):
        write(handout(facts(verified=verified(replace(made, programme=programme)))), form)


def test_the_title_of_the_case_is_never_printed() -> None:
    assert all("secret" not in all_text(sheet) for sheet in every_sheet())


def test_the_name_only_when_asked() -> None:
    assert handout(facts()).title == "Your training"
    assert handout(facts(), name="Zoë").title == "Zoë's training"
    assert handout(facts(), name="Олена").title == "Your training"
    assert "Zoë, woman, 61 years" in all_text(practitioner(facts(), name="Zoë")).replace("Zoë, Woman", "Zoë, woman")


def test_strange_letters_never_stop_the_printer() -> None:
    known = facts(formulation=formulation(individual_because=("≥ 5 → “Ǻ” \u202e 痛 \u0007",)))
    known = replace(known, verified=verified(composed(individual_because=("≥ 5 → “Ǻ” 痛",))))
    assert write(practitioner(known)).startswith(b"%PDF")


@pytest.mark.parametrize("what", ["a composed programme", composed(), None])
def test_only_what_was_verified_is_printed(what: Any) -> None:
    with pytest.raises(NotVerifiedError) as refused:
        handout(facts(verified=what))
    assert isinstance(refused.value, TypeError)
    assert isinstance(refused.value, LadderbackError)


def test_a_programme_with_violations_is_not_printed() -> None:
    wrong = Violation(kind="unknown_exercise", where="week 1", rule="", because="")
    report = VerificationReport(ok=False, checked=41, violations=(wrong,))
    with pytest.raises(NotVerifiedError, match="violations"):
        practitioner(facts(verified=verification.Verified(composed(), report, verification._SEAL)))


def test_a_week_outside_the_programme_is_refused() -> None:
    with pytest.raises(RecordError, match="1 to 12"):
        handout(facts(), weeks=(13,))


def test_who_may_train_gets_no_hold_sheet() -> None:
    with pytest.raises(RecordError, match="holds training"):
        hold(record(), decision())


def test_unsigned_knowledge_is_said_and_signed_is_named() -> None:
    assert handout(facts()).foot[0] == "Not yet reviewed by a licensed clinician."


def test_status_stands_beside_numbers_that_nobody_checked() -> None:
    sheet = handout(facts())
    assert ("proposal", "p", "p: our own proposal, not from a study") in sheet.marks
    assert ("memory", "m", "m: from memory, not yet looked up") in practitioner(facts()).marks
    assert line("8", mark="verified")[0].mark is None


def test_sentences_of_the_sheets_are_short() -> None:
    for sheet in every_sheet():
        for text in sheet.foot:
            assert len(text.split()) <= 15
