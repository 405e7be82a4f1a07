"""Which letters our print faces hold, and what stands for those they do not hold."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).resolve().parent / "fonts"
_IN_WORDS = {
    "≥": ">=",
    "≤": "<=",
    "≈": "about",
    "→": "to",
    "‑": "-",
    "●": "*",
    "\u00ad": "",
    "\u2009": " ",
    "\u202f": " ",
}
_UNKNOWN = "?"


@cache
def letters() -> frozenset[str]:
    """Every letter and sign that all our print faces hold."""
    return frozenset((FONTS / "characters.txt").read_text(encoding="utf-8")) | {"\n"}


def can_print(text: str) -> bool:
    """Whether a text, such as a name, can be printed as it is written."""
    return letters().issuperset(text)


def printable(text: str) -> str:
    """The text with its nearest printable letters: paper must not fail for one sign.

    >>> printable("a ≥ b, Ǻsa")
    'a >= b, Åsa'
    """
    known = letters()
    return text if known.issuperset(text) else "".join(one if one in known else _nearest(one) for one in text)


@cache
def _nearest(one: str) -> str:
    if one in _IN_WORDS:
        return _IN_WORDS[one]
    for form in ("NFC", "NFKC"):
        near = unicodedata.normalize(form, one)
        if near != one and can_print(near):
            return near if near not in ('"', "\\") else _UNKNOWN
    parts = unicodedata.normalize("NFKD", one)
    for size in range(len(parts) - 1, 0, -1):
        near = unicodedata.normalize("NFC", parts[:size])
        if can_print(near) and not set(near) & {'"', "\\"}:
            return near
    return "" if unicodedata.category(one) in ("Mn", "Cf", "Cc") else _UNKNOWN
