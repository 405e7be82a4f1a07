"""Cancer and the course of pain: people and what each rule must say to them, on both engines."""

from __future__ import annotations

import pytest
from people import Person, both, table

PEOPLE = table(
    """
MAL-1 | breast cancer, both legs tingle | cancer_history bilateral_leg_paraesthesia | yes
MAL-1 | a small skin cancer removed, one weak leg | cancer_history cancer_superficial_skin_only leg_weakness_new * \
    | no
MAL-1 | breast cancer, legs fine | cancer_history * | no
MAL-2 | breast cancer, pain keeps awake | cancer_history night_pain | yes
MAL-2 | skin cancer twenty years ago, pain keeps awake | cancer_history cancer_superficial_skin_only night_pain * | no
MAL-2 | breast cancer, plain pain | cancer_history * | no
MAL-3 | bowel cancer four years ago | cancer_history | yes
MAL-3 | skin cancer twenty years ago | cancer_history cancer_superficial_skin_only | no
MAL-3 | cancer twenty years ago, discharged | cancer_history cancer_long_ago_discharged | no
MAL-4 | weight loss and tired | weight_loss_unexplained fatigue | yes
MAL-4 | weight loss alone | weight_loss_unexplained * | no
MAL-5 | 64, weight loss | weight_loss_unexplained age=64 | yes
MAL-5 | 44, weight loss | weight_loss_unexplained age=44 | no
MAL-6 | 66, seven weeks, tired | fatigue age=66 duration_days=49 | yes
MAL-6 | 66, seven weeks, plain pain | age=66 duration_days=49 * | no
MAL-6 | 59, seven weeks, tired | fatigue age=59 duration_days=49 | no
MAL-7 | night pain, tired, no gain | night_pain fatigue failure_to_improve | yes
MAL-7 | smoker, tired, no gain: no telling sign | smoker fatigue failure_to_improve * | no
MAL-8 | 52, night pain and no gain | night_pain failure_to_improve age=52 | yes
MAL-8 | 31, night pain and no gain | night_pain failure_to_improve age=31 * | no
MAL-8 | steadily worse, no gain | worsening_progressive failure_to_improve | yes
MAL-9 | an old raised PSA | raised_psa_unfollowed | yes
MAL-9 | none | * | no
MAL-10 | 72, sore mid-back, night pain | night_pain thoracic_pain spinal_midline_tenderness age=72 | yes
MAL-10 | 32, the same | night_pain thoracic_pain spinal_midline_tenderness age=32 | no
MAL-11 | cancer twenty years ago, discharged | cancer_history cancer_long_ago_discharged | yes
MAL-11 | cancer last year | cancer_history * | no
MAL-12 | weight loss alone | weight_loss_unexplained | yes
MAL-12 | tired alone | fatigue * | no
MAL-13 | coughs blood | haemoptysis | yes
MAL-13 | no cough | * | no
MAL-14 | 58, tired, raised ESR | raised_esr fatigue age=58 | yes
MAL-14 | 63, anaemia | anaemia age=63 | yes
MAL-14 | 30, anaemia alone | anaemia age=30 * | no
MAL-15 | muddled and thirsty, bones hurt | thirst_or_confusion_new bone_pain_elsewhere | yes
MAL-15 | thirsty alone | thirst_or_confusion_new * | no
MAL-16 | thirsty alone | thirst_or_confusion_new | yes
MAL-16 | neither | * | no
MAL-17 | raised PSA, night pain, mid-back | raised_psa_unfollowed night_pain thoracic_pain | yes
MAL-17 | raised PSA alone | raised_psa_unfollowed * | no
MAL-18 | several small signs | clustered_concerning_findings | yes
MAL-18 | none | * | no
FTI-1 | no gain after five weeks | failure_to_improve | yes
FTI-1 | getting better | * | no
FTI-2 | the old pain has changed its kind | change_in_pain_character | yes
FTI-2 | the old pain as ever | * | no
FTI-3 | 83, the old pain has changed | change_in_pain_character age=83 | yes
FTI-3 | 48, the old pain has changed | change_in_pain_character age=48 | no
FTI-4 | several red flags came up | multiple_red_flags_emerged_over_treatment | yes
FTI-4 | none | * | no
"""
)


@pytest.mark.parametrize("person", PEOPLE, ids=str)
def test_both_engines_say(person: Person) -> None:
    assert both(person) == {"one": person.expected, "many": person.expected}
