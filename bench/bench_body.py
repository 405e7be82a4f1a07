"""The body's figures: one pose against the raw calls in it, all movements exact, the table and its error.

Targets: all catalogue movements for a fresh client under 400 ms exact and under 10 ms by the table, whose error at 200
random bodies is at most 2 %; one pose at most 1.5 times the raw physics and quadratic-programme calls it contains.
`bench_body.py 200` also measures the error of the table (minutes).
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing import Pool
from time import perf_counter
from typing import Any

import mujoco
import numpy as np
from machine import percentile, report, spread

from ladderback.body import quadratic, table
from ladderback.body.loading import load_pose
from ladderback.body.physics import Body, body_of
from ladderback.body.values import Build
from ladderback.movements import poses

CLIENTS, RANDOM_BODIES = 5, int(sys.argv[1]) if len(sys.argv) > 1 else 0
RAW = ("mj_kinematics", "mj_comPos", "mj_comVel", "mj_rne", "mj_jacSite", "mj_jac", "mj_jacSubtreeCom", "mj_collision")


def main() -> None:
    """Measures and reports."""
    every = [pose for name in table.loaded_movements() for pose in poses(name)]
    for pose in every:
        load_pose(Build(sex="male", stature=1.74, mass=71.0), pose, gated=False)
    clients = [random_build(random.Random(seed)) for seed in range(CLIENTS)]
    exact = [timed(lambda one=one: [load_pose(one, pose, gated=False) for pose in every]) for one in clients]
    looked_up = [timed(lambda one=one: table.interpolated(one)) for one in clients * 20]
    figures: dict[str, Any] = {
        "movements": len(table.loaded_movements()),
        "poses": len(every),
        "all_exact": spread(exact) | {"target": "under 0.4 s"},
        "all_by_table": spread(looked_up) | {"target": "under 0.01 s"},
        "one_pose": one_pose(every),
        "rescale": spread([timed(lambda one=one: body_of(one)) for one in clients * 20]),
        "compile": spread([timed(lambda one=one: Body(one)) for one in clients]),
    }
    if RANDOM_BODIES:
        figures["table_error"] = table_error()
    report("body", figures)


def timed(call: Callable[[], Any]) -> float:
    """Seconds of one call."""
    started = perf_counter()
    call()
    return perf_counter() - started


def random_build(draw: random.Random) -> Build:
    """A body somewhere inside the table, never at a node."""
    sex = draw.choice(("female", "male"))
    low, high = table.STATURES[sex]
    stature = draw.uniform(low + 0.04, high - 0.04)
    return Build(sex=sex, stature=stature, mass=draw.uniform(18.5, 36.0) * stature**2)  # type: ignore[arg-type]


def one_pose(every: list[Any]) -> dict[str, Any]:
    """Time of a pose against the time inside the physics and the quadratic programmes that it calls, in one run."""
    build, ratios, whole = Build(sex="female", stature=1.66, mass=66.0), [], []
    with counted() as raw:
        for pose in every[:: max(1, len(every) // 150)]:
            raw[0] = 0.0
            seconds = timed(lambda one=pose: load_pose(build, one, gated=False))
            whole.append(seconds)
            ratios.append(seconds / raw[0])
    times = {f"p{share:.0%}".rstrip("%"): round(percentile(ratios, share), 1) for share in (0.1, 0.5, 0.9)}
    return {"whole": spread(whole), "times_raw_calls": times, "target": "at most 1.5 times"}


@contextmanager
def counted() -> Iterator[list[float]]:
    """Adds up the time inside the raw calls."""
    spent = [0.0]

    def timing(call: Callable[..., Any]) -> Callable[..., Any]:
        def inner(*given: Any, **named: Any) -> Any:
            started = perf_counter()
            found = call(*given, **named)
            spent[0] += perf_counter() - started
            return found

        return inner

    kept = {name: getattr(mujoco, name) for name in RAW}
    solver = quadratic.quadprog.solve_qp
    for name, call in kept.items():
        setattr(mujoco, name, timing(call))
    quadratic.quadprog.solve_qp = timing(solver)
    try:
        yield spent
    finally:
        for name, call in kept.items():
            setattr(mujoco, name, call)
        quadratic.quadprog.solve_qp = solver


def table_error() -> dict[str, Any]:
    """The table against the exact solve at random bodies, none of them a node: ratios to standing [share]."""
    draw = random.Random(2026)
    bodies = [random_build(draw) for _ in range(RANDOM_BODIES)]
    with Pool(2) as pool:
        exact = pool.map(table.node_values, bodies, chunksize=2)
    names, off = table.loaded_movements(), []
    for build, (values, _) in zip(bodies, exact, strict=True):
        found = table.interpolated(build)
        assert found is not None, "make the table first: make load-table"
        ratios = np.array([found[name].ratio for name in names])
        off.append(np.abs(ratios / np.exp(values[:, 2]) - 1))
    errors = np.array(off)
    worst = sorted(((float(errors[:, i].max()), name) for i, name in enumerate(names)), reverse=True)[:8]
    return {
        "bodies": RANDOM_BODIES,
        "median": round(float(np.median(errors)), 5),
        "p95": round(percentile(errors.ravel().tolist(), 0.95), 4),
        "share_above_2_percent": round(float((errors > 0.02).mean()), 4),
        "movements_always_within_2_percent": int((errors.max(axis=0) <= 0.02).sum()),
        "worst": [f"{name} {share:.1%}" for share, name in worst],
        "aim": "at most 2 %",
    }


if __name__ == "__main__":
    main()
