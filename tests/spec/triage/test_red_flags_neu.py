"""Nerves and spinal cord: people and what each rule must say to them, on both engines."""

from __future__ import annotations

import pytest
from people import Person, both, table

PEOPLE = table(
    """
NEU-1 | headache and a numb hand | headache_new upper_limb_neuro_new | yes
NEU-1 | a numb hand alone | upper_limb_neuro_new * | no
NEU-1 | arm and leg weak on one side | upper_limb_weakness_new leg_weakness_new | yes
NEU-2 | unsteady, and a leg gets weaker | gait_disturbance leg_weakness_progressive | yes
NEU-2 | a dropped foot slaps on walking | gait_disturbance foot_drop * | no
NEU-2 | unsteady and newly weak, but old and known | gait_disturbance leg_weakness_new \
    old_weakness_stable_known_to_clinician * | no
NEU-3 | foot drop, not asked since when | foot_drop | yes
NEU-3 | old foot drop that a doctor knows | foot_drop old_weakness_stable_known_to_clinician * | no
NEU-3 | known weakness that now grows | leg_weakness_progressive old_weakness_stable_known_to_clinician | yes
NEU-3 | weak leg denied | * | no
NEU-4 | trips over the toes | tripping | yes
NEU-4 | trips with a foot that a doctor knows | tripping old_weakness_stable_known_to_clinician * | no
NEU-5 | clumsy hand | upper_limb_weakness_new | yes
NEU-5 | arms are fine | * | no
NEU-6 | old foot drop that a doctor knows | foot_drop old_weakness_stable_known_to_clinician | yes
NEU-6 | new foot drop | foot_drop * | no
NEU-7 | weak for weeks, unchanged, nobody named | foot_drop stable_baseline_gt_14d_unchanged | yes
NEU-7 | new foot drop | foot_drop * | no
NEU-8 | brisk reflexes and clonus | upper_motor_neuron_signs | yes
NEU-8 | normal reflexes | * | no
NEU-9 | walks unsteadily | gait_disturbance | yes
NEU-9 | has always walked so, a doctor knows | gait_disturbance old_weakness_stable_known_to_clinician * | no
NEU-10 | cannot stand up | unable_to_stand | yes
NEU-10 | unsteady, and has fallen twice | gait_disturbance recurrent_falls | yes
NEU-10 | has fallen twice, walks steadily | recurrent_falls * | no
NEU-11 | band round the chest and unsteady | band_like_pain gait_disturbance | yes
NEU-11 | stiff mid-back from the desk | thoracic_pain * | no
NEU-12 | the whole leg is numb | widespread_leg_numbness_non_dermatomal | yes
NEU-12 | no numbness | * | no
NEU-13 | both legs feel odd | vague_bilateral_leg_symptoms | yes
NEU-13 | both legs odd on walking only, for months | vague_bilateral_leg_symptoms neurogenic_claudication_stable * \
    | no
NEU-14 | weaker from day to day | rapid_progression leg_weakness_new | yes
NEU-14 | more pain from day to day, strong legs | rapid_progression * | no
NEU-15 | two falls in a month | recurrent_falls | yes
NEU-15 | no falls | * | no
"""
)


@pytest.mark.parametrize("person", PEOPLE, ids=str)
def test_both_engines_say(person: Person) -> None:
    assert both(person) == {"one": person.expected, "many": person.expected}
