"""Rules written out as expressions over bits, for the engine that runs them for one person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from ladderback.rules.values import AllOf, AnyOf, AtLeast, Exactly, Feature, Not, Number, Rule, Unless, walk

Bits = Mapping[Feature | Number, int]
Run = Callable[[int, int], list[int]]
Evidence = Callable[[int, int], int]
Single = Callable[[int, int], bool]


def written_out(rules: tuple[Rule, ...], bit: Bits) -> tuple[Run, Run]:
    """Writes two functions of the yes bits (T) and the bits that are not no (P): which rules are yes, which may be."""
    lines = []
    for name, write in (("yes", _yes), ("maybe", _maybe)):
        lines += [f"def {name}(T, P):", "    out = []"]
        lines += [f"    if {write(rule, bit)}: out.append({place})" for place, rule in enumerate(rules)]
        lines.append("    return out")
    made = _made("\n".join(lines))
    return made["yes"], made["maybe"]


def evidence_of(rule: Rule, bit: Bits) -> Evidence:
    """Writes a function of the yes bits (T) and the no bits (N) that gives the bits which made a fired rule yes."""
    every = (1 << len(bit)) - 1
    body = f"    P = {every} & ~N\n    return {_evidence(rule, bit)}"
    made: Evidence = _made(f"def evidence(T, N):\n{body}")["evidence"]
    return made


def yes_of(rule: Rule, bit: Bits) -> Single:
    """Writes a function of the yes bits (T) and the bits that are not no (P) that says whether one rule is yes."""
    made: Single = _made(f"def single(T, P):\n    return bool({_yes(rule, bit)})")["single"]
    return made


def _made(source: str) -> dict[str, Any]:
    """Runs source that holds nothing but bits, counts and the names above."""
    made: dict[str, Any] = {}
    exec(compile(source, "<rules>", "exec"), {"__builtins__": {"bool": bool}}, made)
    return made


def _yes(rule: Rule, bit: Bits) -> str:
    """The expression that is true when the rule is yes."""
    if isinstance(rule, Exactly):
        return f"({_sum(rule.parts, bit, 'T')} == {rule.count} == {_sum(rule.parts, bit, 'P')})"
    if isinstance(rule, Not):
        return f"(not {_maybe(rule.part, bit)})"
    if isinstance(rule, Unless):
        return f"({_yes(rule.part, bit)} and not {_yes(rule.relief, bit)})"
    return _either(rule, bit, "T")


def _maybe(rule: Rule, bit: Bits) -> str:
    """The expression that is true when the rule is yes or not known."""
    if isinstance(rule, Exactly):
        return f"({_sum(rule.parts, bit, 'T')} <= {rule.count} <= {_sum(rule.parts, bit, 'P')})"
    if isinstance(rule, Not):
        return f"(not {_yes(rule.part, bit)})"
    if isinstance(rule, Unless):
        return f"({_maybe(rule.part, bit)} and not {_yes(rule.relief, bit)})"
    return _either(rule, bit, "P")


def _either(rule: Rule, bit: Bits, bits: str) -> str:
    """Operations that read the same way for "is yes" (T) and "may be yes" (P)."""
    if isinstance(rule, Feature | Number):
        return f"({bits} & {bit[rule]} != 0)"
    assert isinstance(rule, AnyOf | AllOf | AtLeast)
    if isinstance(rule, AtLeast):
        return f"({_sum(rule.parts, bit, bits)} >= {rule.count})"
    mask, others = _apart(rule.parts, bit)
    texts = [_yes(part, bit) if bits == "T" else _maybe(part, bit) for part in others]
    if mask:
        texts.insert(0, f"{bits} & {mask} != 0" if isinstance(rule, AnyOf) else f"{bits} & {mask} == {mask}")
    return f"({(' or ' if isinstance(rule, AnyOf) else ' and ').join(texts)})"


def _sum(parts: tuple[Rule, ...], bit: Bits, bits: str) -> str:
    mask, others = _apart(parts, bit)
    texts = [f"({bits} & {mask}).bit_count()"] if mask else []
    texts += [f"bool({_yes(part, bit) if bits == 'T' else _maybe(part, bit)})" for part in others]
    return " + ".join(texts)


def _apart(parts: tuple[Rule, ...], bit: Bits) -> tuple[int, list[Rule]]:
    """Plain facts as one mask (each once), everything else as it is."""
    mask, others = 0, []
    for part in parts:
        if isinstance(part, Feature | Number) and not mask & bit[part]:
            mask |= bit[part]
        else:
            others.append(part)
    return mask, others


def _evidence(rule: Rule, bit: Bits) -> str:
    """The expression that gives the bits that made a fired rule yes; bits answered no stand above all others."""
    if isinstance(rule, Feature | Number):
        return f"(T & {bit[rule]})"
    if isinstance(rule, Not):
        mask = sum({bit[one] for one in walk(rule.part) if isinstance(one, Feature | Number)})
        return f"((N & {mask}) << {len(bit)})"
    if isinstance(rule, Unless):
        return _evidence(rule.part, bit)
    return f"({' | '.join(_evidence_of_parts(rule.parts, bit))})"


def _evidence_of_parts(parts: tuple[Rule, ...], bit: Bits) -> Iterator[str]:
    mask, others = _apart(parts, bit)
    if mask:
        yield f"(T & {mask})"
    for part in others:
        yield f"({_evidence(part, bit)} if {_yes(part, bit)} else 0)"
