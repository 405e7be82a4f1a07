"""The table of loads: every movement at nodes of sex, stature and BMI, read in between in microseconds.

Made by `make load-table` from the exact solve; a table of other poses or other numbers is not used. Its error at
random bodies is measured in `bench/bench_body.py`, never assumed.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
import numpy as np
from msgspec import Struct
from msgspec.structs import replace

from ladderback.body.coordinates import Matrix, Vector
from ladderback.body.loading import load_pose
from ladderback.body.standing import standing
from ladderback.body.uncertainty import ratio_to
from ladderback.body.values import Build
from ladderback.evidence import book
from ladderback.movements import Posed, poses

FILE = "load_table.msgpack"
STATURES = {"male": (1.55, 1.97), "female": (1.44, 1.84)}  # span of the table [m]
BMIS = (17.0, 40.0)  # span of the table [kg/m2]
NODES = (4, 6)  # statures and BMIs of the table
QUANTITIES = ("compression", "moment", "ratio", "low", "high")
_IN_LOGS = np.array([True, False, True, False, True])


class Table(Struct, frozen=True, kw_only=True):
    """What is asked at every node, loads as logs: sex -> numbers (movement x quantity x stature x BMI) as bytes.

    `peaks`: which key pose of each movement is the highest, in the middle of the table.
    """

    fingerprint: str
    movements: tuple[str, ...]
    peaks: tuple[int, ...]
    values: dict[str, bytes]


class Interpolated(Struct, frozen=True, kw_only=True):
    """Load of one movement from the table [N, N m, multiples of standing]."""

    compression: float
    moment: float
    ratio: float
    low: float
    high: float
    pose: int


@cache
def fingerprint() -> str:
    """Of all that a load depends on: the tables of the body, and the key poses without their words and drawings."""
    known = book()
    tables = [known.tables[name] for name in sorted(known.tables) if name.startswith("body_")]
    posed = [_without_looks(pose) for name in ("stand", *loaded_movements()) for pose in poses(name)]
    return hashlib.sha256(msgspec.msgpack.encode([posed, tables], order="sorted")).hexdigest()


def _without_looks(pose: Posed) -> Posed:
    return replace(
        pose,
        caption="",
        arrows=(),
        surfaces={name: replace(one, draw="") for name, one in pose.surfaces.items()},
        carried=tuple(replace(one, draw="") for one in pose.carried),
    )


def loaded_movements() -> tuple[str, ...]:
    """All exercises and life tasks that have poses."""
    return tuple(name for name, one in sorted(book().poses.items()) if one.kind in ("exercise", "task"))


@cache
def table() -> Table | None:
    """The table that came with these poses; none when it was made from others."""
    try:
        raw = files("ladderback.body").joinpath(FILE).read_bytes()
        found = msgspec.msgpack.decode(raw, type=Table)
    except (OSError, msgspec.MsgspecError):
        return None
    return found if found.fingerprint == fingerprint() else None


@cache
def _values(sex: str) -> Matrix:
    found = table()
    assert found is not None
    shape = (len(found.movements), len(QUANTITIES), *NODES)
    return np.frombuffer(found.values[sex], dtype=np.float32).reshape(shape).astype(np.float64)


def interpolated(build: Build) -> dict[str, Interpolated] | None:
    """Loads of all movements for one person; none outside the span of the table, or without a table."""
    found = table()
    low, high = STATURES[build.sex]
    if (
        found is None
        or build.waist is not None
        or not low <= build.stature <= high
        or not BMIS[0] <= build.bmi <= BMIS[1]
    ):
        return None
    tall, thick = _weights(build.stature, low, high, NODES[0]), _weights(build.bmi, *BMIS, NODES[1])
    answers = np.einsum("mqsb,s,b->mq", _values(build.sex), tall, thick)
    sizes = np.where(_IN_LOGS, np.exp(answers), answers)
    return {
        name: Interpolated(
            compression=row[0], moment=row[1], ratio=row[2], low=row[3], high=row[4], pose=peak
        )
        for name, row, peak in zip(found.movements, sizes.tolist(), found.peaks, strict=True)
    }  # fmt: skip


def nodes(low: float, high: float, count: int) -> Vector:
    """Chebyshev nodes of a span.

    >>> nodes(0.0, 1.0, 2).round(3).tolist()
    [0.146, 0.854]
    """
    angles = (2 * np.arange(count) + 1) * np.pi / (2 * count)
    return np.asarray((low + high) / 2 - (high - low) / 2 * np.cos(angles))


def _weights(at: float, low: float, high: float, count: int) -> Vector:
    """Weights of the nodes for a place between them (Lagrange)."""
    places = nodes(low, high, count)
    found = np.ones(count)
    for index in range(count):
        others = np.delete(places, index)
        found[index] = np.prod((at - others) / (places[index] - others))
    return found


def bodies(sex: str) -> list[list[Build]]:
    """The bodies at the nodes: statures, in each the BMIs."""
    kind: Any = sex
    return [
        [Build(sex=kind, stature=float(tall), mass=float(thick * tall**2)) for thick in nodes(*BMIS, NODES[1])]
        for tall in nodes(*STATURES[sex], NODES[0])
    ]


def node_values(build: Build) -> tuple[Matrix, list[int]]:
    """What the table holds for one body (movement x quantity), and which key pose of each movement is the highest."""
    own = standing(build).load
    rows, peaks = [], []
    for name in loaded_movements():
        loads = [load_pose(build, pose, gated=False).load for pose in poses(name)]
        highest = max(range(len(loads)), key=lambda index: loads[index].compression)
        load = loads[highest]
        ratio = ratio_to(load, own)
        rows.append((np.log(load.compression), load.net.flexion, np.log(ratio.value), ratio.low, np.log(ratio.high)))
        peaks.append(highest)
    return np.array(rows), peaks
