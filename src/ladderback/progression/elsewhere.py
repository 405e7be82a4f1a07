"""When nothing lasts: what was not tested yet, hips first, then rib cage, then the rest."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from ladderback.evidence import book
from ladderback.intake.values import IntakeRecord
from ladderback.progression.gain import no_lasting_gain
from ladderback.progression.log import Log
from ladderback.progression.numbers import number, say
from ladderback.progression.relief import relief_never_lasts


def not_tested(record: IntakeRecord) -> tuple[str, ...]:
    """Clinical tests that nobody did with this person, in the order of `look_elsewhere_order.csv`."""
    done = {one.test for one in record.tests}
    return tuple(name for name in in_order() if name not in done)


def in_order(regions: Collection[str] = ()) -> tuple[str, ...]:
    """The tests of the list in their order, of some regions or of all."""
    rows = sorted(book().tables["look_elsewhere_order"].values(), key=lambda row: int(row.cells["rank"]))
    return tuple(row.id for row in rows if not regions or row.cells["region"] in regions)


def test_words(name: str) -> str:
    """What a clinical test looks at, in plain words."""
    row = book().tables["look_elsewhere_order"].get(name)
    return row.cells["why"] if row else name.replace("_", " ")


def reasons_to_look_elsewhere(log: Log, told: IntakeRecord) -> tuple[str, ...]:
    """Why what is done now is not enough: relief that stays short, or weeks of training without a lasting gain."""
    reasons: list[str] = []
    short = relief_never_lasts(log)
    if short is not None:
        entries, hours = len(short.hours), short.half_time
        reasons.append(say("look", "relief", entries=entries, hours=hours))
    if len(log.trained) >= number("no_gain_sessions_least") and no_lasting_gain(log, told):
        reasons.append(say("look", "no_gain", weeks=weeks_since(told, log.on)))
        reasons.append(review_sentence(told, log.on))
    return tuple(reasons)


def review_sentence(told: IntakeRecord, on: date) -> str:
    """How soon a professional should review what has not helped. Source: IFOMPT2020."""
    firm = (on - told.taken_on).days >= number("no_gain_firm_days")
    return say("look", "review_now" if firm else "review_soon")


def weeks_since(told: IntakeRecord, on: date) -> int:
    """Whole weeks since the case was taken."""
    return (on - told.taken_on).days // 7
