"""What the person told us and what happened since. Absent means not asked; it is never no, zero or normal.

The spans are those of the case format: outside them is a slip of the pen, not a clinical judgement.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

from ladderback.terms.sides import Side

Sex = Literal["female", "male"]
Reaction = Literal["better", "worse", "same"]
RepeatedReaction = Literal["better", "worse", "same", "centralised", "peripheralised"]
Place = Literal["home", "gym", "clinic"]

Rating = Annotated[float, Meta(ge=0, le=10)]
Whole = Annotated[int, Meta(ge=0, le=100_000)]
HoursADay = Annotated[float, Meta(ge=0, le=24, description="hours")]
Kilograms = Annotated[float, Meta(ge=0, le=500, description="kg")]
Centimetres = Annotated[float, Meta(ge=0, le=300, description="cm")]
YearsAgo = Annotated[float, Meta(ge=0, le=120, description="years")]
WeeksAgo = Annotated[float, Meta(ge=0, le=6_500, description="weeks")]


class Client(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Age [years], height [cm], mass [kg]; sex selects norm tables and body proportions."""

    age: Annotated[int, Meta(ge=0, le=120, description="years")]
    sex: Sex
    height_cm: Annotated[float, Meta(ge=40, le=250, description="cm")] | None = None
    mass_kg: Annotated[float, Meta(ge=1, le=400, description="kg")] | None = None
    pregnant: bool | None = None
    pregnancy_week: Annotated[int, Meta(ge=1, le=42, description="weeks")] | None = None


