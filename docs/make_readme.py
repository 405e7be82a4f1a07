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
        *of_the_body(),
    ]  # fmt: skip


def of_the_body() -> list[tuple[str, str, str, str]]:
    """Loads, slack, ladders and pictures: misses are shown as misses."""
    body, slack, ladder, picture = (measured(name) for name in ("body", "slack", "ladder", "picture"))
    error = body["table_error"]
    tasks = {name: one["median_ms"] for name, one in slack.items() if isinstance(one, dict) and "median_ms" in one}
    tasks.pop("picture", None)
    within = sorted(name for name, time in tasks.items() if time < 500)
    return [
        (f"loads of all {body['movements']} movements ({body['poses']} key poses) for a fresh client, exact", spread(body["all_exact"]), "400 ms: **missed**" if body["all_exact"]["median_ms"] > 400 else "400 ms", body["command"]),
        ("the same by the table", f"{body['all_by_table']['median_ms']:.2f} ms (p99 {body['all_by_table']['p99_ms']:.1f})", "10 ms", body["command"]),
        (f"error of the table at {error['bodies']} random bodies", f"median {100 * error['median']:.2f} %, p95 {100 * error['p95']:.1f} %; {100 * error['share_above_2_percent']:.1f} % of values above 2 %, the worst {error['worst'][0]}", "2 %", body["command"]),
        ("one pose against the raw calls in it", f"{body['one_pose']['times_raw_calls']['p50']} times", "1.5 times: **missed**", body["command"]),
        ("slack, one task and three restrictions, warm", f"{min(tasks.values()):.0f} to {max(tasks.values()):.0f} ms by task; under 500 ms: {', '.join(within) or 'none'}", "500 ms" + ("" if len(within) == len(tasks) else ": **missed by some**"), slack["command"]),
        ("a ladder, cold", f"{ladder['cold_ms']['median']:.0f} ms (p90 {ladder['cold_ms']['p90']:.0f}, most {ladder['cold_ms']['most']:.0f})", "300 ms", ladder["command"]),
        ("a sheet of pictures", picture_figures(picture), "150 ms, 60 kB", picture["command"]),
    ]  # fmt: skip


def picture_figures(picture: dict[str, Any]) -> str:
    """Time and size of a sheet."""
    times = ", ".join(f"{count} poses {picture[f'{count}_poses']['median_ms']:.0f} ms" for count in (2, 3, 4))
    over, size = len(picture["slower_than_150_ms"]), picture["gzipped_kb"]
    return f"{times}; {over} of {picture['sheets']} over 150 ms; gzipped median {size['median']} kB, most {size['most']} kB"


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
