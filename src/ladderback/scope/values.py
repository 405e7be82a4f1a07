"""Whether a role may do something, and why."""

from __future__ import annotations

from msgspec import Struct

from ladderback.terms.status import Status


class Permission(Struct, frozen=True, kw_only=True):
    """The answer; it counts as yes in an `if` only when it is allowed."""

    allowed: bool
    because: str
    sources: tuple[str, ...] = ()
    status: Status = "proposal"

    def __bool__(self) -> bool:
        return self.allowed
