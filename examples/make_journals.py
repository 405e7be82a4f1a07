"""Writes the example journals: the stories are told here, the exercises are those of each day's session.

Run it when the programmes of the example people have changed, so that their journals speak of the same exercises:

    .venv/bin/python examples/make_journals.py
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

from ladderback import intake
from ladderback.pathway import Walk
from ladderback.pathway.today import todays_training
from ladderback.programme.values import Item, SessionPlan

HERE = Path(__file__).parent
MORNING, AFTER_A_NIGHT, NOON, EVENING = "07:40", "07:30", "12:30", "18:10"


class Story:
    """One person's journal, told day by day; day 0 is the day of the case."""

    def __init__(self, case: str, number: int) -> None:
        path = HERE / "cases" / f"{case}.toml"
        self.case, self.number, self.lines = case, number, list[dict[str, Any]]()
        self.record = intake.read(path.read_bytes(), path.name)

    def tell(self, day: int, at: str, event: str, **keys: Any) -> None:
        """One line; keys without an answer are left out."""
        moment = f"{self.record.taken_on + timedelta(days=day)}T{at}+00:00"
        name = f"5b0e7c1a-{self.number:04d}-4a00-8000-{len(self.lines) + 1:012d}"
        given = {key: value for key, value in keys.items() if value is not None}
        self.lines.append({"at": moment, "id": name, "event": event} | given)

    def check_in(self, day: int, pain: float, **keys: Any) -> None:
        """How the person arrives; nothing new among the safety questions."""
        self.tell(day, MORNING, "check_in", pain_now=pain, nothing_new=True, **keys)

    def trained(self, day: int, pain: float, **how: Any) -> None:
        """The session of that day as it was done: in full, or `part` of it, or with the last exercise cut `short`."""
        plan = self.session_of(day)
        items = [done(item, pain, how.get("part", 1.0)) for item in plan.items]
        if "short" in how:
            items[-1] |= {"stopped": how["short"]}
        told = {"week": plan.week, "number": plan.session}
        keys = {"session": told, "pain_before": pain, "items": items, "pain_after": how.get("after", pain)}
        self.tell(day, EVENING, "trained", **keys, minutes=plan.minutes)

    def session_of(self, day: int) -> SessionPlan:
        """What the journal so far makes of the session of that day."""
        journal = intake.read_journal(self.text().encode(), self.case)
        walk = Walk(self.record, journal, self.record.taken_on + timedelta(days=day))
        made = todays_training(walk)
        if made is None or made.session is None:
            raise SystemExit(f"{self.case}: nobody trains on day {day}; tell the story another way")
        return made.session

    def day_after(self, day: int, pain: float, vs_usual: float = 0, settled: bool = True) -> None:
        """The next morning."""
        self.tell(day, AFTER_A_NIGHT, "day_after", pain=pain, vs_usual=vs_usual, settled=settled, sites=["low_back"])

    def walked(self, days: tuple[int, ...], minutes: float) -> None:
        """Walks of so many minutes."""
        for day in days:
            self.tell(day, NOON, "walked", minutes=minutes)

    def measured(self, day: int, **values: float) -> None:
        """Outcome measures of one day."""
        for measure, value in values.items():
            self.tell(day, "10:20", "measured", measure=measure, value=value)

    def tested(self, day: int, **tests: Any) -> None:
        """Clinical tests of one day."""
        self.tell(day, "10:00", "clinical_test", tests=tests, by="trainer")

    def text(self) -> str:
        """The lines so far, in the order in which they happened."""
        ordered = sorted(self.lines, key=lambda line: (line["at"], line["id"]))
        return "".join(json.dumps(line) + "\n" for line in ordered)

    def write(self) -> None:
        """Writes the journal."""
        page = HERE / "journals" / f"{self.case}.jsonl"
        page.parent.mkdir(exist_ok=True)
        page.write_text(self.text(), encoding="utf-8")


def done(item: Item, pain: float, part: float) -> dict[str, Any]:
    """One exercise as it was done."""
    found: dict[str, Any] = {"exercise": item.exercise, "side": item.side, "load_kg": item.load_kg}
    if item.reps and not item.hold_s:
        found["reps"] = [max(round(item.reps * part), 1)] * item.sets
    elif item.hold_s:
        found["hold_s"] = [max(round(item.hold_s * part), 5)] * item.sets * (item.reps or 1)
    elif item.duration_minutes:
        found["minutes"] = item.duration_minutes
    return found | {"pain_during": pain, "effort": item.effort_rpe, "stopped": None}


