"""Contributors: facts can be read, each can be reached and is worked by something, and no sentence says a bad word."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ladderback.evidence.book import Book
from ladderback.evidence.contributors import Atom, ContributorRecord, Evidence, atoms
from ladderback.terms.errors import KnowledgeError, nearest_word
from ladderback.terms.words import forbidden_in

# fmt: off
VOCABULARY = frozenset((
    "hip_flexion_range", "hip_extension_range", "hip_rotation_range", "thoracic_rotation_range", "rib_cage_mobility",
    "hamstring_range", "ankle_range", "calf_strength", "hamstring_strength", "hip_strength", "leg_strength",
    "trunk_extensor_endurance", "trunk_flexor_endurance", "lateral_trunk_endurance", "flexion_control",
    "extension_control", "rotation_control", "balance_position_sense", "aerobic_capacity", "body_mass",
    "sitting_exposure", "workstation", "sleep_surface", "couch_posture", "load_spike", "fear_of_movement", "low_mood",
    "stress", "poor_sleep", "low_activity", "old_injury_compensation", "trunk_overguarding",
))
SLOTS = frozenset((
    "side", "value", "usual", "movement", "movement_low", "movements", "injury", "years", "hours", "answer", "of",
    "training_share", "for_weeks",
))
# fmt: on
SIDES = ("left", "right")


def check(book: Book) -> list[str]:
    """Every problem found in the contributors and the questions, as sentences."""
    found = [f"contributor {name}: is missing" for name in sorted(VOCABULARY - book.contributors.keys())]
    found += [f"contributor {name}: is not in the vocabulary" for name in sorted(book.contributors.keys() - VOCABULARY)]
    for record in book.contributors.values():
        found += _reached(book, record)
        found += _worked(book, record)
        found += _words(record)
        for one in record.for_ + record.against:
            found += _fact(book, record, one)
    found += list(_questions(book))
    return found


# --- facts -------------------------------------------------------------------------------------------------------


def _fact(book: Book, record: ContributorRecord, one: Evidence) -> Iterator[str]:
    where = f"contributor {record.id}: fact {one.fact!r}"
    if not 0 < one.strength <= 1:
        yield f"{where}: strength {one.strength} is not between 0 and 1"
    if one.strength == 1.0 and one in record.for_:
        yield f"{where}: nothing speaks for a contributor with certainty"
    if not one.sources:
        yield f"{where}: has no source"
    try:
        parts = atoms(one.fact)
    except KnowledgeError as error:
        yield f"{where}: {error}"
        return
    for part in parts:
        yield from (f"{where}: {problem}" for problem in _part(book, record, part))


def _part(book: Book, record: ContributorRecord, part: Atom) -> Iterator[str]:
    for word in part.subjects:
        if "{" in word and not record.sided:
            yield f"{word!r} asks for a side, and the contributor has none"
        for filled in [word.replace("{side}", side).replace("{other}", side) for side in SIDES]:
            known = _known_words(book, part.kind)
            if known is not None and filled not in known:
                hint = nearest_word(filled, known)
                yield f"{filled!r} is not known" + (f" (nearest: {hint})" if hint else "")
                break
    if part.kind == "answer" and (not part.op or not part.value.replace(".", "").isdigit()):
        yield "an answer has to be compared with a number"
    if part.kind == "tried" and part.value not in ("failed", "lasting"):
        yield "what was tried has failed or is lasting"


def _known_words(book: Book, kind: str) -> set[str] | None:
    """The words a part of a fact may name; None where the case format owns them."""
    if kind in ("off", "typical", "strong", "unknown"):
        return set(book.clinical_tests)
    if kind in ("worse", "better", "same"):
        return set(book.tables["movement_directions"])
    if kind == "answer":
        return set(book.tables["answer_words"])
    if kind == "hours":
        return {"sitting", "couch"}
    return set(book.safety_features) if kind == "feature" else None


# --- reached, worked, said ---------------------------------------------------------------------------------------


def _reached(book: Book, record: ContributorRecord) -> Iterator[str]:
    """Somebody can do a test or answer a question that brings it up."""
    where = f"contributor {record.id}"
    if not record.for_ or not (record.measured_by or record.asked_by):
        yield f"{where}: nothing can bring it up"
    for test in record.measured_by:
        if test not in book.clinical_tests:
            yield f"{where}: measured by {test!r}, which is not in the battery"
        elif not any(test in part.subjects for one in record.for_ for part in atoms(one.fact)):
            yield f"{where}: measured by {test!r}, which no fact reads"
    for question in record.asked_by:
        if question not in book.tables["formulation_questions"]:
            yield f"{where}: asked by {question!r}, which is no question"
    for link in record.links:
        if link not in book.tables["regional_links"]:
            yield f"{where}: link {link!r} is not among the regional links"


def _worked(book: Book, record: ContributorRecord) -> Iterator[str]:
    """Movement contributors are the target of an exercise; the others have their arm."""
    trained = any(record.id in exercise.targets for exercise in book.exercises.values())
    if record.worked_by == "movement" and not trained:
        yield f"contributor {record.id}: no exercise has it as a target"


def _words(record: ContributorRecord) -> Iterator[str]:
    texts = [record.name, record.falsifier] + [one.say for one in record.for_ + record.against]
    for text in texts:
        for word in forbidden_in(text):
            yield f"contributor {record.id}: says {word!r} in {text!r}"
        for slot in sorted(set(re.findall(r"\{(\w+)\}", text)) - SLOTS):
            yield f"contributor {record.id}: nobody fills {slot!r} in {text!r}"
    if not record.falsifier.endswith("If not, look elsewhere."):
        yield f"contributor {record.id}: its falsifier does not say what to do when it is wrong"


def _questions(book: Book) -> Iterator[str]:
    sentences = book.letters["en"]["formulation"]
    for name, row in book.tables["formulation_questions"].items():
        if name not in sentences["question"] and name not in sentences["movement"]:
            yield f"question {name}: has no wording"
        for answer in filter(None, row.cells["answers"].split(";")):
            if len(answer.split(",")) != len(row.cells["sets"].split("+")):
                yield f"question {name}: answer {answer!r} does not fill all its places"
