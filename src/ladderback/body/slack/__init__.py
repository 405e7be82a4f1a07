"""When a joint will not move, its neighbour must: who takes up the slack.

The person's measured ranges are limits of the body. Each way of a task is solved with them and again with each range
restored to the norm, with the same solver and gates as the load. Told are the share of the own low-back range in use,
and the least bend with which the task is possible at all. It is a statement about reaching a fixed target: never a
cause, never a load.
"""

from ladderback.body.slack.ranges import from_clinical_tests
from ladderback.body.slack.saying import Told, tell
from ladderback.body.slack.taking import take_up
from ladderback.body.slack.values import Range, Ranges, Slack
from ladderback.body.slack.ways import tasks, ways_of
from ladderback.body.slack.whom import tasks_for

__all__ = [
    "Range",
    "Ranges",
    "Slack",
    "Told",
    "from_clinical_tests",
    "take_up",
    "tasks",
    "tasks_for",
    "tell",
    "ways_of",
]
