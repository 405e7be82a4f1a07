"""Every clinical test: who was measured, and what has to be found."""

from __future__ import annotations

import pytest
from measured_people import ROWS, Row, findings, one

from ladderback.evidence import book


@pytest.mark.parametrize("row", ROWS, ids=[f"{row.test}-{number}" for number, row in enumerate(ROWS)])
def test_value_gets_its_verdict(row: Row) -> None:
    found = findings(row.sex, row.age, row.given, mass_kg=99.0)
    verdicts = {side: one(found, row.test, side or None).verdict for side in row.verdicts}
    assert verdicts == row.verdicts


@pytest.mark.parametrize("row", [row for row in ROWS if row.norm], ids=lambda row: f"{row.test}-{row.norm}")
def test_value_is_set_against_the_norm_that_fits_best(row: Row) -> None:
    found = findings(row.sex, row.age, row.given, mass_kg=99.0)
    norms = {finding.norm.norm for finding in found.findings if finding.test == row.test and finding.norm}
    assert row.norm in norms


def test_every_clinical_test_has_a_case() -> None:
    assert {row.test for row in ROWS} == set(book().clinical_tests)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.test)
def test_the_norm_is_shown_with_its_status_and_the_reason_it_was_chosen(row: Row) -> None:
    for finding in findings(row.sex, row.age, row.given).findings:
        if finding.norm:
            assert finding.norm.status in ("verified", "secondary", "memory", "proposal")
            assert finding.norm.source in book().sources
            assert finding.norm.chosen_because
