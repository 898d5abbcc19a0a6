"""One chapter: its cells as the author wrote them, and the exercises they make up."""

from __future__ import annotations

import ast
import textwrap
from dataclasses import dataclass
from pathlib import Path

from autograder.course.cells import Cell, points, read_cells, unique
from autograder.course.definitions import Definition, definitions, functions_in, signature
from autograder.course.errors import CourseError
from autograder.course.solution import Check, Solution

NOT_IMPLEMENTED = "raise NotImplementedError"


@dataclass(frozen=True)
class Exercise:
    """One stub cell with what it is worth and how it is graded."""

    name: str
    stub: Cell
    points: float
    checks: tuple[Check, ...]
    functions: tuple[str, ...]
    reference: str  #: text of the reference cell, as the site runs it
    solved: str  #: text of the stub with the bodies of the reference between solution markers


@dataclass(frozen=True)
class Written:
    """A question answered in words and graded by hand."""

    name: str
    points: float
    question: Cell
    model_answer: str


@dataclass(frozen=True)
class Chapter:
    """A chapter of the course; ``name`` is its assignment id and its folder in solutions/."""

    name: str
    path: Path
    title: str
    points: float
    cells: tuple[Cell, ...]
    exercises: dict[str, Exercise]
    written: dict[str, Written]
    solution: Solution

    def exercise_of(self, function: str) -> Exercise:
        """The exercise that defines ``function``."""
        return next(e for e in self.exercises.values() if function in e.functions)

    def functions_before(self, exercise: Exercise) -> list[str]:
        """Names of the functions that the exercises before ``exercise`` define."""
        names: list[str] = []
        for other in self.exercises.values():
            if other.name == exercise.name:
                break
            names += other.functions
        return names


def read_chapter(path: Path, solutions: Path) -> Chapter:
    """Read and validate ``path`` with ``solutions/NAME/``.

    Raises :class:`CourseError`, with file and line, for the first thing that does not fit.
    """
    name = path.stem
    if not name.isidentifier():
        raise CourseError(path, None, "a chapter's name is letters, digits and underscores")
    header, cells = read_cells(path)
    solution = Solution(solutions / name)
    unique(path, cells, "picture")
    stubs = unique(path, cells, "exercise")
    visible: dict[str, list[Cell]] = {}
    for cell in cells:
        if cell.kind == "check":
            if cell.name not in stubs:
                says = f"check of {cell.name!r}, but no cell has :exercise: {cell.name}"
                raise CourseError(path, cell.line, says)
            visible.setdefault(cell.name, []).append(cell)
    if stubs:
        _match_reference(path, stubs, solution)
    exercises = {
        name: _exercise(path, stub, visible.get(name, []), solution) for name, stub in stubs.items()
    }
    written = {
        name: Written(
            name,
            points(path, cell.line, cell.options.get("points"), repr(name)),
            cell,
            _model_answer(path, cell, solution),
        )
        for name, cell in unique(path, cells, "written").items()
    }
    total = sum(part.points for part in (*exercises.values(), *written.values()))
    worth = header.get("points", 0)
    if worth != 0 or total:
        worth = points(path, 1, worth, "the header")
    if abs(worth - total) > 1e-9:
        raise CourseError(
            path, 1, f"the header says points: {worth:g}, but the exercises add up to {total:g}"
        )
    heading = next((c for c in cells if c.kind == "text"), None)
    title = heading.source.splitlines()[0].lstrip("# ") if heading else name
    return Chapter(name, path, title, worth, cells, exercises, written, solution)


def _match_reference(path: Path, stubs: dict[str, Cell], solution: Solution) -> None:
    """Every stub has a reference of the same signature, and every reference a stub."""
    if not solution.path.exists():
        first = next(iter(stubs.values()))
        raise CourseError(path, first.line, f"has exercises, but {solution.path} is missing")
    stubbed: dict[str, str] = {}
    for name, cell in stubs.items():
        for function, definition in definitions(cell.source, path, cell.first).items():
            if function in stubbed:
                raise CourseError(
                    path, cell.line, f"{function!r} is defined in {stubbed[function]!r} already"
                )
            stubbed[function] = name
            reference = solution.definitions.get(function)
            if reference is None:
                raise CourseError(
                    path, cell.line, f"stub {function!r} has no reference in {solution.path}"
                )
            wanted = dict(functions_in(reference.node))
            for qualified, method in functions_in(definition.node):
                if qualified not in wanted:
                    raise CourseError(
                        path, cell.line, f"stub {qualified!r} has no reference in {solution.path}"
                    )
                ours, theirs = signature(method), signature(wanted[qualified])
                if ours != theirs:
                    raise CourseError(
                        path,
                        cell.line,
                        f"stub {qualified}{ours} differs from the reference {qualified}{theirs}",
                    )
    for function, reference in solution.definitions.items():
        if function not in stubbed and not function.startswith("_"):
            raise CourseError(
                solution.path, reference.line, f"reference {function!r} has no stub in {path}"
            )
    for check in solution.checks:
        if check.exercise not in stubs:
            raise CourseError(
                solution.folder / "checks.py",
                check.line,
                f"check {check.name!r} is for {check.exercise!r}, which is no exercise of {path}",
            )


