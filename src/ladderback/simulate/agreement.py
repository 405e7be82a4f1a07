"""Makes a drawn case agree with itself: nothing longer ago than a life, no answer against another."""

from __future__ import annotations

from typing import Any

from ladderback.evidence import book

WEEKS_A_YEAR, DAYS_A_YEAR = 52, 365
Case = dict[str, Any]


def in_agreement(case: Case) -> Case:
    """The case with answers that agree; what follows from something else in it is left to the reader to derive."""
    _within_life(case)
    _expecting(case)
    _numbers(case)
    _answers(case)
    return case


def _within_life(case: Case) -> None:
    age = case["client"]["age"]
    episode, history = case["episode"], case["history"]
    if "duration_days" in episode:
        episode["duration_days"] = min(episode["duration_days"], age * DAYS_A_YEAR)
    for one in history["surgery"]:
        one["weeks_ago"] = min(one["weeks_ago"], age * WEEKS_A_YEAR)
    for one in history["injury"]:
        one["years_ago"] = min(one["years_ago"], age)


def _expecting(case: Case) -> None:
    """A pregnancy stands in the client and among the conditions, or nowhere."""
    client, history = case["client"], case["history"]
    if client["sex"] == "male" or not client.get("pregnant"):
        client.pop("pregnancy_week", None)
        history["diagnosis"] = [one for one in history["diagnosis"] if one["condition"] != "pregnancy"]
    if client["sex"] == "male":
        client.pop("pregnant", None)
        history["diagnosis"] = [one for one in history["diagnosis"] if one["condition"] != "postpartum"]


def _numbers(case: Case) -> None:
    mind, vitals, life = case.get("mind", {}), case.get("vitals", {}), case.get("daily_life", {})
    if "start_back_psych" in mind:
        mind["start_back_total"] = max(mind.get("start_back_total", 0), mind["start_back_psych"])
    if {"systolic_mmhg", "diastolic_mmhg"} <= vitals.keys():
        vitals["diastolic_mmhg"] = min(vitals["diastolic_mmhg"], vitals["systolic_mmhg"] - 10)
    if {"sitting_hours", "sleep_hours"} <= life.keys():
        life["sitting_hours"] = min(life["sitting_hours"], 24 - life["sleep_hours"])


def _answers(case: Case) -> None:
    """Answers that follow from something else are left out; a yes on record makes a question that stands a yes."""
    rows = book().tables["derived_features"].values()
    answers = case["safety"]
    for name in {row.cells["feature"] for row in rows if row.cells["yields"] == "fixed"} & answers.keys():
        del answers[name]
    for one in case["history"]["diagnosis"]:
        cells = book().tables["conditions"][one["condition"]].cells
        unless_healed = "" if one.get("state") == "healed" else cells["answers_unless_healed"]
        for name in filter(None, f"{cells['answers']};{unless_healed}".split(";")):
            if name in answers:
                answers[name] = True
