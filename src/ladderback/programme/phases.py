"""The stages that twelve weeks pass through, each with the test that opens the next."""

from __future__ import annotations

from ladderback.evidence.book import Book
from ladderback.formulation.values import Formulation
from ladderback.programme.values import PhaseOfProgramme

LAST_STAGE = 4


def stage_of_each_week(formulation: Formulation, book: Book, without_work: int = 0) -> tuple[int, ...]:
    """Lays out the stage of every week from where this person is now.

    Args:
        without_work: how many of the two leading contributors have no exercise at stage 4. With one, stage 3 goes on
            almost to the end; with both, to the end.

    Why: the weeks are the path if each week passes its own test; nobody is moved on by the calendar alone.
    """
    weeks = int(book.number("programme_weeks"))
    path: list[int] = []
    for stage in range(formulation.stage_number, LAST_STAGE):
        path += [stage] * weeks_at(stage, formulation, book)
    if without_work and path and path[-1] == LAST_STAGE - 1:
        last = int(book.number("weeks_stage_4_least")) if without_work == 1 else 0
        path += [LAST_STAGE - 1] * (weeks - last - len(path))
    path += [LAST_STAGE] * weeks
    return tuple(path[:weeks])


def weeks_at(stage: int, formulation: Formulation, book: Book) -> int:
    """How many weeks a stage takes at least: longer when easily upset, when long lasting, when training by quota."""
    if stage == 1:
        known = formulation.irritability if formulation.irritability != "unknown" else "moderate"
        return int(book.number(f"weeks_stage_1_{known}"))
    more = book.number("weeks_more_by_quota") if formulation.time_contingent else 0
    if stage == 3:
        return int(book.number("weeks_stage_3") + more)
    if formulation.irritability == "high":
        more += book.number("weeks_more_when_irritable")
    lasting = "weeks_stage_2_chronic" if formulation.phase == "chronic" else "weeks_stage_2"
    return int(book.number(lasting) + more)


def phases_of(stages: tuple[int, ...], formulation: Formulation, book: Book) -> tuple[PhaseOfProgramme, ...]:
    """Groups the weeks into phases with an aim and the test that opens the next one."""
    words = book.letter("programme")
    ends = "passes_by_plan" if formulation.time_contingent else "passes_when"
    phases = []
    first = 1
    for week, stage in enumerate(stages, start=1):
        if week == len(stages) or stages[week] != stage:
            said = words["stage"][str(stage)]
            phases.append(
                PhaseOfProgramme(
                    from_week=first, to_week=week, stage_number=stage, aim=said["aim"], passes_when=said[ends]
                )
            )
            first = week + 1
    return tuple(phases)
