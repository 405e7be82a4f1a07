"""Does an exercise contain a movement that is worse today? By the table `worse_today.csv`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from ladderback.evidence import book


class Containing(Struct, frozen=True, kw_only=True):
    """What in an exercise contains one movement."""

    say: str
    postures: tuple[str, ...]
    movements: frozenset[str]
    tags: frozenset[str]
    positions: frozenset[str]
    exempt_groups: frozenset[str]


@cache
def _table() -> dict[str, Containing]:
    return {name: _containing(row.cells) for name, row in book().tables["worse_today"].items()}


def _containing(cells: dict[str, str]) -> Containing:
    def words(key: str) -> tuple[str, ...]:
        return tuple(word.strip() for word in cells[key].split(";") if word.strip())

    return Containing(
        say=cells["say"],
        postures=words("postures"),
        movements=frozenset(words("movements")),
        tags=frozenset(words("tags")),
        positions=frozenset(words("positions")),
        exempt_groups=frozenset(words("exempt_groups")),
    )


def offends(exercise: str, worse_with: Iterable[str]) -> str | None:
    """The first movement worse today that this exercise contains, or None.

    >>> offends("core_situp", ["bend_forward"])
    'bend_forward'
    >>> offends("car_walk", ["sitting"]) is None
    True
    """
    record = book().exercises.get(exercise)
    if record is None:
        return None
    for movement in worse_with:
        part = _table().get(movement)
        if part is None or record.group in part.exempt_groups:
            continue
        if (
            any(word in record.lumbar_posture for word in part.postures)
            or record.movement in part.movements
            or record.position in part.positions
            or not part.tags.isdisjoint(record.all_tags)
        ):
            return movement
    return None


def movement_words(movement: str) -> str:
    """A movement in plain words.

    >>> movement_words("get_up_from_chair")
    'getting up from a chair'
    """
    part = _table().get(movement)
    return part.say if part else movement.replace("_", " ")
