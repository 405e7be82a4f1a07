"""What the falsifiers say now: did the named movement ease, and did what was measured change with it?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ladderback.evidence import book
from ladderback.formulation.values import Contributor, Formulation
from ladderback.intake.events import GoalSet
from ladderback.intake.values import IntakeRecord
from ladderback.outcomes.values import Change, Falsified, Says
from ladderback.progression.elsewhere import weeks_since
from ladderback.progression.gain import function_better, pain_eased
from ladderback.progression.log import Log
from ladderback.progression.numbers import listed, number, say
from ladderback.terms.kleene import Answer, any_of

DAYS_A_WEEK = 7


def falsifiers_now(
    log: Log, told: IntakeRecord, formulation: Formulation, changes: tuple[Change, ...]
) -> tuple[Falsified, ...]:
    """For each contributor: holds so far, does not hold, or too early."""
    return tuple(_one(contributor, log, told, changes) for contributor in formulation.contributors)


def _one(contributor: Contributor, log: Log, told: IntakeRecord, changes: tuple[Change, ...]) -> Falsified:
    says, because = _says(contributor, log, told, changes)
    key = {"holds": "holds", "fails": "fails", "too early": "too_early"}[says]
    return Falsified(
        contributor=contributor.contributor,
        side=contributor.side,
        says=says,
        because=say("review", key, because=because),
        falsifier=contributor.falsifier,
    )


def _says(contributor: Contributor, log: Log, told: IntakeRecord, changes: tuple[Change, ...]) -> tuple[Says, str]:
    """Too early without enough trainings or readings; else what eased, against what was measured."""
    early = _too_early(contributor, log, told)
    if early:
        return "too early", early
    named = _named(contributor)
    eased = any_of_known([*_movements(log, told, named), pain_eased(log, told), function_better(log, told)])
    tests = [name for kind, name in named if kind == "test"]
    moved = any_of_known([*_measured(contributor, named, changes), *_fear(log, told, named)])
    words = listed([_test_words(name) for name in tests])
    if eased is None:
        return "too early", say("review", "f_no_readings")
    if not eased:
        nothing = say("review", "f_nothing", trained=len(log.trained))
        return "fails", say("review", "f_range_only", tests=_sentence_start(words)) if moved and words else nothing
    if moved:
        return "holds", say("review", "f_both", tests=_sentence_start(words) or say("review", "f_marker"))
    if moved is False:
        return "fails", say("review", "f_ease_only", tests=words or say("review", "f_marker").lower())
    if tests:
        return "too early", say("review", "f_retest", tests=words)
    return "holds", say("review", "f_no_test")


def any_of_known(answers: list[Answer]) -> Answer:
    """Yes when one known answer is yes, no when all known ones are no, not known when none is known."""
    known = [one for one in answers if one is not None]
    return any_of(known) if known else None


def _too_early(contributor: Contributor, log: Log, told: IntakeRecord) -> str:
    if contributor.from_week > weeks_since(told, log.on) + 1:
        return say("review", "f_not_yet", week=contributor.from_week)
    record = book().contributors.get(contributor.contributor)
    sessions, weeks = (record.falsified_after_sessions, record.falsified_after_weeks) if record else (None, None)
    if weeks is not None:
        days, wanted = (log.on - told.taken_on).days, weeks * DAYS_A_WEEK
        return "" if days >= wanted else say("review", "f_days", days=days, needed=wanted)
    trained, needed = len(log.trained), max(sessions or 0, int(number("falsifier_sessions")))
    return "" if trained >= needed else say("review", "f_sessions", trained=trained, needed=needed)


def _named(contributor: Contributor) -> list[tuple[str, str]]:
    """What the falsifier names: movements, tests, measures, and fear of the goal."""
    record = book().contributors.get(contributor.contributor)
    if record is None:
        return []
    named = [tuple(one.split(":", 1)) for one in record.falsified_by]
    found = [(one[0], one[1]) for one in named if len(one) == 2]
    tests = {name for kind, name in found if kind == "test"}
    return found + [("test", name) for name in record.measured_by if name not in tests]


def _movements(log: Log, told: IntakeRecord, named: list[tuple[str, str]]) -> Iterator[Answer]:
    """Whether each named movement that was worse at the start has eased by the latest check-ins."""
    since = log.on - timedelta(days=number("usual_window_days"))
    telling = [one for one in log.check_ins if one.at.date() > since and (one.worse_with or one.better_with)]
    for kind, movement in named:
        if kind != "movement" or told.movements.get(movement) != "worse":
            continue
        if any(movement in one.worse_with for one in telling):
            yield False
        elif len(telling) >= number("movement_check_ins_least"):
            yield True


def _measured(contributor: Contributor, named: list[tuple[str, str]], changes: tuple[Change, ...]) -> Iterator[Answer]:
    names = {name for kind, name in named if kind in ("test", "measure")}
    for change in changes:
        if change.measure in names and contributor.side in (None, change.side):
            yield bool(change.better) and change.beyond_mdc is not False


def _fear(log: Log, told: IntakeRecord, named: list[tuple[str, str]]) -> Iterator[Answer]:
    if ("goal", "fear") not in named:
        return
    first = {goal.task: goal.fear for goal in told.goals if goal.fear}
    rated = {one.task: one.fear for one in log.events if isinstance(one, GoalSet) and one.fear is not None}
    for task in sorted(first.keys() & rated.keys()):
        yield rated[task] <= first[task] * number("fear_falls_to_share")


def _test_words(name: str) -> str:
    record = book().clinical_tests.get(name)
    return record.name.lower() if record else name.replace("_", " ")


def _sentence_start(words: str) -> str:
    return words[:1].upper() + words[1:]
