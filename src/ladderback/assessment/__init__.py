"""What we measured and what hurts or helps, set against people of the same age and sex.

Each value keeps its unit, side and position, is set against the one norm that fits best, and says how far off it is
and how sure that is. Left is compared with right by the spread found in healthy people. A value that fits no norm is
kept and says so. Hips and rib cage are ruled in or out for everybody, or stay open.
"""

from __future__ import annotations

from ladderback.assessment.findings import find
from ladderback.assessment.measured import read_measurements
from ladderback.assessment.regions import rule_regions
from ladderback.assessment.values import Finding, Findings
from ladderback.evidence.book import book
from ladderback.intake.values import IntakeRecord
from ladderback.triage.values import TriageDecision

__all__ = ["score"]


def score(decision: TriageDecision, record: IntakeRecord) -> Findings:
    """Sets everything that was measured against its norm.

    Args:
        decision: what triage decided; asked for so that nobody is assessed who was not triaged first.
        record: everything known of this person on this day.

    Returns:
        All findings, ordered by test and side, and what is ruled in, ruled out or open by region.
    """
    readings = read_measurements(record, book().clinical_tests)
    findings: tuple[Finding, ...] = find(readings, record.client)
    return Findings(findings=findings, regions=rule_regions(findings))
