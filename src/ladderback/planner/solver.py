"""The one file that speaks to OR-Tools CP-SAT: writes the problem of a week down, solves it, reads the answer.

Why the helper module and text: it needs neither pandas nor numpy, so the solver is ready in a tenth of a second, and
a problem of a hundred variables is written and read in two milliseconds instead of being built object by object.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from msgspec import Struct

from ladderback.planner.problem import Need, Picked, WeekProblem
from ladderback.terms.errors import SolverError

DETERMINISTIC_LIMIT = 0.5
SEED = 20261101


class Answer(Struct, frozen=True, kw_only=True):
    """What the solver chose, what it is worth, the best that could be hoped for, and whether that was proved."""

    picked: Picked
    worth: int
    bound: float
    proved: bool


class _Writer:
    """Collects variables, linear constraints and the objective as protocol-buffer text."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.variables = 0
        self.objective: list[tuple[int, int]] = []
        self.hints: list[tuple[int, int]] = []

    def variable(self, highest: int = 1, points: int = 0) -> int:
        """A new whole number from 0 to `highest`, worth `points` each."""
        self.parts.append(f"variables{{domain:[0,{highest}]}}")
        if points:
            self.objective.append((self.variables, points))
        self.variables += 1
        return self.variables - 1

    def between(self, terms: list[tuple[int, int]], lowest: int, highest: int) -> None:
        """A weighted sum that has to lie between two numbers."""
        names, weights = [variable for variable, _ in terms], [weight for _, weight in terms]
        self.parts.append(f"constraints{{linear{{vars:{names}coeffs:{weights}domain:[{lowest},{highest}]}}}}")

    def text(self) -> str:
        """The whole problem; the solver makes sums small, so points are turned around."""
        names, weights = [variable for variable, _ in self.objective], [-points for _, points in self.objective]
        hints, values = [variable for variable, _ in self.hints], [value for _, value in self.hints]
        hint = f"solution_hint{{vars:{hints}values:{values}}}" if hints else ""
        return "".join(self.parts) + f"objective{{vars:{names}coeffs:{weights}}}" + hint


def solve(problem: WeekProblem, hint: frozenset[str] = frozenset()) -> Answer | None:
    """The best choice for a week, or None when nothing satisfies what is hard.

    Args:
        hint: exercises of the week before, tried first.

    Raises:
        SolverError: the solver said neither; the problem it was given is at fault.
    """
    writer = _Writer()
    places = _places(writer, problem, hint)
    _hard(writer, problem, places)
    _wishes(writer, problem, places)
    response = _run(writer.text(), prepare=len(problem.kinds) > 1)
    status = str(response.status).rsplit(".", 1)[-1]
    if status == "INFEASIBLE":
        return None
    if status not in ("OPTIMAL", "FEASIBLE"):
        raise SolverError(f"The solver answered {status}. Please report this with the case that caused it.")
    values = list(response.solution)
    picked = {one: kinds for one, own in enumerate(places) for variable, kinds in own if values[variable]}
    return Answer(
        picked=picked,
        worth=round(-response.objective_value),
        bound=-response.best_objective_bound,
        proved=status == "OPTIMAL",
    )


# For each choice: the variables of the ways it may stand in the week, each with the kinds of session it is in.
Places = list[list[tuple[int, tuple[int, ...]]]]


def _places(writer: _Writer, problem: WeekProblem, hint: frozenset[str]) -> Places:
    """One variable for each way a choice may stand in the week: in A, in B, or in both.

    Why: one variable a way needs no link between week and session, and the relaxation is tight.
    """
    ways = [(0,)] if len(problem.kinds) == 1 else [(0,), (1,), (0, 1)]
    places: Places = []
    for choice in problem.choices:
        own = []
        for way in ways:
            sessions = sum(problem.kinds[kind] for kind in way)
            variable = writer.variable(points=choice.points + choice.session_points * sessions)
            if hint:
                first = way == ways[-1] and choice.exercise in hint and choice.step == "grow"
                writer.hints.append((variable, int(first)))
            own.append((variable, way))
        places.append(own)
    return places


def _in_week(places: Places, members: Iterable[int]) -> list[tuple[int, int]]:
    """Terms that count the choices of a group in the week."""
    return [(variable, 1) for one in members for variable, _ in places[one]]


def _in_kind(places: Places, members: Iterable[int], kind: int) -> list[tuple[int, int]]:
    """Terms that count the choices of a group in one kind of session."""
    return [(variable, 1) for one in members for variable, way in places[one] if kind in way]


