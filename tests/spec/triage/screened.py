"""Makes the record of a person from one line of answers, as intake would hand it on."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

import msgspec

from ladderback import intake
from ladderback.evidence import book
from ladderback.intake.values import Client, Episode, IntakeRecord, Mind, Vitals

TAKEN_ON = date(2026, 11, 1)
PLACES = {"client": ("age",), "episode": ("duration_days", "pain_now"), "mind": ("phq9",)}
PLACES["vitals"] = ("systolic_mmhg", "diastolic_mmhg", "glucose_mmol_l")


class Sheet(NamedTuple):
    """Who, what was answered, and between which urgencies the decision must lie."""

    who: str
    facts: str
    low: str
    high: str

    @property
    def record(self) -> IntakeRecord:
        return record(self.facts)


def record(facts: str, complete: bool = False, but: str = "") -> IntakeRecord:
    """A record from words: `fever` yes, `-fever` no, `age=71`, `male`; `complete` denies every mandatory question."""
    words = facts.split()
    numbers = {name: float(value) for name, _, value in (word.partition("=") for word in words) if value}
    known = {word.removeprefix("-"): word[0] != "-" for word in words if "=" not in word and word != "male"}
    made = IntakeRecord(
        taken_on=TAKEN_ON,
        on=TAKEN_ON,
        client=Client(age=int(numbers.get("age", 45)), sex="male" if "male" in words else "female"),
        episode=Episode(**_of("episode", numbers)),
        vitals=Vitals(**_of("vitals", numbers)),
        mind=Mind(**_of("mind", numbers)),
    )
    denied = [name for name in intake.mandatory(made) if name != but] if complete else []
    return _with(made, implied(dict.fromkeys(denied, False) | known, but))


def implied(known: dict[str, bool], but: str = "") -> dict[str, bool]:
    """The answers with what a denied group question denies, as intake adds it."""
    added = {
        member: False
        for group, row in book().implies.items()
        if known.get(group) is False
        for member in row.denies
        if member not in known and member != but
    }
    return known | added


def _with(made: IntakeRecord, features: dict[str, bool]) -> IntakeRecord:
    return msgspec.structs.replace(made, features=dict(sorted(features.items())))


def _of(place: str, numbers: dict[str, float]) -> dict[str, float]:
    return {name: numbers[name] for name in PLACES[place] if name in numbers}


def _sheets(text: str) -> tuple[Sheet, ...]:
    rows = ([cell.strip() for cell in line.split("|")] for line in text.strip().splitlines())
    return tuple(Sheet(*row) for row in rows)


SHEETS = _sheets(
    """
myeloma: 68, tired, two infections, bones hurt | fatigue recurrent_infections bone_pain_elsewhere age=68 | \
    within_2_weeks | same_day
myeloma: 61, twelve weeks, night pain | low_back_pain night_pain age=61 duration_days=84 | within_2_weeks | same_day
myeloma with a muddled head | bone_pain_elsewhere thirst_or_confusion_new age=70 | same_day | emergency_now
runner, missed periods, the hop hurts | hop_test_painful energy_deficiency_or_missed_periods age=24 | \
    within_2_weeks | within_2_weeks
runner, sacral ache since the marathon block | running_volume_increase local_bone_pain_on_impact age=38 | \
    within_2_weeks | within_2_weeks
dark urine and weak legs after a boot camp | dark_urine_after_exertion bilateral_leg_weakness age=22 | \
    same_day | emergency_now
dark urine after a boot camp | dark_urine_after_exertion age=22 | same_day | emergency_now
stiff inflamed spine, slipped on a step | known_axial_spondyloarthritis minor_trauma_fall age=58 | \
    same_day | emergency_now
pregnant with a fever | pregnant fever age=29 | emergency_now | emergency_now
ten days after a birth, shivering | postpartum rigors age=29 | emergency_now | emergency_now
sudden leg pain, no pulse in the foot | weak_foot_pulses sudden_onset_severe_pain leg_pain age=71 male | \
    emergency_now | emergency_now
a leg turned cold and white | acute_cold_pale_leg age=66 | emergency_now | emergency_now
spoke of a plan to die | plan_or_intent_to_self_harm age=34 | emergency_now | emergency_now
spoke of dying, no plan | self_harm_disclosed age=34 | same_day | same_day
blood thinner, sudden pain, a numb leg | anticoagulant sudden_onset_severe_pain dermatomal_sensory_loss age=69 | \
    emergency_now | emergency_now
