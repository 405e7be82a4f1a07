"""How wide words are, and where their lines break, without a library for letters."""

from __future__ import annotations

_WIDE = {
    "i": 0.25,
    "l": 0.25,
    "j": 0.26,
    "t": 0.34,
    "f": 0.33,
    "r": 0.36,
    " ": 0.26,
    ".": 0.26,
    ",": 0.26,
    ";": 0.28,
    "'": 0.22,
    "m": 0.86,
    "w": 0.76,
    "M": 0.86,
    "W": 0.94,
    "-": 0.35,
    ":": 0.28,
    "(": 0.35,
    ")": 0.35,
}


def text_width(words: str, size: float) -> float:
    """Width of words [units of the sheet], rather too wide than too narrow.

    >>> text_width("mill", 10) < text_width("mmmm", 10)
    True
    """
    return sum(_WIDE.get(letter, 0.68 if letter.isupper() else 0.56) for letter in words) * size


def wrapped(words: str, size: float, width: float) -> list[str]:
    """Lines no wider than a width, as even as can be.

    >>> wrapped("Push the hips back and keep the back long", 10, 130)
    ['Push the hips back', 'and keep the back long']
    """
    if text_width(words, size) <= width:
        return [words] if words else []
    lines = _filled(words, size, width)
    narrow = width
    while narrow > width * 0.5 and len(_filled(words, size, narrow - 6)) == len(lines):
        narrow -= 6
    return _filled(words, size, narrow)


def _filled(words: str, size: float, width: float) -> list[str]:
    lines, line = [], ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if line and text_width(longer, size) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]
