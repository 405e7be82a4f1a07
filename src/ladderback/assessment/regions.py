"""Says of hips, rib cage and the rest whether they are ruled in, ruled out, or still open."""

from __future__ import annotations

from functools import cache
from typing import Literal

from ladderback.assessment.values import Finding
from ladderback.evidence.book import book

Region = Literal["in", "out", "open"]


def rule_regions(findings: tuple[Finding, ...]) -> dict[str, Region]:
    """One finding rules a region in; only usual values in every test it needs rule it out; else it is open.

    Why: unknown is not normal. A hip that was never bent is open, however good everything else is.
    """
    return {name: _rule(tests, findings) for name, tests in needed_tests().items()}


@cache
def needed_tests() -> dict[str, tuple[tuple[str, ...], ...]]:
    """What each region needs before it is ruled out: every group, and in a group any one of its tests."""
    rows = book().tables["test_regions"]
    return {
        name: tuple(tuple(group.split("/")) for group in row.cells["needs"].split(";")) for name, row in rows.items()
    }


def _rule(groups: tuple[tuple[str, ...], ...], findings: tuple[Finding, ...]) -> Region:
    wanted = {test for group in groups for test in group}
    verdicts = [finding.verdict for finding in findings if finding.test in wanted]
    if "finding" in verdicts:
        return "in"
    done = all(any(_usual(test, findings) for test in group) for group in groups)
    return "out" if done else "open"


def _usual(test: str, findings: tuple[Finding, ...]) -> bool:
    """True when the test was done, on both sides where it has sides, and every verdict is known."""
    own = [finding for finding in findings if finding.test == test]
    sided = book().clinical_tests[test].sided
    both = not sided or {"left", "right"} <= {finding.side for finding in own}
    return bool(own) and both and all(finding.verdict in ("typical", "borderline") for finding in own)
