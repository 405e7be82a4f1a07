"""Seeks starts for the slack solver: many random starts on one body, several restrictions, each way of each task.

Writes knowledge/tables/slack_starts.csv. Slow (minutes); run again only when poses, ranges or prices change. The starts
only shorten the search: every answer is still solved and checked for the person at hand.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import numpy as np

from ladderback.body.coordinates import names
from ladderback.body.physics import body_of
from ladderback.body.posing import Solved, first_guess
from ladderback.body.slack.ranges import Bounds, bounds_of
from ladderback.body.slack.solving import Found, Solver, rank
from ladderback.body.slack.values import Range, Ranges
from ladderback.body.slack.ways import Task, tasks, ways_of
from ladderback.body.values import Build
from ladderback.movements import poses

FILE = Path(__file__).resolve().parents[1] / "src/ladderback/knowledge/tables/slack_starts.csv"
BODY = Build(sex="male", stature=1.74, mass=73.0)
RANDOM, SPREAD, SEED = 12, 0.35, 11
FREE = {"straight_leg": 80.0}
SETS = {
    "free": {}, "hip": {"hip_flexion": 90.0}, "hip_more": {"hip_flexion": 75.0}, "ankle": {"ankle": 20.0},
    "leg": {"straight_leg": 50.0},
    "hip_ankle": {"hip_flexion": 90.0, "ankle": 20.0}, "ankle_leg": {"ankle": 20.0, "straight_leg": 50.0},
    "hip_leg": {"hip_flexion": 90.0, "straight_leg": 50.0},
    "all": {"hip_flexion": 90.0, "ankle": 20.0, "straight_leg": 50.0},
}  # fmt: skip
OVERHEAD = {"free": {}, "shoulder": {"shoulder": 140.0}, "both": {"shoulder": 150.0, "thoracic_rotation": 25.0}}


def main() -> None:
    """Seeks, goes over the sets twice so that each learns from the others, and writes."""
    wanted = sys.argv[1:]
    kept = [] if not wanted else [row for row in _read() if row["movement"] not in wanted]
    for task in tasks():
        for way in ways_of(task):
            if not wanted or way.movement in wanted:
                kept += _seek(way)
                print(way.movement, flush=True)
    _write(kept)


def _seek(way: Task) -> list[dict[str, str]]:
    solver = Solver(body_of(BODY), poses(way.movement)[0], way)
    solver.most = 60
    sets = OVERHEAD if way.task == "overhead" else SETS
    best: dict[tuple[str, str], Found] = {}
    for turn in range(3):
        for name, limits in sets.items():
            bounds = bounds_of(Ranges(**{k: Range.both(v) for k, v in {**FREE, **limits}.items()}), BODY.sex)
            for kind in ("ease", "least"):
                others = [found.solved for found in best.values()]
                starts = _random(solver, bounds) if turn == 0 else others
                found = getattr(solver, kind)(bounds, starts)
                old = best.get((name, kind))
                if old is None or rank(found) < rank(old):
                    best[name, kind] = found
    return [_row(way.movement, name, kind, found) for (name, kind), found in best.items() if found.missed.accepted]


def _random(solver: Solver, bounds: Bounds) -> list[Solved]:
    draw = np.random.default_rng(SEED)
    solver.within(bounds)
    where, turn, angles = first_guess(solver.problem)
    return [
        Solved(where, turn, angles + (SPREAD * draw.standard_normal(len(angles)) if index else 0.0), 0.0, 0)
        for index in range(RANDOM)
    ]


def _row(movement: str, name: str, kind: str, found: Found) -> dict[str, str]:
    solved = found.solved
    said = {
        "id": f"{movement}.{name}.{kind}", "movement": movement, "kind": kind,
        "where": ";".join(f"{one:.3f}" for one in solved.where / BODY.stature),
        "turn": ";".join(f"{one:.4f}" for one in solved.turn),
        "angles": ";".join(f"{one:.1f}" for one in np.degrees(solved.angles)),
    }  # fmt: skip
    print(
        f"   {name:10s} {kind:5s} price {found.price:.4f} lumbar {solved.degrees('lumbar_flexion'):.1f}",
        f"missed {found.missed.demand:.1f}",
    )
    return said | {
        "sources": "PROPOSAL",
        "status": "proposal",
        "status_wording": "computed; only where a search begins",
    }


def _read() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _write(rows: list[dict[str, str]]) -> None:
    with FILE.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(len(rows), "starts,", len(names()), "coordinates each")


if __name__ == "__main__":
    main()
