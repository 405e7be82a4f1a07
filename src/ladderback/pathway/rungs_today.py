"""The rung of today: once rungs were tried, the log says where on the ladder somebody is, and not the plan.

Passed: the session goes on to the next rung. Gone badly, or a flare-up: back to the rung the ladder steps back to. Who
has tried none follows the plan, which is the path if each week passes its own test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from ladderback.evidence import book
from ladderback.ladder.values import Ladder, Rung
from ladderback.programme.values import Item, Programme
from ladderback.training.values import Changed, Kind, SessionToday

Items = tuple[Item, ...]
Allowed = Callable[[str, int], str | None]


class Placed(Struct, frozen=True, kw_only=True):
    """What decides: the programme of the first day, the ladders of today, what may be done today."""

    programme: Programme
    ladders: tuple[Ladder, ...]
    allowed: Allowed
    minutes: float

    def ladder_with(self, rung: str) -> Ladder | None:
        """The ladder a rung belongs to, when its own place is known from tries or from a flare-up."""
        found = (one for one in self.ladders if any(rung == other.rung for other in (*one.rungs, *one.beyond)))
        ladder = next(found, None)
        if ladder is None or ladder.now is None:
            return None
        return ladder if ladder.flare_up or any(one.tried for one in ladder.rungs) else None


def on_the_rung(made: SessionToday, placed: Placed) -> SessionToday:
    """Puts every item that trains a rung where the log says the person is, with the reason for each change."""
    session = made.session
    if session is None:
        return made
    items: list[Item] = []
    changes: list[Changed] = []
    used = {item.exercise for item in session.items}
    for group in _groups(session.items):
        others = sum(item.minutes for item in session.items) - sum(item.minutes for item in group)
        kept, change = _placed(group, placed, session.week, used, placed.minutes - others)
        items += kept
        changes += [change] if change else []
        used |= {item.exercise for item in kept}
    if not changes and tuple(items) == session.items:
        return made
    minutes = round(sum(item.minutes for item in items), 1)
    return replace(
        made, session=replace(session, items=tuple(items), minutes=minutes), changed=(*made.changed, *changes)
    )


def _groups(items: Items) -> Iterator[Items]:
    for name in dict.fromkeys(item.exercise for item in items):
        yield tuple(item for item in items if item.exercise == name)


def _placed(group: Items, placed: Placed, week: int, used: set[str], minutes: float) -> tuple[Items, Changed | None]:
    """The items of one exercise on the rung of today; minutes are what the session has for them [min].

    Back goes to the rung of today or to the highest below it that may be done; when there is none, it is left out.
    """
    planned = next((item.rung for item in group if item.rung), "")
    ladder = placed.ladder_with(planned)
    if ladder is None or ladder.now is None or ladder.now.rung == planned:
        return group, None
    now, way = ladder.now, [one.rung for one in (*ladder.rungs, *ladder.beyond)]
    back = way.index(now.rung) < way.index(planned)
    if now.exercise == group[0].exercise:
        kept = tuple(_named(item, now) for item in group)
        return kept, _changed(group, kept, _why(now, back))
    below = ladder.rungs[: way.index(now.rung)] if back else ()
    for one in (now, *reversed(below)):
        other = _other(one, placed, week, minutes) if one.exercise not in used else None
        if other is not None:
            return other, _changed(group, other, _why(one, back))
    return ((), _changed(group, (), _why(now, back))) if back else (group, None)


def _named(item: Item, now: Rung) -> Item:
    return replace(item, rung=now.rung, load_kg=min(item.load_kg, now.load_kg)) if item.rung else item


def _other(now: Rung, placed: Placed, week: int, minutes: float) -> Items | None:
    """The exercise of the rung as the programme first has it, when it may be done today and there is time."""
    if placed.allowed(now.exercise, week) is not None:
        return None
    for session in placed.programme.sessions:
        found = tuple(item for item in session.items if item.exercise == now.exercise)
        if found:
            named = tuple(replace(item, rung=now.rung, load_kg=min(item.load_kg, now.load_kg)) for item in found)
            return named if sum(item.minutes for item in named) <= minutes else None
    return None


def _why(now: Rung, back: bool) -> str:
    says = book().letter("training")["today"]
    return str(says["rung_back" if back else "rung_passed"]).format(rung=now.name)


def _changed(before: Items, after: Items, because: str) -> Changed:
    name = before[0].exercise
    if not after:
        return Changed(from_=name, to=None, because=because, kind="left_out")
    kind: Kind = "amount" if after[0].exercise == name else "exercise"
    return Changed(from_=name, to=after[0].exercise, because=because, kind=kind)
