"""Whoever comes: a programme or a reason, and never what a limit, a restriction, the kit or the clock forbids."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from planned_strangers import Stranger, strangers

from ladderback import planner, verification
from ladderback.evidence import book
from ladderback.programme.values import Composed, NoProgramme
from ladderback.verification.values import VerificationReport

FEW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def composed(stranger: Stranger) -> Composed | NoProgramme:
    return planner.compose(*stranger.parts)


@FEW
@given(strangers())
def test_a_programme_or_a_reason(stranger: Stranger) -> None:
    found = composed(stranger)
    if isinstance(found, NoProgramme):
        assert found.clash
        assert all(wish.say and wish.resolve for wish in found.clash)
    else:
        assert len(found.programme.phases) >= 1
        assert found.programme.walking or found.programme.sessions
        assert found.solve.gap <= 0.02


@FEW
@given(strangers())
def test_the_second_pair_of_eyes_finds_nothing(stranger: Stranger) -> None:
    """With hardly any time two contributors may not fit side by side; then the programme itself says who waits."""
    found = composed(stranger)
    if not isinstance(found, Composed):
        return
    checked = verification.verify(found, *stranger.parts)
    report = checked if isinstance(checked, VerificationReport) else checked.report
    waits = {one.what for one in found.programme.waiting}
    names = book().letter("contributors")
    unsaid = [
        one
        for one in report.violations
        if one.kind != "contributor_unaddressed" or names[one.rule]["name"] not in waits
    ]
    assert not unsaid


@FEW
@given(strangers())
def test_a_running_restriction_is_obeyed(stranger: Stranger) -> None:
    found, record = composed(stranger), stranger.record
    if not isinstance(found, Composed):
        return
    for one in record.restrictions:
        for session in found.programme.sessions:
            start = record.on + timedelta(days=7 * (session.week - 1))
            if one.until is None or start <= one.until:
                assert all(one.avoid not in item.tags for item in session.items)


@FEW
@given(strangers())
def test_nothing_strong_is_a_target_unless_a_row_asks_for_it(stranger: Stranger) -> None:
    found, strong = composed(stranger), set(stranger.formulation.strong)
    conditions = {one.condition for one in stranger.record.diagnoses}
    if isinstance(found, Composed) and not conditions:
        assert all(not strong & set(item.targets) for one in found.programme.sessions for item in one.items)


@FEW
@given(strangers())
def test_minutes_numbers_and_kit_are_kept(stranger: Stranger) -> None:
    found, means = composed(stranger), stranger.record.means
    assert means is not None
    if not isinstance(found, Composed):
        return
    kit = {*means.equipment, "none", "floor", "wall", "chair"}
    kit |= {"bed", "towel", "pillow", "stairs"} if means.place == "home" else {"bench", "step"}
    most = 6 if means.supervised else 4
    for one in found.programme.sessions:
        assert one.minutes <= means.minutes_per_session
        assert 2 <= len({item.exercise for item in one.items}) <= most
        for item in one.items:
            assert all(kit & set(some) for some in book().exercises[item.exercise].equipment)


@FEW
@given(strangers())
def test_never_prescribed_is_never_prescribed(stranger: Stranger) -> None:
    found = composed(stranger)
    if isinstance(found, Composed):
        names = {item.exercise for one in found.programme.sessions for item in one.items}
        assert all(book().exercises[name].stages for name in names)
        assert {"core_situp", "core_crunch"} <= {line.exercise for line in found.excluded}
