"""Which tasks to look at for whom: from what makes it worse, and from the goals."""

from __future__ import annotations

from collections.abc import Iterable

from ladderback.body.slack.numbers import rows


def tasks_for(worse: Iterable[str] = (), goals: Iterable[str] = ()) -> tuple[str, ...]:
    """The tasks worth a look, goals first, each once, in the order in which they were named.

    >>> tasks_for(worse=("put_on_socks",), goals=("pick_up_from_floor",))
    ('pick_up', 'sock', 'shoe')
    """
    table = rows("slack_for_whom")
    asked = [f"goal.{name}" for name in goals] + [f"movement.{name}" for name in worse]
    found = [task for key in asked if key in table for task in table[key].cells["tasks"].split(";")]
    return tuple(dict.fromkeys(found))
