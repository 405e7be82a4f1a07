"""Every contributor: what brings it up, on which side, and what takes it off again."""

from __future__ import annotations

import pytest
from weighed_people import ROWS, Row, formulated, listed, merged

from ladderback.evidence import book
from ladderback.terms.words import forbidden_in


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.contributor)
def test_contributor_is_brought_up_on_its_side(row: Row) -> None:
    contributors = listed(formulated(**row.told))
    assert row.contributor in contributors
    assert contributors[row.contributor].side == row.side


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.contributor)
def test_contributor_is_taken_off_by_what_speaks_against_it(row: Row) -> None:
    assert row.contributor not in listed(formulated(**merged(row.told, row.against)))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.contributor)
def test_contributor_says_why_and_what_would_show_that_it_is_wrong(row: Row) -> None:
    one = listed(formulated(**row.told))[row.contributor]
    assert all((one.for_, one.because, one.sources))
    assert one.falsifier.startswith("If ")
    assert one.falsifier.endswith("If not, look elsewhere.")
    assert one.worked_by == book().contributors[row.contributor].worked_by


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.contributor)
def test_no_word_is_said_that_we_never_say(row: Row) -> None:
    formulation = formulated(**row.told)
    texts = [text for one in formulation.contributors for text in (*one.for_, *one.against, one.falsifier)]
    texts += [*formulation.individual_because, *(ask.why for ask in formulation.next_best)]
    assert not [word for text in texts for word in forbidden_in(text)]
    assert not [text for text in texts if "{" in text or "  " in text]


def test_every_contributor_has_a_case() -> None:
    assert {row.contributor for row in ROWS} == set(book().contributors)


def test_nothing_told_lists_nothing() -> None:
    formulation = formulated()
    assert formulation.contributors == ()
    assert formulation.strong == ()
