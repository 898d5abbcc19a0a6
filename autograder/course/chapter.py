"""One chapter: its cells as the author wrote them, and the exercises they make up."""

from __future__ import annotations

import ast
import difflib
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.course.cells import Cell, points, read_cells, unique
from autograder.course.definitions import Definition, definitions, functions_in, signature
from autograder.course.errors import CourseError, Findings
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
    handed_out: str  #: what students get: the stub, or a wrong answer that they mend

    @property
    def is_bug(self) -> bool:
        """Whether students get a wrong answer to mend."""
        return "bug" in self.stub.options

    @property
    def title(self) -> str:
        """Its name and what it is worth, in Markdown; ★ where the student's own code is at work."""
        star = "★ " if "star" in self.stub.options else ""
        hard = ", hard" if "hard" in self.stub.options else ""
        return f"{star}`{self.name}` ({in_points(self.points)}{hard})"


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
    place: int = 0  #: among the chapters with exercises, from 1; 0 outside a course
    #: names that its cells import from the reader's own ``mine.py``, and whose exercises they are
    borrowed: Mapping[str, Solution] = field(default_factory=dict)

    def references_borrowed(self) -> dict[str, Any]:
        """What stands in for ``mine.py`` wherever no student's own is there."""
        return {name: getattr(of.reference, name) for name, of in self.borrowed.items()}

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


def in_points(points: float) -> str:
    """A number of points in words."""
    return f"{points:g} point" if points == 1 else f"{points:g} points"


def read_chapter(path: Path, solutions: Path) -> Chapter:
    """Read and validate ``path`` with ``solutions/NAME/``.

    Raises :class:`CourseError` with everything that does not fit, by file and line. What follows
    from an error is not told: cells are read before names, and names before what they stand for.
    """
    name = path.stem
    if not name.isidentifier():
        raise CourseError(path, None, "a chapter's name is letters, digits and underscores")
    header, cells = read_cells(path)
    solution = Solution(solutions / name)
    stubs, visible, questions = _named(path, cells)
    found = Findings()
    defined: dict[str, dict[str, Definition]] = {}
    if stubs:
        defined = _require_references(path, stubs, solution, found)
    exercises, written = {}, {}
    for name in defined:
        with found.kept():
            exercises[name] = _exercise(path, stubs[name], defined[name], visible[name], solution)
    for name, cell in questions.items():
        with found.kept():
            written[name] = _written(path, cell, solution)
    found.raise_all()
    worth = _worth(path, header, [*exercises.values(), *written.values()])
    heading = next((c for c in cells if c.kind == "text"), None)
    title = heading.source.splitlines()[0].lstrip("# ") if heading else path.stem
    return Chapter(path.stem, path, title, worth, cells, exercises, written, solution)


def _named(
    path: Path, cells: tuple[Cell, ...]
) -> tuple[dict[str, Cell], dict[str, list[Cell]], dict[str, Cell]]:
    """Stubs by the name of their exercise, its visible checks, and questions by name."""
    found = Findings()
    stubs: dict[str, Cell] = {}
    questions: dict[str, Cell] = {}
    with found.kept():
        unique(path, cells, "picture")
    with found.kept():
        questions = unique(path, cells, "written")
    with found.kept():
        stubs = unique(path, cells, "exercise")
        visible: dict[str, list[Cell]] = {name: [] for name in stubs}
        for cell in cells:
            if cell.kind == "check" and cell.name in stubs:
                visible[cell.name].append(cell)
            elif cell.kind == "check":
                says = f"check of {cell.name!r}, but no cell has :exercise: {cell.name}"
                found.add(path, cell.line, says)
    found.raise_all()
    return stubs, visible, questions


def _worth(path: Path, header: Mapping[str, Any], parts: Sequence[Exercise | Written]) -> float:
    """The points of the header, which are those of all parts together."""
    total = sum(part.points for part in parts)
    worth = header.get("points", 0)
    if worth != 0 or total:
        worth = points(path, 1, worth, "the header")
    if abs(worth - total) > 1e-9:
        says = f"the header says points: {worth:g}, but the exercises add up to {total:g}"
        raise CourseError(path, 1, says)
    return float(worth)


def _require_references(
    path: Path, stubs: dict[str, Cell], solution: Solution, found: Findings
) -> dict[str, dict[str, Definition]]:
    """What each stub defines, of the stubs that fit their references; ``found`` gets the others.

    Every stub has a reference of the same signature, and every reference and check an exercise.
    """
    if not solution.path.exists():
        first = next(iter(stubs.values()))
        raise CourseError(path, first.line, f"has exercises, but {solution.path} is missing")
    fitting: dict[str, dict[str, Definition]] = {}
    stubbed: dict[str, str] = {}
    for name, cell in stubs.items():
        with found.kept():
            defined = definitions(cell.source, path, cell.first)
            for function in defined:
                if function in stubbed:
                    says = f"{function!r} is defined in {stubbed[function]!r} already"
                    raise CourseError(path, cell.line, says)
                stubbed[function] = name
            for definition in defined.values():
                _require_same_signatures(path, cell, definition, solution)
            fitting[name] = defined
    for function, reference in solution.definitions.items():
        if function not in stubbed and not function.startswith("_"):
            says = f"reference {function!r} has no stub in {path}"
            found.add(solution.path, reference.line, says)
    with found.kept():
        for check in solution.checks:
            if check.exercise not in stubs:
                which = f"{check.exercise!r}, which is no exercise of {path}"
                found.add(
                    solution.folder / "checks.py",
                    check.line,
                    f"check {check.name!r} is for {which}",
                )
    return fitting


