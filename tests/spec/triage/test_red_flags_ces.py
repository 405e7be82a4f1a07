"""Cauda equina: people and what each rule must say to them, on both engines."""

from __future__ import annotations

import pytest
from people import Person, both, table

PEOPLE = table(
    """
CES-1 | new numbness between the legs, nothing else asked | saddle_numbness | yes
CES-1 | cannot feel the bladder fill, no leg pain | reduced_bladder_sensation -radicular_pain | yes
CES-1 | numb for weeks, unchanged, confirmed | saddle_numbness stable_baseline_gt_14d_unchanged * | no
CES-1 | slow stream of many years that a doctor knows | urinary_hesitancy \
    urinary_symptom_longstanding_known_to_clinician * | no
CES-1 | slow stream known, but now numb between the legs | urinary_hesitancy \
    urinary_symptom_longstanding_known_to_clinician saddle_numbness | yes
CES-1 | nothing asked | | open
CES-1 | everything asked and denied | * | no
CES-2 | tingling in both legs since yesterday | bilateral_leg_paraesthesia | yes
CES-2 | both legs tingle only on walking, for months, unchanged | bilateral_leg_paraesthesia \
    neurogenic_claudication_stable * | no
CES-2 | stable walking symptoms, yet new pain down both legs | bilateral_radicular_pain_new \
    neurogenic_claudication_stable | yes
CES-2 | both legs weak since polio, a doctor knows | bilateral_leg_weakness old_weakness_stable_known_to_clinician \
    * | no
CES-3 | constipated and a leg is newly weak | constipation_new leg_weakness_new | yes
CES-3 | constipated on new pain tablets, nothing else | constipation_new * | no
CES-4 | numb between the legs for three weeks, unchanged | saddle_numbness stable_baseline_gt_14d_unchanged | yes
CES-4 | numb, nobody said that it is stable | saddle_numbness * | no
CES-4 | man of 67, slow stream unchanged for weeks | urinary_hesitancy stable_baseline_gt_14d_unchanged sex_male \
    age=67 * | no
CES-4 | woman of 45, slow stream unchanged, pain for months | urinary_hesitancy stable_baseline_gt_14d_unchanged \
    -sex_male -urinary_symptom_longstanding_known_to_clinician age=45 duration_days=60 | yes
CES-5 | a bare yes to a bladder change | bladder_change | yes
CES-5 | a bare yes to a bowel change | bowel_change | yes
CES-5 | bladder changed, but old, unchanged and known | bladder_change \
    urinary_symptom_longstanding_known_to_clinician * | no
CES-6 | cannot pee, for months, unchanged | urinary_retention stable_baseline_gt_14d_unchanged | yes
CES-6 | leaks stool | bowel_incontinence_new | yes
CES-6 | neither | * | no
CES-7 | slow stream of many years, known | urinary_hesitancy urinary_symptom_longstanding_known_to_clinician | yes
CES-7 | slow stream, nobody knows of it | urinary_hesitancy * | no
CES-8 | slow stream unchanged for weeks, back pain for six days | urinary_difficulty \
    stable_baseline_gt_14d_unchanged duration_days=6 | yes
CES-8 | the same, back pain for five weeks | urinary_difficulty stable_baseline_gt_14d_unchanged duration_days=35 | no
CES-8 | the same, nobody knows how long | urinary_difficulty stable_baseline_gt_14d_unchanged | open
CES-9 | man of 67 with a stable slow stream | urinary_hesitancy stable_baseline_gt_14d_unchanged sex_male age=67 \
    duration_days=60 | yes
CES-9 | man of 40 | urinary_hesitancy stable_baseline_gt_14d_unchanged sex_male age=40 | no
CES-10 | stable slow stream, now a foot drops | urinary_hesitancy stable_baseline_gt_14d_unchanged foot_drop | yes
CES-10 | a foot drops, no bladder story | foot_drop stable_baseline_gt_14d_unchanged * | no
CES-11 | stable numbness, a leg gets weaker | saddle_numbness stable_baseline_gt_14d_unchanged \
    leg_weakness_progressive | yes
CES-11 | stable numbness alone | saddle_numbness stable_baseline_gt_14d_unchanged * | no
"""
)


@pytest.mark.parametrize("person", PEOPLE, ids=str)
def test_both_engines_say(person: Person) -> None:
    assert both(person) == {"one": person.expected, "many": person.expected}
