"""Which contributors we work on, and why we think so; never a diagnosis.

What was found, told and tried is weighed for each contributor of the vocabulary. Each one that is listed says in the
person's own numbers what speaks for it and against it, how sure that is, and what would show that it plays no part.
The next best tests and questions are those that could still change the programme.
"""

from __future__ import annotations

from ladderback.assessment.values import Findings
from ladderback.evidence.book import book
from ladderback.formulation.asking import ask_next
from ladderback.formulation.classify import STAGES
from ladderback.formulation.facts import see
from ladderback.formulation.telling import contributors_of, individual
from ladderback.formulation.trying import base_of
from ladderback.formulation.values import Formulation
from ladderback.formulation.weighing import is_strong, listed, read_all, weigh_one
from ladderback.intake.values import IntakeRecord
from ladderback.triage.values import TriageDecision

__all__ = ["weigh"]


def weigh(findings: Findings, record: IntakeRecord, decision: TriageDecision | None = None) -> Formulation:
    """The working view of one person, from what is known and nothing else.

    Args:
        findings: what was measured, set against norms.
        record: everything told.
        decision: what triage decided; tests that ask for full effort wait while it holds.
    """
    person = see(findings, record)
    records = book().contributors
    degrees = read_all(person, records.values())
    chosen = listed(weigh_one(known, degrees) for _, known in sorted(records.items()))
    classes = person.classes
    return Formulation(
        pattern=classes.pattern,
        directional_preference=classes.directional_preference,
        stage=STAGES[classes.stage_number],
        stage_number=classes.stage_number,
        irritability=classes.irritability,
        phase=classes.phase,
        psychosocial_risk=classes.psychosocial_risk,
        contributors=contributors_of(person, chosen),
        next_best=ask_next(base_of(person, degrees), findings, decision),
        strong=tuple(name for name, known in sorted(records.items()) if is_strong(person, known)),
        time_contingent=classes.time_contingent,
        individual_because=individual(person, chosen),
    )
