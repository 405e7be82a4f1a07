"""Red flags: every word of a rule is known, every recipient has a sentence, no two rules are alike, none is orphaned.

Whether the sentence of a rule can be read is checked where the language lives (`ladderback.rules.check`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ladderback.evidence.book import Book
from ladderback.evidence.red_flags import RedFlagRule
from ladderback.terms.errors import nearest_word
from ladderback.terms.words import forbidden_in

WITHOUT_RULE = "features_without_rule"
ASKABLE = ("asked", "observed", "examined", "derived")
OPERATIONS = frozenset({"any", "all", "at_least", "exactly", "and", "or", "not", "unless"})
_WORD = re.compile(r"[a-z][a-z0-9_]*(?:\s*(?:>=|<=|>|<))?")


def check(book: Book) -> list[str]:
    """Every problem of the red-flag rules, as sentences."""
    found: list[str] = []
    for rule in book.red_flag_rules.values():
        found += _words(book, rule)
        found += _sentences(book, rule)
    return [*found, *_alike(book), *_unasked(book)]


def features_in(rule: RedFlagRule) -> tuple[str, ...]:
    """The safety features named in a rule: every word that is no operation and no number held against a limit."""
    words = [word for word in _WORD.findall(rule.when) if word[-1] not in "<>="]
    return tuple(dict.fromkeys(word for word in words if word not in OPERATIONS))


def _words(book: Book, rule: RedFlagRule) -> Iterator[str]:
    for word in features_in(rule):
        if word not in book.safety_features:
            nearest = nearest_word(word, book.safety_features)
            yield f"red flag {rule.id}: {word} is no safety feature" + (f" (nearest: {nearest})" if nearest else "")
        elif book.safety_features[word].kind in ("umbrella", "score"):
            yield f"red flag {rule.id}: {word} is recorded in case reports only and must not be asked by a rule"


def _sentences(book: Book, rule: RedFlagRule) -> Iterator[str]:
    letter = book.letter("triage")
    if rule.recipient not in letter["recipient"]:
        yield f"red flag {rule.id}: the letters do not know the recipient {rule.recipient}"
    if rule.words_to_say not in letter["words_to_say"]:
        yield f"red flag {rule.id}: the letters have no words to say for {rule.words_to_say}"
    if not rule.say.strip():
        yield f"red flag {rule.id}: has no sentence for the person"
    for word in forbidden_in(rule.say):
        yield f"red flag {rule.id}: the word {word!r} must not be said"


def _alike(book: Book) -> Iterator[str]:
    first: dict[str, str] = {}
    for rule in book.red_flag_rules.values():
        other = first.setdefault("".join(rule.when.split()), rule.id)
        if other != rule.id:
            yield f"red flag {rule.id}: says the same as {other}"


def _unasked(book: Book) -> Iterator[str]:
    """A question that no rule reads must say why it is asked at all."""
    used = {word for rule in book.red_flag_rules.values() for word in features_in(rule)}
    marked = set(book.tables.get(WITHOUT_RULE, ()))
    for name, feature in book.safety_features.items():
        if feature.kind in ASKABLE and name not in used and name not in marked:
            yield f"safety feature {name}: no red flag asks about it and {WITHOUT_RULE} does not say why it is kept"
    for name in sorted(marked & used):
        yield f"safety feature {name}: stands in {WITHOUT_RULE}, yet a red flag asks about it"
