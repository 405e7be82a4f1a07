"""What happened, one event a line of the journal. Each kind has a closed set of keys; absent means not asked.

Events hold no circles, so the garbage collector leaves them alone (`gc=False`): long journals are read twice as fast.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

from ladderback.evidence.red_flags import Urgency
from ladderback.intake.values import Kilograms, Rating
from ladderback.terms.sides import Side

Moment = Annotated[datetime, Meta(tz=True, description="with an offset from UTC")]
Id = Annotated[str, Meta(min_length=1, max_length=200, pattern=r"^\S+$")]
Minutes = Annotated[float, Meta(ge=0, le=1_440, description="minutes")]
Count = Annotated[int, Meta(ge=0, le=10_000)]


class Happened(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False, tag_field="event"):
    """When it happened (not when it was written down) and the identifier that makes a repeated line harmless."""

    at: Moment
    id: Id


class CheckIn(Happened, frozen=True, kw_only=True, tag="check_in"):
    """How the person arrives. `nothing_new` denies the mandatory safety questions that nobody answered with yes."""

    pain_now: Rating | None = None
    pain_average: Rating | None = None
    pain_worst: Rating | None = None
    settles_minutes: Annotated[float, Meta(ge=0, le=100_000, description="minutes")] | None = None
    sites: tuple[str, ...] | None = None
    sleep: Literal["good", "fair", "poor"] | None = None
    worse_with: tuple[str, ...] = ()
    better_with: tuple[str, ...] = ()
    what_happened: str | None = None
    nothing_new: bool | None = None
    safety: dict[str, bool] = field(default_factory=dict)
    systolic_mmhg: Annotated[float, Meta(ge=50, le=300, description="mmHg")] | None = None
    diastolic_mmhg: Annotated[float, Meta(ge=20, le=200, description="mmHg")] | None = None
    glucose_mmol_l: Annotated[float, Meta(ge=0.5, le=60, description="mmol/L")] | None = None


class SessionNumber(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Which session of the programme it was."""

    week: Annotated[int, Meta(ge=1, le=520)]
    number: Annotated[int, Meta(ge=1, le=14)]


