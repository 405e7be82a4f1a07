"""The book: all knowledge in one value, read from a built, hash-checked index."""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import Struct

from ladderback.evidence.clinical_tests import ClinicalTest, Norm
from ladderback.evidence.contributors import ContributorRecord
from ladderback.evidence.exercises import Exercise
from ladderback.evidence.ladders import LadderRecord
from ladderback.evidence.limits import Limit
from ladderback.evidence.poses import MovementPoses
from ladderback.evidence.red_flags import RedFlagRule
from ladderback.evidence.tables import Dosing, DosingNumber, Implied, Measure, SafetyFeature, Source, TableRow


class Book(Struct, frozen=True, kw_only=True):
    """All knowledge. `tables` are rows that are shown and cited, by table name; `letters` are sentences by language."""

    version: str
    sha256: str
    red_flag_rules: dict[str, RedFlagRule]
    clinical_tests: dict[str, ClinicalTest]
    contributors: dict[str, ContributorRecord]
    exercises: dict[str, Exercise]
    poses: dict[str, MovementPoses]
    ladders: dict[str, LadderRecord]
    limits: dict[str, Limit]
    norms: dict[str, Norm]
    safety_features: dict[str, SafetyFeature]
    implies: dict[str, Implied]
    dosing: dict[str, Dosing]
    dosing_numbers: dict[str, DosingNumber]
    measures: dict[str, Measure]
    sources: dict[str, Source]
    tables: dict[str, dict[str, TableRow]]
    letters: dict[str, dict[str, Any]]
    cards: dict[str, dict[str, Any]]

    def number(self, key: str) -> float:
        """A number of the dosing facts by key, as `number("effort_cap_stage_1")` [unit as in the record]."""
        return self.dosing_numbers[key].value

    def letter(self, name: str, language: str = "en") -> Any:
        """The sentences of one letter file, as a table."""
        return self.letters[language][name]


@cache
def book() -> Book:
    """The knowledge, read once per process."""
    from ladderback.evidence.build import read_index

    return read_index()
