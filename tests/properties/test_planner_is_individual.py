"""The same person gets the same programme; whoever differs in what matters gets another; a mirror image is mirrored."""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from msgspec.structs import replace
from planned_strangers import Stranger, formulations, strangers, ways

from ladderback import planner
from ladderback.formulation.values import Contributor, Formulation
from ladderback.intake.values import Goal, Means
from ladderback.planner.candidates import kit_of
from ladderback.programme.values import Composed, NoProgramme
from ladderback.terms.sides import other

FEW = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


def composed(stranger: Stranger, **changes: Any) -> Composed | NoProgramme:
    record = replace(stranger.record, **changes)
    return planner.compose(record, stranger.decision, stranger.findings, stranger.formulation)


@FEW
@given(strangers())
def test_the_same_person_gets_the_same_programme(stranger: Stranger) -> None:
    assert composed(stranger) == composed(stranger)


@FEW
@given(strangers())
def test_name_and_story_make_no_difference(stranger: Stranger) -> None:
    told = replace(stranger.record.episode, story="Another story.")
    assert composed(stranger, title="Another name", episode=told) == composed(stranger)


def at_hand(means: Means) -> Means:
    """The same means with the kit that is really there: a chair at home is always there."""
    return replace(means, equipment=tuple(sorted(kit_of(means))))


@FEW
@given(strangers(), ways())
def test_other_means_are_another_programme(stranger: Stranger, means: Means) -> None:
    assume(stranger.record.means is not None and at_hand(means) != at_hand(stranger.record.means))
    before, after = composed(stranger), composed(stranger, means=means)
    if isinstance(before, Composed) and isinstance(after, Composed) and before.programme.sessions:
        assert before != after


@FEW
@given(strangers())
def test_another_goal_is_another_programme(stranger: Stranger) -> None:
    before = composed(stranger, goals=(Goal(task="walk", ability=3.0),))
    after = composed(stranger, goals=(Goal(task="put_on_socks", ability=3.0),))
    if isinstance(before, Composed):
        assert before != after


@FEW
@given(strangers(), formulations())
def test_another_formulation_is_another_programme(stranger: Stranger, view: Formulation) -> None:
    ours = {(one.contributor, one.weight) for one in stranger.formulation.contributors}
    assume(ours != {(one.contributor, one.weight) for one in view.contributors})
    before = composed(stranger)
    after = planner.compose(stranger.record, stranger.decision, stranger.findings, view)
    if isinstance(before, Composed) and isinstance(after, Composed):
        assert before != after


def mirrored(view: Formulation) -> Formulation:
    def turned(one: Contributor) -> Contributor:
        return one if one.side is None else replace(one, side=other(one.side))

    return replace(view, contributors=tuple(turned(one) for one in view.contributors))


@FEW
@given(strangers())
def test_a_mirror_image_trains_in_the_mirror(stranger: Stranger) -> None:
    before = composed(stranger)
    turned = Stranger(stranger.record, stranger.decision, stranger.findings, mirrored(stranger.formulation))
    after = composed(turned)
    if not isinstance(before, Composed) or not isinstance(after, Composed):
        assert isinstance(before, NoProgramme) == isinstance(after, NoProgramme)
        return
    for one, two in zip(before.programme.sessions, after.programme.sessions, strict=True):
        ours = sorted((item.exercise, other(item.side) if item.side else "", item.sets) for item in one.items)
        theirs = sorted((item.exercise, item.side or "", item.sets) for item in two.items)
        assert ours == theirs
