# ruff: noqa: E501 (one case a line)
"""A plan written by hand or by another program: what is read, what is refused, and what is said about it."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from by_hand import STOP_RULES, Case, decided, person, programme_for

from ladderback.programme.values import Composed
from ladderback.terms.errors import RecordError
from ladderback.verification import Plan, read_plan
from ladderback.verification.plan import MOST_CHARACTERS


def as_json(answer: Composed) -> dict[str, Any]:
    """A programme as `ladderback plan --json` writes it."""
    made = msgspec.to_builtins(answer)
    review = {"on_week": made.pop("review_on_week"), "retest": made.pop("retest")}
    return {"format": "ladderback/plan/1", "book": {"version": "x"}, "review": review, **made}


def written(**changes: Any) -> str:
    return json.dumps(as_json(programme_for(person())) | changes)


def item(**changes: Any) -> str:
    """A plan whose first item is changed; a change to None takes the key out."""
    plan = as_json(programme_for(person()))
    first = plan["programme"]["sessions"][0]["items"][0]
    first.update(changes)
    for key in [key for key, value in changes.items() if value is None]:
        del first[key]
    return json.dumps(plan)


def kinds(case: Case, plan: Plan) -> set[str]:
    return {one.kind for one in case.look(plan).violations}


def test_a_good_programme_is_as_good_when_it_comes_as_a_file() -> None:
    assert person().look(read_plan(written(), "plan.json")).ok


def test_what_a_hand_may_leave_out_is_read() -> None:
    assert not kinds(person(), read_plan(item(minutes=None, each_side=None, tags=None, targets=None), "plan.json"))


def test_an_item_without_an_effort_is_found() -> None:
    assert kinds(person(), read_plan(item(effort_rpe=None), "plan.json")) == {"effort_missing"}


def test_an_unknown_exercise_is_a_violation_and_no_error() -> None:
    found = person().look(read_plan(item(exercise="hinge_dowell"), "plan.json")).violations
    assert "the nearest is hinge_dowel" in next(one for one in found if one.kind == "unknown_exercise").because


def test_stop_rules_may_be_ids_texts_or_objects() -> None:
    texts = [f"{one}: stop" for one in STOP_RULES[:6]] + [{"id": one, "text": "stop"} for one in STOP_RULES[6:]]
    assert person().look(read_plan(written(stop_rules=texts), "plan.json")).ok


def test_a_plan_without_a_programme_is_in_order_for_somebody_who_must_not_train() -> None:
    plan = read_plan(written(programme=None, review=None, stop_rules=None), "plan.json")
    assert not kinds(person(decision=decided("hold_all")), plan)
    assert kinds(person(), plan) == {"programme_missing"}
    assert not kinds(person(), read_plan(written(programme=None, clash=[{"wish": "time"}]), "plan.json"))


def test_what_stands_beside_the_programme_is_free() -> None:
    assert person().look(read_plan(written(weather="fine", solve=None, ladders=[1, "x"]), "plan.json")).ok


REFUSED = [
    ("", "", "JSON", None),
    ("{", "", "JSON", None),
    ("[]", "", "object", None),
    ('"plan"', "", "object", None),
    ("{}", "programme", "programme", None),
    ('{"programe": {}}', "programme", "programme", "programe"),
    ('{"programme": {"sessions": []}, "format": "ladderback/plan/2"}', "format", "ladderback/plan/1", "ladderback/plan/1"),
    ('{"programme": {"session": []}}', "programme.session", "key", "sessions"),
    ('{"programme": {}}', "programme.sessions", "value", None),
    ('{"programme": {"sessions": [{"week": "one", "session": 1, "items": []}]}}', "programme.sessions[0].week", "int", None),
    ('{"programme": {"sessions": [{"week": 1, "session": 1, "items": [{}]}]}}', "programme.sessions[0].items[0].exercise", "value", None),
    ('{"programme": {"sessions": [], "sessions": []}}', "sessions", "once", None),
    ('{"programme": {"sessions": [], "weeks": NaN}}', "", "finite", None),
    ('{"programme": {"sessions": [], "weeks": 1e999}}', "", "finite", None),
    ('{"programme": {"sessions": [], "weeks": 99999999999999999999}}', "", "15 digits", None),
    ("[" * 100_000, "", "plan", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "key", "allowed", "nearest"), REFUSED, ids=[str(n) for n in range(len(REFUSED))])
def test_what_cannot_be_read_names_file_key_and_what_is_allowed(
    text: str, key: str, allowed: str, nearest: str | None
) -> None:
    with pytest.raises(RecordError) as caught:
        read_plan(text, "plan.json")
    assert caught.value.file == "plan.json"
    assert caught.value.key == key
    assert allowed in caught.value.allowed
    if nearest:
        assert caught.value.nearest == nearest


@pytest.mark.parametrize(
    ("key", "wrong", "nearest"),
    [("set", 3, "sets"), ("rep", 8, "reps"), ("load", 5, "load_kg"), ("weight_kg", 5, None)],
)
def test_a_key_inside_an_item_that_is_not_known_is_refused(key: str, wrong: int, nearest: str | None) -> None:
    with pytest.raises(RecordError) as caught:
        read_plan(item(**{key: wrong}), "plan.json")
    assert caught.value.key.endswith(f"items[0].{key}")
    assert nearest is None or caught.value.nearest == nearest


def test_a_file_that_is_too_long_is_refused() -> None:
    with pytest.raises(RecordError):
        read_plan(" " * (MOST_CHARACTERS + 1), "plan.json")


def test_free_text_of_a_person_never_stands_in_an_error() -> None:
    with pytest.raises(RecordError) as caught:
        read_plan(item(sets="Canary Wharf told me"), "plan.json")
    assert "Canary" not in str(caught.value)
