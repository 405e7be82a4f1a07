"""What every bench script says beside its figures: the machine, the command, the middle and the spread."""

from __future__ import annotations

import json
import os
import platform
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "bench" / "results"


def machine() -> dict[str, Any]:
    """CPU, cores, memory [GB] and Python of the machine the figures are from."""
    return {"cpu": _cpu(), "cores": os.cpu_count(), "memory_gb": _memory_gb(), "python": platform.python_version()}


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def _memory_gb() -> float:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9, 1)


def in_words() -> str:
    """The machine in one line."""
    here = machine()
    return f"{here['cpu']}, {here['cores']} cores, {here['memory_gb']} GB, Python {here['python']}"


def command() -> str:
    """The command that reproduces the figures."""
    return shlex.join([".venv/bin/python", f"bench/{Path(sys.argv[0]).name}", *sys.argv[1:]])


def seconds_of(job: Callable[[], Any]) -> float:
    """How long a job takes once [s]."""
    begin = perf_counter()
    job()
    return perf_counter() - begin


def as_installed() -> dict[str, str]:
    """The environment of a fresh process as after an installation: compiled files are kept and used again."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(ROOT / "build" / "compiled")}


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so large a share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)]


def spread(seconds: Sequence[float]) -> dict[str, float]:
    """The middle and the spread of several timings [ms]."""
    return {
        "runs": len(seconds),
        "median_ms": round(median(seconds) * 1e3, 3),
        "p10_ms": round(percentile(seconds, 0.10) * 1e3, 3),
        "p90_ms": round(percentile(seconds, 0.90) * 1e3, 3),
        "p99_ms": round(percentile(seconds, 0.99) * 1e3, 3),
        "most_ms": round(max(seconds) * 1e3, 3),
    }


def report(name: str, figures: dict[str, Any]) -> None:
    """Prints the figures and keeps them in bench/results/<name>.json."""
    RESULTS.mkdir(exist_ok=True)
    kept = {"command": command(), "machine": machine(), **figures}
    (RESULTS / f"{name}.json").write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    print(f"{name}: {in_words()}\n  {command()}")
    for key, value in figures.items():
        print(f"  {key}: {json.dumps(value)}")
