"""Sets a value against its norm: typical, borderline or a finding, and how far off [SD]."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from ladderback.assessment.equation import predict
from ladderback.assessment.measured import Reading
from ladderback.assessment.norms import SPREADS, Fit, best, fitting, shown
from ladderback.assessment.numbers import number, show, words
from ladderback.assessment.values import NormUsed, Verdict
from ladderback.evidence.clinical_tests import Norm
from ladderback.intake.values import Client
from ladderback.terms.status import STATUSES

ORDER: tuple[Verdict, ...] = ("typical", "borderline", "finding")


class Judged(Struct, frozen=True, kw_only=True):
    """What one norm says of one value. `verdict` None: the norm is a point of comparison only."""

    verdict: Verdict | None
    norm: NormUsed | None
    z: float | None = None
    good: bool = False
    note: str = ""


def judge(reading: Reading, client: Client, norms: tuple[Norm, ...]) -> Judged:
    """The verdict of the best spread and the best published line together; the worse of the two stands.

    A line that is less sure than a spread which calls the value usual moves the verdict by one step, not two.
    """
    value = reading.number
    if value is None:
        return Judged(verdict=None, norm=None)
    spread = _spread(reading, value, client, norms)
    lines = [one for one in (_cut(reading, value, client, norms), _share(reading, value, client, norms)) if one]
    judged = spread or Judged(verdict=None, norm=None)
    for line in lines:
        judged = _together(judged, line, reading)
    good = judged.good or _published_good(reading, value, client, norms)
    return replace(judged, good=good)


def _together(spread: Judged, line: Judged, reading: Reading) -> Judged:
    if spread.verdict is None:
        mean = spread.norm.mean if spread.norm and line.norm else None
        norm = replace(line.norm, mean=mean) if line.norm and mean is not None else line.norm
        return replace(line, norm=norm, good=spread.good)
    if line.verdict in (None, "typical") or _rank(line.verdict) <= _rank(spread.verdict):
        cut = line.norm.cutoff if line.norm else None
        norm = replace(spread.norm, cutoff=cut) if spread.norm and spread.norm.cutoff is None else spread.norm
        return replace(spread, norm=norm)
    weaker = line.norm and spread.norm and STATUSES.index(line.norm.status) > STATUSES.index(spread.norm.status)
    if weaker and spread.verdict == "typical" and line.verdict == "finding" and line.norm:
        text = words("assessment", "note")["cut_weaker"]
        note = text.format(cut=show(line.norm.cutoff or 0.0), unit=reading.unit)
        return replace(line, verdict="borderline", z=spread.z, note=note)
    return replace(line, z=spread.z)


def _rank(verdict: Verdict | None) -> int:
    return -1 if verdict is None else ORDER.index(verdict)


def worse(one: Verdict | None, other: Verdict | None) -> Verdict | None:
    """The worse of two verdicts; None when neither is known."""
    return max(one, other, key=_rank)


def _capped(verdict: Verdict, fit: Fit) -> Verdict:
    """A neighbouring age band or another instrument gives borderline at most."""
    most: Verdict = "borderline" if not fit.exact or fit.norm.most == "borderline" else "finding"
    return min(verdict, most, key=ORDER.index)


def _sign(reading: Reading) -> float:
    return -1.0 if reading.test.better == "lower" else 1.0


# --- norms with a spread -----------------------------------------------------------------------------------------


def _spread(reading: Reading, value: float, client: Client, norms: tuple[Norm, ...]) -> Judged | None:
    fits = fitting(reading, client, norms, SPREADS)
    for fit in [one for one in fits if one.norm.sd is not None or one.norm.stat != "mean"] + fits:
        counted = Fit(norm=fit.norm, years=fit.years, same_instrument=fit.same_instrument, of=len(fits))
        judged = _JUDGES[fit.norm.stat](reading, value, client, counted, norms)
        if judged:
            return judged
    return None


def _by_mean(reading: Reading, value: float, client: Client, fit: Fit, norms: tuple[Norm, ...]) -> Judged:
    mean, sd = fit.norm.value or 0.0, fit.norm.sd
    good = _sign(reading) * (value - mean) >= 0
    if sd is None:
        return Judged(verdict=None, norm=shown(fit), good=good)
    z = _sign(reading) * (value - mean) / sd
    verdict: Verdict = (
        "finding" if z < number("z_finding") else "borderline" if z < number("z_borderline") else "typical"
    )
    return Judged(verdict=_capped(verdict, fit), norm=shown(fit), z=round(z, 2), good=good)


def _by_median(reading: Reading, value: float, client: Client, fit: Fit, norms: tuple[Norm, ...]) -> Judged:
    median = usual_at(client, fit.norm, norms)
    return Judged(verdict=None, norm=shown(fit, mean=round(median, 1)), good=_sign(reading) * (value - median) >= 0)


def usual_at(client: Client, norm: Norm, norms: tuple[Norm, ...]) -> float:
    """The mean or median for this age; medians stand at the first age of their band and are read between bands."""
    if norm.stat != "median" or norm.value is None:
        return norm.value or 0.0
    after = [
        other
        for other in norms
        if other.stat == "median" and other.usable and other.sex == norm.sex and other.age_min == norm.age_max + 1
    ]
    if not after or after[0].value is None or client.age < norm.age_min:
        return norm.value
    part = (client.age - norm.age_min) / (after[0].age_min - norm.age_min)
    return norm.value + min(part, 1.0) * (after[0].value - norm.value)


def _by_equation(reading: Reading, value: float, client: Client, fit: Fit, norms: tuple[Norm, ...]) -> Judged | None:
    inactive = predict(fit.norm.equation, client, active=0.0)
    active = predict(fit.norm.equation, client, active=1.0)
    if inactive is None or active is None or fit.norm.low is None:
        return None
    predicted = min(inactive, active)
    lowest = predicted + fit.norm.low
    verdict: Verdict = "finding" if value < lowest else "typical"
    norm = shown(fit, mean=round(predicted), low=round(lowest))
    return Judged(verdict=_capped(verdict, fit), norm=norm, good=value >= predicted)


def _by_centile(reading: Reading, value: float, client: Client, fit: Fit, norms: tuple[Norm, ...]) -> Judged | None:
    low, high = fit.norm.low, fit.norm.high
    if low is None or high is None:
        return None
    verdict: Verdict = "borderline" if value < low else "typical"
    return Judged(verdict=_capped(verdict, fit), norm=shown(fit), good=value >= high)


def _by_category(reading: Reading, value: float, client: Client, fit: Fit, norms: tuple[Norm, ...]) -> Judged | None:
    low, middle, high = fit.norm.low, fit.norm.value, fit.norm.high
    if low is None or middle is None or high is None:
        return None
    verdict: Verdict = "finding" if value < low else "borderline" if value < middle else "typical"
    return Judged(verdict=_capped(verdict, fit), norm=shown(fit), good=value >= high)


def _by_range(reading: Reading, value: float, client: Client, fit: Fit, norms: tuple[Norm, ...]) -> Judged | None:
    low, high = fit.norm.low, fit.norm.high
    if low is None or high is None:
        return None
    verdict: Verdict = "finding" if value < low else "typical"
    return Judged(verdict=_capped(verdict, fit), norm=shown(fit), good=value >= high)


def _by_band(reading: Reading, value: float, client: Client, fit: Fit, norms: tuple[Norm, ...]) -> Judged:
    low, high = fit.norm.low, fit.norm.high
    outside = (low is not None and value < low) or (high is not None and value > high)
    return Judged(verdict=_capped("finding" if outside else "typical", fit), norm=shown(fit))


_JUDGES = {
    "mean": _by_mean,
    "median": _by_median,
    "equation": _by_equation,
    "centile": _by_centile,
    "category": _by_category,
    "range": _by_range,
    "band": _by_band,
    "target": _by_band,
}


# --- published lines ---------------------------------------------------------------------------------------------


def _cut(reading: Reading, value: float, client: Client, norms: tuple[Norm, ...]) -> Judged | None:
    """The published line for this very age: a line has no neighbours."""
    fit = next((one for one in fitting(reading, client, norms, ("cutoff",)) if one.years == 0), None)
    if fit is None:
        return None
    norm = fit.norm
    if norm.value is None:
        return _two_lines(reading, value, fit)
    beyond = _sign(reading) * (value - norm.value) < 0 or (norm.inclusive and value == norm.value)
    note = words("assessment", "note")["cut"].format(cut=show(norm.value), unit=reading.unit) if beyond else ""
    verdict = _capped("finding" if beyond else "typical", fit)
    return Judged(verdict=verdict, norm=shown(fit, cut=norm.value), note=note)


def _two_lines(reading: Reading, value: float, fit: Fit) -> Judged | None:
    low, high = fit.norm.low, fit.norm.high
    if low is None or high is None:
        return None
    verdict: Verdict = "finding" if value > high else "borderline" if value > low else "typical"
    return Judged(verdict=_capped(verdict, fit), norm=shown(fit, cut=high if value > high else low))


def _share(reading: Reading, value: float, client: Client, norms: tuple[Norm, ...]) -> Judged | None:
    """Below a share of the usual value for this age, where a study gives the usual value but no spread."""
    line = best(reading, client, norms, ("share",))
    usual = best(reading, client, norms, ("mean", "median"))
    if line is None or usual is None or line.norm.value is None:
        return None
    normal = usual_at(client, usual.norm, norms)
    cut = round(line.norm.value * normal, 1)
    beyond = value < cut
    note = words("assessment", "note")["share"].format(share=show(100 * line.norm.value)) if beyond else ""
    exact = Fit(norm=line.norm, years=usual.years, same_instrument=usual.same_instrument)
    norm = replace(shown(usual, mean=round(normal, 1)), cutoff=cut, status=line.norm.status)
    return Judged(verdict=_capped("finding" if beyond else "typical", exact), norm=norm, note=note)


def _published_good(reading: Reading, value: float, client: Client, norms: tuple[Norm, ...]) -> bool:
    fit = best(reading, client, norms, ("good",))
    return fit is not None and fit.norm.value is not None and _sign(reading) * (value - fit.norm.value) >= 0
