"""What is wrong with a file, said in words: where, what came, what is allowed, the nearest known word."""

from ladderback.intake.mistakes.explain import find
from ladderback.intake.mistakes.lines import line_in_json, line_in_toml
from ladderback.intake.mistakes.mistake import Mistake, Path, Shown, as_error, nearest_known, need, one_of

__all__ = [
    "Mistake", "Path", "Shown", "as_error", "find", "line_in_json", "line_in_toml", "nearest_known", "need", "one_of",
]  # fmt: skip
