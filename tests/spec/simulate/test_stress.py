"""What is made to happen does happen: rules fire, limits apply."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from ladderback import intake, simulate
from ladderback.evidence import book
from ladderback.intake.values import IntakeRecord
from ladderback.rules import text
from ladderback.rules.values import OPERATIONS
from ladderback.rules.values import walk as parts_of_rule
from ladderback.simulate import stress
from ladderback.simulate.agreement import in_agreement
from ladderback.simulate.facts import order, set_fact
from ladderback.simulate.figures import Draw
from ladderback.triage import decide

TRIES = 6


def made_to_fire(rule: str, attempt: int) -> IntakeRecord:
    """An ordinary person with the facts of one rule."""
    draw = Draw("spec", rule, attempt)
    case = stress.with_rule(draw, simulate.one(attempt * 20, seed=9)["case"], rule)
    return intake.read(msgspec.json.encode(in_agreement(case)), "simulated")


@pytest.mark.parametrize("rule", sorted(book().red_flag_rules))
def test_a_rule_that_is_made_to_fire_fires(rule: str) -> None:
    fired = [any(one.rule == rule for one in decide(made_to_fire(rule, n)).reasons) for n in range(TRIES)]
    assert sum(fired) >= TRIES / 2


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.__name__)
def test_every_operation_of_the_rule_language_can_be_made_true(operation: type) -> None:
    rules = [text.read(one.when) for one in book().red_flag_rules.values()]
    sentences = {
        "Feature": "fever", "Number": "age >= 60", "AnyOf": "any(fever, rigors)", "AllOf": "fever and rigors",
        "AtLeast": "at_least(2, fever, rigors, fatigue)", "Exactly": "exactly(1, fever, rigors)", "Not": "not fever",
        "Unless": "fever unless rigors",
    }  # fmt: skip
    rules.append(text.read(sentences[operation.__name__]))
    rule = next(one for one in reversed(rules) if any(isinstance(part, operation) for part in parts_of_rule(one)))
    assert list(stress.meets(Draw("operation"), rule))


@pytest.mark.parametrize("name", stress.themes("limits"))
def test_a_limit_that_is_made_to_apply_speaks_of_this_person(name: str) -> None:
    case = simulate.one(0, seed=11)["case"]
    made = in_agreement(stress.with_limit(Draw("limit", name), case, name))
    record = intake.read(msgspec.json.encode(made), "simulated")
    said = {one.condition for one in record.diagnoses} | {f"surgery:{one.kind}" for one in record.surgeries}
    said |= {f"feature:{feature}" for feature, holds in record.features.items() if holds}
    said |= {"any"} | {f"medicine:{one}" for one, holds in msgspec.to_builtins(record.medicine).items() if holds}
    said |= {"pregnant"} if record.client.pregnant else set()
    words = [word for word in book().limits[name].applies_to if word.partition(":")[0] not in ("bp", "pattern")]
    assert not words or said & set(words)


def test_facts_about_time_are_set_before_those_that_rest_on_it() -> None:
    case = {"taken_on": date(2026, 1, 1).isoformat(), "client": {"age": 60, "sex": "male"}, "episode": {}, "safety": {}}
    rule = text.read("onset_lt35 and duration_gt3mo")
    for fact in sorted(stress.meets(Draw("order"), rule), key=order):
        set_fact(Draw("order"), case, fact)
    assert case["client"]["age"] - case["episode"]["duration_days"] / 365.25 < 35
