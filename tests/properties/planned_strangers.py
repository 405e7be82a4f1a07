"""Anybody at all: strategies of people with a formulation, conditions, restrictions, goals and means."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from msgspec import Struct

from ladderback.assessment.values import Findings
from ladderback.evidence import book
from ladderback.formulation.values import Contributor, Formulation
from ladderback.intake.values import (
    Client,
    DailyLife,
    Episode,
    Goal,
    IntakeRecord,
    Means,
    RecordedDiagnosis,
    Restriction,
    Surgery,
)
from ladderback.triage.values import IfRestDenied, TriageDecision

DAY = date(2026, 11, 1)
CONTRIBUTORS = sorted(book().contributors)
TASKS = sorted(book().tables["goal_movements"])
PIECES = sorted({piece for one in book().exercises.values() for some in one.equipment for piece in some})
TAGS = sorted({tag for one in book().exercises.values() for tag in one.all_tags})
CONDITIONS = (
    "disc_herniation_radiculopathy", "spinal_stenosis", "spondylolisthesis_stable", "osteoporosis",
    "vertebral_fracture", "post_discectomy", "post_fusion", "axial_spondyloarthritis", "sacroiliac_pain",
    "pelvic_girdle_pain",
    "hip_osteoarthritis", "hip_replacement", "hypermobility", "hypertension", "cardiac_disease", "diabetes", "vertigo",
    "long_term_steroids", "deconditioning",
)  # fmt: skip
OPERATED = {"post_discectomy": "discectomy", "post_fusion": "fusion", "hip_replacement": "hip_replacement"}


class Stranger(Struct, frozen=True):
    """What the planner takes."""

    record: IntakeRecord
    decision: TriageDecision
    findings: Findings
    formulation: Formulation

    @property
    def parts(self) -> tuple[IntakeRecord, TriageDecision, Findings, Formulation]:
        """The arguments in order."""
        return self.record, self.decision, self.findings, self.formulation


def decided(gate: Any = "proceed", careful: bool = False) -> TriageDecision:
    """A decision that lets somebody train."""
    return TriageDecision(
        urgency="monitor_train",
        gate=gate,
        complete=True,
        if_rest_denied=IfRestDenied(urgency="monitor_train", gate=gate),
        say="",
        recipient="",
        reasons=(),
        open_questions=(),
        clearance_before_vigorous=careful,
        may_train=True,
    )


@st.composite
def contributors(draw: st.DrawFn) -> tuple[Contributor, ...]:
    """One to eight contributors whose weights sum to about one."""
    names = draw(st.lists(st.sampled_from(CONTRIBUTORS), min_size=1, max_size=8, unique=True))
    heavy = [draw(st.integers(1, 20)) for _ in names]
    found = []
    for name, weight in zip(names, heavy, strict=True):
        known = book().contributors[name]
        found.append(
            Contributor(
                contributor=name,
                side=draw(st.sampled_from([None, "left", "right"])) if known.sided else None,
                weight=round(weight / sum(heavy), 4),
                confidence="moderate",
                for_=(f"What you showed of {name} was {weight}.",),
                against=(),
                falsifier="",
                worked_by=known.worked_by,
                from_week=draw(st.integers(1, 3)),
                sources=(),
            )
        )
    return tuple(found)


@st.composite
def formulations(draw: st.DrawFn) -> Formulation:
    """Any formulation."""
    found = draw(contributors())
    taken = {one.contributor for one in found}
    strong = draw(st.lists(st.sampled_from(CONTRIBUTORS), max_size=3, unique=True))
    return Formulation(
        pattern=draw(st.sampled_from(["flexion", "extension", "rotation", "load", "none_clear"])),
        directional_preference=draw(st.sampled_from(["flexion", "extension", "none", "unknown"])),
        stage="movement_control",
        stage_number=draw(st.integers(1, 4)),
        irritability=draw(st.sampled_from(["high", "moderate", "low", "unknown"])),
        phase=draw(st.sampled_from(["acute", "subacute", "chronic"])),
        psychosocial_risk=draw(st.sampled_from(["low", "medium", "high", "unknown"])),
        contributors=found,
        next_best=(),
        strong=tuple(sorted(set(strong) - taken)),
        time_contingent=draw(st.booleans()),
    )


@st.composite
def ways(draw: st.DrawFn) -> Means:
    """Where, with what and how long."""
    place = draw(st.sampled_from(["home", "gym", "clinic"]))
    return Means(
        place=place,
        supervised=place == "clinic" or draw(st.booleans()),
        equipment=tuple(sorted(draw(st.sets(st.sampled_from(PIECES), max_size=10)))),
        sessions_per_week=draw(st.integers(1, 7)),
        minutes_per_session=float(draw(st.sampled_from([5, 10, 15, 20, 30, 45, 60]))),
    )


@st.composite
def restrictions(draw: st.DrawFn) -> tuple[Restriction, ...]:
    """Instructions of the care team, ended, running or open."""
    days = st.none() | st.integers(-20, 120)
    return tuple(
        Restriction(avoid=tag, given_by="surgeon", until=None if (end := draw(days)) is None else DAY + timedelta(end))
        for tag in draw(st.lists(st.sampled_from(TAGS), max_size=2, unique=True))
    )


@st.composite
def strangers(draw: st.DrawFn) -> Stranger:
    """Anybody at all who may train."""
    conditions = draw(st.lists(st.sampled_from(CONDITIONS), max_size=2, unique=True))
    record = IntakeRecord(
        taken_on=DAY,
        on=DAY,
        client=Client(
            age=draw(st.integers(18, 95)), sex=draw(st.sampled_from(["male", "female"])), height_cm=170.0, mass_kg=75.0
        ),
        episode=Episode(duration_days=draw(st.integers(1, 2000)), pain_now=3.0, sites=("low_back",)),
        movements={"walking": draw(st.sampled_from(["better", "worse"])), "sitting": "worse"},
        surgeries=tuple(
            Surgery(kind=OPERATED[one], weeks_ago=draw(st.integers(0, 40)))  # type: ignore[arg-type]
            for one in conditions
            if one in OPERATED
        ),
        diagnoses=tuple(RecordedDiagnosis(condition=one, given_by="physician") for one in conditions),
        restrictions=draw(restrictions()),
        daily_life=DailyLife(sitting_hours=draw(st.none() | st.integers(1, 14).map(float))),
        goals=tuple(
            Goal(task=task, ability=draw(st.none() | st.integers(0, 9).map(float)))
            for task in draw(st.lists(st.sampled_from(TASKS), max_size=2, unique=True))
        ),
        means=draw(ways()),
    )
    gate = st.sampled_from(
        ["proceed", "proceed", "proceed_modified", "proceed_modified_flexion_bias", "hold_extension_and_impact"]
    )
    return Stranger(
        record, decided(draw(gate), draw(st.booleans())), Findings(findings=(), regions={}), draw(formulations())
    )
