"""What is wrong with a file, said in words: where, what came, what is allowed, the nearest known word."""

from __future__ import annotations

from typing import Any

from ladderback.intake.mistakes.lines import line_in_json, line_in_toml
from ladderback.intake.mistakes.mistake import Mistake, Path, Shown, as_error, nearest_known, need, one_of

__all__ = [
    "Mistake", "Path", "Shown", "as_error", "find", "line_in_json", "line_in_toml", "nearest_known", "need", "one_of",
]  # fmt: skip


def find(value: Any, schema: Any, path: Path = ()) -> Mistake | None:
    """The first place where a value is not of its schema, or None. Asked only when something is wrong: it is slow."""
    from msgspec.inspect import type_info

    from ladderback.intake.mistakes import explain

    return explain.find(value, type_info(schema), path)
