"""What a day holds: its hours, the workstation, the lifts. What nobody told is None or named as open, never good."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ladderback.terms.status import Status

Units = Literal["metric", "us"]
Grip = Literal["good", "fair", "poor"]
Duration = Literal["short", "moderate", "long"]
Kind = Literal["sitting", "couch", "bed", "walking", "lifting", "training", "unknown"]
End = Literal["start", "end"]


class HoursOf(Struct, frozen=True, kw_only=True):
    """One part of the day [h]. `from_keys` are the answers it rests on; `at_least` when a part of it was not told."""

    kind: Kind
    label: str
    hours: float
    at_least: bool = False
    from_keys: tuple[str, ...] = ()


class DayHours(Struct, frozen=True, kw_only=True):
    """A day with training in it: the parts add up to 24 h plus what overlaps.

    `unknown` is the time nobody told of; `not_told` the answers that would shrink it. `overlap` [h] is above zero when
    the answers fill more than a day: two of them then speak of the same hours.
    """

    parts: tuple[HoursOf, ...]
    unknown: float
    overlap: float = 0.0
    not_told: tuple[str, ...] = ()
    training_days_a_week: int | None = None

    def hours_of(self, kind: Kind) -> float | None:
        """The hours of one kind [h], or None when nobody told."""
        return next((one.hours for one in self.parts if one.kind == kind), None)


class RosaScore(Struct, frozen=True, kw_only=True):
    """One section of ROSA: the lowest and the highest points that the open answers still allow."""

    part: str
    low: int
    high: int


class RosaFinding(Struct, frozen=True, kw_only=True):
    """A thing that was seen, its points, and the final band if it alone were put right."""

    item: str
    part: str
    points: int
    low_if_fixed: int
    high_if_fixed: int
    say: str


class Rosa(Struct, frozen=True, kw_only=True):
    """The workstation by ROSA: a band from `low` to `high` of 1 to 10, narrow only as far as things were looked at.

    `act` says whether the action level is reached: None while it depends on what was not looked at. `open` are the
    items without an answer; `unclear` are answers that contradict each other or are of the wrong kind, each with what
    was made of it.
    """

    low: int
    high: int
    act: bool | None
    parts: tuple[RosaScore, ...]
    found: tuple[RosaFinding, ...]
    answered: tuple[str, ...]
    open: tuple[str, ...]
    unclear: tuple[str, ...]
    status: Status


class Lift(Struct, frozen=True, kw_only=True):
    """One two-handed lift for the NIOSH equation, in metric [kg, cm] or US units [lb, in]; None = not told.

    `horizontal` ankles to hands, `vertical` floor to hands, both at the end that is looked at; `start_vertical` floor
    to hands at the start when that is another end; `travel` way up or down; twist [degrees]; hours of lifting a day.
    """

    load: float
    horizontal: float | None = None
    vertical: float | None = None
    travel: float | None = None
    twist_deg: float | None = None
    per_minute: float | None = None
    hours: float | None = None
    grip: Grip | None = None
    start_vertical: float | None = None
    units: Units = "metric"


class Factor(Struct, frozen=True, kw_only=True):
    """One multiplier of the equation: exact when low equals high, else the span that the missing answer allows."""

    name: str
    low: float
    high: float
    beyond: bool = False


class LiftingIndex(Struct, frozen=True, kw_only=True, tag="lifting_index"):
    """The answer of the NIOSH equation for one lift.

    `limit_low` to `limit_high` is the recommended weight limit [unit of the lift], `index_low` to `index_high` the
    lifting index; equal when everything needed was told. `index_high` None = no upper end can be named; both None =
    the lift is beyond what the equation advises any weight for (`beyond` says by what). `missing` was not told;
    `taken_as_given` are the conditions of the equation that nobody asked about.
    """

    end: End
    limit_low: float
    limit_high: float
    index_low: float | None
    index_high: float | None
    factors: tuple[Factor, ...]
    missing: tuple[str, ...]
    beyond: tuple[str, ...]
    taken_as_given: tuple[str, ...] = ()
    status: Status

    @property
    def exact(self) -> bool:
        """True when everything the equation needs was told."""
        return not self.missing


class DoesNotApply(Struct, frozen=True, kw_only=True, tag="does_not_apply"):
    """The NIOSH equation is refused for a lift, for these reasons of `niosh_refusals`."""

    reasons: tuple[str, ...]
    because: tuple[str, ...]
    sources: tuple[str, ...]


class LiftDamage(Struct, frozen=True, kw_only=True):
    """LiFFT for one lift: moment [N.m], damage of one lift, lifts a day and damage of a day; None = not told.

    `at_least` when the lever arm was taken from ankles to hands: the back stands behind the ankles in a bent lift.
    """

    moment_nm: float | None
    per_lift: float | None
    lifts_a_day: float | None
    per_day: float | None
    caution: bool | None
    at_least: bool
    missing: tuple[str, ...]
    status: Status


class LiftOfDay(Struct, frozen=True, kw_only=True):
    """One lift of the case, by a number of its list or by the life task of a goal, with what can be said of it."""

    name: str
    from_key: str
    load_kg: float
    niosh: LiftingIndex | DoesNotApply
    lifft: LiftDamage


class Composite(Struct, frozen=True, kw_only=True):
    """The composite lifting index of several lifts; None when their lifts together are beyond the table."""

    index: float | None
    order: tuple[str, ...]
    status: Status


class DayDamage(Struct, frozen=True, kw_only=True):
    """LiFFT for the whole day: `risk` is the share of jobs with many injuries at this damage, a figure of groups.

    `complete` False: a lift is missing from the sum, so both are at least as high as said.
    """

    per_day: float
    risk: float
    band: Literal["low", "moderate", "high"]
    complete: bool
    lifts: tuple[str, ...]
    status: Status


class Advised(Struct, frozen=True, kw_only=True):
    """One figure of advice that fits this day, with its status and sources."""

    name: str
    value: float
    unit: str
    say: str
    sources: tuple[str, ...]
    status: Status


class DayLoad(Struct, frozen=True, kw_only=True):
    """The day by its hours: what the room hands on.

    `workstation` None = nobody looked. `says` is for the person, `for_practitioner` carries figures with units.
    """

    hours: DayHours
    workstation: Rosa | None
    lifting: tuple[LiftOfDay, ...]
    composite: Composite | None
    damage: DayDamage | None
    advice: tuple[Advised, ...]
    says: tuple[str, ...]
    for_practitioner: tuple[str, ...]
