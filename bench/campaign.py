"""The crash test: simulated people, each planned and verified. It can be stopped at any time and goes on where it was.

    .venv/bin/python bench/campaign.py --people 20000              the campaign of the docs
    .venv/bin/python bench/campaign.py --people 100000             more; what is done already is kept
    .venv/bin/python bench/campaign.py --people 5000 --from 20000  another stretch
    .venv/bin/python bench/campaign.py --people 20000 --seed 7     other people

One line a person goes to build/campaign-<seed>.jsonl. Lines of another engine or another book are not counted. A worker
that dies costs one chunk: each of its people is tried again alone, and who fails then is counted as an exception.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from pathlib import Path
from typing import Any

import campaign_report
import msgspec
from campaign_person import crash_test
from machine import ROOT

from ladderback.evidence import book

CHUNK = 40
WORKERS = 2


def main() -> int:
    """Runs what is missing, then reports on everything that is there."""
    asked = arguments()
    out = asked.out or ROOT / "build" / f"campaign-{asked.seed}.jsonl"
    out.parent.mkdir(exist_ok=True)
    wanted = range(asked.start, asked.start + asked.people)
    kept = {row["number"]: row for row in read_lines(out)}
    missing = [number for number in wanted if number not in kept]
    with out.open("w", encoding="utf-8") as lines:
        for row in kept.values():
            lines.write(json.dumps(row) + "\n")
        for rows in run(missing, asked.seed, asked.workers):
            kept |= {row["number"]: row for row in rows}
            lines.write("".join(json.dumps(row) + "\n" for row in rows))
            lines.flush()
            tell(sum(number in kept for number in wanted), len(wanted))
    return campaign_report.write([kept[number] for number in wanted], asked.seed)


def arguments() -> argparse.Namespace:
    """The words of the command."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--people", type=int, default=20_000)
    asked.add_argument("--from", dest="start", type=int, default=0)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--workers", type=int, default=WORKERS)
    asked.add_argument("--out", type=Path)
    return asked.parse_args()


def read_lines(out: Path) -> Iterator[dict[str, Any]]:
    """The people already done by this engine with this book; a line cut short by a stop is not counted."""
    if not out.exists():
        return
    for line in out.read_text(encoding="utf-8").splitlines():
        try:
            row = json.loads(line)
        except json.JSONDecodeError:
            continue
        if row.get("engine") == fingerprint():
            yield row


@cache
def fingerprint() -> str:
    """The engine and the book these rows are from."""
    digest = hashlib.sha256(book().sha256.encode())
    for path in sorted((ROOT / "src" / "ladderback").rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def run(numbers: list[int], seed: int, workers: int) -> Iterator[list[dict[str, Any]]]:
    """Chunks of people as they are done; a chunk whose worker died is tried again, one person at a time."""
    waiting = [numbers[at : at + CHUNK] for at in range(0, len(numbers), CHUNK)]
    alone = False
    while waiting:
        broken: list[list[int]] = []
        with ProcessPoolExecutor(1 if alone else workers) as pool:
            jobs = {pool.submit(chunk, part, seed): part for part in waiting}
            for job in as_completed(jobs):
                rows = _result(job, jobs[job], seed)
                broken += [] if rows else [jobs[job]]
                if rows:
                    yield rows
        waiting = [[number] for part in broken for number in part]
        alone = True


def _result(job: Future[list[dict[str, Any]]], part: list[int], seed: int) -> list[dict[str, Any]]:
    """The rows of a chunk; nothing when its worker died; a person who broke a worker alone is counted as such."""
    try:
        return job.result()
    except BrokenProcessPool:
        died = {"number": part[0], "engine": fingerprint(), "seed": seed, "error": "worker died", "exit": 1}
        return [died] if len(part) == 1 else []


def chunk(numbers: list[int], seed: int) -> list[dict[str, Any]]:
    """Some people, one after the other, in a worker."""
    return [msgspec.to_builtins(crash_test(number, seed)) | {"engine": fingerprint()} for number in numbers]


def tell(done: int, wanted: int) -> None:
    """How far it is, on standard error."""
    end = "\n" if done == wanted else ""
    print(f"\r{done} of {wanted}", end=end, file=sys.stderr, flush=True)


if __name__ == "__main__":
    raise SystemExit(main())
