# ruff: noqa: E501 (one fault a line)
"""Faults that are put into good programmes, and the kind under which each is found. Makes docs/rules/verification.md."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from by_hand import (
    DAY,
    LATER,
    STOP_RULES,
    Case,
    after,
    at_home,
    change_item,
    decided,
    ladder_of,
    person,
    programme_for,
    rules_for,
    touches,
    view,
    with_sessions,
    written,
)  # fmt: skip
from msgspec.structs import replace

from ladderback.assessment.values import Finding, Findings
from ladderback.evidence import book
from ladderback.intake.values import Clearance, Goal, RecordedDiagnosis, Restriction, Surgery
from ladderback.programme.values import Aerobic, Composed, Excluded, PhaseOfProgramme, SessionPlan, Waiting, Walk
from ladderback.verification import KINDS

Change = Callable[[Composed], Composed]


def known(**record: object) -> Case:
    """The person, with more known of them."""
    return person(record=replace(person().record, **record))


def first(**changes: object) -> Change:
    """Changes the first item of every session of week 1."""
    return lambda answer: change_item(answer, 1, 1, lambda item: replace(item, **changes))


def put(exercise: str, week: int = 1, **changes: object) -> Change:
    """Puts another exercise in the place of the first item of a week."""
    return lambda answer: change_item(answer, week, 1, lambda _: written(person(), exercise, **changes))


def sessions(change: Callable[[tuple[SessionPlan, ...]], list[SessionPlan]]) -> Change:
    """Changes the list of sessions."""
    return lambda answer: with_sessions(answer, change(answer.programme.sessions))


def also(*exercises: str) -> Change:
    """Puts further exercises, as long as they may be, at the end of every session of week 1."""
    more = tuple(written(person(), one, duration_minutes=longest(one)) for one in exercises)
    return sessions(lambda all_: [replace(one, items=one.items + more) if one.week == 1 else one for one in all_])


def longest(exercise: str) -> float | None:
    span = book().exercises[exercise].dose.minutes
    return span[1] if span else None


def stated(minutes: float) -> Change:
    """Says other minutes for the first session than it takes."""
    return lambda answer: part(
        sessions=(replace(answer.programme.sessions[0], minutes=minutes), *answer.programme.sessions[1:])
    )(answer)


def part(**changes: object) -> Change:
    """Changes a part of the programme."""
    return lambda answer: replace(answer, programme=replace(answer.programme, **changes))


def beside(**changes: object) -> Change:
    """Changes what stands beside the programme."""
    return lambda answer: replace(answer, **changes)


def without_role(*roles: str) -> Change:
    return lambda answer: replace(answer, referrals=tuple(one for one in answer.referrals if one.to not in roles))


def loads(*kilos: float) -> Change:
    """An exercise with a load in the first place of the weeks 1, 2, ..."""

    def change(answer: Composed) -> Composed:
        for week, kilo in enumerate(kilos, 1):
            answer = put("leg_box_squat", week, load_kg=kilo)(answer)
        return answer

    return change


def grown(answer: Composed) -> Composed:
    """Sets and repetitions of one exercise both rise from week 1 to week 2."""
    answer = put("leg_sts", 1, sets=2, reps=8)(answer)
    return put("leg_sts", 2, sets=3, reps=10)(answer)


def only_left(answer: Composed) -> Composed:
    return put("hip_bridge_sl", each_side=False, side="left")(answer)


def nothing_for(contributor: str) -> Change:
    """Puts something else wherever a contributor is worked."""

    def change(answer: Composed) -> Composed:
        for week in range(1, 13):
            for place in range(1, 7):
                answer = change_item(
                    answer, week, place,
                    lambda item: written(person(), "mob_knee_wall") if contributor in book().exercises[item.exercise].targets else item,
                )  # fmt: skip
        return answer

    return change


def nothing_asked_by(row: str) -> Change:
    """Puts something else wherever a row of the limits is met."""
    limit = book().limits[row]

    def change(answer: Composed) -> Composed:
        for week in range(1, 13):
            for place in range(1, 7):
                answer = change_item(
                    answer, week, place,
                    lambda item: written(person(), "mob_knee_wall") if touches(limit, book().exercises[item.exercise]) else item,
                )  # fmt: skip
        return answer

    return change


def phases(*spans: tuple[int, int, int]) -> Change:
    made = [PhaseOfProgramme(from_week=a, to_week=b, stage_number=s, aim="", passes_when="") for a, b, s in spans]
    return part(phases=tuple(made))


def walks(answer: Composed) -> Composed:
    return part(walking=tuple(one for one in answer.programme.walking if one.week != 5))(answer)


def aerobic(**changes: object) -> Change:
    made = Aerobic(week=1, exercise="car_bike_up", minutes=10.0, times_per_week=2, effort_rpe=3.0, why="")
    return part(aerobic=(replace(made, **changes),))


NOTHING = beside()  # the programme is good for somebody else


WEIGHT = known(goals=(Goal(task="body_mass", target_kg=60.0),))
BENDS = known(restrictions=(Restriction(avoid="axial_load", given_by="surgeon", until=after(4)),))
RECORDED = {
    name: known(diagnoses=(RecordedDiagnosis(condition=name, given_by="physician", on=DAY),))
    for name in ("osteoporosis", "hypertension", "hypermobility", "disc_herniation_radiculopathy", "vertebral_fracture")
}
BETA = known(medicine=replace(person().record.medicine, beta_blocker=True))
STRONG = Findings(
    findings=(
        Finding(test="sorensen", side=None, value=200.0, unit="s", norm=None, z=1.0, side_difference=None,
                verdict="typical", beyond_mdc=None, strong=True),
    ),
    regions={},
)  # fmt: skip
CLEARED = Clearance(clears=("DH02",), by="physician", at=datetime(2026, 10, 30), limits=("prone",))
HOME, GYM, IRRITABLE = at_home(), person(), person(formulation=view(irritability="high", stage_number=1))
FUSED = known(surgeries=(Surgery(kind="fusion", weeks_ago=14.0),))
DISC5 = replace(at_home(), record=replace(at_home().record, surgeries=(Surgery(kind="discectomy", weeks_ago=4.5),)))

SEAT = "lift_child_from_car_seat"
WAY = (("hip_bend_wall", 0.0, 2.0), ("box_waist", 4.0, 2.5), ("box_waist", 6.0, 2.8), ("task", 10.0, 5.0))
BOX_4, BOX_6, HEAVIER = f"{SEAT}.box_waist.4kg", f"{SEAT}.box_waist.6kg", f"{SEAT}.heavier.12kg"


def climbs(*more: tuple[str, float, float], change: Change | None = None, flare_up: bool = False) -> Change:
    """A ladder beside the programme, with more rungs at its end, and what its weeks hold of it."""
    ladder = ladder_of(SEAT, *WAY, *more, flare_up=flare_up)
    return lambda answer: replace((change or (lambda same: same))(answer), ladders=(ladder,))


def rungs(*weeks: tuple[str, str, float]) -> Change:
    """Exercise, rung and weight [kg] in the first place of the weeks 1, 2, ..."""

    def change(answer: Composed) -> Composed:
        for week, (exercise, rung, kg) in enumerate(weeks, 1):
            answer = put(exercise, week, rung=rung, load_kg=kg)(answer)
        return answer

    return change


# kind, what is wrong, whose programme, how it is put in
FAULTS: list[tuple[str, str, Case, Change]] = [
    ("gate", "sessions while the gate says hold", person(decision=decided("hold_until_cleared")), NOTHING),
    ("gate", "sessions while a question is open", person(decision=decided("hold_until_answered")), NOTHING),
    ("gate", "a gate that trains, for a person who may not", person(decision=decided("proceed", may_train=False)), NOTHING),
    ("gate_movement", "leaning back at a gate that leaves it out", person(decision=decided("hold_extension_and_impact")), put("dir_ext_stand")),
    ("gate_movement", "jumping at a gate that leaves it out", person(decision=decided("hold_extension_and_impact")), put("calf_hop")),
    ("gate_movement", "leaning back with a flexion bias", person(decision=decided("proceed_modified_flexion_bias")), put("dir_ext_stand")),
    ("gate_movement", "hard intervals before a clearance", person(decision=decided("proceed", clearance_before_vigorous=True)), put("car_bike_hiit", 9)),
    ("restriction", "a restricted movement before its date", BENDS, put("leg_box_squat")),
    ("restriction", "a restricted movement after its date, too early a stage", known(restrictions=(Restriction(avoid="axial_load", given_by="surgeon", until=after(1)),)), put("leg_box_squat", 4)),
    ("restriction_review", "nobody is asked before a restriction ends", BENDS, without_role("surgeon", "physician")),
    ("clearance_limit", "a movement that a clearance leaves out", known(clearances=(CLEARED,)), put("mob_prone_ir")),
    ("limit_forbid", "sit-ups in the sixth week of nerve pain in the leg", RECORDED["disc_herniation_radiculopathy"], put("core_situp")),
    ("limit_effort", "breath-holding work at 7 of 10 with high blood pressure", RECORDED["hypertension"], put("core_plank", 9, effort_rpe=7.0)),
    ("limit_load", "15 kg in the fifteenth week after a fusion", FUSED, put("leg_box_squat", 1, load_kg=15.0)),
    ("limit_load", "3 kg with a fracture that heals", RECORDED["vertebral_fracture"], put("carry_front", 1, load_kg=3.0)),
    ("limit_hold", "holds of 30 seconds with high blood pressure", RECORDED["hypertension"], put("leg_wall_sit", 1, hold_s=30)),
    ("limit_step", "10 per cent more for very mobile joints", RECORDED["hypermobility"], loads(10.0, 11.0)),
    ("limit_no_programme", "sessions in the first weeks after a discectomy", known(surgeries=(Surgery(kind="discectomy", weeks_ago=1.0),)), NOTHING),
    ("limit_supervision", "alone in the fifth week after a discectomy", DISC5, NOTHING),
    ("limit_intensity", "heart rate with a beta-blocker", BETA, first(why="Keep your heart rate below 120.")),
    ("limit_require", "no balance work with low bone density", RECORDED["osteoporosis"], nothing_asked_by("OP03B")),
    ("limit_walking", "no walking with high blood pressure", RECORDED["hypertension"], walks),
    ("limit_stop_rule", "no check before a session with high blood pressure", RECORDED["hypertension"], beside(stop_rules=STOP_RULES[:7])),
    ("limit_refer", "nobody else is asked with a fracture", RECORDED["vertebral_fracture"], without_role("physiotherapist")),
    ("unknown_exercise", "an exercise that is not in the catalogue", GYM, first(exercise="hinge_dowell")),
    ("never_prescribed", "an exercise that is never prescribed", GYM, put("core_superman")),
    ("stage", "a heavy lift in the first week", GYM, put("hinge_dl")),
    ("irritability", "heavy work while pain is easily upset", IRRITABLE, put("leg_squat_bb")),
    ("equipment", "a kettlebell that is not there", HOME, put("core_suitcase_hold")),
    ("place", "a cable at home", HOME, put("core_pallof_walk", 9)),
    ("strong_target", "a strong back is made stronger", person(findings=STRONG), put("core_sorensen_hold", 9)),
    ("effort", "9 of 10 at stage 2", GYM, first(effort_rpe=9.0)),
    ("effort", "7 of 10 while triage says with care", person(decision=decided("proceed_modified")), lambda a: change_item(a, 9, 1, lambda i: replace(i, effort_rpe=7.0))),
    ("number", "minus five kilograms", GYM, first(load_kg=-5.0)),
    ("number", "repetitions that are not a number", GYM, first(rest_s=float("nan"))),
    ("number", "no sets", GYM, first(sets=0)),
    ("number", "walks of no length", GYM, part(walking=(Walk(week=1, minutes=0.0, times_per_week=5),))),
    ("dose_sets", "nine sets", GYM, first(sets=9)),
    ("dose_reps", "sixty repetitions", GYM, put("leg_sts", reps=60)),
    ("dose_hold", "holds of two minutes", GYM, put("core_plank_wall", hold_s=120)),
    ("dose_minutes", "two hours of it", GYM, put("task_garden", duration_minutes=120.0)),
    ("dose_metres", "carrying for a kilometre", GYM, put("carry_farmer", distance_m=1000.0)),
    ("rest", "no rest between sets", GYM, put("leg_sts", sets=3, rest_s=0)),
    ("load_without_kit", "a load on an exercise that has none", GYM, put("mob_knee_wall", load_kg=5.0)),
    ("rung_unknown", "a rung of no ladder", GYM, rungs(("lift_box_waist", BOX_4, 4.0))),
    ("rung_unknown", "a rung that no step of the record makes", GYM, climbs(change=rungs(("lift_box_waist", f"{SEAT}.other.4kg", 4.0)))),
    ("rung_unknown", "a walk on a rung of no ladder", GYM, lambda a: part(walking=(replace(a.programme.walking[0], rung="walk.task.5min"), *a.programme.walking[1:]))(a)),
    ("rung_exercise", "a rung by another exercise", GYM, climbs(change=rungs(("leg_box_squat", BOX_4, 4.0)))),
    ("rung_load", "more weight than the rung", GYM, climbs(("box_waist", 3.0, 5.1), change=rungs(("lift_box_waist", f"{SEAT}.box_waist.3kg", 4.0)))),
    ("rung_falls", "down a rung without a flare-up", GYM, climbs(change=rungs(("lift_box_waist", BOX_6, 4.0), ("lift_box_waist", BOX_4, 4.0)))),
    ("rung_beyond_early", "beyond the task at stage 2", GYM, climbs(("heavier", 12.0, 5.5), change=rungs(("lift_awkward", HEAVIER, 3.0)))),
    ("rung_beyond_heavy", "beyond the task by more than a fifth", GYM, climbs(("heavier", 12.0, 6.5))),
    ("rung_tired_heavy", "tired and heavier together", GYM, climbs(("tired", 12.0, 5.5))),
    ("rung_limit", "a rung that a surgeon restricted", known(restrictions=(Restriction(avoid="lift_box_waist", given_by="surgeon"),)), climbs(change=rungs(("lift_box_waist", BOX_4, 4.0)))),
    ("ladder_order", "a ladder that falls", GYM, climbs(("seat_reach", 2.0, 3.0))),
    ("start_load", "40 kg in the first week", GYM, loads(40.0)),
    ("load_jump", "from 4 to 8 kg in a week", GYM, loads(4.0, 8.0)),
    ("two_steps", "more sets and more repetitions at once", GYM, grown),
    ("side_missing", "only the left side", GYM, only_left),
    ("side_missing", "a sided exercise that names no side", GYM, put("hip_bridge_sl", each_side=False)),
    ("side_wrong", "a side for an exercise of both legs", GYM, put("leg_sts", side="left")),
    ("duplicate_item", "the same exercise twice in a session", GYM, sessions(lambda all_: [replace(one, items=(*one.items, one.items[0])) if one.week == 1 else one for one in all_])),
    ("too_few", "one exercise in a session", HOME, lambda a: change_item(a, 1, 2, lambda _: None)),
    ("too_many", "five exercises in a session at home", HOME, also("mob_knee_wall", "leg_sts", "mc_brace")),
    ("too_many_different", "a different pair each day at home", HOME, sessions(lambda all_: [replace(one, items=tuple(written(HOME, name) for name in pair)) if one.week == 1 else one for one, pair in zip(all_, [("leg_sts", "mc_brace"), ("mob_knee_wall", "core_plank_wall"), ("hinge_wall", "push_wall")] * 12, strict=True)])),
    ("too_many_new", "three new exercises in week 2", GYM, lambda a: with_sessions(a, [replace(one, items=tuple(written(GYM, name) for name in ("leg_sts", "mc_brace", "push_wall"))) if one.week == 2 else one for one in a.programme.sessions])),
    ("time", "more than half an hour in half an hour", HOME, also("relax_pmr", "task_garden")),
    ("minutes_stated", "five minutes are said, and it takes more", GYM, lambda a: change_item(a, 1, 1, lambda i: replace(i, minutes=0.5))),
    ("minutes_stated", "the session says less than it takes", GYM, stated(1.0)),
    ("too_many_sessions", "three sessions for a person who has two", GYM, sessions(lambda all_: [*all_, replace(all_[0], session=3)])),
    ("no_sessions", "a week without a session", GYM, sessions(lambda all_: [one for one in all_ if one.week != 6])),
    ("numbering", "two first sessions in a week", GYM, sessions(lambda all_: [replace(one, session=1) if one.week == 2 else one for one in all_])),
    ("numbering", "a week 13", GYM, sessions(lambda all_: [*all_, replace(all_[0], week=13)])),
    ("weeks", "ten weeks", GYM, part(weeks=10)),
    ("phases", "no stages", GYM, part(phases=())),
    ("phases", "a gap between the stages", GYM, phases((1, 4, 2), (6, 9, 3), (10, 12, 4))),
    ("stage_order", "begins above the stage of the person", GYM, phases((1, 8, 3), (9, 12, 4))),
    ("stage_order", "from stage 2 to stage 4", GYM, phases((1, 8, 2), (9, 12, 4))),
    ("stage_order", "stage 3 after one week", GYM, phases((1, 1, 2), (2, 8, 3), (9, 12, 4))),
    ("walking_missing", "no walking in week 5", GYM, walks),
    ("aerobic", "aerobic work nine times a week", GYM, aerobic(times_per_week=9)),
    ("aerobic", "aerobic work at 9 of 10", GYM, aerobic(effort_rpe=9.0)),
    ("aerobic", "a rower at home", HOME, aerobic(exercise="car_row_erg", week=12)),
    ("aerobic", "two hours on the bike", GYM, aerobic(minutes=120.0)),
    ("aerobic_missing", "a weight goal without aerobic work", WEIGHT, part(aerobic=())),
    ("dietitian_missing", "a weight goal without a dietitian", WEIGHT, without_role("dietitian")),
    ("referral_missing", "high risk without psychotherapy beside exercise", person(formulation=view(psychosocial_risk="high")), without_role("psychotherapist")),
    ("contributor_unaddressed", "nothing for the first contributor", GYM, nothing_for("flexion_control")),
    ("contributor_unaddressed", "nothing for the third contributor", GYM, nothing_for("thoracic_rotation_range")),
    ("excluded_prescribed", "left out and prescribed", GYM, lambda a: replace(a, excluded=(Excluded(exercise=a.programme.sessions[-1].items[0].exercise, by="LB01", because=""),))),
    ("stop_rule_missing", "no stop rule for chest pain", GYM, beside(stop_rules=STOP_RULES[1:])),
    ("review_week", "a retest in week 9", GYM, beside(review_on_week=9)),
    ("why_missing", "an item without a reason", GYM, first(why=" ")),
    ("progress_missing", "an item that does not say when it progresses", GYM, first(progress_when="")),
    ("regress_missing", "an item that does not say what it falls back to", GYM, first(regress_to="")),
    ("forbidden_word", "a word we never say", GYM, first(why="Your weak core is to blame.")),
    ("forbidden_word", "a condition that nobody recorded", GYM, part(waiting=(Waiting(what="spinal stenosis", until_week=None, why=""),))),
]  # fmt: skip
ONLY_IN_JSON = {"effort_missing", "programme_missing"}  # tests/unit/verification


@pytest.mark.parametrize(("kind", "wrong", "case", "change"), FAULTS, ids=[f"{f[0]}: {f[1]}" for f in FAULTS])
def test_each_fault_is_found_by_its_kind(kind: str, wrong: str, case: Case, change: Change) -> None:
    sound_for = person() if change is NOTHING else replace(case, decision=decided("proceed"))
    sound = programme_for(sound_for, rules_for(sound_for))
    assert kind not in {one.kind for one in sound_for.look(sound).violations}
    report = case.look(change(sound))
    assert kind in {one.kind for one in report.violations}
    assert not report.ok


def test_at_least_forty_kinds_are_seeded_and_every_kind_is() -> None:
    seeded = {fault[0] for fault in FAULTS} | ONLY_IN_JSON
    assert len(FAULTS) >= 40
    assert seeded == set(KINDS)


@pytest.mark.parametrize(
    "case",
    [GYM, HOME, IRRITABLE, STRONG and person(findings=STRONG), person(formulation=view(stage_number=1)), WEIGHT],
    ids=str,
)
def test_a_good_programme_is_in_order(case: Case) -> None:
    assert not case.look(programme_for(case)).violations


@pytest.mark.parametrize("flare_up", [True, False])
def test_rungs_go_down_only_after_a_flare_up(flare_up: bool) -> None:
    down = rungs(("lift_box_waist", BOX_6, 4.0), ("lift_box_waist", BOX_4, 4.0))
    report = GYM.look(climbs(change=down, flare_up=flare_up)(programme_for(GYM)))
    assert ("rung_falls" in {one.kind for one in report.violations}) is not flare_up


def test_a_ladder_in_order_with_rungs_in_their_place_is_in_order() -> None:
    up = rungs(("lift_box_waist", BOX_4, 4.0), ("lift_box_waist", BOX_6, 4.2))
    more = (("heavier", 12.0, 5.5), ("tired", 10.0, 5.6))
    kinds = {one.kind for one in GYM.look(climbs(*more, change=up)(programme_for(GYM))).violations}
    assert not {kind for kind in kinds if kind.startswith(("rung", "ladder"))}


def test_nothing_of_what_waits_for_later_stands_in_the_first_weeks() -> None:
    tags = {
        tag
        for one in programme_for(GYM).programme.sessions[:8]
        for item in one.items
        for tag in book().exercises[item.exercise].all_tags
    }
    assert not tags & set(LATER)
