"""The house keeps its own rules: sizes, words, one file per outside engine, sources that resolve, no leftovers."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from ladderback.evidence import book

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "src" / "ladderback"
FILES = sorted(ENGINE.rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in FILES}
FUNCTIONS = [
    (path, node)
    for path, tree in TREES.items()
    for node in ast.walk(tree)
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
]

# Exceptions by name, each with its reason. A new one needs a reason as good.
LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}
NO_SUCH_ROOM = {"utils", "helpers", "common", "manager", "core", "base", "misc"}
SPOKEN_BY_ONE_FILE = {
    "ortools": "planner/solver.py",
    "polars": "rules/many.py",
    "typst": "documents/typst_pdf.py",
    "mujoco": "body/physics.py",
    "quadprog": "body/quadratic.py",
    "shapely": "body/picture/outline.py",
}


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def named(path: Path) -> str:
    return path.relative_to(ENGINE).as_posix()


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    over = {named(path): n for path in FILES if (n := len(path.read_text(encoding="utf-8").splitlines())) > 400}
    assert over.keys() <= LONG_FILES.keys(), over


def test_no_function_is_longer_than_sixty_lines() -> None:
    over = {f"{named(path)}:{node.name}": lines_of(node) for path, node in FUNCTIONS if lines_of(node) > 60}
    assert over.keys() <= LONG_FUNCTIONS.keys(), over


def test_the_median_function_is_short() -> None:
    sizes = sorted(lines_of(node) for _, node in FUNCTIONS)
    assert sizes[len(sizes) // 2] <= 12


def test_exceptions_are_still_exceptions() -> None:
    assert all(len((ENGINE / name).read_text().splitlines()) > 400 for name in LONG_FILES)


def test_no_room_has_a_name_that_says_nothing() -> None:
    parts = {part.removesuffix(".py") for path in FILES for part in path.relative_to(ENGINE).parts}
    assert not parts & NO_SUCH_ROOM


@pytest.mark.parametrize("engine", sorted(SPOKEN_BY_ONE_FILE))
def test_each_outside_engine_is_spoken_by_exactly_one_file(engine: str) -> None:
    spoken = {named(path) for path, tree in TREES.items() if engine in imported(tree)}
    assert spoken == {SPOKEN_BY_ONE_FILE[engine]}


def imported(tree: ast.Module) -> set[str]:
    """Outside packages that a file imports for more than its types."""
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name.split(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.split(".")[0])
    return found


def test_the_engine_knows_no_web_no_database_no_network_no_clock() -> None:
    forbidden = {"django", "sqlite3", "sqlalchemy", "requests", "urllib", "http", "socket", "time", "random"}
    allowed = {"simulate"}  # draws people from a seed
    found = {
        (named(path), name)
        for path, tree in TREES.items()
        for name in imported(tree) & forbidden
        if not (name == "random" and path.relative_to(ENGINE).parts[0] in allowed)
    }
    assert not found


def test_nobody_reads_the_clock() -> None:
    asked = re.compile(r"\b(date\.today|datetime\.now|utcnow|time\.time)\(")
    assert not [named(path) for path in FILES if asked.search(path.read_text(encoding="utf-8"))]


def test_every_public_function_says_what_it_does() -> None:
    silent = [
        f"{named(path)}:{node.name}"
        for path, tree in TREES.items()
        for node in tree.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if not ast.get_docstring(node)
    ]
    assert not silent


def test_every_module_says_what_it_is() -> None:
    assert not [named(path) for path, tree in TREES.items() if not ast.get_docstring(tree)]


def test_sources_named_in_docstrings_resolve() -> None:
    cited = re.compile(r"^\s*Source:\s*([A-Z0-9_.\-]+)", re.MULTILINE)
    for path in FILES:
        for key in cited.findall(path.read_text(encoding="utf-8")):
            assert key.rstrip(".") in book().sources, f"{named(path)} cites {key}"


def test_nothing_calls_itself_unfinished() -> None:
    leftover = re.compile(r"TODO|FIXME|XXX|NotImplementedError|placeholder|lorem ipsum|coming soon", re.IGNORECASE)
    texts = [*FILES, *ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    assert not [path.name for path in texts if leftover.search(path.read_text(encoding="utf-8"))]


def test_lock_file_carries_hashes_and_no_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "--hash=sha256:" in lock
    assert "http" not in lock
    assert "index" not in lock
