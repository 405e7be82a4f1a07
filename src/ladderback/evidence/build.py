"""Reads every record and table of the knowledge, checks its schema, and keeps the result as one hash-checked index."""

from __future__ import annotations

import csv
import hashlib
import os
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from ladderback.evidence import clinical_tests, contributors, exercises, ladders, limits, poses, red_flags, tables
from ladderback.evidence.book import Book
from ladderback.terms.errors import KnowledgeError, nearest_word

VERSION = "2026.11"
KNOWLEDGE = Path(__file__).resolve().parent.parent / "knowledge"
INDEX = KNOWLEDGE / "_index.msgpack"

RECORDS: dict[str, type[msgspec.Struct]] = {
    "red_flag_rules": red_flags.RedFlagRule,
    "clinical_tests": clinical_tests.ClinicalTest,
    "contributors": contributors.ContributorRecord,
    "exercises": exercises.Exercise,
    "poses": poses.MovementPoses,
    "ladders": ladders.LadderRecord,
}
TYPED_TABLES: dict[str, tuple[type[msgspec.Struct], str]] = {
    "limits": (limits.Limit, "rule_id"),
    "norms": (clinical_tests.Norm, "norm_id"),
    "safety_features": (tables.SafetyFeature, "feature"),
    "implies": (tables.Implied, "group"),
    "dosing": (tables.Dosing, "dose_id"),
    "dosing_numbers": (tables.DosingNumber, "key"),
    "measures": (tables.Measure, "measure"),
}


def read_index() -> Book:
    """The book from the index when it is of today's files, else read anew and written."""
    fingerprint = _fingerprint()
    try:
        raw = INDEX.read_bytes()
        head, payload = raw[:64].decode("ascii"), raw[128:]
        if raw[64:128].decode("ascii") == fingerprint and hashlib.sha256(payload).hexdigest() == head:
            return msgspec.msgpack.decode(payload, type=Book)
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError):
        pass
    return write_index(fingerprint)


def write_index(fingerprint: str | None = None) -> Book:
    """Reads all files, writes the index beside them in one step, and returns the book."""
    made = read_all()
    payload = msgspec.msgpack.encode(made)
    head = hashlib.sha256(payload).hexdigest() + (fingerprint or _fingerprint())
    try:
        with tempfile.NamedTemporaryFile(dir=KNOWLEDGE, prefix="_index", delete=False) as out:
            out.write(head.encode("ascii") + payload)
        os.chmod(out.name, 0o644)
        os.replace(out.name, INDEX)
    except OSError:
        pass  # a read-only installation reads the files each time: slower, never wrong
    return made


def read_all() -> Book:
    """Reads every file of the knowledge.

    Raises:
        KnowledgeError: a file, key or value is not as its schema says.
    """
    parts: dict[str, Any] = {kind: _records(kind, schema) for kind, schema in RECORDS.items()}
    plain: dict[str, dict[str, Any]] = {}
    sources: dict[str, Any] = {}
    for path in sorted((KNOWLEDGE / "tables").glob("*.csv")):
        name = path.stem
        if name.startswith("sources"):
            sources.update(_typed(path, tables.Source, "key"))
        elif name in TYPED_TABLES:
            parts[name] = _typed(path, *TYPED_TABLES[name])
        else:
            plain[name] = _plain(path)
    for name in TYPED_TABLES:
        parts.setdefault(name, {})
    letters = {
        folder.name: {path.stem: _toml(path) for path in sorted(folder.glob("*.toml"))}
        for folder in sorted((KNOWLEDGE / "letters").glob("*"))
        if folder.is_dir()
    }
    cards = {path.stem: _toml(path) for path in sorted((KNOWLEDGE / "tables").glob("*.toml"))}
    return Book(
        version=VERSION, sha256=_content_hash(), sources=sources, tables=plain, letters=letters, cards=cards, **parts
    )


