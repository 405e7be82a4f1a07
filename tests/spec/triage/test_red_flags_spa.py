"""Inflamed spine: people and what each rule must say to them, on both engines."""

from __future__ import annotations

import pytest
from people import Person, both, table

PEOPLE = table(
    """
SPA-1 | 29, six months, four of nine | onset_lt45 duration_gt3mo onset_lt35 night_waking_second_half \
    improves_with_movement buttock_pain | yes
SPA-1 | three of nine | onset_lt45 duration_gt3mo night_waking_second_half improves_with_movement psoriasis * | no
SPA-1 | four of nine, but began at 52 | -onset_lt45 duration_gt3mo night_waking_second_half improves_with_movement \
    buttock_pain nsaid_response_48h | no
SPA-2 | three of nine, the rest not asked | onset_lt45 duration_gt3mo night_waking_second_half \
    improves_with_movement psoriasis | yes
SPA-2 | two of nine | onset_lt45 duration_gt3mo night_waking_second_half improves_with_movement * | no
SPA-3 | a red painful eye | uveitis_acute | yes
SPA-3 | no | * | no
"""
)


@pytest.mark.parametrize("person", PEOPLE, ids=str)
def test_both_engines_say(person: Person) -> None:
    assert both(person) == {"one": person.expected, "many": person.expected}
