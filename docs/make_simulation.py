"""Writes what is assumed of simulated people, with every figure, its source and its status."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ladderback import simulate
from ladderback.evidence import book
from ladderback.simulate import stress
from ladderback.simulate.assumptions import TABLES

PAGE = Path(__file__).parent / "safety" / "simulation.md"


def main() -> None:
    """Writes the page."""
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text("\n".join(lines()) + "\n", encoding="utf-8")


def lines() -> Iterator[str]:
    """The page: how people are made, what is assumed, every figure."""
    yield from ("# Simulated people", "")
    yield "`ladderback simulate N --seed S` makes N people who do not exist, one JSON line each; with `--weeks W`"
    yield "also journals. Person 17 of a seed is the same whether 20 or 20,000 are made. The room is"
    yield "`src/ladderback/simulate/`; its figures are in `src/ladderback/knowledge/tables/simulation*.csv`, to be"
    yield "corrected there. Made by `make docs`."
    yield from ("", "## What is assumed", "")
    yield from (f"- {one}" for one in simulate.people(0, weeks=1)["assumptions"])
    yield from ("", "## The stress part", "")
    rules, limits = len(stress.themes("rules")), len(stress.themes("limits"))
    yield f"Each of the {rules} red-flag rules is read and made true, two or three in a person. Each of the"
    yield f"{limits} ways in which limits are met (condition, operation, week, pattern and so on) is made true in"
    yield "turn. Some of these people also get a second limit, an instruction of the care team or hardly any time,"
    yield "or are nearly well, so that every stage and every exit status occurs. Each person says in `drawn_as` and"
    yield "in the title what was made to happen; [campaign.md](campaign.md) counts what did."
    yield from ("", "## What this cannot show", "")
    yield "- Whether the advice helps. Nothing in the simulation responds to it."
    yield "- How often anything occurs in a practice, even in the ordinary part: most figures are our choice."
    yield "- Combinations that nobody thought of: the hidden traits are six, people are more."
    for table in TABLES:
        yield from _figures(table)


def _figures(table: str) -> Iterator[str]:
    card = book().cards[table]
    yield from ("", f"## {card['title']}", "", card["what"], "")
    rows = book().tables[table].values()
    columns = list(next(iter(rows)).cells)
    yield f"| id | {' | '.join(columns)} | source | status |"
    yield "|---" * (len(columns) + 3) + "|"
    for row in rows:
        cells = " | ".join(row.cells[column].replace("|", "/") for column in columns)
        yield f"| {row.id} | {cells} | {', '.join(row.sources)} | {row.status} |"


if __name__ == "__main__":
    main()
