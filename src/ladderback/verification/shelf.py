"""What verification takes from the knowledge, laid out once per process so that a check takes milliseconds."""

from __future__ import annotations

import math
import re
from functools import cache

from msgspec import Struct

from ladderback.evidence import Book, book
from ladderback.evidence.exercises import Exercise
from ladderback.evidence.ladders import LadderRecord
from ladderback.evidence.limits import Limit

ON_EXERCISES = {
    "forbid", "cap_effort", "cap_load_kg", "cap_load_body_mass", "cap_hold", "cap_step", "require", "require_weekly",
}  # fmt: skip
Ids = frozenset[str]


class Shelf(Struct, frozen=True, kw_only=True):
    """`by_word` gives the exercises that a word names, `touched` those that a limit is about."""

    exercises: dict[str, Exercise]
    ladders: dict[str, LadderRecord]
    limits: tuple[Limit, ...]
    by_word: dict[str, Ids]
    touched: dict[str, Ids]
    by_stage: dict[int, Ids]
    by_target: dict[str, Ids]
    by_class: dict[int, Ids]
    smallest: dict[str, float]
    numbers: dict[str, float]
    words: dict[str, tuple[str, ...]]
    stop_rule_texts: dict[str, str]
    quotes: dict[str, tuple[str, ...]]
    measured_by: dict[str, tuple[str, ...]]
    heart_rate: re.Pattern[str]

    def named(self, word: str) -> Ids:
        """The exercises a word names; a word that names none gives none."""
        return self.by_word.get(word, frozenset())


@cache
def shelf() -> Shelf:
    """The shelf of the book in use."""
    return lay_out(book())


def lay_out(knowledge: Book) -> Shelf:
    """Lays the knowledge out for checking."""
    by_word = _words_of(knowledge)
    numbers, words = _numbers(knowledge)
    exercises = knowledge.exercises
    everyone = frozenset(exercises)
    return Shelf(
        exercises=exercises,
        ladders=dict(knowledge.ladders),
        limits=tuple(knowledge.limits.values()),
        by_word=by_word,
        touched={one.rule_id: _touched(one, by_word, everyone) for one in knowledge.limits.values()},
        by_stage={n: frozenset(e.id for e in exercises.values() if n in e.stages) for n in (1, 2, 3, 4)},
        by_target={c: frozenset(e.id for e in exercises.values() if c in e.targets) for c in knowledge.contributors},
        by_class={n: frozenset(e.id for e in exercises.values() if e.load_class <= n) for n in range(6)},
        smallest={e.id: smallest_minutes(e, numbers) for e in exercises.values()},
        numbers=numbers,
        words=words,
        stop_rule_texts=_stop_rule_texts(knowledge),
        quotes=_quotes(knowledge),
        measured_by={one.id: one.measured_by for one in knowledge.contributors.values()},
        heart_rate=re.compile(rf"\b({'|'.join(words['heart_rate_words'])})\b", re.IGNORECASE),
    )


def minutes_of(
    exercise: Exercise,
    numbers: dict[str, float],
    *,
    sets: int,
    reps: int | None,
    hold_s: float | None,
    minutes: float | None,
    metres: float | None,
    rest_s: float,
    both_sides: bool,
) -> float:
    """Minutes that an item takes: set-up, work of every set on each side, change of sides, rest between sets [min].

    Why: counted here anew, because a programme that runs over is dropped at the end, where the second side stands.
    """
    work = 60 * (minutes or 0.0)
    work += (metres or 0.0) * max(exercise.seconds_per_rep, numbers["seconds_per_metre"])
    pause = max(exercise.seconds_per_rep, numbers["hold_release_s"]) if hold_s else exercise.seconds_per_rep
    times = reps if reps is not None else 1 if hold_s else 0
    work += times * (pause + (hold_s or 0))
    sides = 2 if both_sides else 1
    change = numbers["side_change_s"] * sets if both_sides else 0.0
    return (exercise.set_up_s + sides * sets * work + change + rest_s * max(0, sets - 1)) / 60


def smallest_minutes(exercise: Exercise, numbers: dict[str, float]) -> float:
    """Minutes of the smallest dose of an exercise, rounded up as minutes are stated [min]."""
    dose, step = exercise.dose, numbers["minutes_rounding"]
    counted = minutes_of(
        exercise,
        numbers,
        sets=dose.sets[0],
        reps=dose.reps[0] if dose.reps else None,
        hold_s=dose.hold_s[0] if dose.hold_s else None,
        minutes=dose.minutes[0] if dose.minutes else None,
        metres=dose.metres[0] if dose.metres else None,
        rest_s=dose.rest_s,
        both_sides=exercise.sided,
    )
    return math.ceil(round(counted / step, 6)) * step


def _touched(limit: Limit, by_word: dict[str, Ids], everyone: Ids) -> Ids:
    """Exercises that a limit is about: those its words name, all when it names none, less the exempt ones."""
    if limit.effect not in ON_EXERCISES:
        return frozenset()
    named = [by_word.get(word, frozenset()) for word in limit.effect_tags]
    spared = [by_word.get(word, frozenset()) for word in limit.exempt]
    return (frozenset().union(*named) if named else everyone).difference(*spared)


def _words_of(knowledge: Book) -> dict[str, Ids]:
    """Every word that may name an exercise, with the exercises it names."""
    found: dict[str, set[str]] = {}
    for one in knowledge.exercises.values():
        words = {*one.all_tags, one.movement, one.id, f"group:{one.group}", f"position:{one.position}"}
        for word in words.union(f"target:{target}" for target in one.targets):
            found.setdefault(word, set()).add(one.id)
    return {word: frozenset(ids) for word, ids in found.items()}


def _numbers(knowledge: Book) -> tuple[dict[str, float], dict[str, tuple[str, ...]]]:
    numbers: dict[str, float] = {}
    words: dict[str, tuple[str, ...]] = {}
    for name, row in knowledge.tables["verification_numbers"].items():
        value = row.cells["value"]
        try:
            numbers[name] = float(value)
        except ValueError:
            words[name] = tuple(value.split("|") if "|" in value else value.split())
    return numbers, words


def _stop_rule_texts(knowledge: Book) -> dict[str, str]:
    """Texts of stop rules and of checks before a session, with the id each stands for."""
    letters = knowledge.letters.get("en", {})
    rules = [rule for name in ("stop_rules", "session_checks") for rule in letters.get(name, {}).get("rule", ())]
    return {rule["text"]: rule["id"] for rule in rules}


def _quotes(knowledge: Book) -> dict[str, tuple[str, ...]]:
    """For each condition the phrases in which a recorded one may be quoted."""
    names = {name: row.cells.get("name", "") for name, row in knowledge.tables.get("conditions", {}).items()}
    quoted: dict[str, tuple[str, ...]] = {}
    for condition, letter in knowledge.letters.get("en", {}).get("conditions", {}).items():
        if isinstance(letter, dict):
            phrase = letter["quoted_as"].partition("recorded: ")[2].partition(" ({on})")[0]
            said = (phrase, names.get(condition, ""), condition.replace("_", " "), condition)
            quoted[condition] = tuple(dict.fromkeys(one for one in said if one))
    return quoted
