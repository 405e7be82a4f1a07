"""Writes docs/reference/poses.md: how many key poses there are, which gates each passes, and the most alike movements."""

from __future__ import annotations

from pathlib import Path

from ladderback.body.likeness import nearest_pairs
from ladderback.body.numbers import number, status_of
from ladderback.body.values import Build
from ladderback.evidence import book
from ladderback.movements import poses

PAGE = Path(__file__).parent / "reference" / "poses.md"
GATES = {
    "gate_touch": "a touch is on its surface [mm]", "gate_reach": "a reach arrives [mm]",
    "gate_balance": "what is left at the pelvis [N]", "gate_overlap": "flesh in flesh [mm]",
    "gate_floor": "a landmark under the floor [mm]", "gate_pelvis": "turn of the pelvis from where it was authored [deg]",
    "gate_pelvis_loose": "the same where the pelvis may give way [deg]", "gate_activation": "highest muscle activation [share]",
}  # fmt: skip


def main() -> None:
    """Writes the page."""
    kinds = {kind: [n for n, one in book().poses.items() if one.kind == kind] for kind in ("exercise", "task", "way", "stance")}
    count = sum(len(poses(name)) for name in (*kinds["exercise"], *kinds["task"]))
    lines = [
        "# Key poses", "", "Made by `docs/make_poses.py`. One record a movement in `knowledge/poses`; load, slack, ladder and picture come from it.", "",
        f"{len(kinds['exercise'])} exercises and {len(kinds['task'])} life tasks with {count} key poses, {len(kinds['way'])} ways of tasks for the "
        f"slack, {len(kinds['stance'])} stances to start from. Angles, touches and weights are our reading of each movement: status proposal.", "",
        "## Gates", "",
        "Each key pose passes every gate on 18 bodies: women and men, 5th, 50th and 95th percentile of stature, BMI 19, 23.5 and 36",
        "(`make test-slow`; the corners of the grid in `make test`).", "", "| gate | at most | status |", "|---|---|---|",
        *(f"| {said} | {number(name):g} | {status_of(name)} |" for name, said in GATES.items()), "",
        "## The most alike exercises", "",
        "Largest difference of any angle, each key pose against its nearest in the other; below 8 degrees a variant must be declared.", "",
        "| degrees apart | one | other | declared variant |", "|---|---|---|---|",
    ]  # fmt: skip
    build = Build(sex="male", stature=1.75, mass=72.0)
    for apart, one, other in nearest_pairs(build, tuple(sorted(kinds["exercise"])))[:20]:
        said = book().poses[one].variant_of or book().poses[other].variant_of or "no"
        lines.append(f"| {apart:.1f} | `{one}` | `{other}` | {said} |")
    PAGE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
