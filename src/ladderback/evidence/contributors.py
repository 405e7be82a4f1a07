"""Record kind: a contributor (`knowledge/contributors/<id>.toml`): what may play a part, and how it shows."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from ladderback.terms.status import Status


class Evidence(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One fact that speaks for or against: a reading of the case (`fact`), its strength 0-1, and the sentence."""

    fact: str
    strength: float
    say: str
    sources: tuple[str, ...] = ()
    status: Status = "proposal"


class ContributorRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One contributor of the vocabulary."""

    id: str
    name: str
    sided: bool
    worked_by: Literal["movement", "daily_life", "education", "referral"]
    measured_by: tuple[str, ...]
    asked_by: tuple[str, ...]
    for_: tuple[Evidence, ...] = field(default=(), name="for")
    against: tuple[Evidence, ...] = ()
    falsifier: str
    links: tuple[str, ...] = ()
    sources: tuple[str, ...]
    status: Status
    status_wording: str
    reviewed_by: str = ""
