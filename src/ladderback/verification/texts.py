"""Looks at every sentence that would be read: none says a word we never say; recorded conditions may be quoted."""

from __future__ import annotations

from collections.abc import Iterator

from ladderback.terms.words import FORBIDDEN, forbidden_in
from ladderback.verification.kinds import violation
from ladderback.verification.values import Violation
from ladderback.verification.weeks import AnyItem, Seen, items_of


def look(seen: Seen) -> Iterator[Violation]:
    """Looks for words we never say, each sentence once."""
    sentences = list(_sentences(seen))
    everything = "\n".join(text for _, text in sentences).lower()
    if not any(word in everything for word in FORBIDDEN):
        return
    quoted = tuple(
        quote for one in seen.record.diagnoses for quote in seen.shelf.quotes.get(one.condition, (one.condition,))
    )
    longest_first = tuple(sorted(set(quoted), key=lambda one: (-len(one), one)))
    for where, text in sentences:
        for word in forbidden_in(text, longest_first):
            yield violation("forbidden_word", where, word, f"the word {word!r} is not said")


def _sentences(seen: Seen) -> Iterator[tuple[str, str]]:
    met: set[str] = set()
    for where, text in _all(seen):
        if text and text not in met:
            met.add(text)
            yield where, text


def _all(seen: Seen) -> Iterator[tuple[str, str]]:
    programme = seen.programme
    met: set[AnyItem] = set()
    for session in programme.sessions:
        for number, item in enumerate(items_of(session), 1):
            if item in met:
                continue
            met.add(item)
            where = f"week {session.week} session {session.session} item {number}"
            yield from ((where, text) for text in (item.why, item.progress_when, item.regress_to))
    yield from ((f"week {one.week} walking", one.how) for one in programme.walking)
    yield from ((f"week {one.week} aerobic", one.why) for one in programme.aerobic)
    for phase in programme.phases:
        yield from ((f"week {phase.from_week}", text) for text in (phase.aim, phase.passes_when))
    yield from (("daily life", text) for one in programme.daily_life for text in (one.why, *one.advice))
    yield from (("education", one.why) for one in programme.education)
    yield from (("waiting", text) for one in programme.waiting for text in (one.what, one.why))
    yield from (("excluded", one.because) for one in seen.excluded)
    yield from (("referrals", one.reason) for one in seen.referrals)
    yield from (("individual_because", text) for text in seen.individual_because)
    yield "programme", programme.say
