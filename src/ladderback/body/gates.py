"""The gates of a solved pose: a pose that misses one gives no load, and says what it missed."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ladderback.body.demands import Demands
from ladderback.body.holding import Held
from ladderback.body.numbers import number
from ladderback.body.physics import Body
from ladderback.body.posing import Problem, Solved, turned_by
from ladderback.body.values import Gate, SpinalLoad


def check(body: Body, problem: Problem, solved: Solved, held: Held, load: SpinalLoad) -> tuple[Gate, ...]:
    """Values every gate for the pose the body is in."""
    return (
        *_arrived(problem), _balanced(held), _apart(body), _above_floor(body, problem.demands),
        _as_authored(problem, solved),
        Gate(gate="activation", value=round(load.activation, 3), most=number("gate_activation"), unit="share"),
    )  # fmt: skip


def _arrived(problem: Problem) -> Iterator[Gate]:
    """Touches within 5 mm, reaches within 10 mm."""
    lengths, kinds = np.abs(problem.lengths()) * 1000, problem.demands.kinds
    for gate in ("touch", "reach"):
        off = [
            (float(length), kind.split()[1])
            for length, kind in zip(lengths, kinds, strict=True)
            if kind.startswith(gate)
        ]
        if off:
            worst, where = max(off)
            yield Gate(gate=gate, value=round(worst, 2), most=number(f"gate_{gate}"), unit="mm", where=where)


def _balanced(held: Held) -> Gate:
    return Gate(gate="balance", value=round(held.residual, 2), most=number("gate_balance"), unit="N")


def _apart(body: Body) -> Gate:
    inside = [(-gap * 1000, f"{one} in {two}".replace("_flesh", "")) for one, two, gap in body.overlaps() if gap < 0]
    worst, where = max(inside, default=(0.0, ""))
    return Gate(gate="overlap", value=round(worst, 1), most=number("gate_overlap"), unit="mm", where=where)


def _above_floor(body: Body, demands: Demands) -> Gate:
    """Nothing is under the floor; the toes bend where the ball of the foot bears."""
    on_toes = {b.landmark.split("_")[0] for b in demands.bearings if "_ball" in b.landmark}
    bent = {f"{side}_{mark}" for side in on_toes for mark in ("toe", "foot_top", "ball_in", "ball_out")}
    heights = {name: float(body.point(name)[2]) for name in body.landmarks if name not in bent}
    lowest = min(heights, key=lambda name: heights[name])
    return Gate(
        gate="floor",
        value=round(max(0.0, -heights[lowest] * 1000), 1),
        most=number("gate_floor"),
        unit="mm",
        where=lowest,
    )


def _as_authored(problem: Problem, solved: Solved) -> Gate:
    """The pelvis is turned as authored; where it may turn freely, only a rolled-over body fails."""
    away = float(np.degrees(np.linalg.norm(turned_by(problem.goal_turn, solved.turn))))
    most = number("gate_pelvis_loose") if "pelvis" in problem.pose.loose else number("gate_pelvis")
    return Gate(gate="pelvis", value=round(away, 1), most=most, unit="deg")
