"""Pictures on the sheet: the key poses of a movement side by side, drawn for the person's own build and look."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ladderback.body.picture import Fragment, chosen, described, pose_fragment
from ladderback.body.values import Build
from ladderback.documents.plots import values as plots
from ladderback.documents.sheet import Picture
from ladderback.evidence import book
from ladderback.intake.values import Client
from ladderback.movements import poses
from ladderback.terms.sides import Side

USUAL = {"female": (1.65, 68.0), "male": (1.77, 80.0)}  # drawn where height or mass are not known [m, kg]
GAP = 26.0  # between two key poses [units of the picture]
ROOM = 1.45  # width over height of the place for a picture beside an exercise
ALL, SOME = 3, 2  # key poses shown: at most, and where fewer are drawn larger
LARGER = 1.3  # how much larger fewer poses must be drawn to be chosen
WIDEST = 1.05  # wider than high by more: nobody stands on a rung like this


class Pose(NamedTuple):
    """One key pose of one movement, as one person is drawn in it."""

    movement: str
    build: Build
    age: int
    side: Side | None
    number: int


def build_of(client: Client) -> Build:
    """The build a client is drawn with; where height or mass are not known, a usual one."""
    stature, mass = USUAL[client.sex]
    return Build(
        sex=client.sex,
        stature=stature if client.height_cm is None else client.height_cm / 100,
        mass=mass if client.mass_kg is None else client.mass_kg,
    )


def strip(movement: str, client: Client, side: Side | None = None) -> Picture | None:
    """The key poses of a movement, as large as they fit beside an exercise; none where the movement has no poses."""
    if movement not in book().poses:
        return None
    return _strip(movement, build_of(client), client.age, side)


def standing_on(movement: str, client: Client, side: Side | None = None, number: int = 0) -> plots.Fragment | None:
    """The person as they stand on their rung: in a pose of its movement, or just standing where it is done lying."""
    build = build_of(client)
    if movement in book().poses:
        found = _drawn(Pose(movement, build, client.age, side, number), arrowed=False)
        if _wide(found) <= WIDEST * _high(found):
            return fragment(found, book().poses[movement].poses[number].caption)
    if "stand" not in book().poses:
        return None
    return fragment(_drawn(Pose("stand", build, client.age, None, 0), arrowed=False), "")


def framed(movement: str, client: Client, side: Side | None = None) -> plots.Fragment | None:
    """The last key pose of a movement, to hang in a frame; none where it has no poses."""
    if movement not in book().poses:
        return None
    last = len(book().poses[movement].poses) - 1
    found = _drawn(Pose(movement, build_of(client), client.age, side, last), arrowed=False)
    return fragment(found, book().poses[movement].poses[last].caption)


def fragment(found: Fragment, say: str) -> plots.Fragment:
    """A drawn pose as a plot takes it."""
    left, top, right, bottom = (float(one) for one in found.box)
    return plots.Fragment(svg=found.markup, view_box=(left, top, right - left, bottom - top), say=say.rstrip("."))


@lru_cache(maxsize=512)
def _strip(movement: str, build: Build, age: int, side: Side | None) -> Picture:
    numbers = _shown(movement, side)
    found = [_drawn(Pose(movement, build, age, side, number), grounded=True) for number in numbers]
    if len(found) > SOME:
        fewer = [found[0], found[_farthest(movement, side, numbers)]]
        if _size(_best(fewer)) > LARGER * _size(_best(found)):
            found = fewer
    rows = _best(found)
    svg, wide, high = in_rows(rows)
    return Picture(svg=svg, alt=described(movement, side, build), ratio=round(wide / high, 3))


def _shown(movement: str, side: Side | None) -> list[int]:
    """Which key poses are shown: all, or the first, the last and the one between that differs most."""
    count = len(book().poses[movement].poses)
    if count <= ALL:
        return list(range(count))
    inner = list(range(count - 1))
    return [0, inner[_farthest(movement, side, inner)], count - 1]


def _farthest(movement: str, side: Side | None, numbers: list[int]) -> int:
    """The place in the list of the pose that differs most from the first one."""
    found = poses(movement, side)
    first = found[numbers[0]]

    def far(place: int) -> float:
        other = found[numbers[place]]
        names = first.angles.keys() | other.angles.keys()
        apart = sum(abs(first.angles.get(name, 0.0) - other.angles.get(name, 0.0)) for name in sorted(names))
        return apart + abs(first.pitch - other.pitch) + abs(first.roll - other.roll)

    return max(range(1, len(numbers)), key=lambda place: (far(place), -place))


@lru_cache(maxsize=1024)
def _drawn(pose: Pose, grounded: bool = False, arrowed: bool = True) -> Fragment:
    look = chosen("", pose.build.sex, pose.age)
    return pose_fragment(
        pose.movement, pose.build, look, pose.number, side=pose.side, grounded=grounded, arrowed=arrowed
    )


def _wide(one: Fragment) -> float:
    return float(one.box[2] - one.box[0])


def _high(one: Fragment) -> float:
    return float(one.box[3] - one.box[1])


def _best(found: list[Fragment]) -> list[list[Fragment]]:
    """The poses in rows, read from left to right, so that they are drawn as large as they can be."""
    ways = [[found[at : at + each] for at in range(0, len(found), each)] for each in range(len(found), 0, -1)]
    return max(ways, key=_size)


def _size(rows: list[list[Fragment]]) -> float:
    """How large rows are drawn in a place that is `ROOM` times as wide as high."""
    wide = max(sum(map(_wide, row)) + GAP * (len(row) - 1) for row in rows)
    high = sum(max(map(_high, row)) for row in rows) + GAP * (len(rows) - 1)
    return min(ROOM / wide, 1.0 / high)


def in_rows(rows: list[list[Fragment]]) -> tuple[str, float, float]:
    """Poses in rows, each row on one ground, as a whole drawing: text, width and height."""
    parts: list[str] = []
    wide = max(sum(map(_wide, row)) + GAP * (len(row) - 1) for row in rows)
    down = 0.0
    for row in rows:
        top, bottom = min(float(one.box[1]) for one in row), max(float(one.box[3]) for one in row)
        across = (wide - sum(map(_wide, row)) - GAP * (len(row) - 1)) / 2
        for one in row:
            parts.append(f'<g transform="translate({across - one.box[0]:.1f} {down - top:.1f})">{one.markup}</g>')
            across += _wide(one) + GAP
        down += bottom - top + GAP
    high = down - GAP
    whole = f'viewBox="0 0 {wide:.1f} {high:.1f}" width="{wide:.1f}" height="{high:.1f}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {whole}>{"".join(parts)}</svg>', wide, high
