"""The one file that speaks to OR-Tools CP-SAT: writes the problem of a week down, solves it, reads the answer.

Why the helper module and text: it needs neither pandas nor numpy, so the solver is ready in a tenth of a second, and
a problem of a hundred variables is written and read in two milliseconds instead of being built object by object.
"""

from __future__ import annotations

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
        names = ",".join(str(variable) for variable, _ in terms)
        weights = ",".join(str(weight) for _, weight in terms)
        self.parts.append(f"constraints{{linear{{vars:[{names}]coeffs:[{weights}]domain:[{lowest},{highest}]}}}}")

    def text(self) -> str:
        """The whole problem; the solver makes sums small, so points are turned around."""
        names = ",".join(str(variable) for variable, _ in self.objective)
        weights = ",".join(str(-points) for _, points in self.objective)
        hints = ",".join(str(variable) for variable, _ in self.hints)
        values = ",".join(str(value) for _, value in self.hints)
        hint = f"solution_hint{{vars:[{hints}]values:[{values}]}}" if self.hints else ""
        return "".join(self.parts) + f"objective{{vars:[{names}]coeffs:[{weights}]}}" + hint


def solve(problem: WeekProblem, hint: frozenset[str] = frozenset()) -> Answer | None:
    """The best choice for a week, or None when nothing satisfies what is hard.

    Args:
        hint: exercises of the week before, tried first.

    Raises:
        SolverError: the solver said neither; the problem it was given is at fault.
    """
    writer = _Writer()
    whole, parts = _choices(writer, problem, hint)
    _hard(writer, problem, whole, parts)
    _wishes(writer, problem, whole, parts)
    response = _run(writer.text())
    status = str(response.status).rsplit(".", 1)[-1]
    if status == "INFEASIBLE":
        return None
    if status not in ("OPTIMAL", "FEASIBLE"):
        raise SolverError(f"The solver answered {status}. Please report this with the case that caused it.")
    values = list(response.solution)
    picked: Picked = {}
    for one, variables in enumerate(parts):
        kinds = tuple(kind for kind, variable in enumerate(variables) if values[variable])
        if kinds:
            picked[one] = kinds
    return Answer(
        picked=picked,
        worth=round(-response.objective_value),
        bound=-response.best_objective_bound,
        proved=status == "OPTIMAL",
    )


def _choices(writer: _Writer, problem: WeekProblem, hint: frozenset[str]) -> tuple[list[int], list[list[int]]]:
    """One variable for each choice in the week, and one for each kind of session it may stand in."""
    whole: list[int] = []
    parts: list[list[int]] = []
    single = len(problem.kinds) == 1
    for choice in problem.choices:
        per_session = choice.session_points
        points = choice.points + (per_session * problem.kinds[0] if single else 0)
        variable = writer.variable(points=points)
        whole.append(variable)
        if hint:
            writer.hints.append((variable, int(choice.exercise in hint and choice.step == "grow")))
        parts.append([variable] if single else [writer.variable(points=per_session * count) for count in problem.kinds])
    return whole, parts


def _hard(writer: _Writer, problem: WeekProblem, whole: list[int], parts: list[list[int]]) -> None:
    kinds = range(len(problem.kinds))
    if len(problem.kinds) > 1:
        for variable, own in zip(whole, parts, strict=True):
            writer.between([(one, 1) for one in own] + [(variable, -1)], 0, len(own))
            for one in own:
                writer.between([(variable, 1), (one, -1)], 0, 1)
    for kind in kinds:
        writer.between([(own[kind], 1) for own in parts], problem.least, problem.most)
        minutes = [(own[kind], choice.minutes) for own, choice in zip(parts, problem.choices, strict=True)]
        writer.between(minutes, 0, problem.capacity)
    writer.between([(variable, 1) for variable in whole], 0, problem.different)
    if problem.new_most is not None:
        new = [(whole[one], 1) for one, choice in enumerate(problem.choices) if choice.new]
        if len(new) > problem.new_most:
            writer.between(new, 0, problem.new_most)
    by_name: dict[str, list[int]] = {}
    for one, choice in enumerate(problem.choices):
        by_name.setdefault(choice.exercise, []).append(one)
    for same in by_name.values():
        if len(same) > 1:
            writer.between([(whole[one], 1) for one in same], 0, 1)


def _wishes(writer: _Writer, problem: WeekProblem, whole: list[int], parts: list[list[int]]) -> None:
    for cover in problem.covers:
        levels = [writer.variable(points=cover.first)]
        if cover.second:
            levels.append(writer.variable(points=cover.second))
        members = [(whole[one], 1) for one in cover.members]
        writer.between(members + [(level, -1) for level in levels], 0, len(members))
    for need in problem.needs:
        _need(writer, problem, parts, need)
    for piece in problem.pieces:
        used = writer.variable(points=piece.points)
        for one in piece.members:
            writer.between([(used, 1), (whole[one], -1)], 0, 1)
    if problem.short_list is not None and problem.short_list < problem.different:
        beyond = writer.variable(problem.different, problem.beyond_points)
        terms = [(variable, 1) for variable in whole] + [(beyond, -1)]
        writer.between(terms, -problem.different, problem.short_list)


def _need(writer: _Writer, problem: WeekProblem, parts: list[list[int]], need: Need) -> None:
    missing = writer.variable(points=need.penalty)
    if len(problem.kinds) == 1:
        writer.between([(parts[one][0], 1) for one in need.members] + [(missing, 1)], 1, len(need.members) + 1)
        return
    terms = [(missing, need.sessions)]
    for kind, count in enumerate(problem.kinds):
        reached = writer.variable()
        members = [(parts[one][kind], 1) for one in need.members]
        writer.between([*members, (reached, -1)], 0, len(members))
        terms.append((reached, count))
    writer.between(terms, need.sessions, need.sessions + sum(problem.kinds))


def _run(text: str) -> Any:
    helper, parameters = _engine()
    proto = helper.CpModelProto()
    if not proto.parse_text_format(text):
        raise SolverError("The solver could not read the problem. Please report this with the case that caused it.")
    wrapper = helper.SolveWrapper()
    wrapper.set_parameters(parameters)
    return wrapper.solve(proto)


@cache
def _engine() -> tuple[Any, Any]:
    """The solver and how it is to search: one worker, so that the same input gives the same programme every time."""
    from ortools.sat.python import cp_model_helper

    parameters = cp_model_helper.SatParameters()
    parameters.num_workers = 1
    parameters.linearization_level = 2
    parameters.random_seed = SEED
    parameters.max_deterministic_time = DETERMINISTIC_LIMIT
    parameters.cp_model_probing_level = 0
    parameters.symmetry_level = 0
    parameters.max_presolve_iterations = 1
    parameters.use_sat_inprocessing = False
    return cp_model_helper, parameters
