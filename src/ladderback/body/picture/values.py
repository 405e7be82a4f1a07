"""What pictures are made from: a snapshot of one posed body, how a person looks, and the pieces on the sheet."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from ladderback.body.values import Build, Sex
from ladderback.evidence.poses import Carried, Lie, Tone, View

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Look:
    """How a person looks: skin, hair and clothes as colours (#rrggbb), hair style, and whom it suits."""

    id: str
    sex: Sex
    youngest: int
    oldest: int
    skin: str
    hair: str
    style: str
    shirt: str
    trousers: str
    shoe: str
    sole: str
    beard: bool = False
    glasses: bool = False


@dataclass(frozen=True)
class Laid:
    """A surface as the pose meets it: `normal` points out of it, `offset` [m] is its place along the normal, `middle`
    where it is touched, `marks` the landmarks that touch it now, `beside` those that do so in another key pose;
    `ahead` is where the person turns to it, the same in all key poses, `edge` how far the front edge of a
    seat is before the sitting bones [m]."""

    name: str
    draw: str
    normal: Array
    offset: float
    middle: Array
    marks: tuple[str, ...] = ()
    grip: bool = False
    beside: tuple[str, ...] = ()
    ahead: Array | None = None
    edge: float = 0.27

    @property
    def users(self) -> tuple[str, ...]:
        """The landmarks it is there for."""
        return self.marks or self.beside


@dataclass(frozen=True)
class Held:
    """Something carried: the landmarks that carry it, their places [m], its mass [kg] or pull [N] and where that goes;
    `anchor` is where a band or cable is fastened [m]."""

    carried: Carried
    marks: tuple[str, ...]
    places: tuple[Array, ...]
    anchor: Array | None = None


@dataclass(frozen=True)
class Snapshot:
    """One posed body at rest: all that a picture needs.

    Places of landmarks and joints [m], axes of the parts (columns forward, left, up), lengths [m], girth [share], what
    is touched and carried, and (once it is drawn) where the eye is.
    """

    build: Build
    girth: float
    places: dict[str, Array]
    joints: dict[str, Array]
    frames: dict[str, Array]
    lengths: dict[str, float]
    laid: tuple[Laid, ...] = ()
    held: tuple[Held, ...] = ()
    lie: Lie = "upright"
    tone: Tone = "standing"
    angles: dict[str, float] = field(default_factory=dict)
    touched: tuple[tuple[str, str], ...] = ()
    eye: Array = field(default_factory=lambda: np.array([0.0, -1.0, 0.0]))

    def moved(self, by: Array) -> Snapshot:
        """The same body at another place of the room [m]."""
        return replace(
            self,
            places={name: at + by for name, at in self.places.items()},
            joints={name: at + by for name, at in self.joints.items()},
            laid=tuple(
                replace(one, offset=one.offset + float(one.normal @ by), middle=one.middle + by) for one in self.laid
            ),
            held=tuple(replace(one, places=tuple(at + by for at in one.places)) for one in self.held),
        )

    def on(self, part: str, forward: float, left: float, up: float) -> Array:
        """A place of the room from a place in a part [m]."""
        return np.asarray(self.joints[part] + self.frames[part] @ np.array([forward, left, up]))

    def mean(self, *marks: str) -> Array:
        """Middle of some landmarks [m]."""
        return np.asarray(np.mean([self.places[mark] for mark in marks], axis=0))


__all__ = ["Array", "Held", "Laid", "Look", "Snapshot", "View"]
