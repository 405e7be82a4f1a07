"""Whatever stands in a plan file: it is read, or refused with an error that names the file; never anything else."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ladderback.terms.errors import RecordError
from ladderback.verification import Plan, read_plan

KEYS = (
    "programme sessions items week session minutes exercise side sets reps hold_s effort_rpe load_kg phases walking "
    "aerobic from_week to_week stage_number referrals to excluded stop_rules review on_week format clash why"
)
key = st.sampled_from(KEYS.split()) | st.text(max_size=8)
leaf = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
anything = st.recursive(
    leaf, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(key, inner, max_size=5), max_leaves=25
)
items = st.fixed_dictionaries(
    {"exercise": st.just("hinge_dowel") | leaf, "sets": st.integers(-3, 9) | leaf},
    optional={"reps": leaf, "side": st.sampled_from(("left", "right", None)) | leaf, "hold_s": leaf, "load_kg": leaf},
)
sessions = st.fixed_dictionaries(
    {
        "week": st.integers(-1, 14) | leaf,
        "session": st.integers(0, 5) | leaf,
        "items": st.lists(items | leaf, max_size=3),
    }
)
plans = st.fixed_dictionaries(
    {"programme": st.fixed_dictionaries({"sessions": st.lists(sessions | leaf, max_size=3)}, optional={"weeks": leaf})},
    optional={"stop_rules": anything, "referrals": anything, "review": anything, "format": anything},
)


def read_or_refuse(text: str) -> Plan | None:
    refused: RecordError | None = None
    try:
        return read_plan(text, "plan.json")
    except RecordError as error:
        refused = error
    assert refused.file == "plan.json"
    assert refused.allowed
    return None


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
@example("\ud800")
@example("\x00")
@example("[" * 2000)
@example('{"programme":' * 500)
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_refuse(text)


@settings(max_examples=200, deadline=None)
@given(anything)
def test_any_json_is_read_or_refused(value: Any) -> None:
    read_or_refuse(json.dumps(value))


@settings(max_examples=200, deadline=None)
@given(plans)
def test_anything_like_a_plan_is_read_or_refused(value: Any) -> None:
    plan = read_or_refuse(json.dumps(value))
    assert plan is None or plan.programme is not None
