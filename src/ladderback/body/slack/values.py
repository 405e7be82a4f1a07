"""What is told of who takes up the slack: ranges of a person, solved answers, effects of each restriction."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ladderback.terms.sides import Side

RangeName = Literal[
    "hip_flexion", "hip_extension", "hip_inward", "hip_outward", "ankle", "straight_leg", "thoracic_rotation",
    "shoulder", "lumbar_flexion",
]  # fmt: skip
Direction = Literal["flexion", "extension", "rotation"]
ShareBand = Literal["low", "middle", "high", "end"]


class Range(Struct, frozen=True, kw_only=True):
    """One measured range, by side [deg]; `error` is what two measurements may differ by, where it is not the usual."""

    left: float | None = None
    right: float | None = None
    error: float | None = None
    source: str = "measured"

    @classmethod
    def both(cls, value: float, source: str = "measured") -> Range:
        """The same range on both sides."""
        return cls(left=value, right=value, source=source)

    def of(self, side: Side) -> float | None:
        """The value of one side [deg], or None where it was not measured."""
        return self.left if side == "left" else self.right


class Ranges(Struct, frozen=True, kw_only=True):
    """How far the joints of one person go, as far as measured; what is absent stands at the norm, and that is said.

    Thoracic rotation: `left` is the turn to the left. The low back has no side: either value counts.
    """

    hip_flexion: Range | None = None
    hip_extension: Range | None = None
    hip_inward: Range | None = None
    hip_outward: Range | None = None
    ankle: Range | None = None
    straight_leg: Range | None = None
    thoracic_rotation: Range | None = None
    shoulder: Range | None = None
    lumbar_flexion: Range | None = None

    def get(self, name: RangeName) -> Range | None:
        """One range by name."""
        found: Range | None = getattr(self, name)
        return found


class Span(Struct, frozen=True, kw_only=True):
    """A figure with its band from the measurement error of the ranges; no upper end where a little less range makes the
    way fail, none at all where it was not looked at."""

    value: float
    low: float | None = None
    high: float | None = None


class Stance(Struct, frozen=True, kw_only=True):
    """A solved pose as plain values: place of the pelvis [m], its turn (quaternion), and all coordinates [deg]."""

    movement: str
    side: Side | None
    where: tuple[float, float, float]
    turn: tuple[float, float, float, float]
    angles: dict[str, float]


class Answer(Struct, frozen=True, kw_only=True):
    """One way of one task with one set of ranges.

    `angle` of the low back [deg] in the task's direction and `share` of the own range [%] when moving with ease;
    `least` [deg] the smallest with which the way is possible at all. `hip` and `hip_share`: the working hip then.
    `misses_mm` is set where the way is not possible: by how much. Failed gates of the pose are named.
    """

    possible: bool
    angle: float = 0.0
    share: float = 0.0
    band: ShareBand = "low"
    least: float = 0.0
    hip: float = 0.0
    hip_share: float = 0.0
    misses_mm: float = 0.0
    ease: Stance | None = None
    stiffest: Stance | None = None
    failed: tuple[str, ...] = ()


class Effect(Struct, frozen=True, kw_only=True):
    """What one restriction does: the share and the least angle less those with this range restored to the norm.

    It `shifts` the share, or it is a `must` for the least angle, only where the rise is large enough and keeps its sign
    within the measurement error; a shift must also keep it in the draws of the weights (`kept`: the share of draws; the
    least angle depends on no weights). `shapley`: its part of the least angle of all restrictions together [deg].
    `switched`: with the range restored the way is done another way, so that the change is not of the joint alone.
    `opens`: the way is possible only with the range restored.
    """

    name: RangeName
    measured: float
    norm: float
    error: float
    side: Side
    share: Span
    least: Span
    shapley: float | None = None
    kept: float = 1.0
    shifts: bool = False
    must: bool = False
    switched: bool = False
    opens: bool = False
    restored: Answer

    @property
    def clear(self) -> bool:
        """Whether it may be shown."""
        return self.shifts or self.must


class Way(Struct, frozen=True, kw_only=True):
    """Another way of the same task, with the same ranges and the same figures."""

    way: str
    movement: str
    answer: Answer
    easier: bool


class Slack(Struct, frozen=True, kw_only=True):
    """Who takes up the slack in one task of one person."""

    task: str
    way: str
    movement: str
    side: Side | None
    direction: Direction
    lumbar_range: float
    answer: Answer
    restored: Answer
    share: Span
    least: Span
    effects: tuple[Effect, ...]
    ways: tuple[Way, ...]
    assumed: tuple[RangeName, ...]
    seed: int
