"""Which contributors we work on, and why we think so; never a diagnosis."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from ladderback.assessment.values import Ask
from ladderback.terms.sides import Side

Pattern = Literal["flexion", "extension", "rotation", "lateral", "load", "multidirectional", "none_clear"]
Preference = Literal["flexion", "extension", "lateral", "none", "unknown"]
Stage = Literal["symptom_modulation", "movement_control", "functional_optimisation"]
Irritability = Literal["high", "moderate", "low", "unknown"]
Phase = Literal["acute", "subacute", "chronic"]
Risk = Literal["low", "medium", "high", "unknown"]
Arm = Literal["movement", "daily_life", "education", "referral"]


class Contributor(Struct, frozen=True, kw_only=True):
    """Something that may play a part: weight 0-1 (all weights sum to 1), what speaks for and against, a falsifier."""

    contributor: str
    side: Side | None
    weight: float
    confidence: Literal["low", "moderate", "high"]
    for_: tuple[str, ...] = field(name="for")
    against: tuple[str, ...]
    falsifier: str
    worked_by: Arm
    from_week: int
    sources: tuple[str, ...]
    because: tuple[str, ...] = ()  # ids of the facts: "test:hip_ir:right", "answer:sitting_hours", "tried:massage"


class Formulation(Struct, frozen=True, kw_only=True):
    """The working view of one person. `strong` lists contributor ids already strong, so not to be targets."""

    pattern: Pattern
    directional_preference: Preference
    stage: Stage
    stage_number: int
    irritability: Irritability
    phase: Phase
    psychosocial_risk: Risk
    contributors: tuple[Contributor, ...]
    next_best: tuple[Ask, ...]
    strong: tuple[str, ...] = ()
    time_contingent: bool = False
    individual_because: tuple[str, ...] = ()
