"""Record kind: a clinical test (`knowledge/clinical_tests/<id>.toml`) and its norms (`knowledge/tables/norms.csv`)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ladderback.terms.status import Status


class Figure(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number of a test with its wording and status; `value` None where none was retrieved."""

    value: float | None = None
    unit: str = ""
    wording: str
    status: Status


class ClinicalTest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One clinical test. `position` is the one in the procedure: it stands where a case gives none."""

    id: str
    name: str
    domain: str
    measures: str
    equipment: tuple[str, ...]
    procedure: str
    unit: str
    answer: Literal["number", "pass_fail", "sign", "normal_abnormal", "category", "derived"]
    better: Literal["higher", "lower", "pass", "negative", "normal", "target", "centralise"]
    lowest: float | None = None
    highest: float | None = None
    sided: bool
    position: str = ""
    instrument: str = ""
    role: Literal["trainer", "clinician_directed", "clinician"]
    role_wording: str
    minutes: float
    reliability: Figure
    sem: Figure
    mdc95: Figure
    side_limit: Figure
    interpretation: str
    safety_stop: str
    sources: tuple[str, ...]
    status: Status
    status_wording: str
    reviewed_by: str = ""


class Norm(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row of the norms. `sex` F, M or X (both); ages inclusive; `usable` False with the reason in `note`."""

    norm_id: str
    test_id: str
    sex: Literal["F", "M", "X"]
    age_min: int
    age_max: int
    position: str
    instrument: str
    population: str
    stat: str
    value: float | None = None
    sd: float | None = None
    low: float | None = None
    high: float | None = None
    meaning: str
    equation: str
    unit: str
    n: int | None = None
    usable: bool
    source: str
    status: Status
    status_wording: str
    note: str
