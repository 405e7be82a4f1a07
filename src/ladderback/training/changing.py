"""Changes the planned session for today: by the level that was earned, by the flare-up plan and by how they arrive."""

from __future__ import annotations

from msgspec.structs import replace

from ladderback.evidence import book
from ladderback.programme.values import SessionPlan
from ladderback.progression.numbers import number, say
from ladderback.progression.plan import at_level, rung_share, timed
from ladderback.training.amounts import amount_words, name_of
from ladderback.training.choosing import Arrival, Reason, fits_person, in_time, reasons, stand_in
from ladderback.training.neighbours import Items, other_items, share_today
from ladderback.training.values import Changed


def change(session: SessionPlan, arrival: Arrival) -> tuple[SessionPlan, tuple[Changed, ...]]:
    """The session of today and every change with its reason; never longer than planned."""
    groups = _groups(session.items)
    used = {items[0].exercise for items in groups}
    made: list[Items] = []
    changes: list[Changed] = []
    for planned in groups:
        items, change_made = _one(planned, arrival, used)
        made.append(items)
        used |= {item.exercise for item in items}
        changes += change_made
    made += _filled(session, made, arrival, changes)
    items = tuple(item for group in made for item in group)
    spare = session.minutes - sum(item.minutes for item in session.items)
    minutes = max(0.0, spare) + sum(item.minutes for item in items)
    return replace(session, items=items, minutes=minutes if items else 0.0), tuple(changes)


def _groups(items: Items) -> list[Items]:
    """Items of the same exercise together: left and right may have their own."""
    found: dict[str, list[Items]] = {}
    for item in items:
        found.setdefault(item.exercise, []).append((item,))
    return [tuple(one for group in groups for one in group) for groups in found.values()]


def _one(planned: Items, arrival: Arrival, used: set[str]) -> tuple[Items, list[Changed]]:
    """One exercise of the session: what becomes of it today."""
    name = planned[0].exercise
    level = arrival.step.levels.get(name)
    reason = next(reasons(name, arrival), None)
    replaced = stand_in(planned, reason, arrival, used) if reason else None
    if replaced is None and reason and reason.firm:
        left = Changed(
            from_=name, to=None, kind="left_out", from_amount=_words(planned), to_amount=say("today", "left_out_dose"),
            because=f"{reason.say} {say('today', 'left_out')}",
        )  # fmt: skip
        return (), [left]
    earned = replaced or tuple(at_level(item, level, arrival.plan, share_today(arrival.step)) for item in planned)
    alike = _words(earned) == _words(planned) and _efforts(earned) == _efforts(planned)
    whys = [] if replaced or alike else _level_words(name, planned, earned, arrival)
    items, more = _scaled(earned, arrival)
    if replaced and reason:
        because = " ".join((reason.say, *more))
        items = tuple(replace(item, why=_stands_in_for(name, reason)) for item in items)
        return items, [_changed(name, items[0].exercise, planned, items, because, "exercise")]
    if _words(items) == _words(planned) and _efforts(items) == _efforts(planned):
        return items, []
    return items, [_changed(name, name, planned, items, " ".join((*whys, *more)), "amount")]


def _changed(name: str, to: str, planned: Items, items: Items, because: str, kind: str) -> Changed:
    with_effort = to == name and _words(planned) == _words(items)
    return Changed(
        from_=name,
        to=to,
        because=because,
        kind="exercise" if kind == "exercise" else "amount",
        from_amount=_words(planned, with_effort),
        to_amount=_words(items, with_effort),
    )


def _scaled(items: Items, arrival: Arrival) -> tuple[Items, list[str]]:
    """Less of it in a flare-up or when pain is up on arrival; gentler after a poor night."""
    why: list[str] = []
    flare = arrival.step.flare_up
    if flare and flare.share < 1:
        why.append(say("today", "flare_share", day=flare.day, share=f"{flare.share:.0%}"))
    elif arrival.worse:
        sets = 1 if arrival.much_worse else None
        items = tuple(timed(replace(item, sets=sets or max(1, item.sets - 1)), item) for item in items)
        why.append(say("today", "pain_up", points=float(arrival.above_usual or 0.0)))
    if flare and flare.effort_most is not None:
        items = tuple(replace(item, effort_rpe=min(item.effort_rpe, flare.effort_most)) for item in items)
    if arrival.by_pain and arrival.check_in and arrival.check_in.sleep == "poor":
        less = number("today_effort_less_after_poor_sleep")
        items = tuple(replace(item, effort_rpe=max(1.0, item.effort_rpe - less)) for item in items)
        why.append(say("today", "slept_badly"))
    return items, why


def _level_words(name: str, planned: Items, earned: Items, arrival: Arrival) -> list[str]:
    """Why less than planned is asked for; in a flare-up its own sentence says it."""
    level = arrival.step.levels.get(name)
    if level is None or share_today(arrival.step) < rung_share(level.offset):
        return []
    if level.offset < 0:
        return [level.because or say("today", "rung_down")]
    if level.load_at_most is not None and earned[0].load_kg == level.load_at_most < planned[0].load_kg:
        return [say("today", "lighter", load=level.load_at_most)]
    return [say("today", "not_earned", week=level.as_in_week)]


def _filled(session: SessionPlan, made: list[Items], arrival: Arrival, changes: list[Changed]) -> list[Items]:
    """Fills a session that lost too much from the same programme, in the time that became free."""
    kept = [group for group in made if group]
    used = {group[0].exercise for group in kept} | {one.from_ for one in changes if one.to is None}
    left = sum(item.minutes for item in session.items) - sum(item.minutes for group in kept for item in group)
    added: list[Items] = []
    for items in other_items(session.items, arrival.plan, arrival.step):
        if len(kept) + len(added) >= min(number("today_exercises_least"), len(_groups(session.items))):
            break
        easiest = min(session.items, key=lambda item: -book().exercises[item.exercise].load_class)
        if items[0].exercise in used or not fits_person(items, (easiest,), arrival):
            continue
        fitting = in_time(_scaled(items, arrival)[0], left)
        if fitting:
            added.append(fitting)
            left -= sum(item.minutes for item in fitting)
            changes.append(_addition(fitting))
    return added


def _addition(items: Items) -> Changed:
    return Changed(
        from_=None, to=items[0].exercise, because=say("today", "filled"), kind="added", to_amount=_words(items)
    )


def _stands_in_for(name: str, reason: Reason) -> str:
    return say("today", "stands_in", name=name_of(name), because=reason.say)


def _words(items: Items, with_effort: bool = False) -> str:
    said = [amount_words(item) for item in items]
    if with_effort:
        said = [
            say("amount", "with_effort", amount=one, rpe=item.effort_rpe) for one, item in zip(said, items, strict=True)
        ]
    return "; ".join(f"{item.side}: {one}" if item.side else one for one, item in zip(said, items, strict=True))


def _efforts(items: Items) -> tuple[float, ...]:
    return tuple(item.effort_rpe for item in items)
