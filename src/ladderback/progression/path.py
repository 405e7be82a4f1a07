"""Where on the programme the log has brought this person: week, next session, and the level of every exercise.

Read from the first line to the last each time; nothing is kept between two answers, so a corrected line corrects all
that came after it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import zip_longest

from ladderback.evidence import book
from ladderback.intake.events import Trained, TrainedItem
from ladderback.programme.values import Item
from ladderback.progression.grading import Went, exercise_went
from ladderback.progression.log import Log
from ladderback.progression.numbers import number, say
from ladderback.progression.plan import Plan, amount_allowed, rounded_down
from ladderback.progression.response import Response, response_to
from ladderback.progression.values import Level


class Lane:
    """One exercise on its way: the week whose amount was earned, good sessions running, rungs below the plan."""

    __slots__ = ("because", "could_not", "load", "offset", "running", "week")

    def __init__(self, week: int) -> None:
        self.week, self.running, self.offset, self.could_not = week, 0, 0, 0
        self.load: float | None = None
        self.because = ""

    def lower(self, because: str) -> None:
        """One rung down, and the good sessions are counted anew."""
        self.offset, self.because = max(self.offset - 1, -int(number("rungs_down_most"))), because
        self.running = self.could_not = 0

    def recover(self) -> None:
        """One rung up again; the load follows the plan again."""
        self.offset, self.running, self.load = self.offset + 1, 0, None


class Path:
    """The way through the programme as the log tells it."""

    def __init__(self, log: Log, plan: Plan, *, quota: bool, known_sites: frozenset[str]) -> None:
        """Walks through all trainings of the log, each with what followed it."""
        self.log, self.plan, self.quota = log, plan, quota
        self.week, self.running, self.silent_days = 1, 0, 0
        self.counts: Counter[tuple[int, int]] = Counter()
        self.lanes: dict[str, Lane] = {}
        self.last = Response(grade="unknown")
        self.last_went: dict[str, Went] = {}
        self.last_whole = False
        self._sites = set(known_sites)
        self._unread_sites = _sites_by_time(log)
        self._previous: date | None = None
        self.pain_rises = self.paused = False
        for training, following in zip_longest(log.trained, log.trained[1:]):
            self._take(training, following)
        self._arrive(log.on)

    @property
    def session(self) -> int:
        """The planned session of this week that was done least often, the earliest first."""
        numbers = self.plan.numbers.get(self.week, (1,))
        return min(numbers, key=lambda n: (self.counts[self.week, n], n))

    @property
    def may_rise(self) -> bool:
        """Whether anything may rise: all was done, and the day after was well (by quota: was not worse).

        Never while `paused`: in a flare-up, or while a safety question comes first.
        """
        if self.paused or not self.last_whole:
            return False
        if self.quota:
            return self.last.grade != "down"
        return self.last.grade == "good" and not self.pain_rises

    def level(self, exercise: str, week: int) -> Level:
        """The level at which an exercise may stand in a session of a week."""
        lane = self.lanes.get(exercise)
        if lane is None:
            return Level(as_in_week=self.plan.week_with(exercise, 0))
        earned = self.may_rise and lane.running >= number("good_sessions_running")
        ready, recovers = earned and lane.offset == 0, earned and lane.offset < 0
        return Level(
            offset=lane.offset + recovers,
            as_in_week=self.plan.week_with(exercise, min(week, lane.week + 1 if ready else lane.week)),
            load_at_most=None if recovers else _load_at_most(exercise, lane.load, ready),
            ready=ready,
            trained=True,
            because=lane.because,
        )

    def _take(self, training: Trained, following: Trained | None) -> None:
        """One training and what followed it."""
        self._arrive(training.at.date())
        self._learn_sites(training.at)
        week, session = self._placed(training)
        stage = self.plan.stage(week) if following else min(self.plan.stage(week), self.plan.stage_today)
        asked = {line.exercise: self.level(line.exercise, week) for line in training.items}
        went = dict(self._graded(training, (week, session), stage, asked))
        response = response_to(self.log, training, following, stage=stage, known_sites=frozenset(self._sites))
        self.last, self.last_went, self._previous = response, went, training.at.date()
        self.last_whole = bool(went) and all(one.done and one.grade != "down" for one in went.values())
        good = _is_enough(went) and (response.grade == "good" or (self.quota and not response.new_sites))
        self.running = self.running + 1 if good else 0
        self.counts[week, session] += 1
        for name, one in went.items():
            self._move(name, one, asked[name], week)
        for name in self._left_out(week, session):
            self.lanes[name].running = 0
        if self._week_is_passed() or (week > self.week and good):
            self.week = min(self.week + 1, self.plan.last_week)

    def _placed(self, training: Trained) -> tuple[int, int]:
        """Which planned session it was. Why: a higher week in the log moves the place by one week at most, and only
        when it went well; a lower one leaves the place and lowers the amounts."""
        if training.session is None:
            return self.week, self.session
        return min(training.session.week, self.plan.last_week), training.session.number

    def _week_is_passed(self) -> bool:
        """Each session of the week was done, and the last sessions went well running."""
        numbers = self.plan.numbers.get(self.week, ())
        complete = bool(numbers) and all(self.counts[self.week, n] for n in numbers)
        return complete and self.running >= number("good_sessions_running")

    def _graded(
        self, training: Trained, place: tuple[int, int], stage: int, levels: dict[str, Level]
    ) -> Iterator[tuple[str, Went]]:
        lines: dict[str, list[TrainedItem]] = {}
        for line in training.items:
            lines.setdefault(line.exercise, []).append(line)
        for name, logged in lines.items():
            asked = [amount_allowed(item, levels[name], self.plan) for item in self._items(name, *place)]
            yield name, exercise_went(logged, asked, training, stage=stage, quota=self.quota)

    def _items(self, exercise: str, week: int, session: int) -> list[Item]:
        plan = self.plan.sessions.get((week, session))
        return [item for item in plan.items if item.exercise == exercise] if plan else []

    def _left_out(self, week: int, session: int) -> list[str]:
        """Exercises that were asked for before and now, and are not in the log of this training."""
        plan = self.plan.sessions.get((week, session))
        asked = {item.exercise for item in plan.items} if plan else set()
        return sorted((asked & self.lanes.keys()) - self.last_went.keys())

    def _move(self, name: str, went: Went, asked: Level, week: int) -> None:
        """Moves one exercise by how it went and by the day after."""
        lane = self.lanes.setdefault(name, Lane(week))
        if asked.offset > lane.offset:
            lane.recover()
        lane.week, lane.because = asked.as_in_week or week, went.because
        lane.load = lane.load if went.load_kg is None else went.load_kg
        lane.could_not = lane.could_not + 1 if went.could_not else 0
        decides = not self.quota or bool(self.last.new_sites)
        well = went.grade == "good" and (self.last.grade == "good" or not decides)
        lane.running = lane.running + 1 if well else 0
        if went.grade == "down":
            lane.lower(went.because)
        elif self.last.grade == "down" and decides and name in self._suspects():
            lane.lower(self.last.because[0])
        elif lane.could_not >= number("good_sessions_running"):
            lane.lower(say("item", "could_not_twice"))

    def _suspects(self) -> set[str]:
        """After a worse day: the exercises that hurt most; all of them when none stands out."""
        down = {name for name, one in self.last_went.items() if one.grade == "down"}
        pains = {name: one.pain for name, one in self.last_went.items() if one.pain is not None}
        most = max(pains.values(), default=0)
        loudest = {name for name, pain in pains.items() if pain == most > 0}
        return down or loudest or set(self.last_went)

    def _arrive(self, day: date) -> None:
        """After a long silence the way goes on a week earlier, after a very long one at the start."""
        self.pain_rises = _pain_rises(self.log, day) if self.plan.stage(self.week) > 2 else False
        self.silent_days = (day - self._previous).days if self._previous else 0
        if self.silent_days <= number("gap_days"):
            return
        restart = self.silent_days > number("gap_restart_days")
        self.week, self.running = 1 if restart else max(1, self.week - 1), 0
        self.counts = Counter({place: n for place, n in self.counts.items() if place[0] < self.week})
        for lane in self.lanes.values():
            lane.running, lane.week = 0, min(lane.week, self.week)

    def _learn_sites(self, at: datetime) -> None:
        while self._unread_sites and self._unread_sites[0][0] < at:
            self._sites.update(self._unread_sites.pop(0)[1])


def _is_enough(went: dict[str, Went]) -> bool:
    """A session counts when most of it was done inside the pain rule; what was not goes down or waits by itself."""
    fine = sum(one.done and one.grade != "down" for one in went.values())
    return bool(went) and fine >= number("session_done_share") * len(went)


def _load_at_most(exercise: str, load: float | None, ready: bool) -> float | None:
    """The load of last time, one step more when that was earned [kg]."""
    if load is None or not ready:
        return load
    record, unit = book().exercises.get(exercise), book().number("load_rounding_kg")
    percent = record.load.step_percent if record and record.load else 0.0
    return rounded_down(load + max(unit, load * percent / 100))


def _pain_rises(log: Log, day: date) -> bool:
    """Whether the mean pain of a week lies clearly above that of the week before. Source: SILBER2007."""
    this, before = log.mean_of_days(day, 7), log.mean_of_days(day - timedelta(days=7), 7)
    least = number("week_on_week_readings")
    if this is None or before is None or min(this[1], before[1]) < least:
        return False
    return this[0] - before[0] >= number("week_on_week_rise")


def _sites_by_time(log: Log) -> list[tuple[datetime, tuple[str, ...]]]:
    mornings = [(one.at, one.sites) for one in log.mornings if one.sites]
    return sorted(mornings + [(one.at, one.sites) for one in log.check_ins if one.sites])