class Vitals(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Resting values: blood pressure [mmHg], glucose [mmol/L]; `on` the day they were taken, where it is known."""

    systolic_mmhg: Annotated[float, Meta(ge=50, le=300, description="mmHg")] | None = None
    diastolic_mmhg: Annotated[float, Meta(ge=20, le=200, description="mmHg")] | None = None
    glucose_mmol_l: Annotated[float, Meta(ge=0.5, le=60, description="mmol/L")] | None = None
    on: date | None = None


class Medicine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Medicines that change what is safe."""

    beta_blocker: bool | None = None
    insulin_or_secretagogue: bool | None = None
    steroids: bool | None = None
    anticoagulant: bool | None = None


class Episode(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """This episode of pain; pains are numeric rating scales 0-10, durations in days and minutes."""

    onset: Literal["sudden", "gradual", "trauma"] | None = None
    duration_days: Annotated[int, Meta(ge=0, le=45_000, description="days")] | None = None
    previous_episodes: Annotated[int, Meta(ge=0, le=10_000)] | None = None
    pain_now: Rating | None = None
    pain_average: Rating | None = None
    pain_worst: Rating | None = None
    settles_minutes: Annotated[float, Meta(ge=0, le=100_000, description="minutes")] | None = None
    sites: tuple[str, ...] | None = None
    story: str | None = None


class Measurement(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One value of one clinical test on one side; `value` is a number, pass/fail or positive/negative."""

    test: str
    side: Side | None
    value: float | str
    position: str | None = None
    instrument: str | None = None
    on: date | None = None


class Injury(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An old injury as told."""

    site: str
    side: Side | None = None
    kind: str | None = None
    years_ago: YearsAgo | None = None


class Surgery(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An operation as told."""

    kind: Literal["discectomy", "fusion", "hip_replacement", "abdominal", "other"]
    weeks_ago: WeeksAgo | None = None
    approach: str | None = None


class RecordedDiagnosis(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a licensed professional said; never our own word."""

    condition: str
    given_by: str
    on: date | None = None
    state: Literal["active", "healed", "stable"] | None = None


class Tried(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was tried before: the best evidence there is."""

    what: str
    weeks: WeeksAgo | None = None
    helped: Literal["lasting", "short", "no", "worse"] | None = None


class Restriction(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An instruction of the care team, by tag of the limits; always obeyed."""

    avoid: str
    given_by: str
    until: date | None = None


class Mind(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Scores only; licensed items are not shipped."""

    start_back_total: Annotated[float, Meta(ge=0, le=9)] | None = None
    start_back_psych: Annotated[float, Meta(ge=0, le=5)] | None = None
    phq2: Annotated[float, Meta(ge=0, le=6)] | None = None
    phq9: Annotated[float, Meta(ge=0, le=27)] | None = None
    gad7: Annotated[float, Meta(ge=0, le=21)] | None = None
    tsk11: Annotated[float, Meta(ge=11, le=44)] | None = None
    pseq2: Annotated[float, Meta(ge=0, le=12)] | None = None
    pcs: Annotated[float, Meta(ge=0, le=52)] | None = None
    fabq_work: Annotated[float, Meta(ge=0, le=42)] | None = None
    fabq_activity: Annotated[float, Meta(ge=0, le=24)] | None = None
    ompsq_sf: Annotated[float, Meta(ge=0, le=100)] | None = None
    fear_of_movement: Rating | None = None
    recovery_expectation: Rating | None = None
    beliefs: tuple[str, ...] | None = None


class Workstation(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """True = satisfied; absent = not looked at."""

    lumbar_support: bool | None = None
    screen_at_eye_level: bool | None = None
    feet_supported: bool | None = None
    breaks_every_30_min: bool | None = None
    rosa: dict[str, float | bool | str] | None = None


class Lifting(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One lifting task of daily life: where it starts, where it ends, how often, and under what conditions."""

    load_kg: Kilograms
    horizontal_cm: Centimetres | None = None
    vertical_cm: Centimetres | None = None
    travel_cm: Centimetres | None = None
    twist_deg: Annotated[float, Meta(ge=-180, le=180, description="degrees")] | None = None
    per_minute: Annotated[float, Meta(ge=0, le=60, description="lifts a minute")] | None = None
    hours: HoursADay | None = None
    grip: Literal["good", "fair", "poor"] | None = None
    one_handed: bool | None = None
    end_horizontal_cm: Centimetres | None = None
    end_vertical_cm: Centimetres | None = None
    end_twist_deg: Annotated[float, Meta(ge=-180, le=180, description="degrees")] | None = None
    control_at_end: bool | None = None
    seated: bool | None = None
    kneeling: bool | None = None
    confined: bool | None = None
    unstable: bool | None = None
    carrying: bool | None = None
    fast: bool | None = None
    slippery: bool | None = None


class Bed(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The night."""

    wakes_with_pain: bool | None = None


class Couch(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The evening."""

    hours: HoursADay | None = None
    slouched: bool | None = None


class DailyLife(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The other twenty-three hours."""

    work: str | None = None
    sitting_hours: HoursADay | None = None
    sleep_hours: HoursADay | None = None
    walking_minutes_per_day: Annotated[float, Meta(ge=0, le=1_440, description="minutes")] | None = None
    activity_minutes_per_week: Annotated[float, Meta(ge=0, le=10_080, description="minutes")] | None = None
    pain_medicine_days_per_week: Annotated[float, Meta(ge=0, le=7, description="days")] | None = None
    workstation: Workstation = Workstation()
    lifting: tuple[Lifting, ...] = ()
    bed: Bed = Bed()
    couch: Couch = Couch()


class Goal(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A life task with load [kg], or `body_mass` with a target [kg]."""

    task: str
    load_kg: Kilograms | None = None
    times_per_day: Annotated[float, Meta(ge=0, le=5_000)] | None = None
    ability: Rating | None = None
    fear: Rating | None = None
    target_kg: Annotated[float, Meta(ge=20, le=400, description="kg")] | None = None


class Means(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where, with what and how long the person can train.

    `supervised` is already resolved from the place, and `equipment` holds what is always there as well
    (floor and wall; at home chair, bed, towel, pillow, stairs; in a gym or clinic chair, bench, step).
    """

    place: Place
    supervised: bool
    equipment: tuple[str, ...] = ()
    sessions_per_week: int
    minutes_per_session: float


class Clearance(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A licensed role lifts only the named rules, until a date, with limits that then stand."""

    clears: tuple[str, ...]
    by: str
    at: datetime
    name: str | None = None
    until: date | None = None
    limits: tuple[str, ...] = ()
    note: str | None = None


class IntakeRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Everything known of one person on one day.

    `features` holds every safety feature that is known, answered or derived; a feature that is not in it is not known.
    `because` says for each where it comes from: "answered", "derived from ...", "implied by ...", "recorded by ...".
    `reported_at` says when a yes or no was last given in the journal; a feature that is not in it is from the case.
    """

    title: str = ""
    taken_on: date
    on: date
    client: Client
    vitals: Vitals = Vitals()
    medicine: Medicine = Medicine()
    episode: Episode = Episode()
    movements: dict[str, Reaction] = field(default_factory=dict)
    repeated: dict[str, RepeatedReaction] = field(default_factory=dict)
    tests: tuple[Measurement, ...] = ()
    injuries: tuple[Injury, ...] = ()
    surgeries: tuple[Surgery, ...] = ()
    diagnoses: tuple[RecordedDiagnosis, ...] = ()
    tried: tuple[Tried, ...] = ()
    restrictions: tuple[Restriction, ...] = ()
    mind: Mind = Mind()
    daily_life: DailyLife = DailyLife()
    goals: tuple[Goal, ...] = ()
    means: Means | None = None
    clearances: tuple[Clearance, ...] = ()
    features: dict[str, bool] = field(default_factory=dict)
    because: dict[str, str] = field(default_factory=dict)
    reported_at: dict[str, datetime] = field(default_factory=dict)
