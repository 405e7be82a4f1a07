"""Infection: people and what each rule must say to them, on both engines."""

from __future__ import annotations

import pytest
from people import Person, both, table

PEOPLE = table(
    """
INF-1 | fever and both legs numb | fever bilateral_leg_numbness | yes
INF-1 | night sweats and a weak leg | night_sweats leg_weakness_new | yes
INF-1 | hot flushes and a weak leg | night_sweats night_sweats_menopausal_or_explained leg_weakness_new * | no
INF-1 | fever, legs fine | fever * | no
INF-2 | fever, has injected drugs | fever iv_drug_use | yes
INF-2 | fever with diabetes | fever diabetes | yes
INF-2 | diabetes, no fever | diabetes * | no
INF-3 | fever alone | fever | yes
INF-3 | ill all over | systemically_unwell | yes
INF-3 | night sweats alone | night_sweats * | no
INF-4 | pneumonia last month, now strong pain | recent_infection low_back_pain_severe | yes
INF-4 | pneumonia last month, mild pain | recent_infection * | no
INF-5 | a back injection last month | recent_invasive_procedure | yes
INF-5 | none | * | no
INF-6 | grew up where tuberculosis is common, weight loss | tb_endemic_region weight_loss_unexplained | yes
INF-6 | grew up there, nothing else | tb_endemic_region * | no
INF-7 | chemotherapy, worse in the last days | immunosuppressed worsening_recent | yes
INF-7 | diabetes and strong new pain, no cause | diabetes low_back_pain_severe -minor_strain_history \
    -lifting_onset -acute_onset_lifting -low_back_pain_chronic duration_days=4 | yes
INF-7 | diabetes, strong pain since lifting a sofa | diabetes low_back_pain_severe lifting_onset * | no
INF-7 | diabetes, the same strong pain for years | diabetes low_back_pain_severe duration_days=900 * | no
INF-8 | diabetes and a leg that weakens, no fever | diabetes leg_weakness_progressive -fever | yes
INF-8 | healthy, a leg that weakens | leg_weakness_progressive * | no
INF-9 | has injected drugs, new pain | iv_drug_use acute | yes
INF-9 | has injected drugs, mild old pain | iv_drug_use * | no
INF-10 | diabetes, worse since yesterday | diabetes worsening_recent | yes
INF-10 | diabetes, mild pain | diabetes * | no
INF-11 | diabetes, a joint injection, strong pain | diabetes recent_invasive_procedure low_back_pain_severe | yes
INF-11 | a joint injection, strong pain, healthy | recent_invasive_procedure low_back_pain_severe * | no
INF-12 | has injected drugs, nothing else known | iv_drug_use | yes
INF-12 | has injected drugs, pain for years | iv_drug_use low_back_pain_chronic | no
INF-13 | has injected drugs, pain for years | iv_drug_use low_back_pain_chronic | yes
INF-13 | never | * | no
INF-14 | fever that comes and goes, new pain | fever_occasional acute | yes
INF-14 | fever that comes and goes, for months | fever_occasional * | no
INF-15 | fever that comes and goes | fever_occasional | yes
INF-15 | sweats and no appetite | night_sweats anorexia | yes
INF-15 | sweats alone | night_sweats * | no
INF-16 | night sweats alone | night_sweats | yes
INF-16 | hot flushes that a doctor knows | night_sweats night_sweats_menopausal_or_explained | no
INF-17 | shivering and confused | sepsis_signs | yes
INF-17 | none | * | no
INF-18 | fever and headache | fever headache_new | yes
INF-18 | headache alone | headache_new * | no
"""
)


@pytest.mark.parametrize("person", PEOPLE, ids=str)
def test_both_engines_say(person: Person) -> None:
    assert both(person) == {"one": person.expected, "many": person.expected}
