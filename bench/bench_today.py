"""`today` on a journal of a year, in process and warm (target: under 80 ms), and a journal of 100,000 lines read.

The whole of it is measured: the journal folded, triage, assessment, formulation, and today's session.
"""

from __future__ import annotations

import resource
from collections.abc import Iterator
from datetime import date
from uuid import UUID

import msgspec
from machine import report, seconds_of, spread

from ladderback import intake, simulate
from ladderback.intake.values import IntakeRecord
from ladderback.pathway import Walk, answers

PEOPLE, WEEKS, TIMES, LONG = 24, 52, 3, 100_000


def main() -> None:
    """Times each person several times and keeps the middle of each."""
    today, reading, folding, length = [], [], [], []
    for record, raw in with_journals():
        journal = intake.read_journal(raw, "journal")
        on = intake.latest_day(record, journal)
        middle(reading, lambda r=raw: intake.read_journal(r, "journal"))
        middle(folding, lambda c=record, j=journal, d=on: intake.as_of(c, j, d))
        middle(today, lambda c=record, j=journal, d=on: answers.today_answer(Walk(c, j, d)))
        length.append(len(journal.events))
    figures = {"people": len(today), "lines": [min(length), max(length)], "today_whole": spread(today)}
    figures |= {"reading_the_journal": spread(reading), "folding_it": spread(folding)}
    report("today", figures | long_journal() | {"target": "today under 80 ms on a journal of a year"})


def middle(kept: list[float], job: object) -> None:
    """Adds the middle of several timings."""
    kept.append(sorted(seconds_of(job) for _ in range(TIMES))[TIMES // 2])  # type: ignore[arg-type]


def with_journals() -> Iterator[tuple[IntakeRecord, bytes]]:
    """Simulated people who train, each with a journal of a year."""
    found, number = 0, 0
    while found < PEOPLE:
        one = simulate.one(number, seed=3, weeks=WEEKS)
        number += 1
        if sum(line["event"] == "trained" for line in one["journal"]) > WEEKS // 2:
            found += 1
            lines = b"\n".join(msgspec.json.encode(line) for line in one["journal"])
            yield intake.read(msgspec.json.encode(one["case"]), "simulated"), lines


def long_journal() -> dict[str, object]:
    """The longest journal that is promised to be read."""
    day = date(2026, 1, 1).isoformat()
    clock = [f"{day}T{minute // 60:02d}:{minute % 60:02d}+00:00" for minute in range(24 * 60)]
    walk = '{{"at": "{at}", "id": "{id}", "event": "walked", "minutes": 20}}'
    lines = (walk.format(at=clock[number % len(clock)], id=UUID(int=number)) for number in range(LONG))
    raw = "\n".join(lines).encode()
    seconds = seconds_of(lambda: intake.read_journal(raw, "journal"))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"lines_of_the_long_one": LONG, "reading_the_long_one_s": round(seconds, 2), "most_memory_mb": round(most)}


if __name__ == "__main__":
    main()
