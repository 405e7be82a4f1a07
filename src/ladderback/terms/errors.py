"""One family of errors. Each says what came, what is allowed and what to do next; none carries client data."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class LadderbackError(Exception):
    """Something that has to be put right before the engine can answer."""


class RecordError(LadderbackError):
    """A case, journal, plan or posture cannot be read as given.

    Args:
        file: name of the file as the user gave it ("-" for standard input).
        key: path of the key in the file, as `client.age`; empty for the whole file.
        received: what came, shortened; never free text written by a person.
        allowed: what would be accepted, in words.
        nearest: the nearest known key or word, when there is one.
        line: line number in the file, counted from 1, when the reader can give it.
    """

    def __init__(
        self,
        *,
        file: str,
        key: str,
        received: object,
        allowed: str,
        nearest: str | None = None,
        line: int | None = None,
    ) -> None:
        self.file, self.key, self.received, self.allowed = file, key, shorten(received), allowed
        self.nearest, self.line = nearest, line
        super().__init__(self._message())

    def _message(self) -> str:
        where = self.file + (f", line {self.line}" if self.line else "") + (f", key {self.key}" if self.key else "")
        nearest = f" The nearest known word is {self.nearest!r}." if self.nearest else ""
        return f"{where}: received {self.received}; allowed is {self.allowed}.{nearest} Correct it and run again."


class KnowledgeError(LadderbackError):
    """A record of the knowledge is not clear enough to be used: file, key, what came, what is allowed, nearest."""

    def __init__(self, *, file: str, key: str, received: object, allowed: str, nearest: str | None = None) -> None:
        self.file, self.key, self.received, self.allowed, self.nearest = file, key, shorten(received), allowed, nearest
        hint = f" The nearest known word is {nearest!r}." if nearest else ""
        super().__init__(f"{file}, key {key}: received {self.received}; allowed is {allowed}.{hint} Mend the record.")


class ScopeError(LadderbackError):
    """A role asked for something that is not in its scope of practice: who, what, why not."""

    def __init__(self, *, role: str, act: str, because: str) -> None:
        self.role, self.act, self.because = role, act, because
        super().__init__(f"A {role} may not {act}: {because}. Ask somebody whose licence covers it.")


class BodyModelError(LadderbackError):
    """A posture that this body cannot take or hold: which gate it missed, by how much, and what to do next."""

    def __init__(self, *, file: str, reason: str, residual_n: float) -> None:
        self.file, self.reason, self.residual_n = file, reason, residual_n
        super().__init__(
            f"{file}: this posture cannot be held as it is written: {reason}; the residual is {residual_n:.1f} N. "
            "Change the angle or the support it names, or leave out an angle so that it is solved, and run again."
        )


class SolverError(LadderbackError):
    """The solver did not answer: what it said and what to do next."""


def shorten(received: object, most: int = 60) -> str:
    """Shows what came in at most `most` characters.

    >>> shorten("x" * 100)[-4:]
    "...'"
    """
    text = repr(received)
    return text if len(text) <= most else text[: most - 4] + "..." + text[-1]


def nearest_word(received: object, known: Iterable[str]) -> str | None:
    """Finds the known word that a mistyped one most likely meant.

    >>> nearest_word("heigth_cm", ["height_cm", "mass_kg"])
    'height_cm'
    """
    found = get_close_matches(str(received), list(known), n=1, cutoff=0.5)
    return found[0] if found else None
