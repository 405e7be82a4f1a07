"""Writes docs/rules/triage.md from the red-flag records and from the people in tests/spec/triage."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SPEC = ROOT / "tests" / "spec" / "triage"
sys.path.insert(0, str(SPEC))

from people import Person  # noqa: E402

from ladderback.evidence import book  # noqa: E402
from ladderback.evidence.red_flags import RedFlagRule  # noqa: E402
from ladderback.rules import read, read_aloud  # noqa: E402
from ladderback.terms.status import show_status  # noqa: E402
from ladderback.triage.standing import in_order  # noqa: E402

PAGE = ROOT / "docs" / "rules" / "triage.md"
FAMILIES = {
    "CES": "Cauda equina", "NEU": "Nerves and spinal cord", "INF": "Infection", "MAL": "Cancer", "FTI": "The course",
    "FX": "Fracture and bone", "SPA": "Inflamed spine", "AAA": "Aorta", "VAS": "Vessels of the leg",
    "BLD": "Blood thinners", "VIS": "Organs", "RHA": "Muscle breakdown", "PRG": "Pregnancy and birth",
    "CV": "Heart, lungs, clots", "BP": "Blood pressure", "GLU": "Sugar", "PRE": "Before exercise", "MH": "Mind",
    "RAD": "Nerve root", "LSS": "Legs on walking", "HED": "Headache",
}  # fmt: skip


def main() -> None:
    """Writes the page."""
    people = spec()
    rules = book().red_flag_rules
    lines = [
        "# The red-flag rules",
        "",
        "Made by `docs/make_triage.py` from `knowledge/red_flag_rules` and from the people in `tests/spec/triage`, who",
        f"are run on both rule engines. {len(rules)} rules, {len(people)} people. No clinician has reviewed them.",
        "",
        'An exception ("unless") relieves only when it was answered yes; only there does not asked count as no.',
        "",
    ]
    for family, title in FAMILIES.items():
        lines += [f"## {title}", ""]
        for name in sorted((name for name in rules if name.split("-")[0] == family), key=in_order):
            lines += paragraph(rules[name], [one for one in people if one.rule == name])
    assert {name.split("-")[0] for name in rules} == set(FAMILIES)
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


def spec() -> tuple[Person, ...]:
    """Everybody in the tables of the spec."""
    tables = sorted(path.stem for path in SPEC.glob("test_red_flags_*.py"))
    return tuple(one for name in tables for one in importlib.import_module(name).PEOPLE)


def paragraph(rule: RedFlagRule, people: list[Person]) -> list[str]:
    """One rule: what it says, what it asks for, its people, where it is from."""
    lines = [
        f"### {rule.id}: {rule.condition}",
        "",
        f"When {read_aloud(read(rule.when))}.",
        "",
        f"**{rule.urgency}**, `{rule.gate}`, to: {rule.recipient_wording}. {sentence(rule.rationale)}",
        "",
        f"> {rule.say}",
        "",
        "| who | answers | the rule says |",
        "|---|---|---|",
        *(f"| {one.title} | {answers(one)} | {one.says} |" for one in people),
        "",
        f"Sources: {', '.join(rule.sources)}{show_status(rule.status)} ({rule.status_wording}).",
    ]
    settled = [f"Settled: {sentence(rule.settled)}"] if rule.settled else []
    return [*lines, *settled, ""]


def answers(person: Person) -> str:
    """The answers as they are read: yes plain, no with a word, a star for everything else denied."""
    words = person.facts.split()
    said = [f"no {word[1:]}" if word.startswith("-") else "all else denied" if word == "*" else word for word in words]
    return ", ".join(one.replace("_", " ").replace("=", " ") for one in said if one) or "nothing asked"


def sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}" if text else ""


if __name__ == "__main__":
    main()
