"""Composes the weeks one after the other: each is a small problem, solved given the week before."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct
from msgspec.structs import replace

from ladderback.formulation.values import Contributor
from ladderback.planner.brief import LEADING, Brief
from ladderback.planner.options import Course, Option, options_for
from ladderback.planner.points import STRENGTH
from ladderback.planner.problem import Cover, Need, Piece, WeekProblem, is_met, without_dominated
from ladderback.planner.solver import Answer, solve
from ladderback.programme.dosing import Amount
from ladderback.programme.limits import WeekLimits, row_touches


class PlannedWeek(Struct, frozen=True, kw_only=True):
    """The exercises of each kind of session, their doses, and what could not be met."""

    week: int
    kinds: tuple[tuple[str, ...], ...]
    amounts: dict[str, Amount]
    unmet: tuple[str, ...]
    worth: int
    bound: float
    proved: bool


def compose_weeks(brief: Brief) -> tuple[PlannedWeek, ...] | int:
    """All weeks in which sessions may stand, or the first week that nothing satisfies."""
    course, planned = Course(), []
    for here in brief.limits:
        if not here.sessions:
            course.before, course.running = frozenset(), {}
            continue
        problem, options = week_problem(brief, here, course)
        answer = solve_week(problem, course.before)
        if answer is None:
            return here.week
        week = _read(problem, options, answer, here.week)
        _remember(brief, here, course, week)
        planned.append(week)
    return tuple(planned)


def solve_week(problem: WeekProblem, before: frozenset[str]) -> Answer | None:
    """Solves a week, the easy way first.

    Why: without the clock every exercise may stand in every session. That problem is smaller, and when its answer
    fits the minutes no other can be better, as long as a further session of an exercise never costs points.
    """
    if len(problem.kinds) > 1 and all(one.session_points >= 0 for one in problem.choices):
        longest = sum(one.minutes for one in problem.choices)
        easy = solve(replace(problem, kinds=(sum(problem.kinds),), capacity=longest), before)
        if easy is None:
            return None
        if sum(problem.choices[one].minutes for one in easy.picked) <= problem.capacity:
            kinds = tuple(range(len(problem.kinds)))
            return replace(easy, picked=dict.fromkeys(easy.picked, kinds))
    return solve(problem, before)


def week_problem(brief: Brief, here: WeekLimits, course: Course) -> tuple[WeekProblem, list[Option]]:
    """Writes the week down as plain data, with the options behind its choices."""
    options = options_for(brief, here, course)
    new_most = None if here.week == 1 else brief.number("new_exercises_a_week")
    keep = brief.different if new_most is None else new_most
    kept = without_dominated([one.choice for one in options], [one.groups for one in options], keep)
    options = [options[one] for one in kept]
    quota = brief.person.formulation.time_contingent
    problem = WeekProblem(
        choices=tuple(one.choice for one in options),
        kinds=_kinds(brief, options),
        capacity=int(brief.means.minutes_per_session * 2),
        least=brief.number("exercises_a_session_least"),
        most=brief.different,
        different=brief.different,
        new_most=new_most,
        covers=_covers(brief, here, course, options),
        needs=_needs(brief, here, course, options),
        pieces=_pieces(brief, options),
        short_list=brief.number("exercises_quota_most") if quota else None,
        beyond_points=brief.taste.prefer["beyond_quota"],
    )
    return problem, options


def _kinds(brief: Brief, options: list[Option]) -> tuple[int, ...]:
    """One kind of session when everything fits into each; else two that take turns, A and B."""
    sessions = brief.means.sessions_per_week
    longest = sorted((one.choice.minutes for one in options), reverse=True)[: brief.different]
    loaded = any(one.exercise.load is not None for one in options)
    turns = loaded and sessions > brief.number("loaded_days_most")
    if sessions == 1 or (sum(longest) <= brief.means.minutes_per_session * 2 and not turns):
        return (sessions,)
    return ((sessions + 1) // 2, sessions // 2)


def _members(options: list[Option], group: str) -> tuple[int, ...]:
    return tuple(place for place, one in enumerate(options) if group in one.groups)


def _covers(brief: Brief, here: WeekLimits, course: Course, options: list[Option]) -> tuple[Cover, ...]:
    prefer, covers = brief.taste.prefer, []
    gap = brief.number("contributor_gap_weeks")
    for one in brief.worked:
        weight = brief.taste.weights[one.contributor]
        if members := _members(options, f"work {one.contributor}"):
            overdue = min(gap, here.week - 1 - course.worked.get(one.contributor, here.week - 1))
            first = round(weight * (prefer["work_first"] + prefer["work_overdue"] * overdue))
            second = round(weight * prefer["work_second"])
            covers.append(Cover(name=one.contributor, members=members, first=first, second=second))
    for movement in (*sorted(STRENGTH), "balance"):
        points = _balance_points(brief, here, course, movement)
        if points and (members := _members(options, f"move {movement}")):
            covers.append(Cover(name=movement, members=members, first=points))
    return tuple(covers)


def _balance_points(brief: Brief, here: WeekLimits, course: Course, movement: str) -> int:
    """Points for a kind of movement in the week; work on balance counts from a certain age on."""
    prefer, age = brief.taste.prefer, brief.person.record.client.age
    if movement == "balance":
        if age < brief.number("balance_age"):
            return 0
        return prefer["balance_from_65" if age >= brief.number("balance_age_more") else "balance_from_50"]
    overdue = here.week - course.moved.get(movement, 0) >= brief.number("contributor_gap_weeks")
    return prefer["balance"] + (prefer["balance_overdue"] if overdue else 0)


def _needs(brief: Brief, here: WeekLimits, course: Course, options: list[Option]) -> tuple[Need, ...]:
    prefer, needs = brief.taste.prefer, []
    for row in brief.required(here):
        sessions = _row_sessions(brief, here, course, row.rule_id)
        if sessions > 0 and (members := _members(options, f"row {row.rule_id}")):
            name = f"row {row.rule_id}"
            needs.append(Need(name=name, members=members, sessions=sessions, penalty=prefer["row_missing"]))
    for place, one in enumerate(one for one in brief.worked if one.from_week <= here.week):
        penalty = _penalty(brief, here, course, place, one)
        if penalty and (members := _members(options, f"work {one.contributor}")):
            needs.append(Need(name=f"work {one.contributor}", members=members, sessions=1, penalty=penalty))
    return tuple(needs)


def _penalty(brief: Brief, here: WeekLimits, course: Course, place: int, one: Contributor) -> int:
    """What it costs to leave a contributor out this week: much for the two leading ones and for whoever is due."""
    prefer = brief.taste.prefer
    if place < LEADING:
        return prefer["first_two_missing"]
    since = here.week - course.worked.get(one.contributor, max(one.from_week, first_week(brief)) - 1)
    gap = brief.number("contributor_gap_weeks")
    if since >= gap:
        return round(prefer["gap_missing"] * (1 + brief.taste.weights[one.contributor]))
    return prefer["gap_soon"] if since == gap - 1 else 0


def _row_sessions(brief: Brief, here: WeekLimits, course: Course, rule: str) -> int:
    """In how many sessions of the week a row still asks for something, after what aerobic work gives."""
    row = brief.book.limits[rule]
    aerobic = brief.aerobic.get(here.week)
    given = aerobic.times_per_week if aerobic and row_touches(row, brief.exercise(aerobic.exercise)) else 0
    if row.effect == "require":
        return 0 if given or rule in course.met else 1
    return min(int(row.effect_value or 1), brief.means.sessions_per_week) - given


def first_week(brief: Brief) -> int:
    """The first week in which sessions may stand."""
    return next((here.week for here in brief.limits if here.sessions), 1)


def _pieces(brief: Brief, options: list[Option]) -> tuple[Piece, ...]:
    users: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(options):
        for piece in brief.pieces[one.exercise.id]:
            users[piece].append(place)
    points = brief.taste.prefer["piece_to_carry"]
    return tuple(Piece(name=name, members=tuple(users[name]), points=points) for name in sorted(users))


def _read(problem: WeekProblem, options: list[Option], answer: Answer, week: int) -> PlannedWeek:
    kinds = tuple(
        tuple(options[one].exercise.id for one in sorted(answer.picked) if kind in answer.picked[one])
        for kind in range(len(problem.kinds))
    )
    return PlannedWeek(
        week=week,
        kinds=kinds,
        amounts={options[one].exercise.id: options[one].amount for one in sorted(answer.picked)},
        unmet=tuple(need.name for need in problem.needs if not is_met(problem, need, answer.picked)),
        worth=answer.worth,
        bound=answer.bound,
        proved=answer.proved,
    )


def _remember(brief: Brief, here: WeekLimits, course: Course, week: PlannedWeek) -> None:
    course.running = {name: course.running.get(name, 0) + 1 for name in week.amounts}
    course.before = frozenset(week.amounts)
    course.amounts.update(week.amounts)
    for name in week.amounts:
        exercise = brief.exercise(name)
        course.trained[name] += 1
        course.moved[exercise.movement] = week.week
        course.worked.update((target, week.week) for target in exercise.targets)
        course.met |= {row.rule_id for row in brief.required(here) if row_touches(row, exercise)}
