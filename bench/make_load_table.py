"""Makes the table of loads from the exact solve at its nodes: `make load-table`, after a change of poses or body."""

from __future__ import annotations

import time
from multiprocessing import Pool
from pathlib import Path

import msgspec
import numpy as np

from ladderback.body import table
from ladderback.body.values import Build

OUT = Path(table.__file__).parent / table.FILE


def main() -> None:
    """Solves every movement at every node and writes the table."""
    started = time.perf_counter()
    values, peaks = {}, ()
    with Pool(2) as pool:
        for sex in table.STATURES:
            bodies: list[Build] = [one for row in table.bodies(sex) for one in row]
            found = pool.map(table.node_values, bodies, chunksize=1)
            grid = np.array([one for one, _ in found]).reshape(*table.NODES, len(found[0][0]), len(table.QUANTITIES))
            values[sex] = np.moveaxis(grid, (0, 1), (2, 3)).astype(np.float32).tobytes()
            peaks = tuple(found[len(found) // 2][1])
    made = table.Table(
        fingerprint=table.fingerprint(), movements=table.loaded_movements(), peaks=peaks, values=values
    )  # fmt: skip
    OUT.write_bytes(msgspec.msgpack.encode(made))
    size, took = OUT.stat().st_size / 1e3, time.perf_counter() - started
    print(f"{OUT.name}: {len(made.movements)} movements, {size:.0f} kB, {took:.0f} s")


if __name__ == "__main__":
    main()
