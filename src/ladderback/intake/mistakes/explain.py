"""Finds the place where a value is not of its kind.

The fast way reads with compiled decoders, which answer yes or no. Only when they say no, this walks the same types
again, so that the two can never disagree about what is allowed.
"""

from __future__ import annotations

import datetime
import math
import re
from typing import Any

from msgspec import inspect

from ladderback.intake.mistakes.mistake import Mistake, Path, Shown, nearest_known, one_of


def find(value: Any, kind: inspect.Type, path: Path = ()) -> Mistake | None:
    """Finds the first place where a value is not of its kind; None when all is in order."""
    whole, kind = kind, kind.type if isinstance(kind, inspect.Metadata) else kind
    if isinstance(kind, inspect.UnionType):
        return _find_in_union(value, kind, path)
    if isinstance(kind, inspect.StructType):
        return _find_in_struct(value, kind, path)
    if isinstance(kind, inspect.DictType):
        return _find_in_dict(value, kind, path)
    if isinstance(kind, inspect.VarTupleType | inspect.ListType):
        return _find_in_list(value, kind, path)
    if _is_plain(value, kind):
        return None
    known = [str(word) for word in kind.values] if isinstance(kind, inspect.LiteralType) else []
    return Mistake(path, value, allowed(whole), nearest_known(value, known))


def _find_in_union(value: Any, kind: inspect.UnionType, path: Path) -> Mistake | None:
    kinds = [one for one in kind.types if not isinstance(one, inspect.NoneType)]
    if value is None and len(kinds) < len(kind.types):
        return None
    if len(kinds) == 1:
        return find(value, kinds[0], path)
    tagged = {one.tag: one for one in kinds if isinstance(one, inspect.StructType) and one.tag}
    if tagged and isinstance(value, dict):
        return _find_in_tagged(value, tagged, path)
    if isinstance(value, dict) and any(isinstance(one, inspect.StructType) for one in kinds):
        kinds = [one for one in kinds if isinstance(one, inspect.StructType)]
        return find(value, kinds[0], path)
    found = [find(value, one, path) for one in kinds]
    return None if None in found else Mistake(path, value, allowed(kind))


def _find_in_tagged(value: dict[Any, Any], tagged: dict[Any, Any], path: Path) -> Mistake | None:
    field = next(iter(tagged.values())).tag_field
    tag = value.get(field)
    if tag is None:
        return Mistake((*path, field), Shown("nothing"), one_of(tagged, field))
    if not isinstance(tag, str) or tag not in tagged:
        return Mistake((*path, field), tag, one_of(tagged, field), nearest_known(tag, tagged))
    return find({key: one for key, one in value.items() if key != field}, tagged[tag], path)


def _find_in_struct(value: Any, kind: inspect.StructType, path: Path) -> Mistake | None:
    if not isinstance(value, dict):
        return Mistake(path, value, allowed(kind))
    fields = {field.encode_name: field for field in kind.fields}
    for key in value:
        if key not in fields:
            word = key if isinstance(key, str) else str(key)
            return Mistake((*path, word), word, "one of the keys " + ", ".join(fields), nearest_known(word, fields))
    for key, field in fields.items():
        if key not in value and field.required:
            return Mistake((*path, key), Shown("nothing"), allowed(field.type))
        if key in value and (found := find(value[key], field.type, (*path, key))):
            return found
    return None


def _find_in_dict(value: Any, kind: inspect.DictType, path: Path) -> Mistake | None:
    if not isinstance(value, dict):
        return Mistake(path, value, allowed(kind))
    for key, one in value.items():
        word = key if isinstance(key, str) else str(key)
        if found := find(key, kind.key_type, (*path, word)) or find(one, kind.value_type, (*path, word)):
            return found
    return None


def _find_in_list(value: Any, kind: inspect.VarTupleType | inspect.ListType, path: Path) -> Mistake | None:
    if not isinstance(value, list | tuple) or len(value) < (kind.min_length or 0):
        return Mistake(path, value, allowed(kind))
    for index, one in enumerate(value):
        if found := find(one, kind.item_type, (*path, index)):
            return found
    return None


def _is_plain(value: Any, kind: inspect.Type) -> bool:
    if isinstance(kind, inspect.IntType):
        return type(value) is int and _is_within(value, kind)
    if isinstance(kind, inspect.FloatType):
        return type(value) in (int, float) and _is_finite(value) and _is_within(value, kind)
    if isinstance(kind, inspect.BoolType):
        return type(value) is bool
    if isinstance(kind, inspect.LiteralType):
        return isinstance(value, str) and value in kind.values
    if isinstance(kind, inspect.DateType):
        return type(value) is datetime.date or (isinstance(value, str) and _is_iso(value, datetime.date))
    if isinstance(kind, inspect.DateTimeType):
        return isinstance(value, str) and _is_iso(value, datetime.datetime)
    if isinstance(kind, inspect.StrType):
        return isinstance(value, str) and _is_text(value, kind)
    return True


def _is_within(value: float, kind: inspect.IntType | inspect.FloatType) -> bool:
    return (kind.ge is None or value >= kind.ge) and (kind.le is None or value <= kind.le)


def _is_finite(value: float) -> bool:
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def _is_iso(value: str, kind: Any) -> bool:
    try:
        read = kind.fromisoformat(value)
    except ValueError:
        return False
    return getattr(read, "tzinfo", True) is not None and (kind.__name__ == "datetime" or len(value) == 10)


def _is_text(value: str, kind: inspect.StrType) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    long_enough = len(value) >= (kind.min_length or 0) and len(value) <= (kind.max_length or len(value))
    return long_enough and (kind.pattern is None or re.search(kind.pattern, value) is not None)


def allowed(kind: inspect.Type) -> str:
    """What would be accepted, in words."""
    if isinstance(kind, inspect.Metadata):
        unit = (kind.extra_json_schema or {}).get("description", "")
        return allowed(kind.type) + (f" [{unit}]" if unit else "")
    if isinstance(kind, inspect.UnionType):
        return " or ".join(allowed(one) for one in kind.types if not isinstance(one, inspect.NoneType))
    if isinstance(kind, inspect.StructType):
        return "a table with the keys " + ", ".join(field.encode_name for field in kind.fields)
    if isinstance(kind, inspect.VarTupleType | inspect.ListType):
        return "a list, each item " + allowed(kind.item_type)
    if isinstance(kind, inspect.DictType) and isinstance(kind.value_type, inspect.AnyType):
        return "a whole event, or null to withdraw the line"
    if isinstance(kind, inspect.DictType):
        return "a table, each value " + allowed(kind.value_type)
    if isinstance(kind, inspect.LiteralType):
        return "one of " + ", ".join(str(word) for word in kind.values)
    if isinstance(kind, inspect.IntType | inspect.FloatType):
        return ("a whole number" if isinstance(kind, inspect.IntType) else "a number") + _span(kind)
    if isinstance(kind, inspect.StrType) and kind.pattern is not None:
        return f"a text of {kind.min_length} to {kind.max_length} characters without spaces"
    return _PLAIN.get(type(kind), "a value of the format")


_PLAIN: dict[type, str] = {
    inspect.BoolType: "true or false",
    inspect.StrType: "a text",
    inspect.NoneType: "null",
    inspect.DateType: "a date such as 2026-11-01",
    inspect.DateTimeType: "a time such as 2026-11-02T08:10+00:00",
}


def _span(kind: inspect.IntType | inspect.FloatType) -> str:
    if kind.ge is None or kind.le is None:
        return ""
    return f" from {kind.ge:g} to {kind.le:g}"
