"""What the movements hand on: a key pose in which nothing is left to look up."""

from __future__ import annotations

from msgspec import Struct

from ladderback.evidence.poses import Arrow, Carried, Lie, Motion, Reach, Surface, Tone, Touch


class Posed(Struct, frozen=True, kw_only=True):
    """One key pose of one movement, complete. Angles [deg] by coordinate of the body, sides said.

    `inclination`: line from L5/S1 to C7 against the vertical, forward positive [deg]; absent where it follows.
    """

    movement: str
    number: int
    caption: str = ""
    lie: Lie = "upright"
    pitch: float = 0.0
    roll: float = 0.0
    yaw: float = 0.0
    angles: dict[str, float] = {}
    firm: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    touches: tuple[Touch, ...] = ()
    surfaces: dict[str, Surface] = {}
    reaches: tuple[Reach, ...] = ()
    carried: tuple[Carried, ...] = ()
    tone: Tone = "standing"
    balance: bool = True
    motion: Motion = "static"
    arrows: tuple[Arrow, ...] = ()
    inclination: float | None = None
