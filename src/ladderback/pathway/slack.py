"""Who takes up the slack, for this person: their own worsening movements and goals, with their measured ranges.

It feeds the formulation as evidence of its own kind: a contributor whose joint stops early gets the sentence of the
calculation beside what speaks for and against it. The weight does not move: it is mechanics, not an observation.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from ladderback.assessment.values import Findings
from ladderback.body.slack import Slack, Told, from_clinical_tests, take_up, tasks_for, tell
from ladderback.body.slack.saying import shown
from ladderback.body.values import Build
from ladderback.formulation.values import Formulation
from ladderback.intake.values import IntakeRecord

MOST = 2  # tasks looked at: goals first, then what makes it worse
JOINTS = {
    "hip_flexion_range": ("hip_flexion",), "hip_extension_range": ("hip_extension",),
    "hip_rotation_range": ("hip_inward", "hip_outward"), "ankle_range": ("ankle",),
    "hamstring_range": ("straight_leg",), "thoracic_rotation_range": ("thoracic_rotation",),
}  # fmt: skip


class Taken(Struct, frozen=True, kw_only=True):
    """One task of this person: what was solved, and what is told of it."""

    slack: Slack
    told: Told


def slack_of(record: IntakeRecord, findings: Findings) -> tuple[Taken, ...]:
    """Who takes up the slack; nothing where height, mass or every range is unknown, or no task asks for it."""
    client = record.client
    if client.height_cm is None or client.mass_kg is None:
        return ()
    ranges = from_clinical_tests(_measured(findings))
    worse = sorted(name for name, reaction in record.movements.items() if reaction == "worse")
    wanted = tasks_for(worse, [goal.task for goal in record.goals])
    if not wanted or all(getattr(ranges, name) is None for name in ranges.__struct_fields__):
        return ()
    build = Build(sex=client.sex, stature=client.height_cm / 100, mass=client.mass_kg)
    found = (take_up(build, ranges, task) for task in wanted[:MOST])
    return tuple(Taken(slack=one, told=tell(one)) for one in found)


def _measured(findings: Findings) -> dict[str, tuple[float | None, float | None]]:
    values: dict[str, dict[str, float]] = {}
    for one in findings.findings:
        if isinstance(one.value, float | int) and not isinstance(one.value, bool):
            for side in (one.side,) if one.side else ("left", "right"):
                values.setdefault(one.test, {}).setdefault(side, float(one.value))
    return {test: (sides.get("left"), sides.get("right")) for test, sides in values.items()}


def as_answer(taken: tuple[Taken, ...]) -> list[dict[str, Any]]:
    """The answer: for the person its sentences, for practitioners figures and parts."""
    return [_one(found) for found in taken]


def _one(found: Taken) -> dict[str, Any]:
    slack = found.slack
    return {
        "task": slack.task, "way": slack.way, "side": slack.side, "direction": slack.direction,
        "possible": slack.answer.possible, "misses_mm": round(slack.answer.misses_mm, 1),
        "share": _span(slack.share), "band": slack.answer.band, "least_deg": _span(slack.least),
        "restored": {"share": round(slack.restored.share, 1), "least_deg": round(slack.restored.least, 1)},
        "effects": [
            {
                "range": one.name, "side": one.side, "measured": one.measured, "norm": one.norm, "error": one.error,
                "share": _span(one.share), "least_deg": _span(one.least), "clear": one.clear, "opens": one.opens,
                "switched": one.switched, "shapley_deg": None if one.shapley is None else round(one.shapley, 1),
            }
            for one in slack.effects
        ],
        "ways": [{"way": one.way, "possible": one.answer.possible, "easier": one.easier} for one in slack.ways],
        "norms_used_for": list(slack.assumed), "say": list(found.told.client),
        "practitioner": list(found.told.practitioner),
    }  # fmt: skip


def _span(span: Any) -> dict[str, float | None]:
    low, high = (None if one is None else round(one, 1) + 0.0 for one in (span.low, span.high))
    return {"value": round(span.value, 1) + 0.0, "low": low, "high": high}


def mechanics_of(formulation: Formulation, taken: tuple[Taken, ...]) -> dict[tuple[str, str | None], list[str]]:
    """Sentences of the calculation by contributor and side, for contributors whose joint matters in a task."""
    found: dict[tuple[str, str | None], list[str]] = {}
    for one in formulation.contributors:
        said = [line for task in taken for line in _said(one.contributor, one.side, task)]
        if said:
            found[(one.contributor, one.side)] = said
    return found


def _said(contributor: str, side: str | None, found: Taken) -> Iterator[str]:
    joints = JOINTS.get(contributor, ())
    if any(one.name in joints and side in (None, one.side) for one in shown(found.slack)):
        yield from found.told.client
