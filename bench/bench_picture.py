"""How long a sheet of pictures takes to draw and how small it is, poses solved beforehand.

Every movement for one build, warm, one after the other, as time of the processor. Targets: under 150 ms, under 60 kB.
"""

from __future__ import annotations

import gzip
import sys
from collections import defaultdict
from time import process_time

from machine import percentile, report, spread

from ladderback.body.picture import figure
from ladderback.body.picture.story import moments
from ladderback.body.values import Build
from ladderback.evidence import book

TIMES = int(sys.argv[1]) if len(sys.argv) > 1 else 3
BUILD = Build(sex="female", stature=1.66, mass=64.0)
MOST_SECONDS, MOST_BYTES = 0.150, 60_000


def main() -> None:
    """Draws every sheet several times, keeps the middle of each, and tells them by number of poses."""
    seconds: dict[int, list[float]] = defaultdict(list)
    kilobytes: dict[str, float] = {}
    over: list[str] = []
    for movement in sorted(book().poses):
        found = moments(movement, BUILD)
        middle = sorted(_seconds(movement) for _ in range(TIMES))[TIMES // 2]
        seconds[len(found)].append(middle)
        kilobytes[movement] = len(gzip.compress(figure(movement, BUILD).encode())) / 1000
        over += [movement] * (middle > MOST_SECONDS)
    figures: dict[str, object] = {f"{count}_poses": spread(each) for count, each in sorted(seconds.items())}
    sizes = sorted(kilobytes.values())
    figures |= {
        "sheets": len(sizes), "slower_than_150_ms": over,
        "gzipped_kb": {
            "median": round(percentile(sizes, 0.5), 1), "p90": round(percentile(sizes, 0.9), 1),
            "most": round(sizes[-1], 1),
        },
        "larger_than_60_kb": [name for name, size in sorted(kilobytes.items()) if size * 1000 > MOST_BYTES],
        "target": "each sheet under 150 ms and 60 kB",
    }  # fmt: skip
    report("picture", figures)


def _seconds(movement: str) -> float:
    begin = process_time()
    figure(movement, BUILD)
    return process_time() - begin


if __name__ == "__main__":
    main()
