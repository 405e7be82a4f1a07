"""Writes the figures of the README from what the benches last measured: each with its target and its command."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
BEGIN, END = "<!-- figures: made by docs/make_readme.py -->\n", "<!-- end of figures -->\n"


def measured(name: str) -> dict[str, Any]:
    """What a bench wrote down."""
    found: dict[str, Any] = json.loads((ROOT / "bench" / "results" / f"{name}.json").read_text(encoding="utf-8"))
    return found


def spread(figures: dict[str, float]) -> str:
    """Median with the spread around it."""
    return f"{figures['median_ms']:.0f} ms (p10 {figures['p10_ms']:.0f}, p90 {figures['p90_ms']:.0f}, p99 {figures['p99_ms']:.0f})"


def rows() -> list[tuple[str, str, str, str]]:
    """What, measured, wanted, command."""
    plan, process, triage, today = (measured(name) for name in ("plan", "plan_process", "triage", "today"))
    verify, importing, campaign = measured("verify"), measured("import"), measured("campaign")
    one = triage["all_rules_with_reasons_us"]
    bare = process["bare_solver_import"]["median_ms"]
    return [
        ("plan, warm, whole way", spread(plan["whole_way_wall"]), "p50 < 150 ms, p99 < 1.5 s (then 300 ms)", plan["command"]),
        ("weeks proven optimal or within 2 %", f"{100 * plan['optimal_or_within_2_percent']:.0f} %", "95 %", plan["command"]),
        (
            "`ladderback plan`, whole process, over the bare solver import",
            f"{process['over_bare_import_s']['median']:+.2f} s ({process['plan_whole_process']['median_ms']:.0f} against {bare:.0f} ms)",
            "+0.5 s",
            process["command"],
        ),
        ("most memory of a plan", f"{process['most_memory_mb']} MB", "400 MB", process["command"]),
        (
            f"all {triage['rules']} triage rules, one person, with reasons",
            f"{one['median']:.0f} µs (p90 {one['p90']:.0f}, most {one['most']:.0f})",
            "50 µs",
            triage["command"],
        ),
        (
            "the same for a million people in columns, against rules written by hand",
            f"{triage['compiled_over_by_hand']:.2f} times",
            "1.2 times",
            triage["command"],
        ),
        ("`verify`", f"{verify['verify']['median_ms']:.1f} ms (p99 {verify['verify']['p99_ms']:.1f})", "5 ms", verify["command"]),
        (
            "`today` on a year's journal (the case's weeks already composed)",
            spread(today["today_whole"]),
            "80 ms",
            today["command"],
        ),
        ("a journal of 100,000 lines read", f"{today['reading_the_long_one_s']:.1f} s", "without trouble", today["command"]),
        (
            "import of every room without the planner",
            spread(importing["import_all_rooms_but_the_planner"]),
            "150 ms",
            importing["command"],
        ),
        (
            f"crash test: {campaign['people']:,} simulated people planned and verified",
            f"{campaign['violations']} violations, {campaign['exceptions']} exceptions, "
            f"{campaign['neither_programme_nor_reason']} without programme or reason",
            "0, 0, 0",
            campaign["command"],
        ),
    ]  # fmt: skip


def vignettes() -> dict[str, str]:
    """The score on the coded case reports."""
    said = subprocess.run(
        [sys.executable, ROOT / "bench" / "score_vignettes.py"], capture_output=True, text=True, check=False
    )
    return dict(line.split()[:2] for line in said.stdout.splitlines()[:5])


def table() -> str:
    """The figures as a table, and the score with what it is worth."""
    machine = measured("plan")["machine"]
    lines = [
        f"Machine: {machine['cpu']}, {machine['cores']} cores (shared), {machine['memory_gb']:.0f} GB, Python {machine['python']}.",
        "",
    ]
    lines += ["| what | measured | wanted | command |", "|---|---|---|---|"]
    lines += [f"| {what} | {got} | {wanted} | `{command}` |" for what, got, wanted, command in rows()]
    score = vignettes()
    lines += [
        "",
        f"Triage on {score['rows']} coded case reports (`.venv/bin/python bench/score_vignettes.py`): {score['inside_percent']} % inside the",
        f"acceptable range, {score['exact_percent']} % exact, {score['emergencies_below_same_day']} emergencies below `same_day`, "
        f"{score['pressing_with_proceed']} pressing ones with a `proceed` gate. **These cases were used to",
        "write the rules**: the figure guards against steps back and proves nothing about new cases. Each miss and its reason:",
        "[docs/safety/vignettes.md](docs/safety/vignettes.md).",
        "",
    ]
    return "\n".join(lines)


def main() -> None:
    """Puts the table between the marks of the README."""
    readme = ROOT / "README.md"
    before, _, rest = readme.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    readme.write_text(before + BEGIN + table() + END + after, encoding="utf-8")


if __name__ == "__main__":
    main()
