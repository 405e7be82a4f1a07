"""What a week would rather have, and what it must not leave out while it can, as plain data with points."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ladderback.evidence.limits import Limit
from ladderback.formulation.values import Contributor
from ladderback.planner.brief import LEADING, Brief
from ladderback.planner.options import Course, Option
from ladderback.planner.points import STRENGTH
from ladderback.planner.problem import Cover, Need, Piece
from ladderback.programme.limits import WeekLimits, row_touches
from ladderback.programme.phases import LAST_STAGE

BETTER_NOW = "better now"


def _members(options: list[Option], group: str) -> tuple[int, ...]:
    return tuple(place for place, one in enumerate(options) if group in one.groups)


def covers_of(brief: Brief, here: WeekLimits, course: Course, options: list[Option]) -> tuple[Cover, ...]:
    """What a week gets points for: contributors, kinds of movement, steps of the life task, the easing direction."""
    prefer, covers = brief.taste.prefer, []
    gap = brief.number("contributor_gap_weeks")
    for one in brief.worked:
        weight = brief.taste.weights[one.contributor]
        if members := _members(options, f"work {one.contributor}"):
            overdue = min(gap, here.week - 1 - course.worked.get(one.contributor, here.week - 1))
            first = round(weight * (prefer["work_first"] + prefer["work_overdue"] * overdue))
            second = round(weight * prefer["work_second"])
            covers.append(Cover(name=one.contributor, members=members, first=first, second=second))
    for movement in sorted(brief.counted):
        points = _movement_points(brief, here, course, movement)
        if points and (members := _members(options, f"move {movement}")):
            covers.append(Cover(name=movement, members=members, first=points))
    return (*covers, *_goal(brief, here, options), *_easing(brief, here, options))


def _goal(brief: Brief, here: WeekLimits, options: list[Option]) -> Iterator[Cover]:
    late = here.stage == LAST_STAGE
    if members := (_members(options, "goal at the end") if late else ()) or _members(options, "goal"):
        prefer, end = brief.taste.prefer, "_at_the_end" if late else ""
        first, second = prefer[f"goal_exercise{end}"], prefer[f"goal_exercise_more{end}"]
        yield Cover(name="goal", members=members, first=first, second=second)


def _easing(brief: Brief, here: WeekLimits, options: list[Option]) -> Iterator[Cover]:
    if here.stage <= 2 and (members := _members(options, "easing")):
        key = "easing_direction" if here.stage == 1 else "easing_direction_later"
        yield Cover(name="easing", members=members, first=brief.taste.prefer[key])


def ready_covers(brief: Brief, ready: dict[str, frozenset[str]], options: list[Option]) -> tuple[Cover, ...]:
    """Points for exercises that the week after will need and that may stand in both."""
    points = brief.taste.prefer["ready_next_week"]
    covers = []
    for name in sorted(ready):
        if members := tuple(place for place, one in enumerate(options) if one.choice.exercise in ready[name]):
            covers.append(Cover(name=name, members=members, first=points))
    return tuple(covers)


def _movement_points(brief: Brief, here: WeekLimits, course: Course, movement: str) -> int:
    """Points for a kind of movement in the week: whole body, life task, and balance from a certain age on."""
    prefer, age = brief.taste.prefer, brief.person.record.client.age
    points = prefer["goal_movement"] if movement in brief.taste.goal_movements else 0
    if movement == "balance" and age >= brief.number("balance_age"):
        points += prefer["balance_from_65" if age >= brief.number("balance_age_more") else "balance_from_50"]
    if movement in STRENGTH:
        overdue = here.week - course.moved.get(movement, 0) >= brief.number("contributor_gap_weeks")
        points += prefer["balance"] + (prefer["balance_overdue"] if overdue else 0)
    return points


def needs_of(brief: Brief, here: WeekLimits, course: Course, options: list[Option]) -> tuple[Need, ...]:
    """What a week must not leave out while it can: rows that require something, and contributors whose turn it is."""
    return (*_rows(brief, here, course, options), *_turns(brief, here, course, options))


def _rows(brief: Brief, here: WeekLimits, course: Course, options: list[Option]) -> Iterator[Need]:
    prefer = brief.taste.prefer
    for row in brief.required(here):
        sessions = _row_sessions(brief, here, course, row)
        if sessions > 0 and (members := _members(options, f"row {row.rule_id}")):
            name = f"row {row.rule_id}"
            booked = (name, here.week) in brief.booked
            penalty = prefer["row_once" if _has_time(brief, here, row) and not booked else "row_missing"]
            yield Need(name=name, members=members, sessions=sessions, penalty=penalty)


def _turns(brief: Brief, here: WeekLimits, course: Course, options: list[Option]) -> Iterator[Need]:
    for place, one in enumerate(one for one in brief.worked if one.from_week <= here.week):
        due, penalty = _penalty(brief, here, course, place, one)
        if members := _members(options, f"work {one.contributor}"):
            name = f"work {one.contributor}" if due else f"{BETTER_NOW} {one.contributor}"
            yield Need(name=name, members=members, sessions=1, penalty=penalty)


def _penalty(brief: Brief, here: WeekLimits, course: Course, place: int, one: Contributor) -> tuple[bool, int]:
    """Whether a contributor is due this week, and what it costs to leave it out."""
    prefer, gap = brief.taste.prefer, brief.number("contributor_gap_weeks")
    if place < LEADING:
        return True, prefer["first_two_missing"]
    since = here.week - course.worked.get(one.contributor, max(one.from_week, first_week(brief)) - 1)
    if since >= gap or (f"work {one.contributor}", here.week) in brief.booked:
        return since >= gap, round(prefer["gap_missing"] * (1 + brief.taste.weights[one.contributor]))
    return False, prefer["gap_soon" if since == gap - 1 else "gap_first"]


def _row_sessions(brief: Brief, here: WeekLimits, course: Course, row: Limit) -> int:
    """In how many sessions of the week a row still asks for something, after what aerobic work gives."""
    aerobic = brief.aerobic.get(here.week)
    given = aerobic.times_per_week if aerobic and row_touches(row, brief.exercise(aerobic.exercise)) else 0
    if row.effect == "require":
        return 0 if given or row.rule_id in course.met else 1
    return min(int(row.effect_value or 1), brief.means.sessions_per_week) - given


def _has_time(brief: Brief, here: WeekLimits, row: Limit) -> bool:
    """A row that asks for something once still has weeks enough in which it may be met."""
    later = brief.limits[here.week : here.week + brief.number("contributor_gap_weeks")]
    possible = [
        week
        for week, allowed in zip(later, brief.fitting[here.week :], strict=False)
        if row in week.rows and any(row_touches(row, brief.exercise(name)) for name in allowed)
    ]
    return row.effect == "require" and len(possible) == len(later) > 1


def first_week(brief: Brief) -> int:
    """The first week in which sessions may stand."""
    return next((here.week for here in brief.limits if here.sessions), 1)


def pieces_of(brief: Brief, options: list[Option]) -> tuple[Piece, ...]:
    """Pieces of equipment, each with the choices that need it."""
    users: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(options):
        for piece in brief.pieces[one.exercise.id]:
            users[piece].append(place)
    points = brief.taste.prefer["piece_to_carry"]
    return tuple(Piece(name=name, members=tuple(users[name]), points=points) for name in sorted(users))
