"""Writes the rules of assessment and formulation from their specs: one paragraph a clinical test and a contributor."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from ladderback.evidence import book
from ladderback.evidence.clinical_tests import ClinicalTest, Figure
from ladderback.evidence.contributors import KINDS, ContributorRecord, Evidence
from ladderback.terms.status import show_status

HERE = Path(__file__).parent
SPECS = HERE.parent / "tests" / "spec"
SCORING = """\
A value is set against the norm of the same test, position, sex and unit. When several fit: the same instrument first,
then by status (verified, secondary, memory, proposal), then the nearest age. A neighbouring age band, at most ten years
away, or another instrument gives *borderline* at most. Beyond the published line for this very age is a *finding*; a
line that is less sure than a spread which calls the value usual gives *borderline*. Between the sides, a difference
counts when it is larger than the error of the test and larger than the usual spread. A value that fits no norm is kept.
*Strong* is usual and at least the mean. Less than 1 standard deviation below the mean is typical, more than 1.5 a
finding.
"""
WEIGHING = """\
What speaks for a contributor adds up as independent hints do, 1 - (1 - s)(1 - s)..., each s being the strength of a
fact times how fully it holds; what speaks against multiplies the rest away. From 0.25 on a contributor is listed, and
its weight is its share of the squares. Only facts that are known count; the strengths are ours, marked as proposals.
"""


def assessment() -> str:
    """The page of clinical tests."""
    rows = tomllib.loads((SPECS / "assessment" / "clinical_tests.toml").read_text(encoding="utf-8"))["row"]
    parts = ["# How values become findings", SCORING]
    for name, one in sorted(book().clinical_tests.items()):
        parts.append(f"## {name}: {one.name}")
        parts.append(_facts(one))
        parts.append(_cases([row for row in rows if row["test"] == name]))
    parts.append(_settled())
    return "\n".join(parts)


def _facts(one: ClinicalTest) -> str:
    unit = f" [{one.unit}]" if one.unit else ""
    where = f", position *{one.position}*" if one.position else ""
    lines = [f"{one.measures}{unit}; {one.role}, about {one.minutes:g} minutes{where}. {one.interpretation}", ""]
    lines.append(f"Real between two values: {_figure(one.mdc95)}. Between the sides: {_figure(one.side_limit)}.")
    return "\n".join(lines) + "\n"


def _figure(figure: Figure) -> str:
    return f"{figure.wording}{show_status(figure.status)}"


def _cases(rows: list[dict[str, Any]]) -> str:
    lines = ["| person | measured | found | norm | why |", "|---|---|---|---|---|"]
    for row in rows:
        measured = "; ".join(f"{test} {_plain(value)}" for test, value in row["given"].items())
        found = _plain(row["verdict"])
        lines.append(f"| {row['sex']}, {row['age']} | {measured} | {found} | {row.get('norm', '')} | {row['why']} |")
    return "\n".join(lines) + "\n"


def _plain(value: Any) -> str:
    """A value as people say it.

    >>> _plain({"left": 3, "right": 10})
    'left 3, right 10'
    """
    if isinstance(value, dict):
        return ", ".join(f"{key} {_plain(one)}".strip() for key, one in value.items())
    if isinstance(value, list):
        return ", ".join(_plain(one) for one in value)
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _settled() -> str:
    lines = ["## What the facts left open, and what stands", "", "| open | settled | why |", "|---|---|---|"]
    for row in book().tables["settled_assessment"].values():
        cells = row.cells
        lines.append(f"| {cells['question']} | {cells['settled']} | {cells['reason']}{show_status(row.status)} |")
    return "\n".join(lines) + "\n"


def formulation() -> str:
    """The page of contributors."""
    rows = tomllib.loads((SPECS / "formulation" / "contributors.toml").read_text(encoding="utf-8"))["row"]
    cases = {row["contributor"]: row for row in rows}
    parts = ["# How contributors are weighed", WEIGHING, "Facts are read like this:", ""]
    parts += [f"- `{kind}:` {meaning}" for kind, meaning in KINDS.items()] + [""]
    for name, one in sorted(book().contributors.items()):
        parts += [f"## {name}: {one.name}", _contributor(one), _case(cases[name])]
    return "\n".join(parts)


def _contributor(one: ContributorRecord) -> str:
    lines = [
        f"Worked by {one.worked_by.replace('_', ' ')}; the link is of {one.certainty.replace('_', ' ')} certainty."
    ]
    lines += [f"{one.falsifier}", "", "| | fact | strength | sentence | from |", "|---|---|---|---|---|"]
    lines += [_evidence("for", part) for part in one.for_] + [_evidence("against", part) for part in one.against]
    return "\n".join(lines) + "\n"


def _evidence(kind: str, part: Evidence) -> str:
    fact = part.fact.replace("|", " or ")
    return f"| {kind} | {fact} | {part.strength:g} | {part.say} | {' '.join(part.sources)}{show_status(part.status)} |"


def _case(row: dict[str, Any]) -> str:
    side = f" on the {row['side']} side" if "side" in row else ""
    told, against = (_told(row[key]) for key in ("told", "against"))
    return (
        f"For example: {row['why']} Told: {told}. It is listed{side}. Told as well or instead: {against}. It is gone.\n"
    )


def _told(told: dict[str, Any]) -> str:
    return "; ".join(f"{key.replace('_', ' ')} {_plain(value) or 'none'}" for key, value in told.items())


if __name__ == "__main__":
    (HERE / "rules").mkdir(exist_ok=True)
    (HERE / "rules" / "assessment.md").write_text(assessment(), encoding="utf-8")
    (HERE / "rules" / "formulation.md").write_text(formulation(), encoding="utf-8")
