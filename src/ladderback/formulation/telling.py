"""Says of each contributor what speaks for and against it, in the person's own numbers."""

from __future__ import annotations

from collections.abc import Iterable

from ladderback.assessment.numbers import number, show, words
from ladderback.formulation.facts import Person
from ladderback.formulation.sentences import fact_ids, tell
from ladderback.formulation.values import Contributor
from ladderback.formulation.weighing import Held, Weighed, confidence

FACTS_TOLD = 3


def contributors_of(person: Person, chosen: list[Weighed]) -> tuple[Contributor, ...]:
    """The listed contributors with weights that sum to 1, the weightiest first."""
    weights = _weights(chosen)
    weeks = _weeks(chosen)
    return tuple(_contributor(person, one, weights[place], weeks[place]) for place, one in enumerate(chosen))


def _contributor(person: Person, one: Weighed, weight: float, week: int) -> Contributor:
    known = one.record
    sources = [key for held in one.for_ for key in held.evidence.sources] + list(known.sources)
    cited = [key for key in dict.fromkeys(sources) if key != "PROPOSAL"]
    return Contributor(
        contributor=known.id,
        side=one.side,
        weight=weight,
        confidence=confidence(one),  # type: ignore[arg-type]
        for_=_told(person, one.for_),
        against=_told(person, one.against),
        falsifier=known.falsifier,
        worked_by=known.worked_by,
        from_week=week,
        sources=tuple(cited or ["PROPOSAL"]),
        because=_facts(person, one.for_),
    )


def _weights(chosen: list[Weighed]) -> list[float]:
    """Weights to four places; what rounding leaves over goes to the first."""
    total = sum(one.weight for one in chosen)
    rounded = [round(one.weight / total, 4) for one in chosen] if total else []
    if rounded:
        rounded[0] = round(rounded[0] + 1.0 - sum(rounded), 4)
    return rounded


def _weeks(chosen: list[Weighed]) -> list[int]:
    """The first movements begin at once, the next ones two a week; the other arms need no session and begin at once."""
    weeks, moving, first = [], 0, int(number("first_week_movements"))
    for one in chosen:
        later = max(0, moving - first + 2) // 2
        weeks.append(1 + later if one.record.worked_by == "movement" else 1)
        moving += one.record.worked_by == "movement"
    return weeks


def _told(person: Person, held: Iterable[Held]) -> tuple[str, ...]:
    """The sentences, strongest first, each once."""
    ordered = sorted(held, key=lambda one: (-round(one.counts, 9), one.evidence.fact, one.side or ""))
    said = [tell(person, one.evidence.fact, one.evidence.say, one.side) for one in ordered]
    return tuple(dict.fromkeys(said))


def _facts(person: Person, held: Iterable[Held]) -> tuple[str, ...]:
    found = [name for one in held for name in fact_ids(person, one.evidence.fact, one.side)]
    return tuple(dict.fromkeys(found))


def individual(person: Person, chosen: list[Weighed]) -> tuple[str, ...]:
    """Three facts that make this one differ: the strongest of the first contributors, then goal and means."""
    said = [sentences[0] for one in chosen if (sentences := _told(person, one.for_))]
    say = words("formulation", "individual")
    means = person.record.means
    if means:
        place = words("formulation", "place")[means.place]
        minutes, sessions = show(means.minutes_per_session), means.sessions_per_week
        said.append(say["place"].format(place=place, sessions=sessions, times=sessions, minutes=minutes))
    return tuple(dict.fromkeys([*said, say["nothing"]]))[:FACTS_TOLD]
