"""Bad cases: what is written instead, the line and key that the message names, and the nearest known word."""

from __future__ import annotations

from typing import Any

import pytest
from intake_cases import EXAMPLES

from ladderback import intake
from ladderback.terms.errors import RecordError

GOOD = (EXAMPLES / "car_seat_lift.toml").read_text(encoding="utf-8")
HIP = "hip_ir = { left = 30, right = 22 }"
MIND = "[mind]"
DIAGNOSIS = '[[history.diagnosis]]\ncondition = "{}"\ngiven_by = "{}"\n'
BAD: list[tuple[str, str, str, int | None, str | None]] = [
    # in the file, instead, key, line, nearest
    ("age = 61", "age = 61.5", "client.age", 7, None),
    ("age = 61", "age = true", "client.age", 7, None),
    ("age = 61", "age = -1", "client.age", 7, None),
    ("age = 61", "age = 121", "client.age", 7, None),
    ("age = 61", "agee = 61", "client.agee", 7, "age"),
    ("age = 61\n", "", "client.age", 6, None),
    ('sex = "female"', 'sex = "f"', "client.sex", 8, None),
    ("height_cm = 162.0", "heigth_cm = 162.0", "client.heigth_cm", 9, "height_cm"),
    ("height_cm = 162.0", "height_cm = nan", "client.height_cm", 9, None),
    ("height_cm = 162.0", "height_cm = inf", "client.height_cm", 9, None),
    ("height_cm = 162.0", "height_cm = 1.62", "client.height_cm", 9, None),
    ("height_cm = 162.0", "height_cm = 63.0", "client.mass_kg", 10, None),
    ("height_cm = 162.0", 'height_cm = "162"', "client.height_cm", 9, None),
    ("mass_kg = 70.0", "pregnancy_week = 12", "client.pregnant", 6, None),
    ("mass_kg = 70.0", "pregnant = 1", "client.pregnant", 10, None),
    ('onset = "gradual"', 'onset = "slow"', "episode.onset", 12, None),
    ("duration_days = 120", "duration_days = -1", "episode.duration_days", 13, None),
    ("duration_days = 120", "duration_days = 40000", "episode.duration_days", 13, None),
    ("pain_now = 2", "pain_now = 10.5", "episode.pain_now", 15, None),
    ("pain_now = 2", "pain_now = false", "episode.pain_now", 15, None),
    ('"buttock_right"]', '"buttock"]', "episode.sites[1]", 19, "buttock_left"),
    ('sites = ["low_back", "buttock_right"]', 'sites = "low_back"', "episode.sites", 19, None),
    ("saddle_numbness = false", 'saddle_numbness = "no"', "safety.saddle_numbness", 21, None),
    ("saddle_numbness = false", "saddle_numbness = 0", "safety.saddle_numbness", 21, None),
    ("saddle_numbness = false", "sadle_numbness = false", "safety.sadle_numbness", 21, "saddle_numbness"),
    ("saddle_numbness = false", "red_flags = true", "safety.red_flags", 21, None),
    ("saddle_numbness = false", "phq9_total = true", "safety.phq9_total", 21, "phq9_item9_ge1"),
    ("saddle_numbness = false", "age_60_plus = false", "safety.age_60_plus", 21, None),
    ("saddle_numbness = false", "low_back_pain_severe = true", "safety.low_back_pain_severe", 21, None),
    ('lift = "worse"', 'lift = "worst"', "movements.lift", 53, "worse"),
    ('lift = "worse"', 'lifting = "worse"', "movements.lifting", 53, "lift"),
    (MIND, '[repeated]\nextension = "better"\n[mind]', "repeated.extension", 71, "extension_prone"),
    (HIP, "hip_ir = 30", "tests.hip_ir", 62, None),
    (HIP, "hip_ir = { left = 300 }", "tests.hip_ir.left", 62, None),
    (HIP, "hip_ir = { lefft = 30 }", "tests.hip_ir.lefft", 62, "left"),
    (HIP, "hip_ir = { value = 30 }", "tests.hip_ir.value", 62, None),
    (HIP, 'hip_ir = { position = "prone" }', "tests.hip_ir", 62, None),
    (HIP, 'hip_ir = { left = 30, position = "pron" }', "tests.hip_ir.position", 62, "prone"),
    (HIP, 'hip_ir = { left = 30, instrument = "eye" }', "tests.hip_ir.instrument", 62, None),
    (HIP, "hip_ir = { left = 30, on = 2027-01-01 }", "tests.hip_ir.on", 62, None),
    ("sorensen = 55", "sorenson = 55", "tests.sorenson", 65, "sorensen"),
    ("sorensen = 55", "sorensen = { left = 5 }", "tests.sorensen.left", 65, None),
    ("sorensen = 55", "sorensen = nan", "tests.sorensen", 65, None),
    ("sorensen = 55", "sorensen = true", "tests.sorensen", 65, None),
    ("sorensen = 55", 'sorensen = "long"', "tests.sorensen", 65, None),
    ('mct_waiter = "fail"', 'mct_waiter = "failed"', "tests.mct_waiter", 69, "fail"),
    ('mct_waiter = "fail"', "mct_waiter = 3", "tests.mct_waiter", 69, None),
    (
        MIND,
        DIAGNOSIS.format("spinal_stenos", "physician") + MIND,
        "history.diagnosis[0].condition",
        71,
        "spinal_stenosis",
    ),
    (MIND, DIAGNOSIS.format("hypertension", "trainer") + MIND, "history.diagnosis[0].given_by", 72, None),
    (MIND, DIAGNOSIS.format("osteoporosis", "physician") + MIND, "safety.osteoporosis_known", 39, None),
    (MIND, DIAGNOSIS.format("vertigo", "physician") + "on = 2026-11-02\n" + MIND, "history.diagnosis[0].on", 73, None),
    (MIND, '[[history.injury]]\nsite = "toe"\n' + MIND, "history.injury[0].site", 71, None),
    (MIND, '[[history.injury]]\nsite = "ankle"\nyears_ago = 90\n' + MIND, "history.injury[0].years_ago", 72, None),
    (MIND, '[[history.surgery]]\nkind = "disectomy"\n' + MIND, "history.surgery[0].kind", 71, "discectomy"),
    (MIND, '[[history.tried]]\nwhat = "masage"\n' + MIND, "history.tried[0].what", 71, "massage"),
    (
        MIND,
        '[[history.restriction]]\navoid = "loaded_flexon"\ngiven_by = "surgeon"\n' + MIND,
        "history.restriction[0].avoid",
        71,
        "loaded_flexion",
    ),
    (
        MIND,
        '[[history.restriction]]\navoid = "impact"\ngiven_by = "surgon"\n' + MIND,
        "history.restriction[0].given_by",
        72,
        "surgeon",
    ),
    ("start_back_psych = 2", "start_back_psych = 5", "mind.start_back_psych", 72, None),
    ("fear_of_movement = 6", 'beliefs = ["fragile"]', "mind.beliefs[0]", 73, "back_is_fragile"),
    ('work = "caring"', 'work = "office"', "daily_life.work", 76, None),
    ("sitting_hours = 5.0", "sitting_hours = 18.0", "daily_life.sitting_hours", 77, None),
    ("walking_minutes_per_day = 25", "walking_minutes_per_day = 1441", "daily_life.walking_minutes_per_day", 79, None),
    ('task = "lift_child_from_car_seat"', 'task = "lift_baby"', "goals[0].task", 82, None),
    ('task = "lift_child_from_car_seat"', 'task = "body_mass"', "goals[0].target_kg", 81, None),
    ("load_kg = 12.0", "target_kg = 60.0", "goals[0].target_kg", 83, None),
    ('place = "home"', 'place = "office"', "means.place", 88, None),
    ('"mat", "band"', '"mats", "band"', "means.equipment[0]", 89, "mat"),
    ("sessions_per_week = 3", "sessions_per_week = 0", "means.sessions_per_week", 90, None),
    ("minutes_per_session = 30\n", "", "means.minutes_per_session", 87, None),
    (MIND, "[minds]", "minds", 70, "mind"),
    ("[client]", "[client", "", 6, None),
    ("[client]", "[client]\nage = 60", "", 8, None),
    ("taken_on = 2026-11-01\n", "", "taken_on", None, None),
    ("taken_on = 2026-11-01", "taken_on = 2026-11-01T08:00:00", "taken_on", 5, None),
    ("ladderback/case/1", "ladderback/case/2", "format", 3, "ladderback/case/1"),
    ("ladderback/case/1", "ladderback/posture/1", "format", 3, "ladderback/case/1"),
]


