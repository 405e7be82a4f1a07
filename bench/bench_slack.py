"""Who takes up the slack: one task and three restrictions, everything on (target: under 500 ms warm).

Everything: all eight subsets, bands from the measurement error, Shapley shares, drawn weights, the other ways.
"""

from __future__ import annotations

import sys

from machine import report, seconds_of, spread

from ladderback.body.slack import Range, Ranges, take_up, tasks
from ladderback.body.slack.picture import slack_picture
from ladderback.body.values import Build

RUNS = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BUILD = Build(sex="male", stature=1.76, mass=76.0)
STIFF = Ranges(hip_flexion=Range.both(92.0), ankle=Range.both(24.0), straight_leg=Range.both(58.0))


def main() -> None:
    """Times each task warm, and one picture."""
    figures: dict[str, object] = {}
    for task in tasks():
        take_up(BUILD, STIFF, task)
        figures[task] = spread([seconds_of(lambda task=task: take_up(BUILD, STIFF, task)) for _ in range(RUNS)])
    found = take_up(BUILD, STIFF, "sock")
    slack_picture(found, BUILD)
    figures["picture"] = spread([seconds_of(lambda: slack_picture(found, BUILD)) for _ in range(RUNS)])
    report("slack", figures | {"target": "each task under 500 ms"})


if __name__ == "__main__":
    main()
