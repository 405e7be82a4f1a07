"""ROSA, the Rapid Office Strain Assessment: points of the workstation as a band, as wide as what nobody looked at.

Each section adds its posture (the worst that was seen), what is added to it, and the duration of use; five printed
grids bring the sections together. An item without an answer counts as good at the low end and as bad at the high end.

Source: SONNE2012
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from ladderback.ergonomics.numbers import number, rows
from ladderback.ergonomics.values import RosaScore

SECTIONS = ("chair", "monitor", "telephone", "mouse", "keyboard")
WITH_DURATION = {"chair": "chair", "monitor": "monitor", "telephone": "phone", "mouse": "mouse", "keyboard": "keyboard"}
NO_LIMIT = 24.0 * 60.0
Band = tuple[int, int]
Answers = Mapping[str, bool]
Grid = tuple[tuple[int, ...], ...]


class Item(Struct, frozen=True, kw_only=True):
    """One item of the checklist."""

    id: str
    part: str
    kind: str
    points: int


class Use(Struct, frozen=True, kw_only=True):
    """How long one part is used: hours a day and minutes at a time, each from the least to the most it can be."""

    hours: tuple[float, float] = (0.0, 24.0)
    minutes: tuple[float, float] = (0.0, NO_LIMIT)


@cache
def items() -> dict[str, Item]:
    """Every item of the checklist that has points, by its key in a case."""
    found = {}
    for name, row in rows("rosa_items").items():
        cells = row.cells
        if cells["kind"] not in ("hours", "minutes"):
            found[name] = Item(id=name, part=cells["part"], kind=cells["kind"], points=int(cells["points"]))
    return found


def scores(answers: Answers, use: Mapping[str, Use]) -> tuple[RosaScore, ...]:
    """Every section of the form and the final points, each as a band.

    Args:
        answers: item to seen or not; an item that is not in it was not looked at.
        use: how long each of the five sections is used; absent = not told.
    """
    part = {name: points(name, answers) for name in sorted({item.part for item in items().values()})}
    length = {name: duration(use.get(name, Use())) for name in SECTIONS}
    chair = _add(
        grid("chair", _add(part["seat_height"], part["seat_depth"]), _add(part["armrest"], part["back"])),
        length["chair"],
    )
    single = {name: _add(part[name], length[name]) for name in SECTIONS if name != "chair"}
    screen = grid("monitor_phone", single["telephone"], single["monitor"])
    hands = grid("mouse_keyboard", single["mouse"], single["keyboard"])
    around = grid("peripherals", screen, hands)
    final = grid("final", chair, around)
    made = {"chair": chair, **single, "monitor_phone": screen, "mouse_keyboard": hands, "peripherals": around}
    return tuple(RosaScore(part=name, low=low, high=high) for name, (low, high) in [*made.items(), ("final", final)])


def points(part: str, answers: Answers) -> Band:
    """Points of one part: the worst posture seen, plus everything that adds to it.

    A good posture that was denied means one of the worse ones, whichever nobody denied. Where good and worse were
    both said, the band holds both.
    """
    here = [item for item in items().values() if item.part == part]
    good = [item for item in here if item.kind == "good"]
    worse = [item for item in here if item.kind == "worse"]
    best = min(item.points for item in good)
    fine = any(answers.get(item.id) is True for item in good)
    denied = any(answers.get(item.id) is False for item in good)
    seen = [item.points for item in worse if answers.get(item.id) is True]
    possible = [item.points for item in worse if answers.get(item.id) is not False]
    low = best if fine or not (seen or denied) else max(seen) if seen else min(possible, default=best)
    high = max([best, *seen]) if fine else max([best, *possible])
    added = [item for item in here if item.kind == "added"]
    least = sum(item.points for item in added if answers.get(item.id) is True)
    most = sum(item.points for item in added if answers.get(item.id) is not False)
    return low + least, high + most


def duration(use: Use) -> Band:
    """Points of the duration of use, from the shortest to the longest it can be."""
    return _duration(use.hours[0], use.minutes[0]), _duration(use.hours[1], min(use.minutes[1], use.hours[1] * 60))


def _duration(hours: float, minutes: float) -> int:
    """Much use by either count adds a point; else little use by either takes one off. Source: SONNE2012"""
    if hours > number("rosa_numbers", "hours_much") or minutes > number("rosa_numbers", "minutes_much"):
        return int(number("rosa_numbers", "points_much"))
    if hours < number("rosa_numbers", "hours_little") or minutes < number("rosa_numbers", "minutes_little"):
        return int(number("rosa_numbers", "points_little"))
    return int(number("rosa_numbers", "points_middle"))


def grid(name: str, row: Band, column: Band) -> Band:
    """Reads one grid for every row and column of two bands; off its edge the edge counts."""
    first_row, first_column, lines = grid_lines(name)
    found = [
        line[min(max(across - first_column, 0), len(line) - 1)]
        for down in range(row[0], row[1] + 1)
        for line in (lines[min(max(down - first_row, 0), len(lines) - 1)],)
        for across in range(column[0], column[1] + 1)
    ]
    return min(found), max(found)


@cache
def grid_lines(name: str) -> tuple[int, int, Grid]:
    """One grid: the value of its first row, of its first column, and its lines."""
    of_grid = [row.cells for row in rows("rosa_tables").values() if row.cells["grid"] == name]
    of_grid.sort(key=lambda cells: int(cells["row"]))
    lines = tuple(tuple(int(one) for one in cells["points"].split()) for cells in of_grid)
    return int(of_grid[0]["row"]), int(of_grid[0]["first_column"]), lines


def _add(left: Band, right: Band) -> Band:
    return left[0] + right[0], left[1] + right[1]
