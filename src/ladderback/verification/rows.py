"""Looks at every row of the limits that is in force: does the programme do what the row asks?

What each effect means stands in `ladderback.evidence.limits`; `forbid` is looked at with the items.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladderback.evidence.limits import Limit
from ladderback.verification.counts import Amounts, most_of_each
from ladderback.verification.kinds import violation
from ladderback.verification.needs import has_room, serving
from ladderback.verification.values import Violation
from ladderback.verification.weeks import Seen, Week, items_of

CAPS = {
    "cap_effort": "limit_effort",
    "cap_load_kg": "limit_load",
    "cap_load_body_mass": "limit_load",
    "cap_hold": "limit_hold",
}
LISTED = {"stop_rule": "limit_stop_rule", "session_check": "limit_stop_rule", "refer": "limit_refer"}


def look(seen: Seen) -> Iterator[Violation]:
    """Looks at what is asked of items, then of weeks, then of the whole."""
    last: dict[str, Amounts] = {}
    for week in seen.weeks:
        for row in week.rows:
            if row.effect in CAPS:
                yield from _cap(seen, week, row)
            elif row.effect == "intensity_by_effort":
                yield from _by_effort(seen, week, row)
            elif row.effect in ("no_programme", "supervised_only"):
                yield from _closed(seen, week, row)
            elif row.effect == "walking":
                yield from _walking(week, row)
            elif row.effect == "require_weekly":
                yield from _weekly(seen, week, row)
        now = most_of_each(week) if any(row.effect == "cap_step" for row in week.rows) else {}
        yield from _small_steps(seen, week, last, now)
        last = now
    yield from _whole(seen)


def _cap(seen: Seen, week: Week, row: Limit) -> Iterator[Violation]:
    touched, most = seen.shelf.touched[row.rule_id], row.effect_value or 0.0
    measure = {"cap_effort": "effort_rpe", "cap_hold": "hold_s"}.get(row.effect, "load_kg")
    if row.effect == "cap_load_body_mass":
        most *= seen.record.client.mass_kg or 0.0
    if not touched.isdisjoint(week.exercises):
        for session in week.sessions:
            for number, item in enumerate(items_of(session), 1):
                value = getattr(item, measure)
                if item.exercise in touched and value is not None and value > most:
                    where = f"week {week.number} session {session.session} item {number}"
                    said = f"{item.exercise}: {measure} {value:g}, {row.rule_id} allows {most:g}"
                    yield violation(CAPS[row.effect], where, row.rule_id, said)
    for one in week.aerobic if row.effect == "cap_effort" else ():
        if one.exercise in touched and one.effort_rpe > most:
            said = f"{one.exercise}: effort {one.effort_rpe:g}, {row.rule_id} allows {most:g}"
            yield violation("limit_effort", f"week {week.number} aerobic", row.rule_id, said)


def _by_effort(seen: Seen, week: Week, row: Limit) -> Iterator[Violation]:
    for session in week.sessions:
        for number, item in enumerate(items_of(session), 1):
            where = f"week {week.number} session {session.session} item {number}"
            if item.effort_rpe is None or not 1 <= item.effort_rpe <= 10:
                yield violation("limit_intensity", where, row.rule_id, "each item needs an effort from 1 to 10")
            elif seen.shelf.heart_rate.search(f"{item.why} {item.progress_when}"):
                yield violation("limit_intensity", where, row.rule_id, "speaks of heart rate; effort decides")
    for one in (*(walk.how for walk in week.walking), *(aerobic.why for aerobic in week.aerobic)):
        if seen.shelf.heart_rate.search(one):
            yield violation(
                "limit_intensity", f"week {week.number}", row.rule_id, "speaks of heart rate; effort decides"
            )


def _closed(seen: Seen, week: Week, row: Limit) -> Iterator[Violation]:
    alone = row.effect == "supervised_only"
    if alone and seen.supervised:
        return
    kind = "limit_supervision" if alone else "limit_no_programme"
    said = "only with somebody beside" if alone else "no exercises"
    for session in week.sessions:
        yield violation(kind, f"week {week.number} session {session.session}", row.rule_id, f"{row.rule_id}: {said}")
    if week.aerobic:
        yield violation(kind, f"week {week.number} aerobic", row.rule_id, f"{row.rule_id}: {said}")
    if week.walking and not alone and "walking" not in row.effect_tags:
        yield violation(kind, f"week {week.number} walking", row.rule_id, f"{row.rule_id}: no walking either")


def _walking(week: Week, row: Limit) -> Iterator[Violation]:
    if not week.walks:
        return
    if not week.walking:
        yield violation("limit_walking", f"week {week.number}", row.rule_id, f"{row.rule_id} asks for walking")
    elif "intervals" in row.effect_tags and not all(one.how.strip() for one in week.walking):
        said = f"{row.rule_id} asks for short stretches: how to walk is not said"
        yield violation("limit_walking", f"week {week.number} walking", row.rule_id, said)


def _weekly(seen: Seen, week: Week, row: Limit) -> Iterator[Violation]:
    touched = seen.shelf.touched[row.rule_id]
    asked = min(int(row.effect_value or 1), len(week.sessions))
    times = sum(any(item.exercise in touched for item in items_of(one)) for one in week.sessions)
    times += sum(one.times_per_week for one in week.aerobic if one.exercise in touched)
    if times < asked and has_room(seen, week, touched & week.possible, serving(seen, week)):
        said = f"{row.rule_id} asks for {', '.join(row.effect_tags)} {asked} times a week; there are {times}"
        yield violation("limit_require", f"week {week.number}", row.rule_id, said)


def _small_steps(seen: Seen, week: Week, last: dict[str, Amounts], now: dict[str, Amounts]) -> Iterator[Violation]:
    for row in week.rows if last else ():
        if row.effect != "cap_step":
            continue
        share = 1 + (row.effect_value or 0.0) / 100
        for name in sorted(seen.shelf.touched[row.rule_id] & last.keys() & now.keys()):
            before, after = last[name], now[name]
            jumps = after["load_kg"] > before["load_kg"] * share + 1e-9 and before["load_kg"] > 0
            if after["load_kg"] == before["load_kg"]:
                jumps = any(after[key] > max(before[key] * share, before[key] + 1) + 1e-9 for key in ("reps", "hold_s"))
            if jumps:
                said = f"{name} rises by more than {row.effect_value:g} per cent or one repetition"
                yield violation("limit_step", f"week {week.number}", row.rule_id, said)


def _whole(seen: Seen) -> Iterator[Violation]:
    """Stop rules, checks, referrals, and what is asked for once: looked at over all weeks in which a row stands."""
    standing: dict[str, tuple[Limit, list[Week]]] = {}
    for week in seen.weeks:
        for row in week.rows:
            standing.setdefault(row.rule_id, (row, []))[1].append(week)
    sent_to = {one.to for one in seen.referrals}
    for row, weeks in standing.values():
        if row.effect in ("stop_rule", "session_check"):
            missing = [one for one in row.effect_tags if one not in seen.stop_rules]
        elif row.effect == "refer":
            missing = [] if sent_to.intersection(row.effect_tags) else list(row.effect_tags[:1])
        else:
            missing = ["required"] if row.effect == "require" and _never_done(seen, row, weeks) else []
        for one in missing:
            said = f"{row.rule_id} asks for {one if one != 'required' else ', '.join(row.effect_tags)}; it is missing"
            yield violation(LISTED.get(row.effect, "limit_require"), "programme", row.rule_id, said)


def _never_done(seen: Seen, row: Limit, weeks: list[Week]) -> bool:
    touched = seen.shelf.touched[row.rule_id]
    if any(not touched.isdisjoint(week.done) for week in weeks):
        return False
    return any(has_room(seen, week, touched & week.possible, serving(seen, week)) for week in weeks)
