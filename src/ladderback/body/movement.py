"""The load of a whole movement on one spine: the highest of its key poses, and what a study says where one does."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ladderback.body.loading import load_pose
from ladderback.body.standing import standing
from ladderback.body.uncertainty import Ratio, band_of, ratio_to
from ladderback.body.values import Build, SpinalLoad
from ladderback.evidence import book
from ladderback.movements import Posed, poses
from ladderback.terms.sides import Side
from ladderback.terms.status import Status


class MovementLoad(Struct, frozen=True, kw_only=True):
    """Load of a movement for one person.

    Compression [N] and flexion moment [N m] are those of the highest key pose, for practitioners. `ratio`, `low` and
    `high` are multiples of the same person's standing. `band` is `measured` where a study gives a class of load, and
    `plain` and `sources` say which; otherwise it is `computed`.
    """

    movement: str
    pose: int
    compression: float
    moment: float
    ratio: float
    low: float
    high: float
    band: str
    band_from: Literal["computed", "measured"]
    plain: str = ""
    sources: tuple[str, ...] = ()
    status: Status = "proposal"


def movement_load(build: Build, movement: str, side: Side | None = None, kg: float | None = None) -> MovementLoad:
    """The load of a movement on one spine; `kg` is what is carried at its heaviest, where that differs from the record.

    Raises:
        RecordError: there are no poses by this name.
    """
    found = poses(movement, side)
    if kg is not None:
        found = carrying(found, kg)
    loads = [load_pose(build, pose, gated=False).load for pose in found]
    highest = max(range(len(loads)), key=lambda index: loads[index].compression)
    return told(movement, highest, loads[highest], ratio_to(loads[highest], standing(build).load))


def told(movement: str, pose: int, load: SpinalLoad, ratio: Ratio) -> MovementLoad:
    """A load with its band: that of a study where there is one, else the computed one."""
    measured = book().tables["load_classes"].get(movement)
    return MovementLoad(
        movement=movement,
        pose=pose,
        compression=load.compression,
        moment=load.net.flexion,
        ratio=ratio.value,
        low=ratio.low,
        high=ratio.high,
        band=measured.cells["band"] if measured else band_of(ratio.value),
        band_from="measured" if measured else "computed",
        plain=measured.cells["plain"] if measured else "",
        sources=measured.sources if measured else (),
        status=measured.status if measured else "proposal",
    )


def carrying(found: tuple[Posed, ...], kg: float) -> tuple[Posed, ...]:
    """The same key poses with another weight in them; where nothing is carried, nothing changes."""
    most = max((sum(one.kg for one in pose.carried) for pose in found), default=0.0)
    if most <= 0:
        return found
    return tuple(
        replace(pose, carried=tuple(replace(one, kg=one.kg * kg / most) for one in pose.carried)) for pose in found
    )
