"""Angles that nobody gave: how far the low back bends when a person leans, as people do on average."""

from __future__ import annotations

from functools import cache

from ladderback.evidence import book


@cache
def _curve() -> tuple[tuple[float, float], ...]:
    rows = book().tables["lumbar_share"].values()
    return tuple(sorted((float(row.cells["inclination_deg"]), float(row.cells["lumbar_deg"])) for row in rows))


def lumbar_of(inclination: float) -> float:
    """Bend of the low back when somebody stands leaning this far forward [deg]; the rest is in the hips.

    >>> lumbar_of(0.0)
    0.0
    """
    points = _curve()
    for (low, at_low), (high, at_high) in zip(points, points[1:], strict=False):
        if inclination <= high:
            return at_low + (at_high - at_low) * (inclination - low) / (high - low)
    return points[-1][1]


def comfortable(base: str, inclination: float | None, given: dict[str, float]) -> dict[str, float]:
    """Angles for what was not given [deg]: low back by how far the trunk leans, elbows bent for what is held close."""
    if inclination is None or "lumbar_flexion" in given or base not in ("standing", "sitting", "kneeling", "half_kneeling"):
        return {}
    upright = 12.0 if base == "sitting" else 0.0
    return {"lumbar_flexion": upright + lumbar_of(inclination) * (0.6 if base == "sitting" else 1.0)}
