"""`ladderback plan` as a whole process against the bare import of the solver, in turn. Target: at most 0.5 s more.

Also the most memory a process took. Target: under 400 MB.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from machine import ROOT, as_installed, report, spread

ROUNDS = 7
BARE = [sys.executable, "-c", "import ortools.sat.python.cp_model"]


def main() -> None:
    """Times both in turn, so that whatever else the machine does hits both alike."""
    cases = sorted((ROOT / "examples" / "cases").glob("*.toml"))
    bare, whole, memory = [], [], []
    warm_up(cases[0])
    by_case: dict[str, list[float]] = {case.stem: [] for case in cases}
    for _ in range(ROUNDS):
        for case in cases:
            bare.append(run(BARE)[0])
            seconds, most = run(plan(case))
            whole.append(seconds)
            by_case[case.stem].append(seconds)
            memory.append(most)
    over = {name: round(median(times) - median(bare), 3) for name, times in by_case.items()}
    report(
        "plan_process",
        {
            "bare_solver_import": spread(bare),
            "plan_whole_process": spread(whole),
            "over_bare_import_s": {"median": round(median(whole) - median(bare), 3), "by_case": over},
            "most_memory_mb": round(max(memory)),
            "target": "at most 0.5 s over the bare import; under 400 MB",
        },
    )


def plan(case: Path) -> list[str]:
    """The command as a practitioner would type it."""
    return [str(Path(sys.executable).parent / "ladderback"), "plan", str(case), "--json"]


def warm_up(case: Path) -> None:
    """Compiles both once, as an installation does."""
    run(BARE)
    run(plan(case))


def run(words: list[str]) -> tuple[float, float]:
    """Seconds and most memory [MB] of one process; every answer counts, also the one that nobody may train."""
    begin = perf_counter()
    job = subprocess.Popen(words, stdout=subprocess.DEVNULL, env=as_installed())
    _, status, used = os.wait4(job.pid, 0)
    seconds = perf_counter() - begin
    if os.waitstatus_to_exitcode(status) not in (0, 3, 4):
        raise SystemExit(f"{words} ended with {os.waitstatus_to_exitcode(status)}")
    return seconds, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
