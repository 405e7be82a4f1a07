"""What the body hands on: a person's build, a solved pose, a spinal load, a gate that was passed or not."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Sex = Literal["female", "male"]


class Build(Struct, frozen=True, kw_only=True):
    """The build of one person: stature [m], mass [kg], waist girth [m] where it was measured."""

    sex: Sex
    stature: float
    mass: float
    waist: float | None = None

    @property
    def bmi(self) -> float:
        """Body mass index [kg/m2].

        >>> round(Build(sex="male", stature=1.68, mass=70.0).bmi, 1)
        24.8
        """
        return self.mass / self.stature**2


class Gate(Struct, frozen=True, kw_only=True):
    """One check of a solved pose: what was measured, the most that passes, and where."""

    gate: str
    value: float
    most: float
    unit: str
    where: str = ""

    @property
    def passed(self) -> bool:
        """Whether the value is within what passes."""
        return self.value <= self.most


class Net(Struct, frozen=True, kw_only=True):
    """What everything above L4/5 asks of the low back: moments [N m] that flex, bend right, turn right; forces [N]
    along the disc (compression positive) and forward (shear)."""

    flexion: float
    lateral: float
    rotation: float
    axial: float
    shear: float
    side_shear: float = 0.0


class SpinalLoad(Struct, frozen=True, kw_only=True):
    """Load at L4/5 of one pose. Compression and shear [N]; the net moments [N m]; highest muscle activation [share]."""

    net: Net
    compression: float
    shear: float
    compression_one_lever: float
    activation: float
    unmet_nm: float