class TrainedItem(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One exercise as it was done: reps or held seconds set by set; `stopped` says why it ended early."""

    exercise: str
    side: Side | None = None
    reps: tuple[Count, ...] | None = None
    hold_s: tuple[Annotated[float, Meta(ge=0, le=3_600, description="s")], ...] | None = None
    minutes: Minutes | None = None
    load_kg: Kilograms | None = None
    pain_during: Rating | None = None
    effort: Rating | None = None
    stopped: Literal["pain", "time", "could_not"] | None = None


class Trained(Happened, frozen=True, kw_only=True, tag="trained"):
    """A session that was done."""

    session: SessionNumber | None = None
    pain_before: Rating | None = None
    items: tuple[TrainedItem, ...] = ()
    pain_after: Rating | None = None
    minutes: Minutes | None = None
    note: str | None = None


class DayAfter(Happened, frozen=True, kw_only=True, tag="day_after"):
    """The next morning. `vs_usual`: points above (or below) the usual pain; `settled`: back to usual."""

    pain: Rating | None = None
    vs_usual: Annotated[float, Meta(ge=-10, le=10)] | None = None
    settled: bool | None = None
    sites: tuple[str, ...] | None = None


class Walked(Happened, frozen=True, kw_only=True, tag="walked"):
    """A walk [minutes]."""

    minutes: Minutes
    pain_during: Rating | None = None


class HandsOn(Happened, frozen=True, kw_only=True, tag="hands_on"):
    """Hands-on work, and how long the relief lasted [hours]."""

    technique: str
    region: str | None = None
    by: str | None = None
    pain_before: Rating | None = None
    pain_after: Rating | None = None
    relief_hours: Annotated[float, Meta(ge=0, le=10_000, description="hours")] | None = None


class SidedValue(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """The answer of one clinical test: `left` and `right` for a sided one, `value` for any other."""

    left: float | str | None = None
    right: float | str | None = None
    value: float | str | None = None
    position: str | None = None
    instrument: str | None = None
    on: date | None = None


TestAnswers = dict[str, float | str | SidedValue]


class ClinicalTestDone(Happened, frozen=True, kw_only=True, tag="clinical_test"):
    """Clinical tests that were done; `intake.measurements_of` gives them as one value a side."""

    tests: TestAnswers
    by: str | None = None


class Measured(Happened, frozen=True, kw_only=True, tag="measured"):
    """One outcome measure."""

    measure: str
    value: float


class RungTried(Happened, frozen=True, kw_only=True, tag="rung_tried"):
    """A rung of the ladder that was tried, and what became of the fear."""

    rung: Id
    reps: Count | None = None
    load_kg: Kilograms | None = None
    pain: Rating | None = None
    fear_before: Rating | None = None
    fear_after: Rating | None = None


class Cleared(Happened, frozen=True, kw_only=True, tag="cleared"):
    """A licensed role lifts the named rules, until a date, with limits that then stand."""

    clears: Annotated[tuple[str, ...], Meta(min_length=1)]
    by: str
    name: str | None = None
    until: date | None = None
    limits: tuple[str, ...] = ()
    note: str | None = None


class RestrictionGiven(Happened, frozen=True, kw_only=True, tag="restriction"):
    """An instruction of the care team."""

    avoid: str
    given_by: str
    until: date | None = None
    note: str | None = None


class DiagnosisGiven(Happened, frozen=True, kw_only=True, tag="diagnosis"):
    """What a licensed professional said; never our own word."""

    condition: str
    given_by: str
    on: date | None = None
    state: Literal["active", "healed", "stable"] | None = None
    note: str | None = None


class GoalSet(Happened, frozen=True, kw_only=True, tag="goal"):
    """A goal that was set or set anew."""

    task: str
    load_kg: Kilograms | None = None
    times_per_day: Annotated[float, Meta(ge=0, le=5_000)] | None = None
    ability: Rating | None = None
    fear: Rating | None = None
    target_kg: Annotated[float, Meta(ge=20, le=400, description="kg")] | None = None


class Adverse(Happened, frozen=True, kw_only=True, tag="adverse"):
    """Something untoward, however small."""

    severity: Literal["minor", "moderate", "serious"] | None = None
    exercise: str | None = None
    what_happened: str | None = None
    sought_care: bool | None = None


class Referred(Happened, frozen=True, kw_only=True, tag="referred"):
    """A person was sent to somebody: to whom, by whom, how soon, for which rules, and who follows up."""

    to: str
    by: str | None = None
    urgency: Urgency | None = None
    rules: tuple[str, ...] = ()
    owner: str | None = None
    reached: bool | None = None
    reason: str | None = None


class Replied(Happened, frozen=True, kw_only=True, tag="replied"):
    """An answer from the care team to a referral (`of` is its id): was the person reached, seen, what came of it."""

    by: str
    of: Id | None = None
    reached: bool | None = None
    seen: bool | None = None
    outcome: Literal["nothing_serious_found", "being_treated", "further_tests", "not_seen"] | None = None
    name: str | None = None
    note: str | None = None


class Discharged(Happened, frozen=True, kw_only=True, tag="discharged"):
    """The end of the way here."""

    reason: Literal["goals_reached", "plateau", "referred_on", "stopped_by_person", "moved_away", "other"] | None = None
    by: str | None = None
    note: str | None = None


class Corrects(Happened, frozen=True, kw_only=True, tag="corrects"):
    """Puts an earlier line right: `with` is the whole event that should have stood there, or null to withdraw it."""

    of: Id
    with_: dict[str, Any] | None = field(name="with")
    by: str | None = None
    note: str | None = None


Event = (
    CheckIn | Trained | DayAfter | Walked | HandsOn | ClinicalTestDone | Measured | RungTried | Cleared
    | RestrictionGiven | DiagnosisGiven | GoalSet | Adverse | Referred | Replied | Discharged
)  # fmt: skip
Line = Event | Corrects


class Journal(Struct, frozen=True, kw_only=True):
    """The events that stand, by `at` and then `id`, with corrections already made.

    `last_day` is the day of the latest line of the file, also of one that was withdrawn; None when it is empty.
    `corrected` are the ids of lines that were replaced or withdrawn.
    """

    events: tuple[Event, ...] = ()
    last_day: date | None = None
    corrected: tuple[str, ...] = ()
