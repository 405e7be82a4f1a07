"""People who arrive for a training: the session of today in one call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from logged_people import FIRST, formulation, person, programme

from ladderback.intake.events import Event
from ladderback.programme.values import Programme
from ladderback.progression import advance
from ladderback.progression.plan import Allowed
from ladderback.training import adjust, todays_check_in
from ladderback.training.values import SessionToday
from ladderback.triage.values import IfRestDenied, TriageDecision

MANDATORY = ("saddle_numbness", "bladder_change", "fever")


def decision(**changed: Any) -> TriageDecision:
    given: dict[str, Any] = {
        "urgency": "monitor_train",
        "gate": "proceed",
        "complete": True,
        "if_rest_denied": IfRestDenied(urgency="monitor_train", gate="proceed"),
        "say": "You can start now.",
        "recipient": "",
        "reasons": (),
        "open_questions": (),
        "may_train": True,
    }
    return TriageDecision(**(given | changed))


def anything(exercise: str, week: int) -> str | None:
    return None


def today(
    log: Sequence[Event],
    on: int,
    *,
    stage: int = 2,
    quota: bool = False,
    allowed: Allowed | None = anything,
    planned: Programme | None = None,
    triage: TriageDecision | None = None,
) -> SessionToday:
    told, day = person(), FIRST + timedelta(days=on)
    view, plan = formulation(stage, quota), planned or programme(stage)
    step = advance(log, told, view, plan, day, told)
    return adjust(
        plan,
        step,
        todays_check_in(log, day),
        decision=triage or decision(),
        formulation=view,
        mandatory=MANDATORY,
        allowed=allowed,
    )


def exercises(made: SessionToday) -> list[str]:
    return [item.exercise for item in made.session.items] if made.session else []
