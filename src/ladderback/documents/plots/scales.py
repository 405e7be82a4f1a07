"""Straight scales: where a value stands, and round numbers to write beside an axis."""

from __future__ import annotations

import math

from msgspec import Struct


class Scale(Struct, frozen=True):
    """A stretch of values laid on a stretch of the picture."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Where a value stands; beyond the scale it stands at its end.

        >>> Scale(0, 10, 100, 200).at(5), Scale(0, 10, 100, 200).at(12)
        (150.0, 200.0)
        """
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def holds(self, value: float) -> bool:
        """Whether a value lies on the scale."""
        return self.low <= value <= self.high


def round_step(span: float, most: int) -> float:
    """The smallest round step (1, 2, 5, 10, ...) that needs no more than `most` steps.

    >>> round_step(80, 8), round_step(4.4, 6)
    (10.0, 1.0)
    """
    rough = max(span, 1e-9) / max(most, 1)
    power = 10.0 ** math.floor(math.log10(rough))
    return next(size * power for size in (1.0, 2.0, 5.0, 10.0) if size * power >= rough * 0.999999)


def round_values(low: float, high: float, most: int) -> list[float]:
    """Round numbers from low to high, both ends included only where they are round.

    >>> round_values(80, 160, 8)[:3]
    [80.0, 90.0, 100.0]
    """
    step = round_step(high - low, most)
    first, last = math.ceil(low / step - 1e-6), math.floor(high / step + 1e-6)
    return [round(count * step, 9) for count in range(first, last + 1)]
