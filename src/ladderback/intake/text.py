"""Bytes as text, and JSON without its loophole: a key that stands there twice."""

from __future__ import annotations

from typing import Any

from ladderback.intake.mistakes import Mistake, Shown


def decoded(text: str | bytes, most: int) -> str:
    """The text of a file.

    Raises:
        Mistake: it is too large, or not UTF-8.
    """
    if len(text) > most:
        raise Mistake((), Shown(f"more than {most / 1e6:g} MB"), f"a file of at most {most / 1e6:g} MB")
    try:
        if isinstance(text, bytes):
            return text.decode("utf-8-sig")
        text.encode()
    except UnicodeError as error:
        before = error.object[: error.start] if isinstance(error, UnicodeDecodeError) else b""
        raise Mistake((), Shown("bytes that are not UTF-8"), "text in UTF-8", line=before.count(b"\n") + 1) from None
    return text.removeprefix("\ufeff")


def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object whose keys stand there once.

    Raises:
        Mistake: a key stands there twice.
    """
    values: dict[str, Any] = {}
    for name, value in pairs:
        if name in values:
            raise Mistake((name,), Shown("the same key twice"), "each key once")
        values[name] = value
    return values