a calf swells after surgery | calf_swelling recent_immobilisation_or_surgery age=50 | same_day | emergency_now
chest pain with back pain | chest_pain thoracic_pain age=57 | emergency_now | emergency_now
fell, cannot stand on the leg | groin_pain_unable_to_bear_weight minor_trauma_fall age=82 | same_day | emergency_now
retention for months, unchanged | urinary_retention stable_baseline_gt_14d_unchanged age=60 | \
    emergency_now | emergency_now
known aneurysm, new pain | aaa_known acute duration_days=3 age=72 male | emergency_now | emergency_now
72, sudden pain in the side, looks like a stone | loin_pain sudden_onset_severe_pain age=72 male | \
    same_day | emergency_now
has injected drugs, new strong pain | iv_drug_use low_back_pain_severe acute age=36 | emergency_now | emergency_now
chemotherapy, worse in the last days | immunosuppressed worsening_recent age=55 | same_day | emergency_now
diabetes, strong new pain, no cause | diabetes low_back_pain_severe acute duration_days=5 age=62 | \
    same_day | emergency_now
chest band and unsteady legs | band_like_pain gait_disturbance age=64 | emergency_now | emergency_now
unsteady walking alone | gait_disturbance age=64 | within_2_weeks | same_day
coughs blood, smokes | haemoptysis smoker age=63 | within_2_weeks | same_day
a new hump at 77 | new_hump age=77 | within_2_weeks | same_day
thin bones, a sneeze | osteoporosis_known minor_trauma_sneeze age=71 | within_2_weeks | same_day
legs hurt on walking, weak pulses | leg_pain_on_walking weak_foot_pulses age=70 male | within_2_weeks | same_day
blood pressure 186/104, feels well | systolic_mmhg=186 diastolic_mmhg=104 age=59 | same_day | same_day
blood pressure 186/104 and chest pain | systolic_mmhg=186 diastolic_mmhg=104 chest_pain age=59 | \
    emergency_now | emergency_now
old polio foot that a doctor knows | foot_drop old_weakness_stable_known_to_clinician age=66 | \
    monitor_train | routine
weak foot for years, unchanged | foot_drop stable_baseline_gt_14d_unchanged age=66 duration_days=1500 | \
    monitor_train | routine
slow stream of many years, a doctor knows | urinary_hesitancy urinary_symptom_longstanding_known_to_clinician \
    age=70 male | monitor_train | routine
slow stream unchanged, back pain since Monday | urinary_difficulty stable_baseline_gt_14d_unchanged age=70 \
    duration_days=5 male | monitor_train | routine
night sweats alone | night_sweats age=51 | monitor_train | routine
hot flushes that she knows | night_sweats night_sweats_menopausal_or_explained age=51 | monitor_train | monitor_train
skin cancer twenty years ago | cancer_history cancer_superficial_skin_only age=67 | monitor_train | routine
breast cancer 25 years ago, discharged | cancer_history cancer_long_ago_discharged age=70 | monitor_train | routine
smokes | smoker age=48 | monitor_train | monitor_train
strong pain alone after a lift | low_back_pain_severe acute lifting_onset age=42 duration_days=1 | \
    monitor_train | routine
diabetes, strong pain since lifting a sofa | diabetes low_back_pain_severe lifting_onset acute age=55 \
    duration_days=2 | monitor_train | routine
poor sleep and tired | sleep_disturbed fatigue age=39 | monitor_train | routine
pain keeps awake, 35 | night_pain age=35 | monitor_train | routine
mid-back ache from the desk | thoracic_pain age=33 | monitor_train | routine
thin bones, old plain pain | osteoporosis_known low_back_pain_chronic age=68 duration_days=900 | \
    monitor_train | routine
car crash five years ago | major_trauma age=44 duration_days=1800 | monitor_train | routine
pregnant, plain back pain | pregnant age=31 | monitor_train | routine
blood thinner, plain back pain | anticoagulant age=72 | monitor_train | routine
known axial spondyloarthritis as ever | known_axial_spondyloarthritis age=41 duration_days=4000 | \
    monitor_train | routine
legs heavy on walking, better on sitting | leg_pain_on_walking relieved_sitting neurogenic_claudication_stable \
    age=72 | routine | routine
a limp from pain | walking_difficult_from_pain age=40 | monitor_train | monitor_train
treated high blood pressure, 148/92 | hypertension systolic_mmhg=148 diastolic_mmhg=92 age=57 | \
    monitor_train | routine
"""
)
