"""Writes docs/safety/load_against_measurements.md: the body's loads beside what was measured, misses included."""

from __future__ import annotations

from math import sqrt
from pathlib import Path

from ladderback.body.answer import load_answer
from ladderback.body.standing import standing
from ladderback.body.values import Build
from ladderback.evidence import book
from ladderback.intake.posture import read_posture
from ladderback.movements import poses

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "safety" / "load_against_measurements.md"
POSTURES = ROOT / "examples" / "postures"
WALKER = Build(sex="male", stature=1.72, mass=68.0)
GROUPS = {
    "eight": "the eight postures (in-sample)",
    "set": "further postures (in-sample)",
    "sato": "other people (in-sample)",
}


def ratio(posture: str) -> float:
    """Load of an example posture against the same body's standing."""
    path = POSTURES / f"{posture}.toml"
    answer = load_answer(read_posture(path.read_bytes(), path.name), path.name)
    return float(answer["l4l5"]["ratio_to_standing"])


def ranks(values: list[float]) -> list[float]:
    """Ranks, ties shared."""
    return [sum(one < value for one in values) + (sum(one == value for one in values) + 1) / 2 for value in values]


def correlation(one: list[float], other: list[float]) -> float:
    """Pearson's r."""
    a, b = sum(one) / len(one), sum(other) / len(other)
    over = sum((x - a) * (y - b) for x, y in zip(one, other, strict=True))
    return over / sqrt(sum((x - a) ** 2 for x in one) * sum((y - b) ** 2 for y in other))


def figures(computed: list[float], measured: list[float]) -> dict[str, float]:
    """r, Spearman, error in multiples of standing, mean error [%]."""
    count = len(computed)
    return {
        "r": correlation(computed, measured),
        "rho": correlation(ranks(computed), ranks(measured)),
        "rmse": sqrt(sum((x - y) ** 2 for x, y in zip(computed, measured, strict=True)) / count),
        "mape": 100 * sum(abs(x - y) / y for x, y in zip(computed, measured, strict=True)) / count,
    }


def measured_rows() -> list[tuple[str, dict[str, str], str, float, float]]:
    """Id, cells, status, computed and measured multiple of standing."""
    return [
        (
            name,
            row.cells,
            row.status,
            ratio(row.cells["posture"]),
            float(row.cells["value"]) / float(row.cells["standing"]),
        )
        for name, row in book().tables["spinal_load_measured"].items()
    ]


def eight() -> dict[str, float]:
    """The figures of the eight postures."""
    rows = [row for row in measured_rows() if row[1]["group"] == "eight"]
    return figures([row[3] for row in rows], [row[4] for row in rows])


def peak(movement: str) -> float:
    """Highest load of the key poses of a movement against standing, for a man of the size of the patients."""
    from ladderback.body.loading import load_pose

    loads = [load_pose(WALKER, pose, gated=False).load.compression for pose in poses(movement)]
    return max(loads) / standing(WALKER).load.compression


def main() -> None:
    """Writes the page."""
    PAGE.parent.mkdir(parents=True, exist_ok=True)
    PAGE.write_text("\n".join([*head(), *accuracy(), *table(), *orders(), *limits()]) + "\n", encoding="utf-8")


def head() -> list[str]:
    return [
        "# The computed load beside what was measured",
        "",
        "Made by `docs/make_load.py`. Multiples of the same person's standing: that is what clients see, and what the",
        "measurements support best (one man carries most of the pressure data, and pressure to force is uncertain).",
        "",
        "**In-sample** means: the numbers of the body (levers, tones, passive tissue, in `knowledge/tables/body_*.csv`) were",
        "set while these rows were in view, then frozen. Their agreement shows that the body can say this, not that it will",
        "say the next thing. The orders further down were never used to set anything.",
        "",
    ]


def accuracy() -> list[str]:
    rows = measured_rows()
    lines = ["| rows | n | r | Spearman | error (multiples of standing) | mean error |", "|---|---|---|---|---|---|"]
    for group, name in GROUPS.items():
        of = [row for row in rows if row[1]["group"] == group]
        lines.append(line(name, [row[3] for row in of], [row[4] for row in of]))
    reference = book().tables["spinal_load_reference"]
    measured = {row[1]["posture"]: row[4] for row in rows if row[1]["group"] == "eight"}
    other = [float(row.cells["percent"]) / 100 for row in reference.values()]
    lines.append(
        line("the eight, by a full-body model (AnyBody, from its file)", other, [measured[name] for name in reference])
    )
    return [*lines, ""]


def line(name: str, computed: list[float], measured: list[float]) -> str:
    f = figures(computed, measured)
    return f"| {name} | {len(computed)} | {f['r']:.3f} | {f['rho']:.3f} | {f['rmse']:.2f} | {f['mape']:.0f} % |"


def table() -> list[str]:
    lines = ["| posture | measured | computed | off | group | status of the measurement |", "|---|---|---|---|---|---|"]
    for name, cells, status, computed, measured in measured_rows():
        off = 100 * (computed / measured - 1)
        mark = " **miss**" if abs(off) > 25 else ""
        lines.append(
            f"| {cells['plain']} ({name.split('_')[0]}) | {measured:.2f} | {computed:.2f} | {off:+.0f} %{mark} | {cells['group']} | {status} |"
        )
    return [*lines, ""]


def orders() -> list[str]:
    lines = [
        "## Orders that were never used to set the body (out-of-sample)",
        "",
        "| movement | computed | beside | computed | measured order | agrees |",
        "|---|---|---|---|---|---|",
    ]
    agreed = 0
    rows = list(book().tables["load_order_measured"].values())
    for row in rows:
        one, other, said = row.cells["movement"], row.cells["beside"], row.cells["is"]
        a, b = peak(one), peak(other)
        right = a < b if said == "below" else a >= b * 0.95
        agreed += right
        lines.append(
            f"| {one} | {a:.2f} | {other} | {b:.2f} | {said}: {row.cells['plain']} | {'yes' if right else '**no**'} |"
        )
    return [*lines, "", f"{agreed} of {len(rows)} agree.", ""]


def limits() -> list[str]:
    return [
        "## What this does not say",
        "",
        "- Statics with shared muscle effort cannot produce the bracing of abdominal and floor exercises: their newtons are",
        "  too low. Where a study gives a class of load, that class goes before the computed one",
        "  (`knowledge/tables/load_classes.csv`), and the screen says so.",
        "- Sitting bent far forward comes out too high: the trunk resting on the thighs is not in the body.",
        "- Standing is the denominator of every ratio, and it is sensitive to a centimetre of posture.",
        "- A ratio is shown with at least 25 % uncertainty to either side, more where the two muscle descriptions disagree.",
        "  Two loads within 10 % are a tie.",
        "- Pain, guarding and tiredness raise the tension of the trunk; none of that is computed.",
    ]


if __name__ == "__main__":
    main()
