"""How much each item of a programme loads this person's own low back: from the table, the ladder, or a study."""

from __future__ import annotations

from typing import Any

from ladderback.body.movement import movement_load
from ladderback.body.table import Interpolated, interpolated
from ladderback.body.uncertainty import band_of
from ladderback.body.values import Build
from ladderback.evidence import book
from ladderback.intake.values import Client
from ladderback.ladder.values import Ladder, Rung
from ladderback.programme.values import Item

Told = dict[str, Any]


class LoadOfItems:
    """The loads of one person's items, each worked out once.

    An item that trains a rung is told by the ladder, with its own weight; any other as its movement is drawn.
    """

    def __init__(self, client: Client, ladders: tuple[Ladder, ...]) -> None:
        self._build = _build(client)
        self._rungs = {one.rung: (ladder, one) for ladder in ladders for one in (*ladder.rungs, *ladder.beyond)}
        self._table: dict[str, Interpolated] | None = interpolated(self._build) if self._build else None
        self._known: dict[str, Told | None] = {}

    def of(self, item: Item) -> Told | None:
        """The load of an item as a ratio to own standing with its band; None where nothing is known of the movement."""
        if item.rung in self._rungs:
            return _of_rung(*self._rungs[item.rung], item.load_kg)
        if item.exercise not in self._known:
            self._known[item.exercise] = self._of_movement(item.exercise)
        return self._known[item.exercise]

    def _of_movement(self, name: str) -> Told | None:
        if self._build is None or name not in book().poses:
            return None
        if self._table is not None and name in self._table:
            found = self._table[name]
            return told(name, found.ratio, found.low, found.high)
        one = movement_load(self._build, name)
        return told(name, one.ratio, one.low, one.high)


def told(movement: str, ratio: float, low: float, high: float) -> Told:
    """A load in multiples of own standing, with the band of a study where there is one, else the computed one."""
    measured = book().tables["load_classes"].get(movement)
    band = measured.cells["band"] if measured else band_of(ratio)
    plain = measured.cells["plain"] if measured else book().tables["load_bands"][band].cells["plain"]
    return {
        "ratio": round(ratio, 2), "low": round(low, 2), "high": round(high, 2), "band": band,
        "from": "measured" if measured else "computed", "plain": plain,
    }  # fmt: skip


def _of_rung(ladder: Ladder, one: Rung, load_kg: float) -> Told:
    """The load of a rung; with less weight, between the lighter rung of the same step and this one."""
    lighter = [
        below
        for below in (*ladder.rungs, *ladder.beyond)
        if below.step == one.step and below.load_kg <= load_kg < one.load_kg
    ]
    below = max(lighter, key=lambda rung: rung.load_kg, default=one)
    share = (load_kg - below.load_kg) / (one.load_kg - below.load_kg) if below is not one else 1.0

    def between(low: float, high: float) -> float:
        return low + share * (high - low)

    found = told(
        one.movement,
        between(below.ratio_to_standing, one.ratio_to_standing),
        between(below.ratio_low, one.ratio_low),
        between(below.ratio_high, one.ratio_high),
    )
    return found


def _build(client: Client) -> Build | None:
    if client.height_cm is None or client.mass_kg is None:
        return None
    return Build(sex=client.sex, stature=client.height_cm / 100, mass=client.mass_kg)
