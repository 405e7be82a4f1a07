"""Which look a person gets: of the looks that suit sex and age one is chosen by the movement, always the same one."""

from __future__ import annotations

from functools import cache
from zlib import crc32

from ladderback.body.picture.values import Look
from ladderback.body.values import Sex
from ladderback.evidence import book
from ladderback.terms.errors import RecordError, nearest_word

_AGE = 45  # the age that is drawn when none is known


@cache
def looks() -> tuple[Look, ...]:
    """All looks of the table."""
    return tuple(_read(name, row.cells) for name, row in book().tables["picture_looks"].items())


def look_named(name: str) -> Look:
    """A look by its name.

    Raises:
        RecordError: there is no such look.
    """
    known = {look.id: look for look in looks()}
    if name not in known:
        raise RecordError(
            file="figure",
            key="look",
            received=name,
            allowed="a look of tables/picture_looks.csv",
            nearest=nearest_word(name, known),
        )
    return known[name]


def chosen(movement: str, sex: Sex, age: int | None = None) -> Look:
    """The look for a movement and a person.

    >>> chosen("stand", "female", 70).sex
    'female'
    """
    years = _AGE if age is None else age
    same = [look for look in looks() if look.sex == sex]
    suited = [look for look in same if look.youngest <= years <= look.oldest] or same
    return suited[crc32(movement.encode()) % len(suited)]


def _read(name: str, cells: dict[str, str]) -> Look:
    return Look(
        id=name,
        sex="female" if cells["sex"] == "female" else "male",
        youngest=int(cells["youngest"]),
        oldest=int(cells["oldest"]),
        skin=cells["skin"],
        hair=cells["hair"],
        style=cells["style"],
        shirt=cells["shirt"],
        trousers=cells["trousers"],
        shoe=cells["shoe"],
        sole=cells["sole"],
        beard=cells["beard"] == "yes",
        glasses=cells["glasses"] == "yes",
    )
