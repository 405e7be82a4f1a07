"""The command `figure`: the picture of an exercise or a life task, for a person of a case or for anybody."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, Literal

from ladderback.cli.answers import DONE, Answer
from ladderback.terms.errors import RecordError

USUAL = {"female": (165.0, 68.0), "male": (177.0, 80.0)}  # height [cm] and mass [kg] where none are given
SPANS = {"height_cm": (120.0, 220.0), "mass_kg": (25.0, 250.0), "age": (5, 110)}


def words(one: argparse.ArgumentParser) -> None:
    """The words of the command."""
    one.add_argument("movement", metavar="EXERCISE_OR_TASK", help="an exercise or a life task of the book")
    one.add_argument("-o", "--output", metavar="FILE.svg", required=True, help="where the picture is written")
    one.add_argument("--side", choices=("left", "right"), help="which side, for exercises that have one")
    one.add_argument("--animated", action="store_true", help="one quietly moving figure instead of numbered poses")
    one.add_argument("--case", metavar="CASE", help="a case file: the picture has this person's build, sex and age")
    one.add_argument("--sex", choices=("female", "male"), help="without a case: female or male (default female)")
    one.add_argument("--height-cm", type=float, metavar="CM", help="without a case: height")
    one.add_argument("--mass-kg", type=float, metavar="KG", help="without a case: mass")
    one.add_argument("--age", type=int, metavar="YEARS", help="without a case: age")


def run(asked: argparse.Namespace, read_text: Callable[[str], bytes], write: Callable[[str, bytes], None]) -> Answer:
    """Draws the movement and writes it."""
    from ladderback.body.picture import described, figure, title_of

    build, age = _person(asked, read_text)
    drawn = figure(asked.movement, build, side=asked.side, age=age, animated=asked.animated)
    write(asked.output, drawn.encode("utf-8"))
    answer = {
        "written": asked.output,
        "title": title_of(asked.movement),
        "alternative": described(asked.movement, asked.side),
    }
    return Answer(as_json=answer, in_words=in_words, exit_status=DONE)


def in_words(answer: dict[str, Any]) -> str:
    """What was drawn and where it is."""
    return f"{answer['title']}: {answer['written']}\n  {answer['alternative']}\n"


def _person(asked: argparse.Namespace, read_text: Callable[[str], bytes]) -> tuple[Any, int | None]:
    from ladderback import intake
    from ladderback.body.values import Build

    if asked.case:
        client = intake.read(read_text(asked.case), asked.case).client
        height, mass = USUAL[client.sex]
        tall, heavy = client.height_cm or height, client.mass_kg or mass
        return Build(sex=client.sex, stature=tall / 100, mass=heavy), client.age
    for name, (low, high) in SPANS.items():
        value = getattr(asked, name)
        if value is not None and not low <= value <= high:
            allowed = f"a number from {low:g} to {high:g}"
            raise RecordError(file="command line", key="--" + name.replace("_", "-"), received=value, allowed=allowed)
    sex: Literal["female", "male"] = asked.sex or "female"
    height, mass = USUAL[sex]
    tall = asked.height_cm or height
    return Build(sex=sex, stature=tall / 100, mass=asked.mass_kg or mass * (tall / height) ** 2), asked.age
