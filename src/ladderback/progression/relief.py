"""How long hands-on work helps this person, by the log: half of the gain gone is the end of the relief."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from statistics import median

from ladderback.evidence import book
from ladderback.intake.events import HandsOn
from ladderback.progression.log import Log
from ladderback.progression.numbers import number
from ladderback.progression.values import Relief

ALL = "all"


def reliefs(log: Log) -> tuple[Relief, ...]:
    """The relief of each technique, in the order of its name."""
    techniques = sorted({one.technique for one in log.hands_on})
    return tuple(_relief(log, name, [one for one in log.hands_on if one.technique == name]) for name in techniques)


def relief_never_lasts(log: Log) -> Relief | None:
    """The relief of all recent hands-on work together when it stays short and does not grow, else None.

    Why together: needling after massage that did not last is the same question asked twice.
    """
    recent = timedelta(days=number("relief_recent_days"))
    together = _relief(log, ALL, [one for one in log.hands_on if log.on - one.at.date() <= recent])
    return together if together.short and together.growing is False else None


def _relief(log: Log, technique: str, entries: Sequence[HandsOn]) -> Relief:
    counted = [one for one in entries if not _gain_is_small(one)]
    hours = tuple(found for one in counted if (found := hours_of(log, one)) is not None)
    enough = len(hours) >= number("relief_entries_least")
    return Relief(
        technique=technique,
        hours=hours,
        too_small=len(entries) - len(counted),
        not_followed=len(counted) - len(hours),
        growing=_grows(hours) if enough else None,
        short=median(hours) < number("relief_short_hours") if enough else None,
        half_time=median(hours) if hours else None,
    )


def _gain_is_small(entry: HandsOn) -> bool:
    """A gain below the measurement error of the scale starts no half-time."""
    if entry.pain_before is None or entry.pain_after is None:
        return False
    return entry.pain_before - entry.pain_after < (book().measures["nprs"].mdc or 0.0)


def hours_of(log: Log, entry: HandsOn) -> float | None:
    """Hours until half of the gain was gone: as told, else by the first later reading that shows it [h]."""
    if entry.relief_hours is not None:
        return entry.relief_hours
    if entry.pain_before is None or entry.pain_after is None:
        return None
    half = entry.pain_after + (entry.pain_before - entry.pain_after) / 2
    for reading in log.after(entry.at):
        if reading.pain >= half:
            return round((reading.at - entry.at).total_seconds() / 3600, 1)
    return None


def _grows(hours: Sequence[float]) -> bool:
    """Whether the later half of the entries lasts clearly longer than the earlier half."""
    half = len(hours) // 2
    return sum(hours[-half:]) >= number("relief_grows_by") * sum(hours[:half])
