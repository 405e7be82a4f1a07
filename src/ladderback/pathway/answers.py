"""The answers of the commands in the JSON that others rely on; additions are free, names and meanings are promises."""

from __future__ import annotations

from typing import Any

import msgspec

from ladderback import verification
from ladderback.evidence import book
from ladderback.intake.events import RungTried
from ladderback.pathway import Walk
from ladderback.pathway.today import todays_training
from ladderback.programme.values import Composed, NoProgramme
from ladderback.terms.errors import RecordError
from ladderback.verification import Verified
from ladderback.verification.values import VerificationReport


def triage_answer(walk: Walk) -> dict[str, Any]:
    """The answer of `triage`: the decision, and follow-ups that stay first until closed."""
    return {
        "format": "ladderback/triage/1",
        "on": walk.on.isoformat(),
        "triage": msgspec.to_builtins(walk.decision),
        "follow_up": msgspec.to_builtins(walk.follow_up),
    }


def assess_answer(walk: Walk) -> dict[str, Any]:
    """The answer of `assess`: triage, findings and formulation."""
    return triage_answer(walk) | {
        "format": "ladderback/assess/1",
        "findings": msgspec.to_builtins(walk.findings.findings),
        "regions": dict(walk.findings.regions),
        "formulation": _formulation(walk),
        "slack": _slack(walk),
    }


def _formulation(walk: Walk) -> dict[str, Any]:
    """The view, each contributor with the mechanics of its joint where a task of this person shows any."""
    view: dict[str, Any] = msgspec.to_builtins(walk.formulation)
    if walk.slack:
        from ladderback.pathway.slack import mechanics_of

        said = mechanics_of(walk.formulation, walk.slack)
        for one in view["contributors"]:
            one["mechanics"] = said.get((one["contributor"], one["side"]), [])
    return view


def _slack(walk: Walk) -> list[dict[str, Any]]:
    if not walk.slack:
        return []
    from ladderback.pathway.slack import as_answer

    return as_answer(walk.slack)


def plan_answer(walk: Walk) -> dict[str, Any]:
    """The answer of `plan`. A programme that was not verified is not in it."""
    answer = assess_answer(walk) | {
        "format": "ladderback/plan/1",
        "book": {"version": book().version, "sha256": book().sha256},
        "programme": None,
        "solve": None,
        "individual_because": list(walk.formulation.individual_because),
        "referrals": [],
        "ladders": _ladders(walk),
        "day": _day(walk),
        "excluded": [],
        "flare_up_plan": flare_up_plan(),
        "stop_rules": [],
        "review": None,
        "letters": msgspec.to_builtins(walk.correspondence.letters),
        "verification": _report(walk.report),
    }
    if isinstance(walk.composed, NoProgramme):
        answer["clash"] = msgspec.to_builtins(walk.composed.clash)
    elif isinstance(walk.verified, Verified):
        answer |= _composed(walk.verified.value) | {"programme": _programme(walk, walk.verified.value)}
    return answer


def _ladders(walk: Walk) -> list[dict[str, Any]]:
    if not walk.decision.may_train:
        return []
    from ladderback.pathway.planned_rungs import ladders_told

    return ladders_told(walk.ladders, walk.composed if isinstance(walk.composed, Composed) else None)


def _programme(walk: Walk, made: Composed) -> dict[str, Any]:
    """The programme, each item with its load on this person's own low back."""
    from ladderback.pathway.loads import LoadOfItems  # the body is heavy: read only when there are items to weigh

    loads = LoadOfItems(walk.record.client, walk.ladders)
    told: dict[str, Any] = msgspec.to_builtins(made.programme)
    for session, lines in zip(made.programme.sessions, told["sessions"], strict=True):
        lines["items"] = [
            line | {"load": loads.of(item)} for item, line in zip(session.items, lines["items"], strict=True)
        ]
    return told


def _day(walk: Walk) -> dict[str, Any]:
    """The day by its hours: for the person its sentences, for practitioners the figures."""
    day: dict[str, Any] = msgspec.to_builtins(walk.day)
    theirs = {"for_practitioner": day.pop("for_practitioner"), "composite": day.pop("composite")}
    return day | {"practitioner": theirs | {"damage": day.pop("damage")}}


