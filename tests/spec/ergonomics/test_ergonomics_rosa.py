"""ROSA: points by hand through the grids, the duration rule, and bands for what nobody looked at."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from ladderback.ergonomics.numbers import rows
from ladderback.ergonomics.rosa import Use, duration, grid, grid_lines, items, points
from ladderback.ergonomics.values import Rosa
from ladderback.ergonomics.workstation import rosa_of
from ladderback.evidence import book
from ladderback.intake.values import Workstation
from ladderback.intake.words import words

GOOD: dict[str, float | bool | str] = {
    name: item.kind == "good" for name, item in items().items()
}  # every posture good, nothing bad seen
MIDDLE: dict[str, float | bool | str] = {
    f"{part}_{what}": value
    for part in ("chair", "monitor", "phone", "mouse", "keyboard")
    for what, value in (("hours_a_day", 2.0), ("minutes_at_a_time", 45.0))
}


def desk(*seen: str, plain: dict[str, bool] | None = None, **other: Any) -> Rosa:
    """A desk where everything was looked at and only this was seen."""
    told = {**GOOD, **MIDDLE, **dict.fromkeys(seen, True), **other}
    for name in seen:  # the good posture of a part is gone once a worse one was seen
        if items()[name].kind == "worse":
            told |= {one.id: False for one in items().values() if one.part == items()[name].part and one.kind == "good"}
    found = rosa_of(Workstation(rosa=told, **(plain or {})))
    assert found is not None
    return found


def part(found: Rosa, name: str) -> tuple[int, int]:
    return next((one.low, one.high) for one in found.parts if one.part == name)


def test_a_desk_in_order_has_few_points_and_no_band() -> None:
    """By hand: 1 + 1 and 1 + 1 give chair 2; 1 and 1 give 1 and 1; 1 and 1 give 1; chair 2 and 1 give 2."""
    found = desk()
    assert (found.low, found.high, found.act) == (2, 2, False)
    assert (found.found, found.open, found.unclear) == ((), (), ())


# what was seen, section, its points, final
BY_HAND = [
    (("seat_too_low_or_high", "seat_height_fixed"), "chair", 3, 3),  # the author's example: 2 + 1 = 3; row 4, column 2
    (("seat_no_foot_contact", "seat_no_space_under_desk", "back_no_contact", "armrest_hard"), "chair", 4, 4),  # 5 x 4
    (("monitor_too_high", "monitor_neck_twist"), "monitor", 4, 3),  # telephone 1, monitor 4: 3
    (("phone_neck_hold", "phone_no_hands_free"), "telephone", 4, 3),  # telephone 4, monitor 1: 3
    (("mouse_reach", "mouse_other_surface"), "mouse", 4, 4),  # mouse 4, keyboard 1: 4
    (("keyboard_wrists_bent", "keyboard_too_high", "keyboard_fixed"), "keyboard", 4, 4),  # mouse 1, keyboard 4: 4
]


@pytest.mark.parametrize(("seen", "section", "expected", "final"), BY_HAND)
def test_points_by_hand(seen: tuple[str, ...], section: str, expected: int, final: int) -> None:
    found = desk(*seen)
    assert part(found, section) == (expected, expected)
    assert (found.low, found.high) == (final, final)


# hours a day, minutes at a time, points
DURATION = [
    (0.5, 20, -1), (0.9, 50, -1), (2, 20, -1), (1, 30, 0), (2, 45, 0), (4, 60, 0), (4.1, 45, 1), (2, 61, 1),
    (8, 20, 1), (0, 0, -1),
]  # fmt: skip


@pytest.mark.parametrize(("hours", "minutes", "expected"), DURATION)
def test_duration_rule(hours: float, minutes: float, expected: int) -> None:
    assert duration(Use(hours=(hours, hours), minutes=(minutes, minutes))) == (expected, expected)


def test_duration_not_told_is_a_band() -> None:
    assert duration(Use()) == (-1, 1)
    assert duration(Use(hours=(6, 6))) == (1, 1)
    assert duration(Use(hours=(0.4, 0.4))) == (-1, -1)


def test_action_level_is_five_and_not_known_in_between() -> None:
    assert desk("seat_no_foot_contact", "seat_height_fixed", "seat_depth_fixed", "back_no_contact").act is True
    assert desk("mouse_reach", "mouse_other_surface").act is False
    assert rosa_of(Workstation(rosa={"monitor_glare": True})).act is None  # type: ignore[union-attr]


def test_nobody_looked_is_none_and_one_look_is_a_wide_band() -> None:
    assert rosa_of(Workstation()) is None
    found = rosa_of(Workstation(rosa={"monitor_glare": False}))
    assert found is not None
    assert (found.low, found.high) == (1, 10)
    assert "monitor_too_low" in found.open
    assert "monitor_glare" not in found.open


# plain answer, part, low, high before what is added and duration
PLAIN = [
    ("lumbar_support", True, "back", 1, 4), ("lumbar_support", False, "back", 2, 4),
    ("screen_at_eye_level", True, "monitor", 1, 5), ("screen_at_eye_level", False, "monitor", 2, 7),
    ("feet_supported", True, "seat_height", 1, 4), ("feet_supported", False, "seat_height", 2, 5),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answer", "name", "low", "high"), PLAIN)
def test_the_four_plain_questions_answer_items(question: str, answer: bool, name: str, low: int, high: int) -> None:
    from ladderback.ergonomics.workstation import read_workstation

    assert points(name, read_workstation(Workstation(**{question: answer})).answers) == (low, high)


def test_a_break_every_half_hour_bounds_the_duration() -> None:
    with_breaks = desk(plain={"breaks_every_30_min": True}, chair_minutes_at_a_time="")
    assert part(with_breaks, "chair") == (1, 2)
    without = desk(plain={"breaks_every_30_min": False}, chair_minutes_at_a_time="")
    assert part(without, "chair") == (2, 3)


def test_answers_that_disagree_are_open_and_said() -> None:
    found = desk(plain={"feet_supported": False})
    assert part(found, "chair") == (2, 3)
    assert len(found.unclear) == 1
    assert "the feet are supported" in found.unclear[0]


def test_good_and_bad_at_once_holds_both() -> None:
    found = desk(mouse_reach=True)
    assert part(found, "mouse") == (1, 2)
    assert "Mouse" in found.unclear[0]


@pytest.mark.parametrize("value", [1.0, "yes", float("nan")])
def test_an_answer_of_the_wrong_kind_is_said_and_not_used(value: float | str) -> None:
    found = desk(monitor_glare=value)
    assert "monitor_glare" in found.unclear[0]
    assert "monitor_glare" in found.open
    assert part(found, "monitor") == (1, 2)


@pytest.mark.parametrize("value", [-1.0, 25.0, True, "long"])
def test_hours_that_cannot_be_are_said_and_not_used(value: float | str | bool) -> None:
    found = desk(chair_hours_a_day=value)
    assert "chair_hours_a_day" in found.unclear[0]


def test_what_would_help_most_stands_first() -> None:
    found = desk("seat_no_foot_contact", "seat_height_fixed", "back_no_contact", "monitor_glare")
    assert found.found[0].item == "seat_no_foot_contact"
    assert found.found[0].low_if_fixed < found.low
    assert {one.item for one in found.found} == {
        "seat_no_foot_contact", "seat_height_fixed", "back_no_contact", "monitor_glare",
    }  # fmt: skip


def test_the_grids_are_the_digitised_ones_not_sums_or_the_larger_of_two() -> None:
    """Public copies replace the grids of chair, screen and hands by sums or maxima; those differ."""
    for name, least in (("chair", 30), ("monitor_phone", 30), ("mouse_keyboard", 30)):
        first_row, first_column, lines = grid_lines(name)
        cells = [
            (first_row + down, first_column + across, value)
            for down, line in enumerate(lines)
            for across, value in enumerate(line)
        ]
        assert sum(value != max(row, column) for row, column, value in cells) > least
        assert sum(value != row + column for row, column, value in cells) > least


@pytest.mark.parametrize("name", ["peripherals", "final"])
def test_the_last_two_grids_are_the_larger_of_two(name: str) -> None:
    first_row, first_column, lines = grid_lines(name)
    for down, line in enumerate(lines):
        assert list(line) == [max(first_row + down, first_column + across) for across in range(len(line))]


@pytest.mark.parametrize("name", ["chair", "monitor_phone", "mouse_keyboard", "peripherals", "final"])
def test_no_grid_falls_and_each_is_whole(name: str) -> None:
    _, _, lines = grid_lines(name)
    assert len({len(line) for line in lines}) == 1
    assert all(left <= right for line in lines for left, right in pairwise(line))
    assert all(up <= down for one, other in pairwise(lines) for up, down in zip(one, other, strict=True))


def test_off_the_edge_the_edge_counts() -> None:
    assert grid("monitor_phone", (6, 6), (8, 9)) == grid("monitor_phone", (6, 6), (7, 7))


def test_a_case_may_name_every_item_and_nothing_else() -> None:
    assert words().rosa == frozenset(rows("rosa_items"))


def test_every_item_has_its_sentence() -> None:
    assert items().keys() == book().letter("ergonomics")["rosa_fix"].keys()
