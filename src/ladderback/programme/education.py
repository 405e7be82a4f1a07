"""Texts that answer this person's beliefs and needs, a few a week."""

from __future__ import annotations

from collections.abc import Iterator

from ladderback.evidence.book import Book
from ladderback.formulation.values import Formulation
from ladderback.intake.values import IntakeRecord
from ladderback.programme.values import Education

PASSIVE = ("massage", "manipulation", "dry_needling", "injection")
HIPS_AND_RIBS = (
    "hip_flexion_range",
    "hip_extension_range",
    "hip_rotation_range",
    "thoracic_rotation_range",
    "rib_cage_mobility",
)


def education_plan(record: IntakeRecord, formulation: Formulation, book: Book) -> tuple[Education, ...]:
    """Chooses the texts, the most needed first, and spreads them over the weeks."""
    known, a_week = book.letter("education"), int(book.number("texts_a_week"))
    chosen: dict[str, str] = {}
    for topic, why in _needs(record, formulation, book):
        part, _, name = topic.partition(".")
        if name in known.get(part, {}):
            chosen.setdefault(topic, why)
    return tuple(
        Education(topic=topic, week=1 + place // a_week, why=why) for place, (topic, why) in enumerate(chosen.items())
    )


def _needs(record: IntakeRecord, formulation: Formulation, book: Book) -> Iterator[tuple[str, str]]:
    says = book.letter("programme")["education"]["why"]
    for belief in record.mind.beliefs or ():
        yield f"belief.{belief}", says.get(belief, "")
    pain = record.episode.pain_now
    yield "topic.pain_rules", says["pain_rules_plain"] if pain is None else says["pain_rules"].format(pain=f"{pain:g}")
    for one in formulation.contributors:
        if one.worked_by == "education" or one.contributor in ("fear_of_movement", "low_mood", "stress", "poor_sleep"):
            yield f"topic.{one.contributor}", " ".join(one.for_[:1])
    yield from _by_course(record, formulation, says)
    yield from _by_history(record, formulation, says)


def _by_course(record: IntakeRecord, formulation: Formulation, says: dict[str, str]) -> Iterator[tuple[str, str]]:
    days = record.episode.duration_days
    if formulation.phase == "chronic" and days is not None:
        yield "topic.chronic_pain", says["chronic_pain"].format(days=days)
    if formulation.phase == "acute" and days is not None:
        yield "topic.recovery_is_common", says["recovery_is_common"].format(days=days)
    told = record.daily_life.walking_minutes_per_day
    yield "topic.walking", says["walking_plain"] if told is None else says["walking"].format(minutes=f"{told:g}")


def _by_history(record: IntakeRecord, formulation: Formulation, says: dict[str, str]) -> Iterator[tuple[str, str]]:
    sitting = record.daily_life.sitting_hours
    if sitting is not None and any(one.contributor == "sitting_exposure" for one in formulation.contributors):
        topic = "sitting_is_not_the_enemy_long_sitting_is"
        yield f"topic.{topic}", says[topic].format(hours=f"{sitting:g}")
    for tried in record.tried:
        if tried.what in PASSIVE and tried.helped == "short":
            what = tried.what.replace("_", " ")
            yield "topic.relief_that_does_not_last", says["relief_that_does_not_last"].format(what=what)
    for one in formulation.contributors:
        if one.contributor in HIPS_AND_RIBS:
            yield "topic.why_hips_and_ribs", " ".join(one.for_[:1])
    spells = record.episode.previous_episodes
    plain = says["flare_ups_plain"]
    yield "topic.flare_ups_happen", says["flare_ups_happen"].format(count=spells) if spells else plain
