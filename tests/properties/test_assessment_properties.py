"""Whatever was measured: mirrored people, better values, missing values, and values that fit nothing."""

from __future__ import annotations

from assessed_people import MAY_TRAIN, PEOPLE, TESTS, mirror, values_of
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ladderback.assessment import score
from ladderback.assessment.values import Finding
from ladderback.assessment.verdict import ORDER
from ladderback.evidence import book
from ladderback.intake.values import IntakeRecord, Measurement
from ladderback.terms.sides import mirrored

NUMBERS = [test for test in TESTS if book().clinical_tests[test].answer == "number"]
FEW = settings(max_examples=60, deadline=None)


def turned(one: Finding) -> Finding:
    return replace(one, side=one.side and mirrored(one.side))


@FEW
@given(PEOPLE)
def test_mirrored_person_gets_mirrored_findings(record: IntakeRecord) -> None:
    seen = {str(turned(one)) for one in score(MAY_TRAIN, record).findings}
    assert seen == {str(one) for one in score(MAY_TRAIN, mirror(record)).findings}


@FEW
@given(PEOPLE, st.data())
def test_what_is_left_out_never_rules_a_region_out_nor_makes_anything_strong(
    record: IntakeRecord, data: st.DataObject
) -> None:
    assume(record.tests)
    left_out = data.draw(st.sampled_from(record.tests))
    less = replace(record, tests=tuple(one for one in record.tests if one.test != left_out.test))
    full, short = score(MAY_TRAIN, record), score(MAY_TRAIN, less)
    assert all(full.regions[name] == "out" for name, ruled in short.regions.items() if ruled == "out")
    strong = {(one.test, one.side) for one in short.findings if one.strong}
    assert strong <= {(one.test, one.side) for one in full.findings if one.strong}


@FEW
@given(PEOPLE, st.sampled_from(NUMBERS), st.data())
def test_a_better_value_never_gets_a_worse_verdict(record: IntakeRecord, test: str, data: st.DataObject) -> None:
    known = book().clinical_tests[test]
    both = sorted((float(data.draw(values_of(known))) for _ in range(2)), reverse=known.better == "lower")
    verdicts = [alone(record, test, value).verdict for value in both]
    if None in verdicts:
        assert verdicts == [None, None]
    else:
        worse, better = (ORDER.index(verdict) for verdict in verdicts if verdict)
        assert better <= worse


def alone(record: IntakeRecord, test: str, value: float) -> Finding:
    side = "left" if book().clinical_tests[test].sided else None
    only = replace(record, tests=(Measurement(test=test, side=side, value=value),))
    return next(one for one in score(MAY_TRAIN, only).findings if one.test == test)


@FEW
@given(PEOPLE)
def test_every_value_is_kept(record: IntakeRecord) -> None:
    kept = {(one.test, one.side, one.value) for one in score(MAY_TRAIN, record).findings}
    assert {(one.test, one.side, one.value) for one in record.tests} <= kept


@FEW
@given(PEOPLE)
def test_a_verdict_without_a_norm_comes_from_words_or_from_the_other_side(record: IntakeRecord) -> None:
    for one in score(MAY_TRAIN, record).findings:
        if one.verdict and one.norm is None:
            assert isinstance(one.value, str) or one.side_difference is not None


@FEW
@given(PEOPLE)
def test_a_side_difference_within_error_never_counts(record: IntakeRecord) -> None:
    for one in score(MAY_TRAIN, record).findings:
        assert not (one.beyond_mdc is False and "usual spread" in one.note)