@pytest.mark.parametrize(("there", "instead", "key", "line", "nearest"), BAD)
def test_a_bad_case_is_refused(there: str, instead: str, key: str, line: int | None, nearest: str | None) -> None:
    assert there in GOOD
    with pytest.raises(RecordError) as caught:
        intake.read(GOOD.replace(there, instead, 1), "case.toml")
    error = caught.value
    assert (error.file, error.key, error.line, error.nearest) == ("case.toml", key, line, nearest)
    assert error.allowed
    assert str(error).endswith("Correct it and run again.")


BOTH: list[tuple[str, str, tuple[str, ...]]] = [
    ("saddle_numbness = false", "age_60_plus = false", ("safety.age_60_plus", "client.age = 61")),
    ("saddle_numbness = false", "low_back_pain_severe = true", ("low_back_pain_severe", "episode.pain_now = 2")),
    ("saddle_numbness = false", "buttock_pain = false", ("safety.buttock_pain", "episode.sites")),
    ("mass_kg = 70.0", "mass_kg = 7.0", ("client.mass_kg", "client.height_cm = 162")),
    (
        "[movements]",
        "[vitals]\nsystolic_mmhg = 80\ndiastolic_mmhg = 90\n[movements]",
        ("diastolic_mmhg", "systolic_mmhg"),
    ),
    ("start_back_psych = 2", "start_back_psych = 5", ("mind.start_back_psych", "mind.start_back_total = 4")),
    ("sitting_hours = 5.0", "sitting_hours = 18.0", ("daily_life.sitting_hours", "daily_life.sleep_hours = 7")),
]


