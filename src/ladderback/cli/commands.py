"""Every command: which words it takes, which room it asks, which exit status it ends with."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ladderback import intake
from ladderback.cli import figures, terminal
from ladderback.cli.answers import DONE, MUST_NOT_TRAIN, NOT_IN_ORDER, WISHES_CLASH, Answer
from ladderback.evidence import book, show
from ladderback.pathway import Walk, answers
from ladderback.terms.errors import RecordError
from ladderback.verification import Verified

if TYPE_CHECKING:
    from ladderback.documents.sheet import Sheet


class Command(NamedTuple):
    """One command of the command line."""

    help: str
    add_words: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], Answer]


def read_text(name: str) -> bytes:
    """The bytes of a file, or of standard input for "-".

    Raises:
        RecordError: the file cannot be opened.
    """
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        what = error.strerror or type(error).__name__
        raise RecordError(file=name, key="", received=what, allowed="a file that can be read, or - ") from None


def _walk(asked: argparse.Namespace) -> Walk:
    case = intake.read(read_text(asked.case), asked.case)
    journal = None
    if getattr(asked, "journal", None):
        journal = intake.read_journal(read_text(asked.journal), asked.journal)
    on = getattr(asked, "on", None) or (intake.latest_day(case, journal) if journal else case.taken_on)
    if on < case.taken_on:
        allowed = f"a day on or after taken_on, {case.taken_on}"
        raise RecordError(file="command line", key="--on", received=on.isoformat(), allowed=allowed)
    return Walk(case, journal, on)


def _hold(walk: Walk) -> int:
    return DONE if walk.decision.may_train else MUST_NOT_TRAIN


def run_triage(asked: argparse.Namespace) -> Answer:
    """May this person train today; who should see them, how soon, why; which safety questions are still open."""
    walk = _walk(asked)
    return Answer(as_json=answers.triage_answer(walk), in_words=terminal.triage, exit_status=_hold(walk))


def run_assess(asked: argparse.Namespace) -> Answer:
    """Findings against norms, the formulation, and the next best questions and tests."""
    walk = _walk(asked)
    return Answer(as_json=answers.assess_answer(walk), in_words=terminal.assess, exit_status=_hold(walk))


def run_plan(asked: argparse.Namespace) -> Answer:
    """The whole way to a verified programme."""
    walk = _walk(asked)
    walk.needs_for_a_plan(asked.case)
    answer = answers.plan_answer(walk)
    _write_documents(asked, lambda: _plan_sheet(asked, walk))
    return Answer(as_json=answer, in_words=terminal.plan, exit_status=_plan_status(walk, answer))


def _plan_status(walk: Walk, answer: dict[str, Any]) -> int:
    if not walk.decision.may_train:
        return MUST_NOT_TRAIN
    if answer.get("clash"):
        return WISHES_CLASH
    return DONE if answer["verification"]["ok"] else NOT_IN_ORDER


def _write_documents(asked: argparse.Namespace, sheet: Callable[[], Sheet | None]) -> None:
    """Writes what was asked for; the sheet is only made when somebody wants it on paper."""
    if not (asked.pdf or asked.html):
        return
    from ladderback import documents

    made = sheet()
    if made is None:
        print("ladderback: these wishes clash, so there is no handout to write.", file=sys.stderr)
        return
    if asked.pdf:
        _write_whole(asked.pdf, documents.write(made, "pdf"))
    if asked.html:
        _write_whole(asked.html, documents.write(made, "html"))


def _plan_sheet(asked: argparse.Namespace, walk: Walk) -> Sheet | None:
    """The client's handout, the practitioner's sheet, or the sheet that says what to do now."""
    from ladderback.documents import handout, hold, practitioner, slack_shown
    from ladderback.documents.facts import Facts

    if not walk.decision.may_train:
        return hold.hold(walk.record, walk.decision)
    if not isinstance(walk.verified, Verified):
        return None
    facts = Facts(
        record=walk.record,
        decision=walk.decision,
        findings=walk.findings,
        formulation=walk.formulation,
        verified=walk.verified,
        ladders=walk.ladders,
        day=walk.day,
        slack=tuple(slack_shown.shown_slack(one.slack, walk.record.client) for one in walk.slack),
    )
    return practitioner.practitioner(facts) if asked.sheet == "practitioner" else handout.handout(facts)


def _progress_sheet(walk: Walk) -> Sheet:
    """One page for the physician who is caring too."""
    from ladderback.documents.facts import Followed
    from ladderback.documents.progress import progress

    begun = walk.first.verified
    followed = Followed(told=walk.case, events=walk.events, ladders=walk.ladders) if walk.journal else None
    referrals = begun.value.referrals if isinstance(begun, Verified) else ()
    return progress(walk.record, walk.review, referrals=referrals, followed=followed)


def run_load(asked: argparse.Namespace) -> Answer:
    """The load of one posture on one spine."""
    from ladderback.body.answer import load_answer
    from ladderback.cli import spoken_load
    from ladderback.intake.posture import read_posture

    posture = read_posture(read_text(asked.posture), asked.posture)
    return Answer(as_json=load_answer(posture, asked.posture), in_words=spoken_load.load, exit_status=DONE)


def run_ladder(asked: argparse.Namespace) -> Answer:
    """The ladder to each life task, by the load on this spine."""
    from ladderback.cli import spoken_ladder
    from ladderback.pathway.ladders import ladder_answer

    walk = _walk(asked)
    return Answer(as_json=ladder_answer(walk), in_words=spoken_ladder.ladder, exit_status=_hold(walk))


def run_figure(asked: argparse.Namespace) -> Answer:
    """The picture of an exercise or a life task."""
    return figures.run(asked, read_text, _write_whole)


def _write_whole(name: str, content: bytes) -> None:
    """Writes beside the target first, so that nothing is ever half-written."""
    target = Path(name)
    beside = target.with_name(target.name + ".part")
    try:
        beside.write_bytes(content)
        beside.replace(target)
    except OSError as error:
        what = error.strerror or type(error).__name__
        raise RecordError(file=name, key="", received=what, allowed="a place that can be written") from None


def run_today(asked: argparse.Namespace) -> Answer:
    """The session for today, changed by what the journal says."""
    walk = _walk(asked)
    walk.needs_for_a_plan(asked.case)
    answer = answers.today_answer(walk)
    held = answer["session"] is None
    return Answer(as_json=answer, in_words=terminal.today, exit_status=MUST_NOT_TRAIN if held else DONE)


def run_review(asked: argparse.Namespace) -> Answer:
    """Outcomes against MDC and MCID, durability of relief, plateau, what to change."""
    walk = _walk(asked)
    answer = answers.review_answer(walk)
    _write_documents(asked, lambda: _progress_sheet(walk))
    return Answer(as_json=answer, in_words=terminal.review)


def run_verify(asked: argparse.Namespace) -> Answer:
    """The second pair of eyes on any programme, also one written by hand or by another program."""
    walk = _walk(asked)
    report = answers.verify_answer(walk, read_text(asked.plan), asked.plan)
    status = DONE if report["verification"]["ok"] else NOT_IN_ORDER
    return Answer(as_json=report, in_words=terminal.verification, exit_status=status)


def run_simulate(asked: argparse.Namespace) -> Answer:
    """Synthetic clients from published distributions; with --weeks, their journals too."""
    from ladderback import simulate
    from ladderback.simulate.assumptions import assumptions

    for line in [] if asked.json else assumptions(asked.weeks):
        print(f"simulated: {line}", file=sys.stderr)
    people = simulate.people(asked.number, seed=asked.seed, weeks=asked.weeks, progress=terminal.progress(asked.number))
    return Answer(as_json=people, in_words=terminal.simulated)


def run_book(asked: argparse.Namespace) -> Answer:
    """The knowledge: consistency, one record with its sources, search."""
    if asked.ask == "check":
        from ladderback.evidence.check import problems
        from ladderback.rules.check import check

        found = [*problems(book()), *check(book())]
        answer = {"ok": not found, "problems": found, "book": {"version": book().version, "sha256": book().sha256}}
        return Answer(as_json=answer, in_words=terminal.book_check, exit_status=DONE if not found else NOT_IN_ORDER)
    if not asked.words:
        raise RecordError(file="command line", key=f"book {asked.ask}", received="nothing", allowed="an ID or words")
    if asked.ask == "show":
        return Answer(as_json=show.show(book(), asked.words[0]), in_words=show.in_words)
    return Answer(as_json={"found": show.search(book(), " ".join(asked.words))}, in_words=terminal.book_search)


def _case(one: argparse.ArgumentParser) -> None:
    one.add_argument("case", metavar="CASE", help="a case file (TOML or JSON), or - for standard input")


def _day(one: argparse.ArgumentParser) -> None:
    one.add_argument("--on", type=_date, metavar="DATE", help="the day, as 2026-11-02 (default: the last one known)")


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"received {text!r}; allowed is a date as 2026-11-02") from None


def _case_and_papers(one: argparse.ArgumentParser) -> None:
    _case(one)
    _day(one)
    _papers(one)
    one.add_argument("--sheet", choices=("client", "practitioner"), default="client", help="whose sheet is written")


def _papers(one: argparse.ArgumentParser) -> None:
    one.add_argument("--pdf", metavar="FILE", help="write it on paper, as PDF")
    one.add_argument("--html", metavar="FILE", help="write it as one HTML page")


def _case_and_journal(one: argparse.ArgumentParser) -> None:
    _case(one)
    one.add_argument("journal", metavar="JOURNAL", help="a journal file (JSON lines), or -")
    _day(one)


def _case_and_perhaps_journal(one: argparse.ArgumentParser) -> None:
    _case(one)
    one.add_argument("journal", metavar="JOURNAL", nargs="?", help="a journal file (JSON lines), when there is one")
    _day(one)


def _case_journal_and_papers(one: argparse.ArgumentParser) -> None:
    _case_and_journal(one)
    _papers(one)


def _plan_and_case(one: argparse.ArgumentParser) -> None:
    one.add_argument("plan", metavar="PLAN.json", help="a programme as JSON, or -")
    _case(one)
    _day(one)


def _number_and_seed(one: argparse.ArgumentParser) -> None:
    one.add_argument("number", metavar="N", type=_count, help="how many people")
    one.add_argument("--seed", type=int, default=0, help="the same seed makes the same people (default 0)")
    one.add_argument("--weeks", type=_count, default=0, help="also journals over this many weeks")


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) > 1_000_000:
        raise argparse.ArgumentTypeError(f"received {text!r}; allowed is a whole number from 0 to 1000000")
    return int(text)


def _ask_and_words(one: argparse.ArgumentParser) -> None:
    one.add_argument("ask", choices=("check", "show", "search"))
    one.add_argument("words", nargs="*", metavar="ID|WORDS")


def _posture(one: argparse.ArgumentParser) -> None:
    one.add_argument("posture", metavar="POSTURE", help="a posture file (TOML or JSON), or - for standard input")


COMMANDS: dict[str, Command] = {
    "triage": Command("may this person train today, and which safety questions are open", _case, run_triage),
    "assess": Command("findings against norms, the formulation, what to ask next", _case, run_assess),
    "plan": Command("the whole way to a verified programme", _case_and_papers, run_plan),
    "today": Command("today's session, changed by the journal", _case_and_journal, run_today),
    "review": Command("has it helped: outcomes, relief, what to change", _case_journal_and_papers, run_review),
    "verify": Command("the second pair of eyes on any programme", _plan_and_case, run_verify),
    "ladder": Command("the way to the life task, rung by rung", _case_and_perhaps_journal, run_ladder),
    "figure": Command("the picture of an exercise or a life task", figures.words, run_figure),
    "load": Command("the load of a posture on this spine", _posture, run_load),
    "simulate": Command("believable people for tests and planning", _number_and_seed, run_simulate),
    "book": Command("the knowledge: check, show ID, search WORDS", _ask_and_words, run_book),
}
