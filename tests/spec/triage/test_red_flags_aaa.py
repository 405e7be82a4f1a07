"""Aorta, vessels and blood thinners: people and what each rule must say to them, on both engines."""

from __future__ import annotations

import pytest
from people import Person, both, table

PEOPLE = table(
    """
AAA-1 | a beating lump at 38 | pulsatile_mass age=38 | yes
AAA-1 | none | * | no
AAA-2 | 62, collapsed with back pain | collapse low_back_pain age=62 | yes
AAA-2 | 62, back pain | low_back_pain age=62 * | no
AAA-3 | known aneurysm, quiet | aaa_known | yes
AAA-3 | none | * | no
AAA-4 | nothing changes the pain | constant_nonmechanical_pain no_relief_lying symptoms_not_reproduced | yes
AAA-4 | constant, but lying eases | constant_nonmechanical_pain * | no
AAA-5 | 67, new belly pain, strong back pain | abdominal_pain_new low_back_pain_severe age=67 | yes
AAA-5 | 37, the same | abdominal_pain_new low_back_pain_severe age=37 | no
AAA-6 | fainted | syncope | yes
AAA-6 | no | * | no
AAA-7 | 55, sudden, no posture helps | sudden_onset_severe_pain constant_nonmechanical_pain age=55 | yes
AAA-7 | 35, the same | sudden_onset_severe_pain constant_nonmechanical_pain age=35 | no
AAA-8 | 35, sudden, no posture helps | sudden_onset_severe_pain constant_nonmechanical_pain | yes
AAA-8 | sudden after a lift, lying eases | sudden_onset_severe_pain * | no
AAA-9 | 74, strong, growing, tablets fail | low_back_pain_severe worsening_progressive analgesia_not_helping \
    age=74 | yes
AAA-9 | 74, strong, tablets help | low_back_pain_severe worsening_progressive age=74 * | no
AAA-10 | heart disease, legs hurt on walking, no gain | cardiovascular_disease leg_pain_on_walking \
    failure_to_improve | yes
AAA-10 | heart disease alone | cardiovascular_disease * | no
AAA-11 | known aneurysm, pain for two days | aaa_known duration_days=2 | yes
AAA-11 | known aneurysm, the same pain for years | aaa_known duration_days=2000 * | no
AAA-12 | 58, calcium in the aorta, new pain | aortic_calcification_on_film age=58 -low_back_pain_chronic \
    duration_days=18 | yes
AAA-12 | 58, calcium, the same pain for years | aortic_calcification_on_film age=58 duration_days=900 | no
AAA-13 | 71, sudden pain in the side | loin_pain sudden_onset_severe_pain age=71 | yes
AAA-13 | 52, sudden pain in the side | loin_pain sudden_onset_severe_pain age=52 | no
AAA-14 | high blood pressure, sudden tearing mid-back pain | thoracic_pain sudden_onset_severe_pain hypertension | yes
AAA-14 | sudden mid-back pain, healthy | thoracic_pain sudden_onset_severe_pain * | no
AAA-15 | 66, smoker, sudden strong pain | sudden_onset_severe_pain smoker age=66 | yes
AAA-15 | 66, smoker, sudden strong pain while lifting | sudden_onset_severe_pain smoker lifting_onset age=66 | no
VAS-1 | a leg turned cold and white | acute_cold_pale_leg | yes
VAS-1 | sudden strong pain, no pulse in the foot | weak_foot_pulses sudden_onset_severe_pain | yes
VAS-1 | heart disease, sudden leg pain, the foot is numb and weak | cardiovascular_disease leg_pain leg_weakness_new \
    sudden_onset_severe_pain | yes
VAS-1 | weak pulses for years, walks well | weak_foot_pulses duration_days=900 * | no
VAS-2 | legs hurt on walking, weak pulses | weak_foot_pulses leg_pain_on_walking | yes
VAS-2 | legs hurt on walking, good pulses | leg_pain_on_walking * | no
VAS-3 | weak pulses alone | weak_foot_pulses | yes
VAS-3 | good pulses | * | no
VAS-4 | very strong leg pain at once | leg_pain_sudden_severe | yes
VAS-4 | no | * | no
BLD-1 | blood thinner, sudden pain, numb legs | anticoagulant sudden_onset_severe_pain bilateral_leg_numbness | yes
BLD-1 | blood thinner, slow pain | anticoagulant * | no
BLD-2 | blood thinner, small fall | anticoagulant minor_trauma_fall | yes
BLD-2 | blood thinner alone | anticoagulant * | no
"""
)


@pytest.mark.parametrize("person", PEOPLE, ids=str)
def test_both_engines_say(person: Person) -> None:
    assert both(person) == {"one": person.expected, "many": person.expected}
