"""What the day by its hours says: plain sentences for the person, figures with units and status for practitioners."""

from __future__ import annotations

from collections.abc import Iterator

from ladderback.ergonomics.lifting import ASKED
from ladderback.ergonomics.numbers import listed, number, rows, say
from ladderback.ergonomics.values import (
    Advised,
    Composite,
    DayDamage,
    DayHours,
    DoesNotApply,
    LiftingIndex,
    LiftOfDay,
    Rosa,
)
from ladderback.intake.values import IntakeRecord
from ladderback.terms.status import show_status

GUIDANCE = "sitting_standing_guidance"
DESK_WORK = ("desk", "student")
FOR_DESK = ("stand_and_move_first", "stand_and_move_later")
FOR_SITTING = ("change_at_least_every", "change_at_most_every")
FOR_PRACTITIONERS = ("disc_height_moves_every", "sitting_pressure_to_standing")
FIXES_SAID = 3
MISSING_SAID = 3


def advice_for(record: IntakeRecord) -> tuple[Advised, ...]:
    """The figures of advice that fit this day: desk work, and any sitting that was told."""
    life = record.daily_life
    names = (*(FOR_DESK if life.work in DESK_WORK else ()), *(FOR_SITTING if life.sitting_hours else ()))
    return tuple(_advised(name) for name in names)


def _advised(name: str) -> Advised:
    row, value = rows(GUIDANCE)[name], number(GUIDANCE, name)
    return Advised(
        name=name, value=value, unit=row.cells["unit"], say=say("advice", name, value=value), sources=row.sources,
        status=row.status,
    )  # fmt: skip


def for_person(
    hours: DayHours,
    rosa: Rosa | None,
    lifts: tuple[LiftOfDay, ...],
    composite: Composite | None,
    damage: DayDamage | None,
    advice: tuple[Advised, ...],
    at_desk: bool,
) -> tuple[str, ...]:
    """Everything the person reads of a day."""
    said = [*_day(hours), *_desk(rosa, at_desk), *(_lift(one) for one in lifts)]
    if any(_judged(one) for one in lifts):
        said.append(say("lifting", "taken_as_given"))
    if composite is not None:
        said.append(_together(composite))
    if damage is not None:
        said.append(say("lifting", "day", share=round(damage.risk * 100)))
        said += [] if damage.complete else [say("lifting", "day_at_least")]
    return (*said, *(one.say for one in advice))


def _day(hours: DayHours) -> Iterator[str]:
    told = [one for one in hours.parts if one.kind != "unknown"]
    if told:
        parts = listed([_amount(one.hours, one.label.lower()) for one in told])
        yield say("day", "side_by_side", parts=parts)
    if hours.unknown:
        yield say("day", "unknown", hours=round(hours.unknown, 1))
    if hours.overlap:
        yield say("day", "overlap", hours=round(hours.overlap, 1))
    training = hours.hours_of("training")
    if training is not None:
        yield say("day", "training_is_small", training=_amount(training, "").strip())


def _amount(hours: float, label: str) -> str:
    """Hours as one says them; below an hour in minutes."""
    if hours < 1:
        return say("hours_of", "minutes", amount=round(hours * 60), label=label)
    if round(hours, 1) == 1:
        return say("hours_of", "hour", label=label)
    return say("hours_of", "hours", amount=round(hours, 1), label=label)


def _judged(one: LiftOfDay) -> bool:
    """True when something was said of the weight of a lift."""
    return isinstance(one.niosh, LiftingIndex) and (one.niosh.exact or (one.niosh.index_low or 0) > 1)


def _desk(rosa: Rosa | None, at_desk: bool) -> Iterator[str]:
    if rosa is None:
        if at_desk:
            yield say("rosa", "not_looked_at")
        return
    if (rosa.low, rosa.high) == (number("rosa_numbers", "lowest"), number("rosa_numbers", "highest")):
        yield say("rosa", "too_little")
    else:
        yield from _points(rosa)
    for place, one in enumerate(rosa.found[:FIXES_SAID]):
        yield say("rosa", "then" if place else "first", fix=one.say)
    if rosa.open:
        yield say("rosa", "open", open=len(rosa.open))
    yield from rosa.unclear


def _points(rosa: Rosa) -> Iterator[str]:
    yield say("rosa", "exact" if rosa.low == rosa.high else "band", low=rosa.low, high=rosa.high)
    yield say("rosa", {True: "act", False: "no_act", None: "act_unknown"}[rosa.act])


def _lift(one: LiftOfDay) -> str:
    name = one.name.capitalize()
    if isinstance(one.niosh, DoesNotApply):
        return say("lifting", "refused", name=name, because=listed(one.niosh.because))
    if one.niosh.beyond:
        what = listed([say("beyond", part) for part in one.niosh.beyond])
        return say("lifting", "beyond", name=name, what=what)
    return _weighed(name, one.niosh)


