"""One thing that is wrong with a case or a journal: where, what came, what is allowed, the nearest known word.

Free text written by a person is never repeated: only numbers, dates and single words stand in a message.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from ladderback.terms.errors import RecordError, nearest_word

Path = tuple[str | int, ...]
FREE_TEXT = frozenset({"title", "story", "what_happened", "note", "name", "reason", "owner"})
_IDENTIFIER = re.compile(r"[A-Za-z0-9_.:+/\-]{1,60}")
_LISTED = 40


class Mistake(Exception):  # noqa: N818 (it becomes a RecordError once the file is known)
    """One thing that is wrong, before the file and the line are known."""

    def __init__(
        self, path: Path, received: object, allowed: str, nearest: str | None = None, line: int | None = None
    ) -> None:
        self.path, self.received, self.allowed, self.nearest = path, shown(received, path), allowed, nearest
        self.line = line
        super().__init__(key_of(path))


class Shown(str):
    """A description that stands in a message without quotation marks."""

    def __repr__(self) -> str:
        return str(self)


def shown(received: object, path: Path = ()) -> object:
    """What may stand in a message: numbers, dates and identifiers as they came, anything else by its kind and size.

    >>> shown("Mary says it hurts")
    a text of 18 characters
    >>> shown("sittting")
    'sittting'
    """
    private = bool(path) and path[-1] in FREE_TEXT
    if isinstance(received, Shown):
        return received
    if isinstance(received, str):
        if any("\ud800" <= character <= "\udfff" for character in received):
            return Shown("a text with half of a character")
        plain = _IDENTIFIER.fullmatch(received) and not private
        return received if plain else Shown(f"a text of {len(received)} characters")
    if isinstance(received, dict):
        return Shown(f"a table of {len(received)} keys")
    if isinstance(received, list | tuple):
        return Shown(f"a list of {len(received)}")
    return Shown(f"a {type(received).__name__}") if private else _value_shown(received)


def _value_shown(received: object) -> object:
    if received is None or isinstance(received, bool):
        return Shown({None: "null", True: "true", False: "false"}[received])
    if isinstance(received, int) and abs(received) >= 10**18:
        return Shown("a whole number of more than 18 digits")
    return received if isinstance(received, int | float) else Shown(str(received))


def key_of(path: Path) -> str:
    """The path of a key as it is written in a message.

    >>> key_of(("goals", 0, "task"))
    'goals[0].task'
    """
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            word = part if _IDENTIFIER.fullmatch(part) else f"<{len(part)} characters>"
            text += f".{word}" if text else word
    return text


def need(word: str, known: Collection[str], path: Path, kind: str) -> None:
    """Demands a known word.

    Raises:
        Mistake: the word is not one of the known ones.
    """
    if word not in known:
        raise Mistake(path, word, one_of(known, kind), nearest_known(word, known))


def nearest_known(word: object, known: Collection[str]) -> str | None:
    """The known word that a mistyped one most likely meant; long texts are not compared."""
    return nearest_word(word, sorted(known)) if isinstance(word, str) and len(word) <= 100 else None


def one_of(known: Collection[str], kind: str) -> str:
    """Lists the known words when they are few, else says how many there are and where they are listed.

    >>> one_of(["pass", "fail"], "answer")
    'one of fail, pass'
    """
    if len(known) <= _LISTED:
        return "one of " + ", ".join(sorted(known))
    return f"a known {kind}; there are {len(known)}, and `ladderback book search` finds them"


def as_error(mistake: Mistake, file: str, line: int | None) -> RecordError:
    """The mistake as an error of the file it was found in."""
    return RecordError(
        file=file,
        key=key_of(mistake.path),
        received=mistake.received,
        allowed=mistake.allowed,
        nearest=mistake.nearest,
        line=mistake.line or line,
    )
