"""Checks of the poses: every word in them is known, so that nothing is silently left out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ladderback.evidence.book import Book
from ladderback.evidence.poses import KeyPose, MovementPoses

_GROUPS = frozenset({"arms", "legs", "spine", "pelvis", "left_arm", "right_arm", "left_leg", "right_leg"})
_HELD = frozenset({"hands", "left_hand", "right_hand", "shoulders", "ankles"})
_PLACES = frozenset({"feet", "floor"})
_LONGEST_CAPTION = 45


def check(book: Book) -> list[str]:
    """What is wrong in the poses, one line each."""
    words = _Words(book)
    found = list(chain.from_iterable(_record(book, one, words) for one in book.poses.values()))
    tasks = set(book.tables["life_tasks"]) - {"body_mass"}
    return found + [f"poses: {name} has none" for name in sorted(tasks | set(book.exercises)) if name not in book.poses]


class _Words:
    """Everything that a pose may name."""

    def __init__(self, book: Book) -> None:
        rows = book.tables["body_coordinates"]
        self.trunk = {name for name, row in rows.items() if row.cells["kind"] == "trunk"}
        self.limb = set(rows) - self.trunk
        self.sided = {f"{side}_{name}" for side in ("left", "right") for name in self.limb}
        joints = {row.cells["joint"] for row in rows.values()}
        self.joints = joints | {f"{side}_{joint}" for side in ("left", "right") for joint in joints}
        self.parts = set(book.tables["body_parts"])
        self.marks = set(
            chain.from_iterable(
                (f"left_{name}", f"right_{name}") if row.cells["sided"] == "yes" else (name,)
                for name, row in book.tables["body_landmarks"].items()
            )
        )

    def is_part(self, word: str) -> bool:
        """Whether a word is a part or a landmark; `same:` and `other:` are of the reaching side."""
        which, _, name = word.rpartition(":")
        if which in ("same", "other"):
            return f"left_{name}" in self.marks
        return word in self.parts or word in self.marks or word in _HELD


def _record(book: Book, record: MovementPoses, words: _Words) -> Iterator[str]:
    where = f"poses {record.id}"
    if record.base and record.base not in book.poses:
        yield f"{where}: no stance {record.base}"
    if record.variant_of and record.variant_of not in book.poses:
        yield f"{where}: variant of {record.variant_of}, which has no poses"
    for group in record.needs:
        yield from (f"{where}: needs {part}, which is no part" for part in group if not words.is_part(part))
    for number, key in enumerate(record.poses):
        yield from (f"{where}, pose {number}: {wrong}" for wrong in _key(book, record, key, words))


def _key(book: Book, record: MovementPoses, key: KeyPose, words: _Words) -> Iterator[str]:
    if key.start not in ("", "previous") and key.start not in book.poses:
        yield f"no stance {key.start}"
    for angle in key.angles:
        if angle not in words.trunk | words.limb:
            yield f"{angle} is no angle"
    known = words.trunk | words.limb | words.sided | words.joints | _GROUPS
    yield from (f"{word} cannot be firm or loose" for word in (*key.firm, *key.loose) if word not in known)
    for touch in key.touches or ():
        if not words.is_part(touch.part):
            yield f"{touch.part} cannot touch"
        if touch.on.startswith("own:"):
            if not words.is_part(touch.on.removeprefix("own:")):
                yield f"{touch.on} is no part of the body"
        elif touch.on not in _surfaces(book, record, key):
            yield f"no surface {touch.on}"
    for reach in key.reaches or ():
        if not words.is_part(reach.part) or not (words.is_part(reach.to) or reach.to in _PLACES):
            yield f"{reach.part} cannot reach {reach.to}"
    yield from (f"nothing is carried at {one.at}" for one in key.carried or () if not words.is_part(one.at))
    yield from (f"no arrow at {one.part}" for one in key.arrows if not words.is_part(one.part))
    if len(key.caption) > _LONGEST_CAPTION:
        yield f"the caption has {len(key.caption)} letters, {_LONGEST_CAPTION} is the most"


def _surfaces(book: Book, record: MovementPoses, key: KeyPose) -> set[str]:
    """The surfaces that a key pose may name: of the movement and of the stances it may start from."""
    starts = {record.base, *(one.start for one in record.poses)} - {"", "previous"}
    return {
        "floor",
        *record.surfaces,
        *chain.from_iterable(book.poses[one].surfaces for one in starts if one in book.poses),
    }
