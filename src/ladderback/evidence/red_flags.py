"""Record kind: a red-flag rule (`knowledge/red_flag_rules/<id>.toml`)."""

from __future__ import annotations

from msgspec import Struct

from ladderback.terms.status import Status


class RedFlagRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule. `when` is a sentence of the rule language (`ladderback.rules`); `recipient` a key of the letters."""

    id: str
    condition: str
    when: str
    urgency: str
    gate: str
    recipient: str
    recipient_wording: str
    rationale: str
    say: str
    sources: tuple[str, ...]
    status: Status
    status_wording: str
    version: str
    settled: str = ""
    reviewed_by: str = ""
