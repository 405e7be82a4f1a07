"""What stands on the client's handout, and in which order."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from printed_people import HOME, composed, facts, formulation, verified

from ladderback.documents.facts import Contact
from ladderback.documents.handout import handout
from ladderback.documents.sheet import DoseCard, Sheet, texts
from ladderback.evidence import book


def all_text(sheet: Sheet) -> str:
    return "\n".join(texts(sheet))


ORDER = [
    "Made for lifting a child",
    "How much pain is fine",
    "Hip bend with stick",
    "Walk",
    "Bad day",
    "Call 112 at once if",
]


def test_order_of_a_training_page() -> None:
    sheet = handout(facts(contact=Contact(emergency_number="112")))
    text = all_text(sheet)
    places = [text.index(words) for words in ORDER]
    assert places == sorted(places)


@pytest.mark.parametrize("words", ["Week 1: keep this page", "Sit in shorter stretches", "35 hours", "If it flares up"])
def test_the_page_to_keep_has(words: str) -> None:
    assert words in all_text(handout(facts()))


def test_every_stop_rule_of_the_programme_stands_in_words() -> None:
    known = {one["id"]: one["text"] for one in book().letter("stop_rules")["rule"]}
    text = all_text(handout(facts()))
    assert all(known[one] in text for one in facts().composed.stop_rules)


def test_one_page_a_training_then_one_for_the_week() -> None:
    titles = [page.body[0] for page in handout(facts(), weeks=(1, 5)).pages]
    assert [title.text for title in titles] == [  # type: ignore[union-attr]
        *["Your training"] * 3, "Week 1: keep this page", *["Your training"] * 3, "Week 5: keep this page",
    ]  # fmt: skip


def test_a_card_has_three_cues_a_dose_boxes_and_a_why() -> None:
    cards = [block for block in handout(facts()).pages[0].body if isinstance(block, DoseCard)]
    assert [card.number for card in cards] == [1, 2, 3, 4]
    assert [card.name for card in cards] == [book().exercises[name].words.name for name in HOME]
    assert all(len(card.cues) == 3 and card.dose and card.ticks and card.why.line for card in cards)


def test_the_pain_rule_is_that_of_the_stage_of_the_week() -> None:
    rules, sheet = book().letter("pain_rules"), handout(facts(), weeks=(1, 5))
    text = all_text(sheet)
    assert rules["stage"]["2"]["say"] in text
    assert rules["stage"]["3"]["say"] in text


def test_with_quotas_the_plan_decides_not_the_pain() -> None:
    text = all_text(handout(facts(formulation=formulation(time_contingent=True))))
    assert book().letter("pain_rules")["quota"]["say"] in text
    assert book().letter("pain_rules")["stage"]["2"]["say"] not in text


def test_whom_to_call_is_printed_or_a_line_to_write_on() -> None:
    assert "Your trainer" in all_text(handout(facts()))
    assert "Call Jo, 030 1." in all_text(handout(facts(contact=Contact(name="Jo", phone="030 1"))))


def test_a_week_of_walking_alone_has_its_page_to_keep() -> None:
    made = composed()
    later = tuple(one for one in made.programme.sessions if one.week > 4)
    programme = replace(made.programme, sessions=later)
    sheet = handout(facts(verified=verified(replace(made, programme=programme))))
    assert len(sheet.pages) == 1
    assert book().letter("programme")["say_walk_only"] in all_text(sheet)
