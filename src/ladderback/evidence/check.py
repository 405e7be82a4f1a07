"""`book check`: proves that the knowledge holds together before anybody relies on it."""

from __future__ import annotations

from ladderback.evidence.book import Book
from ladderback.evidence.checks import (
    clinical_tests,
    contributors,
    dosing,
    exercises,
    ladders,
    letters,
    limits,
    poses,
    red_flags,
    references,
)

CHECKS = (red_flags, clinical_tests, contributors, exercises, ladders, poses, limits, dosing, letters, references)


def problems(book: Book) -> list[str]:
    """Every problem of the knowledge as a sentence; none means it is in order.

    Proves: every reference resolves; every number has source and status; every contributor can be reached; every tag of
    a limit meets an exercise; neighbours of exercises form no loop and never fall in load class; nothing is orphaned.
    """
    return [problem for one in CHECKS for problem in one.check(book)]
