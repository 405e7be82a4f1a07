"""How long a programme takes, warm and in process, for the example people and simulated ones; what was proved; memory.

Targets: the whole way under 150 ms in the middle and under 1.5 s for 99 of 100 (then 300 ms); optimal or within 2 % for
95 of 100; under 400 MB; the same answer every time.
"""

from __future__ import annotations

import resource
import sys
from collections import Counter
from collections.abc import Iterator
from time import perf_counter, process_time

import msgspec
from machine import ROOT, report, spread

from ladderback import intake, simulate
from ladderback.intake.values import IntakeRecord
from ladderback.pathway import Walk
from ladderback.programme.values import Composed, NoProgramme

SIMULATED = int(sys.argv[1]) if len(sys.argv) > 1 else 400
AGAIN = 20


def main() -> None:
    """Walks everybody once after a first warm walk, and some of them twice."""
    everybody = list(records())
    walked(everybody[1])
    wall, cpu, planner, gaps, outcomes = [], [], [], [], Counter[str]()
    for record in everybody:
        walk, seconds, seconds_cpu, seconds_planner = walked(record)
        outcomes[outcome(walk)] += 1
        if walk.decision.may_train:
            wall.append(seconds)
            cpu.append(seconds_cpu)
            planner.append(seconds_planner)
        if isinstance(walk.composed, Composed):
            gaps.append(walk.composed.solve.gap)
    same = sum(walked(one)[0].composed == walked(one)[0].composed for one in everybody[:AGAIN])
    report(
        "plan",
        {
            "people": len(everybody),
            "outcomes": dict(sorted(outcomes.items())),
            "whole_way_wall": spread(wall),
            "whole_way_cpu": spread(cpu),
            "planner_alone_cpu": spread(planner),
            "optimal_or_within_2_percent": round(sum(gap <= 0.02 for gap in gaps) / len(gaps), 4),
            "gap_zero": round(sum(gap == 0 for gap in gaps) / len(gaps), 4),
            "same_answer_twice": f"{same} of {min(AGAIN, len(everybody))}",
            "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        },
    )


def records() -> Iterator[IntakeRecord]:
    """The example people and simulated ones."""
    for path in sorted((ROOT / "examples" / "cases").glob("*.toml")):
        yield intake.read(path.read_bytes(), path.name)
    for one in simulate.people(SIMULATED, seed=1)["people"]:
        yield intake.read(msgspec.json.encode(one["case"]), "simulated")


def walked(record: IntakeRecord) -> tuple[Walk, float, float, float]:
    """The whole way of one person, and its seconds: wall, processor, and the planner alone."""
    begin, begin_cpu = perf_counter(), process_time()
    walk = Walk(record, None, record.taken_on)
    if walk.decision.may_train and record.means is not None:
        _ = walk.formulation
        before = process_time()
        _ = walk.composed
        planned = process_time() - before
        _ = walk.verified
    else:
        planned = 0.0
    return walk, perf_counter() - begin, process_time() - begin_cpu, planned


def outcome(walk: Walk) -> str:
    """What came of it, in a word."""
    if not walk.decision.may_train:
        return "must not train today"
    if isinstance(walk.composed, NoProgramme):
        return "wishes clash"
    return "programme" if walk.report is not None and walk.report.ok else "not in order"


if __name__ == "__main__":
    main()
