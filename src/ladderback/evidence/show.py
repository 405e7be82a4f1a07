"""Prints everything known about one identifier, with its sources and status; and finds records by words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from ladderback.evidence.book import Book
from ladderback.evidence.checks.references import KINDS, cited
from ladderback.terms.errors import KnowledgeError, nearest_word
from ladderback.terms.status import show_status

SHOWN_KINDS = (*KINDS, "safety_features", "sources")
# What each kind of record says about another one: this field names it.
LINKS = {
    "norms": ("test_id",),
    "contributors": ("measured_by", "asked_by"),
    "exercises": ("targets", "supports", "easier", "harder"),
    "limits": ("effect_tags", "applies_to", "needs"),
    "dosing_numbers": ("dose_id",),
}


def entries(book: Book) -> Iterator[tuple[str, str, Any]]:
    """Every record and row of the book as (kind, identifier, record)."""
    for kind in SHOWN_KINDS:
        for name, record in getattr(book, kind).items():
            yield kind, name, record
    for table, rows in book.tables.items():
        for name, row in rows.items():
            yield table, name, row


def show(book: Book, name: str) -> dict[str, Any]:
    """Everything the book knows under one identifier.

    Returns:
        `{"id", "records": [{"kind", "record"}], "mentioned_by": [{"kind", "id", "as"}], "sources": [...]}`.

    Raises:
        KnowledgeError: nothing has this identifier; the nearest known one is named.
    """
    found = [(kind, record) for kind, known, record in entries(book) if known == name]
    if not found:
        nearest = nearest_word(name, (known for _, known, _ in entries(book)))
        raise KnowledgeError(file="the book", key="ID", received=name, allowed="a known identifier", nearest=nearest)
    mentions = list(_mentions(book, name))
    keys = dict.fromkeys(key for _, record in found + [(k, r) for k, _, _, r in mentions] for key in cited(record))
    return {
        "id": name,
        "records": [{"kind": kind, "record": msgspec.to_builtins(record)} for kind, record in found],
        "mentioned_by": [
            {"kind": kind, "id": known, "as": field, "record": msgspec.to_builtins(record) if kind == "norms" else None}
            for kind, known, field, record in mentions
        ],
        "sources": [msgspec.to_builtins(book.sources[key]) for key in keys if key in book.sources],
    }


def _mentions(book: Book, name: str) -> Iterator[tuple[str, str, str, Any]]:
    for kind, fields in LINKS.items():
        for known, record in getattr(book, kind).items():
            for field in fields:
                value = getattr(record, field)
                if value == name or (isinstance(value, tuple) and name in value):
                    yield kind, known, field, record


def search(book: Book, words: str) -> list[dict[str, str]]:
    """Records that contain all the words, those that have them in the identifier or name first."""
    wanted = words.lower().split()
    hits: list[tuple[int, str, str, str]] = []
    for kind, name, record in entries(book):
        text = " ".join(_texts(msgspec.to_builtins(record))).lower()
        if all(word in text or word in name.lower() for word in wanted):
            title = getattr(record, "name", None) or getattr(record, "condition", None) or getattr(record, "topic", "")
            first = 0 if all(word in f"{name} {title}".lower() for word in wanted) else 1
            hits.append((first, kind, name, str(title)))
    return [{"kind": kind, "id": name, "name": title} for _, kind, name, title in sorted(hits)]


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)


def in_words(shown: dict[str, Any]) -> str:
    """What `book show` prints: each record with its fields, a status beside each number that is not verified."""
    lines: list[str] = []
    for one in shown["records"]:
        lines.append(f"{shown['id']} ({one['kind'].replace('_', ' ')})")
        lines += _fields(one["record"], "  ")
    norms = [one for one in shown["mentioned_by"] if one["record"]]
    if norms:
        lines.append("Norms and cut-offs:")
        lines += [f"  {_norm(one['record'])}" for one in norms]
    others = [one for one in shown["mentioned_by"] if not one["record"]]
    if others:
        lines.append("Used by:")
        lines += [f"  {one['kind'].replace('_', ' ')} {one['id']} ({one['as'].replace('_', ' ')})" for one in others]
    if shown["sources"]:
        lines.append("Sources:")
        lines += [
            f"  {one['key']}: {one['citation']} {one['address']} (seen: {one['seen']})" for one in shown["sources"]
        ]
    return "\n".join(lines)


def _fields(record: dict[str, Any], indent: str) -> Iterator[str]:
    for key, value in record.items():
        if value in (None, "", [], ()) or key in ("status_wording",):
            continue
        if key == "status":
            yield f"{indent}status: {value}" + (
                f" ({record['status_wording']})" if record.get("status_wording") else ""
            )
        elif isinstance(value, dict):
            yield f"{indent}{key}:{show_status(value.get('status', 'verified'))}"
            yield from _fields(value, indent + "  ")
        elif isinstance(value, list | tuple) and value and isinstance(value[0], dict):
            yield f"{indent}{key}:"
            for one in value:
                yield f"{indent}  - " + "; ".join(line.strip() for line in _fields(one, ""))
        else:
            yield f"{indent}{key}: {_listed(value)}{_beside_number(value, record)}"


def _listed(value: Any) -> str:
    """A list with commas; alternatives inside it with a stroke."""
    if not isinstance(value, list | tuple):
        return str(value)
    return ", ".join("/".join(map(str, one)) if isinstance(one, list | tuple) else str(one) for one in value)


def _beside_number(value: Any, record: dict[str, Any]) -> str:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return show_status(record.get("status", "verified")) if is_number else ""


def _norm(norm: dict[str, Any]) -> str:
    spread = f" (SD {norm['sd']:g})" if norm["sd"] is not None else ""
    figure = "" if norm["value"] is None else f"{norm['value']:g}{spread} {norm['unit']}"
    band = "" if norm["low"] is None and norm["high"] is None else f" {norm['low']} to {norm['high']} {norm['meaning']}"
    who = {"F": "women", "M": "men", "X": "women and men"}[norm["sex"]]
    kept = "" if norm["usable"] else " (not used to score)"
    where = ", ".join(part for part in (norm["position"], norm["instrument"], norm["population"]) if part)
    return (
        f"{norm['norm_id']} {who} {norm['age_min']}-{norm['age_max']}, {where}: {norm['stat']} "
        f"{figure or norm['equation']}{band}{show_status(norm['status'])}{kept}; {norm['source']}"
    )
