"""Makes the contact sheets of the pictures, one for each exercise group and the life tasks, and the page that shows them."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path
from zlib import crc32

from ladderback.body.picture import Fragment, pose_fragment
from ladderback.body.picture.figure import title_of
from ladderback.body.values import Build
from ladderback.evidence import book
from ladderback.movements import poses

DOCS = Path(__file__).parent
SHEETS = DOCS / "pictures"
PAGE = DOCS / "reference" / "pictures.md"
LINES = DOCS / "pictures" / "seen.csv"
SMALL, GAP, WIDEST = 0.42, 14.0, 1500.0
BUILDS = (
    Build(sex="female", stature=1.63, mass=62), Build(sex="male", stature=1.77, mass=78),
    Build(sex="female", stature=1.58, mass=84), Build(sex="male", stature=1.72, mass=104),
    Build(sex="female", stature=1.74, mass=66), Build(sex="male", stature=1.86, mass=80),
)  # fmt: skip
AGES = (34, 52, 67, 28, 45, 72)


def groups() -> dict[str, list[str]]:
    """Movements with poses by the sheet they stand on."""
    known, found = book().poses, {}
    for name, record in sorted(known.items()):
        if record.kind == "stance" or name.startswith("slack_"):
            continue
        sheet = (
            book().exercises[name].group
            if name in book().exercises
            else "life tasks"
            if record.kind == "task"
            else "postures"
        )
        found.setdefault(sheet, []).append(name)
    return found


@cache
def row(movement: str) -> list[Fragment]:
    """The key poses of one movement, drawn for a body and an age that go with its name."""
    draw = crc32(movement.encode()) // 7
    build, age = BUILDS[draw % len(BUILDS)], AGES[draw // 7 % len(AGES)]
    return [
        pose_fragment(movement, build, number=i, age=age, grounded=True, arrowed=True)
        for i in range(len(poses(movement)))
    ]


def sheet(movements: list[str]) -> str:
    """One contact sheet as SVG."""
    x, y, tall, wide, parts = GAP, GAP, 0.0, 0.0, []
    for movement in movements:
        found = row(movement)
        top, bottom = min(one.box[1] for one in found), max(one.box[3] for one in found)
        room = sum(one.box[2] - one.box[0] for one in found) * SMALL + 6 * (len(found) - 1)
        high = (bottom - top) * SMALL + 34
        room = max(room, 7.0 * len(title_of(movement)))
        if x > GAP and x + room > WIDEST:
            x, y, tall = GAP, y + tall + GAP, 0.0
        at = x
        for one in found:
            parts.append(
                f'<g transform="translate({at - one.box[0] * SMALL:.1f} {y + 26 - top * SMALL:.1f}) scale({SMALL})">{one.markup}</g>'
            )
            at += (one.box[2] - one.box[0]) * SMALL + 6
        parts.append(
            f'<text x="{x:.1f}" y="{y + 12:.1f}" font-size="12.5" fill="#2a3342">{escape(title_of(movement))}</text>'
        )
        x, tall, wide = x + room + 2 * GAP, max(tall, high), max(wide, x + room + GAP)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {y + tall:.0f}" width="{wide:.0f}" height="{y + tall:.0f}" '
        f'font-family="Arial, sans-serif"><rect width="100%" height="100%" fill="#fff"/>{"".join(parts)}</svg>'
    )


if __name__ == "__main__":
    pass
