"""From the values of the rooms to those of the plots: ladders, the day, findings against their norms.

A client's plot carries ratios to own standing and never newtons; what is not known is left out, never filled in.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from ladderback.assessment.numbers import number
from ladderback.assessment.values import Finding
from ladderback.documents.plots import values as plots
from ladderback.documents.sheet import Picture
from ladderback.documents.wording import capital, clinical_test_name, label, labels
from ladderback.ergonomics.values import DayLoad, Kind
from ladderback.evidence import book
from ladderback.ladder.values import Ladder, Rung

PAPER, PHONE = 694.0, 360.0  # widths of a plot: the text of an A4 page, and a phone [CSS pixels]
HALF = 340.0  # half of a page, with the gap between the columns
POSTURES: dict[Kind, plots.Posture] = {
    "sitting": "sitting", "couch": "sitting", "bed": "lying", "walking": "walking", "lifting": "lifting",
    "training": "training", "unknown": "other",
}  # fmt: skip
BETTER = {"higher": 1, "lower": -1}


def plotted(drawn: str, screen: str, *, width: float = 1.0) -> Picture:
    """A plot as a picture of a sheet: one drawing for paper, one for the screen, and its own text alternative."""
    wide, high = (float(one) for one in _part(r'viewBox="0 0 ([\d.]+ [\d.]+)"', drawn).split())
    told = " ".join(unescape(_part(rf"<{tag}[^>]*>(.*?)</{tag}>", drawn)) for tag in ("title", "desc"))
    return Picture(svg=drawn, screen=screen, alt=told, ratio=round(wide / high, 3), width=width, tall=3.0)


def _part(pattern: str, svg: str) -> str:
    found = re.search(pattern, svg, re.DOTALL)
    return found[1] if found else ""


def ladder_values(
    ladder: Ladder, person: plots.Fragment | None = None, goal: plots.Fragment | None = None
) -> plots.LadderValues:
    """A ladder as it is drawn for the person: names, states, ratios, and a short note where a rung waits."""
    rungs = tuple(_rung(one, _client_note(one)) for one in ladder.rungs)
    return plots.LadderValues(task=ladder.name, rungs=rungs, person=person, goal=goal)


def load_values(ladder: Ladder) -> plots.LoadPerRungValues:
    """The load of each rung as it is drawn for the practitioner."""
    return plots.LoadPerRungValues(task=ladder.name, rungs=tuple(_rung(one, _client_note(one)) for one in ladder.rungs))


def _rung(one: Rung, note: str) -> plots.Rung:
    return plots.Rung(
        name=one.name, state=one.state, load=one.ratio_to_standing, low=one.ratio_low, high=one.ratio_high, note=note,
        tied_with_below=one.tied_with_below,
    )  # fmt: skip


def _client_note(one: Rung) -> str:
    """What stands under a rung beside its state: tries, or when it opens. The reason stands once, beside the ladder."""
    words = labels("ladder")
    if one.state == "now":
        return str(words["tries"].format(good=one.good_tries, tries=one.tries))
    if one.state != "locked":
        return ""
    if one.closed is not None and one.closed.opens_in_week is not None:
        return str(words["opens_in_week"].format(week=one.closed.opens_in_week))
    return "" if one.closed is not None else one.note


def hours_values(day: DayLoad) -> plots.HoursValues:
    """The parts of a day that were told; what they leave is not known."""
    parts = (one for one in day.hours.parts if one.kind != "unknown" and one.hours > 0)
    return plots.HoursValues(
        parts=tuple(
            plots.HoursPart(name=one.label, posture=POSTURES[one.kind], hours=one.hours, at_least=one.at_least)
            for one in parts
        )
    )


def norm_values(findings: tuple[Finding, ...], most: int) -> tuple[plots.NormBandValues, ...]:
    """Measures with a finding against the norm they were judged by, both sides in one picture; the worst first."""
    groups: dict[tuple[Any, ...], list[Finding]] = {}
    for one in findings:
        if isinstance(one.value, float | int) and one.norm is not None and one.verdict is not None:
            judged = (one.norm.mean, one.norm.sd, one.norm.low, one.norm.high, one.norm.cutoff)
            groups.setdefault((one.test, one.unit, *judged), []).append(one)
    worth = [group for group in groups.values() if any(one.verdict != "typical" for one in group)]
    worth.sort(key=lambda group: (min(_rank(one) for one in group), group[0].test))
    found = (_norm_band(group) for group in worth)
    return tuple(one for one in found if one is not None)[:most]


def _rank(one: Finding) -> tuple[int, float]:
    return (("finding", "borderline", "typical").index(one.verdict or "typical"), one.z or 0.0)


def _norm_band(group: list[Finding]) -> plots.NormBandValues | None:
    """One measure with its bands; none where the norm gives no line that could be drawn."""
    first = group[0]
    known = book().clinical_tests.get(first.test)
    sign = BETTER.get(known.better) if known else None
    if known is None or first.norm is None or sign is None:
        return None
    lines = _lines(group, sign)
    if not lines:
        return None
    low, high = _scale(group, lines, known.lowest, known.highest)
    norm = first.norm
    return plots.NormBandValues(
        measure=clinical_test_name(first.test), unit=label("unit", first.unit).strip(), low=low, high=high,
        marks=tuple(_mark(one) for one in sorted(group, key=lambda one: one.side or "")[:6]),
        bands=_bands(_worst(group, lines, sign), lines, sign), mean=norm.mean,
        sd=norm.sd if norm.mean is not None else None, group=norm.population, status=norm.status,
    )  # fmt: skip


def _mark(one: Finding) -> plots.NormMark:
    value = float(one.value)
    before = None if one.change is None else value - one.change
    return plots.NormMark(value=value, verdict=one.verdict, side=one.side, before=before)


def _lines(group: list[Finding], sign: int) -> list[tuple[plots.BandKind, float]]:
    """From which value on each verdict holds, from the worst to the best: ("typical", 111) means 111 and better."""
    norm = group[0].norm
    assert norm is not None
    if norm.mean is not None and norm.sd is not None and norm.cutoff is None:
        far, near = number("z_finding"), number("z_borderline")
        return [("borderline", norm.mean + sign * far * norm.sd), ("typical", norm.mean + sign * near * norm.sd)]
    edge = norm.low if sign > 0 else norm.high
    if norm.cutoff is not None and edge is not None and sign * (edge - norm.cutoff) > 0:
        return [("borderline", norm.cutoff), ("typical", edge)]
    line = norm.cutoff if norm.cutoff is not None else edge
    return [] if line is None else [("typical", line)]


def _worst(group: list[Finding], lines: list[tuple[plots.BandKind, float]], sign: int) -> plots.BandKind:
    """What a value on the wrong side of every line was called; a norm that fits only nearly gives borderline."""
    behind = {one.verdict for one in group if sign * (float(one.value) - lines[0][1]) < 0}
    return "borderline" if len(lines) == 1 and behind == {"borderline"} else "finding"


def _bands(worst: plots.BandKind, lines: list[tuple[plots.BandKind, float]], sign: int) -> tuple[plots.Band, ...]:
    """Bands from low to high; where less is better the best one stands at the low end."""
    kinds: list[plots.BandKind] = [worst, *(kind for kind, _ in lines)]
    edges: list[float | None] = [None, *(edge for _, edge in lines), None]
    bands = [
        plots.Band(kind=kind, low=start, high=end) if sign > 0 else plots.Band(kind=kind, low=end, high=start)
        for kind, start, end in zip(kinds, edges, edges[1:], strict=False)
    ]
    return tuple(bands if sign > 0 else reversed(bands))


def _scale(
    group: list[Finding], lines: list[tuple[plots.BandKind, float]], lowest: float | None, highest: float | None
) -> tuple[float, float]:
    """A scale with room on both sides of values, lines and mean, within what the measure can be."""
    norm = group[0].norm
    spread = [norm.mean + side * 2 * (norm.sd or 0.0) for side in (-1, 1)] if norm and norm.mean is not None else []
    shown = [*(float(one.value) for one in group), *(edge for _, edge in lines), *spread]
    room = max(0.15 * (max(shown) - min(shown)), 0.1 * abs(max(shown)), 1e-2)
    low, high = min(shown) - room, max(shown) + room
    low = max(low, lowest) if lowest is not None and lowest <= min(shown) else low
    high = min(high, highest) if highest is not None and highest >= max(shown) else high
    return (max(low, 0.0) if min(shown) >= 0 else low), high


def state_word(one: Rung) -> str:
    """The state of a rung in one word."""
    return capital(str(book().letter("plots")["ladder"]["state"][one.state]))
