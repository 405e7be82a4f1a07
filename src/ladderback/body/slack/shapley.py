"""Shares of what several restrictions do together: each one's part, the same in whatever order they come."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from math import factorial

Names = frozenset[str]


def shares(worth: Mapping[Names, float], names: tuple[str, ...]) -> dict[str, float]:
    """Exact Shapley shares of what all names are worth together; `worth` has every subset of them.

    >>> found = shares({frozenset(): 0, frozenset("a"): 19, frozenset("b"): 0, frozenset("ab"): 55}, ("a", "b"))
    >>> found["a"], found["b"]
    (37.0, 18.0)
    """
    count = len(names)
    found = {}
    for name in names:
        others = [one for one in names if one != name]
        total = 0.0
        for size in range(count):
            weight = factorial(size) * factorial(count - size - 1) / factorial(count)
            for chosen in combinations(others, size):
                before = frozenset(chosen)
                total += weight * (worth[before | {name}] - worth[before])
        found[name] = total
    return found
