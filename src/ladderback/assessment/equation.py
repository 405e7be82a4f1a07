"""Predicts a usual value from age and size, by an equation that stands in the norms as it was published."""

from __future__ import annotations

import re

from ladderback.intake.values import Client

_TERM = re.compile(r"([+-]?)\s*([\d.]+)((?:\*[a-z_]+)*)")
_WORDS = re.compile(r"[a-z_]+")


def predict(equation: str, client: Client, active: float = 0.0) -> float | None:
    """The predicted value, or None when something the equation needs is not known.

    Args:
        equation: a sum of numbers times words, as `7.57*height_cm - 5.02*age - 309`.
        client: age [years], height [cm], mass [kg], sex.
        active: 1 when the person is regularly active, else 0.

    >>> predict("2*age + 10", Client(age=40, sex="female"))
    90.0
    >>> predict("2*height_cm", Client(age=40, sex="female")) is None
    True
    """
    known = _known(client, active)
    total = 0.0
    for sign, number, factors in _TERM.findall(equation):
        product = float(number) * (-1.0 if sign == "-" else 1.0)
        for word in _WORDS.findall(factors):
            value = known.get(word)
            if value is None:
                return None
            product *= value
        total += product
    return total


def _known(client: Client, active: float) -> dict[str, float | None]:
    height, mass = client.height_cm, client.mass_kg
    return {
        "age": float(client.age),
        "height_cm": height,
        "mass_kg": mass,
        "bmi": mass / (height / 100) ** 2 if height and mass else None,
        "male": 1.0 if client.sex == "male" else 0.0,
        "active": active,
    }
