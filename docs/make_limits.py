"""Makes docs/rules/limits.md from the table of limits, the settled questions and the sources."""

from __future__ import annotations

from pathlib import Path

from ladderback.evidence import Book, book
from ladderback.evidence.limits import Limit
from ladderback.terms.status import show_status

PAGE = Path(__file__).parent / "rules" / "limits.md"
HEAD = """# The limits

What a condition, a phase or a fact asks of a programme: {rows} rows from {sources_rows} rows of the facts. How a row is
read stands in [reference/limits.md](../reference/limits.md). The planner keeps to them; the second pair of eyes looks
again with code of its own; the tests break each row alone and it is found by its id
(`tests/spec/verification/test_verification_limits.py`). The sentence in quotation marks is what the person reads.
A status in square brackets says how sure the source's words are; our reading of them is a proposal throughout.

This page is made from the records by `make docs`.
"""
WHEN = {"onset": "of the pain", "surgery": "after the operation", "diagnosis": "after it was recorded",
        "pregnancy": "of the pregnancy", "programme": "of the programme", "": ""}  # fmt: skip


def page(knowledge: Book) -> str:
    """The page as text."""
    limits = knowledge.limits.values()
    first = [limit for limit in limits if len(limit.rule_id) == 4]
    parts = [HEAD.format(rows=len(knowledge.limits), sources_rows=len(first))]
    condition = ""
    for limit in sorted(limits, key=lambda one: one.rule_id):
        if limit.condition != condition and len(limit.rule_id) == 4:
            condition = limit.condition
            parts.append(f"## {condition[0].upper()}{condition[1:]}\n")
        parts.append(_row(limit))
    parts.append("## What was settled\n")
    for row in knowledge.tables["settled_limits"].values():
        parts.append(f"**{row.id.replace('_', ' ')}** {row.cells['question']} *Settled:* {row.cells['settled']} "
                     f"*Why:* {row.cells['reason']}{show_status(row.status)}\n")  # fmt: skip
    return "\n".join(parts)


def _row(limit: Limit) -> str:
    lines = [f"### {limit.rule_id}\n", f"“{limit.say}”\n"]
    lines.append(f"- {limit.action}: {limit.limit_or_dose}{show_status(limit.status)}")
    lines.append(f"- when: {_when(limit)}")
    lines.append(f"- asks: {_asks(limit)}")
    lines.append(f"- lifted by: {', '.join(limit.lifted_by).replace('_', ' ') or 'nobody'}")
    lines.append(f"- reason: {limit.reason}; evidence: {limit.strength}; sources: {', '.join(limit.sources)}\n")
    return "\n".join(lines)


def _when(limit: Limit) -> str:
    when = " or ".join(f"`{word}`" for word in limit.applies_to)
    when += "".join(f" and `{word}`" for word in limit.needs)
    if limit.weeks_from is not None or limit.weeks_to is not None:
        span = f"{limit.weeks_from or 0:g} to {limit.weeks_to:g}" if limit.weeks_to else f"{limit.weeks_from:g} on"
        when += f", week {span} {WHEN[limit.clock]}"
    return when + (f", up to stage {limit.stage_max}" if limit.stage_max else "")


def _asks(limit: Limit) -> str:
    tags = ", ".join(f"`{tag}`" for tag in limit.effect_tags) or "everything"
    value = f" {limit.effect_value:g}" if limit.effect_value is not None else ""
    spared = f", not for {', '.join(f'`{one}`' for one in limit.exempt)}" if limit.exempt else ""
    return f"{limit.effect.replace('_', ' ')}{value}: {tags}{spared}"


if __name__ == "__main__":
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text(page(book()), encoding="utf-8")
