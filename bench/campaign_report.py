"""What the campaign shows: how often everything occurred, what was too rare, times, gaps, violations, exceptions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from machine import ROOT, in_words, percentile, report

from ladderback.evidence import book

LEAST = 100
PAGE = ROOT / "docs" / "safety" / "campaign.md"
EXITS = {
    0: "0 programme, in order",
    1: "1 our own fault",
    3: "3 must not train today",
    4: "4 wishes clash",
    5: "5 not in order",
}
MUST_OCCUR = ("0 programme, in order", "3 must not train today", "4 wishes clash")
Rows = list[dict[str, Any]]


def write(rows: Rows, seed: int) -> int:
    """Prints the tables, writes the page and the result; exit status 1 when something must not be."""
    counts = occurred(rows)
    too_rare = {kind: rare(kind, found) for kind, found in counts.items()}
    figures = summary(rows, seed) | {"fewer_than_100": {kind: names for kind, names in too_rare.items() if names}}
    report("campaign", figures | {"occurred": counts})
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text("\n".join(page(figures, counts)) + "\n", encoding="utf-8")
    return 0 if not (figures["violations"] or figures["exceptions"] or figures["neither_programme_nor_reason"]) else 1


def rare(kind: str, found: dict[str, int]) -> list[str]:
    """What occurred in fewer people than it must; our own faults need not occur."""
    wanted = MUST_OCCUR if kind == "exit status" else found
    return sorted(name for name in wanted if found[name] < LEAST)


def occurred(rows: Rows) -> dict[str, dict[str, int]]:
    """How often each rule, limit, place, set, stage and exit status occurred, also those that never did."""
    sets = book().tables["simulation_means"]
    every: dict[str, tuple[Iterable[str], Iterable[str]]] = {
        "red-flag rule": (book().red_flag_rules, (name for row in rows for name in row.get("rules", ()))),
        "limit": (book().limits, (name for row in rows for name in row.get("limits", ()))),
        "place": (("home", "gym", "clinic"), (row.get("place", "") for row in rows)),
        "equipment set": (sets, (row.get("equipment_set", "") for row in rows)),
        "stage at the start": ("1234", (str(row.get("stage")) for row in rows)),
        "stage of a week": ("1234", (str(one) for row in rows for one in sorted(set(row.get("stages", ()))))),
        "exit status": (MUST_OCCUR, (EXITS[row["exit"]] for row in rows)),
    }
    return {kind: _counted(names, found) for kind, (names, found) in every.items()}


def _counted(names: Iterable[str], found: Iterable[str]) -> dict[str, int]:
    counted = Counter(found)
    return {name: counted[name] for name in sorted({*names, *counted} - {"", "None"})}


def summary(rows: Rows, seed: int) -> dict[str, Any]:
    """The figures that the README quotes."""
    planned = [row for row in rows if row.get("plan_seconds") is not None]
    solved = [row for row in planned if row.get("gap") is not None]
    near = sum(row["status"] == "optimal" or row["gap"] <= 0.02 for row in solved)
    plan = [row["plan_seconds"] for row in planned]
    checked = [row["verify_seconds"] for row in planned if row.get("verify_seconds") is not None]
    return {
        "people": len(rows),
        "seed": seed,
        "planned": len(planned),
        "with_programme": sum(row["exit"] == 0 for row in rows),
        "plan_seconds": _spread(plan),
        "verify_seconds": _spread(checked),
        "all_seconds_in_one_process": round(sum(row.get("whole_seconds", 0) for row in rows)),
        "optimal_or_within_2_percent": round(near / len(solved), 4) if solved else None,
        "violations": sum(bool(row.get("violations")) for row in rows),
        "violation_kinds": dict(Counter(one for row in rows for one in row.get("violations", ())).most_common(20)),
        "exceptions": sum(bool(row.get("error")) for row in rows),
        "exception_types": dict(Counter(row["error"] for row in rows if row.get("error"))),
        "neither_programme_nor_reason": sum(not row.get("answered") for row in rows),
    }


def _spread(seconds: list[float]) -> dict[str, float]:
    if not seconds:
        return {}
    return {"p50": percentile(seconds, 0.5), "p99": percentile(seconds, 0.99), "most": max(seconds)}


def page(figures: dict[str, Any], counts: dict[str, dict[str, int]]) -> list[str]:
    """The page of the docs."""
    lines = [
        "# The crash-test campaign",
        "",
        f"{figures['people']} simulated people (seed {figures['seed']}), each walked the whole way, planned and "
        "verified. The people are invented: see [simulation.md](simulation.md). Made by",
        "",
        "    .venv/bin/python bench/campaign.py --people 20000",
        "",
        "and for more people (what is done is kept, so it can be stopped at any time)",
        "",
        "    .venv/bin/python bench/campaign.py --people 100000",
        "",
        f"Machine: {in_words()}.",
        "",
        "| figure | value |",
        "|---|---|",
    ]
    lines += [f"| {key.replace('_', ' ')} | {_shown(value)} |" for key, value in figures.items()]
    for kind, found in counts.items():
        lines += ["", f"## {kind.capitalize()}: in how many people", "", f"| {kind} | people |", "|---|---|"]
        few = rare(kind, found)
        lines += [f"| {name} | {n}{' (fewer than 100)' if name in few else ''} |" for name, n in found.items()]
    return lines


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{key} {_shown(one)}" for key, one in value.items()) or "none"
    return ", ".join(str(one) for one in value) if isinstance(value, list) else f"{value}"