def _records(kind: str, schema: type[msgspec.Struct]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for path in sorted((KNOWLEDGE / kind).glob("*.toml")):
        record = _convert(path, _toml(path), schema)
        if record.id != path.stem:
            raise KnowledgeError(file=_name(path), key="id", received=record.id, allowed=f"the file name {path.stem}")
        found[path.stem] = record
    return found


def _typed(path: Path, schema: type[msgspec.Struct], key: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for row in _rows(path):
        values = {k: _cell(schema, k, v) for k, v in row.items() if v != "" or _is_text(schema, k)}
        record = _convert(path, values, schema, strict=False, line=row.get(key, "?"))
        if getattr(record, key) in found:
            raise KnowledgeError(file=_name(path), key=key, received=getattr(record, key), allowed="each key once")
        found[getattr(record, key)] = record
    return found


def _plain(path: Path) -> dict[str, tables.TableRow]:
    found: dict[str, tables.TableRow] = {}
    for row in _rows(path):
        cells = {k: v for k, v in row.items() if k not in ("id", "sources", "status", "status_wording")}
        values = {
            "id": row.get("id", ""),
            "cells": cells,
            "sources": _split(row.get("sources", "")),
            "status": row.get("status", ""),
            "status_wording": row.get("status_wording", ""),
        }
        record = _convert(path, values, tables.TableRow, line=row.get("id", ""))
        found[record.id] = record
    return found


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines, strict=True)
        for row in reader:
            if None in row or None in row.values():
                allowed = f"{len(reader.fieldnames or [])} cells in each row"
                raise KnowledgeError(file=_name(path), key=f"line {reader.line_num}", received=row, allowed=allowed)
            yield row


def _cell(schema: type[msgspec.Struct], key: str, text: str) -> Any:
    """A list where the schema has a list, yes or no where it has that, the text otherwise."""
    kind = schema.__annotations__.get(key, "str")
    if kind.startswith("tuple"):
        return _split(text)
    return {"true": True, "false": False}.get(text, text) if kind.startswith("bool") else text


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _is_text(schema: type[msgspec.Struct], key: str) -> bool:
    """True when an empty cell is an empty text or list; an empty number is simply not known."""
    return schema.__annotations__.get(key, "str").split("[")[0] in ("str", "tuple") or "Literal" in str(
        schema.__annotations__.get(key)
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(file=_name(path), key="", received=str(error), allowed="TOML in UTF-8") from None


def _convert(path: Path, values: dict[str, Any], schema: type[Any], strict: bool = True, line: str = "") -> Any:
    known = [field.encode_name for field in msgspec.structs.fields(schema)]
    for key in values:
        if key not in known:
            raise KnowledgeError(
                file=_name(path), key=f"{line} {key}".strip(), received=key, allowed="a key of the schema",
                nearest=nearest_word(key, known),
            )  # fmt: skip
    try:
        return msgspec.convert(values, schema, strict=strict)
    except msgspec.ValidationError as error:
        raise KnowledgeError(file=_name(path), key=line, received=str(error), allowed=schema.__name__) from None


def _files() -> list[Path]:
    return sorted(path for path in KNOWLEDGE.rglob("*") if path.suffix in (".toml", ".csv"))


def _fingerprint() -> str:
    """Names, sizes and times of all files: cheap to take, changes with every edit."""
    digest = hashlib.sha256(VERSION.encode())
    for folder, inner, names in os.walk(KNOWLEDGE):
        inner.sort()
        for name in sorted(names):
            if name.endswith((".toml", ".csv")):
                seen = os.stat(os.path.join(folder, name))
                digest.update(f"{folder}/{name}:{seen.st_size}:{seen.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _content_hash() -> str:
    digest = hashlib.sha256()
    for path in _files():
        digest.update(path.relative_to(KNOWLEDGE).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _name(path: Path) -> str:
    return path.relative_to(KNOWLEDGE.parent).as_posix()


if __name__ == "__main__":
    print(write_index().sha256)
