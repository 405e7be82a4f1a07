"""The day counts by hours: an hour of training stands beside eight at the desk and eight in bed.

`hours` lays out what was told of a day and leaves the rest open. `workstation` and `rosa` give the desk its points as
a band. `niosh` and `jobs` weigh each lift against the revised NIOSH equation, or refuse with the reason; `lifft` adds
up what many lifts do in a day. `lifting` brings a case to them, `sentences` says it.
"""

from __future__ import annotations

from ladderback.ergonomics.hours import hours_of_day
from ladderback.ergonomics.lifting import composite_of, damage_of, lifts_of
from ladderback.ergonomics.sentences import DESK_WORK, advice_for, for_person, for_practitioner
from ladderback.ergonomics.values import DayLoad
from ladderback.ergonomics.workstation import rosa_of
from ladderback.intake.values import IntakeRecord


def measure(record: IntakeRecord) -> DayLoad:
    """Measures the day by its hours: desk, couch, bed, walking, lifting, training, and what nobody told.

    >>> from datetime import date
    >>> from ladderback.intake.values import Client, DailyLife
    >>> day = date(2026, 11, 1)
    >>> life = DailyLife(work="desk", sitting_hours=8.0, sleep_hours=8.0)
    >>> load = measure(IntakeRecord(taken_on=day, on=day, client=Client(age=40, sex="female"), daily_life=life))
    >>> [(one.label, one.hours) for one in load.hours.parts]
    [('Desk and other sitting', 8.0), ('Bed', 8.0), ('Not told', 8.0)]
    """
    life = record.daily_life
    hours, rosa, lifts = hours_of_day(record), rosa_of(life.workstation), lifts_of(record)
    composite, damage, advice = composite_of(record), damage_of(lifts), advice_for(record)
    return DayLoad(
        hours=hours,
        workstation=rosa,
        lifting=lifts,
        composite=composite,
        damage=damage,
        advice=advice,
        says=for_person(hours, rosa, lifts, composite, damage, advice, at_desk=life.work in DESK_WORK),
        for_practitioner=for_practitioner(hours, rosa, lifts, composite, damage, advice),
    )


__all__ = ["measure"]