def _weighed(name: str, found: LiftingIndex) -> str:
    raised, most = number("niosh_numbers", "index_raised"), number("niosh_numbers", "index_shown_most")
    missing = listed([say("missing", part) for part in found.missing])
    least, highest = found.index_low, found.index_high
    if least is not None and least > most:
        return say("lifting", "far_above", name=name, times=most)
    if least is not None and least > raised and found.exact and round(least, 1) <= raised:
        return say("lifting", "just_above", name=name)
    if least is not None and least > raised:
        key = "above" if found.exact else "at_least"
        return say("lifting", key, name=name, times=round(least, 1), missing=missing)
    if highest is not None and highest <= raised:
        return say("lifting", "within", name=name)
    return say("lifting", "open_all" if len(found.missing) > MISSING_SAID else "open", name=name, missing=missing)


def _together(composite: Composite) -> str:
    if composite.index is None:
        return say("lifting", "together_beyond")
    key = "together" if composite.index > number("niosh_numbers", "index_raised") else "together_within"
    return say("lifting", key, times=round(composite.index, 1))


def for_practitioner(
    hours: DayHours,
    rosa: Rosa | None,
    lifts: tuple[LiftOfDay, ...],
    composite: Composite | None,
    damage: DayDamage | None,
    advice: tuple[Advised, ...],
) -> tuple[str, ...]:
    """The same day with units, figures and how sure they are."""
    parts = ", ".join(f"{one.label} {one.hours:g}" for one in hours.parts if one.kind != "unknown")
    said = [say("practitioner", "hours", parts=parts or "-", unknown=hours.unknown)]
    said += [_rosa(rosa)] if rosa is not None else []
    for one in lifts:
        said += [*_niosh(one), *_lifft(one)]
    if composite is not None:
        shown = "beyond the table" if composite.index is None else f"{composite.index:.2f}"
        said.append(say("practitioner", "composite", index=shown, status=show_status(composite.status)))
    said += [_dose(damage)] if damage is not None else []
    said += [_figure(one.name) for one in advice]
    if hours.hours_of("sitting") is not None:
        said += [_figure(name) for name in FOR_PRACTITIONERS]
    return tuple(said)


def _rosa(rosa: Rosa) -> str:
    sections = ", ".join(f"{say('rosa_part', one.part).lower()} {_band(one.low, one.high)}" for one in rosa.parts[:-1])
    return say(
        "practitioner", "rosa", band=_band(rosa.low, rosa.high), sections=sections, open=len(rosa.open),
        status=show_status(rosa.status),
    )  # fmt: skip


def _band(low: int, high: int) -> str:
    return f"{low}" if low == high else f"{low} to {high}"


def _niosh(one: LiftOfDay) -> Iterator[str]:
    name, found = one.name.capitalize(), one.niosh
    if isinstance(found, DoesNotApply):
        yield say("practitioner", "niosh_refused", name=name, load=one.load_kg, because=listed(found.because))
        return
    limit = _span(found.limit_low, found.limit_high, 1)
    index = _span(found.index_low, found.index_high, 2) if found.index_low is not None else "none (limit 0)"
    yield say(
        "practitioner", "niosh", name=name, load=one.load_kg, limit=limit, index=index, end=found.end,
        status=show_status(found.status),
    )  # fmt: skip
    if found.missing:
        missing = listed(found.missing).replace("_deg", "").replace("_", " ")
        yield say("practitioner", "niosh_open", name=name, missing=missing)
    given = [name for name in found.taken_as_given if name in ASKED]
    if given:
        yield say("practitioner", "niosh_given", name=name, given=", ".join(given).replace("_", " "))


def _span(low: float | None, high: float | None, decimals: int) -> str:
    if low is None:
        return "open"
    if high is None:
        return f"at least {low:.{decimals}f}"
    return f"{low:.{decimals}f}" if low == high else f"{low:.{decimals}f} to {high:.{decimals}f}"


def _lifft(one: LiftOfDay) -> Iterator[str]:
    found, name = one.lifft, one.name.capitalize()
    if found.moment_nm is None or found.per_lift is None:
        return
    times = "not told how many" if found.lifts_a_day is None else f"{found.lifts_a_day:g}"
    yield say(
        "practitioner", "lifft", name=name, moment=f"{found.moment_nm:.0f}", per_lift=f"{found.per_lift:.2g}",
        times=times, status=show_status(found.status),
    )  # fmt: skip
    if found.caution:
        yield say("practitioner", "lifft_caution", name=name)


def _dose(damage: DayDamage) -> str:
    return say(
        "practitioner", "lifft_day", dose=f"{damage.per_day:.4f}", share=f"{damage.risk * 100:.0f}", band=damage.band,
        status=show_status(damage.status),
    )  # fmt: skip


def _figure(name: str) -> str:
    row = rows(GUIDANCE)[name]
    return say(
        "practitioner", "advice", name=row.cells["meaning"], value=row.cells["value"], unit=row.cells["unit"],
        status=show_status(row.status),
    )  # fmt: skip
