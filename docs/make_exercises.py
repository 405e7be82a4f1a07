"""Writes ten exercises, drawn at random by seed, as they print; and the reading age of all plain-language texts."""

from __future__ import annotations

import random
from pathlib import Path

import textstat

from ladderback.evidence import book
from ladderback.evidence.exercises import Exercise

HERE = Path(__file__).parent
SEED = 11
YEARS_BEFORE_SCHOOL = 5  # a US school grade plus five is about the age in years


def grade(text: str) -> float:
    """Flesch-Kincaid school grade."""
    return float(textstat.flesch_kincaid_grade(text))


def reading_age(text: str) -> float:
    """Reading age in years."""
    return grade(text) + YEARS_BEFORE_SCHOOL


def words_of(exercise: Exercise) -> str:
    """Everything the client reads of one exercise."""
    words = exercise.words
    return " ".join((words.purpose, *words.cues, words.stop, words.progress_when, words.regress_to))


def printed(exercise: Exercise) -> str:
    """One exercise as it prints."""
    words = exercise.words
    lines = [f"### {words.name}", "", words.purpose, ""]
    lines += [f"{number}. {cue}" for number, cue in enumerate(words.cues, 1)]
    lines += ["", f"Dose: {exercise.dose.wording} [{exercise.dose.status}]", f"Stop: {words.stop}"]
    lines += [
        f"Next: {words.progress_when}",
        f"Easier: {words.regress_to}",
        f"({exercise.id}; words: {words.status})",
        "",
    ]
    return "\n".join(lines)


def texts() -> dict[str, str]:
    """Plain-language texts by group."""
    letters = book().letters["en"]
    questions = [one for one in book().safety_features.values() if one.who == "person"]
    groups = {
        "exercises": " ".join(words_of(one) for one in book().exercises.values()),
        "safety questions": " ".join(f"{one.question} {one.help}" for one in questions),
    }
    for name in ("education", "key_questions", "flare_up", "stop_rules", "pain_rules", "triage", "daily_life"):
        groups[f"letter: {name}"] = " ".join(sentences(letters[name]))
    return groups


def sentences(value: object) -> list[str]:
    """Every sentence of a letter, without keys, sources and status."""
    if isinstance(value, str):
        return [value] if " " in value else []
    if isinstance(value, dict):
        return [
            s
            for key, one in value.items()
            if key not in ("sources", "for_practitioner", "status")
            for s in sentences(one)
        ]
    return [s for one in value for s in sentences(one)] if isinstance(value, list) else []


def main() -> None:
    """Writes both pages."""
    everyone = sorted(book().exercises.values(), key=lambda one: one.id)
    drawn = random.Random(SEED).sample([one for one in everyone if one.stages], 10)
    page = [
        "# Ten exercises as they print",
        "",
        f"Drawn with seed {SEED} from {len(everyone)} by `docs/make_exercises.py`.",
        "",
    ]
    (HERE / "reference" / "ten_exercises.md").write_text(
        "\n".join(page + [printed(one) for one in drawn]), encoding="utf-8"
    )
    rows = [f"| {name} | {len(text.split())} | {reading_age(text):.1f} |" for name, text in texts().items()]
    ages = [
        "# Reading age",
        "",
        "Flesch-Kincaid grade plus five, in years; about 11 is the aim. `make docs` measures it.",
        "",
    ]
    ages += ["| text | words | reading age |", "|---|---|---|", *rows, ""]
    (HERE / "reference" / "reading_age.md").write_text("\n".join(ages), encoding="utf-8")


if __name__ == "__main__":
    main()