def _exercise(path: Path, stub: Cell, visible: list[Cell], solution: Solution) -> Exercise:
    defined = definitions(stub.source, path, stub.first)
    if not defined:
        raise CourseError(path, stub.line, f"exercise {stub.name!r} defines no function or class")
    _require_stub(path, stub, defined)
    checks = tuple(c for c in solution.checks if c.exercise == stub.name)
    if not visible:
        raise CourseError(path, stub.line, f"exercise {stub.name!r} has no cell with :check:")
    if visible[0].line < stub.line:
        says = f"check of {stub.name!r} stands above its stub"
        raise CourseError(path, visible[0].line, says)
    if not checks:
        raise CourseError(
            path, stub.line, f"exercise {stub.name!r} has no graded check in {solution.folder}"
        )
    priced = [cell for cell in visible if "points" in cell.options]
    if len(priced) != 1:
        raise CourseError(
            path, visible[0].line, f"exactly one check cell of {stub.name!r} carries :points:"
        )
    worth = points(path, priced[0].line, priced[0].options["points"], repr(stub.name))
    total = sum(check.points for check in checks)
    if abs(total - worth) > 1e-9:
        raise CourseError(
            path,
            priced[0].line,
            f"{stub.name!r} is worth {worth:g} points here, but its checks add up to {total:g}",
        )
    reference = "\n\n\n".join(solution.definitions[function].source for function in defined)
    return Exercise(
        stub.name,
        stub,
        worth,
        checks,
        tuple(defined),
        reference,
        _solved(stub.source, solution, defined),
    )


def _require_stub(path: Path, stub: Cell, defined: dict[str, Definition]) -> None:
    """A stub raises as the last statement of a function, on a line of its own, and plainly."""
    found = 0
    for definition in defined.values():
        for name, function in functions_in(definition.node):
            raises = [n for n in ast.walk(function) if isinstance(n, ast.Raise)]
            stubs = [n for n in raises if ast.unparse(n).startswith(NOT_IMPLEMENTED)]
            found += len(stubs)
            for node in stubs:
                is_plain = ast.unparse(node) == NOT_IMPLEMENTED and node is function.body[-1]
                if not is_plain or node.lineno == function.lineno:
                    raise CourseError(
                        path,
                        stub.first + node.lineno - 1,
                        f"{name!r} has to end in {NOT_IMPLEMENTED!r}, plain and on its own line",
                    )
    if not found:
        raise CourseError(path, stub.line, f"exercise {stub.name!r} has no {NOT_IMPLEMENTED!r}")


def _solved(stub: str, solution: Solution, defined: dict) -> str:
    """The stub with every ``raise NotImplementedError`` replaced by the reference's body."""
    lines = stub.splitlines()
    edits = []
    for function, definition in defined.items():
        bodies = solution.definitions[function].bodies()
        for qualified, node in functions_in(definition.node):
            raises = [s for s in node.body if ast.unparse(s) == NOT_IMPLEMENTED]
            if raises:
                statement = raises[-1]
                indent = " " * statement.col_offset
                body = textwrap.indent(textwrap.dedent(bodies[qualified]), indent)
                edits.append((statement.lineno - 1, indent, body))
    for line, indent, body in sorted(edits, reverse=True):
        marked = f"{indent}### BEGIN SOLUTION\n{body}\n{indent}### END SOLUTION"
        lines[line] = marked
    return "\n".join(lines)


def _model_answer(path: Path, cell: Cell, solution: Solution) -> str:
    answers = getattr(solution.reference, "WRITTEN", {})
    answer = answers.get(cell.name) if isinstance(answers, dict) else None
    if not isinstance(answer, str):
        raise CourseError(
            path,
            cell.line,
            f"no model answer: add {cell.name!r} and a text to WRITTEN in {solution.path}",
        )
    return textwrap.dedent(answer).strip()
