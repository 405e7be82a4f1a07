"""Composes the weeks one after the other: each is a small problem, solved given the week before."""

from __future__ import annotations

from collections import defaultdict

from msgspec import Struct, field

from ladderback.evidence.exercises import Exercise
from ladderback.planner.brief import LEADING, Brief
from ladderback.planner.candidates import pieces_for
from ladderback.planner.points import STRENGTH, standing_points
from ladderback.planner.problem import Choice, Cover, Need, Piece, WeekProblem, is_met, without_dominated
from ladderback.planner.solver import Answer, solve
from ladderback.programme.dosing import Amount, first_amount, fits, kept_amount, next_amount
from ladderback.programme.limits import WeekLimits, row_touches
from ladderback.programme.prescribing import minutes_in_session

WEEKS_AHEAD = 4


class Course(Struct, kw_only=True):
    """What has been trained so far."""

    amounts: dict[str, Amount] = field(default_factory=dict)
    running: dict[str, int] = field(default_factory=dict)
    trained: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    worked: dict[str, int] = field(default_factory=dict)
    moved: dict[str, int] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)
    before: frozenset[str] = frozenset()


class Option(Struct, frozen=True, kw_only=True):
    """A choice with what stands behind it."""

    exercise: Exercise
    amount: Amount
    choice: Choice
    groups: frozenset[str]


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
        answer = solve(problem, course.before)
        if answer is None:
            return here.week
        week = _read(problem, options, answer, here.week)
        _remember(brief, here, course, week)
        planned.append(week)
    return tuple(planned)


def week_problem(brief: Brief, here: WeekLimits, course: Course) -> tuple[WeekProblem, list[Option]]:
    """Writes the week down as plain data, with the options behind its choices."""
    options = _options(brief, here, course)
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


def _options(brief: Brief, here: WeekLimits, course: Course) -> list[Option]:
    options: list[Option] = []
    for exercise in brief.pool(here):
        for step, amount in _amounts(brief, here, course, exercise):
            options.append(_option(brief, here, course, exercise, step, amount))
    return options


def _amounts(brief: Brief, here: WeekLimits, course: Course, exercise: Exercise) -> list[tuple[str, Amount]]:
    """The doses that an exercise may have this week: its first, the same again, or one step more."""
    caps = brief.caps(exercise, here)
    last = course.amounts.get(exercise.id)
    if last is None:
        first = first_amount(exercise, caps, brief.book)
        return [("new", first)] if fits(first, caps) else []
    kept = kept_amount(exercise, last, caps, brief.book)
    if not fits(kept, caps):
        return []
    if exercise.id not in course.before:
        return [("new", kept)]
    grown = next_amount(exercise, last, caps, brief.book)
    return [("keep", kept)] if grown is None else [("keep", kept), ("grow", grown)]


def _option(brief: Brief, here: WeekLimits, course: Course, exercise: Exercise, step: str, amount: Amount) -> Option:
    minutes = minutes_in_session(exercise, amount, brief.weak_side(exercise), brief.book)
    loaded = exercise.load is not None
    often = loaded and brief.means.sessions_per_week > brief.number("loaded_days_most")
    choice = Choice(
        exercise=exercise.id,
        step=step,
        minutes=round(minutes * 2),
        points=_points(brief, here, course, exercise, step, minutes),
        session_points=brief.taste.prefer["loaded_too_often" if often else "in_each_session"],
        new=step == "new",
    )
    return Option(exercise=exercise, amount=amount, choice=choice, groups=_groups(brief, here, exercise))


def _points(brief: Brief, here: WeekLimits, course: Course, exercise: Exercise, step: str, minutes: float) -> int:
    prefer = brief.taste.prefer
    points = standing_points(exercise, here.stage, brief.taste) + round(prefer["long_item"] * minutes)
    points += prefer["lasting"] * _weeks_ahead(brief, here, exercise)
    points += prefer["row_next_week"] * _rows_ahead(brief, here, exercise)
    if step == "new":
        ready = brief.number("harder_after_weeks")
        grown = any(course.trained.get(easier, 0) >= ready for easier in exercise.easier)
        return points + prefer["new_one"] + (prefer["harder_neighbour"] if grown else 0)
    beyond = course.running.get(exercise.id, 0) - brief.number("keep_weeks")
    points += prefer["keep"] if step == "grow" or beyond < 0 else 0
    points += prefer["keep_long"] * max(0, beyond)
    return points + (prefer["next_step"] if step == "grow" else 0)


def _weeks_ahead(brief: Brief, here: WeekLimits, exercise: Exercise) -> int:
    count = 0
    for allowed in brief.fitting[here.week : here.week + WEEKS_AHEAD]:
        if exercise.id not in allowed:
            break
        count += 1
    return count


def _rows_ahead(brief: Brief, here: WeekLimits, exercise: Exercise) -> int:
    """Rows of the week to come that this exercise would meet: with two new ones a week it has to be there in time."""
    if here.week >= len(brief.limits) or exercise.id not in brief.fitting[here.week]:
        return 0
    return sum(row_touches(row, exercise) for row in brief.required(brief.limits[here.week]))


def _groups(brief: Brief, here: WeekLimits, exercise: Exercise) -> frozenset[str]:
    """Everything that sets an exercise apart from another one, for the comparison of candidates."""
    groups = {f"work {name}" for name, targets in brief.trains.items() if not targets.isdisjoint(exercise.targets)}
    groups |= {f"reach {name}" for name, targets in brief.trains.items() if _reaches(exercise, targets)}
    groups |= {f"row {row.rule_id}" for row in brief.required(here) if row_touches(row, exercise)}
    used = pieces_for(exercise, brief.kit) or ()
    groups |= {f"without {piece}" for piece in brief.kit if piece not in used}
    if exercise.movement in STRENGTH or exercise.movement == "balance":
        groups.add(f"move {exercise.movement}")
    return frozenset(groups)


def _reaches(exercise: Exercise, targets: frozenset[str]) -> bool:
    return not targets.isdisjoint(exercise.targets) or not targets.isdisjoint(exercise.supports)


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
    due = [one for one in brief.worked if one.from_week <= here.week]
    for place, one in enumerate(due):
        since = here.week - course.worked.get(one.contributor, max(one.from_week, first_week(brief)) - 1)
        if place >= LEADING and since < brief.number("contributor_gap_weeks"):
            continue
        group = "work" if place < LEADING else "reach"
        penalty = prefer["first_two_missing" if place < LEADING else "gap_missing"]
        if members := _members(options, f"{group} {one.contributor}"):
            needs.append(Need(name=f"work {one.contributor}", members=members, sessions=1, penalty=penalty))
    return tuple(needs)


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
        for piece in pieces_for(one.exercise, brief.kit) or ():
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
        for contributor, targets in brief.trains.items():
            if not targets.isdisjoint(exercise.targets):
                course.worked[contributor] = week.week
        course.met |= {row.rule_id for row in brief.required(here) if row_touches(row, exercise)}
