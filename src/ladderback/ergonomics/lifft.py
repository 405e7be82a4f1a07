"""LiFFT, the Lifting Fatigue Failure Tool: what many lifts in a day add up to, and the share of jobs harmed by as much.

The damage of one lift grows tenfold with each 60 N.m or so; lifts add up. The constant matters: a public copy uses
1,902,416 cycles where the workbook and the examples use 902,416, and so halves the damage.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, isfinite, log10
from typing import Literal

from ladderback.ergonomics.niosh import rounded
from ladderback.ergonomics.numbers import number, status_of
from ladderback.terms.errors import RecordError
from ladderback.terms.status import Status, weakest

TABLE = "lifft_numbers"
CITED = ("damage_intercept", "damage_slope", "risk_intercept", "risk_slope")
CENTIMETRES_A_METRE = 100
MOST_POWER = 250.0


def moment(load_kg: float, lever_cm: float) -> float:
    """Moment of a load [kg] at a lever arm from the low back [cm], in N.m. Source: LIFFT2017

    >>> round(moment(13, 40), 1)
    51.0
    """
    _check(load_kg=load_kg, lever_cm=lever_cm)
    return load_kg * number(TABLE, "gravity") * lever_cm / CENTIMETRES_A_METRE


def moment_us(load_lb: float, lever_in: float) -> float:
    """Moment of a load [lb] at a lever arm [in], in N.m. Source: LIFFT2017"""
    _check(load_lb=load_lb, lever_in=lever_in)
    foot_pounds = load_lb * lever_in / number(TABLE, "inches_in_a_foot")
    return foot_pounds * number(TABLE, "newton_metres_in_a_foot_pound")


def damage_per_lift(moment_nm: float) -> float:
    """Damage of one lift at a moment [N.m], as a part of failure. Source: LIFFT2017

    >>> f"{damage_per_lift(51.012):.4g}"
    '1.052e-05'
    """
    _check(moment_nm=moment_nm)
    foot_pounds = moment_nm / number(TABLE, "newton_metres_in_a_foot_pound")
    power = number(TABLE, "damage_intercept") + number(TABLE, "damage_slope") * foot_pounds
    if power > MOST_POWER:
        raise RecordError(
            file="-", key="moment_nm", received=moment_nm, allowed="a moment that somebody can lift [N.m]"
        )
    return float(10**power)


def damage_of_day(lifts: Iterable[tuple[float, float]], as_printed: bool = False) -> float:
    """Damage of a day from pairs of moment [N.m] and lifts a day; the workbook rounds each task. Source: LIFFT2017

    Args:
        as_printed: each task to four decimals, as the workbook shows it.
    """
    decimals = int(number(TABLE, "workbook_decimals"))
    each = []
    for moment_nm, times in lifts:
        _check(times=times)
        each.append(damage_per_lift(moment_nm) * times)
    return sum(rounded(one, decimals) if as_printed else one for one in each)


def risk(damage: float) -> float:
    """Share of jobs with 12 or more injuries per 200,000 hours among jobs of this damage a day. Source: LIFFT2017

    A figure of groups of jobs, not a forecast for a person.

    >>> risk(0.0)
    0.0
    """
    _check(damage=damage)
    if damage == 0:
        return 0.0
    return 1 / (1 + exp(-(number(TABLE, "risk_intercept") + number(TABLE, "risk_slope") * log10(damage))))


def band_of(share: float) -> Literal["low", "moderate", "high"]:
    """The band the source gives a share. Source: LIFFT2017"""
    if share < number(TABLE, "risk_low_below"):
        return "low"
    return "high" if share > number(TABLE, "risk_high_above") else "moderate"


def status() -> Status:
    """How sure the formulas are, as the least sure of their constants."""
    return weakest([status_of(TABLE, name) for name in CITED])


def _check(**given: float) -> None:
    """Demands real numbers that are not below zero.

    Raises:
        RecordError: a value is not a number, infinite or below zero.
    """
    for key, one in given.items():
        if not isfinite(one) or one < 0:
            raise RecordError(file="-", key=key, received=one, allowed="a number that is not below zero")
