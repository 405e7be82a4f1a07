"""All red flags for one person with reasons (target: under 50 us), and for a million people in columns.

The columns are timed against the same rules written out by hand in the same dataframe library, in the same run, turn
about; the answers of both are compared, each person and each rule.
"""

from __future__ import annotations

import csv
import json
import random
import sys
from collections.abc import Callable
from time import perf_counter

import polars as pl
from machine import percentile, report, spread
from red_flags_by_hand import BY_HAND
from score_vignettes import FILE, person_of

from ladderback import intake, simulate, triage
from ladderback.intake.values import IntakeRecord
from ladderback.rules import many
from ladderback.rules.values import Number, features_of, walk
from ladderback.triage.known import numbers_of, screen

PEOPLE = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
TIMES, REPEATS, SIMULATED = 7, 200, 100


def main() -> None:
    """Times one person, then a million."""
    rules = screen().rules
    assert set(BY_HAND) == set(rules), "the rules written by hand are not those of the book"
    figures = {"rules": len(rules), **one_person(), **a_million()}
    report("triage", figures | {"target": "one person under 50 us with reasons; columns at most 1.2 times by hand"})


def one_person() -> dict[str, object]:
    """The middle of each person, over case reports (where much fires) and simulated people [us]."""
    records = people_of_reports() + simulated()
    run, decided, fired = [], [], []
    for record in records:
        features, numbers = record.features | {"sex_male": record.client.sex == "male"}, numbers_of(record)
        run.append(timed(lambda f=features, n=numbers: screen().run(f, n)))
        decided.append(timed(lambda r=record: triage.decide(r), 20))
        fired.append(len(screen().run(features, numbers)))
    return {
        "people": len(run),
        "rules_fired_most": max(fired),
        "all_rules_with_reasons_us": in_us(run),
        "whole_decision_with_open_questions_us": in_us(decided),
    }


def people_of_reports() -> list[IntakeRecord]:
    """The coded case reports."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        return [person_of(row) for row in csv.DictReader(lines)]


def simulated() -> list[IntakeRecord]:
    """Simulated people, most of whom may train."""
    return [intake.read(json.dumps(simulate.one(number, seed=5)["case"]), "simulated") for number in range(SIMULATED)]


def timed(job: Callable[[], object], repeats: int = REPEATS) -> float:
    """The middle of some timings of a warm job [s]."""
    job()
    found = []
    for _ in range(repeats):
        begin = perf_counter()
        job()
        found.append(perf_counter() - begin)
    return percentile(found, 0.5)


def in_us(seconds: list[float]) -> dict[str, float]:
    return {
        "median": round(percentile(seconds, 0.5) * 1e6, 1),
        "p90": round(percentile(seconds, 0.9) * 1e6, 1),
        "most": round(max(seconds) * 1e6, 1),
    }


def a_million() -> dict[str, object]:
    """Compiled expressions and those by hand, turn about."""
    table = made_up(PEOPLE)
    rules = screen().rules
    compiled = many.columns(rules)
    by_hand = [BY_HAND[name].alias(name) for name in rules]
    same = table.lazy().select(compiled).collect().equals(table.lazy().select(by_hand).collect(), null_equal=True)
    assert same, "the compiled rules and those by hand disagree"
    times: dict[str, list[float]] = {"compiled": [], "by_hand": []}
    for _ in range(TIMES):
        for name, expressions in (("compiled", compiled), ("by_hand", by_hand)):
            begin = perf_counter()
            table.lazy().select(expressions).collect()
            times[name].append(perf_counter() - begin)
    ratio = percentile(times["compiled"], 0.5) / percentile(times["by_hand"], 0.5)
    figures = {f"columns_{name}": spread(seconds) for name, seconds in times.items()}
    return {"people_in_columns": PEOPLE, **figures, "compiled_over_by_hand": round(ratio, 2), "answers_agree": same}


def made_up(count: int) -> pl.DataFrame:
    """A table of people with a third of all answers open."""
    draw = random.Random(11)
    atoms = [one for rule in screen().rules.values() for one in walk(rule)]
    features = sorted({name for rule in screen().rules.values() for name in features_of(rule)})
    limits: dict[str, list[float]] = {}
    for one in atoms:
        if isinstance(one, Number):
            limits.setdefault(one.name, []).append(one.limit)
    columns = [pl.Series(name, draw.choices((True, False, None), k=count), dtype=pl.Boolean) for name in features]
    for name, found in sorted(limits.items()):
        values = (*sorted(found), max(found) + 1, None)
        columns.append(pl.Series(name, draw.choices(values, k=count), dtype=pl.Float64))
    return pl.DataFrame(columns)


if __name__ == "__main__":
    main()
