"""Three-valued logic: yes (True), no (False), not known (None). Not known is never no."""

from __future__ import annotations

from collections.abc import Iterable

Answer = bool | None


def any_of(answers: Iterable[Answer]) -> Answer:
    """Yes when one is yes; no only when all are no.

    >>> any_of([False, None]) is None
    True
    """
    unknown = False
    for answer in answers:
        if answer is True:
            return True
        unknown = unknown or answer is None
    return None if unknown else False


def all_of(answers: Iterable[Answer]) -> Answer:
    """No when one is no; yes only when all are yes.

    >>> all_of([True, None]) is None
    True
    """
    unknown = False
    for answer in answers:
        if answer is False:
            return False
        unknown = unknown or answer is None
    return None if unknown else True


def negated(answer: Answer) -> Answer:
    """Turns yes into no and no into yes; not known stays not known."""
    return None if answer is None else not answer
