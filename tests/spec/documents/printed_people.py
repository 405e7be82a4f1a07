"""People made by hand from the records, so that sheets can be looked at without the planner."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ladderback import verification
from ladderback.assessment.values import Ask, Finding, Findings, NormUsed
from ladderback.documents.facts import Contact, Facts
from ladderback.evidence import book
from ladderback.formulation.values import Contributor, Formulation
from ladderback.intake.values import Client, Goal, IntakeRecord, Means, RecordedDiagnosis, Restriction
from ladderback.outcomes.values import Adherence, Change, Durability, Falsified, Review
from ladderback.programme.values import (
    Composed,
    DailyLifeAdvice,
    Education,
    Excluded,
    Item,
    PhaseOfProgramme,
    Programme,
    Referral,
    SessionPlan,
    Solve,
    Waiting,
    Walk,
)
from ladderback.triage.values import IfRestDenied, TriageDecision
from ladderback.verification import Verified
from ladderback.verification.values import VerificationReport

DAY = date(2026, 11, 1)
HOME = ("hinge_dowel", "hip_bridge", "core_bd", "mob_open_book")
WHY = "Your right hip bends to 104 degrees; most people your age reach 120, and bending is sore."


def item(exercise: str, **changes: Any) -> Item:
    """One exercise at the low end of its own dose."""
    record = book().exercises[exercise]
    dose = record.dose
    values: dict[str, Any] = {
        "exercise": exercise, "each_side": record.sided, "sets": dose.sets[1], "reps": dose.reps and dose.reps[0],
        "hold_s": dose.hold_s and dose.hold_s[0], "duration_minutes": dose.minutes and dose.minutes[0],
        "distance_m": dose.metres and dose.metres[0], "load_kg": (record.load and record.load.start_kg) or 0.0,
        "effort_rpe": 5, "rest_s": dose.rest_s, "targets": record.targets, "tags": record.all_tags, "why": WHY,
        "progress_when": record.words.progress_when, "regress_to": record.words.regress_to, "minutes": 6,
    }  # fmt: skip
    return Item(**{**values, **changes})


def composed(
    exercises: tuple[str, ...] = HOME, sessions: Sequence[tuple[str, ...]] | None = None, **changes: Any
) -> Composed:
    """Twelve weeks of three trainings with the same exercises, or of the sessions given."""
    trainings = sessions or [exercises] * 3
    programme = Programme(
        weeks=12,
        phases=(
            PhaseOfProgramme(from_week=1, to_week=4, stage_number=2, aim="move", passes_when="three good mornings"),
            PhaseOfProgramme(from_week=5, to_week=12, stage_number=3, aim="get stronger", passes_when="the task"),
        ),
        sessions=tuple(
            SessionPlan(week=week, session=number, minutes=28, items=tuple(item(one) for one in names))
            for week in range(1, 13)
            for number, names in enumerate(trainings, 1)
        ),
        walking=tuple(
            Walk(week=week, minutes=10 + week, times_per_week=5, how="at a pace at which you can talk")
            for week in range(1, 13)
        ),
        daily_life=(
            DailyLifeAdvice(
                contributor="sitting_exposure", hours_per_week=35, why="You sit nine hours a day.",
                advice=("Get up every 20 to 30 minutes.", "Stand or walk for your phone calls."),
            ),
        ),
        education=(Education(topic="topic.pain_rules", week=1, why="first week"),),
        waiting=(Waiting(what="lifting from the floor", until_week=5, why="bending under load comes after control"),),
    )  # fmt: skip
    values: dict[str, Any] = {
        "programme": programme, "solve": Solve(status="optimal", bound=1.0, gap=0.0),
        "excluded": (
            Excluded(exercise="core_situp", by="DH02", because="Not now: it bends your back under load."),
            Excluded(exercise="hinge_deadlift", by="DH02", because="Not now: it bends your back under load."),
            Excluded(exercise="mob_jefferson", by="ST1", because="It belongs to a later stage."),
        ),
        "referrals": (Referral(to="dietitian", urgency="routine", reason="You named a weight goal."),),
        "individual_because": ("Right hip bends less", "Bending and lifting are sore", "Lifting worries you"),
        "stop_rules": ("chest_pain", "faintness", "new_numbness", "saddle_bladder_bowel", "leg_pain_below_knee",
                       "leg_pain_moves_down", "pain_over_limit", "form_lost_twice"),
        "review_on_week": 4, "retest": ("hip_flex_prom", "sorensen"),
    }  # fmt: skip
    return Composed(**{**values, **changes})


def verified(what: Composed | None = None) -> Verified[Composed]:
    """The programme as it comes back from the second pair of eyes."""
    return Verified(what or composed(), VerificationReport(ok=True, checked=41, violations=()), verification._SEAL)


def record(**changes: Any) -> IntakeRecord:
    """Somebody of 61 who wants to lift a child out of the car seat."""
    values: dict[str, Any] = {
        "title": "A secret title", "taken_on": DAY, "on": DAY,
        "client": Client(age=61, sex="female", height_cm=162, mass_kg=70),
        "goals": (Goal(task="lift_child_from_car_seat", load_kg=12, times_per_day=4, ability=3, fear=7),),
        "means": Means(place="home", supervised=False, equipment=("mat",), sessions_per_week=3, minutes_per_session=30),
        "diagnoses": (
            RecordedDiagnosis(condition="spinal_stenosis", given_by="physician", on=date(2026, 5, 2), state="stable"),
        ),
        "restrictions": (Restriction(avoid="loaded_flexion", given_by="surgeon", until=date(2027, 1, 1)),),
    }  # fmt: skip
    return IntakeRecord(**{**values, **changes})


def decision(**changes: Any) -> TriageDecision:
    """May train."""
    values: dict[str, Any] = {
        "urgency": "monitor_train", "gate": "proceed", "complete": True, "recipient": "", "reasons": (),
        "if_rest_denied": IfRestDenied(urgency="monitor_train", gate="proceed"),
        "say": "You can start now.", "open_questions": (), "may_train": True,
    }  # fmt: skip
    return TriageDecision(**{**values, **changes})


def finding(test: str, side: Any, value: float | str, verdict: Any, z: float | None = None, **changes: Any) -> Finding:
    """One finding against a norm from memory."""
    norm = NormUsed(norm="N1", mean=120, sd=9, population="adults", source="SOUCIE2011", status="memory")
    values: dict[str, Any] = {
        "test": test, "side": side, "value": value, "unit": book().clinical_tests[test].unit, "norm": norm, "z": z,
        "side_difference": None, "verdict": verdict, "beyond_mdc": None,
    }  # fmt: skip
    return Finding(**{**values, **changes})


def findings() -> Findings:
    """A dozen findings of each kind."""
    return Findings(
        findings=(
            finding("hip_flex_prom", "right", 95.0, "finding", -2.8),
            finding("hip_flex_prom", "left", 112.0, "borderline", -1.1),
            finding("hip_ir", "right", 22.0, "finding", -1.9),
            finding("thor_rot_seated", "left", 44.0, "typical", 0.2),
            finding("sorensen", None, 55.0, "borderline", -1.2),
            finding("mct_waiter", None, "fail", "finding", norm=None),
            finding("sl_stance", "right", 12.0, None, norm=None, note="No norm for this age."),
            finding("chair30", None, 12.0, "typical", 0.1),
        ),
        regions={"hips": "in", "rib_cage": "out"},
    )


def formulation(**changes: Any) -> Formulation:
    """Two contributors, a pattern and what to ask next."""
    values: dict[str, Any] = {
        "pattern": "flexion", "directional_preference": "extension", "stage": "movement_control", "stage_number": 2,
        "irritability": "moderate", "phase": "chronic", "psychosocial_risk": "medium",
        "contributors": (
            Contributor(
                contributor="hip_flexion_range", side="right", weight=0.4, confidence="moderate",
                for_=("Right hip bends to 95 degrees, 25 less than people alike.", "Bending is sore."),
                against=("The left side is nearly as stiff and not sore.",),
                falsifier="Bending eases within six sessions as the hip frees up; if not, look elsewhere.",
                worked_by="movement", from_week=1, sources=("AVMAN2019",),
            ),
            Contributor(
                contributor="sitting_exposure", side=None, weight=0.2, confidence="low", for_=("Nine hours a day.",),
                against=(), falsifier="Sitting half as long changes nothing within three weeks.",
                worked_by="daily_life", from_week=1, sources=(),
            ),
        ),
        "next_best": (Ask(ask="hip_ext_prom", minutes=2, why="It decides between two hip exercises."),),
        "individual_because": ("Right hip bends less", "Bending is sore", "Lifting worries you"),
    }  # fmt: skip
    return Formulation(**{**values, **changes})


def facts(exercises: tuple[str, ...] = HOME, **changes: Any) -> Facts:
    """Everything a sheet is made of."""
    values: dict[str, Any] = {
        "record": record(), "decision": decision(), "findings": findings(), "formulation": formulation(),
        "verified": verified(composed(exercises)), "contact": Contact(),
    }  # fmt: skip
    return Facts(**{**values, **changes})


def review() -> Review:
    """Four weeks later."""
    return Review(
        changes=(
            Change(
                measure="nprs",
                from_=6,
                to=3,
                beyond_mdc=True,
                beyond_mcid=True,
                mdc=2,
                mcid=2,
                status="verified",
                say="",
            ),
            Change(
                measure="psfs",
                from_=3,
                to=4,
                beyond_mdc=False,
                beyond_mcid=False,
                mdc=2,
                mcid=2.3,
                status="secondary",
                say="",
            ),
            Change(
                measure="hip_flex_prom",
                side="right",
                from_=95,
                to=108,
                unit="deg",
                beyond_mdc=True,
                beyond_mcid=None,
                mdc=8,
                status="memory",
                say="",
            ),
        ),
        durability=(
            Durability(technique="massage", hours=(14.0, 12.0), growing=False, say="Massage: 14, then 12 hours."),
        ),
        falsifiers=(
            Falsified(
                contributor="hip_flexion_range", side="right", says="holds", because="Bending eased.", falsifier=""
            ),
        ),
        next_best=(Ask(ask="hip_ext_prom", minutes=2, why="It decides between two exercises."),),
        next="We go on to week 5.",
        adherence=Adherence(trained=10, planned=12, walks=18, walk_minutes=270, say="10 of 12 trainings logged."),
        professional="soon",
    )
