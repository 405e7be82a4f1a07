"""What the next step is and why: up, hold, down, the flare-up plan, back to triage, or look elsewhere."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from msgspec import Struct, field

Step = Literal["up", "hold", "down", "flare_up", "back_to_triage", "look_elsewhere"]
DoseStep = Literal["up", "hold", "down"]
Back = Literal["safety", "adverse", "both_legs", "flare_lasts"]
Grade = Literal["good", "hold", "down", "unknown"]


class Level(Struct, frozen=True, kw_only=True):
    """How far one exercise stands from the plan, counted from the log.

    `offset`: rungs below the planned amount (0, -1, -2). `as_in_week`: the week whose amount holds; None where the
    exercise was not trained yet and starts as planned. `load_at_most`: what was in the hands last time [kg], when less.
    `trained`: it stands in the log. `ready`: it went well often enough for the next step, also to its harder neighbour.
    """

    offset: int = 0
    as_in_week: int | None = None
    load_at_most: float | None = None
    ready: bool = False
    trained: bool = False
    because: str = ""


class FlareUp(Struct, frozen=True, kw_only=True):
    """Where in the flare-up plan the person is: day of the plan, what it says, how much is done [share of the plan].

    `provoked_by` are exercises that wait; `over_on` is the first day of the usual plan.
    """

    day: int
    since: date
    title: str
    say: str
    share: float
    effort_most: float | None
    provoked_by: tuple[str, ...]
    over_on: date
    signs: tuple[str, ...]


class Relief(Struct, frozen=True, kw_only=True):
    """How long hands-on work helped, entry by entry [hours]; `half_time` is the median of what lasted by the log.

    An entry whose gain is smaller than the measurement error of the scale starts no half-time: it counts in
    `too_small`. `growing` and `short` are None while there are too few entries to say.
    """

    technique: str
    hours: tuple[float, ...]
    too_small: int
    not_followed: int
    growing: bool | None
    short: bool | None
    half_time: float | None


class PainRule(Struct, frozen=True, kw_only=True):
    """Which pain rule holds today and the sentence for the person."""

    stage_number: int
    deciding: Literal["pain", "quota"]
    title: str
    say: str


class NextStep(Struct, frozen=True, kw_only=True):
    """The answer of the day after. `step` is the headline, `dose` what happens to the amounts.

    `week` and `session` name the planned session that is next; `levels` hold every exercise that was trained or that
    stands in that week; `back` says what sends the person back to triage. Everything is counted from the log.
    """

    step: Step
    dose: DoseStep
    because: tuple[str, ...]
    week: int
    session: int
    levels: dict[str, Level] = field(default_factory=dict)
    flare_up: FlareUp | None = None
    come_back_if: tuple[str, ...] = ()
    come_back_on: date | None = None
    pain_rule: PainRule
    trained: int = 0
    last_trained: datetime | None = None
    usual_pain: float | None = None
    look_elsewhere: tuple[str, ...] = ()
    back: tuple[Back, ...] = ()

    @property
    def deciding(self) -> Literal["pain", "quota"]:
        """What decides the amount: the pain, or quotas set beforehand."""
        return self.pain_rule.deciding
