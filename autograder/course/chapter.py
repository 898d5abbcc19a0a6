"""One chapter: its cells as the author wrote them, and the exercises they make up."""

from __future__ import annotations

import ast
import re
import textwrap
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from autograder.course.errors import CourseError
from autograder.course.solution import Check, Solution, definitions, functions_in, signature

NOT_IMPLEMENTED = "raise NotImplementedError"


@dataclass(frozen=True)
class Cell:
    """A cell of the chapter. ``kind`` is text, code, picture, exercise, check or written.

    ``line`` and ``end`` are the first and last line in the file, counted from 1; for code
    they are those of the fence.
    """

    kind: str
    source: str
    line: int
    end: int
    name: str = ""
    options: dict = field(default_factory=dict)


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
    # imported here because it takes longer than all else: a kernel that only runs the
    # checks of a chapter does without
    import jupytext.myst

    name = path.stem
    text = path.read_text(encoding="utf-8")
    try:
        notebook = jupytext.myst.myst_to_notebook(text, add_source_map=True)
    except (jupytext.myst.MystMetadataParsingError, ValueError, yaml.YAMLError) as error:
        raise _unreadable(path, error) from error
    cells = _cells(path, text, notebook)
    solution = Solution(solutions / name)
    stubs = _unique(path, [c for c in cells if c.kind == "exercise"], "exercise")
    visible: dict[str, list[Cell]] = {}
    for cell in cells:
        if cell.kind == "check":
            if cell.name not in stubs:
                raise CourseError(
                    path,
                    cell.line,
                    f"check of {cell.name!r}, but no cell has :exercise: {cell.name}",
                )
            visible.setdefault(cell.name, []).append(cell)
    if stubs:
        _match_reference(path, stubs, solution)
    exercises = {
        name: _exercise(path, stub, visible.get(name, []), solution) for name, stub in stubs.items()
    }
    written = {
        cell.name: Written(
            cell.name,
            _points(path, cell),
            cell,
            _model_answer(path, cell, solution),
        )
        for cell in _unique(
            path, [c for c in cells if c.kind == "written"], "written question"
        ).values()
    }
    points = notebook.metadata.get("points", 0)
    total = sum(part.points for part in (*exercises.values(), *written.values()))
    if abs(points - total) > 1e-9:
        raise CourseError(
            path, 1, f"the header says points: {points:g}, but the exercises add up to {total:g}"
        )
    heading = next((c for c in cells if c.kind == "text"), None)
    title = heading.source.splitlines()[0].lstrip("# ") if heading else name
    return Chapter(name, path, title, points, cells, exercises, written, solution)


def _unreadable(path: Path, error: Exception) -> CourseError:
    """The parser's complaint in one line, at the cell it is about."""
    found = re.search(r"at line (\d+)", str(error))
    reason = " ".join(str(error).split(";")[-1].split('in "<')[0].split())
    return CourseError(
        path,
        int(found[1]) if found else 1,
        f"the options of this cell are not valid YAML ({reason}); quote a text that holds a colon",
    )


def _cells(path: Path, text: str, notebook) -> tuple[Cell, ...]:
    starts = notebook.metadata["source_map"]
    lines = text.splitlines()
    cells = []
    for node, start in zip(notebook.cells, starts, strict=True):
        options = dict(node.metadata)
        code = node.cell_type == "code"
        line = start if code else start + 1
        while not code and not lines[line - 1].strip():
            line += 1
        end = _fence_end(lines, line) if code else line + len(node.source.splitlines()) - 1
        marks = [key for key in ("exercise", "check", "picture", "written") if key in options]
        if len(marks) > 1:
            raise CourseError(path, line, f"a cell is one of {' and '.join(marks)}, not both")
        kind = marks[0] if marks else "code" if code else "text"
        if "experiment" in options and kind != "code":
            raise CourseError(path, line, "only a cell of given code can be an experiment")
        cells.append(Cell(kind, node.source, line, end, str(options.get(kind) or ""), options))
    return tuple(cells)


def _fence_end(lines: list[str], line: int) -> int:
    fence = lines[line - 1].split("{")[0].strip()
    return next(i for i in range(line + 1, len(lines) + 1) if lines[i - 1].strip() == fence)


def _unique(path: Path, cells: list[Cell], what: str) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for cell in cells:
        if not cell.name.isidentifier():
            raise CourseError(path, cell.line, f"{what} needs a name that is a Python identifier")
        if cell.name in found:
            first = found[cell.name].line
            raise CourseError(path, cell.line, f"{what} {cell.name!r} is already at line {first}")
        found[cell.name] = cell
    return found


def _points(path: Path, cell: Cell) -> float:
    points = cell.options.get("points")
    if not isinstance(points, (int, float)) or points <= 0:
        raise CourseError(path, cell.line, f"{cell.name!r} needs :points: with a positive number")
    return float(points)


def _match_reference(path: Path, stubs: dict[str, Cell], solution: Solution) -> None:
    """Every stub has a reference of the same signature, and every reference a stub."""
    if not solution.path.exists():
        first = next(iter(stubs.values()))
        raise CourseError(path, first.line, f"has exercises, but {solution.path} is missing")
    stubbed: dict[str, str] = {}
    for name, cell in stubs.items():
        for function, definition in definitions(cell.source, path).items():
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
    defined = definitions(stub.source, path)
    if not defined:
        raise CourseError(path, stub.line, f"exercise {stub.name!r} defines no function or class")
    if stub.source.count(NOT_IMPLEMENTED) == 0:
        raise CourseError(path, stub.line, f"exercise {stub.name!r} has no {NOT_IMPLEMENTED!r}")
    checks = tuple(c for c in solution.checks if c.exercise == stub.name)
    if not visible:
        raise CourseError(path, stub.line, f"exercise {stub.name!r} has no cell with :check:")
    if not checks:
        raise CourseError(
            path, stub.line, f"exercise {stub.name!r} has no graded check in {solution.folder}"
        )
    priced = [cell for cell in visible if "points" in cell.options]
    if len(priced) != 1:
        raise CourseError(
            path, visible[0].line, f"exactly one check cell of {stub.name!r} carries :points:"
        )
    points = _points(path, priced[0])
    total = sum(check.points for check in checks)
    if abs(total - points) > 1e-9:
        raise CourseError(
            path,
            priced[0].line,
            f"{stub.name!r} is worth {points:g} points here, but its checks add up to {total:g}",
        )
    reference = "\n\n\n".join(solution.definitions[function].source for function in defined)
    return Exercise(
        stub.name,
        stub,
        points,
        checks,
        tuple(defined),
        reference,
        _solved(stub.source, solution, defined),
    )


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
    if cell.name not in answers:
        raise CourseError(
            path, cell.line, f"no model answer: add {cell.name!r} to WRITTEN in {solution.path}"
        )
    return textwrap.dedent(answers[cell.name]).strip()
