"""What the log says of the rungs that were tried: passed, repeat or back; and where a flare-up steps back to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta

from msgspec import Struct, field

from ladderback.intake.events import DayAfter, Event, RungTried
from ladderback.ladder.numbers import day_number, number
from ladderback.ladder.values import Try, Verdict


class Rule(Struct, frozen=True, kw_only=True):
    """What a good try is for one person: stage, whether quotas decide and not pain, whether worry counts."""

    stage: int
    quota: bool
    worry: bool

    @property
    def pain_most(self) -> float:
        """Most pain of a good try [0-10]."""
        if self.quota:
            return day_number("pain_stop_most")
        return day_number("pain_green_most_stage_2" if self.stage <= 2 else f"pain_most_stage_{self.stage}")

    @property
    def pain_back(self) -> float:
        """Pain above this steps back [0-10]."""
        return day_number("pain_amber_most_stage_2" if self.stage <= 2 and not self.quota else "pain_stop_most")


class Target(Struct, frozen=True, kw_only=True):
    """What a rung asks for: repetitions (None: time counts), fewer of them `when_afraid`, weight [kg], good tries.

    Why: a try that was made in fear is judged as it was asked then, also when the fear has gone since.
    """

    reps: int | None
    when_afraid: int | None
    kg: float
    tries: int


Place = tuple[int, Target]


class Climb(Struct, kw_only=True):
    """Where the log has brought a person: the rung they are on, good tries and all tries by rung, passed rungs."""

    at: int
    good: dict[int, int] = field(default_factory=dict)
    tried: dict[int, list[Try]] = field(default_factory=dict)
    passed: set[int] = field(default_factory=set)


def climb(
    targets: Sequence[Target], start: int, events: Sequence[Event], where: Mapping[str, Place], rule: Rule
) -> Climb:
    """Follows the tries in the order in which they happened.

    Args:
        where: for each identifier the number of the rung it stands for, and what that try was asked for; identifiers
            that are not in it are of other ladders.
    """
    found = Climb(at=start)
    for event in sorted((one for one in events if isinstance(one, RungTried)), key=lambda one: (one.at, one.id)):
        if event.rung in where:
            index, asked = where[event.rung]
            _take(found, targets, index, _try(event, asked, events, rule))
    return found


def _take(found: Climb, targets: Sequence[Target], index: int, one: Try) -> None:
    found.tried.setdefault(index, []).append(one)
    if one.verdict == "back":
        found.good = {place: count for place, count in found.good.items() if place < index}
        found.passed = {place for place in found.passed if place < index}
        found.at = min(found.at, max(0, index - 1))
    elif one.verdict == "good":
        found.good[index] = found.good.get(index, 0) + 1
        if found.good[index] >= targets[index].tries:
            found.passed.add(index)
            found.at = max(found.at, min(index + 1, len(targets) - 1))


def _try(event: RungTried, target: Target, events: Sequence[Event], rule: Rule) -> Try:
    verdicts = (_done(event, target), _pain(event, rule), _worry(event, rule), *_mornings(event, events, rule))
    verdict: Verdict = "back" if "back" in verdicts else "repeat" if "repeat" in verdicts else "good"
    return Try(
        on=event.at.date(), verdict=verdict, reps=event.reps, load_kg=event.load_kg, pain=event.pain,
        fear_before=event.fear_before, fear_after=event.fear_after,
    )  # fmt: skip


def _done(event: RungTried, target: Target) -> Verdict:
    """All repetitions with the whole weight; what was not written down was not done."""
    afraid = event.fear_before is not None and event.fear_before >= number("fear_high")
    asked = target.when_afraid if afraid else target.reps
    if asked is not None:
        if event.reps is None:
            return "repeat"
        if event.reps < number("back_reps_share") * asked:
            return "back"
        if event.reps < asked:
            return "repeat"
    return "repeat" if target.kg and (event.load_kg is None or event.load_kg < target.kg - 1e-9) else "good"


def _pain(event: RungTried, rule: Rule) -> Verdict:
    if event.pain is None:
        return "repeat"
    if event.pain > rule.pain_back:
        return "back"
    return "good" if event.pain <= rule.pain_most else "repeat"


def _worry(event: RungTried, rule: Rule) -> Verdict:
    """Worry afterwards is small, or half of what it was; nobody who is not afraid is asked."""
    before, after = event.fear_before, event.fear_after
    if before is not None and after is not None and after >= before + number("fear_rise_back"):
        return "back"
    if not rule.worry and after is None:
        return "good"
    if after is None:
        return "repeat"
    eased = before is not None and after <= before * day_number("fear_falls_to_share")
    return "good" if eased or after <= number("fear_pass_most") else "repeat"


def _mornings(event: RungTried, events: Sequence[Event], rule: Rule) -> Iterator[Verdict]:
    """The next morning belongs to the try."""
    until = event.at + timedelta(hours=number("morning_hours"))
    for one in events:
        if isinstance(one, DayAfter) and event.at < one.at <= until and one.vs_usual is not None:
            if one.vs_usual > day_number("day_after_hold_most"):
                yield "back"
            elif one.vs_usual > day_number(f"day_after_up_most_stage_{rule.stage}") and not rule.quota:
                yield "repeat"


def last_easy(found: Climb) -> int:
    """The highest rung below that was passed with little pain and little worry; the lowest one when there is none."""
    easy = [index for index in found.passed if index < found.at and _was_easy(found.tried[index])]
    return max(easy, default=0)


def _was_easy(tries: list[Try]) -> bool:
    good = [one for one in tries if one.verdict == "good"]
    return all(
        (one.pain or 0.0) <= number("easy_pain_most") and (one.fear_after or 0.0) <= number("easy_fear_most")
        for one in good
    )