def _require_same_signatures(path: Path, cell: Cell, stub: Definition, solution: Solution) -> None:
    """Raise unless the reference has every function of ``stub``, with the same arguments."""
    reference = solution.definitions.get(stub.name)
    wanted = dict(functions_in(reference.node)) if reference else {}
    for name, function in functions_in(stub.node):
        if name not in wanted:
            lacking = name if reference else stub.name
            says = f"stub {lacking!r} has no reference in {solution.path}"
            raise CourseError(path, cell.line, says)
        ours, theirs = signature(function), signature(wanted[name])
        if ours != theirs:
            says = f"stub {name}{ours} differs from the reference {name}{theirs}"
            raise CourseError(path, cell.line, says)


def _exercise(
    path: Path,
    stub: Cell,
    defined: dict[str, Definition],
    visible: list[Cell],
    solution: Solution,
) -> Exercise:
    """The exercise of ``stub``, whose definitions fit their references."""
    if not defined:
        raise CourseError(path, stub.line, f"exercise {stub.name!r} defines no function or class")
    _require_stub(path, stub, defined)
    worth, line = _price(path, stub, visible)
    checks = tuple(check for check in solution.checks if check.exercise == stub.name)
    if not checks:
        says = f"exercise {stub.name!r} has no graded check in {solution.folder}"
        raise CourseError(path, stub.line, says)
    total = sum(check.points for check in checks)
    if abs(total - worth) > 1e-9:
        says = f"{stub.name!r} is worth {worth:g} points here, but its checks add up to {total:g}"
        raise CourseError(path, line, says)
    return Exercise(
        stub.name,
        stub,
        worth,
        checks,
        tuple(defined),
        "\n\n\n".join(solution.definitions[function].source for function in defined),
        _solved(stub.source, solution, defined),
        _handed_out(path, stub, defined, solution),
    )


def _price(path: Path, stub: Cell, visible: list[Cell]) -> tuple[float, int]:
    """The points that one of the visible checks carries, and its line."""
    if not visible:
        raise CourseError(path, stub.line, f"exercise {stub.name!r} has no cell with :check:")
    if visible[0].line < stub.line:
        raise CourseError(path, visible[0].line, f"check of {stub.name!r} stands above its stub")
    priced = [cell for cell in visible if "points" in cell.options]
    if len(priced) != 1:
        says = f"exactly one check cell of {stub.name!r} carries :points:"
        raise CourseError(path, visible[0].line, says)
    line = priced[0].line
    return points(path, line, priced[0].options["points"], repr(stub.name)), line


def _written(path: Path, cell: Cell, solution: Solution) -> Written:
    worth = points(path, cell.line, cell.options.get("points"), repr(cell.name))
    return Written(cell.name, worth, cell, _model_answer(path, cell, solution))


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


def _solved(stub: str, solution: Solution, defined: Mapping[str, Definition]) -> str:
    """The stub with every ``raise NotImplementedError`` replaced by the reference's body."""

    def marked(indent: str, body: str) -> str:
        return f"{indent}### BEGIN SOLUTION\n{body}\n{indent}### END SOLUTION"

    answers = {name: solution.definitions[name] for name in defined}
    return _filled(stub, defined, answers, marked)


def _handed_out(
    path: Path, stub: Cell, defined: Mapping[str, Definition], solution: Solution
) -> str:
    """The stub, with the body of the mistake that its option ``bug`` names."""
    if "bug" not in stub.options:
        return stub.source
    name = str(stub.options["bug"])
    fitting = {m.name: m for m in solution.mistakes if [m.function_name] == list(defined)}
    mistake = fitting.get(name)
    if mistake is None:
        near = difflib.get_close_matches(name, fitting, n=1)
        meant = f"; is {near[0]!r} meant?" if near else ""
        says = f"bug {name!r} is no mistake in {' and '.join(map(repr, defined))} alone{meant}"
        raise CourseError(path, stub.line, says)
    if mistake.keeps:
        says = f"bug {name!r} keeps {in_points(mistake.keeps)}: choose one that earns none"
        raise CourseError(path, stub.line, says)
    answers = definitions(mistake.source, solution.folder / "mistakes.py")
    return _filled(stub.source, defined, answers, lambda indent, body: body)


def _filled(
    stub: str,
    defined: Mapping[str, Definition],
    answers: Mapping[str, Definition],
    shown: Callable[[str, str], str],
) -> str:
    """The stub with ``shown(indent, body)`` of the answer's body where it is to be filled in."""
    lines = stub.splitlines()
    edits = []
    for function, definition in defined.items():
        bodies = answers[function].bodies()
        for qualified, node in functions_in(definition.node):
            raises = [s for s in node.body if ast.unparse(s) == NOT_IMPLEMENTED]
            if raises:
                statement = raises[-1]
                indent = " " * statement.col_offset
                body = textwrap.indent(textwrap.dedent(bodies[qualified]), indent)
                edits.append((statement.lineno - 1, shown(indent, body)))
    for line, text in sorted(edits, reverse=True):
        lines[line] = text
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