def _composed(made: Composed) -> dict[str, Any]:
    return {
        "programme": msgspec.to_builtins(made.programme),
        "solve": msgspec.to_builtins(made.solve),
        "individual_because": list(made.individual_because),
        "referrals": msgspec.to_builtins(made.referrals),
        "excluded": msgspec.to_builtins(made.excluded),
        "stop_rules": stop_rules(made.stop_rules),
        "review": {"on_week": made.review_on_week, "retest": list(made.retest)},
    }


def _report(report: VerificationReport | None) -> dict[str, Any]:
    seen = report or VerificationReport(ok=True, checked=0, violations=())
    return {"ok": seen.ok, "checked": seen.checked, "violations": msgspec.to_builtins(seen.violations)}


def stop_rules(names: tuple[str, ...]) -> list[str]:
    """Stop rules as "id: sentence", so that both people and programs can read them."""
    told = [*book().letter("stop_rules")["rule"], *book().letter("session_checks")["rule"]]
    texts = {one["id"]: one["text"] for one in told}
    return [f"{name}: {texts[name]}" if name in texts else name for name in names]


def flare_up_plan() -> dict[str, Any]:
    """What to do in a flare-up, day by day, and when to come back."""
    return {key: value for key, value in book().letter("flare_up").items() if key not in ("language", "status")}


def today_answer(walk: Walk) -> dict[str, Any]:
    """The answer of `today`: triage, next step, today's session, what changed and why."""
    answer = triage_answer(walk) | {"format": "ladderback/today/1", "next_step": None, "session": None, "changed": []}
    made = todays_training(walk) if walk.first.decision.may_train else None
    if made is None:
        return answer | {"note": _why_nothing(walk), "open_questions": list(walk.decision.open_questions)}
    return answer | {
        "next_step": msgspec.to_builtins(walk.next_step),
        "session": msgspec.to_builtins(made.session),
        "changed": msgspec.to_builtins(made.changed),
        "note": made.note,
        "open_questions": list(made.open_questions),
        "gate": made.gate,
        "pain_rule": msgspec.to_builtins(made.pain_rule),
        "walk": msgspec.to_builtins(made.walk),
        "come_back_if": list(made.come_back_if),
        "quoted": list(made.quoted),
        "waiting_for": msgspec.to_builtins(walk.correspondence.standing),
    }


def _why_nothing(walk: Walk) -> str:
    if isinstance(walk.first.composed, NoProgramme):
        return " ".join(f"{one.say} {one.resolve}" for one in walk.first.composed.clash)
    return walk.decision.say


def review_answer(walk: Walk) -> dict[str, Any]:
    """The answer of `review`: changes, durability of relief, falsifiers, what to look at next."""
    letters = msgspec.to_builtins(walk.correspondence.letters)
    return {
        "format": "ladderback/review/1",
        "on": walk.on.isoformat(),
        **msgspec.to_builtins(walk.review),
        "letters": letters,
        "ladders": _progress(walk),
    }


def _progress(walk: Walk) -> list[dict[str, Any]]:
    """How far somebody has come on their ladders; nothing for whoever must not train or has tried no rung."""
    if not walk.decision.may_train or not any(isinstance(one, RungTried) for one in walk.events):
        return []
    from ladderback.pathway.planned_rungs import progress_on

    return progress_on(walk.ladders, walk.first.ladders)


def verify_answer(walk: Walk, plan: bytes, name: str) -> dict[str, Any]:
    """The answer of `verify`: what the second pair of eyes says of a programme from a file."""
    try:
        read = verification.read_plan(plan.decode("utf-8"), name)
    except UnicodeDecodeError as error:
        raise RecordError(file=name, key="", received=error.reason, allowed="a plan as JSON in UTF-8") from None
    report = verification.check(read, walk.record, walk.decision, walk.findings, walk.formulation)
    return {"format": "ladderback/verify/1", "verification": _report(report)}
