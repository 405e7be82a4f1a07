"""The command `ladderback`: reads files, asks the pathway, prints the answer. Exit statuses are promises:

0 done; 1 our own fault; 2 the input is wrong; 3 this person must not train today; 4 no programme satisfies all wishes;
5 verified, and not in order.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.metadata import entry_points

from ladderback.cli import commands
from ladderback.cli.answers import Answer
from ladderback.terms.errors import LadderbackError

OUR_FAULT, WRONG_INPUT = 1, 2


def main(words: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit status."""
    try:
        asked = parser().parse_args(words)
        answer: Answer = asked.run(asked)
        sys.stdout.write(answer.printed(as_json=asked.json))
        sys.stdout.flush()
        return answer.exit_status
    except LadderbackError as error:
        print(f"ladderback: {error}", file=sys.stderr)
        return WRONG_INPUT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:  # a bug of ours: say so without showing anybody's data
        print(
            f"ladderback: our own fault ({type(error).__name__}). Please tell us which command you ran.",
            file=sys.stderr,
        )
        if os.environ.get("LADDERBACK_TRACEBACK"):
            raise
        return OUR_FAULT


def parser() -> argparse.ArgumentParser:
    """The command line as it is documented in docs/reference/commands.md."""
    top = argparse.ArgumentParser(prog="ladderback", description="Medical exercise training for low back pain.")
    top.set_defaults(json=False)
    rooms = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, described in commands.COMMANDS.items():
        one = rooms.add_parser(name, help=described.help, description=described.help)
        described.add_words(one)
        one.add_argument("--json", action="store_true", help="answer as JSON")
        one.set_defaults(run=described.run)
    for plug_in in entry_points(group="ladderback.commands"):
        plug_in.load()(rooms)
    return top
