"""Writes what happens to a simulated person over weeks, line by line, as a practice would."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from msgspec import json

from ladderback.evidence import book
from ladderback.programme.values import Composed, Item, Programme, SessionPlan
from ladderback.simulate.course import Course
from ladderback.simulate.figures import Draw, clipped, figure
from ladderback.simulate.traits import Traits
from ladderback.triage.values import TriageDecision

Line = dict[str, Any]
MORNING, NOON, EVENING = time(7, 30), time(12, 15), time(18, 0)
RETEST_EVERY = 4  # weeks
TECHNIQUES = ("massage", "dry_needling", "manipulation", "mobilisation", "heat", "acupuncture", "taping")
HAPPENED = ("gardening", "a long drive", "a bad night", "moving house", "nothing special", "a day at the desk")
ALARMS = ("saddle_numbness", "urinary_retention", "leg_weakness_new", "fever")


class Pen:
    """Keeps the lines and gives each its time and its identifier."""

    def __init__(self, draw: Draw, first: date) -> None:
        self.draw, self.first, self.lines = draw, first, list[Line]()

    def write(self, day: int, at: time, event: str, **keys: Any) -> Line:
        """One line; keys without an answer are left out."""
        moment = datetime.combine(self.first + timedelta(days=day), at, UTC) + timedelta(minutes=self.draw.whole(0, 50))
        line = {
            "at": moment.isoformat(timespec="minutes"),
            "id": str(UUID(int=self.draw.bits(), version=4)),
            "event": event,
        }
        line |= {key: value for key, value in keys.items() if value is not None}
        self.lines.append(line)
        return line


def lines(draw: Draw, traits: Traits, case: Mapping[str, Any], weeks: int) -> list[Line]:
    """A journal over weeks: trainings, days after, walks, hands-on work, re-tests; or what became of a hold."""
    from ladderback import intake
    from ladderback.pathway import Walk

    first = date.fromisoformat(case["taken_on"])
    walk = Walk(intake.read(json.encode(case), "simulated"), None, first)
    episode = case["episode"]
    pain = float(episode.get("pain_average", episode.get("pain_now", 4)))
    course = Course(draw, traits, pain, int(episode.get("duration_days", 100)))
    pen = Pen(draw, first)
    if not walk.decision.may_train:
        _on_hold(pen, course, walk.decision, weeks)
    elif isinstance(walk.composed, Composed):
        _training(pen, course, walk.composed.programme, case, weeks)
    return _as_it_arrives(draw, pen.lines)


def _training(pen: Pen, course: Course, programme: Programme, case: Mapping[str, Any], weeks: int) -> None:
    hands_on = pen.draw.chance(figure("relief.share"))
    for week in range(1, weeks + 1):
        planned = [one for one in programme.sessions if one.week == min(week, programme.weeks)]
        _one_week(pen, course, planned, week)
        _walks(pen, programme, week)
        if hands_on and pen.draw.chance(figure("relief.weekly")):
            _hands_on(pen, course, week)
        if week % RETEST_EVERY == 0:
            _measured_again(pen, course, case, week)


def _one_week(pen: Pen, course: Course, planned: list[SessionPlan], week: int) -> None:
    """Seven days: the sessions lie as far apart as they can."""
    days = {round(number * 7 / max(len(planned), 1)): plan for number, plan in enumerate(planned)}
    for weekday in range(7):
        day = (week - 1) * 7 + weekday
        pain = course.next_day(day)
        _alarm(pen, day)
        if weekday in days and pen.draw.chance(course.adherence):
            _one_session(pen, course, days[weekday], day, pain)
        elif course.in_flare and pen.draw.chance(0.5):
            _check_in(pen, course, day, pain)


def _alarm(pen: Pen, day: int) -> None:
    if pen.draw.chance(figure("alarm.per_week") / 7):
        pen.write(day, MORNING, "check_in", pain_now=7, safety={pen.draw.one_of(ALARMS): True})


def _check_in(pen: Pen, course: Course, day: int, pain: float) -> None:
    worse = ["sitting"] if course.in_flare else []
    what = pen.draw.one_of(HAPPENED) if course.in_flare else None
    sleep = pen.draw.one_of(("good", "fair", "poor"))
    pen.write(
        day,
        MORNING,
        "check_in",
        pain_now=pain,
        sleep=sleep,
        worse_with=worse or None,
        what_happened=what,
        nothing_new=True,
    )


def _one_session(pen: Pen, course: Course, plan: SessionPlan, day: int, pain: float) -> None:
    if pen.draw.chance(figure("check_in.share")):
        _check_in(pen, course, day, pain)
    effort = max((item.effort_rpe for item in plan.items), default=3.0)
    vs_usual = course.trained(effort)
    items = [_done(pen.draw, item, pain) for item in plan.items]
    session = {"week": plan.week, "number": plan.session}
    after = clipped(pain + pen.draw.whole(-1, 1), 0, 10)
    pen.write(day, EVENING, "trained", session=session, pain_before=pain, items=items, pain_after=after)
    if pen.draw.chance(figure("day_after.share")):
        felt = clipped(pain + vs_usual, 0, 10)
        pen.write(
            day + 1, MORNING, "day_after", pain=felt, vs_usual=vs_usual, settled=vs_usual <= 1, sites=["low_back"]
        )


def _done(draw: Draw, item: Item, pain: float) -> Line:
    """One exercise as it was done: in full by most, cut short by some."""
    full = draw.chance(figure("adherence.in_session"))
    last = 1.0 if full else draw.between(0.3, 0.9)
    found: Line = {"exercise": item.exercise, "side": item.side, "load_kg": item.load_kg, "effort": item.effort_rpe}
    if item.reps:
        found["reps"] = [item.reps] * (item.sets - 1) + [round(item.reps * last)]
    elif item.hold_s:
        found["hold_s"] = [item.hold_s] * (item.sets - 1) + [round(item.hold_s * last)]
    elif item.duration_minutes:
        found["minutes"] = round(item.duration_minutes * last, 1)
    found["pain_during"] = clipped(pain + draw.whole(-1, 1), 0, 10)
    found["stopped"] = None if full else draw.one_of(("pain", "time", "could_not"))
    return found


def _walks(pen: Pen, programme: Programme, week: int) -> None:
    planned = [one for one in programme.walking if one.week == min(week, programme.weeks)]
    for one in planned:
        for number in range(one.times_per_week):
            if pen.draw.chance(figure("walk.share")):
                day = (week - 1) * 7 + min(number, 6)
                pen.write(
                    day,
                    NOON,
                    "walked",
                    minutes=round(one.minutes * pen.draw.between(figure("walk.least"), figure("walk.most"))),
                )


def _hands_on(pen: Pen, course: Course, week: int) -> None:
    before = round(course.expected(week))
    after = round(clipped(before - figure("relief.drop") * pen.draw.between(0.3, 1.4), 0, 10))
    pen.write(
        (week - 1) * 7 + 3, EVENING, "hands_on", technique=pen.draw.one_of(TECHNIQUES), region="low_back",
        by="physiotherapist", pain_before=before, pain_after=after, relief_hours=course.relief_hours(),
    )  # fmt: skip


def _measured_again(pen: Pen, course: Course, case: Mapping[str, Any], week: int) -> None:
    day = week * 7 - 1
    pen.write(day, NOON, "measured", measure="nprs", value=round(course.expected(week)))
    first = [goal["ability"] for goal in case.get("goals", []) if "ability" in goal]
    if first:
        now = (
            sum(first) / len(first)
            + figure("gain.psfs_per_week") * week * course.adherence
            + figure("psfs.noise") * pen.draw.normal()
        )
        pen.write(day, NOON, "measured", measure="psfs", value=round(clipped(now, 0, 10), 1))
    again = {name: _better(course, name, value, week) for name, value in case.get("tests", {}).items()}
    numbers = {name: value for name, value in again.items() if value is not None}
    chosen = pen.draw.some(sorted(numbers), 4)
    if chosen:
        pen.write(day, NOON, "clinical_test", tests={name: numbers[name] for name in chosen})


def _better(course: Course, name: str, value: Any, week: int) -> Any:
    """A measured value some weeks later; what is not a number is not measured again."""
    if isinstance(value, dict):
        sides = {side: _better(course, name, value[side], week) for side in ("left", "right") if side in value}
        extra = {key: value[key] for key in ("position", "instrument") if key in value}
        return None if None in sides.values() else sides | extra
    if isinstance(value, str):
        return None
    record = book().clinical_tests[name]
    step = abs(value) * course.gain(week) * (1 if record.better == "higher" else -1)
    return round(clipped(value + step, record.lowest or 0, record.highest or 1000), 1)


def _on_hold(pen: Pen, course: Course, decision: TriageDecision, weeks: int) -> None:
    """Most people on hold are sent to somebody; some come back cleared."""
    if not decision.reasons or not pen.draw.chance(figure("hold.referred")):
        return
    first = decision.reasons[0]
    sent = pen.write(
        0, EVENING, "referred", to="physician", by="trainer", urgency=first.urgency, owner="trainer", reached=True
    )
    back = round(clipped(pen.draw.around(figure("hold.cleared_days"), figure("hold.days_spread")), 1, weeks * 7))
    outcome = pen.draw.one_of(("nothing_serious_found", "being_treated", "further_tests"))
    pen.write(back, NOON, "replied", by="physician", of=sent["id"], reached=True, seen=True, outcome=outcome)
    if outcome == "nothing_serious_found" and pen.draw.chance(figure("hold.cleared")):
        rules = sorted({reason.rule for reason in decision.reasons})
        pen.write(back, EVENING, "cleared", clears=rules, by="physician", name="Dr Simulated", note="seen and examined")
    for day in range(back + 1, weeks * 7, 5):
        _check_in(pen, course, day, course.next_day(day))


def _as_it_arrives(draw: Draw, written: list[Line]) -> list[Line]:
    """Lines in the order in which they reach the practice; now and then one twice, or put right later."""
    arrived = sorted(written, key=lambda line: (line["at"], line["id"]))
    trained = [line for line in arrived if line["event"] == "trained"]
    if trained and draw.chance(figure("correction.share")):
        old = draw.one_of(trained)
        better = {key: value for key, value in old.items() if key not in ("id", "at")} | {
            "at": old["at"],
            "pain_after": 2,
        }
        correction = {"event": "corrects", "of": old["id"], "with": draw.asked(figure("correction.replaced"), better)}
        arrived.append({"at": arrived[-1]["at"], "id": str(UUID(int=draw.bits(), version=4)), **correction})
    if arrived and draw.chance(figure("repeat.share")):
        arrived.append(draw.one_of(arrived))
    return arrived
