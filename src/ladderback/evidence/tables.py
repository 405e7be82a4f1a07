"""Record kinds that are plain tables with a card: sources, features, dosing, measures, scope and the rest."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ladderback.terms.status import Status


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where something is from and how it was seen."""

    key: str
    citation: str
    address: str
    seen: str


class SafetyFeature(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One safety feature with its plain-language question (yes = present) and help for "I don't know"."""

    feature: str
    domain: str
    kind: Literal["asked", "observed", "examined", "derived", "umbrella", "score"]
    question: str
    help: str
    minutes: float
    who: Literal["person", "trainer", "clinician"]
    note: str
    status: Status


class Implied(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A group question denied denies its members, by a record, never by guess."""

    group: str
    denies: tuple[str, ...]
    reason: str
    source: str
    status: Status


class Dosing(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One dosing fact."""

    dose_id: str
    topic: str
    applies_to: str
    stage: str
    frequency: str
    intensity: str
    time_or_volume: str
    progression: str
    evidence: str
    sources: tuple[str, ...]
    status: Status
    status_wording: str


class DosingNumber(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number the engine computes with, taken from a dosing fact: `dose_id` names it, `key` is unique."""

    key: str
    dose_id: str
    value: float
    unit: str
    meaning: str
    source: str
    status: Status


class Measure(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One outcome measure: MDC and MCID as numbers where known, with wording, licence and what we may ship."""

    measure: str
    id: str
    domain: str
    range_wording: str
    lowest: float | None = None
    highest: float | None = None
    better: Literal["higher", "lower", ""]
    formula: str
    mdc: float | None = None
    mdc_wording: str
    mcid: float | None = None
    mcid_wording: str
    relative: float | None = None
    relative_wording: str
    recovered_if: str
    licence: str
    ship: Literal["items", "own_wording", "score_only", "benchmark"]
    ship_wording: str
    sources: tuple[str, ...]
    status: Status
    status_wording: str


class TableRow(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A row of a table that is only read, shown and cited: its id, its cells as written, sources and status."""

    id: str
    cells: dict[str, str]
    sources: tuple[str, ...]
    status: Status
    status_wording: str
