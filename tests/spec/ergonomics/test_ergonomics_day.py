"""The day by its hours: parts add up to 24, what was not told is not known, and everything is said plainly."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from working_days import BOX, person

from ladderback.ergonomics import measure
from ladderback.ergonomics.values import DayLoad
from ladderback.intake.case.reading import read
from ladderback.intake.values import Bed, Couch, Means, Workstation
from ladderback.terms.words import forbidden_in

CASES = sorted((Path(__file__).resolve().parents[3] / "examples" / "cases").glob("*.toml"))
GYM = Means(place="gym", supervised=False, sessions_per_week=2, minutes_per_session=60)


def parts(found: DayLoad) -> dict[str, float]:
    return {one.kind: one.hours for one in found.hours.parts}


def test_gym_desk_and_bed_side_by_side() -> None:
    found = measure(person(work="desk", sitting_hours=8.0, sleep_hours=8.0, means=GYM))
    assert parts(found) == {"sitting": 8.0, "bed": 8.0, "training": 1.0, "unknown": 7.0}
    assert found.says[0].endswith("8 hours desk and other sitting, 8 hours bed and 1 hour gym.")
    assert found.hours.training_days_a_week == 2


def test_the_couch_is_a_part_of_all_sitting() -> None:
    found = measure(person(work="desk", sitting_hours=10.0, couch=Couch(hours=2.5)))
    assert (parts(found)["sitting"], parts(found)["couch"]) == (7.5, 2.5)


def test_nothing_told_is_a_day_not_known() -> None:
    found = measure(person())
    assert parts(found) == {"unknown": 24.0}
    assert found.hours.not_told[:2] == ("daily_life.sitting_hours", "daily_life.couch.hours")
    assert (found.workstation, found.lifting, found.damage, found.composite) == (None, (), None, None)


def test_more_than_a_day_is_named_not_cut() -> None:
    found = measure(person(sitting_hours=14.0, sleep_hours=9.0, walking_minutes_per_day=120.0, means=GYM))
    assert (found.hours.unknown, found.hours.overlap) == (0.0, 2.0)
    assert any("more than a day" in one for one in found.says)


def test_hours_of_lifting_are_at_least_what_was_told() -> None:
    found = measure(person(lifting=(BOX, replace(BOX, hours=None))))
    lifting = next(one for one in found.hours.parts if one.kind == "lifting")
    assert (lifting.hours, lifting.at_least) == (1.0, True)
    assert "daily_life.lifting.hours" in found.hours.not_told


def test_advice_of_two_then_four_hours_is_for_desk_work() -> None:
    names = [one.name for one in measure(person(work="desk", sitting_hours=8.0)).advice]
    assert names == [
        "stand_and_move_first", "stand_and_move_later", "change_at_least_every", "change_at_most_every",
    ]  # fmt: skip
    assert [one.value for one in measure(person(work="desk")).advice] == [2.0, 4.0]
    assert measure(person(work="manual")).advice == ()


def test_each_advice_has_source_and_status() -> None:
    for one in measure(person(work="desk", sitting_hours=8.0)).advice:
        assert one.sources
        assert one.status in ("verified", "secondary", "memory", "proposal")


def test_the_risk_is_one_of_groups_and_cites_its_source() -> None:
    found = measure(person(lifting=(BOX,)))
    assert found.damage is not None
    (said,) = [one for one in found.says if "groups of jobs" in one]
    assert "does not say what will happen to you" in said
    assert "Gallagher 2017" in said
    assert f"about {round(found.damage.risk * 100)} in 100" in said


def test_newtons_and_moments_are_for_practitioners_only() -> None:
    found = measure(person(lifting=(BOX,), workstation=Workstation(lumbar_support=False)))
    assert not [one for one in found.says if "N.m" in one or "moment" in one or "ROSA" in one]
    assert any("41 N.m" in one for one in found.for_practitioner)


def test_a_lift_without_its_numbers_makes_the_sum_incomplete() -> None:
    found = measure(person(lifting=(BOX, replace(BOX, horizontal_cm=None))))
    assert found.damage is not None
    assert not found.damage.complete
    assert found.lifting[1].lifft.missing == ("horizontal",)


def test_no_lift_with_its_numbers_is_no_sum_rather_than_none() -> None:
    assert measure(person(lifting=(replace(BOX, per_minute=None),))).damage is None


def test_the_farther_end_of_a_lift_is_the_lever() -> None:
    far = measure(person(lifting=(replace(BOX, end_horizontal_cm=60.0),))).lifting[0].lifft
    assert far.moment_nm == pytest.approx(12.0 * 9.80665 * 0.6)


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_each_example_is_measured_and_said_in_words_we_use(case: Path) -> None:
    found = measure(read(case.read_text(encoding="utf-8"), case.name))
    assert sum(one.hours for one in found.hours.parts) - found.hours.overlap == pytest.approx(24.0, abs=0.01)
    for one in (*found.says, *found.for_practitioner):
        assert not forbidden_in(one)
        assert "{" not in one
        assert "_" not in one
        assert "None" not in one


def test_the_same_day_twice_is_the_same_answer() -> None:
    told = person(work="desk", sitting_hours=8.0, bed=Bed(wakes_with_pain=True), lifting=(BOX, BOX), means=GYM)
    assert measure(told) == measure(told)


def test_the_whole_answer_can_be_written_as_json() -> None:
    import msgspec

    told = person(lifting=(BOX, replace(BOX, one_handed=True)), workstation=Workstation(feet_supported=False))
    assert b"does_not_apply" in msgspec.json.encode(measure(told))


def test_a_case_file_may_say_where_a_lift_ends_and_under_what_conditions() -> None:
    text = CASES[0].read_text(encoding="utf-8")
    for line in ("control_at_end = true\nend_horizontal_cm = 50.0", "unstable = true", "slippery = false"):
        told = read(f"{text}\n[[daily_life.lifting]]\nload_kg = 8.0\n{line}\n", "case.toml")
        assert measure(told).lifting[0].load_kg == 8.0


def test_a_case_file_may_name_items_of_the_checklist_and_no_others() -> None:
    from ladderback.terms.errors import RecordError

    text = CASES[0].read_text(encoding="utf-8")
    part = "\n[daily_life.workstation.rosa]\n"
    told = read(f"{text}{part}monitor_glare = true\nchair_hours_a_day = 7.5\n", "case.toml")
    found = measure(told).workstation
    assert found is not None
    assert not found.unclear
    with pytest.raises(RecordError, match="monitor_glare"):
        read(f"{text}{part}monitor_glaer = true\n", "case.toml")
