"""How sure a number is. Any wording maps to one of four statuses; the weakest part of the wording wins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, get_args

Status = Literal["verified", "secondary", "memory", "proposal"]
STATUSES: tuple[Status, ...] = get_args(Status)

# Words that pull a wording down, weakest first. A wording with none of them and without "verified" is a proposal.
_WEAKENING: tuple[tuple[Status, tuple[str, ...]], ...] = (
    (
        "proposal",
        (
            "proposal",
            "ours",
            "practice",
            "reasoned",
            "derived",
            "design",
            "expert",
            "gap",
            "assumed",
            "seed",
            "low conf",
            "consistency",
            "not found",
            "cases",
        ),
    ),
    ("memory", ("memory", "not verified", "not seen", "not read", "cut off", "hypothesis", "from cases")),
    ("secondary", ("secondary", "part", "excerpt", "digest", "rounded", "rest ", "direction", "some ")),
)


def read_status(wording: str) -> Status:
    """Maps a free wording of certainty to a status, taking the weakest part of it.

    >>> read_status("verified")
    'verified'
    >>> read_status("verified (secondary source); GIRFT PDF itself not read")
    'memory'
    >>> read_status("verified dose; step sizes proposal")
    'proposal'
    """
    lowered = wording.lower()
    for status, words in _WEAKENING:
        if any(word in lowered for word in words):
            return status
    return "verified" if "verified" in lowered else "proposal"


def weakest(statuses: Iterable[Status]) -> Status:
    """The status of a value that rests on several: no surer than its least sure part.

    >>> weakest(["verified", "memory"])
    'memory'
    """
    return max(statuses, key=STATUSES.index, default="proposal")


def show_status(status: Status) -> str:
    """What stands beside a number: nothing when it was verified, the status otherwise.

    >>> show_status("memory")
    ' [memory]'
    """
    return "" if status == "verified" else f" [{status}]"
