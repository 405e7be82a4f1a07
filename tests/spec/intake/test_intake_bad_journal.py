"""Bad journal lines: the line, the key that the message names, and the nearest known word."""

from __future__ import annotations

import pytest
from intake_cases import happened

from ladderback import intake
from ladderback.intake.journal.reading import MOST_LINES
from ladderback.terms.errors import RecordError

FIRST = '{"at": "2026-11-02T18:00+00:00", "id": "a", "event": "check_in", "pain_now": 4}\n\n'
HEAD = '{"at": "2026-11-03T08:00Z", "id": "b", "event": '
BAD: list[tuple[str, str, str | None]] = [
    ('{"at": "2026-11-03T08:00", "id": "b", "event": "check_in"}', "at", None),
    ('{"at": "2026-11-03", "id": "b", "event": "check_in"}', "at", None),
    ('{"at": "2026-02-30T08:00Z", "id": "b", "event": "check_in"}', "at", None),
    ('{"at": 1, "id": "b", "event": "check_in"}', "at", None),
    ('{"id": "b", "event": "check_in"}', "at", None),
    ('{"at": "2026-11-03T08:00Z", "event": "check_in"}', "id", None),
    ('{"at": "2026-11-03T08:00Z", "id": "", "event": "check_in"}', "id", None),
    ('{"at": "2026-11-03T08:00Z", "id": "a", "event": "check_in", "pain_now": 5}', "id", None),
    ('{"at": "2026-11-03T08:00Z", "id": "b"}', "event", None),
    (HEAD + '"chek_in"}', "event", "check_in"),
    (HEAD + '"check_in", "pain_now": 11}', "pain_now", None),
    (HEAD + '"check_in", "pain_now": NaN}', "pain_now", None),
    (HEAD + '"check_in", "pain_now": 1e999}', "pain_now", None),
    (HEAD + '"check_in", "pain_now": true}', "pain_now", None),
    (HEAD + '"check_in", "pain": 3}', "pain", "pain_now"),
    (HEAD + '"check_in", "worse_with": ["siting"]}', "worse_with[0]", "sitting"),
    (HEAD + '"check_in", "worse_with": ["lift"], "better_with": ["lift"]}', "better_with", None),
    (HEAD + '"check_in", "safety": {"sadle_numbness": true}}', "safety.sadle_numbness", "saddle_numbness"),
    (HEAD + '"check_in", "safety": {"fever": true, "fever": false}}', "fever", None),
    (
        HEAD + '"check_in", "pain_now": 3, "safety": {"low_back_pain_severe": true}}',
        "safety.low_back_pain_severe",
        None,
    ),
    (HEAD + '"check_in", "systolic_mmhg": 80, "diastolic_mmhg": 90}', "diastolic_mmhg", None),
    (HEAD + '"trained", "items": [{"exercise": "hinge_dowl"}]}', "items[0].exercise", "hinge_dowel"),
    (HEAD + '"trained", "items": [{"exercise": "hinge_dowel", "reps": [8, -1]}]}', "items[0].reps[1]", None),
    (HEAD + '"trained", "items": [{"exercise": "hinge_dowel", "stopped": "bored"}]}', "items[0].stopped", None),
    (HEAD + '"day_after", "vs_usual": 11}', "vs_usual", None),
    (HEAD + '"day_after", "sites": ["back"]}', "sites[0]", "low_back"),
    (HEAD + '"walked"}', "minutes", None),
    (HEAD + '"hands_on", "technique": "masage"}', "technique", "massage"),
    (HEAD + '"hands_on", "technique": "massage", "region": "lowback"}', "region", "low_back"),
    (HEAD + '"clinical_test", "tests": {"hip_ir": 3}}', "tests.hip_ir", None),
    (HEAD + '"clinical_test", "tests": {"sorensen": {"value": 9, "on": "2026-12-01"}}}', "tests.sorensen.on", None),
    (HEAD + '"measured", "measure": "psfs", "value": 11}', "value", None),
    (HEAD + '"measured", "measure": "psf", "value": 1}', "measure", "psfs"),
    (HEAD + '"rung_tried", "rung": "a b"}', "rung", None),
    (HEAD + '"cleared", "clears": [], "by": "physician"}', "clears", None),
    (HEAD + '"cleared", "clears": ["NL99"], "by": "physician"}', "clears[0]", "NL01"),
    (HEAD + '"cleared", "clears": ["NL01"], "by": "physican"}', "by", "physician"),
    (HEAD + '"cleared", "clears": ["NL01"], "by": "physician", "limits": ["valsava"]}', "limits[0]", "valsalva"),
    (HEAD + '"restriction", "avoid": "impakt", "given_by": "surgeon"}', "avoid", "impact"),
    (HEAD + '"diagnosis", "condition": "osteoporosis", "given_by": "trainer"}', "given_by", None),
    (HEAD + '"diagnosis", "condition": "vertigo", "given_by": "physician", "on": "2026-12-01"}', "on", None),
    (HEAD + '"goal", "task": "body_mass"}', "target_kg", None),
    (HEAD + '"adverse", "exercise": "hinge_dowl"}', "exercise", "hinge_dowel"),
    (HEAD + '"referred", "to": "fysician"}', "to", "physician"),
    (HEAD + '"replied", "by": "physician", "outcome": "fine"}', "outcome", None),
    (HEAD + '"discharged", "reason": "done"}', "reason", None),
    (HEAD + '"corrects", "of": "a"}', "with", None),
    (HEAD + '"corrects", "of": "zz", "with": null}', "of", None),
    (HEAD + '"corrects", "of": "b", "with": null}', "of", None),
    (HEAD + '"corrects", "of": "a", "with": {"pain_now": 4}}', "with.event", None),
    (HEAD + '"corrects", "of": "a", "with": {"event": "check_in", "pain_now": 40}}', "with.pain_now", None),
    (HEAD + '"corrects", "of": "a", "with": {"event": "check_in", "id": "q"}}', "with.id", "a"),
    (HEAD + '"corrects", "of": "a", "with": {"event": "hands_on", "technique": "x"}}', "with.technique", None),
    (HEAD + '"corrects", "of": "a", "with": {"event": "corrects", "of": "a", "with": null}}', "with.event", None),
    ("[1]", "", None),
    ("{", "", None),
    ("[" * 100_000, "", None),
    (HEAD + '"check_in"} ' + HEAD + '"check_in"}', "", None),
    (HEAD + '"check_in", "what_happened": "\\ud800"}', "what_happened", None),
]


