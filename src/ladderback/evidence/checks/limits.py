"""Limits: every word of their reading is known, every tag meets an exercise, every number an effect needs is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ladderback.evidence.book import Book
from ladderback.evidence.exercises import Exercise
from ladderback.evidence.limits import Limit
from ladderback.terms.words import forbidden_in

_CONDITIONS = (
    "disc_herniation_radiculopathy spinal_stenosis spondylolisthesis_stable spondylolisthesis_unstable "
    "spondylolysis_active osteoporosis vertebral_fracture post_discectomy post_fusion axial_spondyloarthritis "
    "degenerative_disc_disease facet_syndrome sacroiliac_pain pelvic_girdle_pain hip_osteoarthritis hip_replacement "
    "hypermobility hypertension cardiac_disease diabetes pregnancy postpartum cancer_active "
    "inguinal_or_abdominal_hernia vertigo long_term_steroids deconditioning"
)
CONDITIONS = frozenset(_CONDITIONS.split())
VALUES = {
    "surgery": {"discectomy", "fusion", "hip_replacement", "abdominal", "other"},
    "approach": {"posterior", "anterior", "lateral"},
    "medicine": {"beta_blocker", "insulin_or_secretagogue", "steroids", "anticoagulant"},
    "site": {"below_knee"},
    "pattern": {"flexion", "extension", "rotation", "lateral", "load", "multidirectional"},
    "preference": {"flexion", "extension", "lateral"},
    "phase": {"acute", "subacute", "chronic"},
    "irritability": {"high", "moderate", "low"},
    "gate": {"hold_until_answered", "hold_until_contact", "hold_until_cleared", "hold_all"},
    "healed": CONDITIONS,
}
NEEDS_VALUE = {"cap_effort", "cap_load_kg", "cap_load_body_mass", "cap_hold", "cap_step", "require_weekly"}
ON_EXERCISES = NEEDS_VALUE - {"cap_step"} | {"forbid", "require"}
_STOP_RULES = (
    "chest_pain faintness new_numbness saddle_bladder_bowel leg_pain_below_knee leg_pain_moves_down pain_over_limit "
    "form_lost_twice blood_pressure pregnancy_signs low_sugar eye_pressure"
)
STOP_RULES = frozenset(_STOP_RULES.split())
CHECKS = STOP_RULES | {"morning_bending", "support_within_reach", "breathe_out", "foot_check"}


def check(book: Book) -> list[str]:
    """Every problem found in the limits, as sentences."""
    found: list[str] = []
    for limit in book.limits.values():
        found += [f"limit {limit.rule_id}: {problem}" for problem in _problems(book, limit)]
    if book.exercises:
        found += list(_exercises_without(book))
    return found


def word_is_known(book: Book, word: str) -> bool:
    """Says whether a word of `applies_to` or `needs` belongs to the grammar of the limits."""
    kind, _, rest = word.removeprefix("not:").partition(":")
    if not rest:
        return kind in CONDITIONS or kind in ("any", "pregnant")
    if kind == "feature":
        return rest in book.safety_features or not book.safety_features
    if kind == "triage":
        return rest in book.red_flag_rules or not book.red_flag_rules
    if kind == "bp":
        return re.fullmatch(r"\d+/\d+", rest) is not None
    return rest in VALUES.get(kind, ())


def matches(exercise: Exercise, word: str) -> bool:
    """Says whether a word of `effect_tags` or `exempt` names this exercise."""
    kind, _, rest = word.partition(":")
    if rest:
        named = {"group": (exercise.group,), "position": (exercise.position,), "target": exercise.targets}
        return rest in named.get(kind, ())
    return word in exercise.all_tags or word in (exercise.movement, exercise.id)


def _problems(book: Book, limit: Limit) -> Iterator[str]:
    for word in limit.applies_to + limit.needs:
        if not word_is_known(book, word):
            yield f"the word {word!r} is not one of the grammar"
    if not limit.applies_to:
        yield "applies_to is empty"
    if limit.effect in NEEDS_VALUE and limit.effect_value is None:
        yield f"the effect {limit.effect} needs a value"
    if not limit.clock and (limit.weeks_from is not None or limit.weeks_to is not None):
        yield "weeks without a clock"
    if not limit.say.strip() or forbidden_in(limit.say):
        yield "say is empty or has a word we never say"
    yield from _tags(book, limit)


def _tags(book: Book, limit: Limit) -> Iterator[str]:
    exercise_words = (limit.effect_tags if limit.effect in ON_EXERCISES else ()) + limit.exempt
    for word in exercise_words if book.exercises else ():
        if not any(matches(exercise, word) for exercise in book.exercises.values()):
            yield f"the word {word!r} meets no exercise"
    known = {"stop_rule": STOP_RULES, "session_check": CHECKS}.get(limit.effect)
    for word in limit.effect_tags if known else ():
        if word not in (known or ()):
            yield f"{word!r} is no known stop rule or check"
    if limit.effect in ("forbid", "stop_rule", "session_check", "refer", "require") and not limit.effect_tags:
        yield f"the effect {limit.effect} names nothing"


def _exercises_without(book: Book) -> Iterator[str]:
    """Every tag an exercise carries is asked for by some limit: a tag nobody reads protects nobody."""
    read = {tag for limit in book.limits.values() for tag in limit.effect_tags}
    for tag in sorted({tag for exercise in book.exercises.values() for tag in exercise.all_tags} - read):
        yield f"tag {tag}: no limit reads it"
