"""Everything the weeks of one person are composed from, gathered once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from ladderback.evidence.book import Book
from ladderback.evidence.exercises import Exercise
from ladderback.evidence.limits import Limit
from ladderback.formulation.values import Contributor
from ladderback.intake.values import Means
from ladderback.ladder.values import Ladder
from ladderback.planner.candidates import fitting_by_week, kit_of, pieces_for
from ladderback.planner.points import STRENGTH, Taste, taste_of
from ladderback.programme.applies import Person
from ladderback.programme.dosing import Caps
from ladderback.programme.limits import WeekLimits, what_this_person_must_not_do
from ladderback.programme.phases import LAST_STAGE, stage_of_each_week
from ladderback.programme.values import Aerobic
from ladderback.programme.why import side_of
from ladderback.terms.sides import Side

LEADING = 2
WALKED = frozenset({"aerobic_capacity", "low_activity", "body_mass"})


class Brief(Struct, kw_only=True):
    """One person: limits of each week, what fits, what is worked, how many exercises and minutes there are."""

    person: Person
    book: Book
    means: Means
    kit: frozenset[str]
    limits: tuple[WeekLimits, ...]
    fitting: tuple[frozenset[str], ...]
    taste: Taste
    worked: tuple[Contributor, ...]
    trains: frozenset[str]
    pieces: Mapping[str, tuple[str, ...]]
    different: int
    aerobic: dict[int, Aerobic] = field(default_factory=dict)
    booked: set[tuple[str, int]] = field(default_factory=set)
    entries: dict[tuple[object, ...], Any] = field(default_factory=dict)
    ladders: tuple[Ladder, ...] = ()
    asked: dict[tuple[str, int], Any] = field(default_factory=dict)

    def exercise(self, name: str) -> Exercise:
        """The record of an exercise."""
        return self.book.exercises[name]

    def number(self, key: str) -> int:
        """A whole number of the dosing numbers."""
        return int(self.book.number(key))

    def weak_side(self, exercise: Exercise) -> Side | None:
        """The side that is trained more, when a session has the minutes for it."""
        if self.means.minutes_per_session < self.book.number("further_set_minutes"):
            return None
        return side_of(exercise, self.person.formulation)

    @property
    def counted(self) -> frozenset[str]:
        """Kinds of movement that a week gets points for: whole body, life tasks, and balance from a certain age on."""
        old = self.person.record.client.age >= self.book.number("balance_age")
        return STRENGTH | self.taste.goal_movements | (frozenset({"balance"}) if old else frozenset())

    @property
    def short_of_time(self) -> bool:
        """Sessions are so short that an exercise may have to go back to its first dose."""
        return self.means.minutes_per_session < self.book.number("short_session_minutes")

    def caps(self, exercise: Exercise, here: WeekLimits) -> Caps:
        """What the week allows for one exercise."""
        return Caps(
            stage=here.stage,
            effort=here.effort_cap(exercise),
            hold_s=here.hold_cap(exercise),
            load_kg=here.load_cap(exercise, self.person.record.client.mass_kg),
            step_percent=here.step_cap(exercise),
        )

    def leading(self, week: int) -> list[str]:
        """The two weightiest contributors that are worked in this week."""
        return [one.contributor for one in self.worked if one.from_week <= week][:LEADING]

    def required(self, here: WeekLimits) -> list[Limit]:
        """Rows that ask for something to stand in the week."""
        return [row for row in here.rows if row.effect in ("require", "require_weekly")]


def brief_of(person: Person, means: Means, book: Book, ladders: tuple[Ladder, ...] = ()) -> Brief:
    """Gathers what the weeks are composed from."""
    kit = kit_of(means)
    pieces = {name: used for name, one in book.exercises.items() if (used := pieces_for(one, kit)) is not None}
    worked = _worked(person, book)
    taste = taste_of(person.record, person.formulation, book)
    without = _without_work_at_the_end(worked, frozenset(pieces), book)
    only_then = [
        name for name in taste.goal_exercises if name in pieces and book.exercises[name].stages == (LAST_STAGE,)
    ]
    stages = stage_of_each_week(person.formulation, book, min(without, 1) if only_then else without)
    limits = what_this_person_must_not_do(person, stages, book)
    most = "exercises_supervised_most" if means.supervised else "exercises_alone_most"
    return Brief(
        person=person,
        book=book,
        means=means,
        kit=kit,
        limits=limits,
        fitting=fitting_by_week(limits, frozenset(pieces), book),
        taste=taste,
        worked=worked,
        trains=frozenset(one.contributor for one in worked),
        pieces=pieces,
        different=int(book.number(most)),
        ladders=tuple(one for one in ladders if one.rungs),
    )


def _without_work_at_the_end(worked: tuple[Contributor, ...], equipped: frozenset[str], book: Book) -> int:
    """How many of the two leading contributors have no exercise at the last stage with this kit."""
    last = [one for one in book.exercises.values() if LAST_STAGE in one.stages and one.id in equipped]
    return sum(all(one.contributor not in other.targets for other in last) for one in worked[:LEADING])


def trained_directly(book: Book) -> frozenset[str]:
    """Contributors that some exercise of the catalogue has as its target."""
    return frozenset(target for one in book.exercises.values() if one.stages for target in one.targets)


def _worked(person: Person, book: Book) -> tuple[Contributor, ...]:
    """Contributors worked in sessions, the weightiest first."""
    targets = trained_directly(book)
    worked: dict[str, Contributor] = {}
    for one in sorted(person.formulation.contributors, key=lambda one: (-one.weight, one.contributor, one.side or "")):
        if one.worked_by == "movement" and one.contributor in targets and one.contributor not in WALKED:
            worked.setdefault(one.contributor, one)
    return tuple(worked.values())
