"""What to ask or measure next: what it could change in the programme for each minute it costs, until nothing could.

For each thing still unknown its possible answers are tried out one by one. What an answer moves in the weights of the
contributors, in the limits that hold and in the stage is its value. A thing that is known, or that can change nothing,
is not on the list. While hips or rib cage are open, the best test of each stands first.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from ladderback.assessment.numbers import number, words
from ladderback.assessment.regions import needed_tests
from ladderback.assessment.values import Ask, Finding, Findings
from ladderback.evidence.book import book
from ladderback.evidence.clinical_tests import ClinicalTest
from ladderback.formulation.facts import Person, on_side, read_fact
from ladderback.formulation.trying import Base, Tried, readers, try_findings, try_record
from ladderback.formulation.what_if import Question, is_known, possible_records, questions
from ladderback.terms.sides import SIDES, Side
from ladderback.triage.values import TriageDecision

REGIONS_FIRST = ("hips", "rib_cage")


class Worth(Struct, frozen=True, kw_only=True):
    """One thing that could be asked, what it could change [points], and for which contributors."""

    ask: str
    minutes: float
    who: str
    value: float
    moves: tuple[str, ...]
    limits: bool = False
    region: str = ""

    @property
    def per_minute(self) -> float:
        """What it could change for each minute it costs."""
        return round(self.value / self.minutes, 4) if self.minutes else 0.0


def ask_next(base: Base, findings: Findings, decision: TriageDecision | None) -> tuple[Ask, ...]:
    """At most five tests, then at most five questions; no test while triage holds this person."""
    held = decision is not None and not decision.may_train
    rested = decision is not None and decision.clearance_before_vigorous
    tests = [] if held else _tests_first(_worth_of_tests(base, findings, rested))
    asked = sorted(_worth_of_questions(base), key=lambda one: (-one.per_minute, one.ask))
    most_tests, most_questions = int(number("most_tests_asked")), int(number("most_questions_asked"))
    return tuple(_ask(one) for one in tests[:most_tests] + asked[:most_questions])


def _tests_first(worth: list[Worth]) -> list[Worth]:
    """The best test of each open region, hips first, then the rest by what a minute could change."""
    left = sorted(worth, key=lambda one: (-one.per_minute, one.ask))
    first = []
    for region in REGIONS_FIRST:
        best = next((one for one in left if one.region == region), None)
        if best:
            first.append(best)
            left.remove(best)
    return first + left


# --- tests -------------------------------------------------------------------------------------------------------


def _worth_of_tests(base: Base, findings: Findings, rested: bool) -> list[Worth]:
    found = [_worth_of_test(base, findings, one) for one in _open_tests(base.person, rested)]
    found += [_worth_of_preference(base.person)]
    return [one for one in found if one.value >= number("ask_threshold")]


def _open_tests(person: Person, rested: bool) -> Iterator[ClinicalTest]:
    """Tests that a contributor reads, not done yet on every side, and that nothing known forbids.

    Args:
        rested: True while triage asks for clearance before vigorous work: full effort waits.
    """
    for test in readers("test"):
        known = book().clinical_tests[test]
        forbidden = (rested and known.full_effort) or any(
            read_fact(person, fact, None).answer is True for fact in known.not_when
        )
        if known.answer != "derived" and known.use == "contributor" and _open_sides(person, known) and not forbidden:
            yield known


def _open_sides(person: Person, known: ClinicalTest) -> tuple[Side | None, ...]:
    """The sides on which a test was not done yet."""
    sides: tuple[Side | None, ...] = SIDES if known.sided else (None,)
    return tuple(side for side in sides if not on_side(person, known.id, side))


def _worth_of_test(base: Base, findings: Findings, known: ClinicalTest) -> Worth:
    chance = _chance(known.id)
    shows = try_findings(base, known.id, _imagined(base.person, known, good=False))
    usual = try_findings(base, known.id, _imagined(base.person, known, good=True))
    region = _open_region(base.person, known.id, findings)
    value = chance * shows.change + (1 - chance) * usual.change
    return Worth(
        ask=known.id,
        minutes=known.minutes,
        who=known.role,
        value=value + (number("region_value") if region else 0.0),
        moves=_moved(shows, usual) or readers("test")[known.id].contributors[:1],
        region=region,
    )


def _chance(test: str) -> float:
    known = book().tables["formulation_numbers"]
    return number(f"unsure_{test}" if f"unsure_{test}" in known else "unsure_finding")


def _imagined(person: Person, known: ClinicalTest, good: bool) -> tuple[Finding, ...]:
    """The test as if it had been done where it was not: usual and strong, or a finding.

    A first movement control test that is not passed is borderline.
    """
    failed = any(one.value == "fail" for test, done in person.findings.items() for one in done if test != known.id)
    first_fail = known.answer == "pass_fail" and not failed
    return person.findings.get(known.id, ()) + tuple(
        Finding(
            test=known.id,
            side=side,
            value="",
            unit="",
            norm=None,
            z=None,
            side_difference=None,
            verdict="typical" if good else "borderline" if first_fail else known.abnormal_is,
            beyond_mdc=None,
            strong=good and known.answer == "number",
        )
        for side in _open_sides(person, known)
    )


def _open_region(person: Person, test: str, findings: Findings) -> str:
    """The open region that nobody has looked at with this kind of test, when it is one of those that come first."""
    battery = book().clinical_tests
    for region in REGIONS_FIRST:
        groups = needed_tests()[region]
        open_groups = [group for group in groups if all(_open_sides(person, battery[one]) for one in group)]
        wanted = {one for group in open_groups for one in group}
        if findings.regions.get(region) == "open" and test in wanted:
            return region
    return ""


def _worth_of_preference(person: Person) -> Worth:
    """Repeated movements, while no direction is known that eases."""
    known = book().clinical_tests["repeat_moves"]
    clear = person.classes.pattern in ("flexion", "extension", "lateral", "multidirectional")
    open_ = person.classes.directional_preference == "unknown" and clear and not person.record.repeated
    value = number("preference_value") if open_ else 0.0
    return Worth(ask=known.id, minutes=known.minutes, who=known.role, value=value, moves=())


# --- questions ---------------------------------------------------------------------------------------------------


def _worth_of_questions(base: Base) -> list[Worth]:
    open_ = [question for question in questions() if not is_known(base.person.record, question)]
    found = [_worth_of_question(base, question) for question in open_]
    return [one for one in found if one.value >= number("ask_threshold")]


def _worth_of_question(base: Base, question: Question) -> Worth:
    tried = [try_record(base, question, record) for record in possible_records(base.person, question)]
    return Worth(
        ask=question.id,
        minutes=question.minutes,
        who="trainer",
        value=sum(one.change for one in tried) / len(tried),
        moves=_moved(*tried),
        limits=any(one.limits for one in tried),
    )


def _moved(*tried: Tried) -> tuple[str, ...]:
    """The contributors that move most, at most two, the most first."""
    most: dict[str, float] = {}
    for one in tried:
        for name, moved in one.moved.items():
            most[name] = max(most.get(name, 0.0), moved)
    ordered = sorted(most, key=lambda name: (-round(most[name], 6), name))
    return tuple(ordered[:2])


# --- what is handed on -------------------------------------------------------------------------------------------


def _ask(one: Worth) -> Ask:
    return Ask(ask=one.ask, minutes=one.minutes, why=_why(one), who=one.who, value_per_minute=one.per_minute)


def _why(one: Worth) -> str:
    say = words("formulation", "next")
    names = " and ".join(book().contributors[name].name.lower() for name in one.moves)
    if one.ask == "repeat_moves":
        return say["preference"]
    if one.region:
        return say["test_open_region"].format(region=words("formulation", "region")[one.region], names=names)
    if one.ask in book().clinical_tests:
        return say["test"].format(names=names)
    if not names:
        return say["question_limits"]
    return say["question_both" if one.limits else "question"].format(names=names)
