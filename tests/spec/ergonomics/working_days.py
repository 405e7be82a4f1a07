"""The people of the ergonomics specs: one day, one box, and what differs."""

from __future__ import annotations

from datetime import date
from typing import Any

from ladderback.intake.values import Client, DailyLife, Goal, IntakeRecord, Lifting, Means

DAY = date(2026, 11, 1)
BOX = Lifting(
    load_kg=12.0, horizontal_cm=35.0, vertical_cm=40.0, travel_cm=60.0, twist_deg=20.0, per_minute=2.0, hours=1.0,
    grip="fair", one_handed=False,
)  # fmt: skip


def person(goals: tuple[Goal, ...] = (), means: Means | None = None, **life: Any) -> IntakeRecord:
    """Somebody of whom only this part of daily life is known."""
    return IntakeRecord(
        taken_on=DAY, on=DAY, client=Client(age=40, sex="female"), goals=goals, means=means,
        daily_life=DailyLife(**life),
    )  # fmt: skip
