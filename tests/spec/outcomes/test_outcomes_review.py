"""Has it helped: each rule of the review on one small person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from logged_people import FIRST, arrives, formulation, moment, morning, person, trained
from msgspec.structs import replace

from ladderback import intake
from ladderback.assessment.values import Ask, Findings
from ladderback.evidence import book
from ladderback.formulation.values import Contributor
from ladderback.intake.events import ClinicalTestDone, Event, GoalSet, HandsOn, Journal, Measured, SidedValue, Walked
from ladderback.intake.values import Goal, IntakeRecord, Measurement
from ladderback.outcomes import review
from ladderback.outcomes.values import Change, Review

CASES = Path(__file__).resolve().parents[3] / "examples" / "cases"
NOTHING = Findings(findings=(), regions={})
HIPS = ("hip_flex_prom", "hip_ir", "hip_ext_prom")
RIBS = ("thor_rot_seated", "chest_exp")


def looked_back(
    log: Sequence[Event], on: int, told: IntakeRecord | None = None, contributors: tuple[Contributor, ...] = (),
    asks: tuple[Ask, ...] = (),
) -> Review:  # fmt: skip
    view = formulation(contributors=contributors)
    ordered = tuple(sorted(log, key=lambda one: (one.at, one.id)))
    return review(told or person(), Journal(events=ordered), FIRST + timedelta(days=on), view, NOTHING, asks)


def one(found: Review, measure: str) -> Change:
    return next(change for change in found.changes if change.measure == measure)


def pains(*readings: tuple[int, float]) -> list[Event]:
    return [morning(day, None, None, pain=pain) for day, pain in readings]


def measured(day: int, measure: str, value: float) -> Measured:
    return Measured(at=moment(day, 12), id=f"m-{measure}-{day}", measure=measure, value=value)


# from, to, beyond MDC, beyond MCID, better
PAIN = [
    (6, 4, True, True, True),
    (6, 4.5, False, False, True),
    (4, 6, True, True, False),
    (5, 5, False, False, None),
]


@pytest.mark.parametrize(("start", "now", "mdc", "mcid", "better"), PAIN)
def test_pain_against_error_and_against_what_matters(
    start: float, now: float, mdc: bool, mcid: bool, better: bool | None
) -> None:
    change = one(looked_back(pains((8, now), (9, now), (10, now)), 10, person(pain_average=start)), "nprs")
    assert (change.from_, change.to) == (start, now)
    assert (change.beyond_mdc, change.beyond_mcid, change.better) == (mdc, mcid, better)


def test_one_reading_is_too_few_to_compare() -> None:
    change = one(looked_back(pains((8, 1)), 8, person(pain_average=6)), "nprs")
    assert (change.beyond_mdc, change.beyond_mcid) == (None, None)
    assert "too few" in change.say


def test_where_the_mcid_lies_below_the_mdc_it_is_raised_to_it() -> None:
    """ODI: some call 6 points important; the measurement error is 10."""
    found = looked_back([measured(1, "odi", 40), measured(30, "odi", 32)], 30)
    assert (one(found, "odi").beyond_mdc, one(found, "odi").beyond_mcid) == (False, False)
    assert one(found, "odi").mcid == one(found, "odi").mdc == 10


def test_a_measure_of_unknown_error_says_so() -> None:
    change = one(looked_back([measured(1, "promis_pf", 40), measured(30, "promis_pf", 45)], 30), "promis_pf")
    assert change.beyond_mdc is None
    assert "not known" in change.say


@pytest.mark.parametrize(("start", "now", "judged"), [(3, 0, None), (10, 4, True), (10, 7, False), (22, 24, None)])
def test_the_disability_form_cannot_show_everything(start: float, now: float, judged: bool | None) -> None:
    found = looked_back([measured(1, "rmdq24", start), measured(30, "rmdq24", now)], 30)
    assert one(found, "rmdq24").beyond_mdc is judged


def test_own_activities_one_by_one_have_the_larger_error() -> None:
    told = replace(person(), goals=(Goal(task="walk", ability=3.0), Goal(task="drive", ability=4.0)))
    log = [GoalSet(at=moment(20), id=f"g-{task}", task=task, ability=ability) for task, ability in
           (("walk", 5.0), ("drive", 7.0))]  # fmt: skip
    found = looked_back([*log, measured(20, "psfs", 6.0)], 20, told)
    judged = [one(found, name).beyond_mdc for name in ("psfs:walk", "psfs:drive", "psfs")]
    assert judged == [False, True, True]


def test_a_clinical_test_is_real_from_its_own_error_on_each_side_by_itself() -> None:
    told = replace(person(), tests=(Measurement(test="hip_flex_prom", side="right", value=95.0),
                                    Measurement(test="hip_flex_prom", side="left", value=118.0)))  # fmt: skip
    tests = {"hip_flex_prom": SidedValue(left=120.0, right=108.0)}
    found = looked_back([ClinicalTestDone(at=moment(30), id="tests", tests=tests)], 30, _as_read(told))
    by_side = {change.side: change.beyond_mdc for change in found.changes if change.measure == "hip_flex_prom"}
    assert by_side == {"right": True, "left": False}


def _as_read(told: IntakeRecord) -> IntakeRecord:
    """Tests with the position and instrument that reading a case gives them."""
    return replace(told, tests=tuple(replace(one, position=book().clinical_tests[one.test].position or None)
                                     for one in told.tests))  # fmt: skip


def hands_on(*entries: tuple[int, float | None, float, float | None], technique: str = "massage") -> list[Event]:
    return [
        HandsOn(at=moment(day, 18), id=f"h{day}", technique=technique, pain_before=before, pain_after=after,
                relief_hours=hours)
        for day, before, after, hours in entries
    ]  # fmt: skip


# entries (day, before, after, hours), hours kept, growing, short
RELIEF: list[tuple[str, list[Any], tuple[float, ...], bool, bool | None]] = [
    ("short and not growing", [(1, 5, 1, 6), (4, 5, 1, 4), (8, 5, 1, 3)], (6, 4, 3), False, True),
    ("growing", [(1, 5, 1, 6), (4, 5, 1, 12), (8, 5, 1, 30)], (6, 12, 30), True, True),
    ("lasting", [(1, 5, 1, 60), (4, 5, 1, 72), (8, 5, 1, 60)], (60, 72, 60), False, False),
    ("too few", [(1, 5, 1, 6), (4, 5, 1, 4)], (6, 4), False, None),
    ("too small to start a half-time", [(1, 5, 4, 6), (4, 5, 4, 4), (8, 5, 4, 3)], (), False, None),
]


@pytest.mark.parametrize(("name", "entries", "hours", "growing", "short"), RELIEF, ids=[row[0] for row in RELIEF])
def test_relief(name: str, entries: list[Any], hours: tuple[float, ...], growing: bool, short: bool | None) -> None:
    found = looked_back(hands_on(*entries), 9).durability[0]
    assert (found.hours, found.growing, found.short) == (hours, growing, short)


def test_the_next_reading_ends_a_relief_that_nobody_timed() -> None:
    log = [*hands_on((1, 6, 2, None)), *pains((2, 3), (3, 5))]
    assert looked_back(log, 4).durability[0].hours == (38.0,)


def test_relief_that_never_lasts_looks_elsewhere_hips_first_then_rib_cage() -> None:
    """The journal of the examples: short after each massage, nothing measured at hips and ribs."""
    case = intake.read((CASES / "relief_that_never_lasts.toml").read_bytes(), "case")
    journal = intake.read_journal((CASES / "relief_that_never_lasts.jsonl").read_bytes(), "journal")
    found = review(case, journal, intake.latest_day(case, journal), formulation(), NOTHING, ())
    assert tuple(ask.ask for ask in found.next_best[:5]) == (*HIPS, *RIBS)
    assert found.next.startswith("Look elsewhere")
    assert "hip bend" in found.next


def test_what_assessment_would_ask_keeps_its_own_words() -> None:
    ask = Ask(ask="hip_ir", minutes=3, why="It decides whether hip turn belongs in the programme.")
    found = looked_back(hands_on(*RELIEF[0][1]), 9, asks=(ask,))
    assert ask in found.next_best


# days, readings now, professional
GAIN = [
    ("too early", 20, 6, ""),
    ("four weeks and nothing moves", 28, 6, "soon"),
    ("four weeks and it moves a little", 28, 5, ""),
    ("six weeks and it moved a little only", 42, 5, "now"),
    ("a real gain", 42, 3, ""),
    ("little pain is no reason", 42, 1, ""),
]


@pytest.mark.parametrize(("name", "on", "now", "professional"), GAIN, ids=[row[0] for row in GAIN])
def test_no_lasting_gain_asks_for_a_professional(name: str, on: int, now: float, professional: str) -> None:
    found = looked_back(pains((on - 2, now), (on - 1, now)), on, person(pain_average=6))
    assert found.professional == professional
    assert bool(found.look_elsewhere) is bool(professional)


def contributor(name: str = "hip_flexion_range", side: Any = "right", worked_by: Any = "movement") -> Contributor:
    return Contributor(contributor=name, side=side, weight=0.5, confidence="moderate", for_=(), against=(),
                       falsifier="If hip bend plays a part, bending should ease.", worked_by=worked_by, from_week=1,
                       sources=())  # fmt: skip


def six_trainings(pain: float, hip: float | None) -> list[Event]:
    log: list[Event] = [replace(trained(day), pain_before=pain) for day in range(1, 13, 2)]
    test = ClinicalTestDone(at=moment(12), id="t", tests={"hip_flex_prom": SidedValue(right=hip)})
    return log if hip is None else [*log, test]


# pain now, hip bend now, what the falsifier says
FALSIFIERS: list[tuple[str, int, float | None, str]] = [
    ("range and pain better", 2, 110, "holds"),
    ("range better, pain not", 6, 110, "fails"),
    ("pain better, range not", 2, 96, "fails"),
    ("nothing better", 6, 96, "fails"),
    ("pain better, range not measured", 2, None, "too early"),
]


@pytest.mark.parametrize(("name", "pain", "hip", "says"), FALSIFIERS, ids=[row[0] for row in FALSIFIERS])
def test_falsifiers(name: str, pain: float, hip: float | None, says: str) -> None:
    told = replace(person(pain_average=6), tests=(Measurement(test="hip_flex_prom", side="right", value=95.0),))
    found = looked_back(six_trainings(pain, hip), 13, _as_read(told), (contributor(),)).falsifiers[0]
    assert found.says == says, found.because
    assert ("Look elsewhere" in found.because) is (says == "fails")


def test_five_trainings_are_too_early() -> None:
    log = six_trainings(6, None)[:5]
    found = looked_back(log, 13, person(pain_average=6), (contributor(),)).falsifiers[0]
    assert (found.says, found.because) == ("too early", "5 of 6 trainings logged.")


def test_the_named_movement_decides_when_it_is_still_worse() -> None:
    told = replace(person(pain_average=3), movements={"bend_forward": "worse", "put_on_socks": "worse"})
    log = [*six_trainings(2, None), *(arrives(day, 2, worse_with=("bend_forward", "put_on_socks")) for day in (8, 10))]
    assert looked_back(log, 13, told, (contributor(),)).falsifiers[0].says == "fails"


def test_a_failing_contributor_is_named_in_what_comes_next() -> None:
    found = looked_back(six_trainings(6, None), 13, person(pain_average=6), (contributor(),))
    assert found.next == "Look elsewhere than hip bend."


def test_a_new_episode_needs_thirty_days_without_pain() -> None:
    free = [(day, 0) for day in range(1, 41, 8)]
    assert looked_back(pains(*free, (42, 4)), 42).recurrence[0].free_days == 41
    assert not looked_back(pains((1, 0), (8, 0), (20, 4)), 42).recurrence


def test_a_long_silence_is_not_known_to_be_free_of_pain() -> None:
    assert not looked_back(pains((1, 0), (2, 0), (42, 5)), 42).recurrence


def test_a_plateau_stands_still_over_four_weeks() -> None:
    still = pains(*((day, 4) for day in range(1, 29, 3)))
    falling = pains(*((day, 8 - day / 4) for day in range(1, 29, 3)))
    assert (looked_back(still, 28).plateau, looked_back(falling, 28).plateau, looked_back([], 28).plateau) == (
        True,
        False,
        None,
    )


def test_what_was_done_is_counted_never_graded() -> None:
    log = [trained(1), trained(3, 1, 2), Walked(at=moment(4), id="w", minutes=20)]
    found = looked_back(log, 21).adherence
    assert (found.trained, found.planned, found.walks) == (2, 6, 1)
    assert "%" not in found.say


def test_a_log_without_a_line_still_gets_an_answer() -> None:
    found = review(person(), None, FIRST, formulation(), NOTHING, ())
    assert (found.changes, found.durability) == ((), ())
    assert found.next
