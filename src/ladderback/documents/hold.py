"""The sheet for who must not train today: one page, what to do now and the words to say. Never an exercise."""

from __future__ import annotations

from typing import Any

from ladderback.documents.facts import Contact
from ladderback.documents.footing import footed, recorded
from ladderback.documents.sheet import (
    Band,
    Block,
    Bullets,
    Columns,
    Page,
    Paragraph,
    Section,
    Sheet,
    Title,
    line,
    strong,
)
from ladderback.documents.week_page import call_box, reach, with_number
from ladderback.documents.wording import labels, letter, sentence
from ladderback.evidence import book
from ladderback.intake.values import IntakeRecord
from ladderback.terms.errors import RecordError
from ladderback.triage.values import URGENCIES, Reason, TriageDecision

LARGEST, SMALLEST = 15.0, 9.0  # type sizes [pt] between which the page finds its own
MOST_ANSWERS = 6  # answers named on the page: a desk reads no more
SELF_HARM = "self_harm"
ASKED = ("asked", "umbrella")  # kinds of features that the person was asked


def hold(record: IntakeRecord, decision: TriageDecision, contact: Contact | None = None) -> Sheet:
    """What to do now, whom to call, what to say: for an emergency, a doctor today, or a pause.

    Raises:
        RecordError: this person may train, so there is nothing to hold.
    """
    if decision.may_train:
        allowed = "a decision that holds training"
        raise RecordError(file="hold sheet", key="gate", received=decision.gate, allowed=allowed)
    words, contact = labels("hold"), contact or Contact()
    if words_key(decision) == SELF_HARM:
        body = (*_sentences(tuple(letter("triage")["self_harm"]["sentences"]), contact), _say(SELF_HARM, words))
    else:
        said = (*_sentences(_said(decision), contact), *_do(decision, words, contact))
        body = (*said, *_answers(decision, words), *_open(decision, words))
    page = Page(body=body, foot=_foot(decision, contact), largest_pt=LARGEST, smallest_pt=SMALLEST)
    rules = [book().red_flag_rules[one.rule] for one in decision.reasons if one.rule in book().red_flag_rules]
    return footed("hold", words["title"], (page,), on=record.on, records=rules, advice=False, quoted=recorded(record))


def words_key(decision: TriageDecision) -> str:
    """Which words to say, as a key of the letters: those of the weightiest rule that fired."""
    top = _weightiest(decision)
    return _key(top) if top else "general"


def _key(reason: Reason) -> str:
    known = book().red_flag_rules.get(reason.rule)
    return known.words_to_say if known else "general"


def _weightiest(decision: TriageDecision) -> Reason | None:
    """Of equal ones the first: the rules come in the order of the decision."""
    return max(decision.reasons, key=lambda one: URGENCIES.index(one.urgency), default=None)


def _said(decision: TriageDecision) -> tuple[str, ...]:
    """The one sentence of the page, what else the urgency says, why, and what it means for the training."""
    said, gate = letter("triage")["urgency"][decision.urgency]["say"], letter("triage")["gate"][decision.gate]["say"]
    top = _weightiest(decision)
    because = top.say if top else ""
    if _waits_for_answers(decision):
        said, because, gate = gate, "", ""
    first, _, rest = said.partition(". ")
    return tuple(text for text in (sentence(first), rest, because, gate) if text)


def _sentences(said: tuple[str, ...], contact: Contact) -> tuple[Block, ...]:
    rest = tuple(Paragraph(line=line(with_number(text, contact)), size="large") for text in said[1:])
    return (Title(text=said[0], size="sentence"), *rest)


def _waits_for_answers(decision: TriageDecision) -> bool:
    return decision.gate == "hold_until_answered" and decision.urgency in ("monitor_train", "routine")


def _do(decision: TriageDecision, words: dict[str, Any], contact: Contact) -> tuple[Block, ...]:
    """Whom to call and what to say to them."""
    known = letter("triage")["recipient"].get(decision.recipient)
    if known is None or _waits_for_answers(decision):
        return ()
    call = Paragraph(line=line(with_number(known["call"], contact)))
    return (Section(text=words["do"]), call, _say(words_key(decision), words))


def _say(key: str, words: dict[str, Any]) -> Band:
    return Band(title=words["say"], lines=(strong(f"“{letter('triage')['words_to_say'][key]['text']}”"),))


def _answers(decision: TriageDecision, words: dict[str, Any]) -> tuple[Block, ...]:
    """The answers behind it, as they were asked, for whoever reads the page at the desk; never those about dying."""
    told = [one for one in decision.reasons if _key(one) != SELF_HARM]
    features = dict.fromkeys(key for one in told for key, value in one.because.items() if value is True)
    known = [book().safety_features[key] for key in features if key in book().safety_features]
    asked = tuple(line(one.question) for one in known if one.kind in ASKED and one.question)[:MOST_ANSWERS]
    return (Section(text=words["facts"]), Bullets(lines=asked)) if asked else ()


def _open(decision: TriageDecision, words: dict[str, Any]) -> tuple[Block, ...]:
    """Questions without which nobody may train; what a clinician would ask is left to the clinician."""
    asked = tuple(line(one.question) for one in decision.questions if one.mandatory)
    if not asked or decision.urgency in ("same_day", "emergency_now"):
        return ()
    return (Section(text=words["open"]), Paragraph(line=line(words["open_under"])), Bullets(lines=asked))


def _foot(decision: TriageDecision, contact: Contact) -> tuple[Block, ...]:
    us = (Section(text=labels("call")["us"]), *reach(contact))
    if words_key(decision) == SELF_HARM:
        return ()
    if decision.urgency == "emergency_now":
        return us
    return (Columns(columns=((call_box(contact),), us), widths=(1.4, 1.0)),)
