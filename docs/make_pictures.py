"""Makes the contact sheets of the pictures, one for each exercise group and the life tasks, and the page that shows them."""

from __future__ import annotations

import csv
from functools import cache
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

from ladderback.body.picture import Fragment, pose_fragment
from ladderback.body.picture.figure import title_of
from ladderback.body.values import Build
from ladderback.evidence import book
from ladderback.movements import poses

DOCS = Path(__file__).parent
SHEETS = DOCS / "pictures"
PAGE = DOCS / "reference" / "pictures.md"
SEEN = SHEETS / "seen.csv"
WEAKEST = SHEETS / "weakest.csv"
SMALL, GAP, WIDEST = 0.42, 14.0, 1400.0
BUILDS = (
    Build(sex="female", stature=1.63, mass=62), Build(sex="male", stature=1.77, mass=78),
    Build(sex="female", stature=1.58, mass=84), Build(sex="male", stature=1.72, mass=104),
    Build(sex="female", stature=1.74, mass=66), Build(sex="male", stature=1.86, mass=80),
)  # fmt: skip
AGES = (34, 52, 67, 28, 45, 72)


def groups() -> dict[str, list[str]]:
    """Movements with poses by the sheet they stand on."""
    known = book().poses
    found: dict[str, list[str]] = {}
    for name, record in sorted(known.items()):
        if record.kind == "stance" or name.startswith("slack_"):
            continue
        group = (
            book().exercises[name].group
            if name in book().exercises
            else "life tasks"
            if record.kind == "task"
            else "postures"
        )
        found.setdefault(group, []).append(name)
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


def image(drawn: str) -> bytes:
    """The sheet as a compact image: few colours are enough for flat drawings."""
    import typst

    with TemporaryDirectory() as folder:
        room = Path(folder)
        (room / "sheet.svg").write_text(drawn, encoding="utf-8")
        page = '#set page(width: auto, height: auto, margin: 0pt)\n#image("sheet.svg")'
        (room / "sheet.typ").write_text(page, encoding="utf-8")
        whole = typst.compile(str(room / "sheet.typ"), format="png", ppi=82.0)
    return fewer_colours(bytes(whole))


def fewer_colours(image_: bytes) -> bytes:
    """The same image with 255 colours where the image library is there; else as it is."""
    try:
        from PIL import Image
    except ImportError:
        return image_
    small = BytesIO()
    Image.open(BytesIO(image_)).convert("RGB").quantize(255, dither=Image.Dither.NONE).save(small, "PNG", optimize=True)
    return small.getvalue()


def file_name(group: str) -> str:
    """The file of a sheet."""
    return group.replace("/", "_").replace(" ", "_") + ".png"


def seen_lines() -> dict[str, str]:
    """What was wrong at first sight of each sheet and what was changed."""
    with SEEN.open(encoding="utf-8", newline="") as rows:
        return {row["sheet"]: row["line"] for row in csv.DictReader(rows)}


def page(found: dict[str, list[str]]) -> str:
    """The page with all sheets."""
    said = seen_lines()
    parts = [
        "# Pictures",
        "",
        "Made by `docs/make_pictures.py`; do not edit. Every movement with all its key poses, drawn from the same solved "
        "poses as its load, for bodies, ages and looks that go with its name. Each sheet was looked at; the line under it says "
        "what was wrong at first sight and what was changed.",
        "",
    ]
    for group, movements in sorted(found.items()):
        parts += [f"## {group[:1].upper()}{group[1:]}", "", said.get(group, "Not looked at yet."), ""]
        parts += [f"![{group}: {len(movements)} movements](../pictures/{file_name(group)})", ""]
    parts += ["## The ten weakest", "", "| movement | why |", "|---|---|"]
    with WEAKEST.open(encoding="utf-8", newline="") as rows:
        parts += [f"| `{row['movement']}` | {row['why']} |" for row in csv.DictReader(rows)]
    return "\n".join(parts) + "\n"


if __name__ == "__main__":
    all_groups = groups()
    for group, movements in all_groups.items():
        (SHEETS / file_name(group)).write_bytes(image(sheet(movements)))
    PAGE.write_text(page(all_groups), encoding="utf-8")
