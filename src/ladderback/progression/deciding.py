"""From the way through the log to the next step: the headline, what happens to the amounts, and why."""

from __future__ import annotations

from collections.abc import Iterator

from ladderback.evidence import book
from ladderback.formulation.values import Formulation
from ladderback.progression.flare import still_worse
from ladderback.progression.log import Log
from ladderback.progression.numbers import number, say
from ladderback.progression.path import Path
from ladderback.progression.plan import Plan
from ladderback.progression.response import BELOW_KNEE, leg_sites
from ladderback.progression.values import Back, DoseStep, FlareUp, PainRule


def dose_step(path: Path) -> tuple[DoseStep, tuple[str, ...]]:
    """What happens to the amounts, and why."""
    if not path.log.trained:
        return "hold", (say("step", "first"),)
    lowered = tuple(_lowered(path))
    if path.last.grade == "down" and (not path.quota or path.last.new_sites):
        return "down", (*path.last.because, *_below_knee(path), *lowered)
    if lowered:
        return "down", lowered
    holding = tuple(_holding(path))
    if holding:
        return "hold", holding
    return "up", (say("step", "up_quota") if path.quota else say("step", "up", running=path.running),)


def _lowered(path: Path) -> Iterator[str]:
    """Exercises that went a rung down at the last training."""
    for name, went in sorted(path.last_went.items()):
        if went.grade == "down":
            yield say("step", "item_down", name=exercise_words(name), because=went.because)


def _below_knee(path: Path) -> Iterator[str]:
    if leg_sites(path.last.new_sites, BELOW_KNEE):
        yield say("day_after", "below_knee")


def _holding(path: Path) -> Iterator[str]:
    """Every reason why nothing is added, the most telling first."""
    if path.silent_days > number("gap_days"):
        key = "gap_restart" if path.silent_days > number("gap_restart_days") else "gap"
        yield say("step", key, days=path.silent_days)
    if path.quota:
        if path.last.grade == "down":
            yield say("step", "quota_worse_day")
    elif path.last.grade == "unknown":
        yield say("step", "morning_not_logged")
    elif path.last.grade == "hold":
        yield from path.last.because
    if not path.last_went:
        yield say("step", "nothing_logged")
    elif not path.last_whole:
        yield say("step", "not_all_done")
    elif path.last.grade == "good" and path.running < number("good_sessions_running") and not path.quota:
        yield say("step", "one_more_good")
    if path.pain_rises and not path.quota:
        yield say("step", "pain_rises")


def place_notes(path: Path) -> Iterator[str]:
    """What is to be said about the week itself: it is done again, or all weeks are done."""
    numbers = path.plan.numbers.get(path.week, ())
    if not numbers or not all(path.counts[path.week, n] for n in numbers):
        return
    if path.running < number("good_sessions_running"):
        yield say("step", "week_again", week=path.week)
    elif path.week == path.plan.last_week:
        yield say("step", "all_weeks_done")


def back_to_triage(log: Log, path: Path, flare: FlareUp | None) -> Iterator[Back]:
    """What since the last training asks for the safety questions, or for somebody to look, before anything else."""
    since = log.trained[-1].at if log.trained else None
    known: set[str] = set()
    reported = None
    for check_in in log.check_ins:
        yes = {name for name, answer in check_in.safety.items() if answer}
        if yes - known and (since is None or check_in.at > since):
            reported = check_in.at
        known |= yes
    if reported is not None and not any(one.at > reported for one in log.cleared):
        yield "safety"
    looked_at = max((one.at for one in (*log.cleared, *log.replied)), default=None)
    grave = [one.at for one in log.adverse if one.severity in ("moderate", "serious") or one.sought_care]
    if any((since is None or at > since) and (looked_at is None or at > looked_at) for at in grave):
        yield "adverse"
    if path.last.both_legs and (looked_at is None or (since is not None and looked_at <= since)):
        yield "both_legs"
    if flare and still_worse(flare):
        yield "flare_lasts"


def pain_rule(plan: Plan, week: int, formulation: Formulation) -> PainRule:
    """The pain rule of today: that of the stage, the stricter one when plan and today differ; or the quota."""
    stage = min(plan.stage(week), plan.stage_today)
    letter = book().letter("pain_rules")
    said = letter["quota"] if formulation.time_contingent else letter["stage"][str(stage)]
    return PainRule(
        stage_number=stage,
        deciding="quota" if formulation.time_contingent else "pain",
        title=said["title"],
        say=said["say"],
    )


def exercise_words(exercise: str) -> str:
    """The name of an exercise as the person knows it."""
    record = book().exercises.get(exercise)
    return record.words.name if record else exercise.replace("_", " ")
