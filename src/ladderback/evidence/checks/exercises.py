"""Exercises: neighbours exist, form no loop and never rise in load class the wrong way; words are plain and its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ladderback.evidence.book import Book
from ladderback.evidence.exercises import Exercise
from ladderback.terms.words import forbidden_in

MOST_EXERCISES_WITH_ONE_CUE = 3


def check(book: Book) -> list[str]:
    """Every problem found in the catalogue, as sentences."""
    found: list[str] = []
    for exercise in book.exercises.values():
        found += _neighbours(book, exercise)
        found += _dose(exercise)
        found += _words(exercise)
        found += [f"exercise {exercise.id}: target {one} is no contributor" for one in _unknown_targets(book, exercise)]
    found += list(_loops(book))
    found += list(_repeated_cues(book))
    found += list(_repeated_names(book))
    return found


def _unknown_targets(book: Book, exercise: Exercise) -> list[str]:
    return [one for one in exercise.targets + exercise.supports if one not in book.contributors]


def _neighbours(book: Book, exercise: Exercise) -> Iterator[str]:
    """A harder neighbour never has a lower load class nor an earlier first stage."""
    for harder in exercise.harder:
        if harder not in book.exercises:
            yield f"exercise {exercise.id}: harder neighbour {harder} is not in the catalogue"
        elif book.exercises[harder].load_class < exercise.load_class:
            yield f"exercise {exercise.id}: harder neighbour {harder} has a lower load class"
    for easier in exercise.easier:
        if easier not in book.exercises:
            yield f"exercise {exercise.id}: easier neighbour {easier} is not in the catalogue"
        elif book.exercises[easier].load_class > exercise.load_class:
            yield f"exercise {exercise.id}: easier neighbour {easier} has a higher load class"


def _loops(book: Book) -> Iterator[str]:
    """Walks both kinds of link as one direction, from easier to harder, and reports whoever meets itself."""
    upward: dict[str, set[str]] = {name: set(book.exercises[name].harder) for name in book.exercises}
    for exercise in book.exercises.values():
        for easier in exercise.easier:
            upward.setdefault(easier, set()).add(exercise.id)
    for start in sorted(upward):
        reached, waiting = set[str](), list(upward[start])
        while waiting:
            here = waiting.pop()
            if here == start:
                yield f"exercise {start}: its harder neighbours lead back to itself"
                break
            if here not in reached:
                reached.add(here)
                waiting += upward.get(here, ())


def _dose(exercise: Exercise) -> Iterator[str]:
    dose = exercise.dose
    spans = {
        "sets": dose.sets,
        "reps": dose.reps,
        "hold_s": dose.hold_s,
        "minutes": dose.minutes,
        "metres": dose.metres,
    }
    for key, span in spans.items():
        if span is not None and not 0 <= span[0] <= span[1]:
            yield f"exercise {exercise.id}: dose {key} {span} is not a span from low to high"
    if exercise.stages and not (dose.reps or dose.hold_s or dose.minutes or dose.metres):
        yield f"exercise {exercise.id}: its dose says neither repetitions, hold, minutes nor metres"
    if not 1 <= exercise.load_class <= 5:
        yield f"exercise {exercise.id}: load class {exercise.load_class} is not 1 to 5"


def _words(exercise: Exercise) -> Iterator[str]:
    words = exercise.words
    texts = (words.name, words.purpose, *words.cues, words.stop, words.progress_when, words.regress_to)
    if not all(text.strip() for text in texts):
        yield f"exercise {exercise.id}: one of the client's sentences is empty"
    for word in forbidden_in(" ".join(texts)):
        yield f"exercise {exercise.id}: the word {word!r} must not be said to a client"


def _repeated_cues(book: Book) -> Iterator[str]:
    cues = Counter(cue for exercise in book.exercises.values() for cue in exercise.words.cues)
    for cue, count in cues.items():
        if count > MOST_EXERCISES_WITH_ONE_CUE:
            yield f"the cue {cue!r} stands in {count} exercises; {MOST_EXERCISES_WITH_ONE_CUE} is the most"


def _repeated_names(book: Book) -> Iterator[str]:
    for name, count in Counter(exercise.words.name for exercise in book.exercises.values()).items():
        if count > 1:
            yield f"the client's name {name!r} stands for {count} exercises"
