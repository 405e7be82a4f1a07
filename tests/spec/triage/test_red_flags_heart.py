"""Heart, blood pressure, sugar, mind, walking: people and what each rule must say to them, on both engines."""

from __future__ import annotations

import pytest
from people import Person, both, table

PEOPLE = table(
    """
CV-1 | chest pain | chest_pain | yes
CV-1 | a calf swells after a long flight | calf_swelling recent_immobilisation_or_surgery | yes
CV-1 | a calf swells, no reason | calf_swelling * | no
CV-2 | a calf swells, no reason | calf_swelling | yes
CV-2 | no swelling | * | no
CV-3 | breathless at rest | breathlessness_before_exertion | yes
CV-3 | no | * | no
MH-1 | spoke of dying | self_harm_disclosed | yes
MH-1 | item nine above zero | phq9_item9_ge1 | yes
MH-1 | did not | * | no
MH-2 | has a plan | plan_or_intent_to_self_harm | yes
MH-2 | did not | * | no
MH-3 | PHQ-9 of 22 | phq9=22 | yes
MH-3 | PHQ-9 of 11 | phq9=11 | no
MH-3 | not asked | | open
RAD-1 | pain below the knee | radicular_pain_below_knee | yes
RAD-1 | back pain only | * | no
RAD-2 | lost reflex and no gain | radicular_pain reflex_loss failure_to_improve | yes
RAD-2 | lost reflex, getting better | radicular_pain reflex_loss * | no
LSS-1 | legs hurt on walking | leg_pain_on_walking | yes
LSS-1 | 55, a tingling foot | tingling age=55 * | no
LSS-2 | legs hurt on walking, heart disease | leg_pain_on_walking cardiovascular_disease | yes
LSS-2 | legs hurt on walking, healthy heart | leg_pain_on_walking * | no
HED-1 | a new headache | headache_new | yes
HED-1 | none | * | no
HED-2 | a very strong headache | severe_headache | yes
HED-2 | none | * | no
PRE-1 | diabetes, no symptom | diabetes | yes
PRE-1 | healthy | * | no
PRE-2 | breathless on stairs | exertional_breathlessness | yes
PRE-2 | healthy | * | no
PRE-3 | chest tight on effort | chest_discomfort_on_effort | yes
PRE-3 | healthy | * | no
PRE-4 | a known heart murmur | heart_murmur_known | yes
PRE-4 | none | * | no
PRE-5 | heart disease, no habit of exercise | cardiovascular_disease -regular_exercise | yes
PRE-5 | heart disease, exercise not asked | cardiovascular_disease | yes
PRE-5 | heart disease, trains three times a week | cardiovascular_disease regular_exercise * | no
BP-1 | 184/100 | systolic_mmhg=184 diastolic_mmhg=100 | yes
BP-1 | 150/112 | systolic_mmhg=150 diastolic_mmhg=112 | yes
BP-1 | 179/109 | systolic_mmhg=179 diastolic_mmhg=109 | no
BP-1 | not measured | | open
BP-2 | 184/100 and chest pain | systolic_mmhg=184 diastolic_mmhg=100 chest_pain | yes
BP-2 | 184/100, feels well | systolic_mmhg=184 diastolic_mmhg=100 * | no
BP-3 | 162/96 | systolic_mmhg=162 diastolic_mmhg=96 | yes
BP-3 | 148/92 | systolic_mmhg=148 diastolic_mmhg=92 | no
GLU-1 | sugar 3.4 | glucose_mmol_l=3.4 | yes
GLU-1 | sugar 5.4 | glucose_mmol_l=5.4 | no
GLU-2 | sugar 14.2 | glucose_mmol_l=14.2 | yes
GLU-2 | sugar 13.9 | glucose_mmol_l=13.9 | no
GLU-3 | sugar 18 | glucose_mmol_l=18 | yes
GLU-3 | sugar 16.7 | glucose_mmol_l=16.7 | no
GLU-4 | sugar 15 and ill | glucose_mmol_l=15 systemically_unwell | yes
GLU-4 | sugar 15, well | glucose_mmol_l=15 * | no
"""
)


@pytest.mark.parametrize("person", PEOPLE, ids=str)
def test_both_engines_say(person: Person) -> None:
    assert both(person) == {"one": person.expected, "many": person.expected}
