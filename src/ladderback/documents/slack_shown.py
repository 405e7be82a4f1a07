"""Who takes up the slack, as the sheets show it: the picture of both solves, and the sentences that belong to it."""

from __future__ import annotations

import re
from html import unescape

from ladderback.body.picture import chosen
from ladderback.body.slack import Slack, tell
from ladderback.body.slack.picture import slack_picture
from ladderback.body.slack.saying import shown
from ladderback.documents.facts import SlackShown
from ladderback.documents.pictured import build_of
from ladderback.documents.sheet import Picture
from ladderback.evidence import book
from ladderback.intake.values import Client

TALL = 0.62  # how high the picture may be [share of the width of the page]


def shown_slack(found: Slack, client: Client) -> SlackShown:
    """One answer with its picture, where the way is possible, and what is told of it."""
    told = tell(found)
    drawn = slack_picture(found, build_of(client), look=chosen("", client.sex, client.age))
    pictures = (_picture(drawn),) if drawn else ()
    task: str = book().letter("slack")["task"][found.task]
    clear = bool(shown(found)) or not found.answer.possible
    return SlackShown(
        task=task, client=told.client, practitioner=told.practitioner, pictures=pictures, clear=clear
    )  # fmt: skip


def _picture(drawn: str) -> Picture:
    """A whole drawing with its own size and its own words for those who do not see it."""
    wide, high = (float(one) for one in _part(r'viewBox="[-\d.]+ [-\d.]+ ([\d.]+ [\d.]+)"', drawn).split())
    said = " ".join(unescape(_part(rf"<{tag}[^>]*>(.*?)</{tag}>", drawn)) for tag in ("title", "desc"))
    return Picture(svg=drawn, alt=said, ratio=round(wide / high, 3), tall=TALL, worded=True)


def _part(pattern: str, svg: str) -> str:
    found = re.search(pattern, svg, re.DOTALL)
    return found[1] if found else ""
