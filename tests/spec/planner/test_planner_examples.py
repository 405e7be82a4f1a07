"""What the comments of the example cases expect of their programmes."""

from __future__ import annotations

from planned_people import example, items_of, names_in

from ladderback.evidence import book

LATER = range(1, 13)


def tags_in(case: str, first: int, last: int) -> set[str]:
    found = example(case)
    return {tag for week in range(first, last + 1) for item in items_of(found, week) for tag in item.tags}


def movements_in(case: str, first: int = 1, last: int = 12) -> set[str]:
    found = example(case)
    names = {name for week in range(first, last + 1) for name in names_in(found, week)}
    return {book().exercises[name].movement for name in names}


def test_gardening_no_flexion_under_load_at_first_and_a_squat_without_weight() -> None:
    assert not tags_in("gardening_flexion_acute", 1, 3) & {"loaded_flexion", "endrange_flexion"}
    first = list(items_of(example("gardening_flexion_acute"), 1))
    squats = [item for item in first if book().exercises[item.exercise].movement == "squat"]
    assert squats
    assert all(item.load_kg in (0, 20) for item in squats)


def test_walking_from_day_one() -> None:
    walks = example("gardening_flexion_acute").programme.walking
    assert (walks[0].week, walks[0].minutes) == (1, 5)


def test_disc_no_sit_ups_no_loaded_flexion_until_the_date_and_the_review() -> None:
    found = example("disc_herniation_surgeon_restriction")
    assert "loaded_flexion" not in tags_in("disc_herniation_surgeon_restriction", 1, 12)
    assert "endrange_flexion" not in tags_in("disc_herniation_surgeon_restriction", 1, 2)
    excluded = {line.exercise: line.by for line in found.excluded}
    assert excluded["core_situp"] == excluded["core_crunch"] == "restriction:loaded_flexion"
    assert any("2027-02-01" in one.reason and one.urgency == "by 2027-01-18" for one in found.referrals)
    assert any("surgeon" in one.why and one.until_week is None for one in found.programme.waiting)


def test_stenosis_cycling_intervals_balance_and_no_extension() -> None:
    found = example("stenosis_walker")
    assert "endrange_extension" not in tags_in("stenosis_walker", 1, 12)
    assert {one.exercise for one in found.programme.aerobic} <= {"car_bike_rec", "car_bike_up"}
    assert [one.week for one in found.programme.aerobic] == list(LATER)
    assert all(one.how for one in found.programme.walking)
    assert any("balance_position_sense" in item.targets for item in items_of(found, 1))


def test_strong_back_no_back_strengthening_calf_and_leg_on_the_weak_side() -> None:
    found = example("strong_back_weak_calf")
    targets = {target for item in items_of(found) for target in item.targets}
    assert not targets & {"trunk_extensor_endurance", "lateral_trunk_endurance"}
    assert all(any("calf_strength" in item.targets for item in items_of(found, week)) for week in LATER)
    right = sum(item.sets for item in items_of(found) if item.side == "right")
    left = sum(item.sets for item in items_of(found) if item.side == "left")
    assert right > left
    assert "old_injury_compensation" in {one.contributor for one in found.programme.daily_life}


def test_chronic_pain_therapist_beside_short_easy_sessions_and_answers_to_beliefs() -> None:
    found = example("chronic_pain_beliefs")
    assert [one.to for one in found.referrals] == ["psychotherapist"]
    assert all(one.minutes <= 15 for one in found.programme.sessions)
    topics = {one.topic for one in found.programme.education}
    assert {"belief.back_is_fragile", "belief.pain_means_damage", "belief.surgery_only"} <= topics
    assert all("plan" in item.progress_when for item in items_of(found))


def test_deconditioned_whole_body_aerobic_growing_walks_dietitian_and_pressure() -> None:
    found = example("deconditioned_weight_goal")
    assert len(movements_in("deconditioned_weight_goal") & {"hinge", "squat", "push", "pull", "carry", "legs"}) >= 4
    assert found.programme.aerobic
    assert found.programme.walking[-1].minutes > found.programme.walking[0].minutes
    assert "dietitian" in {one.to for one in found.referrals}
    assert {"blood_pressure", "breathe_out"} <= set(found.stop_rules)
    assert all(item.effort_rpe <= 6 for item in items_of(found) if "valsalva" in item.tags)


def test_desk_the_other_hours_are_in_the_plan_beside_hip_extension_and_upper_back() -> None:
    found = example("desk_day_ergonomics")
    hours = {one.contributor: one.hours_per_week for one in found.programme.daily_life}
    assert {"sitting_exposure", "workstation", "couch_posture", "sleep_surface"} <= set(hours)
    assert hours["sitting_exposure"] == 52.5
    targets = {target for item in items_of(found, 1) for target in item.targets}
    assert {"hip_extension_range", "thoracic_rotation_range"} <= targets


def test_socks_hips_first() -> None:
    found = example("socks_hip_flexion")
    assert all(any("hip_flexion_range" in item.targets for item in items_of(found, week)) for week in LATER)
    assert "94 degrees" in " ".join(item.why for item in items_of(found, 1))


def test_car_seat_lifting_and_turning_lead_to_the_task() -> None:
    assert {"hinge", "rotation"} <= movements_in("car_seat_lift", 1, 3)
    late = {name for week in (11, 12) for name in names_in(example("car_seat_lift"), week)}
    assert late & {"task_carseat", "lift_turn", "lift_awkward"}
