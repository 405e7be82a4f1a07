"""When wishes clash: the smallest set, in the words of a practice, with what would resolve it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from planned_people import composed, programme_of, told

from ladderback.programme.values import NoProgramme


def clash(**means: Any) -> dict[str, str]:
    found = composed(told("socks_hip_flexion", means=means))
    assert isinstance(found, NoProgramme)
    return {wish.wish: wish.resolve for wish in found.clash}


def test_too_few_minutes_say_how_many_are_needed() -> None:
    wishes = clash(minutes_per_session=2)
    assert set(wishes) == {"two", "minutes"}
    assert "choose" in wishes["minutes"]
    assert wishes["two"] == "Take one exercise less."


@pytest.mark.parametrize("minutes", [1, 2])
def test_what_resolves_it_resolves_it(minutes: int) -> None:
    wanted = clash(minutes_per_session=minutes)["minutes"]
    enough = next(int(word.strip(",.")) for word in wanted.split("choose ")[1].split() if word.strip(",.").isdigit())
    assert programme_of(told("socks_hip_flexion", means={"minutes_per_session": enough})).programme.sessions


def test_pressure_that_forbids_everything_says_so() -> None:
    record = replace(told("socks_hip_flexion"), vitals=replace(told("socks_hip_flexion").vitals, systolic_mmhg=185.0))
    found = composed(record)
    assert isinstance(found, NoProgramme)
    assert [wish.wish for wish in found.clash] == ["HT01"]


def test_walking_alone_is_a_programme() -> None:
    history = {"surgery": [{"kind": "fusion", "weeks_ago": 0}]}
    found = programme_of(told("socks_hip_flexion", history=history))
    assert found.programme.sessions == ()
    assert len(found.programme.walking) == 12
    assert "only walk" in found.programme.say
