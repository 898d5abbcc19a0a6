"""The cells of a chapter as the author wrote them."""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from autograder.course.errors import CourseError, Findings, read_text

Mark = Literal["exercise", "check", "picture", "written"]
Kind = Literal["text", "code"] | Mark

#: The options of each kind of cell; CONTRIBUTING.md says what they mean.
OPTIONS: dict[Kind, set[str]] = {
    "text": set(),
    "code": {"experiment", "predict", "tags"},
    "exercise": {"exercise", "bug", "star", "hard"},
    "check": {"check", "points", "tags"},
    "picture": {"picture", "alt", "caption", "predict"},
    "written": {"written", "points"},
}
#: What was meant as a cell and would be taken for text.
STRAYED = re.compile(r"^(?:[ \t]+[`~:]{3,}|:{3,})\{code-cell\}", re.M)
#: What belongs to Jupyter and not to Python.
MAGIC = re.compile(r"^(\s*)([%!].*)$", re.M)
MARKS: tuple[Mark, ...] = get_args(Mark)


@dataclass(frozen=True)
class Cell:
    """A cell of the chapter.

    ``line`` and ``end`` are the first and last line in the file, counted from 1; for code
    they are those of the fence, and ``first`` is the first line of the code itself.
    """

    kind: Kind
    source: str
    line: int
    end: int
    first: int
    name: str = ""
    options: Mapping[str, Any] = field(default_factory=dict)

    def imported_from_mine(self) -> dict[str, int]:
        """Names that a given cell takes from the reader's own library, each with its line."""
        if self.kind != "code" or "from mine import" not in self.source:
            return {}
        return {
            alias.name: self.first + node.lineno - 1
            for node in ast.parse(MAGIC.sub(r"\1pass", self.source)).body
            if isinstance(node, ast.ImportFrom) and node.module == "mine"
            for alias in node.names
        }


def read_cells(path: Path) -> tuple[dict[str, Any], tuple[Cell, ...]]:
    """The header and the cells of the MyST notebook at ``path``.

    Raises :class:`CourseError` with everything that is not right in a cell, by file and line.
    """
    # imported here because it takes longer than all else: a kernel that only runs the
    # checks of a chapter does without
    import jupytext.myst
    import nbformat

    text = read_text(path)
    try:
        notebook = jupytext.myst.myst_to_notebook(text, add_source_map=True)
    except nbformat.ValidationError as error:
        said = error.message.splitlines()[0][:200]
        raise CourseError(path, 1, f"the header is not that of a notebook: {said}") from error
    except RecursionError as error:
        raise CourseError(path, None, "too many brackets within each other") from error
    except (jupytext.myst.MystMetadataParsingError, ValueError, yaml.YAMLError) as error:
        raise _unreadable(path, error) from error
    lines = text.splitlines()
    starts = notebook.metadata["source_map"]
    found, cells = Findings(), []
    for node, start in zip(notebook.cells, starts, strict=True):
        with found.kept():
            cells.append(_cell(path, node, start, lines))
    found.raise_all()
    return dict(notebook.metadata), tuple(cells)


def _unreadable(path: Path, error: Exception) -> CourseError:
    """The parser's complaint in one line, at the cell it is about."""
    said = str(error).split('in "<')[0]
    reason = " ".join(re.sub(r"^.*?(: |$)(Invalid YAML; )?", "", said, count=1).split())
    cell = re.search(r"(\w+) cell \d+ at line (\d+)", said)
    what = "the options of this cell are" if cell else "the header is"
    form = "JSON" if cell and cell[1] == "Markdown" else "YAML"
    mark = re.search(r"line (\d+), column", str(error))
    line = int(cell[2]) if cell else int(mark[1]) + 1 if mark else 1
    advice = "; quote a text that holds a colon" if "mapping values" in reason else ""
    return CourseError(path, line, f"{what} not valid {form} ({reason or said}){advice}")


