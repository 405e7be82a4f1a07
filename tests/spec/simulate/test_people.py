"""Simulated people: the same from the same seed, accepted as cases, believable, and rare things made to happen."""

from __future__ import annotations

from functools import cache
from statistics import correlation, mean
from typing import Any

import msgspec
import pytest

from ladderback import intake, simulate
from ladderback.evidence import book
from ladderback.intake.values import IntakeRecord
from ladderback.simulate import stress
from ladderback.simulate.figures import figure, group

NUMBER = 600


@cache
def everyone() -> tuple[dict[str, Any], ...]:
    return tuple(simulate.people(NUMBER, seed=5)["people"])


def read(person: dict[str, Any]) -> IntakeRecord:
    return intake.read(msgspec.json.encode(person["case"]), "simulated")


@cache
def records() -> tuple[IntakeRecord, ...]:
    return tuple(read(person) for person in everyone())


@cache
def ordinary() -> tuple[IntakeRecord, ...]:
    """The ordinary people of a longer row, and only these."""
    numbers = [number for number in range(6000) if simulate.kind_of(number) == "ordinary"]
    return tuple(read(simulate.one(number, seed=5)) for number in numbers[:1000])


def share(found: list[bool]) -> float:
    return sum(found) / len(found)


def test_the_same_seed_makes_the_same_people() -> None:
    assert simulate.people(30, seed=5)["people"] == list(everyone()[:30])


def test_another_seed_makes_other_people() -> None:
    assert simulate.people(3, seed=6)["people"] != simulate.people(3, seed=5)["people"]


def test_a_person_does_not_depend_on_how_many_are_made() -> None:
    assert simulate.people(3, seed=5, start=20)["people"] == list(everyone()[20:23])


def test_every_case_is_read_without_a_complaint() -> None:
    assert len(records()) == NUMBER


def test_progress_is_told_person_by_person() -> None:
    told: list[int] = []
    simulate.people(4, progress=told.append)
    assert told == [1, 2, 3, 4]


def test_the_parts_are_as_large_as_their_figures_say() -> None:
    kinds = [person["drawn_as"].partition(":")[0] for person in everyone()]
    for kind, name in (("ordinary", "ordinary"), ("rule", "rules"), ("limit", "limits")):
        assert kinds.count(kind) / NUMBER == pytest.approx(figure(f"part.{name}") / 20)


def test_every_rule_and_every_limit_has_its_turn() -> None:
    turns = {simulate.kind_of(number) for number in range(20_000)}
    rules = {name for turn in turns if turn.startswith("rule:") for name in turn[5:].split("+")}
    assert rules == set(book().red_flag_rules)
    assert {turn[6:] for turn in turns if turn.startswith("limit:")} == set(stress.themes("limits"))


def test_people_who_share_a_limit_share_the_way_it_is_met() -> None:
    met = {_way(name) for name in stress.themes("limits")}
    by_triage = {name for name, row in book().limits.items() if row.applies_to[0].startswith(("gate:", "triage:"))}
    assert {_way(name) for name in book().limits if name not in by_triage} == met


def _way(name: str) -> tuple[object, ...]:
    row = book().limits[name]
    return (row.applies_to, row.needs, row.clock, row.weeks_from, row.weeks_to, row.stage_max)


def test_much_is_unknown() -> None:
    open_ones = [bool(set(intake.mandatory(one)) - one.features.keys()) for one in ordinary()]
    assert 0.02 < share(open_ones) < 0.15
    assert 0.05 < share([not one.tests for one in ordinary()]) < 0.3


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("sex.female", lambda one: one.client.sex == "female"),
        ("legs.below_knee", lambda one: any(site.startswith("calf") for site in one.episode.sites or ())),
        ("onset.trauma", lambda one: one.episode.onset == "trauma"),
    ],
)
def test_shares_are_near_their_figures(what: str, expected: Any) -> None:
    assert share([expected(one) for one in ordinary()]) == pytest.approx(figure(what), abs=0.06)


def test_high_blood_pressure_is_as_common_by_age_as_published() -> None:
    old = [one for one in ordinary() if one.client.age >= 65]
    young = [one for one in ordinary() if 18 <= one.client.age < 45]
    has = [[any(d.condition == "hypertension" for d in one.diagnoses) for one in people] for people in (old, young)]
    assert share(has[0]) == pytest.approx(0.55, abs=0.12)
    assert share(has[1]) == pytest.approx(0.06, abs=0.05)


def test_answers_go_together() -> None:
    rated = [
        one for one in ordinary() if one.episode.pain_average is not None and one.mind.fear_of_movement is not None
    ]
    pain, fear = zip(*((one.episode.pain_average, one.mind.fear_of_movement) for one in rated), strict=True)
    assert correlation(pain, fear) > 0.1
    fit = [(one.daily_life.activity_minutes_per_week or 0, one.client.mass_kg or 0) for one in ordinary()]
    assert correlation(*zip(*fit, strict=True)) < 0


def test_the_mean_age_is_that_of_people_who_ask_for_help() -> None:
    assert 45 < mean(one.client.age for one in ordinary()) < 54


def test_every_piece_of_equipment_is_in_some_set() -> None:
    always = {"chair", "bed", "towel", "pillow", "stairs", "floor", "wall"}
    sets = {word for row in book().tables["simulation_means"].values() for word in row.cells["equipment"].split(";")}
    asked = {piece for one in book().exercises.values() for way in one.equipment for piece in way}
    assert asked - always <= sets


def test_what_is_assumed_is_said() -> None:
    said = " ".join(simulate.people(0, weeks=1)["assumptions"])
    assert "do not exist" in said
    assert "stress part" in said
    assert "takes no side" in said
    assert "our choice" in said


def test_the_mandatory_questions_are_the_ones_that_are_drawn() -> None:
    asked = set(book().tables["mandatory_questions"]) - {"pregnant"}
    assert asked <= group("flag").keys()
