"""A hold is lifted by name, by somebody who may, until a date; the same fact reported again opens it anew."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import pytest
from screened import record

from ladderback import triage
from ladderback.intake.values import Clearance, IntakeRecord
from ladderback.triage.values import TriageDecision

AT = datetime(2026, 10, 20, 9, tzinfo=UTC)


def cleared(
    facts: str, clears: str, by: str = "physician", until: date | None = None, again: datetime | None = None
) -> TriageDecision:
    given = Clearance(clears=tuple(clears.split()), by=by, at=AT, until=until)
    made: IntakeRecord = record(facts, complete=True)
    reported = {name: again for name in made.features if again}
    return triage.decide(msgspec.structs.replace(made, clearances=(given,), reported_at=reported))


def test_a_physician_lifts_the_named_rule() -> None:
    decision = cleared("cancer_history", "MAL-3")
    assert (decision.urgency, decision.may_train, decision.cleared) == ("monitor_train", True, ("MAL-3",))


def test_only_the_named_rule_is_lifted() -> None:
    decision = cleared("cancer_history night_pain", "MAL-3")
    assert (decision.urgency, decision.cleared) == ("same_day", ("MAL-3",))


@pytest.mark.parametrize("role", ["trainer", "physiotherapist", "front_desk", "nobody"])
def test_a_role_that_may_not_lifts_nothing(role: str) -> None:
    assert cleared("cancer_history", "MAL-3", by=role).cleared == ()


def test_a_physiotherapist_lifts_what_is_routine() -> None:
    assert cleared("failure_to_improve", "FTI-1", by="physiotherapist").cleared == ("FTI-1",)


@pytest.mark.parametrize(("until", "lifted"), [(date(2026, 11, 1), ("MAL-3",)), (date(2026, 10, 31), ())])
def test_it_ends_on_its_day(until: date, lifted: tuple[str, ...]) -> None:
    assert cleared("cancer_history", "MAL-3", until=until).cleared == lifted


def test_the_same_fact_reported_later_reopens_the_hold() -> None:
    assert cleared("saddle_numbness", "CES-1", again=datetime(2026, 10, 21, tzinfo=UTC)).cleared == ()
    assert cleared("saddle_numbness", "CES-1", again=AT).cleared == ("CES-1",)


def test_a_time_without_a_zone_is_read_as_universal_time() -> None:
    assert cleared("saddle_numbness", "CES-1", again=datetime(2026, 10, 20, 10)).cleared == ()


def test_nobody_lifts_the_rule_for_those_under_18() -> None:
    decision = cleared("age=16", "FX-8")
    assert (decision.cleared, decision.may_train) == ((), False)


def test_a_clearance_of_tomorrow_does_not_count_today() -> None:
    given = Clearance(clears=("MAL-3",), by="physician", at=datetime(2026, 11, 2, tzinfo=UTC))
    made = msgspec.structs.replace(record("cancer_history", complete=True), clearances=(given,))
    assert triage.decide(made).cleared == ()
