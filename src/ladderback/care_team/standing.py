"""Questions to others that are not answered yet: open emergencies first, then letters without a reply."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ladderback.care_team.values import Standing
from ladderback.intake.events import Event, Referred, Replied
from ladderback.progression.numbers import number, say
from ladderback.triage.values import URGENCIES, FollowUp


def standing(events: Iterable[Event], follow_up: Iterable[FollowUp], on: date) -> tuple[Standing, ...]:
    """Everything that waits for somebody, the most urgent and then the oldest first."""
    found = [*_emergencies(follow_up, on), *_letters(events, on)]
    return tuple(sorted(found, key=lambda one: (-URGENCIES.index(one.urgency), one.since, one.to)))


def _emergencies(follow_up: Iterable[FollowUp], on: date) -> Iterator[Standing]:
    for one in follow_up:
        if one.is_open:
            say_it = say("team", "follow_open", to=_name(one.recipient), date=one.opened_on.isoformat())
            yield Standing(
                to=one.recipient, urgency=one.urgency, since=one.opened_on, days=(on - one.opened_on).days,
                owner=one.owner, late=on > one.due_on, say=say_it,
            )  # fmt: skip


def _letters(events: Iterable[Event], on: date) -> Iterator[Standing]:
    """Referrals and letters in the log that no reply answers; emergencies stand in their own list."""
    past = [one for one in events if one.at.date() <= on]
    answered = {one.of for one in past if isinstance(one, Replied) and one.of}
    for one in past:
        if not isinstance(one, Referred) or one.id in answered or one.urgency in ("same_day", "emergency_now"):
            continue
        days = (on - one.at.date()).days
        late = days > number("reply_days_routine" if one.urgency != "within_2_weeks" else "reply_days_soon")
        key = "follow_late" if late else "follow_waiting"
        yield Standing(
            to=one.to, urgency=one.urgency or "routine", since=one.at.date(), days=days,
            owner=one.owner or one.by or "", late=late, say=say("team", key, to=_name(one.to), days=days),
        )  # fmt: skip


def _name(role: str) -> str:
    return role.replace("_", " ").capitalize()
