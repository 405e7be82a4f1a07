"""The words a case or a journal may use: all of them from the knowledge, none from here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from msgspec import Struct

from ladderback.evidence import Book, book
from ladderback.evidence.clinical_tests import ClinicalTest
from ladderback.intake.mistakes import Mistake, Path, Shown, nearest_known, need, one_of
from ladderback.intake.values import Goal

BODY_MASS = "body_mass"


class Words(Struct, frozen=True, kw_only=True):
    """Every vocabulary of the formats, as sets that are asked for each word of a file."""

    groups: dict[str, frozenset[str]]
    features: frozenset[str]
    never_yes: frozenset[str]
    scores: frozenset[str]
    clinical_tests: dict[str, ClinicalTest]
    tags: frozenset[str]
    conditions: frozenset[str]
    goals: frozenset[str]
    equipment: frozenset[str]
    exercises: frozenset[str]
    roles: frozenset[str]
    rules: frozenset[str]
    rosa: frozenset[str]

    def always_there(self, place: str) -> frozenset[str]:
        """What is always there in a place."""
        return self.groups[f"always_{place}"]


@cache
def words() -> Words:
    """The vocabularies, gathered once per process."""
    knowledge = book()
    groups = _groups(knowledge)
    features = knowledge.safety_features
    return Words(
        groups=groups,
        features=frozenset(features),
        never_yes=frozenset(name for name, one in features.items() if one.kind == "umbrella")
        - _read_by_rules(knowledge),
        scores=frozenset(name for name, one in features.items() if one.kind == "score"),
        clinical_tests=knowledge.clinical_tests,
        tags=_tags(knowledge),
        conditions=frozenset(knowledge.tables["conditions"]),
        goals=frozenset(knowledge.tables["life_tasks"]) | {BODY_MASS},
        equipment=_equipment(knowledge) | groups["equipment"],
        exercises=frozenset(knowledge.exercises),
        roles=groups["licensed_role"] | groups["other_role"],
        rules=_clearable(knowledge),
        rosa=frozenset(knowledge.tables.get("rosa_items", ())),
    )


def _groups(knowledge: Book) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in knowledge.tables["case_words"].values():
        found.setdefault(row.cells["group"], set()).add(row.cells["word"])
    return {group: frozenset(members) for group, members in found.items()}


def _read_by_rules(knowledge: Book) -> set[str]:
    return {word for rule in knowledge.red_flag_rules.values() for word in re.findall(r"\w+", rule.when)}


def _clearable(knowledge: Book) -> frozenset[str]:
    """What a clearance may name: a red-flag rule, a limit, or a restriction by its tag."""
    restrictions = {f"restriction:{tag}" for tag in _tags(knowledge)}
    return frozenset(knowledge.red_flag_rules) | frozenset(knowledge.limits) | restrictions


def _tags(knowledge: Book) -> frozenset[str]:
    of_limits = {tag.strip() for limit in knowledge.limits.values() for tag in limit.tag.split(";")}
    of_exercises = {tag for exercise in knowledge.exercises.values() for tag in exercise.all_tags}
    return frozenset((of_limits | of_exercises) - {""})


def _equipment(knowledge: Book) -> frozenset[str]:
    lists = (choice for exercise in knowledge.exercises.values() for choice in exercise.equipment)
    return frozenset(word for choice in lists for word in choice)


def each(given: tuple[str, ...] | None, group: str, path: Path) -> None:
    """Demands that each word of a list belongs to a group."""
    known = words().groups[group]
    for index, word in enumerate(given or ()):
        if word not in known:
            need(word, known, (*path, index), group.replace("_", " "))


def optional(word: str | None, group: str, path: Path) -> None:
    """Demands that a word, where one was given, belongs to a group."""
    if word is not None:
        need(word, words().groups[group], path, group.replace("_", " "))


def keys(given: Iterable[str], group: str, path: Path) -> None:
    """Demands that each key of a table belongs to a group."""
    known = words().groups[group]
    for word in given:
        if word not in known:
            need(word, known, (*path, word), group)


def safety(answers: dict[str, bool], path: Path) -> None:
    """Demands known safety features; an umbrella may be denied, never affirmed, and scores stand under mind."""
    known = words()
    for feature, answer in answers.items():
        if feature not in known.features or feature in known.scores:
            features = known.features - known.scores
            nearest = nearest_known(feature, features)
            raise Mistake((*path, feature), feature, one_of(features, "safety feature"), nearest)
        if answer and feature in known.never_yes:
            allowed = "false, or an answer to the single questions: this one only says that none of them was found"
            raise Mistake((*path, feature), Shown("true"), allowed)


def role(given: str | None, path: Path, licensed: bool = False) -> None:
    """Demands a known role; what somebody diagnosed comes from a licensed professional only."""
    if given is None:
        return
    known = words()
    if licensed and given in known.roles - known.groups["licensed_role"]:
        raise Mistake(path, given, "a licensed professional: " + one_of(known.groups["licensed_role"], "role"))
    need(given, known.roles, path, "role")


def goal(given: Goal, path: Path) -> None:
    """Demands a known task; body mass has a target and no load, any other task has no target."""
    need(given.task, words().goals, (*path, "task"), "life task")
    if given.task == BODY_MASS and given.target_kg is None:
        raise Mistake((*path, "target_kg"), Shown("nothing"), "a number [kg], because the task is body_mass")
    if given.task == BODY_MASS and given.load_kg is not None:
        raise Mistake((*path, "load_kg"), given.load_kg, "no value, because the task is body_mass: give target_kg")
    if given.task != BODY_MASS and given.target_kg is not None:
        raise Mistake((*path, "target_kg"), given.target_kg, f"no value, because the task is {given.task}")


def diagnosis(condition: str, given_by: str, path: Path) -> None:
    """Demands a known condition, said by a licensed professional."""
    need(condition, words().conditions, (*path, "condition"), "condition")
    role(given_by, (*path, "given_by"), licensed=True)


def restriction(avoid: str, given_by: str, path: Path) -> None:
    """Demands a known tag and a known role."""
    need(avoid, words().tags, (*path, "avoid"), "tag of the limits")
    role(given_by, (*path, "given_by"))
