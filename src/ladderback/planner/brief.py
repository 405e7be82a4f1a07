"""Everything the weeks of one person are composed from, gathered once."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ladderback.evidence.book import Book
from ladderback.evidence.exercises import Exercise
from ladderback.evidence.limits import Limit
from ladderback.formulation.values import Contributor
from ladderback.intake.values import Means
from ladderback.planner.candidates import fitting_by_week, in_sessions, kit_of, pieces_for
from ladderback.planner.points import Taste, taste_of
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
    trains: Mapping[str, frozenset[str]]
    different: int
    aerobic: Mapping[int, Aerobic]

    def exercise(self, name: str) -> Exercise:
        """The record of an exercise."""
        return self.book.exercises[name]

    def number(self, key: str) -> int:
        """A whole number of the dosing numbers."""
        return int(self.book.number(key))

    def weak_side(self, exercise: Exercise) -> Side | None:
        """The side that is trained more."""
        return side_of(exercise, self.person.formulation)

    def caps(self, exercise: Exercise, here: WeekLimits) -> Caps:
        """What the week allows for one exercise."""
        return Caps(
            stage=here.stage,
            effort=here.effort_cap(exercise),
            hold_s=here.hold_cap(exercise),
            load_kg=here.load_cap(exercise, self.person.record.client.mass_kg),
            step_percent=here.step_cap(exercise),
        )

    def pool(self, here: WeekLimits) -> list[Exercise]:
        """Exercises that may stand in a session of the week, in the order of the book."""
        allowed, formulation = self.fitting[here.week - 1], self.person.formulation
        return [
            one
            for one in self.book.exercises.values()
            if one.id in allowed and in_sessions(one, here, formulation, self.taste.easing)
        ]

    def required(self, here: WeekLimits) -> list[Limit]:
        """Rows that ask for something to stand in the week."""
        return [row for row in here.rows if row.effect in ("require", "require_weekly")]


def brief_of(person: Person, means: Means, book: Book) -> Brief:
    """Gathers what the weeks are composed from."""
    kit = kit_of(means)
    worked, trains = _worked(person, book)
    stages = stage_of_each_week(person.formulation, book, _without_work_at_the_end(worked, kit, book))
    limits = what_this_person_must_not_do(person, stages, book)
    most = "exercises_supervised_most" if means.supervised else "exercises_alone_most"
    return Brief(
        person=person,
        book=book,
        means=means,
        kit=kit,
        limits=limits,
        fitting=fitting_by_week(limits, kit, book),
        taste=taste_of(person.record, person.formulation, book),
        worked=worked,
        trains=trains,
        different=int(book.number(most)),
        aerobic={},
    )


def _without_work_at_the_end(worked: tuple[Contributor, ...], kit: frozenset[str], book: Book) -> int:
    """How many of the two leading contributors have no exercise at the last stage with this kit."""
    last = [one for one in book.exercises.values() if LAST_STAGE in one.stages and pieces_for(one, kit) is not None]
    return sum(all(one.contributor not in other.targets for other in last) for one in worked[:LEADING])


def trained_directly(book: Book) -> frozenset[str]:
    """Contributors that some exercise of the catalogue has as its target."""
    return frozenset(target for one in book.exercises.values() if one.stages for target in one.targets)


def _worked(person: Person, book: Book) -> tuple[tuple[Contributor, ...], dict[str, frozenset[str]]]:
    """Contributors worked in sessions, the weightiest first, and the targets that work each."""
    targets = trained_directly(book)
    worked: dict[str, Contributor] = {}
    for one in sorted(person.formulation.contributors, key=lambda one: (-one.weight, one.contributor, one.side or "")):
        if one.worked_by == "movement" and one.contributor in targets and one.contributor not in WALKED:
            worked.setdefault(one.contributor, one)
    return tuple(worked.values()), {name: frozenset({name}) for name in worked}
