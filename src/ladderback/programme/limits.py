"""What this person must not do, week by week: limits, restrictions of the care team, the gate of triage, stage."""

from __future__ import annotations

from datetime import timedelta

from msgspec import Struct

from ladderback.evidence.book import Book
from ladderback.evidence.exercises import Exercise
from ladderback.evidence.limits import Limit
from ladderback.intake.values import IntakeRecord, Restriction
from ladderback.programme.applies import Person, row_applies, time_passed

FORBIDDEN_BY_GATE = {
    "hold_extension_and_impact": ("endrange_extension", "impact"),
    "proceed_modified_flexion_bias": ("endrange_extension",),
}
CLOSES_SESSIONS = ("all_exercise", "trainer_programme")
_WORDS: dict[str, tuple[Exercise, frozenset[str]]] = {}


class Ban(Struct, frozen=True, kw_only=True):
    """A word that no exercise of the week may match, by which rule, and the sentence for the person."""

    words: tuple[str, ...]
    exempt: tuple[str, ...] = ()
    rule: str
    because: str
    sources: tuple[str, ...] = ()


class WeekLimits(Struct, frozen=True, kw_only=True):
    """What holds in one week. `effort` is the highest effort of the stage; `rows` are the limits in force."""

    week: int
    stage: int
    effort: float
    load_class: int
    sessions: bool
    walking: bool
    bans: tuple[Ban, ...]
    rows: tuple[Limit, ...]

    def ban_on(self, exercise: Exercise) -> Ban | None:
        """The first rule that keeps this exercise out of the week."""
        words = words_of(exercise)
        for ban in self.bans:
            if not words.isdisjoint(ban.words) and words.isdisjoint(ban.exempt):
                return ban
        return None

    def effort_cap(self, exercise: Exercise) -> float:
        """Highest effort for this exercise [RPE 0-10]."""
        return min([self.effort, *self._caps(exercise, ("cap_effort",))])

    def hold_cap(self, exercise: Exercise) -> float | None:
        """Longest hold for this exercise [s]."""
        return min(self._caps(exercise, ("cap_hold",)), default=None)

    def load_cap(self, exercise: Exercise, mass_kg: float | None) -> float | None:
        """Highest load for this exercise [kg]."""
        kilos = self._caps(exercise, ("cap_load_kg",))
        kilos += [share * (mass_kg or 0.0) for share in self._caps(exercise, ("cap_load_body_mass",))]
        return min(kilos, default=None)

    def step_cap(self, exercise: Exercise) -> float | None:
        """Largest step from week to week [%]."""
        return min(self._caps(exercise, ("cap_step",)), default=None)

    def _caps(self, exercise: Exercise, effects: tuple[str, ...]) -> list[float]:
        return [
            row.effect_value
            for row in self.rows
            if row.effect in effects and row.effect_value is not None and row_touches(row, exercise)
        ]


def what_this_person_must_not_do(person: Person, stages: tuple[int, ...], book: Book) -> tuple[WeekLimits, ...]:
    """Lays out, for each week, what is forbidden and capped, with the rule that says so.

    Args:
        stages: stage number of each week, the first week first.

    Why: a window that touches a week holds for the whole week; what is not known applies.
    """
    rows = [
        (row, time_passed(row, person.record) if row.clock else None)
        for row in book.limits.values()
        if row_applies(row, person) is not False
    ]
    weeks = []
    for week, stage in enumerate(stages, start=1):
        here = tuple(
            row for row, passed in rows if _in_week(row, passed, week, stage) and not _lifted(row, person, week)
        )
        weeks.append(_week(person, week, stage, here, book))
    return tuple(weeks)


def words_of(exercise: Exercise) -> frozenset[str]:
    """Every word by which a limit may name this exercise."""
    kept = _WORDS.get(exercise.id)
    if kept is None or kept[0] is not exercise:
        words = frozenset(
            (
                *exercise.all_tags,
                exercise.movement,
                exercise.id,
                f"group:{exercise.group}",
                f"position:{exercise.position}",
                *(f"target:{target}" for target in exercise.targets),
            )
        )
        kept = _WORDS[exercise.id] = (exercise, words)
    return kept[1]


def row_touches(row: Limit, exercise: Exercise) -> bool:
    """Says whether a row speaks about this exercise."""
    words = words_of(exercise)
    return (not row.effect_tags or not words.isdisjoint(row.effect_tags)) and words.isdisjoint(row.exempt)


