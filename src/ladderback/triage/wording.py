"""The sentence for the person, put together from the letters and from the weightiest rule."""

from __future__ import annotations

from typing import Any

from ladderback.evidence import book
from ladderback.evidence.red_flags import Gate, Urgency
from ladderback.triage.values import Reason

SELF_HARM = "self_harm"
CALM: tuple[Urgency, ...] = ("monitor_train", "routine")


def say(urgency: Urgency, gate: Gate, reasons: tuple[Reason, ...]) -> str:
    """What the person reads: what to do, why, and what becomes of training.

    Where somebody spoke of dying or of hurting themselves, only human help is shown.
    """
    letter: dict[str, Any] = book().letter("triage")
    if reasons and book().red_flag_rules[reasons[0].rule].words_to_say == SELF_HARM:
        return " ".join(letter[SELF_HARM]["sentences"])
    gate_says, urgency_says = letter["gate"][gate]["say"], letter["urgency"][urgency]["say"]
    if gate == "hold_until_answered" and urgency in CALM:
        return str(gate_says)
    because = [reasons[0].say] if reasons and urgency != "monitor_train" else []
    return " ".join((urgency_says, *because, gate_says))
