"""The ladders in words: the task at the top, as on the wall; ratios and bands, never newtons."""

from __future__ import annotations

from typing import Any

from ladderback.cli import terminal
from ladderback.evidence import book

STATES = {"done": "✓", "now": "▶", "next": "·", "later": " ", "locked": "▢", "stepped_back": "▽"}


def ladder(answer: dict[str, Any]) -> str:
    """Every ladder, highest rung first; the triage instead for somebody who must not train."""
    if not answer["triage"]["may_train"]:
        return terminal.triage(answer)
    says = book().letter("ladder")["answer"]
    return "\n".join(_one(one, says) for one in answer["ladders"]) or str(says["none"])


def _one(one: dict[str, Any], says: dict[str, str]) -> str:
    heading = says["heading" if one["load_kg"] else "heading_unloaded"]
    title = heading.format(name=one["name"].lower(), kg=f"{one['load_kg']:g}")
    lines = [f"\n{title}\n{'-' * len(title)}"]
    lines += [line for rung in reversed((*one["rungs"], *one["beyond"])) for line in _rung(rung)]
    return "\n".join((*lines, *(f"  {text}" for text in one["says"])))


def _rung(one: dict[str, Any]) -> list[str]:
    band = book().tables["load_bands"][one["band"]].cells["plain"]
    load = f"{one['ratio_to_standing']:.1f} x standing ({one['ratio_low']:.1f} to {one['ratio_high']:.1f}), {band}"
    tied = "; about the same as below" if one["tied_with_below"] else ""
    lines = [f" {STATES[one['state']]} {one['name']}: {load}{tied}"]
    if one["band_from"] == "measured":
        lines[0] += f" (class measured, {', '.join(one['band_sources'])})"
    if one["note"]:
        lines.append(f"     {one['note']}")
    if one["state"] in ("now", "next"):
        lines.append(f"     Passed when: {one['pass_when']}")
    return lines
