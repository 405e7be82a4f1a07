"""Writes docs/safety/vignettes.md: what triage says of the coded case reports, each miss with its reason."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "bench"))

from score_vignettes import Scored, score, summary  # noqa: E402

PAGE = ROOT / "docs" / "safety" / "vignettes.md"
URGENCIES = ("monitor_train", "routine", "within_2_weeks", "same_day", "emergency_now")
REASONS = {
    "V003": "The report's abstract only says that several red flags appeared during treatment. Which ones is not told, "
    "so the answer is a doctor today; any one of the usual ones, told by name, makes it an emergency.",
    "V015": "Diabetes with pain that grew after moving furniture. A plain strain explains it, so the door stays open; "
    "we ask for contact with the doctor within two days and look again after one.",
    "V030": "Relief that never lasts, in a smoker, without any other sign at that visit. We ask for a routine review; "
    "the expected answer was to train and to escalate later.",
    "V049": "Only a film showed calcium in the main artery. We ask for an ultrasound the same day; without the film "
    "nothing could have been seen, and the report calls it undetectable at that visit.",
    "V066": "Leg pain that sitting brings on, not described as nerve pain. We train; the expected answer adds a "
    "routine word with the doctor.",
    "H01": "A second episode that felt 'subtly different' in a man of 48. One soft sign: a routine review; two weeks "
    "would send most people whose pain changes.",
    "H03": "Mid-back pain without gain for seven weeks and a normal nerve examination. Two common signs: a routine "
    "review. A tumour was found that no answer of that visit pointed to.",
    "H06": "Strong pain that grew over four days in a man of 74. We ask for a doctor today with an ultrasound; an "
    "ambulance for every such pain would send many with a strained back.",
    "H17": "Back pain since a first birth, nothing else told. Most of it is harmless: a routine question about height, "
    "onset and mid-back pain, which were not in the report.",
    "H19": "Late pregnancy, cannot bend, nothing sudden. Mostly harmless: the maternity team is told; the fractures "
    "could not be seen from these answers.",
}


def main() -> None:
    """Writes the page and stops when a miss has no reason or a reason no miss."""
    scored = score()
    missed = [one for one in scored if not (one.exact and one.inside)]
    names = {one.row["id"] for one in missed}
    assert names == set(REASONS), f"write a reason: {names - set(REASONS)}; take away: {set(REASONS) - names}"
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text("\n".join([*head(scored), *table(scored), *misses(missed), *limits()]) + "\n", encoding="utf-8")


def head(scored: list[Scored]) -> list[str]:
    found = summary(scored)
    return [
        "# Triage on coded case reports",
        "",
        "Made by `docs/make_vignettes.py`; the figures by `.venv/bin/python bench/score_vignettes.py`.",
        "",
        "**These cases were used to write the rules. The figures guard what was reached; they are no measure of how",
        "triage does on people it has not seen, and no claim of accuracy.** Other cases, kept apart, are for that.",
        "",
        f"| of {found['rows']} cases | reached | asked for |",
        "|---|---|---|",
        f"| inside the acceptable range | {found['inside_percent']:.1f} % | 95 % |",
        f"| exactly as expected | {found['exact_percent']:.1f} % | 85 % |",
        f"| emergencies sent later than the same day | {found['emergencies_below_same_day']} | 0 |",
        f"| expected the same day or sooner, yet with a gate that lets train | {found['pressing_with_proceed']} | 0 |",
        "",
        "A case is scored on `if_rest_denied`: what the answer would be if everything the report does not mention were",
        "no. People are never treated so: while a mandatory question is open nobody trains.",
        "",
    ]


def table(scored: list[Scored]) -> list[str]:
    counts = Counter((one.row["expected_urgency"], one.got) for one in scored)
    rows = [[expected, *(str(counts[expected, got] or "") for got in URGENCIES)] for expected in reversed(URGENCIES)]
    return [
        "## What was expected and what came out",
        "",
        f"| expected \\ came out | {' | '.join(URGENCIES)} |",
        "|---|" + "---|" * len(URGENCIES),
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
    ]


def misses(missed: list[Scored]) -> list[str]:
    lines = [
        "## Every miss, with its reason",
        "",
        "| case | expected | came out | range | why |",
        "|---|---|---|---|---|",
    ]
    for one in missed:
        row = one.row
        span = f"{row['acceptable_min']} to {row['acceptable_max']}"
        why = REASONS[row["id"]]
        lines.append(f"| {row['id']} {row['title']} | {row['expected_urgency']} | {one.got} | {span} | {why} |")
    return [*lines, ""]


def limits() -> list[str]:
    return [
        "## What this does not show",
        "",
        "- The labels are what the authors of the reports did or found, or what a guideline says; no panel set them.",
        "- Most reports are abstracts: an answer that is missing in the code may have been there in the person.",
        "- Few ordinary backs are among them, so over-referral is hardly measured here. Rules that must *not* fire",
        "  have their people in `tests/spec/triage/`; how often each fires in simulated people stands in the campaign.",
        "- No clinician has reviewed the rules.",
    ]


if __name__ == "__main__":
    main()
