"""What a week has to hold, and whether there was room for what it does not hold.

A plan is only wrong to leave something out when it could have had it: a place in a session, minutes, and a new exercise
still allowed, all without pushing out something that is needed as much.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderback.formulation.values import Contributor
from ladderback.verification.counts import counted_minutes
from ladderback.verification.items import strong_targets
from ladderback.verification.kinds import violation
from ladderback.verification.left_out import NOTHING
from ladderback.verification.shelf import Ids
from ladderback.verification.values import Violation
from ladderback.verification.weeks import Seen, Week, items_of

OUTSIDE_SESSIONS = ("aerobic", "directional")


def look(seen: Seen) -> Iterator[Violation]:
    """Looks for contributors that movement works and the programme does not address."""
    worked = worked_by_movement(seen)
    leading = int(seen.shelf.numbers["contributors_every_week"])
    gap = int(seen.shelf.numbers["contributor_gap_weeks"])
    for place, one in enumerate(worked):
        weeks = [week for week in seen.weeks if week.trains and week.sessions and week.number >= one.from_week]
        if place < leading:
            stretches = [[week] for week in weeks]
        else:
            stretches = [weeks[start : start + gap] for start in range(len(weeks) - gap + 1)]
        for stretch in stretches:
            if not _addressed(seen, one.contributor, stretch) and _could_be(
                seen, one.contributor, stretch, worked, place
            ):
                first, last = stretch[0].number, stretch[-1].number
                where = f"week {first}" if first == last else f"weeks {first} to {last}"
                said = f"nothing works {one.contributor}, although there is room and an exercise for it"
                yield violation("contributor_unaddressed", where, one.contributor, said)
                break


def worked_by_movement(seen: Seen) -> list[Contributor]:
    """Contributors that movement works and the catalogue has exercises for, the weightiest first, each once."""
    found: dict[str, Contributor] = {}
    for one in sorted(seen.formulation.contributors, key=lambda one: (-one.weight, one.contributor, one.side or "")):
        if one.worked_by == "movement" and seen.shelf.by_target.get(one.contributor):
            found.setdefault(one.contributor, one)
    return list(found.values())


def serving(seen: Seen, week: Week, contributors: int | None = None) -> Ids:
    """Exercises that serve a need of the week: what rows ask for, and the leading contributors."""
    number = int(seen.shelf.numbers["contributors_every_week"]) if contributors is None else contributors
    leading = [one.contributor for one in worked_by_movement(seen)[:number]]
    return week.asked.union(*(seen.shelf.by_target[one] for one in leading))


def has_room(seen: Seen, week: Week, candidates: Ids, serve: Ids) -> bool:
    """Whether one of the candidates could have stood in a session of the week without pushing out what is needed."""
    if not candidates or not week.sessions:
        return False
    kept = week.exercises & serve
    new_left = week.number == 1 or len(kept - week.before) < seen.shelf.numbers["new_most"]
    if len(kept) >= seen.most_exercises:
        return not candidates.isdisjoint(week.exercises)
    there = seen.record.means.minutes_per_session if seen.record.means else 0.0
    return any(
        (new_left or one in week.before) and _minutes_beside(seen, week, one, serve) + seen.shelf.smallest[one] <= there
        for one in sorted(candidates)
    )


def _minutes_beside(seen: Seen, week: Week, candidate: str, serve: Ids) -> float:
    """Minutes that a session keeps for what is needed, or for the others it needs to be a session; the least of all."""
    least = int(seen.shelf.numbers["items_least"])
    others = sorted(seen.shelf.smallest[one] for one in week.possible if one != candidate)
    found = []
    for session in week.sessions:
        kept = [item for item in items_of(session) if item.exercise in serve]
        missing = max(0, least - 1 - len({item.exercise for item in kept}))
        found.append(sum(counted_minutes(seen, item) for item in kept) + sum(others[:missing]))
    return min(found)


def _addressed(seen: Seen, contributor: str, stretch: list[Week]) -> bool:
    works = seen.shelf.by_target[contributor]
    return any(not works.isdisjoint(week.done) for week in stretch)


def _could_be(seen: Seen, contributor: str, stretch: list[Week], worked: list[Contributor], place: int) -> bool:
    """Whether every week of a stretch had an exercise for it and at least one had room for it."""
    able = [_candidates(seen, contributor, week) for week in stretch]
    if not all(able):
        return False
    most = max(place, int(seen.shelf.numbers["contributors_every_week"]))
    return any(
        has_room(seen, week, one, serving(seen, week, min(most, len(worked))))
        for week, one in zip(stretch, able, strict=True)
    )


def _candidates(seen: Seen, contributor: str, week: Week) -> Ids:
    """Exercises for a contributor that belong into a session and have no other target that is strong already."""
    works = seen.shelf.by_target[contributor] & week.possible
    exercises = seen.shelf.exercises
    return NOTHING.union(
        one
        for one in works
        if exercises[one].movement not in OUTSIDE_SESSIONS
        and (one in week.asked or not strong_targets(seen, exercises[one]))
    )
