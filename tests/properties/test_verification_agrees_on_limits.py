"""Two wordings, one truth: the planner's reading of the limits and verification's own agree on anybody, any week."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from ladderback.evidence import book
from ladderback.formulation.values import Formulation
from ladderback.intake.values import (
    Clearance,
    Client,
    Episode,
    IntakeRecord,
    Means,
    Medicine,
    RecordedDiagnosis,
    Restriction,
    Surgery,
    Vitals,
)
from ladderback.programme.applies import Person as PlannersPerson
from ladderback.programme.limits import what_this_person_must_not_do
from ladderback.programme.phases import stage_of_each_week
from ladderback.scope import ROLES
from ladderback.triage.values import GATES, IfRestDenied, Reason, TriageDecision
from ladderback.verification.left_out import in_force, left_out
from ladderback.verification.person import know
from ladderback.verification.shelf import shelf

ON = date(2026, 11, 1)
WORDS = {word.removeprefix("not:") for row in book().limits.values() for word in (*row.applies_to, *row.needs)}
CONDITIONS = sorted({word for word in WORDS if ":" not in word} - {"any", "pregnant"} | {"pregnancy"})
FEATURES = sorted(word.partition(":")[2] for word in WORDS if word.startswith("feature:"))
TAGS = sorted({tag for one in book().exercises.values() for tag in one.all_tags})
maybe = st.none() | st.booleans()
days = st.none() | st.integers(-400, 400).map(lambda n: ON + timedelta(days=n))

diagnoses = st.builds(
    RecordedDiagnosis,
    condition=st.sampled_from(CONDITIONS),
    given_by=st.just("physician"),
    on=st.none() | st.integers(0, 400).map(lambda n: ON - timedelta(days=n)),
    state=st.sampled_from((None, "active", "healed", "stable")),
)
surgeries = st.builds(
    Surgery,
    kind=st.sampled_from(("discectomy", "fusion", "hip_replacement", "abdominal", "other")),
    weeks_ago=st.none() | st.floats(0, 60),
    approach=st.sampled_from((None, "posterior", "anterior", "lateral")),
)
clearances = st.builds(
    Clearance,
    clears=st.lists(
        st.sampled_from([*book().limits, *(f"restriction:{tag}" for tag in TAGS)]), min_size=1, max_size=4
    ).map(tuple),
    by=st.sampled_from(ROLES),
    at=st.just(datetime(2026, 10, 30)),
    until=days,
    limits=st.lists(st.sampled_from(TAGS), max_size=2).map(tuple),
)
RESTRICTED = ("axial_load", "loaded_flexion", "impact")
confirmations = st.builds(
    Clearance,
    clears=st.sampled_from(RESTRICTED).map(lambda tag: (f"restriction:{tag}",)),
    by=st.sampled_from(("physician", "surgeon", "trainer")),
    at=st.just(datetime(2026, 10, 30)),
    until=days,
)
records = st.builds(
    IntakeRecord,
    taken_on=st.just(ON),
    on=st.just(ON),
    client=st.builds(
        Client,
        age=st.integers(18, 90),
        sex=st.just("female"),
        mass_kg=st.none() | st.floats(40, 120),
        pregnant=maybe,
        pregnancy_week=st.none() | st.integers(1, 42),
    ),
    vitals=st.builds(
        Vitals, systolic_mmhg=st.none() | st.floats(90, 220), diastolic_mmhg=st.none() | st.floats(50, 130)
    ),
    medicine=st.builds(Medicine, beta_blocker=maybe, insulin_or_secretagogue=maybe, steroids=maybe),
    episode=st.builds(
        Episode,
        duration_days=st.none() | st.integers(0, 200),
        sites=st.sampled_from((None, ("low_back",), ("low_back", "calf_left"), ("foot_right",))),
    ),
    surgeries=st.lists(surgeries, max_size=2).map(tuple),
    diagnoses=st.lists(diagnoses, max_size=4).map(tuple),
    restrictions=st.lists(
        st.builds(
            Restriction,
            avoid=st.sampled_from(RESTRICTED),
            given_by=st.sampled_from(("surgeon", "physiotherapist")),
            until=days,
        ),
        max_size=2,
    ).map(tuple),
    means=st.builds(
        Means,
        place=st.sampled_from(("home", "gym", "clinic")),
        supervised=st.booleans(),
        sessions_per_week=st.integers(1, 5),
        minutes_per_session=st.floats(10, 60),
    ),
    clearances=st.lists(clearances | confirmations, max_size=4).map(tuple),
    features=st.dictionaries(
        st.sampled_from([*FEATURES, "pregnant", "radicular_pain_below_knee"]), st.booleans(), max_size=4
    ),
)
decisions = st.builds(
    TriageDecision,
    urgency=st.just("routine"),
    gate=st.sampled_from(GATES),
    complete=st.booleans(),
    if_rest_denied=st.just(IfRestDenied(urgency="routine", gate="proceed")),
    say=st.just(""),
    recipient=st.just(""),
    reasons=st.lists(
        st.builds(
            Reason, rule=st.sampled_from(("SPA-1", "SPA-2", "RAD-1")), because=st.just({}), sources=st.just(()),
            status=st.just("proposal"), urgency=st.just("routine"), gate=st.just("proceed"), recipient=st.just(""),
            say=st.just(""),
        ), max_size=2,
    ).map(tuple),
    open_questions=st.just(()),
    clearance_before_vigorous=st.booleans(),
    may_train=st.just(True),
)  # fmt: skip
formulations = st.builds(
    Formulation,
    pattern=st.sampled_from(("flexion", "extension", "rotation", "lateral", "load", "multidirectional", "none_clear")),
    directional_preference=st.sampled_from(("flexion", "extension", "lateral", "none", "unknown")),
    stage=st.just("movement_control"),
    stage_number=st.integers(1, 4),
    irritability=st.sampled_from(("high", "moderate", "low", "unknown")),
    phase=st.sampled_from(("acute", "subacute", "chronic")),
    psychosocial_risk=st.just("low"),
    contributors=st.just(()),
    next_best=st.just(()),
)


@settings(max_examples=120, deadline=None)
@given(records, decisions, formulations)
def test_both_put_the_same_rows_in_force_and_leave_the_same_exercises_out(
    record: IntakeRecord, decision: TriageDecision, formulation: Formulation
) -> None:
    knowledge, known = book(), shelf()
    theirs = what_this_person_must_not_do(
        PlannersPerson(record=record, decision=decision, formulation=formulation),
        stage_of_each_week(formulation, knowledge),
        knowledge,
    )
    me = know(record, decision, formulation)
    for here in theirs:
        rows = tuple(row for row in known.limits if me.may_be_meant(row) and in_force(row, me, here.week, here.stage))
        assert {row.rule_id for row in rows} == {row.rule_id for row in here.rows}
        out = frozenset[str]().union(*left_out(me, rows, known, here.week, here.stage).values())
        assert out == {one.id for one in knowledge.exercises.values() if here.ban_on(one)}
