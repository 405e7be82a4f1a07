"""Pictures on the sheet: the key poses of a movement side by side, drawn for the person's own build."""

from __future__ import annotations

from functools import lru_cache

from ladderback.body.picture import Fragment, chosen, pose_fragment
from ladderback.body.values import Build
from ladderback.documents.sheet import Picture
from ladderback.evidence import book
from ladderback.intake.values import Client
from ladderback.terms.sides import Side

USUAL = {"female": (1.65, 68.0), "male": (1.77, 80.0)}  # drawn where height or mass are not known [m, kg]
GAP = 26.0  # between two key poses [units of the picture]


def build_of(client: Client) -> Build:
    """The build a client is drawn with; where height or mass are not known, a usual one."""
    stature, mass = USUAL[client.sex]
    return Build(
        sex=client.sex,
        stature=stature if client.height_cm is None else client.height_cm / 100,
        mass=mass if client.mass_kg is None else client.mass_kg,
    )


def strip(movement: str, client: Client, side: Side | None = None) -> Picture | None:
    """The key poses of a movement side by side; none where the movement has no poses."""
    if movement not in book().poses:
        return None
    return _strip(movement, build_of(client), client.age, side)


@lru_cache(maxsize=512)
def _strip(movement: str, build: Build, age: int, side: Side | None) -> Picture:
    look = chosen("", build.sex, age)
    count = len(book().poses[movement].poses)
    found = [
        pose_fragment(movement, build, look, number, side=side, grounded=True, arrowed=True) for number in range(count)
    ]
    svg, wide, high = beside(found, f"strip-{movement}-{side or 'both'}")
    return Picture(svg=svg, alt=" ".join(pose.caption for pose in book().poses[movement].poses), ratio=round(float(wide / high), 3))


def beside(found: list[Fragment], name: str) -> tuple[str, float, float]:
    """Fragments side by side on one ground, as a whole drawing: text, width and height."""
    top, bottom = min(one.box[1] for one in found), max(one.box[3] for one in found)
    parts, at = [], 0.0
    for one in found:
        parts.append(f'<g transform="translate({at - one.box[0]:.1f} {-top:.1f})">{one.markup}</g>')
        at += one.box[2] - one.box[0] + GAP
    wide, high = at - GAP, bottom - top
    inside = "".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" id="{name}" viewBox="0 0 {wide:.1f} {high:.1f}" '
        f'width="{wide:.1f}" height="{high:.1f}">{inside}</svg>',
        wide,
        high,
    )
