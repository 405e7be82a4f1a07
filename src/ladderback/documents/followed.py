"""What was followed over time, as the plots take it: measures week by week, and pain after hands-on work."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from ladderback.documents.facts import Followed
from ladderback.documents.plots import values as plots
from ladderback.documents.wording import capital, in_words, label
from ladderback.evidence import book
from ladderback.intake.events import GoalSet, HandsOn
from ladderback.outcomes.values import Change, Durability, Review
from ladderback.progression.log import Log, Reading

SCALES = {"psfs": (0.0, 10.0)}  # of single activities; other measures carry their own
MOST_COURSES, MOST_TECHNIQUES, MOST_HOURS = 3, 6, 72.0
FIRST = ("nprs", "psfs")  # pain and function stand first


def course_values(followed: Followed, review: Review, log: Log) -> plots.CourseValues:
    """Every measure of the review that has a scale and more than one value, pain first."""
    found = [_course(followed, one, log) for one in review.changes]
    courses = sorted((one for one in found if one is not None), key=lambda one: _place(one[0]))
    weeks = max((_week(followed, one.at) for one in log.events), default=0.0)
    return plots.CourseValues(courses=tuple(one for _, one in courses[:MOST_COURSES]), weeks=max(weeks, 1.0))


def _place(measure: str) -> tuple[int, str]:
    name = measure.partition(":")[0]
    return (FIRST.index(name) if name in FIRST else len(FIRST), measure)


def _course(followed: Followed, change: Change, log: Log) -> tuple[str, plots.Course] | None:
    """One measure with its scale, its values and the lines of the review; None where it has no scale."""
    name, _, task = change.measure.partition(":")
    known = book().measures.get(name)
    low, high = SCALES["psfs"] if task else (known.lowest, known.highest) if known else (None, None)
    if isinstance(change.from_, str) or isinstance(change.to, str) or known is None or low is None or high is None:
        return None
    moments = _distinct([plots.Moment(week=0.0, value=float(change.from_)), *_moments(followed, name, task, log)])
    if len(moments) < 2 or not all(low <= one.value <= high for one in moments):
        return None
    said = capital(label("task", task)) if task else label("measure", name)
    return change.measure, plots.Course(
        name=said, low=low, high=high, better="more" if known.better == "higher" else "less", moments=moments,
        mdc=change.mdc, mcid=change.mcid, status=change.status,
    )  # fmt: skip


def _moments(followed: Followed, name: str, task: str, log: Log) -> Iterator[plots.Moment]:
    """The values after the first one: pain as means of weeks, the rest as it was told."""
    if name == "nprs":
        yield from _weekly(followed, log.readings)
        return
    for one in log.events:
        if task and isinstance(one, GoalSet) and one.task == task and one.ability is not None:
            yield plots.Moment(week=_week(followed, one.at), value=float(one.ability))
    if not task:
        for measured in log.measured:
            if measured.measure == name:
                yield plots.Moment(week=_week(followed, measured.at), value=float(measured.value))


def _weekly(followed: Followed, readings: Sequence[Reading]) -> Iterator[plots.Moment]:
    weeks: dict[int, list[float]] = {}
    for one in readings:
        weeks.setdefault(int(_week(followed, one.at)) + 1, []).append(one.pain)
    for week, pains in sorted(weeks.items()):
        yield plots.Moment(week=float(week), value=round(sum(pains) / len(pains), 1))


def _week(followed: Followed, at: datetime) -> float:
    return max(0.0, round((at.date() - followed.told.taken_on).days / 7, 2))


def _distinct(moments: list[plots.Moment]) -> tuple[plots.Moment, ...]:
    """One value a moment: the latest that was told."""
    kept = {one.week: one for one in moments}
    return tuple(kept[week] for week in sorted(kept))


def relief_values(review: Review, log: Log) -> plots.ReliefValues:
    """The latest time of each technique with pain before and after, and what was written down in the hours after."""
    latest = {one.technique: one for one in log.hands_on if None not in (one.pain_before, one.pain_after)}
    spans = {one.technique: one for one in review.durability}
    found = (_technique(one, spans.get(name), log) for name, one in sorted(latest.items()))
    return plots.ReliefValues(techniques=tuple(found)[:MOST_TECHNIQUES])


def _technique(entry: HandsOn, span: Durability | None, log: Log) -> plots.Technique:
    before, after = float(entry.pain_before or 0.0), float(entry.pain_after or 0.0)
    hours = {0.0: after}
    if entry.relief_hours:
        hours[float(entry.relief_hours)] = (before + after) / 2  # as told: by then half of the gain had gone
    for one in log.after(entry.at):
        later = round((one.at - entry.at).total_seconds() / 3600, 1)
        if 0 < later <= MOST_HOURS and not _again(entry, one, log):
            hours.setdefault(later, float(one.pain))
    points = tuple(plots.HourAfter(hours=at, pain=hours[at]) for at in sorted(hours))
    half = span.half_time if span is not None else None
    return plots.Technique(
        name=capital(in_words(entry.technique)), before=before, after=points, half_time=half,
        error=book().measures["nprs"].mdc,
    )  # fmt: skip


def _again(entry: HandsOn, reading: Reading, log: Log) -> bool:
    """Whether hands were laid on once more before a reading."""
    return any(entry.at < other.at <= reading.at for other in log.hands_on)
