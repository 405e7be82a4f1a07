"""Has it helped: by more than measurement error, by more than matters, and for how long.

`changes` sets two moments against MDC and MCID; `course` looks at relief, new episodes, plateau and what was done;
`falsifiers` asks each contributor whether it still holds. Where relief stays short, or nothing lasts, the answer is to
look elsewhere: at what was not tested yet, hips first, and to have a professional review it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from ladderback.assessment.values import Ask, Findings
from ladderback.evidence import book
from ladderback.formulation.values import Formulation
from ladderback.intake.events import Journal
from ladderback.intake.values import IntakeRecord
from ladderback.outcomes.changes import changes_of
from ladderback.outcomes.course import adherence, durability, plateau, recurrences
from ladderback.outcomes.falsifiers import falsifiers_now
from ladderback.outcomes.values import Change, Falsified, Review
from ladderback.progression.elsewhere import in_order, review_sentence, test_words, weeks_since
from ladderback.progression.gain import no_lasting_gain
from ladderback.progression.log import Log
from ladderback.progression.numbers import listed, number, say
from ladderback.progression.relief import relief_never_lasts


def review(
    case: IntakeRecord,
    journal: Journal | None,
    on: date,
    formulation: Formulation,
    findings: Findings,
    next_best: Iterable[Ask],
) -> Review:
    """Looks back from a day to the case.

    Args:
        case: the person as told first.
        journal: what happened since.
        on: the day of the review.
        formulation: the contributors that are being worked on, as weighed at the beginning.
        findings: what is measured by now.
        next_best: what assessment would ask next.
    """
    log = Log(journal.events if journal else (), on, case.episode.pain_average)
    changes = changes_of(log, case)
    falsifiers = falsifiers_now(log, case, formulation, changes)
    short, nothing = relief_never_lasts(log), no_lasting_gain(log, case)
    tested = {one.test for one in findings.findings} | {one.test for one in case.tests}
    untested = tuple(name for name in in_order() if name not in tested)
    elsewhere = short is not None or nothing
    return Review(
        changes=changes,
        durability=durability(log),
        falsifiers=falsifiers,
        next_best=_next_best(next_best, untested if elsewhere else ()),
        next=_next(log, case, changes, falsifiers, untested, short is not None, nothing),
        recurrence=recurrences(log),
        adherence=adherence(log, case),
        plateau=plateau(log),
        look_elsewhere=untested if elsewhere else (),
        professional=_professional(log, case, nothing),
        says=tuple(_says(log, case, nothing)),
    )


def _next_best(given: Iterable[Ask], first: tuple[str, ...]) -> tuple[Ask, ...]:
    """What to ask next: when we look elsewhere, what was not tested yet comes first, hips before rib cage."""
    known = {one.ask: one for one in given}
    ahead = [known.pop(name) if name in known else _ask(name) for name in first if name in book().clinical_tests]
    return tuple([*ahead, *known.values()][: int(number("next_best_most"))])


def _ask(name: str) -> Ask:
    test, row = book().clinical_tests[name], book().tables["look_elsewhere_order"][name]
    why = say("review", "not_tested", what=row.cells["why"])
    return Ask(ask=name, minutes=test.minutes, why=why, who=test.role)


def _next(
    log: Log,
    case: IntakeRecord,
    changes: tuple[Change, ...],
    falsifiers: tuple[Falsified, ...],
    untested: tuple[str, ...],
    relief_is_short: bool,
    nothing_lasts: bool,
) -> str:
    """One sentence on what comes next, the most pressing first."""
    tests = listed([test_words(name) for name in untested[: int(number("next_tests_said"))]])
    failing = [contributor_words(one.contributor) for one in falsifiers if one.says == "fails"]
    if relief_is_short:
        return say("review", "next_relief", tests=tests) if tests else say("review", "next_tested")
    if nothing_lasts:
        said = say("review", "next_review", weeks=weeks_since(case, log.on))
        return f"{said} {say('review', 'next_relief', tests=tests)}" if tests else said
    if failing:
        return say("review", "next_falsifier", contributors=listed(failing))
    if plateau(log):
        return say("review", "next_plateau", tests=tests) if tests else say("review", "next_tested")
    if any(change.better and change.beyond_mdc for change in changes):
        return say("review", "next_going_well")
    return say("review", "next_too_early")


def _professional(log: Log, case: IntakeRecord, nothing: bool) -> Literal["", "soon", "now"]:
    """Whether somebody licensed should review: from week four soon, from week six now. Source: IFOMPT2020."""
    if not nothing:
        return ""
    return "now" if (log.on - case.taken_on).days >= number("no_gain_firm_days") else "soon"


def _says(log: Log, case: IntakeRecord, nothing: bool) -> Iterable[str]:
    found = plateau(log)
    late = log.recent_pain()
    if found and late is not None:
        yield say("review", "plateau", pain=float(round(late, 1)))
    if nothing:
        yield review_sentence(case, log.on)


def contributor_words(name: str) -> str:
    """A contributor by its name."""
    record = book().contributors.get(name)
    return record.name.lower() if record else name.replace("_", " ")


__all__ = ["review"]
