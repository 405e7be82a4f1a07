"""The checks of clinical tests, norms and contributors find what was broken on purpose."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from ladderback.evidence import book
from ladderback.evidence.book import Book
from ladderback.evidence.checks import clinical_tests, contributors
from ladderback.evidence.contributors import Evidence, atoms
from ladderback.terms.errors import KnowledgeError

FACT = Evidence(fact="off:hip_flex_prom", strength=0.5, say="Short.", sources=("PRATHER2017",))


def broken(kind: str, name: str, **changes: Any) -> Book:
    records = dict(getattr(book(), kind))
    records[name] = replace(records[name], **changes)
    return replace(book(), **{kind: records})


NORMS = [
    ({"position": "upside_down"}, "position"),
    ({"test_id": "no_such_test"}, "not in the battery"),
    ({"age_min": 90}, "age band"),
    ({"sd": -1.0}, "standard deviation"),
    ({"value": None}, "needs value"),
    ({"usable": False, "note": ""}, "does not say why"),
]


@pytest.mark.parametrize(("changes", "problem"), NORMS)
def test_broken_norm_is_found(changes: dict[str, Any], problem: str) -> None:
    assert any(problem in one for one in clinical_tests.check(broken("norms", "N215", **changes)))


TESTS = [
    ({"position": "upside_down"}, "not among its positions"),
    ({"lowest": None}, "lowest and highest"),
    ({"minutes": 0.0}, "costs no time"),
    ({"not_when": ("nonsense",)}, "is no fact"),
]


@pytest.mark.parametrize(("changes", "problem"), TESTS)
def test_broken_clinical_test_is_found(changes: dict[str, Any], problem: str) -> None:
    assert any(problem in one for one in clinical_tests.check(broken("clinical_tests", "hip_flex_prom", **changes)))


def test_a_test_that_nobody_reads_is_found() -> None:
    unread = broken("clinical_tests", "ffd", use="contributor")
    assert any("no contributor reads it" in one for one in clinical_tests.check(unread))


FACTS = [
    ("off:hip_flexx_prom", "nearest: hip_flex_prom"),
    ("offf:hip_flex_prom", "known kind"),
    ("worse:bending", "not known"),
    ("answer:sitting_hours", "compared with a number"),
    ("answer:hours_in_bed>=9", "not known"),
    ("tried:massage=perhaps", "failed or is lasting"),
    ("just words", "known kind"),
]


@pytest.mark.parametrize(("fact", "problem"), FACTS)
def test_a_fact_that_cannot_be_read_is_found(fact: str, problem: str) -> None:
    changed = broken("contributors", "hip_flexion_range", for_=(FACT, replace(FACT, fact=fact)))
    assert any(problem in one for one in contributors.check(changed))


RECORDS = [
    ({"for_": ()}, "nothing can bring it up"),
    ({"for_": (replace(FACT, strength=1.0),)}, "certainty"),
    ({"for_": (replace(FACT, say="The spine is out of alignment."),)}, "alignment"),
    ({"for_": (replace(FACT, say="It bends {degrees}."),)}, "nobody fills"),
    ({"for_": (replace(FACT, sources=()),)}, "no source"),
    ({"falsifier": "If not, who knows."}, "what to do when it is wrong"),
    ({"asked_by": ("weather",)}, "no question"),
    ({"links": ("R99",)}, "regional links"),
]


@pytest.mark.parametrize(("changes", "problem"), RECORDS)
def test_broken_contributor_is_found(changes: dict[str, Any], problem: str) -> None:
    assert any(problem in one for one in contributors.check(broken("contributors", "hip_flexion_range", **changes)))


def test_a_contributor_that_no_exercise_trains_is_found() -> None:
    trained = broken("contributors", "sleep_surface", worked_by="movement")
    assert any("no exercise has it as a target" in one for one in contributors.check(trained))


def test_a_missing_contributor_is_found() -> None:
    fewer = {name: one for name, one in book().contributors.items() if name != "stress"}
    assert "contributor stress: is missing" in contributors.check(replace(book(), contributors=fewer))


def test_a_fact_that_is_not_written_as_one_is_refused() -> None:
    with pytest.raises(KnowledgeError, match="known kind"):
        atoms("of:hip_flex_prom")
