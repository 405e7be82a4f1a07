"""Chooses the norm a value is set against: same position and instrument, then surer, then nearest in age."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from ladderback.assessment.measured import Reading
from ladderback.assessment.numbers import number, show, words
from ladderback.assessment.values import NormUsed
from ladderback.evidence.clinical_tests import Norm
from ladderback.intake.values import Client
from ladderback.terms.status import STATUSES

SPREADS = ("mean", "median", "equation", "centile", "category", "range", "band", "target")


class Fit(Struct, frozen=True, kw_only=True):
    """A norm that fits, how many years its age band is away [years], and whether the instrument is the same."""

    norm: Norm
    years: float
    same_instrument: bool
    of: int = 1

    @property
    def exact(self) -> bool:
        """True when nothing weakens the comparison."""
        return self.same_instrument and self.years == 0


def best(reading: Reading, client: Client, norms: Iterable[Norm], stats: tuple[str, ...]) -> Fit | None:
    """The first norm by position and instrument, status, age; None when none fits.

    Why: the nearest age alone would set a value against somebody's recollection while a verified table stands beside.
    """
    found = fitting(reading, client, norms, stats)
    if not found:
        return None
    first = found[0]
    return Fit(norm=first.norm, years=first.years, same_instrument=first.same_instrument, of=len(found))


def fitting(reading: Reading, client: Client, norms: Iterable[Norm], stats: tuple[str, ...]) -> list[Fit]:
    """All norms that fit, best first."""
    found = []
    for norm in norms:
        if norm.stat in stats and norm.usable and _same_thing(reading, client, norm):
            years = max(0, norm.age_min - client.age, client.age - norm.age_max)
            if years <= number("neighbour_years"):
                same = norm.instrument in ("", reading.instrument)
                found.append(Fit(norm=norm, years=years, same_instrument=same))
    return sorted(found, key=_order)


def _same_thing(reading: Reading, client: Client, norm: Norm) -> bool:
    """The same position, sex and unit: a norm of another position is another test."""
    sex = norm.sex in ("X", "F" if client.sex == "female" else "M")
    unit = norm.stat in ("share", "equation") or norm.unit.split()[:1] == reading.unit.split()[:1]
    return sex and unit and norm.position == reading.position


def _order(fit: Fit) -> tuple[bool, int, float, bool, int, str]:
    norm = fit.norm
    band = norm.age_max - norm.age_min
    return (not fit.same_instrument, STATUSES.index(norm.status), fit.years, norm.sex == "X", band, norm.norm_id)


def shown(fit: Fit, mean: float | None = None, low: float | None = None, cut: float | None = None) -> NormUsed:
    """The norm as it is shown beside the value, with the reason it was chosen."""
    norm = fit.norm
    return NormUsed(
        norm=norm.norm_id,
        mean=mean if mean is not None else (norm.value if norm.stat == "mean" else None),
        sd=norm.sd,
        low=low if low is not None else (None if norm.stat in ("equation", "mean") else norm.low),
        high=None if norm.stat in ("equation", "mean") else norm.high,
        cutoff=cut,
        population=f"{norm.population}, {norm.age_min}-{norm.age_max} years",
        source=norm.source,
        status=norm.status,
        chosen_because=_reason(fit),
    )


def _reason(fit: Fit) -> str:
    say = words("assessment", "chosen")
    parts = [say["position"], say["instrument"] if fit.same_instrument else say["other_instrument"]]
    parts.append(say["age"] if fit.years == 0 else say["neighbour"].format(years=show(fit.years)))
    parts.append(say["status"].format(status=fit.norm.status))
    parts.append(say["only"] if fit.of == 1 else say["of_several"].format(count=fit.of))
    return "; ".join(parts)
