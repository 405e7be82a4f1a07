"""How long the second pair of eyes takes for one programme, in process and warm. Target: under 5 ms."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from machine import ROOT, report, seconds_of, spread

from ladderback import intake, simulate, verification
from ladderback.pathway import Walk
from ladderback.programme.values import Composed

SIMULATED, TIMES = 120, 5


def main() -> None:
    """Verifies every programme several times and keeps the middle of each."""
    each, checked = [], []
    for walk in walks():
        composed = walk.composed
        if isinstance(composed, Composed):
            rest = (walk.record, walk.decision, walk.findings, walk.formulation)
            times = sorted(seconds_of(lambda c=composed, r=rest: verification.verify(c, *r)) for _ in range(TIMES))
            each.append(times[TIMES // 2])
            checked.append(walk.report.checked if walk.report else 0)
    figures = {"programmes": len(each), "verify": spread(each), "rules_looked_at": max(checked)}
    report("verify", figures | {"target": "under 5 ms"})


def walks() -> Iterator[Walk]:
    """The example people and some simulated ones."""
    for path in sorted((ROOT / "examples" / "cases").glob("*.toml")):
        record = intake.read(path.read_bytes(), path.name)
        yield Walk(record, None, record.taken_on)
    for one in simulate.people(SIMULATED, seed=1)["people"]:
        record = intake.read(msgspec.json.encode(one["case"]), "simulated")
        yield Walk(record, None, record.taken_on)


if __name__ == "__main__":
    main()