def restriction_holds(
    restriction: Restriction, record: IntakeRecord, week: int, stage: int, least_stage: float
) -> bool:
    """Says whether an instruction of the care team keeps its movement out of this week.

    Until its date it always does. After the date the movement stays out until the stage allows it, or until
    somebody entitled has confirmed it; without a date only a confirmation ends it.
    """
    start = record.on + timedelta(days=7 * (week - 1))
    if restriction.until is not None and start <= restriction.until:
        return True
    if restriction.until is not None and stage >= least_stage:
        return False
    return not confirmed(restriction, record, week)


def confirmed(restriction: Restriction, record: IntakeRecord, week: int) -> bool:
    """Somebody entitled has confirmed the end of a restriction: who gave it, or a physician or surgeon."""
    names = {restriction.avoid, f"restriction:{restriction.avoid}"}
    end = record.on + timedelta(days=7 * week - 1)
    return any(
        not names.isdisjoint(one.clears)
        and one.by in (restriction.given_by, "physician", "surgeon")
        and (one.until is None or one.until >= end)
        for one in record.clearances
    )


def _in_week(row: Limit, passed: float | None, week: int, stage: int) -> bool:
    if row.stage_max is not None and stage > row.stage_max:
        return False
    begin = 0.0 if passed is None else passed
    before_end = row.weeks_to is None or begin + week - 1 < row.weeks_to
    after_start = row.weeks_from is None or passed is None or begin + week > row.weeks_from
    return before_end and after_start


def _lifted(row: Limit, person: Person, week: int) -> bool:
    end = person.record.on + timedelta(days=7 * week - 1)
    return any(
        (row.rule_id in one.clears or row.rule_id[:4] in one.clears)
        and one.by in row.lifted_by
        and (one.until is None or one.until >= end)
        for one in person.record.clearances
    )


def _week(person: Person, week: int, stage: int, rows: tuple[Limit, ...], book: Book) -> WeekLimits:
    closed = [row for row in rows if row.effect == "no_programme"]
    alone = person.record.means is None or not person.record.means.supervised
    waits = alone and any(row.effect == "supervised_only" for row in rows)
    bans = (*_bans_of_people(person, week, stage, book), *_bans_of_rows(rows))
    shut = any(word in CLOSES_SESSIONS for ban in bans for word in ban.words)
    return WeekLimits(
        week=week,
        stage=stage,
        effort=_effort(person, stage, book),
        load_class=_load_class(person, stage, book),
        sessions=not (closed or waits or shut),
        walking=all("walking" in row.effect_tags for row in closed),
        bans=bans,
        rows=rows,
    )


def _effort(person: Person, stage: int, book: Book) -> float:
    caps = [book.number(f"effort_cap_stage_{stage}")]
    if person.decision.gate != "proceed":
        caps.append(book.number("effort_cap_modified"))
    if person.decision.clearance_before_vigorous:
        caps.append(book.number("effort_before_clearance"))
    return min(caps)


def _load_class(person: Person, stage: int, book: Book) -> int:
    if person.formulation.irritability != "high" or stage > 2:
        return 5
    return int(book.number("irritable_load_class" if stage == 1 else "irritable_load_class_stage_2"))


def _bans_of_rows(rows: tuple[Limit, ...]) -> list[Ban]:
    return [
        Ban(words=row.effect_tags, exempt=row.exempt, rule=row.rule_id, because=row.say, sources=row.sources)
        for row in rows
        if row.effect == "forbid"
    ]


def _bans_of_people(person: Person, week: int, stage: int, book: Book) -> list[Ban]:
    """What the care team, a clearance with limits or triage keeps out."""
    says = book.letter("programme")["because"]
    least = book.number("restriction_stage_least")
    bans = [
        Ban(words=(one.avoid,), rule=f"restriction:{one.avoid}", because=says["restriction"].format(by=one.given_by))
        for one in person.record.restrictions
        if restriction_holds(one, person.record, week, stage, least)
    ]
    end = person.record.on + timedelta(days=7 * week - 1)
    for one in person.record.clearances:
        if one.limits and (one.until is None or one.until >= end):
            bans.append(Ban(words=one.limits, rule="clearance", because=says["clearance"].format(by=one.by)))
    gate = person.decision.gate
    if gate in FORBIDDEN_BY_GATE:
        bans.append(Ban(words=FORBIDDEN_BY_GATE[gate], rule=f"gate:{gate}", because=says["gate"]))
    if person.decision.clearance_before_vigorous or gate != "proceed":
        bans.append(Ban(words=("high_intensity",), rule="clearance_before_vigorous", because=says["vigorous"]))
    return bans
