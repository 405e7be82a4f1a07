"""How far a computed load can be trusted, and the band a client sees."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from ladderback.body.numbers import number
from ladderback.body.values import SpinalLoad
from ladderback.evidence import book


class Ratio(NamedTuple):
    """A load in multiples of the same person's standing, with how low and how high it may be."""

    value: float
    low: float
    high: float


def ratio_to(load: SpinalLoad, standing: SpinalLoad) -> Ratio:
    """A load against own standing. At least the error that the body shows on known postures; wider where the two
    muscle descriptions disagree."""
    value = load.compression / standing.compression
    twin = load.compression_one_lever / standing.compression_one_lever
    most = number("ratio_error")
    return Ratio(
        value, min(value * (1 - most), max(0.0, min(value, twin))), max(value * (1 + most), min(twin, value * 2))
    )


@cache
def _bands() -> tuple[tuple[str, float, float], ...]:
    rows = book().tables["load_bands"].items()
    return tuple((name, float(row.cells["from_ratio"]), float(row.cells["to_ratio"])) for name, row in rows)


def band_of(ratio: float) -> str:
    """The band of a load in multiples of own standing.

    >>> band_of(0.2), band_of(1.0), band_of(4.0)
    ('very_low', 'low', 'very_high')
    """
    return next(name for name, _, to in _bands() if ratio < to)


def is_tie(one: float, other: float) -> bool:
    """Whether two ratios are too close to be told apart.

    >>> is_tie(2.0, 2.2), is_tie(1.0, 2.0)
    (True, False)
    """
    return abs(one - other) <= number("tie_share") * max(one, other)
