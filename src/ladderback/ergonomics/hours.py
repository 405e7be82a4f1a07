"""The day by its hours: what was told of sitting, couch, bed, walking, lifting and training; the rest is not known."""

from __future__ import annotations

from ladderback.ergonomics.numbers import number, say
from ladderback.ergonomics.values import DayHours, HoursOf, Kind
from ladderback.intake.values import IntakeRecord

TABLE = "sitting_standing_guidance"
SITTING_WORK = ("desk", "driving", "student")


def hours_of_day(record: IntakeRecord) -> DayHours:
    """Lays a day with training side by side [h]; the parts add up to 24 and what overlaps.

    Sitting is asked for as all sitting of a day, so the couch is a part of it. Exercise told by the week is not laid
    out: it may be the same hours as walking or training.
    """
    told = [one for one in (_sitting(record), _couch(record), _bed(record), _walking(record)) if one is not None]
    told += [one for one in (_lifting(record), _training(record)) if one is not None]
    known, day = round(sum(one.hours for one in told), 2), number(TABLE, "hours_a_day")
    unknown = round(max(0.0, day - known), 2)
    rest = [HoursOf(kind="unknown", label=say("hours", "unknown"), hours=unknown)] if unknown else []
    return DayHours(
        parts=(*told, *rest),
        unknown=unknown,
        overlap=round(max(0.0, known - day), 2),
        not_told=_not_told(record),
        training_days_a_week=record.means.sessions_per_week if record.means else None,
    )


def _sitting(record: IntakeRecord) -> HoursOf | None:
    """Sitting away from the couch [h]; by the work it is mostly desk or driving."""
    life = record.daily_life
    if life.sitting_hours is None:
        return None
    away = max(0.0, life.sitting_hours - (life.couch.hours or 0.0))
    label = f"sitting_{life.work}" if life.work in SITTING_WORK else "sitting"
    keys = ("daily_life.sitting_hours",) if life.couch.hours is None else ("daily_life.sitting_hours", COUCH)
    return _part("sitting", say("hours", label), away, *keys)


COUCH = "daily_life.couch.hours"


def _couch(record: IntakeRecord) -> HoursOf | None:
    told = record.daily_life.couch.hours
    return None if told is None else _part("couch", say("hours", "couch"), told, COUCH)


def _bed(record: IntakeRecord) -> HoursOf | None:
    """Hours asleep [h]; lying awake was not asked for, so at least."""
    told = record.daily_life.sleep_hours
    if told is None:
        return None
    return _part("bed", say("hours", "sleep"), told, "daily_life.sleep_hours", at_least=True)


def _walking(record: IntakeRecord) -> HoursOf | None:
    told = record.daily_life.walking_minutes_per_day
    if told is None:
        return None
    return _part("walking", say("hours", "walking"), _hours(told), "daily_life.walking_minutes_per_day")


def _lifting(record: IntakeRecord) -> HoursOf | None:
    lifts = record.daily_life.lifting
    told = [one.hours for one in lifts if one.hours is not None]
    if not told:
        return None
    label = say("hours", "lifting")
    return _part("lifting", label, sum(told), "daily_life.lifting.hours", at_least=len(told) < len(lifts))


def _training(record: IntakeRecord) -> HoursOf | None:
    """The training that is planned, on a day that has one [h]."""
    if record.means is None:
        return None
    label = say("hours", "training_gym" if record.means.place == "gym" else "training")
    return _part("training", label, _hours(record.means.minutes_per_session), "means.minutes_per_session")


def _not_told(record: IntakeRecord) -> tuple[str, ...]:
    """Answers that would take hours out of the unknown."""
    life = record.daily_life
    answers: dict[str, object] = {
        "daily_life.sitting_hours": life.sitting_hours,
        "daily_life.couch.hours": life.couch.hours,
        "daily_life.sleep_hours": life.sleep_hours,
        "daily_life.walking_minutes_per_day": life.walking_minutes_per_day,
        "means.minutes_per_session": record.means,
    }
    if life.lifting:
        answers["daily_life.lifting.hours"] = None if None in [one.hours for one in life.lifting] else True
    return tuple(key for key, value in answers.items() if value is None)


def _hours(minutes: float) -> float:
    return minutes / number(TABLE, "minutes_an_hour")


def _part(kind: Kind, label: str, hours: float, *keys: str, at_least: bool = False) -> HoursOf:
    return HoursOf(kind=kind, label=label, hours=round(hours, 2), at_least=at_least, from_keys=keys)
