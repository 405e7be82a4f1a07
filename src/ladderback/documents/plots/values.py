"""What the plots are given: plain frozen values, already computed elsewhere. A plot only draws and says them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ladderback.terms.sides import Side
from ladderback.terms.status import Status

Theme = Literal["light", "print"]
RungState = Literal["done", "now", "next", "later", "locked", "stepped_back"]
Posture = Literal["lying", "sitting", "standing", "walking", "training", "lifting", "other"]
BandKind = Literal["finding", "borderline", "typical"]
Better = Literal["more", "less"]


class Look(Struct, frozen=True, kw_only=True):
    """How a picture is set: for the screen or for paper, how wide, and the prefix of its ids.

    One unit is one CSS pixel, three quarters of a point: 360 is a phone, 694 the text width of an A4 page.
    `headed` draws the title that says the answer; a page that says it elsewhere leaves it out.
    """

    prefix: str
    width: float = 360.0
    theme: Theme = "light"
    headed: bool = True


class Fragment(Struct, frozen=True, kw_only=True):
    """A piece of a drawing made elsewhere, put in whole: the inside of an svg, its view box, what it shows."""

    svg: str
    view_box: tuple[float, float, float, float]
    say: str = ""


class Rung(Struct, frozen=True, kw_only=True):
    """One rung. `load` is in multiples of the same person's own standing, `uncertainty` half the width of its whisker;
    where the whisker is longer at one end, `low` and `high` say its ends.

    `note` is a short line such as "1 of 2 good tries"; `tied_with_below` says that its load and that of the rung
    below cannot be told apart.
    """

    name: str
    state: RungState
    load: float | None = None
    uncertainty: float = 0.0
    low: float | None = None
    high: float | None = None
    note: str = ""
    tied_with_below: bool = False

    @property
    def ends(self) -> tuple[float, float] | None:
        """From where to where the whisker runs; none where nothing is known of it."""
        if self.load is None or not (self.uncertainty or self.low is not None or self.high is not None):
            return None
        low = self.load - self.uncertainty if self.low is None else self.low
        return low, self.load + self.uncertainty if self.high is None else self.high

    @property
    def most(self) -> float | None:
        """The highest that the load may be."""
        return self.load if self.ends is None or self.load is None else max(self.load, self.ends[1])


class LadderValues(Struct, frozen=True, kw_only=True):
    """The way to a life task, lowest rung first. `person` is drawn with the feet on the current rung."""

    task: str
    rungs: tuple[Rung, ...]
    person: Fragment | None = None
    goal: Fragment | None = None


class LoadPerRungValues(Struct, frozen=True, kw_only=True):
    """The load of each rung, lowest rung first; `ceiling` is the most that is allowed now, in multiples of standing."""

    task: str
    rungs: tuple[Rung, ...]
    ceiling: float | None = None
    ceiling_note: str = ""


class DayBlock(Struct, frozen=True, kw_only=True):
    """A stretch of the day, from and to on the clock [h]; a night is given as two blocks."""

    name: str
    posture: Posture
    start: float
    end: float


class DayValues(Struct, frozen=True, kw_only=True):
    """A day of 24 hours; what no block covers is not known. `long_sitting` is where sitting in one go is marked [h]."""

    blocks: tuple[DayBlock, ...]
    long_sitting: float


class HoursPart(Struct, frozen=True, kw_only=True):
    """One part of a day [h], without a time of the clock; `at_least` when a part of it was not told."""

    name: str
    posture: Posture
    hours: float
    at_least: bool = False


class HoursValues(Struct, frozen=True, kw_only=True):
    """The parts of a day side by side; what they leave of 24 hours is not known."""

    parts: tuple[HoursPart, ...]


class Band(Struct, frozen=True, kw_only=True):
    """A stretch of the scale and what a value in it is called. An open end is the end of the scale."""

    kind: BandKind
    low: float | None = None
    high: float | None = None


class NormMark(Struct, frozen=True, kw_only=True):
    """One measured value, with the value before and when that was.

    `verdict` is what the assessment called it; without one the band it lies in says so.
    """

    value: float
    verdict: BandKind | None = None
    side: Side | None = None
    before: float | None = None
    before_when: str = ""


class NormBandValues(Struct, frozen=True, kw_only=True):
    """One measure against its norm. Without bands there is no norm, and the picture says so."""

    measure: str
    unit: str = ""
    low: float
    high: float
    marks: tuple[NormMark, ...]
    bands: tuple[Band, ...] = ()
    mean: float | None = None
    sd: float | None = None
    group: str = ""
    status: Status = "proposal"


class Moment(Struct, frozen=True, kw_only=True):
    """A value in a week of the programme, counted from 0."""

    week: float
    value: float


class Course(Struct, frozen=True, kw_only=True):
    """One measure over time on its whole scale. `mdc` is the change beyond error, `mcid` the change that matters."""

    name: str
    low: float = 0.0
    high: float = 10.0
    better: Better
    moments: tuple[Moment, ...]
    mdc: float | None = None
    mcid: float | None = None
    status: Status = "proposal"


class CourseValues(Struct, frozen=True, kw_only=True):
    """Several measures over the same weeks, one panel below the other; `weeks` is how long the programme is."""

    courses: tuple[Course, ...]
    weeks: float | None = None


class HourAfter(Struct, frozen=True, kw_only=True):
    """Pain (0 to 10) some hours after hands-on work [h]."""

    hours: float
    pain: float


class Technique(Struct, frozen=True, kw_only=True):
    """What pain did after one technique. `half_time` is when half of the relief had gone [h], None when it had not.

    `error` is the smallest change of pain that is more than chance: a smaller relief draws no line.
    """

    name: str
    before: float
    after: tuple[HourAfter, ...]
    half_time: float | None = None
    error: float | None = None


class ReliefValues(Struct, frozen=True, kw_only=True):
    """Relief after hands-on work, technique by technique; at most six in one picture."""

    techniques: tuple[Technique, ...]
