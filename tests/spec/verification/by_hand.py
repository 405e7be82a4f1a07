"""Programmes written by hand, straight from the records: a plain, slow, careful way, so that faults can be put in.

It knows nothing of the planner and nothing of how verification looks: it keeps to the simplest reading that is safe.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from ladderback.assessment.values import Findings
from ladderback.evidence import book
from ladderback.evidence.exercises import Exercise
from ladderback.evidence.ladders import Step
from ladderback.evidence.limits import Limit
from ladderback.formulation.values import Contributor, Formulation
from ladderback.intake.values import Client, Episode, IntakeRecord, Means
from ladderback.ladder.values import Ladder, Rung
from ladderback.programme.values import (
    Aerobic,
    Composed,
    Item,
    PhaseOfProgramme,
    Programme,
    Referral,
    SessionPlan,
    Solve,
    Walk,
)
from ladderback.triage.values import IfRestDenied, TriageDecision
from ladderback.verification import VerificationReport, check

DAY = date(2026, 11, 1)
EVERY_PIECE = tuple(sorted({piece for one in book().exercises.values() for any_ in one.equipment for piece in any_}))
STOP_RULES = (
    "chest_pain", "faintness", "new_numbness", "saddle_bladder_bowel", "leg_pain_below_knee", "leg_pain_moves_down",
    "pain_over_limit", "form_lost_twice", "blood_pressure", "pregnancy_signs", "low_sugar", "eye_pressure",
    "morning_bending", "support_within_reach", "breathe_out", "foot_check",
)  # fmt: skip
ROLES = ("dietitian", "oncologist", "physician", "physiotherapist", "psychotherapist", "surgeon")
LATER = ("loaded_rotation", "loaded_flexion", "impact", "high_intensity")
CONTRIBUTORS = (("flexion_control", 0.5), ("hip_strength", 0.3), ("thoracic_rotation_range", 0.2))


class Case(Struct, frozen=True, kw_only=True):
    """Everything verification is told about a person."""

    record: IntakeRecord
    decision: TriageDecision
    findings: Findings
    formulation: Formulation

    def look(self, answer: Any) -> VerificationReport:
        """Has the second pair of eyes look at an answer."""
        return check(answer, self.record, self.decision, self.findings, self.formulation)


def person(**changes: Any) -> Case:
    """A person of 45 with long-lasting pain who trains in a gym, somebody beside, with every piece of kit there is."""
    record = IntakeRecord(
        taken_on=DAY,
        on=DAY,
        client=Client(age=45, sex="female", height_cm=168.0, mass_kg=70.0),
        episode=Episode(onset="gradual", duration_days=400, pain_now=3.0, sites=("low_back",)),
        means=Means(place="gym", supervised=True, equipment=EVERY_PIECE, sessions_per_week=2, minutes_per_session=60.0),
        features={"saddle_numbness": False},
    )
    made = Case(
        record=record, decision=decided("proceed"), findings=Findings(findings=(), regions={}), formulation=view()
    )
    return replace(made, **changes)


def at_home() -> Case:
    """The same person at home, alone, with little kit and half an hour."""
    means = Means(
        place="home",
        supervised=False,
        equipment=("mat", "band", "dumbbell"),
        sessions_per_week=3,
        minutes_per_session=30.0,
    )
    return person(record=replace(person().record, means=means))


def decided(gate: str, **changes: Any) -> TriageDecision:
    """A decision of triage with that gate."""
    trains = gate.startswith("proceed") or gate == "hold_extension_and_impact"
    urgency = "monitor_train" if gate == "proceed" else "routine"
    decision = TriageDecision(
        urgency=urgency, gate=gate, complete=True, if_rest_denied=IfRestDenied(urgency=urgency, gate=gate),  # type: ignore[arg-type]
        say="", recipient="", reasons=(), open_questions=(), may_train=trains,
    )  # fmt: skip
    return replace(decision, **changes)


def view(**changes: Any) -> Formulation:
    """A working view: three contributors that movement works, stage 2, low irritability."""
    contributors = tuple(
        Contributor(
            contributor=name, side=None, weight=weight, confidence="moderate", for_=("",), against=(), falsifier="",
            worked_by="movement", from_week=1, sources=(),
        )
        for name, weight in CONTRIBUTORS
    )  # fmt: skip
    made = Formulation(
        pattern="none_clear", directional_preference="none", stage="movement_control", stage_number=2,
        irritability="low", phase="chronic", psychosocial_risk="low", contributors=contributors, next_best=(),
    )  # fmt: skip
    return replace(made, **changes)


def matching(word: str, exercise: Exercise) -> bool:
    """Whether a word of a limit names an exercise."""
    kind, _, rest = word.partition(":")
    if rest:
        return rest in {"group": (exercise.group,), "position": (exercise.position,), "target": exercise.targets}[kind]
    return word in (*exercise.all_tags, exercise.movement, exercise.id)


def touches(row: Limit, exercise: Exercise) -> bool:
    """Whether a limit is about an exercise."""
    named = not row.effect_tags or any(matching(word, exercise) for word in row.effect_tags)
    return named and not any(matching(word, exercise) for word in row.exempt)


class Rules(Struct, kw_only=True):
    """What the writer by hand keeps to: rows that stand all the time, weeks without sessions, walking or not."""

    rows: tuple[Limit, ...] = ()
    no_sessions: frozenset[int] = frozenset()
    no_walking: frozenset[int] = frozenset()


def rules_for(case: Case) -> Rules:
    """Every row that a word of this person names, whatever the weeks: more than would be asked, never less."""
    record = case.record
    words = {"any", *(one.condition for one in record.diagnoses), *(f"surgery:{one.kind}" for one in record.surgeries)}
    words |= {
        f"medicine:{name}" for name in ("beta_blocker", "insulin_or_secretagogue") if getattr(record.medicine, name)
    }
    return Rules(rows=tuple(row for row in book().limits.values() if words & set(row.applies_to)))


def programme_for(case: Case, rules: Rules | None = None) -> Composed:
    """Writes twelve weeks by hand."""
    rules = rules or Rules()
    stages = _stages(case.formulation.stage_number)
    sessions: list[SessionPlan] = []
    aerobic: list[Aerobic] = []
    before: tuple[Exercise, ...] = ()
    for week, stage in enumerate(stages, 1):
        if week in rules.no_sessions or not case.decision.may_train:
            continue
        before = _choose(case, rules, stages, week, before)
        items = tuple(item for one in before for item in (_item(case, rules, one),))
        minutes = sum(item.minutes for item in items)
        for number in range(
            1,
            (
                case.record.means or Means(place="home", supervised=False, sessions_per_week=1, minutes_per_session=1)
            ).sessions_per_week
            + 1,
        ):
            sessions.append(SessionPlan(week=week, session=number, minutes=minutes, items=items))
        bike = book().exercises["car_bike_up"]
        if _may(case, rules, bike, stage):
            aerobic.append(
                Aerobic(
                    week=week, exercise=bike.id, minutes=10.0, times_per_week=2, effort_rpe=3.0, why="For your heart."
                )
            )
    programme = Programme(
        weeks=12,
        phases=_phases(stages),
        sessions=tuple(sessions),
        walking=tuple(
            Walk(week=week, minutes=10.0, times_per_week=5, how="Five minutes, a rest, five minutes.")
            for week in range(1, 13)
            if week not in rules.no_walking and case.decision.may_train
        ),
        aerobic=tuple(aerobic),
    )
    return Composed(
        programme=programme,
        solve=Solve(status="optimal", bound=0.0, gap=0.0),
        excluded=(),
        referrals=(
            *(Referral(to=role, urgency="routine", reason="Asked for a word.") for role in ROLES),
            *(
                Referral(to=one.given_by, urgency="routine", reason=f"Please look at it again before {one.until}.")
                for one in case.record.restrictions
            ),
        ),
        individual_because=(),
        stop_rules=STOP_RULES,
        review_on_week=4,
        retest=(),
    )


def _stages(first: int) -> tuple[int, ...]:
    path = [stage for stage in range(first, 4) for _ in range(4)] + [4] * 12
    return tuple(path[:12])


def _phases(stages: tuple[int, ...]) -> tuple[PhaseOfProgramme, ...]:
    return tuple(
        PhaseOfProgramme(
            from_week=stages.index(stage) + 1,
            to_week=12 - stages[::-1].index(stage),
            stage_number=stage,
            aim="Move well.",
            passes_when="Two good weeks.",
        )
        for stage in sorted(set(stages))
    )


def _may(case: Case, rules: Rules, exercise: Exercise, stage: int) -> bool:
    """Whether an exercise may stand at a stage, read in the plainest way."""
    kit = {"none", "floor", "wall", "chair", *(case.record.means.equipment if case.record.means else ())}
    if case.record.means and case.record.means.place == "home":
        kit |= {"bed", "towel", "pillow", "stairs"}
    forbidden = any(row.effect == "forbid" and touches(row, exercise) for row in rules.rows)
    later = stage < 3 and set(exercise.all_tags) & set(LATER)
    restricted = any(matching(one.avoid, exercise) for one in case.record.restrictions)
    hold = min(
        (row.effect_value or 0 for row in rules.rows if row.effect == "cap_hold" and touches(row, exercise)),
        default=math.inf,
    )
    too_long = exercise.dose.hold_s is not None and exercise.dose.hold_s[0] > hold
    equipped = all(kit & set(any_) for any_ in exercise.equipment)
    irritable = case.formulation.irritability == "high" and stage <= 2 and exercise.load_class > stage + 1
    strong = set(case.formulation.strong) & set(exercise.targets)
    return bool(
        stage in exercise.stages
        and equipped
        and not (forbidden or later or restricted or too_long or irritable or strong)
    )


def _choose(
    case: Case, rules: Rules, stages: tuple[int, ...], week: int, before: tuple[Exercise, ...]
) -> tuple[Exercise, ...]:
    """Keeps what may stay, then takes what a need asks for, the longest lasting first, two new ones at most."""
    stage, most = stages[week - 1], 6 if case.record.means and case.record.means.supervised else 4
    able = [
        one for one in book().exercises.values() if _may(case, rules, one, stage) and one.movement not in ("aerobic",)
    ]
    able.sort(key=lambda one: (-_lasting(case, rules, one, stages, week), one.sided, one.id))
    chosen: list[Exercise] = []
    new = most if week == 1 else 2
    for need in _needs(case, rules):
        fitting = [one for one in able if need(one)]
        here = next((one for one in fitting if one in before), None) or next(iter(fitting), None)
        if here is None or any(need(one) for one in chosen) or len(chosen) == most:
            continue
        if here not in before:
            if new == 0:
                continue
            new -= 1
        chosen.append(here)
    for one in (*before, *able):
        if len(chosen) < 2 and one not in chosen and one in able and (one in before or new > 0):
            chosen.append(one)
            new -= one not in before
    return tuple(chosen)


def _needs(case: Case, rules: Rules) -> list[Callable[[Exercise], bool]]:
    asked = [row for row in rules.rows if row.effect in ("require", "require_weekly")]
    needs: list[Callable[[Exercise], bool]] = [lambda one, row=row: touches(row, one) for row in asked]  # type: ignore[misc]
    for contributor in case.formulation.contributors:
        needs.append(lambda one, name=contributor.contributor: name in one.targets and one.movement != "directional")  # type: ignore[misc]
    return needs


def _lasting(case: Case, rules: Rules, exercise: Exercise, stages: tuple[int, ...], week: int) -> int:
    count = 0
    for stage in stages[week - 1 :]:
        if not _may(case, rules, exercise, stage):
            break
        count += 1
    return count


def _item(case: Case, rules: Rules, exercise: Exercise) -> Item:
    """The smallest dose at an easy effort without a load."""
    dose = exercise.dose
    item = Item(
        exercise=exercise.id,
        each_side=exercise.sided,
        sets=dose.sets[0],
        reps=dose.reps[0] if dose.reps else None,
        hold_s=dose.hold_s[0] if dose.hold_s else None,
        duration_minutes=dose.minutes[0] if dose.minutes else None,
        distance_m=dose.metres[0] if dose.metres else None,
        effort_rpe=3.0,
        rest_s=dose.rest_s,
        why="You said that bending hurts.",
        progress_when=exercise.words.progress_when,
        regress_to=exercise.words.regress_to,
        minutes=0.0,
    )
    return replace(item, minutes=minutes(item))


def minutes(item: Item) -> float:
    """Minutes of an item, by the words of the table: set-up, sets on each side, change of sides, rest between sets."""
    exercise = book().exercises[item.exercise]
    numbers = {name: row.cells["value"] for name, row in book().tables["verification_numbers"].items()}
    one_set = 60 * (item.duration_minutes or 0)
    one_set += (item.distance_m or 0) * max(exercise.seconds_per_rep, float(numbers["seconds_per_metre"]))
    if item.hold_s:
        pause = max(exercise.seconds_per_rep, float(numbers["hold_release_s"]))
        one_set += (item.reps or 1) * (item.hold_s + pause)
    else:
        one_set += (item.reps or 0) * exercise.seconds_per_rep
    sides = 2 if item.each_side else 1
    change = float(numbers["side_change_s"]) * item.sets if item.each_side else 0
    return (exercise.set_up_s + sides * item.sets * one_set + change + item.rest_s * (item.sets - 1)) / 60


def change_item(
    answer: Composed, week: int, place: int, change: Callable[[Item], Item | None], *, session: int = 0
) -> Composed:
    """The same programme with one item changed, or taken out, in one session (0: in every session of the week)."""

    def changed(one: SessionPlan) -> SessionPlan:
        if one.week != week or session not in (0, one.session):
            return one
        items = [change(item) if n == place - 1 else item for n, item in enumerate(one.items)]
        return replace(one, items=tuple(item for item in items if item is not None))

    return with_sessions(answer, [changed(one) for one in answer.programme.sessions])


def with_sessions(answer: Composed, sessions: Iterable[SessionPlan]) -> Composed:
    """The same programme with other sessions; their minutes are counted anew."""
    counted = tuple(replace(one, minutes=sum(item.minutes for item in one.items)) for one in sessions)
    return replace(answer, programme=replace(answer.programme, sessions=counted))


def written(case: Case, exercise_id: str, **changes: Any) -> Item:
    """An item for an exercise at its smallest dose, with changes; minutes counted anew."""
    item = replace(_item(case, Rules(), book().exercises[exercise_id]), **changes)
    return replace(item, minutes=minutes(item))


def after(weeks: float) -> date:
    """The day so many weeks after the day of the programme."""
    return DAY + timedelta(days=round(7 * weeks))


def ladder_of(task: str, *rungs: tuple[str, float, float], flare_up: bool = False) -> Ladder:
    """A ladder to a task from the steps of its record: step, weight [kg] and ratio to standing of each rung."""
    steps = {one.id: one for one in book().ladders[task].steps}
    made = tuple(_rung(task, steps[step], kg, ratio) for step, kg, ratio in rungs)
    return Ladder(
        task=task, name=task, load_kg=10.0, ability=5.0, fear=None, stage=2, rungs=made, at=made[0].rung,
        flare_up=flare_up,
    )  # fmt: skip


def _rung(task: str, step: Step, kg: float, ratio: float) -> Rung:
    return Rung(
        rung=f"{task}.{step.id}.{kg:g}kg", name=step.name, kind=step.kind, step=step.id, movement=step.movement,
        exercise=step.trained_by, side=None, variation=step.variation, load_kg=kg, reps=3, minutes=None,
        levels=step.levels, changed=(), ratio_to_standing=ratio, ratio_low=ratio, ratio_high=ratio, band="high",
        band_from="computed", band_sources=(), tied_with_below=False, compression_n=1000.0, moment_nm=40.0, peak_pose=0,
        sure=True, from_stage=1, stages=(1, 2, 3, 4), fear=None, tries=2, good_tries=0, tried=(), pass_when="",
        prepares="", state="later", note="",
    )  # fmt: skip
