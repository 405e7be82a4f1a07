"""Which safety features are known, and why: answered, derived from other answers, recorded, or implied by a no.

Unknown stays unknown: where the reading is missing, the feature is missing too.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import structs

from ladderback.evidence import book
from ladderback.intake.derived import Derived, derived
from ladderback.intake.mistakes import Mistake, Shown
from ladderback.intake.values import Client, IntakeRecord


class Answers(NamedTuple):
    """What was answered, and how each answer came about: "answered", or by which line of the journal."""

    said: dict[str, bool]
    how: dict[str, str]


def answers_of(record: IntakeRecord) -> Answers:
    """The answers that people gave, without what was derived or implied from them."""
    how = {name: why for name, why in record.because.items() if why.startswith(("answered", "denied"))}
    return Answers({name: record.features[name] for name in how}, how)


def with_features(record: IntakeRecord, answers: Answers, strict: bool = True) -> IntakeRecord:
    """The record with every safety feature that is known.

    Args:
        record: everything else that is known.
        answers: the safety questions that were answered.
        strict: a contradiction is a mistake (in a case); otherwise the yes stands (in a journal, where time went on).

    Raises:
        Mistake: an answer contradicts what follows from another one.
    """
    known, because = dict(answers.said), dict(answers.how)
    following = list(derived(record))
    if strict:
        _check(following, answers.said)
    for one in following:
        standing = known.get(one.feature)
        if standing is None or (one.fixed and one.says and not standing):
            known[one.feature], because[one.feature] = one.says, one.why
    _imply(known, because)
    return structs.replace(
        record,
        client=_told_alike(record.client, known.get("pregnant"), because.get("pregnant", "")),
        features={name: known[name] for name in sorted(known)},
        because={name: because[name] for name in sorted(known)},
    )


def _told_alike(client: Client, pregnant: bool | None, why: str) -> Client:
    """The client as the answers have it: a pregnancy may be told there, in the safety questions or by a record."""
    if pregnant is None or client.pregnant is pregnant or not (pregnant or why.startswith(("answered", "denied"))):
        return client
    return structs.replace(client, pregnant=pregnant, pregnancy_week=client.pregnancy_week if pregnant else None)


def _check(following: list[Derived], answered: dict[str, bool]) -> None:
    """Demands that what is fixed agrees with itself and with what was answered."""
    first: dict[str, Derived] = {}
    for one in following:
        if not one.fixed:
            continue
        before = first.setdefault(one.feature, one)
        if before.says != one.says:
            raise Mistake(
                before.path, _word(before.says), f"an answer that agrees with this: {one.feature} is {one.why}"
            )
        if answered.get(one.feature, one.says) != one.says:
            allowed = f"{_word(one.says)!r} or no answer, because it is {one.why}"
            raise Mistake(("safety", one.feature), _word(not one.says), allowed)


def _word(answer: bool) -> Shown:
    return Shown("true" if answer else "false")


def _imply(known: dict[str, bool], because: dict[str, str]) -> None:
    """A group question denied denies its members that nobody answered; a yes to a member stands."""
    for group, record in book().implies.items():
        if known.get(group) is False:
            for member in record.denies:
                if member not in known:
                    known[member], because[member] = False, f"implied by {group}"
