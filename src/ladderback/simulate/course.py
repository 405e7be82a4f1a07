"""The hidden response: how a simulated person's pain goes on, from published courses, with ups, downs and flare-ups."""

from __future__ import annotations

from math import exp

from ladderback.simulate.figures import Draw, clipped, figure, group
from ladderback.simulate.traits import Traits

ACUTE_DAYS = 42


class Course:
    """One person's pain day by day. Simulated: nothing in it says that training helps or harms anybody."""

    def __init__(self, draw: Draw, traits: Traits, start: float, days: int) -> None:
        kind = "acute" if days <= ACUTE_DAYS else "persistent"
        self._levels = sorted((float(week), level) for week, level in group(f"course.{kind}").items())
        self._draw, self._irritability = draw, traits.irritability
        self._start = max(start, 1.0)
        self._speed = draw.around(1.0, figure("course.personal_spread"))
        self._carried = 0.0
        self._flare_left = 0
        self.adherence = draw.near(figure("adherence.mean"), figure("adherence.sd"), 0.05, 1.0)
        self.reaction = 0.0

    def next_day(self, day: int) -> float:
        """Pain on a day [0-10]: the expected course, what is carried over from yesterday, and a flare-up."""
        kept = figure("noise.carried")
        self._carried = kept * self._carried + figure("noise.day") * self._draw.normal()
        self._flare(day)
        rise = figure("flare.rise") if self._flare_left and not self._hidden_flare else 0.0
        pain = clipped(self.expected(day / 7) + self._carried + rise + max(self.reaction, 0), 0, 10)
        self.reaction *= figure("reaction.fades")
        return round(pain)

    @property
    def in_flare(self) -> bool:
        """True while a flare-up lasts; most of its days hurt no more than usual."""
        return self._flare_left > 0

    def _flare(self, day: int) -> None:
        self._flare_left = max(self._flare_left - 1, 0)
        times = figure("flare.irritability") ** self._irritability
        if day and not self._flare_left and self._draw.chance(clipped(figure("flare.per_week") * times, 0, 0.6) / 7):
            self._flare_left = max(round(self._draw.around(figure("flare.days"), figure("flare.days_spread"))), 1)

    @property
    def _hidden_flare(self) -> bool:
        return self._draw.chance(figure("flare.average_pain"))

    def expected(self, week: float) -> float:
        """The expected pain in a week [0-10]: the published course, started at this person's pain.

        Source: COSTA2012
        """
        left = self._level(week * self._speed) / self._levels[0][1]
        return self._start * max(left, figure("course.least_left"))

    def _level(self, week: float) -> float:
        for (before, high), (after, low) in zip(self._levels, self._levels[1:], strict=False):
            if week <= after:
                return high + (low - high) * (week - before) / (after - before)
        return self._levels[-1][1]

    def trained(self, effort: float) -> float:
        """How a session of some effort [0-10] is felt the day after, above usual [0-10]."""
        expected = (
            figure("reaction.per_effort") * max(effort - 4, 0) + figure("reaction.irritability") * self._irritability
        )
        self.reaction = clipped(
            expected + figure("reaction.shift") + figure("reaction.sd") * self._draw.normal(), -2, 5
        )
        return round(self.reaction)

    def relief_hours(self) -> float:
        """How long relief after hands-on work lasts [hours]."""
        return round(self._draw.around(figure("relief.median"), figure("relief.spread")), 1)

    def gain(self, weeks: float) -> float:
        """How much better a measured value has become, of its own size."""
        return exp(figure("gain.test_per_week") * weeks * self.adherence) - 1