@pytest.mark.parametrize(("there", "instead", "named"), BOTH)
def test_a_contradiction_names_both(there: str, instead: str, named: tuple[str, ...]) -> None:
    with pytest.raises(RecordError) as caught:
        intake.read(GOOD.replace(there, instead, 1), "case.toml")
    assert all(name in str(caught.value) for name in named)


def test_pregnant_and_male_contradict_each_other() -> None:
    case = GOOD.replace('sex = "female"', 'sex = "male"\npregnant = true')
    with pytest.raises(RecordError, match=r"client\.pregnant.*derived from client\.sex"):
        intake.read(case, "case.toml")


NOT_A_CASE: list[tuple[Any, str]] = [
    ("", "format"),
    ("{", ""),
    ("{}", "format"),
    (b"\xff\xfe", ""),
    ("[1, 2]", ""),
    ("\x00", ""),
    ('{"format": "ladderback/case/1", "format": "ladderback/case/1"}', "format"),
    ("a = " + "[" * 5_000, ""),
    ('{"a":' * 50_000, ""),
    ("a = " + "9" * 5_000, ""),
    ('{"a": ' + "9" * 5_000 + "}", ""),
    ("a." * 100_000 + "a = 1", ""),
    ("# " + "x" * 4_000_000, ""),
    ('{"format": "ladderback/case/1", "taken_on": "2026-11-01", "title": "\\ud800"}', "title"),
]


@pytest.mark.parametrize(("text", "key"), NOT_A_CASE, ids=range(len(NOT_A_CASE)))
def test_what_is_no_case_is_refused_politely(text: Any, key: str) -> None:
    with pytest.raises(RecordError) as caught:
        intake.read(text, "-")
    assert caught.value.key == key
    assert len(str(caught.value)) < 400


def test_json_messages_name_the_line_too() -> None:
    text = '{"format": "ladderback/case/1", "taken_on": "2026-11-01",\n"client": {"sex": "male",\n"age": "old"}}'
    with pytest.raises(RecordError) as caught:
        intake.read(text, "case.json")
    assert (caught.value.key, caught.value.line) == ("client.age", 3)