@pytest.mark.parametrize(("line", "key", "nearest"), BAD, ids=range(len(BAD)))
def test_a_bad_line_is_refused(line: str, key: str, nearest: str | None) -> None:
    with pytest.raises(RecordError) as caught:
        intake.read_journal(FIRST + line, "journal.jsonl")
    error = caught.value
    assert (error.file, error.line, error.key, error.nearest) == ("journal.jsonl", 3, key, nearest)
    assert error.allowed


def test_a_newer_format_is_refused_politely() -> None:
    with pytest.raises(RecordError, match="newer version of the program reads it"):
        intake.read_journal('{"format": "ladderback/journal/2"}\n' + FIRST, "journal.jsonl")


def test_a_line_that_names_this_format_is_passed_over() -> None:
    assert len(intake.read_journal('{"format": "ladderback/journal/1"}\n' + FIRST, "journal.jsonl").events) == 1


def test_more_lines_than_the_limit_are_refused() -> None:
    with pytest.raises(RecordError, match="at most 200000 lines"):
        intake.read_journal("{}\n" * (MOST_LINES + 1), "journal.jsonl")


def test_corrections_in_a_circle_are_refused() -> None:
    with pytest.raises(RecordError, match="does not lead back here"):
        happened(
            {"id": "a", "event": "corrects", "of": "b", "with": None},
            {"id": "b", "event": "corrects", "of": "a", "with": None},
        )
