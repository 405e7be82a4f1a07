"""Three facts that made this programme differ from any other, and the sentence that opens it."""

from __future__ import annotations

from collections.abc import Iterator

from ladderback.planner.brief import Brief
from ladderback.planner.candidates import AT_A_GYM, AT_HOME
from ladderback.programme.values import Excluded
from ladderback.programme.why import EASES, task_name

FACTS = 3


def individual_facts(brief: Brief, excluded: tuple[Excluded, ...]) -> tuple[str, ...]:
    """The facts of this person that shaped the programme most."""
    facts = dict.fromkeys(
        fact for fact in (*brief.person.formulation.individual_because, *_facts(brief, excluded)) if fact
    )
    return tuple(facts)[:FACTS]


def opening(brief: Brief, walk_only: bool) -> str:
    """What the programme says of itself."""
    words, means, record = brief.book.letter("programme"), brief.means, brief.person.record
    always = AT_HOME if means.place == "home" else AT_A_GYM
    pieces = ", ".join(piece.replace("_", " ") for piece in sorted(set(means.equipment) - always))
    said = [
        words["say"].format(
            sessions=means.sessions_per_week,
            minutes=f"{means.minutes_per_session:g}",
            place=words["place"][means.place],
            kit=f", with {pieces}" if pieces else "",
        )
    ]
    if means.supervised:
        said.append(words["say_beside"])
    if record.goals:
        said.append(
            words["say_towards"].format(tasks=" and ".join(task_name(goal, brief.book) for goal in record.goals))
        )
    if brief.person.formulation.time_contingent:
        said.append(words["say_quota"])
    if walk_only:
        said.append(words["say_walk_only"])
    return " ".join(said)


def _facts(brief: Brief, excluded: tuple[Excluded, ...]) -> Iterator[str]:
    says, words = brief.book.letter("programme")["individual"], brief.book.letter("programme")
    record, formulation = brief.person.record, brief.person.formulation
    for one in formulation.contributors[:1]:
        yield says["works_on"].format(found=" ".join(one.for_[:1]))
    own = [line for line in excluded if line.by not in ("never_prescribed", "LB01")]
    if own:
        yield says["leaves_out"].format(because=own[0].because)
    for movement in EASES.get(formulation.directional_preference, ()):
        if "better" in (record.movements.get(movement), record.repeated.get(movement)):
            name = words["movement_word"][movement]
            yield says["eases"].format(movement=name[0].upper() + name[1:])
            break
    for goal in record.goals[:1]:
        key = "goal" if goal.ability is not None else "goal_plain"
        yield says[key].format(task=task_name(goal, brief.book), ability=f"{goal.ability or 0:g}")
    yield says["means"].format(
        sessions=brief.means.sessions_per_week,
        minutes=f"{brief.means.minutes_per_session:g}",
        place=words["place"][brief.means.place],
    )
