"""Composes the weeks one after the other: each is a small problem, solved given the week before."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from ladderback.planner.brief import Brief
from ladderback.planner.crowding import crowds
from ladderback.planner.options import TENTHS, Course, Option, Rungs, options_for, ready_groups
from ladderback.planner.problem import Standing, WeekProblem, is_met, without_dominated
from ladderback.planner.rungs import NEED, Aim, ahead_of_ladders, aims_of, rung_covers, rung_needs
from ladderback.planner.solver import Answer, solve
from ladderback.planner.wishes import BETTER_NOW, covers_of, needs_of, pieces_of, ready_covers
from ladderback.programme.dosing import Amount
from ladderback.programme.limits import WeekLimits, row_touches


class PlannedWeek(Struct, frozen=True, kw_only=True):
    """The exercises of each kind of session, their doses, and what could not be met.

    `aims` are the rungs of the ladders that it was to train, whether there was room for them or not.
    """

    week: int
    kinds: tuple[tuple[str, ...], ...]
    amounts: dict[str, Amount]
    unmet: tuple[str, ...]
    worth: int
    bound: float
    proved: bool
    aims: tuple[Aim, ...] = ()

    def trained(self) -> tuple[Aim, ...]:
        """The rungs that stand in its sessions; a kept one only beside the rung whose turn it is."""
        now = {one.task for one in self.aims if not one.keeps and one.exercise in self.amounts}
        return tuple(one for one in self.aims if one.exercise in self.amounts and one.task in now)


def compose_weeks(brief: Brief) -> tuple[PlannedWeek, ...] | int:
    """All weeks in which sessions may stand, or the first week that nothing satisfies.

    Why: a week that could not work a contributor in time is met by booking it for the week before and starting
    again; of a few rounds the one that leaves out least is kept.
    """
    best: tuple[PlannedWeek, ...] = ()
    for round_ in range(brief.number("planning_rounds")):
        planned = _all_weeks(brief)
        if isinstance(planned, int):
            return planned
        if round_ == 0 or len(_missed(planned)) < len(_missed(best)):
            best = planned
        bookings = set(_bookings(brief, planned))
        if not bookings:
            break
        brief.booked |= bookings
    return best


def _all_weeks(brief: Brief) -> tuple[PlannedWeek, ...] | int:
    course, planned = Course(), []
    for here in brief.limits:
        if not here.sessions:
            course.before, course.running = frozenset(), {}
            continue
        aims = aims_of(brief, here, course)
        problem, options = week_problem(brief, here, course, aims)
        answer, course.in_time = solve_week(problem, course.before, course.in_time)
        if answer is None:
            return here.week
        week = _read(brief, problem, options, answer, here.week, aims)
        _remember(brief, here, course, week)
        planned.append(week)
    return tuple(planned)


def _missed(planned: tuple[PlannedWeek, ...]) -> list[tuple[str, int]]:
    return [(name, week.week) for week in planned for name in week.unmet]


def _bookings(brief: Brief, planned: tuple[PlannedWeek, ...]) -> Iterator[tuple[str, int]]:
    """For everything that was missed, the last week before it that is not booked yet."""
    gap = brief.number("contributor_gap_weeks")
    for name, week in _missed(planned):
        for earlier in range(week - 1, max(0, week - gap), -1):
            if (name, earlier) not in brief.booked:
                yield name, earlier
                break


def solve_week(problem: WeekProblem, before: frozenset[str], easy_first: bool = True) -> tuple[Answer | None, bool]:
    """Solves a week, the easy way first; says also whether the easy way was enough.

    Why: without the clock every exercise may stand in every session. That problem is smaller, and when its answer
    fits the minutes no other can be better, as long as a further session of an exercise never costs points.
    """
    if len(problem.kinds) == 1 or any(one.session_points < 0 for one in problem.choices):
        return solve(problem, before), True
    if easy_first:
        longest = sum(one.minutes for one in problem.choices)
        easy = solve(replace(problem, kinds=(sum(problem.kinds),), capacity=longest), before)
        if easy is None:
            return None, True
        if sum(problem.choices[one].minutes for one in easy.picked) <= problem.capacity:
            return replace(easy, picked=dict.fromkeys(easy.picked, tuple(range(len(problem.kinds))))), True
    return solve(problem, before), False


def week_problem(
    brief: Brief, here: WeekLimits, course: Course, aims: tuple[Aim, ...] = ()
) -> tuple[WeekProblem, list[Option]]:
    """Writes the week down as plain data, with the options behind its choices."""
    rungs = Rungs(
        weight={one.exercise: one.rung.load_kg for one in aims},
        ahead=ahead_of_ladders(brief, here) - {one.exercise for one in aims},
    )
    options = options_for(brief, here, course, rungs)
    ready = ready_groups(brief, here, course)
    new_most = None if here.week == 1 else brief.number("new_exercises_a_week")
    options = _worth_a_look(brief, options, ready, brief.different if new_most is None else new_most)
    quota = brief.person.formulation.time_contingent
    problem = WeekProblem(
        choices=tuple(one.choice for one in options),
        kinds=_kinds(brief, options),
        capacity=int(brief.means.minutes_per_session * TENTHS),
        least=brief.number("exercises_a_session_least"),
        most=brief.different,
        different=brief.different,
        new_most=new_most,
        covers=(
            *covers_of(brief, here, course, options),
            *ready_covers(brief, ready, options),
            *rung_covers(brief, aims, options),
        ),
        needs=(*needs_of(brief, here, course, options), *rung_needs(brief, aims, options)),
        pieces=pieces_of(brief, options),
        crowds=crowds(brief, options),
        short_list=brief.number("exercises_quota_most") if quota else None,
        beyond_points=brief.taste.prefer["beyond_quota"],
    )
    return problem, options


def _worth_a_look(brief: Brief, options: list[Option], ready: dict[str, frozenset[str]], keep: int) -> list[Option]:
    """The options without those that others can always replace."""
    standings = [
        Standing(
            choice=one.choice,
            groups=one.groups | {name for name in ready if one.choice.exercise in ready[name]},
            pieces=frozenset(brief.pieces[one.choice.exercise]),
        )
        for one in options
    ]
    clock = len(_kinds(brief, options)) > 1 or brief.means.sessions_per_week == 1
    kept = without_dominated(standings, keep, brief.taste.prefer["piece_to_carry"], clock)
    return [options[one] for one in kept]


def _kinds(brief: Brief, options: list[Option]) -> tuple[int, ...]:
    """One kind of session when everything fits into each; else two that take turns, A and B."""
    sessions = brief.means.sessions_per_week
    longest = sorted((one.choice.minutes for one in options), reverse=True)[: brief.different]
    loaded = any(one.exercise.load is not None for one in options)
    turns = loaded and sessions > brief.number("loaded_days_most")
    if sessions == 1 or (sum(longest) <= brief.means.minutes_per_session * TENTHS and not turns):
        return (sessions,)
    return ((sessions + 1) // 2, sessions // 2)


def _read(
    brief: Brief, problem: WeekProblem, options: list[Option], answer: Answer, week: int, aims: tuple[Aim, ...]
) -> PlannedWeek:
    kinds = tuple(
        tuple(options[one].exercise.id for one in sorted(answer.picked) if kind in answer.picked[one])
        for kind in range(len(problem.kinds))
    )
    limit = brief.taste.prefer["gap_missing"]
    spared = (BETTER_NOW, NEED)
    grave = [need for need in problem.needs if need.penalty <= limit and not need.name.startswith(spared)]
    return PlannedWeek(
        week=week,
        kinds=kinds,
        amounts={options[one].exercise.id: options[one].amount for one in sorted(answer.picked)},
        unmet=tuple(need.name for need in grave if not is_met(problem, need, answer.picked)),
        worth=answer.worth,
        bound=answer.bound,
        proved=answer.proved,
        aims=aims,
    )


def _remember(brief: Brief, here: WeekLimits, course: Course, week: PlannedWeek) -> None:
    course.running = {name: course.running.get(name, 0) + 1 for name in week.amounts}
    course.before = frozenset(week.amounts)
    course.amounts.update(week.amounts)
    course.places |= {one.task: one.place for one in week.trained() if not one.keeps}
    for one in week.trained():
        course.weeks_on[one.rung.rung] = course.weeks_on.get(one.rung.rung, 0) + 1
    for name in week.amounts:
        exercise = brief.exercise(name)
        course.trained[name] += 1
        course.moved[exercise.movement] = week.week
        course.worked.update((target, week.week) for target in exercise.targets)
        course.met |= {row.rule_id for row in brief.required(here) if row_touches(row, exercise)}