def _hard(writer: _Writer, problem: WeekProblem, places: Places) -> None:
    everything = range(len(places))
    for kind in range(len(problem.kinds)):
        writer.between(_in_kind(places, everything, kind), problem.least, problem.most)
        minutes = [
            (variable, choice.minutes)
            for choice, own in zip(problem.choices, places, strict=True)
            for variable, way in own
            if kind in way
        ]
        writer.between(minutes, 0, problem.capacity)
    writer.between(_in_week(places, everything), 0, problem.different)
    if problem.new_most is not None:
        new = [one for one, choice in enumerate(problem.choices) if choice.new]
        if len(new) > problem.new_most:
            writer.between(_in_week(places, new), 0, problem.new_most)
    by_name: dict[str, list[int]] = {}
    for one, choice in enumerate(problem.choices):
        by_name.setdefault(choice.exercise, []).append(one)
    for same in by_name.values():
        terms = _in_week(places, same)
        if len(terms) > 1:
            writer.between(terms, 0, 1)


def _wishes(writer: _Writer, problem: WeekProblem, places: Places) -> None:
    for cover in problem.covers:
        levels = [writer.variable(points=cover.first)]
        if cover.second:
            levels.append(writer.variable(points=cover.second))
        members = _in_week(places, cover.members)
        writer.between(members + [(level, -1) for level in levels], 0, len(members))
    for need in problem.needs:
        _need(writer, problem, places, need)
    for piece in problem.pieces:
        used = writer.variable(points=piece.points)
        for one in piece.members:
            own = [(variable, -1) for variable, _ in places[one]]
            writer.between([(used, 1), *own], 0, 1)
    for crowd in problem.crowds:
        beyond = writer.variable(problem.different, crowd.points)
        members = _in_week(places, crowd.members)
        writer.between([*members, (beyond, -1)], -problem.different, crowd.most)
    if problem.short_list is not None and problem.short_list < problem.different:
        beyond = writer.variable(problem.different, problem.beyond_points)
        terms = [*_in_week(places, range(len(places))), (beyond, -1)]
        writer.between(terms, -problem.different, problem.short_list)


def _need(writer: _Writer, problem: WeekProblem, places: Places, need: Need) -> None:
    missing = writer.variable(points=need.penalty)
    if need.sessions > sum(problem.kinds):
        writer.between([(missing, 1)], 1, 1)
        return
    if len(problem.kinds) == 1 or need.sessions <= min(problem.kinds):
        terms = _in_week(places, need.members)
        writer.between([*terms, (missing, 1)], 1, len(terms) + 1)
        return
    terms = [(missing, need.sessions)]
    for kind, count in enumerate(problem.kinds):
        reached = writer.variable()
        members = _in_kind(places, need.members, kind)
        writer.between([*members, (reached, -1)], 0, len(members))
        terms.append((reached, count))
    writer.between(terms, need.sessions, need.sessions + sum(problem.kinds))


def _run(text: str, prepare: bool) -> Any:
    helper, plain, prepared = _engine()
    proto = helper.CpModelProto()
    if not proto.parse_text_format(text):
        raise SolverError("The solver could not read the problem. Please report this with the case that caused it.")
    wrapper = helper.SolveWrapper()
    wrapper.set_parameters(prepared if prepare else plain)
    return wrapper.solve(proto)


@cache
def _engine() -> tuple[Any, Any, Any]:
    """The solver and how it is to search: one worker, so that the same input gives the same programme every time.

    Why two ways: preparing costs more than it saves where everything fits, and keeps the worst case short where two
    kinds of session have to share the minutes.
    """
    from ortools.sat.python import cp_model_helper

    plain, prepared = (_parameters(cp_model_helper.SatParameters()) for _ in range(2))
    plain.cp_model_presolve = False
    return cp_model_helper, plain, prepared


def _parameters(parameters: Any) -> Any:
    parameters.num_workers = 1
    parameters.linearization_level = 2
    parameters.random_seed = SEED
    parameters.max_deterministic_time = DETERMINISTIC_LIMIT
    parameters.cp_model_probing_level = 0
    parameters.max_presolve_iterations = 1
    parameters.symmetry_level = 0
    parameters.use_sat_inprocessing = False
    parameters.add_lp_constraints_lazily = False
    parameters.cut_level = 0
    return parameters
