"""Pattern, directional preference, stage, irritability, phase and psychosocial risk, by the published rules."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from ladderback.assessment.numbers import number
from ladderback.assessment.values import Findings
from ladderback.evidence.book import book
from ladderback.formulation.values import Irritability, Pattern, Phase, Preference, Risk, Stage
from ladderback.intake.values import Episode, IntakeRecord, Mind

DIRECTIONS: tuple[Pattern, ...] = ("rotation", "lateral", "flexion", "extension", "load")
STAGES: dict[int, Stage] = {
    1: "symptom_modulation",
    2: "movement_control",
    3: "functional_optimisation",
    4: "functional_optimisation",
}
# Only the order of these counts: inward is better than better, outward is worse than worse.
REPEATED_POINTS = {"centralised": 2, "better": 1, "same": 0, "worse": -1, "peripheralised": -2}
REPEATED: dict[Preference, tuple[str, ...]] = {
    "flexion": ("flexion_standing", "flexion_lying"),
    "extension": ("extension_standing", "extension_prone"),
    "lateral": ("side_glide_left", "side_glide_right"),
}


class Classes(Struct, frozen=True, kw_only=True):
    """Where this person stands: a starting idea that is tried again at every session."""

    pattern: Pattern
    directional_preference: Preference
    stage_number: int
    irritability: Irritability
    phase: Phase
    psychosocial_risk: Risk
    time_contingent: bool

    @property
    def words(self) -> frozenset[str]:
        """The words by which limits name these classes."""
        own = (self.pattern, self.irritability, self.phase, self.stage_number, self.directional_preference)
        kinds = ("pattern", "irritability", "phase", "stage", "preference")
        return frozenset(f"{kind}:{word}" for kind, word in zip(kinds, own, strict=True))


def classify(record: IntakeRecord, control_passed: bool | None) -> Classes:
    """All classes of one person.

    Args:
        record: everything known.
        control_passed: True when a movement control test was done and none failed, False when one failed.
    """
    irritability, phase = irritability_of(record.episode), phase_of(record.episode)
    risk = risk_of(record.mind)
    fear = record.mind.fear_of_movement
    afraid = risk == "high" or (fear is not None and fear >= number("time_contingent_fear"))
    return Classes(
        pattern=pattern_of(record.movements),
        directional_preference=preference_of(record),
        stage_number=stage_of(record, irritability, phase, control_passed),
        irritability=irritability,
        phase=phase,
        psychosocial_risk=risk,
        time_contingent=phase == "chronic" and afraid,
    )


def control_known(findings: Findings) -> bool | None:
    """True when movement control was looked at and every test passed, False when one did not, None when not done."""
    done = [one.value for one in findings.findings if one.test.startswith("mct_")]
    return None if not done else "fail" not in done


# --- pattern and preference --------------------------------------------------------------------------------------


@cache
def directions() -> dict[str, tuple[str, float]]:
    """The direction each movement belongs to, and its points."""
    rows = book().tables["movement_directions"]
    return {move: (row.cells["direction"], float(row.cells["points"])) for move, row in rows.items()}


def pattern_of(movements: Mapping[str, str]) -> Pattern:
    """The direction that brings the pain on; what eases in a direction speaks against it; not asked says nothing.

    >>> pattern_of({"bend_forward": "worse", "sitting": "worse"})
    'flexion'
    >>> pattern_of({})
    'none_clear'
    """
    points = points_by_direction(movements)
    bends = sorted((points["flexion"], points["extension"]))
    if bends[0] >= number("pattern_clear") and bends[0] >= number("pattern_both") * bends[1]:
        return "multidirectional"
    first = max(DIRECTIONS, key=lambda direction: (points[direction], -DIRECTIONS.index(direction)))
    return first if points[first] >= number("pattern_clear") else "none_clear"


def points_by_direction(movements: Mapping[str, str]) -> dict[str, float]:
    """Points of worse less points of better, by direction; left and right of one movement count once."""
    worst: dict[tuple[str, str], float] = {}
    for move, reaction in movements.items():
        direction, points = directions()[move]
        sign = {"worse": 1.0, "better": -1.0}.get(reaction, 0.0)
        key = (direction, move.removesuffix("_left").removesuffix("_right"))
        worst[key] = max(worst.get(key, -points), sign * points)
    totals = dict.fromkeys((*DIRECTIONS, "none"), 0.0)
    for (direction, _), points in worst.items():
        totals[direction] += points
    return totals


def preference_of(record: IntakeRecord) -> Preference:
    """The direction that eases: from repeated movements first, else from bending forward and backward.

    Source: LONG2004.
    """
    tested = {
        direction: [REPEATED_POINTS[record.repeated[move]] for move in moves if move in record.repeated]
        for direction, moves in REPEATED.items()
    }
    known = {direction: max(points) for direction, points in tested.items() if points}
    best = sorted(known, key=lambda direction: (-known[direction], direction))
    if best and known[best[0]] > 0:
        tied = len(best) > 1 and known[best[1]] == known[best[0]]
        return "none" if tied else best[0]
    if {"flexion", "extension"} <= known.keys():
        return "none"
    return _preference_from_bends(record)


def _preference_from_bends(record: IntakeRecord) -> Preference:
    forward, backward = record.movements.get("bend_forward"), record.movements.get("bend_backward")
    if backward == "better" and forward == "worse":
        return "extension"
    if forward == "better" and backward == "worse":
        return "flexion"
    return "unknown"


# --- stage, irritability, phase, risk ----------------------------------------------------------------------------


def irritability_of(episode: Episode) -> Irritability:
    """How long a provoked pain takes to settle, and how much it hurts at rest; not asked stays unknown.

    Source: BARAKATT2009.
    """
    if episode.pain_now is not None and episode.pain_now >= number("irritability_high_pain"):
        return "high"
    if episode.settles_minutes is None:
        return "unknown"
    if episode.settles_minutes > number("irritability_high_minutes"):
        return "high"
    return "moderate" if episode.settles_minutes >= number("irritability_low_minutes") else "low"


def phase_of(episode: Episode) -> Phase:
    """How long this episode lasts; when that is not known the more careful answer stands.

    Source: ACP2017.
    """
    days = episode.duration_days
    if days is None or days < number("acute_days"):
        return "acute"
    return "subacute" if days < number("subacute_days") else "chronic"


def stage_of(record: IntakeRecord, irritability: Irritability, phase: Phase, control_passed: bool | None) -> int:
    """The stage by the entry rows of the pain rules: pain at rest, irritability, control.

    Stage 3 asks that movement control was looked at and passed: what was never looked at has not been passed.
    """
    rest = _rest_pain(record.episode)
    if rest is None or irritability == "high" or rest >= number("stage_1_pain"):
        return 1
    if phase == "acute" and rest >= number("stage_1_pain_acute"):
        return 1
    if irritability != "low":
        return 1 if irritability == "unknown" and rest > number("stage_2_pain") else 2
    if not _well_controlled(record.episode, phase, control_passed):
        return 2
    return 4 if _near_the_task(record, rest) else 3


def _rest_pain(episode: Episode) -> float | None:
    return episode.pain_now if episode.pain_now is not None else episode.pain_average


def _well_controlled(episode: Episode, phase: Phase, control_passed: bool | None) -> bool:
    limits = (
        (_rest_pain(episode), number("stage_3_pain_now")),
        (episode.pain_average, number("stage_3_pain_average")),
        (episode.pain_worst, number("stage_3_pain_worst")),
    )
    low = all(pain is not None and pain <= most for pain, most in limits)
    return low and phase != "acute" and control_passed is True


def _near_the_task(record: IntakeRecord, rest: float) -> bool:
    abilities = [goal.ability for goal in record.goals if goal.target_kg is None]
    able = all(ability is not None and ability >= number("stage_4_ability") for ability in abilities)
    return bool(abilities) and able and rest <= number("stage_4_pain_now")


def risk_of(mind: Mind) -> Risk:
    """The STarT Back rule: a total of three or less is low whatever the psychological part says.

    Source: HILL2008.
    """
    total, psych = mind.start_back_total, mind.start_back_psych
    if total is not None and total <= number("start_low_total"):
        return "low"
    if psych is not None and psych >= number("start_high_psych"):
        return "high"
    return "medium" if total is not None and psych is not None else "unknown"
