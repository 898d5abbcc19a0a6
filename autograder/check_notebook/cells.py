"""What each cell of a student's notebook is for, as far as the notebook tells."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from autograder.notebook_files import KNOWN_MISTAKES, TEXT_STUB, NotebookCell, defined_names

Kind = Literal["given", "answer", "check", "own"]

MARK = re.compile(r"(?P<kind>visible|given)_(?P<number>\d+)(?:_(?P<exercise>\w+))?")
CALL = re.compile(r"^check_(?:raises\(\s*[\w.]+\s*,|\w+\()\s*(?P<function>\w+)", re.M)


@dataclass(frozen=True)
class CodeCell:
    """A cell to run. ``number`` counts all cells of the notebook from 1."""

    number: int
    kind: Kind
    exercise: str  #: that it answers or checks
    source: str
    name: str  #: to call it by

    def defines(self, name: str) -> bool:
        """Whether the cell gives ``name`` a meaning; of a broken one, whether it may."""
        try:
            tree = ast.parse(self.source)
        except (SyntaxError, ValueError, RecursionError):
            return re.search(rf"(?<![\w.]){re.escape(name)}\b", self.source) is not None
        return any(name in _bound(node) for node in ast.walk(tree))

    @property
    def taken_from_mine(self) -> set[str]:
        """The names that the cell takes from the student's own ``mine.py``."""
        try:
            nodes = [*ast.walk(ast.parse(self.source))]
        except (SyntaxError, ValueError, RecursionError):
            return set()
        imports = [n for n in nodes if isinstance(n, ast.ImportFrom) and n.module == "mine"]
        found = {alias.name for node in imports for alias in node.names}
        modules = {
            n.asname or n.name
            for i in nodes
            if isinstance(i, ast.Import)
            for n in i.names
            if n.name == "mine"
        }
        for node in nodes:
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found |= {node.attr} if node.value.id in modules else set()
        return found


def _bound(node: ast.AST) -> Sequence[str]:
    if isinstance(node, ast.Name):
        return [node.id] if isinstance(node.ctx, ast.Store) else []
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, ast.alias):
        return [(node.asname or node.name).split(".")[0]]
    return []


@dataclass
class Cells:
    """A notebook's cells in order, and what is asked in it."""

    code: list[CodeCell] = field(default_factory=list)
    points: dict[str, float] = field(default_factory=dict)  #: by exercise and written question
    written: dict[str, bool] = field(default_factory=dict)  #: questions, whether answered
    lost: list[str] = field(default_factory=list)  #: cells of the course that are not there

    @property
    def exercises(self) -> list[str]:
        """In the order of the notebook."""
        asked = [c.exercise for c in self.code if c.kind in ("answer", "check")]
        worth = [name for name in self.points if name not in self.written]
        return list(dict.fromkeys([*asked, *worth]))

    def of(self, exercise: str, kind: Kind) -> list[CodeCell]:
        """The cells that answer or check ``exercise``."""
        return [c for c in self.code if c.kind == kind and c.exercise == exercise]

    @property
    def has_checks(self) -> bool:
        return any(cell.kind == "check" for cell in self.code)


def sort_cells(cells: Sequence[NotebookCell]) -> Cells:
    """Find answers and checks: by nbgrader's metadata, else by the calls of checks."""
    found = Cells()
    numbers: dict[str, set[int]] = {"visible": set(), "given": set()}
    above: list[str] = []  # functions defined since the last check
    for number, cell in enumerate(cells, 1):
        mark = MARK.fullmatch(cell.grade_id)
        if mark:
            numbers[mark["kind"]].add(int(mark["number"]))
        if cell.grade_id.startswith("check_"):
            found.points[cell.grade_id.removeprefix("check_")] = cell.points
        elif not cell.is_code and cell.grade_id and cell.points:
            found.points[cell.grade_id] = cell.points
            found.written[cell.grade_id] = cell.source.strip() not in ("", TEXT_STUB)
        elif cell.is_code and cell.source.strip() and not cell.is_picture:
            kind, exercise = _kind(cell, mark, above)
            name = f"cell {number}" + (f" ({exercise})" if exercise else "")
            found.code.append(CodeCell(number, kind, exercise, cell.source, name))
            above = [] if kind == "check" else above + defined_names(cell.source)
    found.lost = list(_lost(found, numbers))
    return found


def _kind(cell: NotebookCell, mark: re.Match[str] | None, above: Sequence[str]) -> tuple[Kind, str]:
    if mark:
        return ("check", mark["exercise"]) if mark["exercise"] else ("given", "")
    if cell.grade_id == KNOWN_MISTAKES:
        return "given", ""
    if cell.grade_id:
        return "answer", cell.grade_id
    call = CALL.search(cell.source)
    if call is None:
        return "own", ""
    words = set(re.findall(r"\w+", cell.source))
    return "check", next((name for name in above if name in words), call["function"])


def _lost(cells: Cells, numbers: dict[str, set[int]]) -> Iterator[str]:
    unchecked = [name for name in cells.exercises if not cells.of(name, "check")]
    for name in unchecked:
        yield f"the visible check of {name}"
    gaps = {kind: set(range(1, max(n, default=0))) - n for kind, n in numbers.items()}
    for number in sorted(gaps["visible"])[len(unchecked) :]:
        yield f"a visible check (the {number}. of the notebook)"
    for number in sorted(gaps["given"]):
        yield f"a cell of the course (given_{number})"
