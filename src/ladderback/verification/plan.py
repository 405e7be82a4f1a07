"""Reads a programme written by hand or by another program, as `ladderback plan --json` writes one.

Closed inside the programme, open at the top: further answers beside it are not ours to judge. What a hand may leave out
(minutes, rest, reasons) may be absent here and is judged by the check; what cannot be read is an error.
"""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn

import msgspec
from msgspec import Struct

from ladderback.terms.errors import RecordError, nearest_word
from ladderback.verification.written import (
    FORMAT,
    Plan,
    PlanAdvice,
    PlanAerobic,
    PlanEducation,
    PlanItem,
    PlanLadder,
    PlanPhase,
    PlanProgramme,
    PlanSession,
    PlanWaiting,
    PlanWalk,
)

MOST_CHARACTERS = 4_000_000


# The last word of a path says what stands there; an unknown key is compared with the keys of that.
_STANDS: dict[str, type[Struct]] = {
    "programme": PlanProgramme, "sessions": PlanSession, "items": PlanItem, "walking": PlanWalk,
    "aerobic": PlanAerobic, "daily_life": PlanAdvice, "education": PlanEducation, "phases": PlanPhase,
    "waiting": PlanWaiting,
}  # fmt: skip


def read_plan(text: str, name: str) -> Plan:
    """Reads the JSON of a plan.

    Raises:
        RecordError: it is not JSON, not a plan, or a key inside the programme is not known, missing or of another kind.
    """
    raw = _json(text, name)
    if not isinstance(raw, dict):
        raise RecordError(file=name, key="", received=type(raw).__name__, allowed="a JSON object with a programme")
    if "programme" not in raw:
        nearest = nearest_word("programme", [str(key) for key in raw])
        raise RecordError(file=name, key="programme", received="nothing", allowed="the programme", nearest=nearest)
    if raw.get("format", FORMAT) != FORMAT:
        raise RecordError(file=name, key="format", received=raw["format"], allowed=FORMAT, nearest=FORMAT)
    try:
        said = {key: raw[key] for key in Plan.__struct_fields__ if raw.get(key) is not None}
        return msgspec.convert({"programme": None, **said, "ladders": _readable(raw.get("ladders"))}, Plan)
    except msgspec.ValidationError as error:
        raise _explained(str(error), raw, name) from None


def _readable(ladders: Any) -> list[dict[str, Any]]:
    """The ladders that can be read as such.

    Why: what stands beside the programme is free; an item that names a rung of an unreadable ladder is found anyway.
    """
    found = []
    for one in ladders if isinstance(ladders, list) else ():
        try:
            msgspec.convert(one, PlanLadder)
        except msgspec.ValidationError:
            continue
        found.append(one)
    return found


def _json(text: str, name: str) -> Any:
    if len(text) > MOST_CHARACTERS:
        raise RecordError(file=name, key="", received=f"{len(text)} characters", allowed=f"at most {MOST_CHARACTERS}")
    try:
        return json.loads(text, parse_constant=_not_a_number, parse_float=_finite, parse_int=_whole,
                          object_pairs_hook=_each_once)  # fmt: skip
    except json.JSONDecodeError as error:
        raise RecordError(file=name, key="", received=error.msg, allowed="JSON", line=error.lineno) from None
    except RecursionError:
        raise RecordError(file=name, key="", received="objects in objects without end", allowed="a plan") from None
    except _RefusedError as refused:
        raise RecordError(file=name, key=refused.key, received=refused.what, allowed=refused.allowed) from None


class _RefusedError(Exception):
    def __init__(self, key: str, what: str, allowed: str) -> None:
        self.key, self.what, self.allowed = key, what, allowed
        super().__init__(what)


def _not_a_number(word: str) -> NoReturn:
    raise _RefusedError("", word, "a finite number")


def _finite(word: str) -> float:
    number = float(word)
    if not math.isfinite(number):
        raise _RefusedError("", word, "a finite number")
    return number


def _whole(word: str) -> int:
    if len(word) > 15:
        raise _RefusedError("", word, "a number of at most 15 digits")
    return int(word)


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise _RefusedError(key, "the same key twice", "each key once")
        found[key] = value
    return found


def _explained(message: str, raw: dict[str, Any], name: str) -> RecordError:
    """Turns the reader's words into file, key, what came, what is allowed and the nearest known key."""
    said, _, path = message.partition(" - at `$.")
    key = path.rstrip("`")
    if unknown := re.search(r"unknown field `(.*)`$", said):
        received, around = unknown[1], re.sub(r"\[[^\]]*\]$", "", key).rpartition(".")[2]
        nearest = nearest_word(received, _STANDS.get(around, Plan).__struct_fields__)
        key = f"{key}.{received}" if key else received
        return RecordError(file=name, key=key, received=received, allowed="a key of the plan format", nearest=nearest)
    if missing := re.search(r"missing required field `(.*)`$", said):
        key = f"{key}.{missing[1]}" if key else missing[1]
        return RecordError(file=name, key=key, received="nothing", allowed="a value")
    allowed = said.removeprefix("Expected ").partition(",")[0]
    nearest = "load_kg" if key.endswith("].load") else None
    return RecordError(file=name, key=key, received=_at(raw, key), allowed=allowed, nearest=nearest)


def _at(raw: Any, key: str) -> object:
    """What stands at a path like `programme.sessions[0].week`: a number or a short word, else only its kind."""
    here = raw
    for step in re.findall(r"[^.\[\]]+", key):
        try:
            here = here[int(step)] if isinstance(here, list) else here[step]
        except (KeyError, IndexError, ValueError, TypeError):
            return "something else"
    return here if isinstance(here, int | float | bool) or here is None else type(here).__name__
