"""Who may do, see and clear what: a small table of people and acts."""

from __future__ import annotations

import pytest

from ladderback.evidence import book
from ladderback.scope import ROLES, may, may_clear, need
from ladderback.terms.errors import ScopeError

ACTS = [
    ("trainer", "spinal_thrust", "", False, False),
    ("trainer", "communicate_diagnosis", "CA-ON", True, False),
    ("trainer", "see_diagnosis", "", False, True),
    ("front_desk", "see_diagnosis", "", False, False),
    ("trainer", "clinical_test_trainer", "", False, True),
    ("trainer", "clinical_test_clinician", "", False, False),
    ("physiotherapist", "clinical_test_clinician", "", False, True),
    ("medical_exercise_specialist", "clinical_test_clinician_directed", "", True, True),
    ("medical_exercise_specialist", "clinical_test_clinician_directed", "", False, False),
    ("physiotherapist", "spinal_thrust", "CA-ON", False, False),
    ("physiotherapist", "spinal_thrust", "CA-ON", True, True),
    ("physiotherapist", "spinal_thrust", "UK", False, True),
    ("physiotherapist", "spinal_thrust", "", False, False),
    ("physiotherapist", "dry_needling", "US-CO", False, True),
    ("physiotherapist", "dry_needling", "US-NY", False, False),
    ("physiotherapist", "dry_needling", "US-OK", False, False),
    ("chiropractor", "spinal_thrust", "CA-ON", False, True),
    ("kinesiologist", "spinal_thrust", "CA-ON", True, False),
    ("manual_osteopath", "communicate_diagnosis", "CA-ON", True, False),
    ("dietitian", "dry_needling", "CA-ON", True, False),
    ("physician", "exercise_before_clearance", "", True, False),
    ("physician", "an act nobody wrote down", "UK", True, False),
]
CLEARS = [
    ("physician", "CES-1", "emergency_now", "", True),
    ("physiotherapist", "CES-1", "emergency_now", "", False),
    ("trainer", "RAD-1", "routine", "", False),
    ("physiotherapist", "RAD-1", "routine", "", True),
    ("psychologist", "MH-1", "same_day", "", True),
    ("psychologist", "CES-1", "emergency_now", "", False),
    ("surgeon", "PF01", "", "", True),
    ("physiotherapist", "PF01", "", "", False),
    ("physician", "OP01", "", "", False),
    ("physician", "VF02", "", "", False),
    ("surgeon", "restriction:loaded_flexion", "", "surgeon", True),
    ("physiotherapist", "restriction:loaded_flexion", "", "surgeon", False),
    ("physiotherapist", "restriction:loaded_flexion", "", "physiotherapist", True),
    ("trainer", "restriction:loaded_flexion", "", "trainer", False),
]


@pytest.mark.parametrize(("role", "act", "where", "rostered", "granted"), ACTS)
def test_who_may_do_what_where(role: str, act: str, where: str, rostered: bool, granted: bool) -> None:
    answer = may(role, act, where, rostered)
    assert bool(answer) is granted
    assert answer.because


@pytest.mark.parametrize(("role", "what", "urgency", "given_by", "granted"), CLEARS)
def test_who_may_clear_what(role: str, what: str, urgency: str, given_by: str, granted: bool) -> None:
    assert bool(may_clear(role, what, urgency=urgency, given_by=given_by)) is granted


def test_a_rule_nobody_knows_is_cleared_as_an_emergency() -> None:
    assert not may_clear("physiotherapist", "XYZ-9")


def test_an_act_that_is_not_granted_says_who_what_and_why() -> None:
    with pytest.raises(ScopeError, match=r"trainer may not spinal_thrust"):
        need("trainer", "spinal_thrust", "UK")
    with pytest.raises(ScopeError, match=r"physiotherapist\?"):
        need("phsiotherapist", "refer")
    need("trainer", "refer")


def test_the_table_names_no_role_nobody_knows() -> None:
    named = {role for row in book().tables["scope_of_practice"].values() for role in row.cells["roles"].split(";")}
    lifting = {role for limit in book().limits.values() for role in limit.lifted_by}
    assert (named | lifting) - set(ROLES) == {"anyone"}


def test_every_role_of_the_case_format_is_known() -> None:
    words = book().tables["case_words"].values()
    roles = {row.cells["word"] for row in words if row.cells["group"] in ("licensed_role", "other_role")}
    assert roles - set(ROLES) == {"emergency", "family", "self"}