def socks(one: Story) -> None:
    """Three weeks; a long drive in the second stirs it up; at the end the hips bend further."""
    for day in (1, 3, 5):
        one.check_in(day, 2, sleep="good")
        one.trained(day, 2)
        one.day_after(day + 1, 2)
    one.walked((1, 2, 4, 6, 8, 9, 11, 14), 15)
    one.check_in(8, 2, sleep="fair")
    one.trained(8, 2, short="time")
    one.day_after(9, 2)
    one.check_in(10, 2, sleep="good")
    one.trained(10, 2)
    one.day_after(11, 3, 1)
    one.check_in(12, 5, sleep="poor", worse_with=["sitting", "bend_forward"], what_happened="six hours of driving")
    one.trained(12, 5, after=4, part=0.5)
    one.day_after(13, 4, 2, settled=False)
    one.day_after(14, 3, 1)
    for day, pain in ((15, 2), (17, 2), (19, 1)):
        one.check_in(day, pain, sleep="good")
        one.trained(day, pain, after=1)
        one.day_after(day + 1, pain)
    one.walked((15, 16, 18, 19, 20), 17)
    one.tested(20, hip_flex_prom={"left": 103, "right": 101})
    one.measured(20, psfs=6.5, nprs=2)
    one.check_in(22, 1, sleep="good")


def gardening(one: Story) -> None:
    """An acute episode that settles in two weeks."""
    for day, pain in ((1, 3), (3, 3), (5, 2), (8, 2), (10, 1), (12, 1)):
        one.check_in(day, pain, sleep="good")
        one.trained(day, pain)
        one.day_after(day + 1, max(pain - 1, 1))
    one.walked((1, 2, 3, 4, 5, 6), 10)
    one.walked((8, 9, 11, 12, 13), 14)
    one.tested(13, mct_waiter="pass")
    one.measured(13, psfs=6, nprs=1)
    one.check_in(15, 1, sleep="good")


def deconditioned(one: Story) -> None:
    """Four weeks with the pressure taken each time; one session missed; mass and legs measured again."""
    pressures = ((146, 90), (150, 92), (144, 88), (142, 90), (148, 91), (140, 86))
    for count, day in enumerate((1, 3, 5, 8, 10, 15, 17, 19, 22, 24, 26)):
        pain, (upper, lower) = 3 if day < 14 else 2, pressures[count % len(pressures)]
        one.check_in(day, pain, sleep="fair", systolic_mmhg=upper, diastolic_mmhg=lower)
        one.trained(day, pain)
        one.day_after(day + 1, pain)
    for week, mass in enumerate((98.4, 98.0, 97.1, 96.5), 1):
        one.walked(tuple((week - 1) * 7 + day for day in (0, 2, 4, 6)), 10 + 2 * week)
        one.measured(week * 7 - 1, body_mass=mass)
    one.tested(27, chair30=12, sixmwt=452)
    one.measured(27, psfs=5)
    one.check_in(29, 2, sleep="fair", systolic_mmhg=142, diastolic_mmhg=88)


def chronic(one: Story) -> None:
    """Quotas kept in good and in bad days; a flare-up in the third week."""
    for day, pain in ((1, 6), (3, 6), (5, 7), (8, 6), (10, 5), (12, 6), (15, 6)):
        one.check_in(day, pain, sleep="poor" if pain > 6 else "fair")
        one.trained(day, pain)
        one.day_after(day + 1, 6)
    one.walked((1, 2, 4, 6, 8, 9, 11, 13, 15, 19, 20), 6)
    worse = ["standing", "walking", "sitting"]
    one.check_in(17, 8, sleep="poor", worse_with=worse, what_happened="a bad night and an argument at work")
    one.day_after(18, 8, 2, settled=False)
    one.day_after(20, 6)
    one.measured(20, psfs=2, phq9=12)
    one.check_in(22, 6, sleep="fair")


STORIES: dict[str, Callable[[Story], None]] = {
    "socks_hip_flexion": socks,
    "gardening_flexion_acute": gardening,
    "deconditioned_weight_goal": deconditioned,
    "chronic_pain_beliefs": chronic,
}

if __name__ == "__main__":
    for number, (case, story) in enumerate(STORIES.items(), 2):
        told = Story(case, number)
        story(told)
        told.write()
