"""The one place that speaks to the quadratic-programme solver."""

from __future__ import annotations

import numpy as np
import quadprog

from ladderback.body.coordinates import Matrix, Vector
from ladderback.terms.errors import SolverError


def least(hessian: Matrix, pull: Vector, rows: Matrix | None = None, at_least: Vector | None = None) -> Vector:
    """The x with the least 1/2 x'Hx - pull'x such that rows x >= at_least (rows x unknowns; none means free).

    Raises:
        SolverError: no x satisfies the rows, or the hessian is not positive definite.
    """
    try:
        if rows is None or not len(rows):
            return np.asarray(quadprog.solve_qp(hessian, pull)[0])
        return np.asarray(quadprog.solve_qp(hessian, pull, rows.T, at_least)[0])
    except ValueError as error:
        raise SolverError(
            f"The body's quadratic programme has no answer: {error}. Check the pose and try again."
        ) from None
