"""Fracture and bone: people and what each rule must say to them, on both engines."""

from __future__ import annotations

import pytest
from people import Person, both, table

PEOPLE = table(
    """
FX-1 | car crash last week | major_trauma -low_back_pain_chronic duration_days=7 | yes
FX-1 | car crash, not asked when | major_trauma | yes
FX-1 | car crash four years ago | major_trauma duration_days=1400 | no
FX-2 | bruise over the spine | spinal_contusion | yes
FX-2 | none | * | no
FX-3 | thin bones, sudden strong pain | osteoporosis_known sudden_onset_severe_pain | yes
FX-3 | thin bones, slow pain | osteoporosis_known * | no
FX-4 | 66, menopause, lifted a plant pot | postmenopausal minor_trauma_lifting age=66 | yes
FX-4 | 52, menopause, lifted a plant pot | postmenopausal minor_trauma_lifting age=52 * | no
FX-4 | thin bones, sneezed | osteoporosis_known minor_trauma_sneeze | yes
FX-4 | height loss alone, 55 | height_loss age=55 * | no
FX-5 | 74, a small fall | minor_trauma_fall age=74 | yes
FX-5 | 70, a small fall | minor_trauma_fall age=70 | no
FX-6 | steroid tablets for months | steroid_prolonged | yes
FX-6 | none | * | no
FX-7 | eight weeks after a birth, sudden strong pain | postpartum sudden_onset_severe_pain | yes
FX-7 | after a birth, plain pain | postpartum * | no
FX-7 | pregnant, slowly worse | pregnant worsening_progressive * | no
FX-8 | 16 | age=16 | yes
FX-8 | 18 | age=18 * | no
FX-9 | birth three months ago | postpartum | yes
FX-9 | never | * | no
FX-10 | pregnant, new, cannot bend | pregnant acute flexion_rom_severely_limited | yes
FX-10 | pregnant, plain pain | pregnant * | no
FX-11 | shorter than she was | height_loss | yes
FX-11 | not | * | no
FX-12 | fast bowler of 24, arching hurts | extension_sport extension_pain age=24 | yes
FX-12 | tennis at 52, arching hurts | extension_sport extension_pain age=52 | no
FX-13 | fell off a ladder, a leg is weak | major_trauma leg_weakness_new -low_back_pain_chronic duration_days=1 | yes
FX-13 | fell off a ladder, legs fine | major_trauma duration_days=1 * | no
FX-14 | crash four years ago | major_trauma duration_days=1400 | yes
FX-14 | crash last week | major_trauma duration_days=7 -low_back_pain_chronic | no
FX-15 | runner, the hop hurts | hop_test_painful | yes
FX-15 | missed periods, pain on effort | energy_deficiency_or_missed_periods worse_on_exertion | yes
FX-15 | missed periods alone | energy_deficiency_or_missed_periods * | no
FX-16 | missed periods alone | energy_deficiency_or_missed_periods | yes
FX-16 | no | * | no
FX-17 | cannot stand on the leg | groin_pain_unable_to_bear_weight | yes
FX-17 | can | * | no
FX-18 | the hop hurts in the groin | hop_test_painful groin_suprapubic_pain | yes
FX-18 | the hop hurts in the back | hop_test_painful * | no
FX-19 | stiff inflamed spine, tripped | known_axial_spondyloarthritis minor_trauma_fall | yes
FX-19 | stiff inflamed spine, no fall | known_axial_spondyloarthritis * | no
FX-20 | stiff spine, tripped, hands tingle | known_axial_spondyloarthritis minor_trauma_fall upper_limb_neuro_new \
    | yes
FX-20 | stiff spine, tripped | known_axial_spondyloarthritis minor_trauma_fall * | no
FX-21 | stiff spine, the old pain has changed | known_axial_spondyloarthritis change_in_pain_character | yes
FX-21 | stiff spine as ever | known_axial_spondyloarthritis * | no
FX-22 | a new hump | new_hump | yes
FX-22 | none | * | no
FX-23 | 78, strong pain, mid-back | low_back_pain_severe thoracic_pain age=78 -low_back_pain_chronic \
    duration_days=9 | yes
FX-23 | 78, strong pain | low_back_pain_severe age=78 * | no
"""
)


@pytest.mark.parametrize("person", PEOPLE, ids=str)
def test_both_engines_say(person: Person) -> None:
    assert both(person) == {"one": person.expected, "many": person.expected}
