"""Whatever was logged: real only beyond the error, the same in any order, and always an answer."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parents[1] / "spec" / "progression"))

from logged_people import FIRST, arrives, formulation, moment, morning, person, trained

from ladderback.assessment.values import Findings
from ladderback.intake.events import Event, HandsOn, Journal, Measured
from ladderback.outcomes import review
from ladderback.outcomes.values import Review
from ladderback.terms.words import forbidden_in

DAYS = st.integers(1, 60)
RATINGS = st.integers(0, 10).map(float)
EVENTS = st.one_of(
    st.builds(lambda day, pain: morning(day, None, None, pain=pain), DAYS, RATINGS),
    st.builds(lambda day, pain: arrives(day, pain), DAYS, RATINGS),
    st.builds(lambda day: trained(day), DAYS),
    st.builds(
        lambda day, name, value: Measured(at=moment(day, 12), id=f"m{day}{name}", measure=name, value=value),
        DAYS, st.sampled_from(["psfs", "odi", "rmdq24", "groc", "body_mass"]), RATINGS,
    ),
    st.builds(
        lambda day, before, after, hours: HandsOn(at=moment(day, 18), id=f"h{day}", technique="massage",
                                                  pain_before=before, pain_after=after, relief_hours=hours),
        DAYS, RATINGS, RATINGS, st.one_of(st.none(), st.integers(0, 100).map(float)),
    ),
)  # fmt: skip
LOGS = st.lists(EVENTS, max_size=25, unique_by=lambda one: one.id)


def looked_back(log: Sequence[Event], start: float) -> Review:
    view = formulation()
    told = person(pain_average=start)
    return review(
        told, Journal(events=tuple(log)), FIRST + timedelta(days=61), view, Findings(findings=(), regions={}), ()
    )


@settings(max_examples=120, deadline=None)
@given(log=LOGS, start=RATINGS)
def test_what_matters_is_always_beyond_the_error(log: list[Event], start: float) -> None:
    for change in looked_back(log, start).changes:
        assert not (change.beyond_mcid and change.beyond_mdc is False)
        assert change.better is not None or change.from_ == change.to or change.beyond_mdc is None


@settings(max_examples=80, deadline=None)
@given(log=LOGS, start=RATINGS, data=st.data())
def test_the_order_of_the_lines_does_not_matter(log: list[Event], start: float, data: st.DataObject) -> None:
    assert looked_back(data.draw(st.permutations(log)), start) == looked_back(log, start)


@settings(max_examples=80, deadline=None)
@given(log=LOGS, start=RATINGS)
def test_there_is_always_an_answer_in_our_own_words(log: list[Event], start: float) -> None:
    found = looked_back(log, start)
    texts = [found.next, found.adherence.say, *found.says, *(one.say for one in (*found.changes, *found.durability))]
    assert all(texts)
    assert not [one for one in texts if forbidden_in(one)]


@settings(max_examples=80, deadline=None)
@given(log=LOGS, start=RATINGS)
def test_a_small_gain_starts_no_half_time(log: list[Event], start: float) -> None:
    for one in looked_back(log, start).durability:
        kept = [
            event
            for event in log
            if isinstance(event, HandsOn) and (event.pain_before or 0) - (event.pain_after or 0) >= 2
        ]
        assert len(one.hours) <= len(kept)