def _cell(path: Path, node: Any, start: int, lines: list[str]) -> Cell:
    options = dict(node.metadata)
    is_code = node.cell_type == "code"
    line = start if is_code else start + 1
    while not is_code and not lines[line - 1].strip():
        line += 1
    kind = _kind(path, line, options, is_code)
    name = str(options.get(kind) or "")
    if not is_code:
        if kind == "text" and (strayed := STRAYED.search(node.source)):
            line += node.source.count("\n", 0, strayed.start())
            raise CourseError(path, line, "a cell starts with ```{code-cell} at the left margin")
        end = line + len(node.source.splitlines()) - 1
        return Cell(kind, node.source, line, end, line, name, options)
    end = _fence_end(path, lines, line)
    # options and empty lines stand between the fence and the code
    top = node.source.split("\n", 1)[0]
    first = next((i for i in range(line + 1, end) if lines[i - 1] == top), line)
    _parse_cell(node.source, path, first)
    return Cell(kind, node.source, line, end, first, name, options)


def _kind(path: Path, line: int, options: Mapping[str, Any], is_code: bool) -> Kind:
    """What the options make of a cell. Raises :class:`CourseError` where one does not fit."""
    marks = [mark for mark in MARKS if mark in options]
    if len(marks) > 1:
        raise CourseError(path, line, f"a cell is one of {' and '.join(marks)}, not both")
    kind: Kind = marks[0] if marks else "code" if is_code else "text"
    for option in options:
        if option not in OPTIONS[kind]:
            kinds = [key for key, known in OPTIONS.items() if option in known]
            says = f"{option!r} is an option of {' and '.join(kinds)} cells, not of {kind} cells"
            if not kinds:
                here = ", ".join(sorted(OPTIONS[kind])) or "no options"
                says = f"no option {option!r}; {kind} cells have {here}"
            raise CourseError(path, line, says)
    return kind


def _parse_cell(source: str, path: Path, first: int) -> None:
    """Raise :class:`CourseError` unless ``source`` is Python, apart from magics."""
    try:
        ast.parse(source)  # in which a line may begin with % too
    except (SyntaxError, ValueError):
        parse(MAGIC.sub(r"\1pass", source), path, first)


def _fence_end(path: Path, lines: list[str], line: int) -> int:
    fence = lines[line - 1].split("{")[0].strip()
    for number in range(line + 1, len(lines) + 1):
        text = lines[number - 1].strip()
        if text.startswith(fence) and not text.strip(fence[0]):
            return number
        if text.startswith(f"{fence}{{code-cell}}"):
            break
    raise CourseError(path, line, f"this cell is not closed by a line {fence}")


def parse(text: str, path: Path | str, first_line: int = 1) -> ast.Module:
    """The syntax tree of Python code that begins at ``first_line`` of the file ``path``."""
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError) as error:
        line = (getattr(error, "lineno", None) or 1) + first_line - 1
        reason = getattr(error, "msg", error)
        raise CourseError(path, line, f"not valid Python: {reason}") from error


def unique(path: Path, cells: tuple[Cell, ...], kind: Mark) -> dict[str, Cell]:
    """The cells of one kind by name. Names are Python identifiers, of pictures also with dashes."""
    what = "written question" if kind == "written" else kind
    wants = "a word" if kind == "picture" else "a Python identifier"
    named: dict[str, Cell] = {}
    found = Findings()
    for cell in cells:
        if cell.kind != kind:
            continue
        plain = cell.name.replace("-", "_") if kind == "picture" else cell.name
        if not plain.isidentifier():
            found.add(path, cell.line, f"{what} needs a name that is {wants}")
        elif cell.name in named:
            first = named[cell.name].line
            found.add(path, cell.line, f"{what} {cell.name!r} is already at line {first}")
        else:
            named[cell.name] = cell
    found.raise_all()
    return named


def points(path: Path, line: int, value: object, what: str) -> float:
    """``value`` as points. Raises :class:`CourseError` where it is no positive number."""
    worth = value if isinstance(value, (int, float)) and not isinstance(value, bool) else 0.0
    if not 0 < worth < math.inf:
        raise CourseError(path, line, f"{what} needs points: with a positive number")
    return float(worth)
