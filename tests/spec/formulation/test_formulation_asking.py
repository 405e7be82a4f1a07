"""What to ask next: worth by the minute, hips and rib cage first, off the list once known or without effect."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from weighed_people import MAY_TRAIN, both, formulated, found, merged, person, weighed

from ladderback.evidence import book
from ladderback.formulation import weigh

MAP_ONLY: dict[str, Any] = {
    "episode": {"pain_now": 3, "settles_minutes": 30, "duration_days": 100, "onset": "gradual"},
    "movements": {"bend_forward": "worse", "put_on_socks": "worse", "walking": "better"},
}

BOTH_SIDES = {
    "hip_flex_prom": 125, "hip_ir": 38, "hip_ext_prom": 15, "hip_er": 42, "thor_rot_seated": 50, "thor_rot_locked": 50,
    "slr_ham": 80, "wblt": 12, "heel_raise": 35, "sl_bridge_hold": 60, "sl_ham_bridge": 30, "grip": 50,
    "side_bridge": 80, "sl_stance": 45, "bkfo": 0.5, "ake": 10, "aslr": 0, "mct_ske": "pass", "mct_pkb": "pass",
    "mct_ols": "pass",
}  # fmt: skip
ONCE = {
    "chest_exp": 6, "chair30": 20, "sorensen": 160, "prone_plank": 120, "flexor_endur": 170, "sixmwt": 720, "tug": 6,
    "ftsts": 6, "waist": 80, "leg_lower": 30, "jps": 2, "sit_reach": 35, "mct_waiter": "pass", "mct_rock": "pass",
    "mct_tilt": "pass",
}  # fmt: skip
ALL_GOOD: dict[str, Any] = {test: both(value) for test, value in BOTH_SIDES.items()} | ONCE


def asked(**told: Any) -> list[str]:
    return [one.ask for one in formulated(**told).next_best]


def test_from_the_hurts_and_helps_map_alone_five_tests_come_first() -> None:
    first = asked(**MAP_ONLY)
    assert all(ask in book().clinical_tests for ask in first[:5])
    assert not any(ask in book().clinical_tests for ask in first[5:])


def test_hips_come_first_and_the_rib_cage_second() -> None:
    first = asked(**MAP_ONLY)
    assert first[0] == "hip_flex_prom"
    assert first[1] in ("thor_rot_seated", "chest_exp")


ANSWERS = [
    {"tests": {"hip_flex_prom": both(120)}},
    {"tests": {"chest_exp": 5.5}},
    {"movements": {"sitting": "same"}},
    {"mind": {"fear_of_movement": 1}},
    {"daily_life": {"sitting_hours": 3}},
    {"mind": {"beliefs": []}},
]


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda one: str(one))
def test_what_is_answered_leaves_the_list(answer: dict[str, Any]) -> None:
    told = merged(MAP_ONLY, answer)
    known = {*told.get("tests", {}), *told["movements"], *told.get("daily_life", {})}
    known |= {"fear"} if "fear_of_movement" in told.get("mind", {}) else set()
    assert not known & set(asked(**told))


def test_causes_removed_one_by_one_change_the_list_each_time() -> None:
    told, lists = MAP_ONLY, [asked(**MAP_ONLY)]
    for test, usual in (("hip_flex_prom", 121), ("chest_exp", None), ("hip_ir", 36), ("hip_ext_prom", 12)):
        told = merged(told, {"tests": {test: both(usual) if usual else 5.5}})
        lists.append(asked(**told))
        assert test not in lists[-1]
    assert len({tuple(one) for one in lists}) == len(lists)


def test_an_open_region_stays_at_the_top_and_a_closed_one_leaves() -> None:
    hips = {"hip_flex_prom": both(121), "hip_ir": both(36), "hip_ext_prom": both(12)}
    assert asked(**merged(MAP_ONLY, {"tests": hips}))[0] in ("thor_rot_seated", "chest_exp")
    ribs = hips | {"thor_rot_seated": both(48), "chest_exp": 5.5}
    left = asked(**merged(MAP_ONLY, {"tests": ribs}))
    assert not {"hip_flex_prom", "thor_rot_seated", "thor_rot_locked", "chest_exp"} & set(left[:1])


def test_one_side_done_is_asked_again_for_the_other() -> None:
    assert "hip_flex_prom" in asked(**merged(MAP_ONLY, {"tests": {"hip_flex_prom": {"left": 121}}}))


def test_no_test_while_triage_holds_this_person() -> None:
    record = person(**MAP_ONLY)
    held = weigh(found(record), record, replace(MAY_TRAIN, may_train=False))
    assert not {one.ask for one in held.next_best} & set(book().clinical_tests)


FORBIDDEN = [
    ({"vitals": {"systolic_mmhg": 165}}, ("sorensen", "chair30", "sixmwt")),
    ({"client": {"sex": "female", "age": 30, "pregnant": True}}, ("sorensen", "prone_plank")),
    ({"diagnoses": [{"condition": "hip_replacement", "given_by": "surgeon"}]}, ("hip_flex_prom", "hip_ir")),
    ({"diagnoses": [{"condition": "vertebral_fracture", "given_by": "physician"}]}, ("thor_rot_seated",)),
]


@pytest.mark.parametrize(("fact", "tests"), FORBIDDEN)
def test_a_test_that_something_known_forbids_is_not_asked_for(fact: dict[str, Any], tests: tuple[str, ...]) -> None:
    assert not set(tests) & set(asked(**merged(MAP_ONLY, fact)))


def test_full_effort_waits_for_clearance() -> None:
    record = person(movements={"walking": "worse", "stairs": "worse"}, daily_life={"activity_minutes_per_week": 0})
    waits = weigh(found(record), record, replace(MAY_TRAIN, clearance_before_vigorous=True))
    asks = {one.ask for one in waits.next_best}
    assert not [ask for ask in asks if ask in book().clinical_tests and book().clinical_tests[ask].full_effort]


def test_each_ask_says_what_it_costs_who_may_do_it_and_what_it_can_change() -> None:
    for one in weighed(person(**MAP_ONLY)).next_best:
        assert one.minutes > 0
        assert one.who in ("trainer", "clinician_directed", "clinician")
        assert one.why.endswith(".")
        assert one.value_per_minute > 0


def test_the_list_ends_when_nothing_could_change_the_programme() -> None:
    asks = asked(**merged(MAP_ONLY, {"tests": ALL_GOOD, "repeated": {"extension_prone": "better"}}))
    assert not set(asks) & set(book().clinical_tests)
