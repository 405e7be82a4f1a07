"""Clinical tests and norms: words resolve, figures have a status, and every test is used or says what it is for."""

from __future__ import annotations

from collections.abc import Iterator

from ladderback.evidence.book import Book
from ladderback.evidence.clinical_tests import ClinicalTest, Norm
from ladderback.evidence.contributors import atoms
from ladderback.terms.errors import KnowledgeError

# What a norm of each kind needs before a value can be set against it.
NEEDS = {
    "mean": ("value",),
    "median": ("value",),
    "share": ("value",),
    "good": ("value",),
    "equation": ("low",),
    "centile": ("low", "high"),
    "category": ("low", "value", "high"),
    "range": ("low", "high"),
}


def check(book: Book) -> list[str]:
    """Every problem found in the clinical tests, their norms and the regions, as sentences."""
    used = _used(book)
    found: list[str] = []
    for clinical_test in book.clinical_tests.values():
        found += _test(clinical_test, used)
    for norm in book.norms.values():
        found += _norm(norm, book)
    found += list(_regions(book))
    return found


def _used(book: Book) -> set[str]:
    """Tests that a contributor reads."""
    evidence = [one for record in book.contributors.values() for one in record.for_ + record.against]
    parts = [part for one in evidence for part in _parts(one.fact)]
    return {word for kind, words in parts if kind in ("off", "typical", "strong", "unknown") for word in words}


def _parts(fact: str) -> list[tuple[str, tuple[str, ...]]]:
    try:
        return [(part.kind, part.subjects) for part in atoms(fact)]
    except KnowledgeError:
        return []


def _test(one: ClinicalTest, used: set[str]) -> Iterator[str]:
    where = f"clinical test {one.id}"
    if one.position and one.position not in one.positions:
        yield f"{where}: its own position {one.position!r} is not among its positions"
    if one.instrument and one.instrument not in one.instruments:
        yield f"{where}: its own instrument {one.instrument!r} is not among its instruments"
    if one.answer == "number" and (one.lowest is None or one.highest is None or one.lowest >= one.highest):
        yield f"{where}: says no lowest and highest possible value"
    if one.use == "contributor" and one.id not in used:
        yield f"{where}: no contributor reads it, and it is not marked as sign, screen, trend, rung or derived"
    if one.minutes <= 0 and one.answer != "derived":
        yield f"{where}: costs no time"
    for name, figure in (("sem", one.sem), ("mdc95", one.mdc95), ("side_limit", one.side_limit)):
        if figure.value is not None and not figure.unit:
            yield f"{where}: {name} is a number without a unit"
    for fact in one.not_when:
        if not _parts(fact):
            yield f"{where}: not_when {fact!r} is no fact"


def _norm(one: Norm, book: Book) -> Iterator[str]:
    where = f"norm {one.norm_id}"
    known = book.clinical_tests.get(one.test_id)
    if not one.usable:
        if not one.note:
            yield f"{where}: is not usable and does not say why"
        return
    if known is None:
        yield f"{where}: test {one.test_id!r} is not in the battery"
        return
    if one.position not in known.positions and known.answer != "derived":
        yield f"{where}: position {one.position!r} is none of {one.test_id}"
    if one.instrument and one.instrument not in known.instruments and known.answer != "derived":
        yield f"{where}: instrument {one.instrument!r} is none of {one.test_id}"
    if one.age_min > one.age_max:
        yield f"{where}: its age band ends before it begins"
    for key in NEEDS.get(one.stat, ()):
        if getattr(one, key) is None:
            yield f"{where}: a {one.stat} needs {key}"
    if one.stat == "cutoff" and one.value is None and (one.low is None or one.high is None):
        yield f"{where}: a cut-off needs one line or two"
    if one.sd is not None and one.sd <= 0:
        yield f"{where}: a standard deviation is above 0"


def _regions(book: Book) -> Iterator[str]:
    for name, row in book.tables.get("test_regions", {}).items():
        for test in row.cells["needs"].replace("/", ";").split(";"):
            if test not in book.clinical_tests:
                yield f"region {name}: test {test!r} is not in the battery"
