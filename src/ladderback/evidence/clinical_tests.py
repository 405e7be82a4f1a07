"""Record kind: a clinical test (`knowledge/clinical_tests/<id>.toml`) and its norms (`knowledge/tables/norms.csv`)."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ladderback.terms.status import Status

Stat = Literal[
    "mean", "median", "equation", "centile", "category", "range", "cutoff", "share", "good", "band", "target", "note"
]


class Figure(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number of a test with its wording and status; `value` None where none was retrieved."""

    value: float | None = None
    unit: str = ""
    wording: str
    status: Status


class ClinicalTest(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One clinical test. `position` is the one in the procedure: it stands where a case gives none.

    `positions` and `instruments` are the words a norm or a measurement may use; where a test has several units they
    stand in the order of its instruments (or else of its positions). `use` says what an answer is for: a
    contributor, a sign that is recorded and passed on, a screen, a trend over time only, a rung of a ladder, or a
    derived figure. `not_when` are facts (as in contributors) that keep the test off the list of what to do next;
    the safety stop in words stands beside it. `full_effort` waits for the clearance that triage asks for before
    vigorous work.
    """

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
    positions: tuple[str, ...] = ()
    instrument: str = ""
    instruments: tuple[str, ...] = ()
    use: Literal["contributor", "sign", "screen", "trend", "rung", "derived"] = "contributor"
    abnormal_is: Literal["borderline", "finding"] = "finding"
    role: Literal["trainer", "clinician_directed", "clinician"]
    role_wording: str
    minutes: float
    reliability: Figure
    sem: Figure
    mdc95: Figure
    side_limit: Figure
    interpretation: str
    safety_stop: str
    not_when: tuple[str, ...] = ()
    full_effort: bool = False
    sources: tuple[str, ...]
    status: Status
    status_wording: str
    reviewed_by: str = ""


class Norm(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One row of the norms. `sex` F, M or X (both); ages inclusive; `usable` False with the reason in `note`.

    `stat` says how a value is set against it: `mean` (with `sd`: z), `median` (at the first age of its band, read
    between bands), `equation` (predicted, `low` below it the lower limit), `centile` (`low` 25th, `high` 75th),
    `category` (`low` poor below, `value` middling below, `high` good from), `range` (`low` to `high` usual),
    `cutoff` (beyond `value` a finding; or beyond `low` borderline and beyond `high` a finding), `share` (below that
    share of the mean or median), `good` (a published good value), `band` and `target` (of ratios, between `low` and
    `high`). `most` is the strongest verdict the row may give.
    """

    norm_id: str
    test_id: str
    sex: Literal["F", "M", "X"]
    age_min: int
    age_max: int
    side: Literal["", "left", "right"] = ""
    position: str
    instrument: str
    population: str
    stat: Stat
    value: float | None = None
    sd: float | None = None
    low: float | None = None
    high: float | None = None
    inclusive: bool = False
    most: Literal["borderline", "finding"] = "finding"
    meaning: str
    equation: str
    unit: str
    n: int | None = None
    usable: bool
    source: str
    status: Status
    status_wording: str
    note: str
