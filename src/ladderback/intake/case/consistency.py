"""What the shape alone cannot say of a case: known words, and answers that cannot both be true."""

from __future__ import annotations

from ladderback.intake import words
from ladderback.intake.case.shape import CaseFile, History, MeansGiven
from ladderback.intake.derived import DAYS_A_YEAR, body_mass_index
from ladderback.intake.mistakes import Mistake, Path, Shown, need
from ladderback.intake.values import Client, DailyLife, Episode, Mind, Vitals, Workstation

SLIMMEST, HEAVIEST = 7.0, 120.0
HOURS_A_DAY = 24.0


def check(given: CaseFile) -> None:
    """Demands known words and answers that fit together.

    Raises:
        Mistake: the first thing that is wrong, in the order of the file.
    """
    _client(given.client)
    vitals(given.vitals, ("vitals",))
    if given.vitals.on is not None and given.vitals.on > given.taken_on:
        raise Mistake(("vitals", "on"), given.vitals.on, f"a day not after taken_on = {given.taken_on}")
    _episode(given.episode, given.client)
    words.safety(given.safety, ("safety",))
    words.keys(given.movements, "movement", ("movements",))
    words.keys(given.repeated, "repeated", ("repeated",))
    _history(given.history, given)
    _mind(given.mind)
    _daily_life(given.daily_life)
    for index, goal in enumerate(given.goals):
        words.goal(goal, ("goals", index))
    if given.means is not None:
        _means(given.means)


def _client(client: Client) -> None:
    if client.pregnancy_week is not None and client.pregnant is not True:
        came = "nothing" if client.pregnant is None else "false"
        allowed = f"true, because client.pregnancy_week is {client.pregnancy_week}"
        raise Mistake(("client", "pregnant"), Shown(came), allowed)
    if client.height_cm is None or client.mass_kg is None:
        return
    index = body_mass_index(client.mass_kg, client.height_cm)
    if not SLIMMEST <= index <= HEAVIEST:
        allowed = (
            f"a mass [kg] that fits client.height_cm = {client.height_cm:g}: together they give a body mass index of "
            f"{index:.0f}; one of them may be in another unit"
        )
        raise Mistake(("client", "mass_kg"), client.mass_kg, allowed)


def vitals(given: Vitals, path: Path) -> None:
    """Demands a systolic pressure above the diastolic one."""
    upper, lower = given.systolic_mmhg, given.diastolic_mmhg
    if upper is not None and lower is not None and upper <= lower:
        raise Mistake((*path, "diastolic_mmhg"), lower, f"a number under systolic_mmhg = {upper:g} [mmHg]")


def _episode(episode: Episode, client: Client) -> None:
    words.each(episode.sites, "site", ("episode", "sites"))
    if episode.duration_days is not None and episode.duration_days > _lifetime_days(client):
        allowed = f"a number of days within a life, because client.age is {client.age}"
        raise Mistake(("episode", "duration_days"), episode.duration_days, allowed)


def _lifetime_days(client: Client) -> float:
    """The longest that anything can be ago [days]; the birthday is not known."""
    return (client.age + 1) * DAYS_A_YEAR


def _history(history: History, given: CaseFile) -> None:
    lifetime = _lifetime_days(given.client)
    for index, injury in enumerate(history.injury):
        path: Path = ("history", "injury", index)
        need(injury.site, words.words().groups["injury_site"], (*path, "site"), "injury site")
        words.optional(injury.kind, "injury_kind", (*path, "kind"))
        _within_life(injury.years_ago, DAYS_A_YEAR, lifetime, (*path, "years_ago"))
    for index, surgery in enumerate(history.surgery):
        path = ("history", "surgery", index)
        words.optional(surgery.approach, "approach", (*path, "approach"))
        _within_life(surgery.weeks_ago, 7, lifetime, (*path, "weeks_ago"))
    for index, one in enumerate(history.diagnosis):
        path = ("history", "diagnosis", index)
        words.diagnosis(one.condition, one.given_by, path)
        if one.on is not None and one.on > given.taken_on:
            raise Mistake((*path, "on"), one.on, f"a day not after taken_on = {given.taken_on}")
    for index, tried in enumerate(history.tried):
        need(tried.what, words.words().groups["tried"], ("history", "tried", index, "what"), "thing tried")
    for index, restriction in enumerate(history.restriction):
        words.restriction(restriction.avoid, restriction.given_by, ("history", "restriction", index))


def _within_life(given: float | None, days: float, lifetime: float, path: Path) -> None:
    if given is not None and given * days > lifetime:
        raise Mistake(path, given, "a number within a life, because of client.age")


def _mind(mind: Mind) -> None:
    words.each(mind.beliefs, "belief", ("mind", "beliefs"))
    total, part = mind.start_back_total, mind.start_back_psych
    if total is not None and part is not None and part > total:
        raise Mistake(
            ("mind", "start_back_psych"), part, f"at most mind.start_back_total = {total:g}, of which it is a part"
        )


def _daily_life(life: DailyLife) -> None:
    words.optional(life.work, "work", ("daily_life", "work"))
    if (life.sitting_hours or 0) + (life.sleep_hours or 0) > HOURS_A_DAY:
        allowed = f"hours that leave room for daily_life.sleep_hours = {life.sleep_hours:g} in a day"
        raise Mistake(("daily_life", "sitting_hours"), life.sitting_hours, allowed)
    _rosa(life.workstation)


def _rosa(workstation: Workstation) -> None:
    known = words.words().rosa
    for item, value in (workstation.rosa or {}).items():
        path = ("daily_life", "workstation", "rosa", item)
        if known:
            need(item, known, path, "item of the office checklist")
        if isinstance(value, float) and not abs(value) < 1_000:
            raise Mistake(path, value, "points, a word, true or false")


def _means(means: MeansGiven) -> None:
    for index, word in enumerate(means.equipment):
        need(word, words.words().equipment, ("means", "equipment", index), "piece of equipment")
