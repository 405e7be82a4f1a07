"""The shape of a case file, table by table. A key that is not here is refused."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct, field

from ladderback.intake.events import TestAnswers
from ladderback.intake.values import (
    Client,
    DailyLife,
    Episode,
    Goal,
    Injury,
    Medicine,
    Mind,
    Place,
    Reaction,
    RecordedDiagnosis,
    RepeatedReaction,
    Restriction,
    Surgery,
    Tried,
    Vitals,
)  # fmt: skip


class History(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The tables under `history`."""

    injury: tuple[Injury, ...] = ()
    surgery: tuple[Surgery, ...] = ()
    diagnosis: tuple[RecordedDiagnosis, ...] = ()
    tried: tuple[Tried, ...] = ()
    restriction: tuple[Restriction, ...] = ()


class MeansGiven(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table `means`; `supervised` may be left to the place."""

    place: Place
    supervised: bool | None = None
    equipment: tuple[str, ...] = ()
    sessions_per_week: Annotated[int, Meta(ge=1, le=14)]
    minutes_per_session: Annotated[float, Meta(ge=1, le=240, description="minutes")]


class CaseFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file, table by table; a key that is not here is refused."""

    format: str
    title: str = ""
    taken_on: date
    client: Client
    vitals: Vitals = Vitals()
    medicine: Medicine = Medicine()
    episode: Episode = Episode()
    safety: dict[str, bool] = field(default_factory=dict)
    movements: dict[str, Reaction] = field(default_factory=dict)
    repeated: dict[str, RepeatedReaction] = field(default_factory=dict)
    tests: TestAnswers = field(default_factory=dict)
    history: History = History()
    mind: Mind = Mind()
    daily_life: DailyLife = DailyLife()
    goals: tuple[Goal, ...] = ()
    means: MeansGiven | None = None
