"""Record kind: a red-flag rule (`knowledge/red_flag_rules/<id>.toml`)."""

from __future__ import annotations

from typing import Literal, get_args

from msgspec import Struct

from ladderback.terms.status import Status

Urgency = Literal["monitor_train", "routine", "within_2_weeks", "same_day", "emergency_now"]
URGENCIES: tuple[Urgency, ...] = get_args(Urgency)
Gate = Literal[
    "proceed",
    "proceed_modified",
    "proceed_modified_flexion_bias",
    "hold_extension_and_impact",
    "hold_until_answered",
    "hold_until_contact",
    "hold_until_cleared",
    "hold_all",
]
GATES: tuple[Gate, ...] = get_args(Gate)


class RedFlagRule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule.

    `when` is a sentence of the rule language (`ladderback.rules`); `recipient` and `words_to_say` are keys of
    `letters/<language>/triage.toml`; `say` is what the person reads. `before_vigorous`: asks for a clearance before
    vigorous work. `clearable` False: no clearance lifts it. `settled` is how a contradiction of the facts was settled.
    """

    id: str
    condition: str
    when: str
    urgency: Urgency
    gate: Gate
    recipient: str
    recipient_wording: str
    words_to_say: str = "general"
    rationale: str
    say: str
    before_vigorous: bool = False
    clearable: bool = True
    sources: tuple[str, ...]
    status: Status
    status_wording: str
    version: str
    settled: str = ""
    reviewed_by: str = ""
