"""A rule as a value: read from a sentence, read aloud, run for one person, run for a million.

A red flag is written down as a sentence a clinician can check: `any(saddle_numbness, groin_numbness) unless
stable_baseline_gt_14d_unchanged`. `read` makes a value of it from eight operations: a feature, a number held against a
limit, any, all, at least so many, exactly so many, not, and unless. Each answers yes, no or not known. Not known
stays not known, with one exception: an exception ("unless") relieves only when it was answered yes.

Two engines run the same values and know nothing of each other: `one` answers for one person and keeps the facts that
made it so; `many` writes column expressions for a table of people.
"""

from ladderback.rules.aloud import read_aloud
from ladderback.rules.text import read, write
from ladderback.rules.values import Rule

__all__ = ["Rule", "read", "read_aloud", "write"]
