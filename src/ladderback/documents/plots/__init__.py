"""Plots where looking beats reading: each takes plain values and gives one SVG for paper, page and screen alike.

Every picture has a title that says the answer and a text alternative with the numbers; the same values give the same
picture, byte for byte.
"""

from ladderback.documents.plots.course_over_time import course_over_time
from ladderback.documents.plots.day_in_hours import day_in_hours
from ladderback.documents.plots.hours_side_by_side import hours_side_by_side
from ladderback.documents.plots.ladder import ladder_plot
from ladderback.documents.plots.load_per_rung import load_per_rung
from ladderback.documents.plots.norm_band import norm_band
from ladderback.documents.plots.relief import relief

__all__ = [
    "course_over_time", "day_in_hours", "hours_side_by_side", "ladder_plot", "load_per_rung", "norm_band", "relief",
]  # fmt: skip
