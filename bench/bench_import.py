"""How long the engine takes to import without the planner, each in a fresh process. Target: under 150 ms."""

from __future__ import annotations

import subprocess
import sys

from machine import as_installed, report, spread

RUNS = 21
PARTS = {
    "import_ladderback": "import ladderback",
    "import_all_rooms_but_the_planner": "import ladderback.pathway.answers",
    "the_same_and_the_book": "import ladderback.pathway.answers; from ladderback.evidence import book; book()",
    "import_the_command": "import ladderback.cli",
}
TIMED = """
import sys, time
begin = time.perf_counter()
{statement}
seconds = time.perf_counter() - begin
print(seconds, "ortools" in sys.modules)
"""


def main() -> None:
    """Times every part and says whether the solver came with it."""
    figures = {}
    for name, statement in PARTS.items():
        fresh(TIMED.format(statement=statement))  # the first one compiles
        timed = [fresh(TIMED.format(statement=statement)) for _ in range(RUNS)]
        figures[name] = spread([seconds for seconds, _ in timed]) | {"brings_the_solver": timed[0][1]}
    report("import", figures | {"target": "under 150 ms without the planner"})


def fresh(program: str) -> tuple[float, bool]:
    """Seconds inside a fresh process, start of Python not counted, and whether the solver was imported."""
    words = [sys.executable, "-c", program]
    done = subprocess.run(words, capture_output=True, text=True, check=True, env=as_installed())
    seconds, solver = done.stdout.split()
    return float(seconds), solver == "True"


if __name__ == "__main__":
    main()
