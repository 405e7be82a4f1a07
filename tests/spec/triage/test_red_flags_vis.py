"""Organs, muscle breakdown, pregnancy: people and what each rule must say to them, on both engines."""

from __future__ import annotations

import pytest
from people import Person, both, table

PEOPLE = table(
    """
VIS-1 | new belly pain | abdominal_pain_new | yes
VIS-1 | none | * | no
VIS-2 | pain in the side and fever | loin_pain fever | yes
VIS-2 | pain in the side alone | loin_pain * | no
VIS-3 | sudden pain low in the belly | lower_quadrant_pain sudden_onset_severe_pain | yes
VIS-3 | slow pain low in the belly | lower_quadrant_pain * | no
VIS-4 | pain that keeps step with the cycle | cyclical_pain | yes
VIS-4 | treated womb, getting better | gynaecological_history * | no
VIS-5 | 58, blood in the urine | haematuria age=58 | yes
VIS-5 | 28, blood in the urine | haematuria age=28 | no
VIS-6 | pain in the side alone | loin_pain | yes
VIS-6 | none | * | no
VIS-7 | burning urine with diabetes | dysuria diabetes | yes
VIS-7 | burning urine alone | dysuria * | no
RHA-1 | dark urine after a race, weak legs | dark_urine_after_exertion bilateral_leg_weakness | yes
RHA-1 | dark urine after a race alone | dark_urine_after_exertion * | no
RHA-2 | dark urine after a race | dark_urine_after_exertion | yes
RHA-2 | hard training, plain soreness | extreme_effort_recent * | no
PRG-1 | pregnant and bleeding | pregnant vaginal_bleeding | yes
PRG-1 | waters have broken, pregnancy not ticked | fluid_leak | yes
PRG-1 | pregnant, plain pain | pregnant * | no
PRG-2 | the baby moves less | reduced_fetal_movement | yes
PRG-2 | pregnant, sudden pain low on one side | pregnant lower_quadrant_pain sudden_onset_severe_pain | yes
PRG-2 | pregnant, plain pain | pregnant * | no
PRG-3 | pregnant, sudden strong pain | pregnant sudden_onset_severe_pain | yes
PRG-3 | pregnant, slow pain | pregnant * | no
PRG-4 | pregnant with a fever | pregnant fever | yes
PRG-4 | ten days after a birth, ill | postpartum systemically_unwell | yes
PRG-4 | fever, neither | fever * | no
PRG-5 | pregnant, burning urine | pregnant dysuria | yes
PRG-5 | burning urine, not pregnant | dysuria * | no
PRG-6 | after a birth, a calf swells | postpartum calf_swelling | yes
PRG-6 | after a birth, plain pain | postpartum * | no
PRG-7 | pregnant, 142/84 | pregnant systolic_mmhg=142 diastolic_mmhg=84 | yes
PRG-7 | pregnant, 128/80 | pregnant systolic_mmhg=128 diastolic_mmhg=80 | no
PRG-8 | pregnant, 164/100 | pregnant systolic_mmhg=164 diastolic_mmhg=100 | yes
PRG-8 | pregnant, 142/84, no headache | pregnant systolic_mmhg=142 diastolic_mmhg=84 -headache_new \
    -severe_headache | no
"""
)


@pytest.mark.parametrize("person", PEOPLE, ids=str)
def test_both_engines_say(person: Person) -> None:
    assert both(person) == {"one": person.expected, "many": person.expected}
