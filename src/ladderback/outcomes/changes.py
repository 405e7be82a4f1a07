"""Pain, function, tests and questionnaires at two moments, against measurement error and against what matters.

Source: OSTELO2008 (MCID), STRATFORD1996 (MDC). Why the MDC first: below it one person cannot be told from chance.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderback.evidence import book
from ladderback.evidence.clinical_tests import ClinicalTest
from ladderback.evidence.tables import Measure
from ladderback.intake import measurements_of
from ladderback.intake.events import ClinicalTestDone, GoalSet
from ladderback.intake.values import IntakeRecord, Measurement
from ladderback.outcomes.values import Change
from ladderback.progression.gain import start_pain
from ladderback.progression.log import Log
from ladderback.progression.numbers import number, say, status_of
from ladderback.terms.sides import Side
from ladderback.terms.status import Status

Key = tuple[str, Side | None]
DERIVED_MEASURES = ("nprs",)


def changes_of(log: Log, told: IntakeRecord) -> tuple[Change, ...]:
    """Every measure that stands at two moments: pain, own activities, questionnaires, clinical tests."""
    return (*_pain(log, told), *_activities(log, told), *_measures(log, told), *_tests(log, told))


def _pain(log: Log, told: IntakeRecord) -> Iterator[Change]:
    start = start_pain(told)
    if start is None or not log.readings:
        return
    now, name = log.recent_pain(), say("review", "pain")
    if now is None:
        last = log.readings[-1].pain
        text = say("review", "one_reading", name=name, before=float(start), after=float(last))
        yield Change(measure="nprs", from_=start, to=last, beyond_mdc=None, beyond_mcid=None, say=text)
    else:
        yield _judged("nprs", None, start, round(now, 1), book().measures["nprs"], name)


def _activities(log: Log, told: IntakeRecord) -> Iterator[Change]:
    """Each own activity that was rated anew; a single one has a larger error than the mean of several."""
    first = {goal.task: goal.ability for goal in told.goals if goal.ability is not None}
    rated = {one.task: one.ability for one in log.events if isinstance(one, GoalSet) and one.ability is not None}
    mdc = number("psfs_single_mdc")
    for task in sorted(first.keys() & rated.keys()):
        yield _change(
            f"psfs:{task}", None, first[task], rated[task], unit="0-10", higher_is_better=True, mdc=mdc,
            mcid=book().measures["psfs"].mcid, status=status_of("psfs_single_mdc"), name=task_words(task),
        )  # fmt: skip


def _measures(log: Log, told: IntakeRecord) -> Iterator[Change]:
    values: dict[str, list[float]] = {}
    for one in log.measured:
        values.setdefault(one.measure, []).append(one.value)
    for name in sorted(values.keys() - set(DERIVED_MEASURES)):
        measure = book().measures.get(name)
        start = told_at_start(name, told)
        if measure is None or (start is None and len(values[name]) < 2 and name != "groc"):
            continue
        first = start if start is not None else 0.0 if name == "groc" else values[name][0]
        yield _judged(name, None, first, values[name][-1], measure, measure_words(name, measure))


def told_at_start(measure: str, told: IntakeRecord) -> float | None:
    """What the case itself says of a measure, or None."""
    daily, mind = told.daily_life, told.mind
    abilities = [goal.ability for goal in told.goals if goal.ability is not None]
    told_values = {
        "psfs": sum(abilities) / len(abilities) if abilities else None,
        "body_mass": told.client.mass_kg,
        "sleep_hours": daily.sleep_hours,
        "walking_minutes": daily.walking_minutes_per_day,
        "pain_medicine_days": daily.pain_medicine_days_per_week,
        "phq9": mind.phq9,
        "gad7": mind.gad7,
        "start_back_total": mind.start_back_total,
        "start_back_psych": mind.start_back_psych,
    }
    return told_values.get(measure)


def _tests(log: Log, told: IntakeRecord) -> Iterator[Change]:
    for (name, side), (first, last) in sorted(
        test_pairs(log, told).items(), key=lambda one: (one[0][0], str(one[0][1]))
    ):
        test = book().clinical_tests.get(name)
        if test is not None:
            yield _test_change(test, side, first, last)


def test_pairs(log: Log, told: IntakeRecord) -> dict[Key, tuple[Measurement, Measurement]]:
    """First and latest value of each test and side, in the same position and with the same instrument."""
    first: dict[Key, Measurement] = {(one.test, one.side): one for one in told.tests}
    pairs: dict[Key, tuple[Measurement, Measurement]] = {}
    for event in log.events:
        if not isinstance(event, ClinicalTestDone):
            continue
        for one in measurements_of(event):
            start = first.setdefault((one.test, one.side), one)
            if start is not one and (start.position, start.instrument) == (one.position, one.instrument):
                pairs[one.test, one.side] = (start, one)
    return pairs


def _test_change(test: ClinicalTest, side: Side | None, first: Measurement, last: Measurement) -> Change:
    name = f"{test.name}{f' ({side})' if side else ''}"
    if isinstance(first.value, str) or isinstance(last.value, str):
        before, after = str(first.value), str(last.value)
        better = None if before == after else after in ("pass", "negative", "normal", "centralised")
        text = say("review", "same" if before == after else "changed_word", name=name, before=before, after=after)
        return Change(
            measure=test.id, side=side, from_=before, to=after, better=better, beyond_mdc=None, beyond_mcid=None,
            status=test.status, say=text,
        )  # fmt: skip
    return _change(
        test.id, side, first.value, last.value, unit=test.unit, higher_is_better=test.better != "lower",
        mdc=test.mdc95.value, mcid=None, status=test.mdc95.status, name=name,
    )  # fmt: skip


def _judged(name: str, side: Side | None, start: float, now: float, measure: Measure, words: str) -> Change:
    change = _change(
        name, side, start, now, unit="", higher_is_better=measure.better == "higher", mdc=measure.mdc,
        mcid=measure.mcid, status=measure.status, name=words,
    )  # fmt: skip
    return _at_its_ends(change, start) if name == "rmdq24" else change


def _at_its_ends(change: Change, start: float) -> Change:
    """The Roland-Morris form cannot show a gain from a low start, nor a loss from a high one. Source: STRATFORD1996."""
    hidden = start < number("rmdq24_least_to_judge") if change.better else start > number("rmdq24_most_to_judge")
    if not hidden or change.better is None:
        return change
    text = f"{change.say} {say('review', 'cannot_show')}"
    return Change(
        measure=change.measure, side=None, from_=change.from_, to=change.to, better=change.better, beyond_mdc=None,
        beyond_mcid=None, mdc=change.mdc, mcid=change.mcid, status=change.status, say=text,
    )  # fmt: skip


def _change(
    measure: str,
    side: Side | None,
    start: float,
    now: float,
    *,
    unit: str,
    higher_is_better: bool,
    mdc: float | None,
    mcid: float | None,
    status: Status,
    name: str,
) -> Change:
    size = abs(now - start)
    better = None if now == start else (now > start) == higher_is_better
    matters = None if mcid is None else max(mcid, mdc or 0.0)
    beyond_mdc = None if mdc is None else size >= mdc
    beyond_mcid = None if matters is None else size >= matters
    return Change(
        measure=measure,
        side=side,
        from_=start,
        to=now,
        unit=unit,
        better=better,
        beyond_mdc=beyond_mdc,
        beyond_mcid=beyond_mcid,
        mdc=mdc,
        mcid=matters,
        status=status,
        say=_words(name, start, now, better, beyond_mdc, beyond_mcid),
    )


def _words(
    name: str, start: float, now: float, better: bool | None, beyond_mdc: bool | None, beyond_mcid: bool | None
) -> str:
    if better is None:
        return say("review", "same", name=name, after=float(now))
    if beyond_mdc is None or not beyond_mdc:
        key = "no_mdc" if beyond_mdc is None else "too_small"
        return say("review", key, name=name, before=float(start), after=float(now))
    said = say("review", "real_better" if better else "real_worse", name=name, before=float(start), after=float(now))
    more = "" if beyond_mcid is None else say("review", "matters" if beyond_mcid else "not_much")
    return f"{said} {more}".strip()


def task_words(task: str) -> str:
    """A life task in plain words."""
    row = book().tables.get("life_tasks", {}).get(task)
    return (row.cells["name"] if row else task.replace("_", " ")).capitalize()


def measure_words(name: str, measure: Measure) -> str:
    """A measure as one says it."""
    return say("review", "function") if name == "psfs" else measure.domain.capitalize()
