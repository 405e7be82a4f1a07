"""Each row of the limits is one more fault: broken alone, it is found by its id; kept, it is not."""

from __future__ import annotations

from datetime import datetime

import pytest
from by_hand import DAY, after
from msgspec.structs import replace
from row_people import broken_by, good_for, somebody

from ladderback.evidence import book
from ladderback.evidence.limits import Limit
from ladderback.intake.values import Clearance
from ladderback.verification.values import VerificationReport

NOTHING_TO_BREAK = ("permit", "hands_off")
ROWS = [row for row in book().limits.values() if row.effect not in NOTHING_TO_BREAK]
LIFTED = [row for row in ROWS if row.lifted_by]
each_row = pytest.mark.parametrize("row", ROWS, ids=lambda row: row.rule_id)


def named(report: VerificationReport) -> set[str]:
    return {one.rule for one in report.violations}


@each_row
def test_a_programme_that_breaks_just_this_row_is_caught_by_its_id(row: Limit) -> None:
    case = somebody(row)
    assert row.rule_id in named(case.look(broken_by(row, case, good_for(case, row))))


@each_row
def test_a_programme_that_keeps_this_row_is_not_blamed_for_it(row: Limit) -> None:
    case = somebody(row)
    assert row.rule_id not in named(case.look(good_for(case, row)))


@pytest.mark.parametrize("row", LIFTED, ids=lambda row: row.rule_id)
def test_a_clearance_by_an_entitled_role_lifts_the_row_and_by_another_does_not(row: Limit) -> None:
    case = somebody(row)
    broken = broken_by(row, case, good_for(case, row))
    for role, lifts in ((row.lifted_by[0], True), ("massage_therapist", False)):
        clearance = Clearance(clears=(row.rule_id,), by=role, at=datetime(2026, 10, 30))
        cleared = replace(case, record=replace(case.record, clearances=(clearance,)))
        assert (row.rule_id not in named(cleared.look(broken))) is lifts


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.weeks_to and row.clock != "programme"], ids=lambda row: row.rule_id
)
def test_after_its_window_a_row_no_longer_stands(row: Limit) -> None:
    case = somebody(row)
    broken = broken_by(row, case, good_for(case, row))
    late = round(7 * (row.weeks_to or 0.0)) + 1
    record = replace(
        case.record,
        episode=replace(case.record.episode, duration_days=late),
        surgeries=tuple(replace(one, weeks_ago=late / 7) for one in case.record.surgeries),
        diagnoses=tuple(replace(one, on=after(-late / 7)) for one in case.record.diagnoses),
    )
    assert row.rule_id not in named(replace(case, record=record).look(broken))


@pytest.mark.parametrize("row", [row for row in ROWS if row.clock in ("surgery", "onset")], ids=lambda row: row.rule_id)
def test_a_date_that_is_not_known_counts_as_applying(row: Limit) -> None:
    case = somebody(row)
    broken = broken_by(row, case, good_for(case, row))
    record = replace(
        case.record,
        episode=replace(case.record.episode, duration_days=None),
        surgeries=tuple(replace(one, weeks_ago=None) for one in case.record.surgeries),
        diagnoses=tuple(replace(one, on=None) for one in case.record.diagnoses),
    )
    assert row.rule_id in named(replace(case, record=record).look(broken))


def test_every_row_with_something_to_break_is_here() -> None:
    assert len(ROWS) >= 110
    assert {row.effect for row in book().limits.values()} >= {row.effect for row in ROWS}
    assert DAY.year == 2026
