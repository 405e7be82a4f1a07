"""What nobody sees of a person (fitness, strength, irritability and more), and how these traits go together."""

from __future__ import annotations

from functools import cache
from math import sqrt

from msgspec import Struct

from ladderback.intake.values import Sex
from ladderback.simulate.figures import Draw, clipped, figure, group

NAMES = ("fitness", "strength", "flexibility", "irritability", "burden", "pain")


class Traits(Struct, frozen=True, kw_only=True):
    """One person's hidden traits, each with mean 0 and spread 1, beside age [years], sex, body mass index [kg/m2]."""

    age: int
    sex: Sex
    bmi: float
    fitness: float
    strength: float
    flexibility: float
    irritability: float
    burden: float
    pain: float

    def of(self, name: str) -> float:
        """One hidden trait by its name."""
        return float(getattr(self, name))


def draw_traits(draw: Draw) -> Traits:
    """One person: age and sex as in primary care, hidden traits that go together as the figures say."""
    loose = [draw.normal() for _ in NAMES]
    tied = [sum(weight * one for weight, one in zip(row, loose, strict=True)) for row in _lower_triangle()]
    fitness = tied[0]
    bmi = figure("bmi.mean") + figure("bmi.sd") * _loaded(draw, figure("bmi.fitness"), fitness)
    return Traits(
        age=_age(draw),
        sex="female" if draw.chance(figure("sex.female")) else "male",
        bmi=clipped(bmi, 17.0, 52.0),
        **dict(zip(NAMES, tied, strict=True)),
    )


def _loaded(draw: Draw, loading: float, trait: float) -> float:
    return loading * trait + sqrt(1 - loading * loading) * draw.normal()


def loaded(draw: Draw, loading: float, trait: float) -> float:
    """A draw with mean 0 and spread 1 that goes with a hidden trait as far as the loading says."""
    return _loaded(draw, loading, trait)


def _age(draw: Draw) -> int:
    if draw.chance(figure("age.under_18")):
        return draw.whole(12, 17)
    kind = "age.older_" if draw.chance(figure("age.older")) else "age."
    least, most = figure("age.lowest"), figure("age.highest")
    return round(draw.near(figure(f"{kind}mean"), figure(f"{kind}sd"), least, most))


@cache
def _lower_triangle() -> tuple[tuple[float, ...], ...]:
    """The lower triangle L of the correlations C = L Lᵗ (Cholesky), so that L times loose draws goes together as C."""
    pairs = group("together")
    size = len(NAMES)
    lower = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            wanted = 1.0 if i == j else pairs[f"{NAMES[j]}.{NAMES[i]}"]
            left = wanted - sum(lower[i][k] * lower[j][k] for k in range(j))
            lower[i][j] = sqrt(left) if i == j else left / lower[j][j]
    return tuple(tuple(row) for row in lower)
