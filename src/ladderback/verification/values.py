"""The second pair of eyes: what was checked and what is not in order."""

from __future__ import annotations

from msgspec import Struct


class Violation(Struct, frozen=True, kw_only=True):
    """One thing that is not in order: kind, where ("week 1 session 1 item 2"), the rule's id, and why."""

    kind: str
    where: str
    rule: str
    because: str


class VerificationReport(Struct, frozen=True, kw_only=True):
    """`checked` counts the rules that were looked at."""

    ok: bool
    checked: int
    violations: tuple[Violation, ...]
