"""What the person told us and what happened since. Absent means not asked; it is never no, zero or normal."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from msgspec import Struct, field

from ladderback.terms.sides import Side

Sex = Literal["female", "male"]
Reaction = Literal["better", "worse", "same"]
RepeatedReaction = Literal["better", "worse", "same", "centralised", "peripheralised"]
Place = Literal["home", "gym", "clinic"]


class Client(Struct, frozen=True, kw_only=True):
    """Age [years], height [cm], mass [kg]; sex selects norm tables and body proportions."""

    age: int
    sex: Sex
    height_cm: float | None = None
    mass_kg: float | None = None
    pregnant: bool | None = None
    pregnancy_week: int | None = None


class Vitals(Struct, frozen=True, kw_only=True):
    """Resting values: blood pressure [mmHg], glucose [mmol/L]."""

    systolic_mmhg: float | None = None
    diastolic_mmhg: float | None = None
    glucose_mmol_l: float | None = None


class Medicine(Struct, frozen=True, kw_only=True):
    """Medicines that change what is safe."""

    beta_blocker: bool | None = None
    insulin_or_secretagogue: bool | None = None
    steroids: bool | None = None
    anticoagulant: bool | None = None


class Episode(Struct, frozen=True, kw_only=True):
    """This episode of pain; pains are numeric rating scales 0-10, durations in days and minutes."""

    onset: Literal["sudden", "gradual", "trauma"] | None = None
    duration_days: int | None = None
    previous_episodes: int | None = None
    pain_now: float | None = None
    pain_average: float | None = None
    pain_worst: float | None = None
    settles_minutes: float | None = None
    sites: tuple[str, ...] | None = None
    story: str | None = None


class Measurement(Struct, frozen=True, kw_only=True):
    """One value of one clinical test on one side; `value` is a number, pass/fail or positive/negative."""

    test: str
    side: Side | None
    value: float | str
    position: str | None = None
    instrument: str | None = None
    on: date | None = None


class Injury(Struct, frozen=True, kw_only=True):
    """An old injury as told."""

    site: str
    side: Side | None = None
    kind: str | None = None
    years_ago: float | None = None


class Surgery(Struct, frozen=True, kw_only=True):
    """An operation as told."""

    kind: Literal["discectomy", "fusion", "hip_replacement", "abdominal", "other"]
    weeks_ago: float | None = None
    approach: str | None = None


class RecordedDiagnosis(Struct, frozen=True, kw_only=True):
    """What a licensed professional said; never our own word."""

    condition: str
    given_by: str
    on: date | None = None
    state: Literal["active", "healed", "stable"] | None = None


class Tried(Struct, frozen=True, kw_only=True):
    """What was tried before: the best evidence there is."""

    what: str
    weeks: float | None = None
    helped: Literal["lasting", "short", "no", "worse"] | None = None


class Restriction(Struct, frozen=True, kw_only=True):
    """An instruction of the care team, by tag of the limits; always obeyed."""

    avoid: str
    given_by: str
    until: date | None = None


class Mind(Struct, frozen=True, kw_only=True):
    """Scores only; licensed items are not shipped."""

    start_back_total: float | None = None
    start_back_psych: float | None = None
    phq2: float | None = None
    phq9: float | None = None
    gad7: float | None = None
    tsk11: float | None = None
    pseq2: float | None = None
    pcs: float | None = None
    fabq_work: float | None = None
    fabq_activity: float | None = None
    ompsq_sf: float | None = None
    fear_of_movement: float | None = None
    recovery_expectation: float | None = None
    beliefs: tuple[str, ...] | None = None


class Workstation(Struct, frozen=True, kw_only=True):
    """True = satisfied; absent = not looked at."""

    lumbar_support: bool | None = None
    screen_at_eye_level: bool | None = None
    feet_supported: bool | None = None
    breaks_every_30_min: bool | None = None
    rosa: dict[str, float | bool | str] | None = None


class Lifting(Struct, frozen=True, kw_only=True):
    """One lifting task of daily life."""

    load_kg: float
    horizontal_cm: float | None = None
    vertical_cm: float | None = None
    travel_cm: float | None = None
    twist_deg: float | None = None
    per_minute: float | None = None
    hours: float | None = None
    grip: Literal["good", "fair", "poor"] | None = None
    one_handed: bool | None = None


class Bed(Struct, frozen=True, kw_only=True):
    """The night."""

    wakes_with_pain: bool | None = None


class Couch(Struct, frozen=True, kw_only=True):
    """The evening."""

    hours: float | None = None
    slouched: bool | None = None


class DailyLife(Struct, frozen=True, kw_only=True):
    """The other twenty-three hours."""

    work: str | None = None
    sitting_hours: float | None = None
    sleep_hours: float | None = None
    walking_minutes_per_day: float | None = None
    activity_minutes_per_week: float | None = None
    pain_medicine_days_per_week: float | None = None
    workstation: Workstation = Workstation()
    lifting: tuple[Lifting, ...] = ()
    bed: Bed = Bed()
    couch: Couch = Couch()


class Goal(Struct, frozen=True, kw_only=True):
    """A life task with load [kg], or `body_mass` with a target [kg]."""

    task: str
    load_kg: float | None = None
    times_per_day: float | None = None
    ability: float | None = None
    fear: float | None = None
    target_kg: float | None = None


class Means(Struct, frozen=True, kw_only=True):
    """Where, with what and how long the person can train. `supervised` is already resolved from the place."""

    place: Place
    supervised: bool
    equipment: tuple[str, ...] = ()
    sessions_per_week: int
    minutes_per_session: float


class Clearance(Struct, frozen=True, kw_only=True):
    """A licensed role lifts only the named rules, until a date, with limits that then stand."""

    clears: tuple[str, ...]
    by: str
    at: datetime
    name: str | None = None
    until: date | None = None
    limits: tuple[str, ...] = ()
    note: str | None = None


class IntakeRecord(Struct, frozen=True, kw_only=True):
    """Everything known of one person on one day.

    `features` holds every safety feature that is known, answered or derived; a feature that is not in it is not known.
    `because` says for each where it comes from: "answered", "derived from ...", "implied by ...", "recorded by ...".
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
