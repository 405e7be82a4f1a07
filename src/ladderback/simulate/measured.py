"""What was measured: clinical tests that go with age, sex and the hidden traits, and scores of questionnaires."""

from __future__ import annotations

from typing import Any

from ladderback.evidence import book
from ladderback.simulate.figures import Draw, clipped, figure, group, table
from ladderback.simulate.traits import Traits, loaded

MOST = {"gad7": 21, "pseq2": 12, "pcs": 52, "fabq_work": 42, "fabq_activity": 24, "ompsq_sf": 100}


def tests(draw: Draw, traits: Traits, taken_on: str) -> dict[str, Any]:
    """Clinical tests of one visit; a third of people get few of them, some get none."""
    visit = draw.pick(group("visit_kind"))
    if visit == "none":
        return {}
    share = 1.0 if visit == "full" else figure("visit.short_share")
    found: dict[str, Any] = {}
    for name, row in table("tests").items():
        if draw.chance(share * float(row.cells["asked"])):
            found[name] = _dressed(draw, name, _number(draw, traits, row.cells), taken_on)
    for name, row in table("signs").items():
        if draw.chance(share * float(row.cells["asked"])):
            found[name] = _sign(draw, traits, row.cells)
    return found


def _number(draw: Draw, traits: Traits, cells: dict[str, str]) -> float | dict[str, float]:
    """One value, or one a side, around the mean of people alike."""
    mean = float(cells[traits.sex]) + float(cells["per_decade"]) * (max(traits.age, 18) - 40) / 10
    middle = mean + float(cells["sd"]) * loaded(draw, float(cells["loading"]), traits.of(cells["factor"]))
    spread, decimals = float(cells["sides_sd"]), int(cells["decimals"])

    def kept(value: float) -> float:
        value = clipped(value, float(cells["lowest"]), float(cells["highest"]))
        return round(value, decimals) if decimals else round(value)

    if not spread:
        return kept(middle)
    one_side = draw.one_of((("left", "right"), ("right", "left")))
    apart = spread * draw.normal() * (figure("side.uneven_times") if draw.chance(figure("side.uneven")) else 1.0)
    return {one_side[0]: kept(middle + abs(apart) / 2), one_side[1]: kept(middle - abs(apart) / 2)}


def _dressed(draw: Draw, name: str, value: float | dict[str, float], taken_on: str) -> Any:
    """The value as the case writes it: sometimes with a position, a day, or one side only."""
    if not isinstance(value, dict):
        return value
    given: dict[str, Any] = dict(value)
    if draw.chance(figure("measured.one_side")):
        del given[draw.one_of(("left", "right"))]
    record = book().clinical_tests[name]
    if len(record.positions) > 1 and draw.chance(figure("measured.position")):
        given["position"] = draw.one_of(record.positions)
    if draw.chance(figure("measured.dated")):
        given["on"] = taken_on
    return given


def _sign(draw: Draw, traits: Traits, cells: dict[str, str]) -> str | dict[str, str]:
    share = clipped(float(cells["share"]) + figure("sign.irritability") * traits.irritability, 0.01, 0.95)

    def answer() -> str:
        return cells["worse"] if draw.chance(share) else cells["better"]

    return {"left": answer(), "right": answer()} if cells["sides"] else answer()


def mind(draw: Draw, traits: Traits) -> dict[str, Any]:
    """Scores that go with the hidden burden, and beliefs where they were asked."""
    found: dict[str, Any] = {}
    if draw.chance(figure("asked.mind")):
        total = draw.near(
            figure("start_back.mean") + figure("start_back.sd") * figure("start_back.burden") * traits.burden,
            figure("start_back.noise"),
            0,
            9,
        )
        found["start_back_total"] = round(total)
        found["start_back_psych"] = round(
            clipped(
                total * figure("start_back.psych_share") + figure("start_back.psych_noise") * draw.normal(),
                0,
                min(5, round(total)),
            )
        )
        found["fear_of_movement"] = round(
            draw.near(
                figure("fear.mean") + figure("fear.sd") * figure("fear.burden") * traits.burden,
                figure("fear.noise"),
                0,
                10,
            )
        )
        hope = figure("expectation.mean") - figure("expectation.sd") * figure("expectation.burden") * traits.burden
        found["recovery_expectation"] = round(draw.near(hope, figure("expectation.noise"), 0, 10))
    return found | _mood(draw, traits) | _longer(draw, traits) | _beliefs(draw, traits)


def _mood(draw: Draw, traits: Traits) -> dict[str, Any]:
    if not draw.chance(figure("asked.mood")):
        return {}
    full = draw.near(
        figure("phq9.mean") + figure("phq9.sd") * figure("phq9.burden") * traits.burden, figure("phq9.noise"), 0, 27
    )
    found: dict[str, Any] = {"phq2": round(clipped(full / figure("phq9.over_phq2"), 0, 6))}
    return found | ({"phq9": round(full)} if draw.chance(figure("phq9.full")) else {})


def _longer(draw: Draw, traits: Traits) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, most in MOST.items():
        if draw.chance(figure("asked.longer_scales")):
            way = -1 if name == "pseq2" else 1
            found[name] = round(
                draw.near(
                    most * (figure("scale.middle") + way * figure("scale.burden") * traits.burden),
                    most * figure("scale.noise"),
                    0,
                    most,
                )
            )
    if draw.chance(figure("asked.longer_scales")):
        found["tsk11"] = round(
            draw.near(figure("tsk11.mean") + figure("tsk11.burden") * traits.burden, figure("tsk11.noise"), 11, 44)
        )
    return found


def _beliefs(draw: Draw, traits: Traits) -> dict[str, Any]:
    if not draw.chance(figure("asked.beliefs")):
        return {}
    held = [
        name
        for name, share in group("belief").items()
        if draw.chance(clipped(share + figure("belief_burden") * traits.burden, 0, 0.95))
    ]
    return {"beliefs": held}
