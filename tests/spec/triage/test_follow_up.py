"""An emergency or same-day answer is seen through: reached? seen? what came of it?"""

from __future__ import annotations

from datetime import UTC, date, datetime

from screened import record

from ladderback import triage
from ladderback.intake.events import Cleared, Event, Referred, Replied
from ladderback.triage.follow_up import follow_up
from ladderback.triage.values import FollowUp

DAY, NEXT = date(2026, 11, 1), date(2026, 11, 2)
URGENT, CALM = triage.decide(record("saddle_numbness")), triage.decide(record("", complete=True))
SENT = Referred(
    at=datetime(2026, 11, 1, 9, tzinfo=UTC), id="r1", to="emergency", owner="Ann", reached=True, rules=("CES-1",)
)


def told(decision: triage.TriageDecision, *events: Event, on: date = NEXT, before: FollowUp | None = None) -> FollowUp:
    found = follow_up(decision, events, on, before)
    assert found is not None
    return found


def reply(outcome: str | None, seen: bool | None = True) -> Replied:
    return Replied(
        at=datetime(2026, 11, 2, 8, tzinfo=UTC), id="a1", by="physician", of="r1", seen=seen, outcome=outcome
    )  # type: ignore[arg-type]


def test_an_emergency_opens_one_with_an_owner() -> None:
    opened = told(URGENT, on=DAY)
    assert (opened.urgency, opened.rules, opened.opened_on, opened.due_on) == ("emergency_now", ("CES-1",), DAY, DAY)
    assert opened.is_open
    assert opened.owner


def test_a_calm_answer_opens_none() -> None:
    assert follow_up(CALM, [], DAY) is None


def test_a_calm_answer_the_next_day_does_not_close_it() -> None:
    before = told(URGENT, on=DAY)
    assert told(CALM, before=before).is_open


def test_a_referral_names_the_owner_and_says_whether_the_person_was_reached() -> None:
    standing = told(URGENT, SENT)
    assert (standing.owner, standing.reached, standing.seen, standing.is_open) == ("Ann", True, None, True)


def test_a_reply_with_an_outcome_closes_it() -> None:
    closed = told(URGENT, SENT, reply("nothing_serious_found"))
    assert (closed.seen, closed.outcome, closed.closed_by) == (True, "nothing_serious_found", "a1")


def test_further_tests_or_not_seen_leave_it_open() -> None:
    assert told(URGENT, SENT, reply("further_tests")).is_open
    waiting = told(URGENT, SENT, reply("not_seen", seen=None))
    assert (waiting.seen, waiting.is_open) == (False, True)


def test_a_clearance_closes_it_only_by_somebody_who_may() -> None:
    at = datetime(2026, 11, 2, 9, tzinfo=UTC)
    assert not told(URGENT, Cleared(at=at, id="c1", clears=("CES-1",), by="physician")).is_open
    assert told(URGENT, Cleared(at=at, id="c1", clears=("CES-1",), by="trainer")).is_open
    assert told(URGENT, Cleared(at=at, id="c1", clears=("FX-1",), by="physician")).is_open


def test_a_pressing_referral_in_the_journal_opens_one_by_itself() -> None:
    sent = Referred(at=SENT.at, id="r2", to="physician", urgency="same_day")
    assert told(CALM, sent).urgency == "same_day"


def test_what_lies_in_the_future_does_not_count() -> None:
    assert told(URGENT, SENT, reply("being_treated"), on=DAY).is_open
