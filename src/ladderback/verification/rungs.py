"""Looks at the rungs of the ladders: named truly, never too heavy, in order, those beyond the task late and bounded.

What a step is, a rung beyond the task or not, by which exercise it is trained and which words of the limits speak of
it, is read from the record of the ladder, not from the plan. A plan without ladders and rungs is as good as before.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct

from ladderback.evidence.ladders import Step
from ladderback.verification.kinds import violation
from ladderback.verification.left_out import words_out
from ladderback.verification.values import Violation
from ladderback.verification.weeks import AnyItem, AnyLadder, AnyRung, Seen, Week, items_of

BEYOND = ("heavier", "awkward", "tired")


class Known(Struct, frozen=True, kw_only=True):
    """A rung of a ladder in the plan, its place, and the step of the record that it stands for."""

    ladder: AnyLadder
    place: int
    rung: AnyRung
    step: Step | None

    @property
    def beyond(self) -> bool:
        """Whether it is beyond the task, by the record or by its own word."""
        return self.rung.kind in BEYOND or (self.step is not None and self.step.kind in BEYOND)

    @property
    def tired(self) -> bool:
        """Whether it is done at the end, tired."""
        return "tired" in (self.rung.kind, self.step.kind if self.step else "")


def look(seen: Seen) -> Iterator[Violation]:
    """Looks at every ladder, then at every item and walk that names a rung."""
    known: dict[str, Known] = {}
    for ladder in seen.ladders:
        way = list(_way(seen, ladder))
        known |= {one.rung.rung: one for one in way}
        yield from _order(seen, ladder, way)
        yield from _beyond(seen, ladder, way)
    highest: dict[str, int] = {}
    for week in seen.weeks:
        yield from _week(seen, week, known, highest)


def _way(seen: Seen, ladder: AnyLadder) -> Iterator[Known]:
    met = set[str]()
    for one in (*ladder.rungs, *ladder.beyond):
        if one.rung not in met:
            met.add(one.rung)
            yield Known(ladder=ladder, place=len(met) - 1, rung=one, step=_step(seen, ladder.task, one.rung))


def _step(seen: Seen, task: str, rung: str) -> Step | None:
    """The step of the record: a rung is named by task, step and amount."""
    name = rung.split(".")
    record = seen.shelf.ladders.get(task)
    if record is None or len(name) < 2 or name[0] != task:
        return None
    return next((one for one in record.steps if one.id == name[1]), None)


def _order(seen: Seen, ladder: AnyLadder, way: list[Known]) -> Iterator[Violation]:
    """Going up, the load on the low back never falls."""
    where, rounding = f"ladder {ladder.task}", seen.shelf.numbers["rung_rounding"]
    for one in way:
        if not (math.isfinite(one.rung.ratio_to_standing) and one.rung.ratio_to_standing > 0 and one.rung.load_kg >= 0):
            yield violation("number", where, one.rung.rung, "a load that cannot be")
        if one.step is None:
            yield violation("rung_unknown", where, one.rung.rung, f"{one.rung.rung} is no step of this ladder's record")
        elif one.rung.exercise and one.rung.exercise != one.step.trained_by:
            said = f"{one.rung.rung} is trained by {one.step.trained_by}, not by {one.rung.exercise}"
            yield violation("rung_exercise", where, one.rung.rung, said)
    for below, above in pairwise(way):
        if above.rung.ratio_to_standing < below.rung.ratio_to_standing - rounding:
            said = f"{above.rung.rung} loads less than {below.rung.rung} below it"
            yield violation("ladder_order", where, above.rung.rung, said)


def _beyond(seen: Seen, ladder: AnyLadder, way: list[Known]) -> Iterator[Violation]:
    """Beyond the task: at most so much more than the task, never tired and heavier together."""
    where, most = f"ladder {ladder.task}", 1 + seen.shelf.numbers["rung_beyond_most"]
    tasks = [one for one in way if one.step is not None and one.step.kind == "task"]
    if not tasks:
        for one in (one for one in way if one.beyond):
            said = f"{one.rung.rung} is beyond a task that is not on the ladder"
            yield violation("rung_beyond_heavy", where, one.rung.rung, said)
        return
    ratio = max(one.rung.ratio_to_standing for one in tasks)
    kg = max(one.rung.load_kg for one in tasks)
    for one in way:
        if one.beyond and one.rung.ratio_to_standing > ratio * most + seen.shelf.numbers["rung_rounding"]:
            said = f"{one.rung.rung} loads {one.rung.ratio_to_standing / ratio - 1:.0%} more than the task"
            yield violation("rung_beyond_heavy", where, one.rung.rung, said)
        if one.tired and one.rung.load_kg > kg:
            said = f"{one.rung.rung} is tired and heavier together"
            yield violation("rung_tired_heavy", where, one.rung.rung, said)


def _week(seen: Seen, week: Week, known: dict[str, Known], highest: dict[str, int]) -> Iterator[Violation]:
    now: dict[str, int] = {}
    for session in week.sessions:
        for number, item in enumerate(items_of(session), 1):
            if item.rung:
                where = f"week {week.number} session {session.session} item {number}"
                yield from _item(seen, week, item, known, where)
                _climb(known.get(item.rung), now)
    for walk in week.walking:
        if walk.rung and walk.rung not in known:
            yield violation("rung_unknown", f"week {week.number} walking", walk.rung, f"{walk.rung} is on no ladder")
        _climb(known.get(walk.rung), now)
    flares = {one.task for one in seen.ladders if one.flare_up}
    for task, place in now.items():
        if place < highest.get(task, 0) and task not in flares:
            said = "the highest rung of the week is lower than before, and nothing flared up"
            yield violation("rung_falls", f"week {week.number}", task, said)
        highest[task] = max(place, highest.get(task, 0))


def _climb(one: Known | None, now: dict[str, int]) -> None:
    if one is not None:
        now[one.ladder.task] = max(one.place, now.get(one.ladder.task, 0))


def _item(seen: Seen, week: Week, item: AnyItem, known: dict[str, Known], where: str) -> Iterator[Violation]:
    one = known.get(item.rung)
    if one is None or one.step is None:
        yield violation("rung_unknown", where, item.rung, f"{item.rung} is on no ladder of this plan")
        return
    if item.exercise not in (one.step.trained_by,) or item.exercise != one.rung.exercise:
        said = f"{item.rung} is trained by {one.step.trained_by}, not by {item.exercise}"
        yield violation("rung_exercise", where, item.rung, said)
    exercise = seen.shelf.exercises.get(item.exercise)
    if exercise is not None and exercise.sided and one.rung.side and item.side not in (None, one.rung.side):
        yield violation("rung_exercise", where, item.rung, f"the rung is to the {one.rung.side}")
    if (item.load_kg or 0.0) > one.rung.load_kg + 1e-9 and exercise is not None and exercise.load is not None:
        said = f"{item.load_kg:g} kg, the rung asks for {one.rung.load_kg:g} kg"
        yield violation("rung_load", where, item.rung, said)
    if one.beyond and week.stage != seen.shelf.numbers["rung_stage_beyond"]:
        said = f"{item.rung} is beyond the task and stands at stage {week.stage}"
        yield violation("rung_beyond_early", where, item.rung, said)
    yield from _against_a_limit(seen, week, one, where)


def _against_a_limit(seen: Seen, week: Week, one: Known, where: str) -> Iterator[Violation]:
    """No rung against a limit: also by the words that the record of the step adds to those of its exercise."""
    step = one.step
    if step is None:
        return
    exercise = seen.shelf.exercises.get(step.trained_by)
    words = {*step.tags, step.movement}
    if exercise is not None:
        words |= {*exercise.all_tags, exercise.movement, exercise.id, f"group:{exercise.group}"}
        words |= {f"position:{exercise.position}", *(f"target:{one}" for one in exercise.targets)}
    for rule, forbidden, exempt in words_out(seen.person, week.rows, seen.shelf, week.number, week.stage):
        if words & forbidden and not words & exempt:
            yield violation("rung_limit", where, rule, f"{one.rung.rung} is left out by {rule}")
