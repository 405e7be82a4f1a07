"""A ladder to one life task: target under 300 ms for a person nobody has weighed before; and the same again, warm."""

from __future__ import annotations

import sys
from datetime import date
from time import perf_counter, process_time

from machine import percentile, report

from ladderback import ladder
from ladderback.body.loading import load_pose
from ladderback.body.values import Build
from ladderback.evidence import book
from ladderback.formulation.values import Formulation
from ladderback.intake.values import Client, Goal, IntakeRecord
from ladderback.ladder import weighing
from ladderback.movements import poses

DAY = date(2026, 11, 1)
BODIES = int(sys.argv[1]) if len(sys.argv) > 1 else 3
FORMULATION = Formulation(
    pattern="none_clear", directional_preference="unknown", stage="functional_optimisation", stage_number=4,
    irritability="low", phase="chronic", psychosocial_risk="low", contributors=(), next_best=(),
)  # fmt: skip


def main() -> None:
    """Times every ladder for some bodies, cold and warm."""
    load_pose(Build(sex="male", stature=1.75, mass=75.0), poses("stand")[0])
    cold, warm, busy, rungs = [], [], [], []
    slowest: tuple[float, str] = (0.0, "")
    for number in range(BODIES):
        sex, height, mass = ("female", "male")[number % 2], 160.0 + 7 * number, 62.0 + 8 * number
        client = Client(age=40, sex=sex, height_cm=height, mass_kg=mass)
        for task in book().ladders:
            weighing.forget()
            seconds, used, count = timed(client, task)
            cold.append(seconds)
            busy.append(used)
            rungs.append(count)
            slowest = max(slowest, (seconds, task))
            warm.append(timed(client, task)[0])
    report(
        "ladder",
        {
            "ladders": len(cold), "rungs_median": percentile([float(one) for one in rungs], 0.5),
            "cold_ms": in_ms(cold), "cold_processor_ms": in_ms(busy), "warm_ms": in_ms(warm), "slowest": slowest[1],
            "share_under_300_ms": round(sum(one < 0.3 for one in cold) / len(cold), 3),
            "target": "a ladder under 300 ms",
        },
    )  # fmt: skip


def timed(client: Client, task: str) -> tuple[float, float, int]:
    """Seconds on the clock, seconds of the processor, rungs."""
    record = IntakeRecord(taken_on=DAY, on=DAY, client=client, goals=(Goal(task=task, ability=3.0, fear=8.0),))
    begin, used = perf_counter(), process_time()
    (made,) = ladder.build(record, FORMULATION)
    return perf_counter() - begin, process_time() - used, len(made.rungs)


def in_ms(seconds: list[float]) -> dict[str, float]:
    """Median, ninth decile and most [ms]."""
    return {
        "median": round(percentile(seconds, 0.5) * 1e3, 1),
        "p90": round(percentile(seconds, 0.9) * 1e3, 1),
        "most": round(max(seconds) * 1e3, 1),
    }


if __name__ == "__main__":
    main()
