"""Record kind: a contributor (`knowledge/contributors/<id>.toml`): what may play a part, and how it shows."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from msgspec import Struct, field

from ladderback.terms.errors import KnowledgeError, nearest_word
from ladderback.terms.status import Status

KINDS = {
    "off": "a clinical test is borderline or a finding",
    "typical": "a clinical test is usual",
    "strong": "a clinical test is better than usual",
    "unknown": "a clinical test was not done, or no norm fits it",
    "worse": "a movement brings the pain on",
    "better": "a movement eases the pain",
    "same": "a movement changes nothing",
    "repeated_worse": "repeating a direction makes it worse or moves it outward",
    "repeated_better": "repeating a direction makes it better or moves it inward",
    "pattern": "the direction that brings the pain on",
    "onset": "how it began",
    "answer": "a number or a yes (1) or no (0), compared",
    "hours": "hours of the day, counted by how many",
    "missing": "things at the workstation that are not in place, counted by how many",
    "unlooked": "nobody has looked at the workstation",
    "satisfied": "the workstation is in order",
    "work": "the kind of work",
    "belief": "what the person believes",
    "injury": "an old injury, on the same side where the contributor has sides",
    "site": "where it hurts, on the same side where the contributor has sides",
    "tried": "what was tried before: failed or lasting",
    "goal": "a life task to come back to",
    "recorded": "what a licensed professional recorded",
    "feature": "a safety feature that is present",
    "irritability": "how long a provoked pain takes to settle",
    "phase": "how long this episode lasts",
}
_ATOM = re.compile(r"^([a-z_]+):([a-z0-9_|{}]+)(?:(<=|>=|<|>|=)([a-z0-9_.]+))?$")


class Atom(Struct, frozen=True, kw_only=True):
    """One part of a fact: its kind, the words any of which will do, and a comparison where there is one."""

    kind: str
    subjects: tuple[str, ...]
    op: str = ""
    value: str = ""


class Evidence(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One fact that speaks for or against: a reading of the case (`fact`), its strength 0-1, and the sentence.

    A fact is one part, or several joined by " and ": `off:heel_raise and injury:ankle|foot`. `{side}` and `{other}`
    stand for the side the contributor is weighed on. `status` is that of the link, not of the strength, which is ours.
    """

    fact: str
    strength: float
    say: str
    sources: tuple[str, ...] = ()
    status: Status = "proposal"


class ContributorRecord(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One contributor of the vocabulary.

    `measured_by` are clinical tests, the decisive one first; `asked_by` questions of `formulation_questions`;
    `falsified_by` what should change when it plays a part; `certainty` how sure the link is in groups of people.
    """

    id: str
    name: str
    sided: bool
    worked_by: Literal["movement", "daily_life", "education", "referral"]
    measured_by: tuple[str, ...]
    asked_by: tuple[str, ...]
    for_: tuple[Evidence, ...] = field(default=(), name="for")
    against: tuple[Evidence, ...] = ()
    falsifier: str
    falsified_after_sessions: int | None = None
    falsified_after_weeks: int | None = None
    falsified_by: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    certainty: Literal["very_low", "low", "moderate", "high"] = "low"
    sources: tuple[str, ...]
    status: Status
    status_wording: str
    reviewed_by: str = ""


@cache
def atoms(fact: str) -> tuple[Atom, ...]:
    """The parts of a fact.

    >>> [part.kind for part in atoms("off:heel_raise and injury:ankle|foot")]
    ['off', 'injury']

    Raises:
        KnowledgeError: a part is not written as `kind:word` or `kind:word>=number`.
    """
    return tuple(_atom(part.strip(), fact) for part in fact.split(" and "))


def _atom(part: str, fact: str) -> Atom:
    found = _ATOM.match(part)
    if not found or found[1] not in KINDS:
        kind = part.split(":")[0]
        raise KnowledgeError(
            file="knowledge/contributors", key=fact, received=part, allowed="kind:word with a known kind",
            nearest=nearest_word(kind, KINDS),
        )  # fmt: skip
    return Atom(kind=found[1], subjects=tuple(found[2].split("|")), op=found[3] or "", value=found[4] or "")
