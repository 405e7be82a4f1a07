"""The sentences of the plots, how a number is written, and what a plot refuses to draw."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from ladderback.documents.plots.drawing import spoken
from ladderback.evidence import book
from ladderback.terms.errors import RecordError

LANGUAGE = "en"
_QUARTERS = {0.0: "", 1.0: "¼", 2.0: "½", 3.0: "¾"}


def say(part: str) -> dict[str, Any]:
    """One part of the sentences of the plots."""
    found: dict[str, Any] = book().letter("plots", LANGUAGE)[part]
    return found


def figure(value: float) -> str:
    """A number with at most one decimal and a true minus sign.

    >>> figure(116.0), figure(5.94), figure(-0.04), figure(-3)
    ('116', '5.9', '0', '−3')
    """
    shown = f"{abs(value):.1f}".removesuffix(".0")
    return f"−{shown}" if value < 0 and shown != "0" else shown


def times(load: float) -> str:
    """A load in multiples of standing: always one decimal.

    >>> times(4)
    '4.0×'
    """
    return f"{load:.1f}×"


def quarters(hours: float) -> str:
    """Hours to the quarter as people write them; what is no quarter has one decimal.

    >>> quarters(8.25), quarters(0.5), quarters(2), quarters(1.1)
    ('8¼', '½', '2', '1.1')
    """
    whole, rest = divmod(round(hours * 4, 6), 4)
    if rest not in _QUARTERS:
        return figure(hours)
    return f"{whole:.0f}" if not rest else f"{whole:.0f}{_QUARTERS[rest]}".removeprefix("0")


def clock(hours: float) -> str:
    """An hour of the day as people say it.

    >>> clock(9), clock(17.25)
    ('9', '17:15')
    """
    whole, minutes = divmod(round(hours * 60), 60)
    return f"{whole}:{minutes:02d}" if minutes else str(whole)


def listed(parts: Iterable[str]) -> str:
    """Sentences one after the other, without the empty ones."""
    return " ".join(part for part in parts if part)


def stop(words: str) -> str:
    """Words closed by a full stop, when nothing closes them yet."""
    words = words.strip()
    return words if not words or words[-1] in ".!?" else f"{words}."


def need_number(plot: str, key: str, value: float | None, low: float, high: float) -> None:
    """Refuses what is not a number or lies outside what can be drawn; nothing given is fine."""
    if value is not None and not (math.isfinite(value) and low <= value <= high):
        raise RecordError(file=plot, key=key, received=value, allowed=f"a number from {low:g} to {high:g}")


def need_words(plot: str, key: str, words: str) -> None:
    """Refuses a name that is empty once what cannot be written is taken out."""
    if not spoken(words):
        raise RecordError(file=plot, key=key, received=words, allowed="a name that can be read")
