"""The sheet for who must not train: its one sentence, whom to call, what to say; never an exercise, never a dose."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ladderback.documents.facts import Contact
from ladderback.documents.hold import hold
from ladderback.documents.sheet import Sheet, Title, texts
from ladderback.evidence import book
from ladderback.intake.values import Client, IntakeRecord
from ladderback.triage.values import IfRestDenied, OpenQuestion, Reason, TriageDecision

DAY = date(2026, 11, 1)

# rule, urgency, gate, recipient -> the one sentence of the page, the words to say
HOLDS = [
    ("CES-1", "emergency_now", "hold_all", "emergency", "Go to the emergency room now.", "cauda_equina"),
    ("FX-1", "same_day", "hold_until_cleared", "physician", "This cannot wait until tomorrow.", "fracture"),
    ("INF-3", "same_day", "hold_until_cleared", "physician", "This cannot wait until tomorrow.", "infection"),
    ("AAA-2", "emergency_now", "hold_all", "emergency", "Go to the emergency room now.", "vascular"),
    ("PRG-1", "emergency_now", "hold_all", "maternity", "Go to the emergency room now.", "pregnancy"),
    ("SPA-3", "same_day", "hold_until_cleared", "eye_service", "This cannot wait until tomorrow.", "general"),
    ("MH-1", "same_day", "hold_until_contact", "mental_health", "Thank you for telling us.", "self_harm"),
]


def decision(**given: Any) -> TriageDecision:
    values: dict[str, Any] = {
        "urgency": "routine", "gate": "hold_all", "complete": True, "say": "", "recipient": "", "reasons": (),
        "if_rest_denied": IfRestDenied(urgency="routine", gate="proceed"), "open_questions": (), "may_train": False,
    }  # fmt: skip
    return TriageDecision(**(values | given))


def fired(rule: str, urgency: Any, gate: Any, recipient: str, because: dict[str, Any]) -> Reason:
    return Reason(
        rule=rule,
        because=because,
        sources=(),
        status="verified",
        urgency=urgency,
        gate=gate,
        recipient=recipient,
        say="",
    )


def page(asked: TriageDecision, contact: Contact | None = None) -> Sheet:
    return hold(IntakeRecord(taken_on=DAY, on=DAY, client=Client(age=50, sex="male")), asked, contact)


@pytest.mark.parametrize(("rule", "urgency", "gate", "recipient", "first", "say"), HOLDS)
def test_says_what_to_do_now(rule: str, urgency: Any, gate: Any, recipient: str, first: str, say: str) -> None:
    reason = fired(rule, urgency, gate, recipient, {"saddle_numbness": True})
    sheet = page(decision(urgency=urgency, gate=gate, recipient=recipient, reasons=(reason,)))
    head = sheet.pages[0].body[0]
    assert isinstance(head, Title)
    assert head.text == first
    assert book().letter("triage")["words_to_say"][say]["text"] in " ".join(texts(sheet))
    assert len(sheet.pages) == 1


def test_never_an_exercise() -> None:
    sheet = page(decision(urgency="same_day", gate="hold_until_cleared", recipient="physician"))
    text = " ".join(texts(sheet))
    assert not [one for one in book().exercises.values() if one.words.name in text]
    assert "sets of" not in text


def test_no_question_and_no_answer_after_words_about_dying() -> None:
    reason = fired("MH-1", "same_day", "hold_until_contact", "mental_health", {"self_harm_disclosed": True})
    text = " ".join(texts(page(decision(urgency="same_day", gate="hold_until_contact", reasons=(reason,)))))
    assert "?" not in text
    assert "answered" not in text


def test_open_questions_stand_on_the_page() -> None:
    question = OpenQuestion(feature="fever", question="Do you have a fever?", mandatory=True, could_reach="same_day")
    sheet = page(decision(gate="hold_until_answered", complete=False, questions=(question,)))
    text = " ".join(texts(sheet))
    assert "Some safety questions are still open" in text
    assert "Do you have a fever?" in text


def test_the_weightiest_rule_chooses_the_words() -> None:
    light = fired("FX-5", "within_2_weeks", "hold_until_cleared", "gp", {})
    heavy = fired("CES-1", "emergency_now", "hold_all", "emergency", {})
    text = " ".join(texts(page(decision(urgency="emergency_now", recipient="emergency", reasons=(light, heavy)))))
    assert book().letter("triage")["words_to_say"]["cauda_equina"]["text"] in text


def test_the_number_of_the_country_replaces_the_words_for_it() -> None:
    asked = decision(urgency="emergency_now", recipient="emergency")
    assert "the emergency number in your country" in " ".join(texts(page(asked)))
    text = " ".join(texts(page(asked, Contact(emergency_number="112"))))
    assert "112" in text
    assert "the emergency number in your country" not in text
